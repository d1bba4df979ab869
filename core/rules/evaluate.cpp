#include "core/rules/evaluate.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/rules/evidence.h"
#include "core/rules/rule.h"

namespace hengping {

ProviderVerdict evaluate_provider(const State& state, const ProviderState& provider, const Policy& policy,
                                  CivilDate as_of) {
  const RuleInput input{state, provider, policy, as_of};
  ProviderVerdict verdict;
  verdict.provider = state.symbols().text(provider.id);
  verdict.standing = judge_standing(input);
  verdict.triggers = find_triggers(input);
  for (const OrderIndex index : provider.orders) {
    const OrderState& order = state.orders()[index];
    const OrderJudgement judgement = judge_order(order, policy, as_of);
    OrderVerdict& one = verdict.orders.emplace_back();
    one.order = state.symbols().text(order.id);
    one.status = judgement.status;
    one.due_on = judgement.due_on;
    if (one.status == OrderStatus::open) one.days_left = one.due_on - as_of;
  }
  put_in_order(verdict.orders,
            [](const OrderVerdict& left, const OrderVerdict& right) { return left.order < right.order; });
  for (const GroundRule& rule : ground_rules()) verdict.grounds.push_back(rule.judge(input));
  verdict.replacement_available = replacement_available(input);
  return verdict;
}

Answer evaluate(const State& state, const Policy& policy, CivilDate as_of) {
  Answer answer;
  answer.as_of = as_of;
  answer.policy_id = policy.id;
  answer.policy_version = policy.version;
  answer.providers.reserve(state.providers().size());
  for (const ProviderState& provider : state.providers()) {
    answer.providers.push_back(evaluate_provider(state, provider, policy, as_of));
  }
  put_in_order(answer.providers,
            [](const ProviderVerdict& left, const ProviderVerdict& right) { return left.provider < right.provider; });
  return answer;
}

EvaluateResult evaluate_text(std::string_view text, CivilDate as_of, const Policy* tested) {
  FaultList faults;
  const auto evidence = Evidence::read(text, faults);
  if (evidence == nullptr) return EvaluateResult{false, write_faults(faults)};
  const State state = fold(evidence->sequence(), as_of);
  const Policy& policy = tested != nullptr ? *tested : state.policies().in_force(default_policy(), as_of);
  return EvaluateResult{true, write_answer(evaluate(state, policy, as_of))};
}

}  // namespace hengping
