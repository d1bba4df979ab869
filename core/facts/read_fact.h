// From one JSON value to one fact, with every fault of its form (semantics §1). What it says about other facts is
// judged by core/facts/sequence.h.
#pragma once

#include <optional>
#include <string>

#include "core/base/fault.h"
#include "core/codec/json_value.h"
#include "core/facts/fact.h"
#include "core/facts/kinds.h"

namespace hengping {

/// A fact as read, sound or not.
struct ReadFact {
  Fact fact;  ///< meaningful only if sound
  bool sound = false;
  bool kind_known = false;  ///< `fact.body` is of the stated kind, its sound members as stated
  bool dated = false;       ///< `on` is a real date; without it the fact's identifier exists from the beginning
  std::int64_t place = 0;   ///< position among the facts of the file; in a bundle the one that ticks give
  Mentions mentions;
  std::optional<NeedId> need;  ///< of need.listed: unique within its engagement
  std::string pointer;         ///< "/facts/3"; only of facts that mention something
  std::string canonical;  ///< RFC 8785 bytes of the fact with `by` stated and money as strings; empty unless asked for
};

/// Reads and normalises `value` in place. `index` is the fact's place in its file, for the order of faults.
[[nodiscard]] ReadFact read_fact(JsonValue& value, std::string pointer, std::size_t index, SymbolTable& symbols,
                                 FaultList& faults);

}  // namespace hengping
