// What was so, and what was known: a record that arrives late counts from its civil date on, and never rewrites what was decided before.
//
// What the bureau knew is read from its own signed records: each says what its device had seen by then (`seen`, and receipts of what was taken
// in). So it is the same on every device, and provable.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/ledger/ledger.h"
#include "core/policy/policy.h"
#include "core/rules/verdict_change.h"

namespace hengping {

/// Of the facts that count, those that the bureau's devices had by the end of that day in Asia/Shanghai, in legal order. The day is the one that
/// the bureau's records claim; where no bureau is known, devices of role bureau are meant.
[[nodiscard]] std::vector<const Fact*> facts_known_on(const Ledger& ledger, CivilDate day);

/// A decision that has been made, and what its device did not have by then.
struct LateDecision {
  std::uint32_t decision = 0;  ///< index into Ledger::records()
  std::string provider;
  std::vector<std::uint32_t> late;     ///< records that take effect before it and were not known to it, in legal order
  std::vector<VerdictChange> changes;  ///< what it rested on: as it was known → as it was, on the decision's day
};

/// Decisions (notices and decisions of Article 9, orders and waivers of Article 7, answers of Article 8, awards of Article 10) that would have
/// rested on other verdicts had everything been known that is known now. In legal order.
[[nodiscard]] std::vector<LateDecision> late_decisions(const Ledger& ledger, const Policy& base);

}  // namespace hengping
