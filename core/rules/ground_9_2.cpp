// Article 9(2): 试点企业对服务商满意度评价“不满意”次数达到5次的. Counted are the effective ratings of all contracts of the provider, one for each
// contract and period; met when the count reaches `unsatisfied_limit`.
#include <algorithm>
#include <string>

#include "core/rules/explanation.h"
#include "core/base/order.h"
#include "core/rules/rule.h"

namespace hengping {
namespace {

struct Count {
  std::vector<std::string> refs;        // effective and unsatisfied
  std::vector<std::string> withdrawn;   // unsatisfied once, then withdrawn
  std::vector<std::string> superseded;  // unsatisfied once, then rated otherwise
  std::vector<std::string> before;      // given before the reinstatement
};

bool is_unsatisfied(const RatingEvent& event) {
  return event.given != nullptr && event.given->satisfaction == Satisfaction::unsatisfied;
}

void count_slot(Count& count, const RatingSlot& slot, const RuleInput& input, const std::string& ref) {
  const RatingEvent& last = slot.events.back();
  if (is_unsatisfied(last)) {
    (input.counts(last.at) ? count.refs : count.before).push_back(ref);
  } else if (std::any_of(slot.events.begin(), slot.events.end(), is_unsatisfied)) {
    (last.given == nullptr ? count.withdrawn : count.superseded).push_back(ref);
  }
}

}  // namespace

GroundVerdict judge_ground_9_2(const RuleInput& input) {
  Count count;
  const SymbolTable& symbols = input.state.symbols();
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    for (const RatingSlot& slot : engagement.ratings) {
      count_slot(count, slot, input, symbols.text(engagement.id) + "@" + symbols.text(slot.period));
    }
  }
  put_in_order(count.refs);
  const auto number = static_cast<std::int64_t>(count.refs.size());
  const std::int64_t limit = input.policy.parameters.unsatisfied_limit;

  GroundVerdict verdict;
  verdict.article = "9.2";
  verdict.count = number;
  verdict.limit = limit;
  verdict.met = number >= limit;
  const Bilingual article = article_name("9.2");
  Explanation words;
  if (number == 0) {
    words.add(CoreText::ground_9_2_none, {std::to_string(limit)});
  } else {
    words.add(CoreText::ground_9_2_counted, {std::to_string(number), name_refs(count.refs), std::to_string(limit)});
  }
  words.add_left_out(CoreText::ground_9_2_withdrawn, std::move(count.withdrawn));
  words.add_left_out(CoreText::ground_9_2_superseded, std::move(count.superseded));
  words.add_left_out(CoreText::ground_left_out_before, std::move(count.before));
  if (verdict.met) {
    words.add(CoreText::ground_9_2_met, {article, std::to_string(number - limit + 1)});
  } else {
    words.add(CoreText::ground_9_2_missing, {article, std::to_string(limit - number)});
  }
  verdict.explanation = words.take();
  verdict.refs = std::move(count.refs);
  return verdict;
}

}  // namespace hengping
