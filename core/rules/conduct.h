// Article 6: the rules of conduct, each with the complaints and findings about it; and those about every other article, so that nothing that
// was raised stays unseen.
#pragma once

#include <string>
#include <vector>

#include "core/base/bilingual.h"
#include "core/rules/rule.h"

namespace hengping {

/// Cases by their last verdict; identifiers in byte order.
struct ConductCases {
  std::vector<std::string> confirmed;  ///< of complaints: upheld
  std::vector<std::string> open;       ///< not judged yet
  std::vector<std::string> dismissed;
};

struct ConductRule {
  std::string article;  ///< "6.1"
  ConductCases complaints;
  ConductCases findings;
  Bilingual explanation;
};

/// 6.1–6.6 always; of the other articles (5.x, 7.x, 9.4–9.6) those of which there are cases. In the order of the articles. All cases of the
/// provider stand here, also those from before a reinstatement: what was confirmed stays confirmed.
[[nodiscard]] std::vector<ConductRule> judge_conduct(const RuleInput& input);

}  // namespace hengping
