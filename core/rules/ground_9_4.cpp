// Article 9(4): 泄露试点企业商业机密、核心技术或敏感信息. Met by one confirmed finding.
#include "core/rules/findings_ground.h"

namespace hengping {

GroundVerdict judge_ground_9_4(const RuleInput& input) { return judge_findings(input, "9.4"); }

}  // namespace hengping
