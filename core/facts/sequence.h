// What facts ask of the facts before them: identifiers that exist already or not yet (semantics §1 "Faults", "Order").
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "core/base/fault.h"
#include "core/facts/read_fact.h"

namespace hengping {

/// Since when an identifier exists: its fact's `on` and place among facts of that day. Places of a ledger come before those of a file.
struct Since {
  CivilDate on;
  std::int64_t place = 0;
  auto operator<=>(const Since&) const = default;
};

/// The identifiers that exist, by name space and symbol.
class Identifiers {
 public:
  /// Keeps the earliest. Returns whether it was new.
  bool define(NameSpace name_space, std::uint32_t symbol, const Since& since);
  [[nodiscard]] const Since* find(NameSpace name_space, std::uint32_t symbol) const;

 private:
  std::array<std::unordered_map<std::uint32_t, Since>, name_spaces> since_;
};

/// Checks a file's new facts against each other and against `known`, the ledger's. An identifier is the earliest fact's that makes it, but one
/// of the ledger stays the ledger's whatever the dates: a record once taken in stays valid. `skip[i]` leaves out a fact that is already there.
void check_sequence(std::span<const ReadFact> facts, std::span<const std::uint8_t> skip, const Identifiers& known,
                    const SymbolTable& symbols, FaultList& faults);

}  // namespace hengping
