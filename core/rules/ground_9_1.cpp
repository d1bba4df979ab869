// Article 9(1): 限期整改超过2次或限期拒不进行整改的. Counted are the orders that are not voided; met by more than `rectification_limit`, or by a refusal.
#include <algorithm>

#include "core/rules/explanation.h"
#include "core/base/order.h"
#include "core/rules/rule.h"

namespace hengping {

GroundVerdict judge_ground_9_1(const RuleInput& input) {
  const Policy& policy = input.policy;
  std::vector<std::string> refs;
  std::vector<std::string> refused;
  std::vector<std::string> silent;  // nothing submitted in time, which the policy takes as a refusal
  std::vector<std::string> voided;
  std::vector<std::string> before;  // the reinstatement
  for (const OrderIndex index : input.provider.orders) {
    const OrderState& order = input.state.orders()[index];
    const std::string& id = input.state.symbols().text(order.id);
    const OrderJudgement judgement = judge_order(order, policy, input.as_of);
    if (judgement.status == OrderStatus::voided) {
      voided.push_back(id);
      continue;
    }
    if (!input.counts(order.ordered)) {
      before.push_back(id);
      continue;
    }
    refs.push_back(id);
    if (judgement.status == OrderStatus::refused) {
      refused.push_back(id);
    } else if (policy.parameters.no_response_is_refusal && judgement.status == OrderStatus::lapsed &&
               !judgement.submitted) {
      silent.push_back(id);
    }
  }
  put_in_order(refs);
  put_in_order(refused);
  put_in_order(silent);

  GroundVerdict verdict;
  verdict.article = "9.1";
  verdict.count = static_cast<std::int64_t>(refs.size());
  verdict.limit = policy.parameters.rectification_limit;
  verdict.refusals = static_cast<std::int64_t>(refused.size() + silent.size());
  verdict.met = *verdict.count > *verdict.limit || *verdict.refusals > 0;
  const Bilingual article = article_name("9.1");
  const std::string limit = std::to_string(*verdict.limit);
  Explanation words;
  if (refs.empty()) {
    words.add(CoreText::ground_9_1_none, {limit});
  } else {
    words.add(CoreText::ground_9_1_counted, {std::to_string(refs.size()), name_refs(refs), limit});
  }
  if (!refused.empty()) words.add(CoreText::ground_9_1_refused, {std::to_string(refused.size()), name_refs(refused)});
  if (!silent.empty()) words.add(CoreText::ground_9_1_silent, {std::to_string(silent.size()), name_refs(silent)});
  words.add_left_out(CoreText::ground_9_1_voided, std::move(voided));
  words.add_left_out(CoreText::ground_left_out_before, std::move(before));
  if (!verdict.met) {
    words.add(CoreText::ground_9_1_missing, {article, std::to_string(*verdict.limit + 1 - *verdict.count)});
  } else {
    words.add(CoreText::ground_met, {article});
    const std::string fewer = std::to_string(*verdict.count - *verdict.limit);
    if (*verdict.refusals == 0) {
      words.add(CoreText::ground_9_1_fewer, {fewer});
    } else if (*verdict.count > *verdict.limit) {
      words.add(CoreText::ground_9_1_fewer_and_no_refusal, {fewer});
    } else {
      words.add(CoreText::ground_9_1_no_refusal);
    }
  }
  verdict.explanation = words.take();
  verdict.refs = std::move(refs);
  return verdict;
}

}  // namespace hengping
