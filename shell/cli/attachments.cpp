#include "shell/cli/attachments.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "core/text/say.h"

namespace hengping::cli {
namespace {

constexpr mode_t folder_mode = 0777;

}  // namespace

std::string attachment_file_name(const AttachmentAdded& attachment) {
  constexpr std::array<std::string_view, 4> endings = {".jpg", ".png", ".webp", ".pdf"};
  return to_hex(attachment.attachment).append(endings.at(static_cast<std::size_t>(attachment.type)));
}

void Attachments::take(const Intake& intake, const std::shared_ptr<const std::string>& text) {
  if (intake.attachments().empty()) return;
  texts_.push_back(text);
  for (const CarriedAttachment& one : intake.attachments()) lines_.emplace(one.hash, one.line);
}

std::size_t Attachments::take_folder(const std::string& folder, const AttachmentList& wanted, FaultList& faults) {
  std::size_t taken = 0;
  for (const AttachmentAdded* one : missing(wanted)) {
    const std::string path = folder + "/" + attachment_file_name(*one);
    if (!file_exists(path)) continue;
    const Attempt<std::string> bytes = read_file(path);
    if (!bytes.value || bytes.value->size() != one->size || sha256(*bytes.value) != one->attachment) {
      faults.add(make_fault(CoreText::fault_attachment_altered, path));
      continue;
    }
    texts_.push_back(std::make_shared<const std::string>(attachment_line(one->attachment, one->type, *bytes.value)));
    lines_.emplace(one->attachment, *texts_.back());
    ++taken;
  }
  return taken;
}

AttachmentList Attachments::missing(const AttachmentList& list) const {
  AttachmentList result;
  std::copy_if(list.begin(), list.end(), std::back_inserter(result),
               [this](const AttachmentAdded* one) { return !has(one->attachment); });
  return result;
}

std::size_t Attachments::write(OutputFile& file, std::string bundle, const AttachmentList& list) const {
  std::size_t size = 0;
  const auto put = [&](std::string_view bytes) {
    file.write(bytes);
    size += bytes.size();
  };
  bool any = false;
  for (const AttachmentAdded* one : list) {
    const auto found = lines_.find(one->attachment);
    if (found == lines_.end()) continue;
    put(any ? std::string(",\n") : opened_for_attachments(std::move(bundle)));
    put(found->second);
    any = true;
  }
  put(any ? std::string(attachments_end) : bundle);
  return size;
}

std::string Attachments::write_folder(const std::string& folder, const AttachmentList& list) const {
  if (::mkdir(folder.c_str(), folder_mode) != 0 && errno != EEXIST) return std::generic_category().message(errno);
  for (const AttachmentAdded* one : list) {
    const auto found = lines_.find(one->attachment);
    if (found == lines_.end()) continue;
    OutputFile file;
    if (file.open(folder + "/" + attachment_file_name(*one))) file.write(attachment_bytes(found->second));
    if (!file.commit()) return file.error();
  }
  return {};
}

}  // namespace hengping::cli
