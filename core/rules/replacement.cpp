// Article 8: 服务商若未能在整改期内完成整改，试点企业可申请更换.
#include <algorithm>

#include "core/rules/rule.h"
#include "core/base/order.h"

namespace hengping {
namespace {

bool opens_replacement(OrderStatus status, const Policy& policy) {
  return status == OrderStatus::lapsed || status == OrderStatus::refused ||
         (status == OrderStatus::closed_late && policy.parameters.replacement_after_late_completion);
}

}  // namespace

std::vector<std::string> replacement_available(const RuleInput& input) {
  const State& state = input.state;
  std::vector<const OrderState*> failed;
  for (const OrderIndex index : input.provider.orders) {
    const OrderState& order = state.orders()[index];
    if (opens_replacement(judge_order(order, input.policy, input.as_of).status, input.policy)) failed.push_back(&order);
  }
  std::vector<std::string> result;
  if (failed.empty()) return result;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = state.engagements()[index];
    const bool concerned = std::any_of(failed.begin(), failed.end(), [&](const OrderState* order) {
      return !order->body->engagement || *order->body->engagement == engagement.id;
    });
    if (engagement.active() && concerned) result.push_back(state.symbols().text(engagement.id));
  }
  put_in_order(result);
  return result;
}

}  // namespace hengping
