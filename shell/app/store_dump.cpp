#include "shell/app/store_dump.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/order.h"
#include "core/codec/json_reader.h"
#include "shell/app/store_layout.h"

namespace hengping::shell {

namespace {

constexpr std::string_view format = "hengping.store-dump";

/// What a device with a key has stated after the last end that it signed: nobody can tell any more that these are its words, so they are taken
/// in like any facts file, as stated by whoever does so.
std::string unsigned_facts(const Ledger& ledger) {
  std::string facts;
  for (const Feed& feed : ledger.feeds()) {
    if (feed.device.key.empty() || ledger.records()[feed.records.front()].proven) continue;
    const std::uint64_t signed_to = feed.head ? feed.head->head.sequence : 0;
    for (const std::uint32_t index : feed.records) {
      const Record& record = ledger.records()[index];
      if (record.sequence <= signed_to || !record.is_fact) continue;
      facts.append(facts.empty() ? R"({"format":"hengping.facts","version":1,"facts":[)" : ",").append(record.body());
    }
  }
  if (!facts.empty()) facts += "]}";
  return facts;
}

}  // namespace

std::optional<StoreDump> read_store_dump(std::string_view text) {
  constexpr std::size_t head = 200;  // the format stands first
  if (text.substr(0, head).find(format) == std::string_view::npos) return std::nullopt;
  FaultList ignored;
  const auto value = read_json(text, ignored);
  if (!value || !value->is(JsonValue::Kind::object)) return std::nullopt;
  const JsonValue* name = value->find("format");
  const JsonValue* list = value->find("entries");
  if (name == nullptr || name->text() != format || list == nullptr) return std::nullopt;

  StoreDump dump;
  std::vector<StoreEntry> entries;
  for (const JsonValue& one : list->items()) {
    const JsonValue* key = one.find("key");
    const JsonValue* bytes = one.find("text");  // what is not UTF-8 stands as "base64": no sound entry does
    if (key == nullptr || bytes == nullptr) {
      ++dump.unreadable;
      continue;
    }
    entries.push_back({key->text(), bytes->text()});
  }
  put_in_order(entries, [](const StoreEntry& a, const StoreEntry& b) { return a.key < b.key; });
  Restored restored = restore_ledger(entries);
  dump.unreadable += restored.damage.size();
  dump.bundle = restored.ledger.write_bundle();
  dump.facts = unsigned_facts(restored.ledger);
  return dump;
}

}  // namespace hengping::shell
