#include "shell/app/drafts.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shell/app/app.h"
#include "shell/app/json_text.h"

namespace hengping::shell {

namespace {

constexpr std::string_view pointer_to_facts = "/facts";

std::string draft_key(std::string_view name) { return std::string(draft_prefix).append(name); }

}  // namespace

std::string draft_bytes(const Draft& draft) {
  std::string bytes;
  for (const std::string& hash : draft.blobs) bytes.append(bytes.empty() ? "" : " ").append(hash);
  return bytes.append("\n").append(draft.text);
}

Draft read_draft(const std::string& bytes) {
  Draft draft;
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  for (std::size_t at = 0; at < end;) {
    const std::size_t space = std::min(bytes.find(' ', at), end);
    draft.blobs.push_back(bytes.substr(at, space - at));
    at = space + 1;
  }
  draft.text = bytes.substr(std::min(end + 1, bytes.size()));
  return draft;
}

const std::string* App::draft(std::string_view name) const {
  const auto found = drafts_.find(name);
  return found == drafts_.end() ? nullptr : &found->second.text;
}

void App::keep_draft(std::string_view name, std::string text, std::span<const Attachment> attachments) {
  if (!takes_changes()) return;
  Draft draft{std::move(text), {}};
  for (const Attachment& file : attachments) draft.blobs.push_back(file.sha256);
  Draft& kept = drafts_[std::string(name)];
  if (kept.text == draft.text && kept.blobs == draft.blobs) return;
  const Draft before = std::exchange(kept, std::move(draft));
  StoreChange change;
  change.puts.push_back({draft_key(name), draft_bytes(kept)});
  for (const std::string& hash : kept.blobs) {
    if (blobs_.insert(hash).second) change.blobs.push_back(hash);
  }
  let_go_of(before.blobs, change);
  enqueue(std::move(change));
}

void App::drop_draft(std::string_view name) {
  if (!drafts_.contains(name) || !takes_changes()) return;
  StoreChange change;
  remove_draft(name, change);
  enqueue(std::move(change));
}

void App::remove_draft(std::string_view name, StoreChange& change) {
  const auto found = drafts_.find(name);
  if (found == drafts_.end()) return;
  const Draft gone = std::move(found->second);
  drafts_.erase(found);
  change.removals.push_back(draft_key(name));
  let_go_of(gone.blobs, change);
}

bool App::is_drafted(const std::string& sha256) const {
  return std::any_of(drafts_.begin(), drafts_.end(), [&sha256](const auto& one) {
    const auto& blobs = one.second.blobs;
    return std::find(blobs.begin(), blobs.end(), sha256) != blobs.end();
  });
}

void App::let_go_of(const std::vector<std::string>& sha256s, StoreChange& change) {
  if (sha256s.empty()) return;
  const AttachmentIndex index(ledger_);  // also of what has just been stated
  const auto named = index.named();
  for (const std::string& sha256 : sha256s) {
    const bool stated = std::any_of(named.begin(), named.end(), [&sha256](const AttachmentAdded* one) {
      return to_hex(one->attachment) == sha256;
    });
    if (!stated && !is_drafted(sha256) && blobs_.erase(sha256) > 0) change.blob_removals.push_back(sha256);
  }
}

SubmitResult App::submit_together(std::span<const JsonValue> facts, std::span<const Attachment> attachments,
                                  std::string_view draft) {
  SubmitResult result;
  if (!takes_changes()) {
    result.outcome = SubmitResult::Outcome::not_ready;
    return result;
  }
  std::string text = R"({"format":"hengping.facts","version":1,"facts":)";
  append_json(text, JsonValue::array(std::vector<JsonValue>(facts.begin(), facts.end())));
  Intake intake = ledger_.examine(text + "}", *policy_, &device_);
  result.faults = intake.faults().sorted();
  for (Fault& fault : result.faults) {
    if (fault.pointer.starts_with(pointer_to_facts)) fault.pointer.erase(0, pointer_to_facts.size());
  }
  check_attachments(attachments, result.faults);
  if (!result.faults.empty()) return result;
  if (intake.added() == 0) {
    result.outcome = SubmitResult::Outcome::already_there;
    return result;
  }
  take(std::move(intake), attachments, draft);
  result.outcome = SubmitResult::Outcome::accepted;
  return result;
}

}  // namespace hengping::shell
