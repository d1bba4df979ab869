// How far a contract is behind its plan: Article 9(3) judges by it, Article 10 scores it.
#pragma once

#include "core/rules/verdict.h"
#include "core/state/state.h"

namespace hengping {

/// Planned minus actual percent of a contract with a plan on the day, exactly; 0 if it is not behind (semantics §4).
[[nodiscard]] Lag progress_lag(const EngagementState& engagement, CivilDate day);

}  // namespace hengping
