// What belongs to records: photos and documents, whose bytes the page keeps.
#include <algorithm>
#include <array>
#include <utility>

#include "core/ledger/founding.h"
#include "core/text/say.h"
#include "shell/app/app.h"

namespace hengping::shell {

const AttachmentIndex& App::attachments() const {
  if (!attachments_ || attachments_revision_ != ledger_revision_) attachments_.emplace(ledger_);
  attachments_revision_ = ledger_revision_;
  return *attachments_;
}

Attachment App::attachment_view(const AttachmentAdded& added) {
  return {to_hex(added.attachment), std::string(attachment_type_name(added.type)), added.name, added.size};
}

std::optional<Hash> App::attachable(std::string_view record_hash) const {
  const auto hash = hash_from_hex(record_hash);
  const std::uint32_t index = hash ? ledger_.find(*hash) : Record::nowhere;
  if (index == Record::nowhere) return std::nullopt;
  const Record& record = ledger_.records()[index];
  return record.disclosed ? record.shown_as : record.hash;
}

std::vector<Attachment> App::attachments_of(std::string_view record_hash) const {
  std::vector<Attachment> list;
  const auto about = attachable(record_hash);
  if (!about) return list;
  for (const AttachmentAdded* one : attachments().of(*about)) list.push_back(attachment_view(*one));
  return list;
}

std::vector<Attachment> App::wanted_attachments() const {
  std::vector<Attachment> list;
  for (const AttachmentAdded* one : attachments().named()) {
    Attachment view = attachment_view(*one);
    if (!blobs_.contains(view.sha256)) list.push_back(std::move(view));
  }
  return list;
}

Role App::own_role() const {
  for (const DeviceRights& one : ledger_.rights()) {
    if (one.device.id == device_.id && one.standing == DeviceStanding::enrolled) return one.role;
  }
  return device_.role;
}

bool App::may_attach(const Hash& record) const {
  if (own_role() == Role::bureau) return true;
  const std::uint32_t index = ledger_.find(record);
  return index != Record::nowhere && ledger_.feeds()[ledger_.records()[index].feed].device.id == device_.id;
}

void App::check_attachments(std::span<const Attachment> attachments, std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < attachments.size(); ++i) {
    const Attachment& one = attachments[i];
    const std::string pointer = "/attachments/" + std::to_string(i);
    const auto largest = static_cast<std::uint64_t>(policy().attachments.largest_bytes);
    if (!hash_from_hex(one.sha256)) faults.push_back(make_fault(CoreText::fault_record_hex, pointer + "/sha256"));
    if (!value_of<AttachmentType>(one.type, attachment_type_choices))
      faults.push_back(make_fault(CoreText::fault_attachment_type, pointer + "/type", {one.type}));
    if (one.size == 0 || one.size > largest)
      faults.push_back(make_fault(CoreText::fault_attachment_large, pointer + "/size", {std::to_string(largest)}));
  }
}

void App::state_attachments(const Hash& about, std::span<const Attachment> attachments, const Author& author,
                            Appended& run, StoreChange& change) {
  for (const Attachment& one : attachments) {
    const auto is_same = [&one](const Attachment& other) { return other.sha256 == one.sha256; };
    if (&*std::find_if(attachments.begin(), attachments.end(), is_same) != &one) continue;  // chosen twice
    AttachmentAdded added;
    added.about = about;
    added.attachment = hash_from_hex(one.sha256).value_or(Hash{});
    added.type = value_of<AttachmentType>(one.type, attachment_type_choices).value_or(AttachmentType::jpeg);
    added.size = one.size;
    added.name = attachment_name(one.name);
    const Appended stated = ledger_.state(Statement{ports_.clock.today(), std::move(added), own_role()}, author);
    if (run.count == 0) run = Appended{stated.feed, stated.first_sequence, 0, {}};
    run.count += stated.count;
    run.lines += stated.lines;
    if (blobs_.insert(one.sha256).second) change.blobs.push_back(one.sha256);
  }
}

SubmitResult App::attach(std::string_view record_hash, std::span<const Attachment> attachments) {
  SubmitResult result;
  if (!takes_changes()) {
    result.outcome = SubmitResult::Outcome::not_ready;
    return result;
  }
  const auto about = attachable(record_hash);
  if (!about) {
    result.faults.push_back(make_fault(CoreText::fault_attachment_record, {}));
  } else if (!may_attach(*about)) {
    result.faults.push_back(make_fault(CoreText::fault_attachment_not_own, {}));
  }
  check_attachments(attachments, result.faults);
  if (!result.faults.empty()) return result;
  std::vector<Attachment> added;
  for (const Attachment& one : attachments) {
    if (!this->attachments().has(*about, *hash_from_hex(one.sha256))) added.push_back(one);
  }
  // Bytes of what is attached already may be what was missing.
  std::vector<std::string> arrived;
  for (const Attachment& one : attachments) arrived.push_back(one.sha256);
  const std::size_t kept = keep_attachments(arrived);
  result.outcome = added.empty() && kept == 0 ? SubmitResult::Outcome::already_there : SubmitResult::Outcome::accepted;
  if (added.empty()) return result;
  const std::string now = ports_.clock.now();
  const Author author{device_, now, random_hex_};
  std::vector<Appended> appended = found_if_first(ledger_, author, ports_.clock.today());
  StoreChange change;
  Appended run;
  state_attachments(*about, added, author, run, change);
  appended.push_back(std::move(run));
  take_entries(appended, std::move(change));
  return result;
}

bool App::withdraw_attachment(std::string_view record_hash, std::string_view sha256, std::string reason) {
  const auto about = attachable(record_hash);
  const auto attachment = hash_from_hex(sha256);
  if (!takes_changes() || reason.empty() || !about || !attachment) return false;
  if (!attachments().has(*about, *attachment) || !may_attach(*about)) return false;
  state(AttachmentWithdrawn{*about, *attachment, std::move(reason)});
  return true;
}

std::size_t App::keep_attachments(std::span<const std::string> sha256s) {
  if (!takes_changes()) return 0;
  StoreChange change;
  const std::vector<Attachment> wanted = wanted_attachments();
  for (const std::string& sha256 : sha256s) {
    const bool is_wanted =
        std::any_of(wanted.begin(), wanted.end(), [&sha256](const Attachment& one) { return one.sha256 == sha256; });
    if (is_wanted && blobs_.insert(sha256).second) change.blobs.push_back(sha256);
  }
  const std::size_t kept = change.blobs.size();
  if (kept > 0) enqueue(std::move(change));
  return kept;
}

void App::let_go(StoreChange& change) {
  if (blobs_.empty()) return;
  const auto named = attachments().named();
  for (const Record& record : ledger_.records()) {
    const auto* withdrawn = record.statement ? std::get_if<AttachmentWithdrawn>(&record.statement->body) : nullptr;
    if (withdrawn == nullptr || record.standing != RecordStanding::counts) continue;
    const bool is_named = std::any_of(named.begin(), named.end(), [withdrawn](const AttachmentAdded* one) {
      return one->attachment == withdrawn->attachment;
    });
    std::string sha256 = to_hex(withdrawn->attachment);
    if (is_named || is_drafted(sha256)) continue;
    if (blobs_.erase(sha256) > 0) change.blob_removals.push_back(std::move(sha256));
  }
}

std::string App::with_attachments(std::string bundle, const std::vector<const AttachmentAdded*>& list) const {
  std::string lines;
  for (const AttachmentAdded* one : list) {
    if (!has_attachment(to_hex(one->attachment))) continue;
    if (!lines.empty()) lines += ",\n";
    lines += attachment_line(one->attachment, one->type);
  }
  if (lines.empty()) return bundle;
  return opened_for_attachments(std::move(bundle)).append(lines).append(attachments_end);
}

}  // namespace hengping::shell
