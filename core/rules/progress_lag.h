// How far a contract is behind its plan: Article 9(3) judges by it, Article 10 scores it.
#pragma once

#include "core/rules/verdict.h"
#include "core/state/state.h"

namespace hengping {

/// Planned percent of a contract with a plan on the day, exactly, in hundredths of a percent: linear by whole days between points, from 0 on
/// the day of signing, constant after the last (semantics §4).
[[nodiscard]] Lag planned_progress(const EngagementState& engagement, CivilDate day);

/// Planned minus actual percent of a contract with a plan on the day, exactly; 0 if it is not behind (semantics §4).
[[nodiscard]] Lag progress_lag(const EngagementState& engagement, CivilDate day);

}  // namespace hengping
