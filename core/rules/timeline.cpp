#include "core/rules/timeline.h"

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
  for (CivilDate day = found->registered_on; day <= until; day = day + 1) {
    if (walk.registered()) walk.judge(day, nullptr);
    for (; next != facts.end() && (*next)->on == day; ++next) walk.apply(**next);
  }
  return walk.take();
}

}  // namespace hengping
