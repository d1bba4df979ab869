// Small readings of verdicts and rating slots that several views share.
#pragma once

#include <cstddef>

#include "core/policy/policy.h"
#include "core/rules/verdict.h"
#include "core/state/state.h"
#include "shell/app/display.h"
#include "shell/app/list_views.h"

namespace hengping::shell {

/// The article by which unsatisfied ratings are counted.
inline constexpr std::string_view unsatisfied_article = "9.2";

[[nodiscard]] RatingStatus rating_status(const RatingSlot& slot, std::size_t event);
[[nodiscard]] std::size_t grounds_met(const ProviderVerdict& verdict);
[[nodiscard]] UnsatisfiedCount unsatisfied_count(const ProviderVerdict& verdict, const Policy& policy);

}  // namespace hengping::shell
