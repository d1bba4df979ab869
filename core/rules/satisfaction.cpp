#include "core/rules/satisfaction.h"

#include <algorithm>
#include <cstdlib>

namespace hengping {
namespace {

constexpr std::int64_t full_points = 100;
constexpr std::int64_t hundredths_per_point = 100;
constexpr std::int64_t whole = full_points * hundredths_per_point;  // a mean of 1, in hundredths of a point

Points rounded(std::int64_t numerator, std::int64_t denominator) {
  return Points{static_cast<std::int32_t>((2 * numerator + denominator) / (2 * denominator))};
}

/// Whether the ratings contradict a true mean of `hundredths`, or just do not. With p the mean seen and x the one asked about, that is
/// (p − x)² ≥ z² x(1 − x) / n; with p = points / 100n, x = hundredths / 10000 and z = 49/25, in whole numbers:
/// 625 (100 points − hundredths · n)² ≥ 2401 n · hundredths (10000 − hundredths).
bool at_or_beyond_an_end(const RatingSum& sum, std::int64_t hundredths) {
  constexpr std::int64_t z_squared_by_625 = 2401;
  // Beyond this the left side is larger in any case (up to 150 million ratings), and neither side leaves 63 bits.
  constexpr std::int64_t far = 120'000'000;
  const std::int64_t n = sum.ratings();
  const std::int64_t apart = std::min(std::abs(hundredths_per_point * sum.points - hundredths * n), far);
  return 625 * apart * apart >= z_squared_by_625 * n * hundredths * (whole - hundredths);
}

}  // namespace

void RatingSum::add(Satisfaction satisfaction, const ScoreCardParameters& parameters) {
  switch (satisfaction) {
    case Satisfaction::satisfied:
      ++satisfied;
      points += full_points;
      break;
    case Satisfaction::basically_satisfied:
      ++basically_satisfied;
      points += parameters.basically_satisfied_points;
      break;
    case Satisfaction::unsatisfied: ++unsatisfied; break;
  }
}

RatingSum& RatingSum::operator+=(const RatingSum& other) {
  satisfied += other.satisfied;
  basically_satisfied += other.basically_satisfied;
  unsatisfied += other.unsatisfied;
  points += other.points;
  return *this;
}

RatingSum sum_ratings(const State& state, const ProviderState& provider, const ScoreCardParameters& parameters) {
  RatingSum sum;
  for (const EngagementIndex index : provider.engagements) {
    for (const RatingSlot& slot : state.engagements()[index].ratings) {
      if (const RatingGiven* rating = slot.effective()) sum.add(rating->satisfaction, parameters);
    }
  }
  return sum;
}

Points mean_points(const RatingSum& sum) { return rounded(sum.points * hundredths_per_point, sum.ratings()); }

Points shrunk_points(const RatingSum& sum, const RatingSum& pool, int prior_ratings) {
  if (pool.ratings() == 0) return mean_points(sum);
  return rounded((sum.points * pool.ratings() + prior_ratings * pool.points) * hundredths_per_point,
                 (sum.ratings() + prior_ratings) * pool.ratings());
}

Interval wilson_interval(const RatingSum& sum) {
  // The condition is a parabola in x whose roots are the two ends, one on either side of the mean: each is found by halving. At a mean of
  // 1 (or 0) that value itself is the upper (lower) end, so the search for the other stops before it.
  const std::int64_t n = sum.ratings();
  const std::int64_t mean_down = hundredths_per_point * sum.points / n;
  const std::int64_t mean_up = (hundredths_per_point * sum.points + n - 1) / n;
  std::int64_t low = 0;
  for (std::int64_t first = 0, last = std::min(mean_down, whole - 1); first <= last;) {
    const std::int64_t middle = (first + last) / 2;
    if (at_or_beyond_an_end(sum, middle)) {
      low = middle;
      first = middle + 1;
    } else {
      last = middle - 1;
    }
  }
  std::int64_t high = whole;
  for (std::int64_t first = std::max<std::int64_t>(mean_up, 1), last = whole; first <= last;) {
    const std::int64_t middle = (first + last) / 2;
    if (at_or_beyond_an_end(sum, middle)) {
      high = middle;
      last = middle - 1;
    } else {
      first = middle + 1;
    }
  }
  return Interval{Points{static_cast<std::int32_t>(low)}, Points{static_cast<std::int32_t>(high)}};
}

}  // namespace hengping
