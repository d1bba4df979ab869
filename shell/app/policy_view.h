// The policy in force, with its numbers and switches, and every version that was adopted, by whom and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/policy/policy.h"
#include "shell/app/app.h"
#include "shell/app/record_references.h"

namespace hengping::shell {

struct PolicyVersionView {
  std::string id;
  int version = 1;
  std::string from, until;  ///< days between which it holds; empty: from the beginning, until further notice
  bool ships = false;       ///< the one that ships: nobody adopted it
  bool in_force = false;    ///< today
  std::string author, reason, adopted_on;  ///< empty for the one that ships
  RecordReference record;
};

struct PolicyView {
  std::string title, issuer;  ///< of the one in force
  PolicyVersionView in_force;
  Parameters parameters;
  AttachmentParameters attachments;
  struct Weight {
    Bilingual criterion;
    int weight = 0;
  };
  std::vector<Weight> weights;              ///< Article 10, in the order of the score card; total 100
  std::vector<PolicyVersionView> versions;  ///< adopted by today, latest first, then the one that ships
};
[[nodiscard]] PolicyView policy_view(App& app);

}  // namespace hengping::shell
