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
};

struct GroundRule {
  std::string_view article;  ///< "9.2"
  GroundVerdict (*judge)(const RuleInput& input);
};

/// All grounds of Article 9 that are carried out, in the order of the articles.
[[nodiscard]] std::span<const GroundRule> ground_rules();

// One file each: core/rules/ground_9_2.cpp …
[[nodiscard]] GroundVerdict judge_ground_9_2(const RuleInput& input);

}  // namespace hengping
