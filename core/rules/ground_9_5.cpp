// Article 9(5): 获得不正当经济利益、采取不正当竞争手段、损害利益. Met by one confirmed finding.
#include "core/rules/findings_ground.h"

namespace hengping {

GroundVerdict judge_ground_9_5(const RuleInput& input) { return judge_findings(input, "9.5"); }

}  // namespace hengping
