// What a bundle carries besides its records.
#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "core/ledger/ledger_parts.h"
#include "core/text/say.h"

namespace hengping {

void Ledger::Implementation::examine_attachments(Intake& intake) const {
  const InputFile& file = intake.content_->file;
  if (file.attachments.empty()) return;
  using Name = std::tuple<Hash, AttachmentType, std::uint64_t>;
  std::vector<Name> named;
  const auto note = [&named](const Record& record) {
    const auto* added = record.statement ? std::get_if<AttachmentAdded>(&record.statement->body) : nullptr;
    if (added != nullptr) named.emplace_back(added->attachment, added->type, added->size);
  };
  for (const Record& record : records) note(record);
  for (const InputFeed& feed : file.feeds) {
    for (const InputRecord& read : feed.records) note(read.record);
  }
  std::sort(named.begin(), named.end());
  std::set<Hash> carried;
  for (std::size_t i = 0; i < file.attachments.size(); ++i) {
    FaultList faults;
    const CarriedAttachment one = read_attachment_line(file.attachments[i], i, faults);
    const std::string pointer = "/attachments/" + std::to_string(i);
    if (faults.empty() && !std::binary_search(named.begin(), named.end(), Name(one.hash, one.type, one.size)))
      faults.add(make_fault(CoreText::fault_attachment_unnamed, pointer + "/sha256"));
    if (faults.empty() && !carried.insert(one.hash).second)
      faults.add(make_fault(CoreText::fault_attachment_twice, pointer));
    if (faults.empty()) intake.attachments_.push_back(one);
    intake.attachment_faults_.take(std::move(faults));
  }
}

}  // namespace hengping
