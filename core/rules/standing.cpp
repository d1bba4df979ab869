// Standing of a provider in the pool (semantics §4): the first that fits.
#include <algorithm>

#include "core/rules/rule.h"
#include "core/text/say.h"

namespace hengping {
namespace {

// The last decision counts; an appeal decision overturns only what was decided before it.
bool disqualifies(const DecisionState& decision, const ProviderState& provider) {
  if (!decision.decided || decision.decided->outcome != Decision::disqualified) return false;
  const Moment& decided = decision.decided->at;
  const bool overturned = decision.appeal_decided && decision.appeal_decided->outcome == AppealOutcome::overturned &&
                          decision.appeal_decided->at.after(decided);
  const bool reinstated = provider.reinstated && provider.reinstated->after(decided);
  return !overturned && !reinstated;
}

bool keeps_rectifying(OrderStatus status) {
  return status == OrderStatus::open || status == OrderStatus::awaiting_verification || status == OrderStatus::lapsed ||
         status == OrderStatus::refused;
}

}  // namespace

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::in_pool: return "in_pool";
    case Standing::rectifying: return "rectifying";
    case Standing::proposed: return "proposed";
    case Standing::disqualified: return "disqualified";
  }
  return {};
}

Bilingual standing_words(Standing standing) {
  switch (standing) {
    case Standing::in_pool: return say(CoreText::standing_in_pool);
    case Standing::rectifying: return say(CoreText::standing_rectifying);
    case Standing::proposed: return say(CoreText::standing_proposed);
    case Standing::disqualified: return say(CoreText::standing_disqualified);
  }
  return {};
}

Standing judge_standing(const RuleInput& input) {
  const auto any_decision = [&input](auto&& fits) {
    return std::any_of(input.provider.decisions.begin(), input.provider.decisions.end(),
                       [&](DecisionIndex index) { return fits(input.state.decisions()[index]); });
  };
  if (any_decision([&](const DecisionState& one) { return disqualifies(one, input.provider); }))
    return Standing::disqualified;
  if (any_decision([](const DecisionState& one) { return !one.decided; })) return Standing::proposed;
  const bool rectifying =
      std::any_of(input.provider.orders.begin(), input.provider.orders.end(), [&input](OrderIndex index) {
        return keeps_rectifying(judge_order(input.state.orders()[index], input.policy, input.as_of).status);
      });
  return rectifying ? Standing::rectifying : Standing::in_pool;
}

}  // namespace hengping
