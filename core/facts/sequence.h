// What facts ask of the facts before them: identifiers that exist already or not yet, things that belong to one another, orders that are
// still open to be named (semantics §1 "Faults", "Order").
#pragma once

#include <cstdint>
#include <deque>
#include <span>

#include "core/base/fault.h"
#include "core/facts/identifiers.h"
#include "core/facts/read_fact.h"
#include "core/policy/policy.h"
#include "core/state/state.h"

namespace hengping {

/// What a file's facts are judged against.
struct SequenceBase {
  const Identifiers& known;  ///< the ledger's identifiers
  FactSequence ledger;       ///< the ledger's facts in legal order
  const SymbolTable& symbols;
  const Policy& policy;  ///< in force until a fact adopts another
};

/// Checks a file's new facts against each other and against the ledger's. An identifier is the earliest fact's that makes it, but one of the
/// ledger stays the ledger's whatever the dates: a record once taken in stays valid. `skip[i]` leaves out a fact that is already there.
void check_sequence(const std::deque<ReadFact>& facts, std::span<const std::uint8_t> skip, const SequenceBase& base,
                    FaultList& faults);

}  // namespace hengping
