#include "shell/app/stranded.h"

#include <algorithm>
#include <set>

#include "shell/app/store_layout.h"

namespace hengping::shell {

std::string facts_file(std::span<const Stranded::Own> own) {
  std::string facts;
  for (const Stranded::Own& one : own) {
    if (!one.is_fact) continue;
    facts.append(facts.empty() ? R"({"format":"hengping.facts","version":1,"facts":[)" : ",").append(one.body);
  }
  if (!facts.empty()) facts += "]}";
  return facts;
}

void add_stranded(Stranded& stranded, std::span<const StoreChange> changes, const Ledger& ledger, const Device& device,
                  const Settings& settings, bool rewritten) {
  std::set<std::string, std::less<>> lines;
  for (const StoreChange& change : changes) {
    bool counts = change.remove_everything;
    if (change.remove_everything && !rewritten) {
      stranded = {};
      stranded.cleared = true;
    }
    for (const StoreEntry& entry : change.puts) {
      if (entry.key == device_entry(device).key) stranded.device = device;
      if (entry.key == settings_entries(settings).front().key) {
        stranded.settings = settings;
        counts = true;
      }
      if (!holds_records(entry.key)) continue;
      counts = true;
      for (std::string_view rest = entry.bytes; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
        lines.emplace(rest.substr(0, end));
        rest.remove_prefix(end + 1);
      }
    }
    if (counts) ++stranded.changes;
  }
  bool of_others = false;
  for (const Record& record : ledger.records()) {
    if (!lines.contains(record.bytes)) continue;
    if (ledger.feeds()[record.feed].device.id == device.id) {
      stranded.own.push_back({record.hash, std::string(record.body()), record.is_fact});
    } else {
      of_others = true;
    }
  }
  if (of_others) stranded.bundle = ledger.write_bundle();
}

}  // namespace hengping::shell
