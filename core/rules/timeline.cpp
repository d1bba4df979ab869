#include "core/rules/timeline.h"

#include <algorithm>
#include <optional>

#include "core/rules/evaluate.h"

namespace hengping {
namespace {

/// What concerns the provider: its own facts, and those that speak of no provider (enterprises, policies), on which its own rest.
std::vector<const Fact*> facts_about(const FactSequence& sequence, const State& state, ProviderIndex provider,
                                     CivilDate until) {
  std::vector<const Fact*> result;
  for (const Fact* fact : sequence.facts) {
    if (fact->on > until) break;
    const auto of = state.provider_of(fact->body);
    if (!of || *of == provider) result.push_back(fact);
  }
  return result;
}

// After this day nothing changes any more by the passing of days: every due date, plan and policy's validity is behind.
CivilDate last_day_that_matters(const State& state, const ProviderState& provider) {
  CivilDate last = provider.registered_on;
  const auto reach = [&last](CivilDate day) { last = std::max(last, day + 1); };
  constexpr std::int32_t longest_period = 10'000;  // that a policy can give (core/policy/policy.cpp)
  for (const OrderIndex index : provider.orders) {
    const OrderState& order = state.orders()[index];
    reach(order.body->due_on.value_or(order.ordered.on + longest_period));
    for (const Fact* extension : order.extensions) reach(body_as<RectificationExtended>(extension->body)->due_on);
  }
  for (const EngagementIndex index : provider.engagements) {
    const EngagementState& engagement = state.engagements()[index];
    if (!engagement.contract->plan.empty()) reach(engagement.contract->plan.back().on);
    for (const auto& amendment : engagement.amendments) {
      if (!amendment.body->plan.empty()) reach(amendment.body->plan.back().on);
    }
  }
  for (const auto& policy : state.policies().all()) {
    if (policy->holds_from) reach(*policy->holds_from);
    if (policy->holds_until) reach(*policy->holds_until);
  }
  return last;
}

class Walk {
 public:
  Walk(const SymbolTable& symbols, const Policy& base, std::string_view provider)
      : folding_(symbols), base_(base), id_(provider) {}

  void apply(const Fact& fact) {
    folding_.apply(fact);
    judge(fact.on, &fact);
  }

  // The verdict of the day, entered if it differs from the one before.
  void judge(CivilDate day, const Fact* by) {
    const State& state = folding_.state();
    const ProviderState* provider = state.provider(id_);
    if (provider == nullptr) return;
    ProviderVerdict verdict = evaluate_provider(state, *provider, state.policies().in_force(base_, day), day);
    auto changes = verdict_changes(last_ ? &*last_ : nullptr, &verdict);
    if (!changes.empty()) entries_.push_back(TimelineEntry{day, by, std::move(changes)});
    last_ = std::move(verdict);
  }

  [[nodiscard]] bool registered() const { return last_.has_value(); }
  std::vector<TimelineEntry> take() { return std::move(entries_); }

 private:
  Folding folding_;
  const Policy& base_;
  std::string_view id_;
  std::optional<ProviderVerdict> last_;
  std::vector<TimelineEntry> entries_;
};

}  // namespace

std::vector<TimelineEntry> timeline(const FactSequence& sequence, const Policy& base, std::string_view provider,
                                    CivilDate until) {
  const State whole = fold(sequence, until);
  const ProviderState* found = whole.provider(provider);
  if (found == nullptr) return {};
  const auto index = static_cast<ProviderIndex>(found - whole.providers().data());
  const std::vector<const Fact*> facts = facts_about(sequence, whole, index, until);
  Walk walk(*sequence.symbols, base, provider);
  auto next = facts.begin();
  for (; next != facts.end() && (*next)->on < found->registered_on; ++next) walk.apply(**next);
  const CivilDate last_fact = facts.empty() ? found->registered_on : facts.back()->on;
  const CivilDate end = std::min(until, std::max(last_fact, last_day_that_matters(whole, *found)));
  for (CivilDate day = found->registered_on; day <= end; day = day + 1) {
    if (walk.registered()) walk.judge(day, nullptr);
    for (; next != facts.end() && (*next)->on == day; ++next) walk.apply(**next);
  }
  return walk.take();
}

}  // namespace hengping
