#include "core/ledger/attachments.h"

#include <algorithm>
#include <tuple>
#include <variant>

#include "core/ledger/ledger.h"

namespace hengping {

AttachmentIndex::AttachmentIndex(const Ledger& ledger) {
  const auto& records = ledger.records();
  std::vector<const Record*> statements;
  for (const Record& record : records) {
    const RecordStanding standing = record.standing;
    const bool may_count = standing == RecordStanding::counts || standing == RecordStanding::missing_part ||
                           standing == RecordStanding::unknown_device;
    if (may_count && record.statement && attached_to(record.statement->body) != nullptr) statements.push_back(&record);
  }
  std::sort(statements.begin(), statements.end(), [&ledger](const Record* one, const Record* other) {
    return std::tie(one->tick, ledger.feeds()[one->feed].device.id, one->sequence, one->hash) <
           std::tie(other->tick, ledger.feeds()[other->feed].device.id, other->sequence, other->hash);
  });
  std::vector<Entry> all;
  for (const Record* record : statements) {
    const StatementBody& body = record->statement->body;
    const bool counts = record->standing == RecordStanding::counts;
    if (const auto* added = std::get_if<AttachmentAdded>(&body)) {
      all.push_back({&added->about, &added->attachment, all.size(), added, counts});
    } else if (const auto* withdrawn = std::get_if<AttachmentWithdrawn>(&body); withdrawn != nullptr && counts) {
      all.push_back({&withdrawn->about, &withdrawn->attachment, all.size(), nullptr, true});
    }
  }
  std::sort(all.begin(), all.end(), [](const Entry& one, const Entry& other) {
    return std::tie(*one.about, *one.attachment, one.place) < std::tie(*other.about, *other.attachment, other.place);
  });
  for (auto first = all.begin(); first != all.end();) {
    Entry stands = *first;
    auto next = first + 1;
    for (; next != all.end() && *next->about == *first->about && *next->attachment == *first->attachment; ++next) {
      // Stated again it stands where it stood; what waits changes nothing of what counts.
      const bool again = stands.added != nullptr && next->added != nullptr;
      if (again ? next->counts && !stands.counts : next->counts || stands.added == nullptr) stands = *next;
    }
    if (stands.added != nullptr) entries_.push_back(stands);
    first = next;
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& one, const Entry& other) {
    return std::tie(*one.about, one.place) < std::tie(*other.about, other.place);
  });
}

std::vector<const AttachmentAdded*> AttachmentIndex::of(const Hash& record) const {
  std::vector<const AttachmentAdded*> found;
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), record,
                                [](const Entry& one, const Hash& about) { return *one.about < about; });
  for (; entry != entries_.end() && *entry->about == record; ++entry) {
    if (entry->counts) found.push_back(entry->added);
  }
  return found;
}

bool AttachmentIndex::has(const Hash& record, const Hash& attachment) const {
  const auto list = of(record);
  return std::any_of(list.begin(), list.end(),
                     [&attachment](const AttachmentAdded* one) { return one->attachment == attachment; });
}

std::vector<const AttachmentAdded*> AttachmentIndex::named() const {
  std::vector<const AttachmentAdded*> list;
  // Of two that name the same bytes, what counts says how.
  for (const bool counts : {true, false}) {
    for (const Entry& entry : entries_) {
      if (entry.counts == counts) list.push_back(entry.added);
    }
  }
  std::stable_sort(list.begin(), list.end(), [](const AttachmentAdded* one, const AttachmentAdded* other) {
    return one->attachment < other->attachment;
  });
  const auto same = [](const AttachmentAdded* one, const AttachmentAdded* other) {
    return one->attachment == other->attachment;
  };
  list.erase(std::unique(list.begin(), list.end(), same), list.end());
  return list;
}

}  // namespace hengping
