// What the grounds by finding share: Articles 9(4), 9(5) and 9(6).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/rule.h"

namespace hengping {

/// Contracts whose acceptance failed with major effect: for Article 9(6) each counts as a confirmed finding does, as `acceptance:<contract>`.
struct FailedAcceptances {
  std::vector<std::string> contracts;
  std::vector<std::string> before;  ///< those that failed only before the reinstatement
};

/// Met by one finding of that article whose last verdict is confirmed, or by one failed acceptance where those count.
[[nodiscard]] GroundVerdict judge_findings(const RuleInput& input, std::string_view article,
                                           std::optional<FailedAcceptances> acceptances = std::nullopt);

}  // namespace hengping
