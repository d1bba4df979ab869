// The photos and documents that files and folders hold, as the command line passes them on.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/intake.h"
#include "core/ledger/ledger.h"
#include "shell/cli/files.h"

namespace hengping::cli {

/// What a command is asked to do with the attachments that its output would carry.
struct AttachmentOptions {
  std::string folder;    ///< they go there instead, each named by its hash; empty: they do not
  bool without = false;  ///< they are left out
};

/// Attachments as a list asks for them.
using AttachmentList = std::vector<const AttachmentAdded*>;

/// Lines of attachments (core/ledger/attachments.h) by hash.
class Attachments {
 public:
  /// What an examined file carries; `text` is the file's own, and is kept as long as lines stand in it.
  void take(const Intake& intake, const std::shared_ptr<const std::string>& text);
  /// Of those not held yet the ones that stand in the folder under their names. Says how many; files that are not what their name says are faults, their
  /// pointers the files' names.
  std::size_t take_folder(const std::string& folder, const AttachmentList& wanted, FaultList& faults);
  [[nodiscard]] bool has(const Hash& hash) const { return lines_.contains(hash); }
  /// Of a list what is not held.
  [[nodiscard]] AttachmentList missing(const AttachmentList& list) const;
  /// Writes a bundle or ledger file, with what of the list is held. Says how many bytes that are.
  std::size_t write(OutputFile& file, std::string bundle, const AttachmentList& list) const;
  /// Writes what of the list is held to a folder, made if it is not there. The system's words, empty if it was written.
  [[nodiscard]] std::string write_folder(const std::string& folder, const AttachmentList& list) const;

 private:
  std::map<Hash, std::string_view> lines_;
  std::vector<std::shared_ptr<const std::string>> texts_;
};

/// The name of a file that holds one: its hash, and the ending of its type.
[[nodiscard]] std::string attachment_file_name(const AttachmentAdded& attachment);

}  // namespace hengping::cli
