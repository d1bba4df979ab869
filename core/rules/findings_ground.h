// What the grounds by finding share: Articles 9(4), 9(5) and 9(6).
#pragma once

#include <string_view>
#include <vector>

#include "core/rules/rule.h"

namespace hengping {

/// Met by one finding of that article whose last verdict is confirmed, or by one of `more` (refs that count as well; those in
/// `more_before` were stated before the reinstatement).
[[nodiscard]] GroundVerdict judge_findings(const RuleInput& input, std::string_view article,
                                           std::vector<std::string> more = {},
                                           std::vector<std::string> more_before = {});

}  // namespace hengping
