// Article 9(6): 有违法违纪行为或其他原因. Met by one confirmed finding, or by a contract whose acceptance failed with major effect; each such
// contract counts once.
#include <algorithm>

#include "core/rules/findings_ground.h"

namespace hengping {

GroundVerdict judge_ground_9_6(const RuleInput& input) {
  std::vector<std::string> contracts;
  std::vector<std::string> before;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    const auto failed_major = [](const Stated<AcceptanceConcluded>& one) {
      return one.body->outcome == AcceptanceOutcome::failed_major;
    };
    const auto counted = [&](const Stated<AcceptanceConcluded>& one) {
      return failed_major(one) && input.counts(one.at);
    };
    const auto& all = engagement.acceptances;
    if (std::none_of(all.begin(), all.end(), failed_major)) continue;
    const bool counts = std::any_of(all.begin(), all.end(), counted);
    (counts ? contracts : before).push_back(input.state.symbols().text(engagement.id));
  }
  return judge_findings(input, "9.6", FailedAcceptances{std::move(contracts), std::move(before)});
}

}  // namespace hengping
