#include "core/ledger/founding.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hengping {
namespace {

std::vector<Appended> one(Appended appended) {
  std::vector<Appended> list;
  list.push_back(std::move(appended));
  return list;
}

// Whether its word is the bureau's by now: a device that still asks to be enrolled cannot give a receipt.
bool speaks_for_bureau(const Ledger& ledger, const Device& device) {
  const auto& rights = ledger.rights();
  return std::any_of(rights.begin(), rights.end(), [&](const DeviceRights& one) {
    return one.device.id == device.id && one.role == Role::bureau &&
           (one.standing == DeviceStanding::root || one.standing == DeviceStanding::enrolled);
  });
}

}  // namespace

std::vector<Appended> found_if_first(Ledger& ledger, const Author& author, CivilDate today) {
  if (author.device.role != Role::bureau || !ledger.roots().empty() || !ledger.founders().empty()) return {};
  auto founded = one(ledger.state(Statement{today, BureauFounded{author.device.name}}, author));
  ledger.set_roots({author.device.id});
  return founded;
}

bool trust_first_founders(Ledger& ledger) {
  if (!ledger.roots().empty()) return false;
  auto founders = ledger.founders();
  if (founders.empty()) return false;
  ledger.set_roots(std::move(founders));
  return true;
}

std::vector<Appended> adopt_former_feed(Ledger& ledger, const Device& former, const Author& author, CivilDate today) {
  if (author.device.role != Role::bureau || former.role != Role::bureau || !former.key.empty()) return {};
  std::optional<Hash> end;
  for (const Feed& feed : ledger.feeds()) {
    if (feed.device.id == former.id) end = ledger.records()[feed.records.back()].hash;
  }
  if (!end) return {};
  auto appended = found_if_first(ledger, author, today);
  appended.push_back(
      ledger.state(Statement{today, DeviceEnrolled{former.id, Role::bureau, former.name, {}, end}}, author));
  return appended;
}

std::vector<Appended> acknowledge(Ledger& ledger, const std::vector<Appended>& received, const Author& author,
                                  CivilDate today) {
  if (!speaks_for_bureau(ledger, author.device)) return {};
  std::int64_t count = 0;
  bool only_receipts = true;
  for (const Appended& run : received) {
    const Feed& feed = ledger.feeds()[run.feed];
    if (feed.device.id == author.device.id) continue;
    for (std::size_t i = 0; i < run.count; ++i) {
      const Record& record = ledger.records()[ledger.record_of(run.feed, run.first_sequence + i)];
      ++count;
      only_receipts =
          only_receipts && record.statement && std::holds_alternative<RecordsReceived>(record.statement->body);
    }
  }
  if (count == 0 || only_receipts) return {};
  return one(ledger.state(Statement{today, RecordsReceived{count}}, author));
}

}  // namespace hengping
