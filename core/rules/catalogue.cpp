#include <array>

#include "core/rules/rule.h"

namespace hengping {

std::span<const GroundRule> ground_rules() {
  static constexpr std::array rules = {GroundRule{"9.2", judge_ground_9_2}};
  return rules;
}

}  // namespace hengping
