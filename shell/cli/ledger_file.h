// A ledger as one file, and the device that keeps it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ledger/ledger.h"
#include "shell/cli/attachments.h"
#include "shell/cli/console.h"
#include "shell/cli/files.h"

namespace hengping::cli {

struct LedgerFile {
  Ledger ledger;
  std::optional<OwnDevice> own;  ///< none in a bundle
  Attachments attachments;
  FaultList attachment_faults;  ///< of those that are not what a record says: all else is there
};

/// Reads the text of a ledger or bundle; `path` only names it. Nothing if there are faults.
[[nodiscard]] std::optional<LedgerFile> read_ledger(std::string_view path, std::string text, const Policy& policy,
                                                    FaultList& faults);

/// Reads a bundle or ledger; nothing if it was refused, which has been said.
[[nodiscard]] std::optional<LedgerFile> load_ledger(const std::string& path, Console& console, Exit& exit);

/// A ledger file of the command line that is to be changed: locked, read, and written back as a whole.
class OpenLedger {
 public:
  /// Locks and reads it; one that is not there is made if `may_be_new`. False if that has been refused, which has been said.
  [[nodiscard]] bool open(const std::string& path, bool may_be_new, Console& console, Exit& exit);
  /// Makes one for this identity; refused if something is there already.
  [[nodiscard]] bool create(const std::string& path, OwnDevice own, Console& console, Exit& exit);
  [[nodiscard]] Ledger& ledger() { return file_.ledger; }
  [[nodiscard]] const Device& device() const { return file_.own->device; }
  [[nodiscard]] Attachments& attachments() { return file_.attachments; }
  [[nodiscard]] bool is_new() const { return is_new_; }
  /// Makes a record of what the bureau states about the ledger.
  void state(StatementBody body);
  /// Signs what is new of this device's own feed and writes the file.
  [[nodiscard]] bool save(Console& console);

 private:
  [[nodiscard]] bool lock(const std::string& path, Console& console, Exit& exit);
  void give_key();

  std::string path_;
  LedgerLock lock_;
  LedgerFile file_;
  bool is_new_ = false;
};

/// Who makes records on this machine, now.
[[nodiscard]] Author author_of(const Device& device, std::string_view instant);
/// Signs the end of the device's own feed.
void sign_own_feed(Ledger& ledger, const OwnDevice& own);

/// Reads a policy document; nothing if there are faults.
[[nodiscard]] std::optional<Policy> read_policy_file(const std::string& path, FaultList& faults);

/// A file that cannot be read, as a fault.
[[nodiscard]] Fault unreadable_file(std::string_view path, const std::string& reason);
/// A provider (contract) that is not registered (signed) by the day.
[[nodiscard]] Fault unknown_provider(std::string_view id, std::string_view as_of);
[[nodiscard]] Fault unknown_engagement(std::string_view id, std::string_view as_of);
/// A file that is readable but not of the kind that is needed here.
[[nodiscard]] Fault not_a_ledger(std::string_view path);
/// No single device, record or side of a conflict begins so.
[[nodiscard]] Fault unknown_subject(std::string_view subject);
/// What only the bureau may state, asked of another role's device.
[[nodiscard]] Fault not_the_bureau(std::string_view role);

/// A new identity with a key from the system's random numbers.
[[nodiscard]] OwnDevice new_device(Role role, std::string name, std::string scope);

/// Today in Asia/Shanghai.
[[nodiscard]] CivilDate today();
/// Now, `2026-11-23T05:31:08Z`.
[[nodiscard]] std::string instant_now();

}  // namespace hengping::cli
