#include "core/rules/score_card.h"

#include "core/rules/explanation.h"

namespace hengping {

Bilingual criterion_words(Criterion criterion) {
  switch (criterion) {
    case Criterion::satisfaction: return say(CoreText::score_criterion_satisfaction);
    case Criterion::complaints: return say(CoreText::score_criterion_complaints);
    case Criterion::rectification: return say(CoreText::score_criterion_rectification);
    case Criterion::timeliness: return say(CoreText::score_criterion_timeliness);
    case Criterion::levels: return say(CoreText::score_criterion_levels);
    case Criterion::deliverables: return say(CoreText::score_criterion_deliverables);
    case Criterion::cases_and_guides: return say(CoreText::score_criterion_cases_and_guides);
  }
  return {};
}

RatingSum pool_ratings(const State& state, const Policy& policy, CivilDate as_of) {
  RatingSum sum;
  for (const ProviderState& provider : state.providers()) {
    if (judge_standing(RuleInput{state, provider, policy, as_of}) == Standing::disqualified) continue;
    sum += sum_ratings(state, provider, policy.score_card);
  }
  return sum;
}

ScoreCard score_provider(const RuleInput& input, const RatingSum& pool) {
  const ScoreCardParameters& parameters = input.policy.score_card;
  ScoreCard card;
  card.provider = input.state.symbols().text(input.provider.id);
  card.criteria_scores = {score_satisfaction(input, pool), score_complaints(input), score_rectification(input),
                          score_timeliness(input),         score_levels(input),     score_deliverables(input),
                          score_cases_and_guides(input)};
  Total total{0, 0};
  Bilingual without_data;
  for (std::size_t i = 0; i < criteria; ++i) {
    CriterionScore& score = card.criteria_scores.at(i);
    score.criterion = static_cast<Criterion>(i);
    score.weight = parameters.weights.at(i);
    if (score.points) {
      total.weighted += std::int64_t{score.weight} * score.points->hundredths;
      total.weight += score.weight;
    } else {
      const Bilingual separator = without_data.zh.empty() ? Bilingual{} : say(CoreText::list_separator);
      const Bilingual name = criterion_words(score.criterion);
      without_data.zh += separator.zh + name.zh;
      without_data.en += separator.en + name.en;
    }
  }
  card.weight_with_data = static_cast<int>(total.weight);
  if (total.weight > 0) card.total = total;
  card.ranked = card.total && card.weight_with_data >= parameters.least_weight_with_data;

  Explanation words;
  const std::string weight = std::to_string(card.weight_with_data);
  if (card.total) {
    words.add(CoreText::score_total, {card.total->rounded().to_string(), weight});
  } else {
    words.add(CoreText::score_no_total);
  }
  if (!without_data.zh.empty()) words.add(CoreText::score_without_data, {without_data});
  if (!card.ranked && card.total) {
    words.add(CoreText::score_not_ranked, {weight, std::to_string(parameters.least_weight_with_data)});
  }
  if (input.provider.reinstated) words.add(CoreText::score_reinstated, {input.provider.reinstated->on.to_string()});
  card.explanation = words.take();
  return card;
}

}  // namespace hengping
