// The catalogue of rules: one rule a file, one list that names them. A rule reads the folded state and answers for one provider.
#pragma once

#include <span>
#include <string_view>

#include "core/policy/policy.h"
#include "core/rules/verdict.h"
#include "core/state/state.h"

namespace hengping {

struct RuleInput {
  const State& state;
  const ProviderState& provider;
  const Policy& policy;
  CivilDate as_of;

  /// Whether something stated then counts for the grounds: not what came before the last reinstatement (policy
  /// `counters_restart_on_reinstatement`).
  [[nodiscard]] bool counts(const Moment& stated) const {
    return !policy.parameters.counters_restart_on_reinstatement || !provider.reinstated ||
           stated.after(*provider.reinstated);
  }
};

struct GroundRule {
  std::string_view article;  ///< "9.2"
  GroundVerdict (*judge)(const RuleInput& input);
};

/// All grounds of Article 9, in the order of the articles.
[[nodiscard]] std::span<const GroundRule> ground_rules();

// One file each: core/rules/ground_9_1.cpp …
[[nodiscard]] GroundVerdict judge_ground_9_1(const RuleInput& input);
[[nodiscard]] GroundVerdict judge_ground_9_2(const RuleInput& input);
[[nodiscard]] GroundVerdict judge_ground_9_3(const RuleInput& input);
[[nodiscard]] GroundVerdict judge_ground_9_4(const RuleInput& input);
[[nodiscard]] GroundVerdict judge_ground_9_5(const RuleInput& input);
[[nodiscard]] GroundVerdict judge_ground_9_6(const RuleInput& input);

/// Article 7: what calls for an order (core/rules/triggers.cpp).
[[nodiscard]] std::vector<TriggerVerdict> find_triggers(const RuleInput& input);

/// How an order stands on the day (core/rules/orders.cpp).
struct OrderJudgement {
  OrderStatus status = OrderStatus::open;
  CivilDate due_on;        ///< effective on the day
  bool submitted = false;  ///< anything was ever submitted
};
[[nodiscard]] OrderJudgement judge_order(const OrderState& order, const Policy& policy, CivilDate as_of);

/// Article 8 (core/rules/replacement.cpp): contracts that may ask for replacement, in byte order.
[[nodiscard]] std::vector<std::string> replacement_available(const RuleInput& input);

/// Standing (core/rules/standing.cpp).
[[nodiscard]] Standing judge_standing(const RuleInput& input);

}  // namespace hengping
