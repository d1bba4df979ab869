// One record of a feed, from its exact bytes (core/ledger/FORMAT.md).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/base/symbol.h"
#include "core/codec/json_value.h"
#include "core/ledger/record.h"

namespace hengping {

/// 32 hex digits; empty until they are set, and of whatever has another length.
class DeviceDigits {
 public:
  DeviceDigits& operator=(std::string_view id) {
    is_set_ = id.size() == digits_.size();
    if (is_set_) std::copy(id.begin(), id.end(), digits_.begin());
    return *this;
  }
  [[nodiscard]] std::string_view text() const { return {digits_.data(), is_set_ ? digits_.size() : 0}; }

 private:
  std::array<char, 32> digits_{};
  bool is_set_ = false;
};

/// A record as read, not yet placed in a feed.
struct InputRecord {
  Record record;
  DeviceDigits device;           ///< the feed's device, as the record names it
  std::optional<Hash> previous;  ///< the record before it in its feed; nothing for the first
  std::vector<Hash> seen;        ///< of version 2
  std::uint32_t known =
      Record::nowhere;  ///< the ledger's record of these very bytes; of the rest then only the device counts
};

/// Reads one record from its exact bytes and parsed value. Pointers of faults begin with `pointer`. What is wrong with the body alone is no
/// fault: a newer version may have written it; such a record is kept as not understood.
[[nodiscard]] InputRecord read_record(JsonValue& value, std::string_view raw, const std::string& pointer,
                                      SymbolTable& symbols, FaultList& faults);

/// Reads what a redacted bundle shows of a record: {"body","body_salt","hash"}.
[[nodiscard]] InputRecord read_disclosure(JsonValue& value, std::string_view raw, const std::string& pointer,
                                          SymbolTable& symbols, FaultList& faults);

}  // namespace hengping
