// A ledger as one file, and the device that keeps it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/ledger/ledger.h"
#include "shell/cli/console.h"

namespace hengping::cli {

struct LedgerFile {
  Ledger ledger;
  std::optional<Device> own;  ///< none in a bundle
};

/// Reads the text of a ledger or bundle; `path` only names it. Nothing if there are faults.
[[nodiscard]] std::optional<LedgerFile> read_ledger(std::string_view path, std::string_view text, const Policy& policy,
                                                    FaultList& faults);

/// Reads a policy document; nothing if there are faults.
[[nodiscard]] std::optional<Policy> read_policy_file(const std::string& path, FaultList& faults);

/// A file that cannot be read, as a fault.
[[nodiscard]] Fault unreadable_file(std::string_view path, const std::string& reason);
/// A file that is readable but not of the kind that is needed here.
/// A provider (contract) that is not registered (signed) by the day.
[[nodiscard]] Fault unknown_provider(std::string_view id, std::string_view as_of);
[[nodiscard]] Fault unknown_engagement(std::string_view id, std::string_view as_of);
[[nodiscard]] Fault not_a_ledger(std::string_view path);

/// A new identity from the system's random numbers.
[[nodiscard]] Device new_device(Role role, std::string name);

/// Now, `2026-11-23T05:31:08Z`.
[[nodiscard]] std::string instant_now();

}  // namespace hengping::cli
