// Article 10: 常态化组织开展服务商跟踪评价工作 … 结果将作为服务商评优和动态管理的重要依据. One provider's weighted score card.
//
// Each criterion gives 0–100 points, computed exactly and rounded once to hundredths; what is shown is what is weighed, so anyone can add a
// card up again by hand. A criterion without data gives none: neither full marks nor zero. The total is the weighted mean over the criteria
// with data, and states the weight behind it.
//
// All that was stated by the day counts, also from before a reinstatement (no RuleInput::counts): the measures' counters restart so that
// nobody loses standing twice for the same thing (semantics §4 names the grounds of Article 9 only), but an award looks at the whole work.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bilingual.h"
#include "core/rules/rule.h"
#include "core/rules/satisfaction.h"

namespace hengping {

[[nodiscard]] Bilingual criterion_words(Criterion criterion);

struct CriterionScore {
  Criterion criterion = Criterion::satisfaction;
  int weight = 0;                    ///< the policy's, 0–100
  std::optional<Points> points;      ///< none: no data
  std::optional<Interval> interval;  ///< of satisfaction: what the ratings' mean may be
  std::vector<std::string> refs;     ///< what was counted, in byte order
  Bilingual explanation;             ///< what was counted, what was left out and why; without data, why
};

/// A weighted mean, exact: weighted / weight hundredths of a point.
struct Total {
  std::int64_t weighted = 0;
  std::int64_t weight = 1;  ///< > 0
  [[nodiscard]] bool operator<(const Total& other) const { return weighted * other.weight < other.weighted * weight; }
  [[nodiscard]] bool operator==(const Total& other) const { return weighted * other.weight == other.weighted * weight; }
  /// Hundredths of a point, rounded half away from zero.
  [[nodiscard]] Points rounded() const {
    return Points{static_cast<std::int32_t>((2 * weighted + weight) / (2 * weight))};
  }
};

struct ScoreCard {
  std::string provider;
  std::array<CriterionScore, criteria> criteria_scores;  ///< by Criterion
  int weight_with_data = 0;                              ///< coverage: the weight behind the total, 0–100
  std::optional<Total> total;                            ///< none: no criterion that weighs has data
  bool ranked = false;                                   ///< there is a total, and `least_weight_with_data` behind it
  Bilingual explanation;
};

/// The ratings of all providers in the pool: those whose standing is not disqualified. Computed once for all cards of a day.
[[nodiscard]] RatingSum pool_ratings(const State& state, const Policy& policy, CivilDate as_of);

[[nodiscard]] ScoreCard score_provider(const RuleInput& input, const RatingSum& pool);

// The criteria, one function each (score_satisfaction.cpp, score_supervision.cpp, score_work.cpp). Criterion and weight are filled in by
// score_provider.

/// Effective ratings (Article 9(2)), with fewer than `minimum_ratings` no data; drawn towards the pool's mean (satisfaction.h).
[[nodiscard]] CriterionScore score_satisfaction(const RuleInput& input, const RatingSum& pool);
/// 100 less `complaint_points` for each complaint upheld, shared among all contracts ever signed; without a contract no data.
[[nodiscard]] CriterionScore score_complaints(const RuleInput& input);
/// Of the orders that are decided (closed, lapsed or refused) the share closed on time, closed late counting half; none decided: no data.
[[nodiscard]] CriterionScore score_rectification(const RuleInput& input);
/// 100 less the mean lag of the active contracts with a plan, each lag in points as Article 9(3) states it; none: no data.
[[nodiscard]] CriterionScore score_timeliness(const RuleInput& input);
/// Of the contracts assessed after the transformation the share whose last assessment reached `required_level`; none assessed: no data.
[[nodiscard]] CriterionScore score_levels(const RuleInput& input);
/// Share of the items of Article 5 that are met (partly met counts half) over the contracts that have ended or whose due day has come; until
/// then nothing is missing yet. Contracts that were terminated are left out: what they no longer needed is nobody's fault. None: no data.
[[nodiscard]] CriterionScore score_deliverables(const RuleInput& input);
/// Cases, guides and products (Articles 5(4) and 5(5)), `cases_for_full_points` earning all points; without a contract no data.
[[nodiscard]] CriterionScore score_cases_and_guides(const RuleInput& input);

}  // namespace hengping
