// The raw contents of a store, which the page hands out when the program cannot write a bundle any more (web/page/recovery.js).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hengping::shell {

/// What can be taken in of it, as texts for Ledger::examine.
struct StoreDump {
  std::string bundle;          ///< all that its devices have signed, and what devices without a key have stated
  std::string facts;           ///< a facts file of what was not signed any more; empty if there is nothing
  std::size_t unreadable = 0;  ///< entries that are damaged or unknown
};

/// Nothing if the text is no such copy.
[[nodiscard]] std::optional<StoreDump> read_store_dump(std::string_view text);

}  // namespace hengping::shell
