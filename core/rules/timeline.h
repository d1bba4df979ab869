// When each verdict of a provider changed, and by which record or by the passing of which day.
#pragma once

#include <string_view>
#include <vector>

#include "core/rules/verdict_change.h"
#include "core/state/state.h"

namespace hengping {

struct TimelineEntry {
  CivilDate on;
  const Fact* by = nullptr;  ///< the record that changed it; null: the day passed (a due date, a plan)
  std::vector<VerdictChange> changes;
};

/// From the day of its registration to `until`, in order; each day is judged by the policy in force on it, adopted or `base`. Empty if no such
/// provider is registered by then.
[[nodiscard]] std::vector<TimelineEntry> timeline(const FactSequence& sequence, const Policy& base,
                                                  std::string_view provider, CivilDate until);

}  // namespace hengping
