// Article 10: the criterion 满意度评价.
#include <algorithm>

#include "core/rules/explanation.h"
#include "core/base/order.h"
#include "core/rules/score_card.h"

namespace hengping {

CriterionScore score_satisfaction(const RuleInput& input, const RatingSum& pool) {
  const ScoreCardParameters& parameters = input.policy.score_card;
  const SymbolTable& symbols = input.state.symbols();
  CriterionScore score;
  std::vector<std::string> withdrawn;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    for (const RatingSlot& slot : engagement.ratings) {
      std::string ref = symbols.text(engagement.id) + "@" + symbols.text(slot.period);
      (slot.effective() != nullptr ? score.refs : withdrawn).push_back(std::move(ref));
    }
  }
  put_in_order(score.refs);
  const RatingSum sum = sum_ratings(input.state, input.provider, parameters);
  const std::string number = std::to_string(sum.ratings());

  Explanation words;
  if (sum.ratings() < parameters.minimum_ratings || sum.ratings() == 0) {
    words.add(CoreText::score_satisfaction_too_few, {number, std::to_string(parameters.minimum_ratings)});
  } else {
    score.points = shrunk_points(sum, pool, parameters.prior_ratings);
    score.interval = wilson_interval(sum);
    words.add(CoreText::score_satisfaction_counted,
              {number, std::to_string(sum.satisfied), std::to_string(sum.basically_satisfied),
               std::to_string(sum.unsatisfied), name_refs(score.refs), mean_points(sum).to_string()});
    if (pool.ratings() > 0) {
      words.add(CoreText::score_satisfaction_shrunk,
                {mean_points(pool).to_string(), std::to_string(parameters.prior_ratings), score.points->to_string()});
    }
    words.add(CoreText::score_satisfaction_interval,
              {score.interval->low.to_string(), score.interval->high.to_string()});
  }
  words.add_left_out(CoreText::ground_9_2_withdrawn, std::move(withdrawn));
  score.explanation = words.take();
  return score;
}

}  // namespace hengping
