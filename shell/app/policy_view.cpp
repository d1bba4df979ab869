#include "shell/app/policy_view.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/rules/score_card.h"

namespace hengping::shell {

namespace {

PolicyVersionView version_view(const Policy& policy, const Policy& in_force) {
  PolicyVersionView view;
  view.id = policy.id;
  view.version = policy.version;
  if (policy.holds_from) view.from = policy.holds_from->to_string();
  if (policy.holds_until) view.until = policy.holds_until->to_string();
  view.in_force = &policy == &in_force;
  return view;
}

}  // namespace

PolicyView policy_view(App& app) {
  const Policy& in_force = app.policy();
  PolicyView view;
  view.title = in_force.title;
  view.issuer = in_force.issuer;
  view.parameters = in_force.parameters;
  view.attachments = in_force.attachments;
  for (std::size_t i = 0; i < criteria; ++i)
    view.weights.push_back({criterion_words(static_cast<Criterion>(i)), in_force.score_card.weights.at(i)});
  const FactSequence sequence = app.ledger().sequence();
  std::vector<const Fact*> adoptions;
  for (const Fact* fact : sequence.facts) {
    if (fact->on > app.today()) break;
    if (body_as<PolicyAdopted>(fact->body) != nullptr) adoptions.push_back(fact);
  }
  const auto references = references_to(app.ledger(), adoptions);
  for (auto fact = adoptions.rbegin(); fact != adoptions.rend(); ++fact) {
    const auto& adopted = *body_as<PolicyAdopted>((*fact)->body);
    PolicyVersionView version = version_view(*adopted.policy, in_force);
    version.author = adopted.author;
    version.reason = adopted.reason;
    version.adopted_on = (*fact)->on.to_string();
    version.record = references.at(*fact);
    view.versions.push_back(std::move(version));
  }
  view.versions.push_back(version_view(app.base_policy(), in_force));
  view.versions.back().ships = true;
  const auto current = std::find_if(view.versions.begin(), view.versions.end(),
                                    [](const PolicyVersionView& version) { return version.in_force; });
  if (current != view.versions.end()) view.in_force = *current;
  return view;
}

}  // namespace hengping::shell
