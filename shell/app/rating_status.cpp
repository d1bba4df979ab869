#include "shell/app/rating_status.h"

#include <algorithm>

namespace hengping::shell {

RatingStatus rating_status(const RatingSlot& slot, std::size_t event) {
  if (slot.events[event].given == nullptr) return RatingStatus::withdrawal;
  if (event + 1 == slot.events.size()) return RatingStatus::effective;
  return slot.events[event + 1].given != nullptr ? RatingStatus::superseded : RatingStatus::withdrawn;
}

std::size_t grounds_met(const ProviderVerdict& verdict) {
  return static_cast<std::size_t>(std::count_if(verdict.grounds.begin(), verdict.grounds.end(),
                                                [](const GroundVerdict& ground) { return ground.met; }));
}

UnsatisfiedCount unsatisfied_count(const ProviderVerdict& verdict, const Policy& policy) {
  for (const GroundVerdict& ground : verdict.grounds) {
    if (ground.article == unsatisfied_article)
      return {ground.count.value_or(0), ground.limit.value_or(policy.parameters.unsatisfied_limit)};
  }
  return {0, policy.parameters.unsatisfied_limit};
}

}  // namespace hengping::shell
