// How ratings went from period to period.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "shell/app/detail_views.h"

namespace hengping::shell {

struct PeriodTally {
  std::string period;  ///< "2025-03", "2025-Q1" or "final"
  RatingTally tally;
  [[nodiscard]] bool operator==(const PeriodTally&) const = default;
};

/// The ratings in force by period, earliest first: a quarter after its last month, final ratings at the end. Where all periods are months
/// and lie within five years, months without a rating stand between the others with nothing, so that distance is time.
[[nodiscard]] std::vector<PeriodTally> rating_history(std::span<const RatingView> ratings);

}  // namespace hengping::shell
