#include <array>

#include "core/rules/rule.h"

namespace hengping {

std::span<const GroundRule> ground_rules() {
  static constexpr std::array rules = {GroundRule{"9.1", judge_ground_9_1}, GroundRule{"9.2", judge_ground_9_2},
                                       GroundRule{"9.3", judge_ground_9_3}, GroundRule{"9.4", judge_ground_9_4},
                                       GroundRule{"9.5", judge_ground_9_5}, GroundRule{"9.6", judge_ground_9_6}};
  return rules;
}

}  // namespace hengping
