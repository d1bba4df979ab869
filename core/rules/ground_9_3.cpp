// Article 9(3): 绩效目标完成序时进度差距较大的. For each active contract with a plan: planned minus actual percent on the day, exactly; met when
// the largest lag reaches `progress_lag_points`.
#include <algorithm>

#include "core/rules/explanation.h"
#include "core/base/order.h"
#include "core/rules/progress_lag.h"
#include "core/rules/rule.h"

namespace hengping {
namespace {

constexpr std::int64_t hundredths_per_point = 100;

// What is said must not seem to reach the limit when it does not: a lag below it is rounded down, what is missing to it up.
Lag rounded_down(const Lag& lag) { return Lag{lag.numerator / lag.denominator, 1}; }
Lag rounded_up(const Lag& lag) { return Lag{(lag.numerator + lag.denominator - 1) / lag.denominator, 1}; }

}  // namespace

Lag planned_progress(const EngagementState& engagement, CivilDate day) {
  CivilDate from = engagement.signed_on;
  std::int64_t from_percent = 0;
  if (day <= from) return Lag{0, 1};
  for (const PlanPoint& point : engagement.plan) {
    const std::int64_t to_percent = point.percent.hundredths;
    if (day <= point.on) {
      const std::int64_t span = point.on - from;
      return Lag{from_percent * span + (to_percent - from_percent) * (day - from), span};
    }
    from = point.on;
    from_percent = to_percent;
  }
  return Lag{from_percent, 1};
}

Lag progress_lag(const EngagementState& engagement, CivilDate day) {
  Lag lag = planned_progress(engagement, day);
  const Percent actual = engagement.progress.empty() ? Percent{} : engagement.progress.back().body->percent;
  lag.numerator -= std::int64_t{actual.hundredths} * lag.denominator;
  return lag.numerator < 0 ? Lag{} : lag;
}

std::string Lag::to_string() const {
  const std::int64_t rounded = hundredths();
  std::string out = std::to_string(rounded / hundredths_per_point);
  const std::int64_t rest = rounded % hundredths_per_point;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

GroundVerdict judge_ground_9_3(const RuleInput& input) {
  const SymbolTable& symbols = input.state.symbols();
  constexpr std::size_t most_detailed = 3;
  Lag largest;
  std::vector<const EngagementState*> farthest;  // all that are as far behind as the one farthest behind
  std::vector<std::string> refs;
  std::vector<std::string> without_plan;
  std::vector<std::string> ended;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    if (!engagement.active()) {
      ended.push_back(symbols.text(engagement.id));
    } else if (engagement.plan.empty()) {
      without_plan.push_back(symbols.text(engagement.id));
    } else {
      const Lag lag = progress_lag(engagement, input.as_of);
      if (largest < lag) {
        largest = lag;
        farthest.clear();
      }
      if (lag == largest && lag.numerator > 0) farthest.push_back(&engagement);
    }
  }
  put_in_order(farthest, [&symbols](const EngagementState* left, const EngagementState* right) {
    return symbols.text(left->id) < symbols.text(right->id);
  });
  for (const EngagementState* one : farthest) refs.push_back(symbols.text(one->id));
  const std::int64_t limit = input.policy.parameters.progress_lag_points;
  const Lag threshold{limit * hundredths_per_point, 1};

  GroundVerdict verdict;
  verdict.article = "9.3";
  verdict.lag = largest;
  verdict.limit = limit;
  verdict.met = !(largest < threshold);
  const Bilingual article = article_name("9.3");
  Explanation words;
  if (refs.empty()) {
    words.add(CoreText::ground_9_3_none, {std::to_string(limit)});
  } else {
    const std::string lag = (verdict.met ? largest : rounded_down(largest)).to_string();
    words.add(CoreText::ground_9_3_counted, {lag, name_refs(refs), std::to_string(limit)});
    for (std::size_t i = 0; i < std::min(farthest.size(), most_detailed); ++i) {
      const EngagementState& one = *farthest[i];
      const Percent actual = one.progress.empty() ? Percent{} : one.progress.back().body->percent;
      words.add(CoreText::ground_9_3_progress,
                {refs[i], planned_progress(one, input.as_of).to_string(), actual.to_string()});
    }
  }
  words.add_left_out(CoreText::ground_9_3_without_plan, std::move(without_plan));
  words.add_left_out(CoreText::ground_9_3_ended, std::move(ended));
  if (verdict.met) {
    words.add(CoreText::ground_met, {article}).add(CoreText::ground_9_3_less, {std::to_string(limit)});
  } else {
    const Lag missing{threshold.numerator * largest.denominator - largest.numerator, largest.denominator};
    words.add(CoreText::ground_9_3_missing, {article, rounded_up(missing).to_string()});
  }
  verdict.explanation = words.take();
  verdict.refs = std::move(refs);
  return verdict;
}

}  // namespace hengping
