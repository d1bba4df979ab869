// Article 10: the criteria 投诉 and 限期整改.
#include <algorithm>
#include <utility>

#include "core/rules/explanation.h"
#include "core/base/order.h"
#include "core/rules/score_card.h"

namespace hengping {
namespace {

constexpr std::int64_t full = 10'000;  // hundredths of a point

}  // namespace

CriterionScore score_complaints(const RuleInput& input) {
  CriterionScore score;
  std::vector<std::string> open;
  std::vector<std::string> dismissed;
  for (const CaseIndex index : input.provider.cases) {
    const CaseState& one = input.state.cases()[index];
    if (one.complaint == nullptr) continue;
    const std::string& id = input.state.symbols().text(one.id);
    switch (one.verdict) {
      case CaseState::Verdict::none: open.push_back(id); break;
      case CaseState::Verdict::confirmed: score.refs.push_back(id); break;
      case CaseState::Verdict::dismissed: dismissed.push_back(id); break;
    }
  }
  put_in_order(score.refs);
  const auto contracts = static_cast<std::int64_t>(input.provider.engagements.size());
  const auto upheld = static_cast<std::int64_t>(score.refs.size());
  const std::int64_t each = input.policy.score_card.complaint_points;
  Explanation words;
  if (contracts == 0) {
    words.add(CoreText::score_no_contract);
  } else {
    constexpr std::int64_t hundredths_per_point = 100;
    const std::int64_t lost = (2 * each * hundredths_per_point * upheld + contracts) / (2 * contracts);
    score.points = Points{static_cast<std::int32_t>(std::max<std::int64_t>(0, full - lost))};
    if (upheld == 0) {
      words.add(CoreText::score_complaints_none, {std::to_string(contracts)});
    } else {
      words.add(CoreText::score_complaints_counted,
                {std::to_string(contracts), std::to_string(upheld), name_refs(score.refs), std::to_string(each)});
    }
    words.add(CoreText::score_points, {score.points->to_string()});
  }
  words.add_left_out(CoreText::ground_findings_open, std::move(open));
  words.add_left_out(CoreText::ground_findings_dismissed, std::move(dismissed));
  score.explanation = words.take();
  return score;
}

CriterionScore score_rectification(const RuleInput& input) {
  std::vector<std::string> on_time;
  std::vector<std::string> late;
  std::vector<std::string> failed;
  std::vector<std::string> running;
  std::vector<std::string> voided;
  for (const OrderIndex index : input.provider.orders) {
    const OrderState& order = input.state.orders()[index];
    const std::string& id = input.state.symbols().text(order.id);
    switch (judge_order(order, input.policy, input.as_of).status) {
      case OrderStatus::closed_on_time: on_time.push_back(id); break;
      case OrderStatus::closed_late: late.push_back(id); break;
      case OrderStatus::lapsed:
      case OrderStatus::refused: failed.push_back(id); break;
      case OrderStatus::open:
      case OrderStatus::awaiting_verification: running.push_back(id); break;
      case OrderStatus::voided: voided.push_back(id); break;
    }
  }
  CriterionScore score;
  for (const auto* list : {&on_time, &late, &failed}) score.refs.insert(score.refs.end(), list->begin(), list->end());
  put_in_order(score.refs);
  const auto decided = static_cast<std::int64_t>(score.refs.size());
  Explanation words;
  if (decided == 0) {
    words.add(CoreText::score_rectification_none);
  } else {
    const auto halves = static_cast<std::int64_t>(2 * on_time.size() + late.size());
    score.points = Points{static_cast<std::int32_t>((full * halves + decided) / (2 * decided))};
    words.add(CoreText::score_rectification_counted, {std::to_string(decided)});
    words.add_left_out(CoreText::score_rectification_on_time, std::move(on_time));
    words.add_left_out(CoreText::score_rectification_late, std::move(late));
    words.add_left_out(CoreText::score_rectification_failed, std::move(failed));
    words.add(CoreText::score_points, {score.points->to_string()});
  }
  words.add_left_out(CoreText::score_rectification_running, std::move(running));
  words.add_left_out(CoreText::ground_9_1_voided, std::move(voided));
  score.explanation = words.take();
  return score;
}

}  // namespace hengping
