// Article 10: 建立试点企业对服务商的满意度评价机制. What few ratings can say, and how surely.
#pragma once

#include <cstdint>

#include "core/base/decimal.h"
#include "core/policy/policy.h"
#include "core/state/state.h"

namespace hengping {

/// Points of 100 with at most two decimals: the shape of a percentage.
using Points = Percent;

/// Effective ratings, added up.
struct RatingSum {
  std::int64_t satisfied = 0;
  std::int64_t basically_satisfied = 0;
  std::int64_t unsatisfied = 0;
  std::int64_t points = 0;  ///< satisfied 100 each, basically satisfied as the policy says, unsatisfied 0
  [[nodiscard]] std::int64_t ratings() const { return satisfied + basically_satisfied + unsatisfied; }

  void add(Satisfaction satisfaction, const ScoreCardParameters& parameters);
  RatingSum& operator+=(const RatingSum& other);
};

[[nodiscard]] RatingSum sum_ratings(const State& state, const ProviderState& provider,
                                    const ScoreCardParameters& parameters);

/// points / ratings, rounded to hundredths half away from zero; `ratings` > 0.
[[nodiscard]] Points mean_points(const RatingSum& sum);

/// The mean drawn towards the pool's mean, as if `prior_ratings` further ratings had been given that equal it:
/// (points + prior · pool mean) / (ratings + prior). So a provider with three good ratings does not pass one with three hundred.
/// A shrinkage estimate (the mean of the posterior, "Bayesian average"): Efron and Morris, "Stein's paradox in statistics", Scientific
/// American 236 (1977), 119–127. Computed exactly and rounded once. With an empty pool nothing is drawn. `sum.ratings()` > 0.
[[nodiscard]] Points shrunk_points(const RatingSum& sum, const RatingSum& pool, int prior_ratings);

/// Ends of an interval, in points of 100.
struct Interval {
  Points low;
  Points high;
};

/// The score interval of Wilson ("Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927), 209–212) at 95 % (z = 1.96), for the mean of ratings scaled to [0,1]: all means that the ratings do
/// not contradict. Wilson's is for yes and no; for values between, too, it is wide enough, for no variable in [0,1] with the mean p varies
/// more than p(1−p). It says how much the ratings may mislead by their number alone, not whether the right people were asked.
/// Rounded outwards to hundredths, by whole numbers only. `sum.ratings()` > 0.
[[nodiscard]] Interval wilson_interval(const RatingSum& sum);

}  // namespace hengping
