// What was done in a tab and not stored before another tab took over writing, in a form that can be submitted to whatever is stored by then.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/ledger.h"
#include "shell/app/ports.h"
#include "shell/app/settings.h"

namespace hengping::shell {

/// Why nothing can be stored then, as a store would say it.
inline constexpr std::string_view not_writer_reason = "NotWriterError";

struct Stranded {
  /// A record of this device: which it was, and its body's canonical bytes.
  struct Own {
    Hash hash{};
    std::string body;
    bool is_fact = true;  ///< else a statement about the ledger
  };
  std::size_t changes = 0;  ///< actions of a person; 0: nothing is stranded
  std::vector<Own> own;     ///< in the order in which they were made
  std::string bundle;       ///< what was taken in of other devices; empty if nothing was
  std::optional<Settings> settings;
  std::optional<Device> device;  ///< as whom this one was introduced
  bool cleared = false;          ///< everything was to be deleted
};

/// A facts file of what can stand in one; empty if nothing can.
[[nodiscard]] std::string facts_file(std::span<const Stranded::Own> own);

/// Adds what `changes` would have stored. `ledger` still holds their records; `rewritten`: what removes everything puts it back, too.
void add_stranded(Stranded& stranded, std::span<const StoreChange> changes, const Ledger& ledger, const Device& device,
                  const Settings& settings, bool rewritten);

}  // namespace hengping::shell
