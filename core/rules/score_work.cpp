// Article 10: the criteria about the work itself: 序时进度, 数字化水平, 第五条的成果, 典型案例、实施指南和产品.
#include <algorithm>
#include <utility>

#include "core/rules/duties.h"
#include "core/base/order.h"
#include "core/rules/explanation.h"
#include "core/rules/progress_lag.h"
#include "core/rules/score_card.h"

namespace hengping {
namespace {

constexpr std::int64_t full = 10'000;  // hundredths of a point

Points share(std::int64_t part, std::int64_t whole) {
  return Points{static_cast<std::int32_t>((2 * full * part + whole) / (2 * whole))};
}

}  // namespace

CriterionScore score_timeliness(const RuleInput& input) {
  CriterionScore score;
  std::vector<std::string> without_plan;
  std::vector<std::string> ended;
  std::int64_t lags = 0;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    const std::string& id = input.state.symbols().text(engagement.id);
    if (!engagement.active()) {
      ended.push_back(id);
    } else if (engagement.plan.empty()) {
      without_plan.push_back(id);
    } else {
      score.refs.push_back(id);
      lags += progress_lag(engagement, input.as_of).hundredths();
    }
  }
  put_in_order(score.refs);
  Explanation words;
  if (score.refs.empty()) {
    words.add(CoreText::score_timeliness_none);
  } else {
    const auto contracts = static_cast<std::int64_t>(score.refs.size());
    const std::int64_t mean = (2 * lags + contracts) / (2 * contracts);
    score.points = Points{static_cast<std::int32_t>(full - mean)};
    words.add(CoreText::score_timeliness_counted,
              {std::to_string(contracts), name_refs(score.refs), Points{static_cast<std::int32_t>(mean)}.to_string()});
    words.add(CoreText::score_points, {score.points->to_string()});
  }
  words.add_left_out(CoreText::ground_9_3_without_plan, std::move(without_plan));
  words.add_left_out(CoreText::ground_9_3_ended, std::move(ended));
  score.explanation = words.take();
  return score;
}

CriterionScore score_levels(const RuleInput& input) {
  CriterionScore score;
  std::vector<std::string> below;
  std::vector<std::string> unknown;
  const int required = input.policy.parameters.required_level;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    const std::string& id = input.state.symbols().text(engagement.id);
    const Stated<AssessmentRecorded>* last = last_assessment_after(engagement);
    if (last == nullptr) {
      unknown.push_back(id);
      continue;
    }
    score.refs.push_back(id);
    if (int{last->body->level} < required) below.push_back(id);
  }
  put_in_order(score.refs);
  Explanation words;
  if (score.refs.empty()) {
    words.add(CoreText::score_levels_none);
  } else {
    const auto assessed = static_cast<std::int64_t>(score.refs.size());
    const std::int64_t reached = assessed - static_cast<std::int64_t>(below.size());
    score.points = share(reached, assessed);
    words.add(CoreText::score_levels_counted,
              {std::to_string(assessed), name_refs(score.refs), std::to_string(reached), level_words(required)});
    words.add_left_out(CoreText::score_levels_below, std::move(below));
    words.add(CoreText::score_points, {score.points->to_string()});
  }
  words.add_left_out(CoreText::score_levels_unknown, std::move(unknown));
  score.explanation = words.take();
  return score;
}

CriterionScore score_deliverables(const RuleInput& input) {
  CriterionScore score;
  std::vector<std::string> running;
  std::vector<std::string> terminated;
  std::int64_t met = 0;
  std::int64_t partly = 0;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    const std::string& id = input.state.symbols().text(engagement.id);
    if (engagement.active() && input.as_of < engagement.due_on) {
      running.push_back(id);
      continue;
    }
    if (!engagement.active() && engagement.ended->outcome == EngagementOutcome::terminated) {
      terminated.push_back(id);
      continue;
    }
    score.refs.push_back(id);
    for (const DutyStatus status : contract_duty_statuses(input.state, engagement, input.policy)) {
      met += static_cast<std::int64_t>(status == DutyStatus::met);
      partly += static_cast<std::int64_t>(status == DutyStatus::partly);
    }
  }
  put_in_order(score.refs);
  Explanation words;
  if (score.refs.empty()) {
    words.add(CoreText::score_deliverables_none);
  } else {
    const auto items = static_cast<std::int64_t>(score.refs.size() * contract_duty_articles.size());
    score.points = share(2 * met + partly, 2 * items);
    words.add(CoreText::score_deliverables_counted,
              {std::to_string(score.refs.size()), name_refs(score.refs), std::to_string(items), std::to_string(met),
               std::to_string(partly), std::to_string(items - met - partly)});
    words.add(CoreText::score_points, {score.points->to_string()});
  }
  words.add_left_out(CoreText::score_deliverables_running, std::move(running));
  words.add_left_out(CoreText::score_deliverables_terminated, std::move(terminated));
  score.explanation = words.take();
  return score;
}

CriterionScore score_cases_and_guides(const RuleInput& input) {
  CriterionScore score;
  if (input.provider.engagements.empty()) {
    score.explanation = say(CoreText::score_no_contract);
    return score;
  }
  for (const DutyRecord& record : cases_guides_and_products(input)) score.refs.push_back(record.ref);
  put_in_order(score.refs);
  const auto number = static_cast<std::int64_t>(score.refs.size());
  const std::int64_t for_all = input.policy.score_card.cases_for_full_points;
  score.points = share(std::min(number, for_all), for_all);
  Explanation words;
  if (number == 0) {
    words.add(CoreText::score_cases_none, {std::to_string(for_all)});
  } else {
    words.add(CoreText::score_cases_counted, {std::to_string(number), name_refs(score.refs), std::to_string(for_all)});
  }
  words.add(CoreText::score_points, {score.points->to_string()});
  score.explanation = words.take();
  return score;
}

}  // namespace hengping
