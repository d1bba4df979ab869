// From one JSON value to one fact, with every fault of its form (semantics §1). What it says about other facts is
// judged by core/facts/sequence.h.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <tuple>

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
  bool normalised = false;  ///< its JSON was changed: `by` was not stated, or money was a number
  bool dated = false;       ///< `on` is a real date; without it the fact's identifier exists from the beginning
  std::int64_t place = 0;   ///< position among the facts of the file; in a bundle the one that ticks give
  Mentions mentions;
  std::optional<NeedId> need;  ///< of need.listed: unique within its engagement
  std::string canonical;  ///< RFC 8785 bytes of the fact with `by` stated and money as strings; empty unless asked for
  std::unique_ptr<const std::string> record;  ///< the pointer to a fact that stands in a record; null in a facts file

  /// `index` is the fact's place in its file.
  [[nodiscard]] std::string pointer(std::size_t index) const {
    return record ? *record : "/facts/" + std::to_string(index);
  }
};

/// The legal order among the facts of one file: by day, then by place (semantics §1).
[[nodiscard]] inline bool comes_before(const ReadFact& one, const ReadFact& other) {
  return std::tie(one.fact.on, one.place) < std::tie(other.fact.on, other.place);
}

/// Reads and normalises `value` in place into `result`, whose `record` is set already. `index` is the fact's place in its file.
void read_fact(JsonValue& value, std::size_t index, SymbolTable& symbols, FaultList& faults, ReadFact& result);

}  // namespace hengping
