#include <unordered_map>
#include <utility>
#include <variant>

#include "core/state/state.h"

namespace hengping {
namespace {

std::uint32_t index_at(const std::vector<std::uint32_t>& by_symbol, std::uint32_t symbol, std::uint32_t nowhere) {
  return symbol < by_symbol.size() ? by_symbol[symbol] : nowhere;
}

}  // namespace

/// The one place that applies facts. A new record kind does not compile until it is applied here.
class Fold {
 public:
  explicit Fold(const SymbolTable& symbols) {
    state_.symbols_ = &symbols;
    state_.provider_of_.assign(symbols.size(), State::nowhere);
    state_.enterprise_of_.assign(symbols.size(), State::nowhere);
    state_.engagement_of_.assign(symbols.size(), State::nowhere);
  }

  void apply(const Fact& fact) {
    std::visit([this, &fact](const auto& body) { apply(fact, body); }, fact.body);
  }

  State take() { return std::move(state_); }

 private:
  // Of two registrations of one identifier (devices that had not met) the first in order counts; the ledger keeps both.
  void apply(const Fact& fact, const ProviderRegistered& body) {
    std::uint32_t& index = state_.provider_of_[body.provider.value];
    if (index != State::nowhere) return;
    index = static_cast<std::uint32_t>(state_.providers_.size());
    state_.providers_.push_back(ProviderState{body.provider, fact.on, &body, {}});
  }

  void apply(const Fact& fact, const EnterpriseRegistered& body) {
    std::uint32_t& index = state_.enterprise_of_[body.enterprise.value];
    if (index != State::nowhere) return;
    index = static_cast<std::uint32_t>(state_.enterprises_.size());
    state_.enterprises_.push_back(EnterpriseState{body.enterprise, fact.on, &body, {}});
  }

  void apply(const Fact& fact, const EngagementSigned& body) {
    const std::uint32_t provider = state_.provider_of_[body.provider.value];
    const std::uint32_t enterprise = state_.enterprise_of_[body.enterprise.value];
    std::uint32_t& index = state_.engagement_of_[body.engagement.value];
    // A party can be unknown only while records of another device are missing; the contract counts once they are there.
    if (index != State::nowhere || provider == State::nowhere || enterprise == State::nowhere) return;
    index = static_cast<std::uint32_t>(state_.engagements_.size());
    state_.engagements_.push_back(EngagementState{body.engagement, fact.on, &body, provider, enterprise, {}});
    state_.providers_[provider].engagements.push_back(index);
    state_.enterprises_[enterprise].engagements.push_back(index);
  }

  void apply(const Fact& fact, const RatingGiven& body) {
    add_rating(body.engagement, body.period, RatingEvent{fact.on, &body, nullptr});
  }

  void apply(const Fact& fact, const RatingWithdrawn& body) {
    add_rating(body.engagement, body.period, RatingEvent{fact.on, nullptr, &body});
  }

  void add_rating(EngagementId engagement, PeriodId period, const RatingEvent& event) {
    const std::uint32_t index = state_.engagement_of_[engagement.value];
    if (index == State::nowhere) return;
    auto& slots = state_.engagements_[index].ratings;
    const auto key = (std::uint64_t{index} << 32U) | period.value;
    const auto [slot, added] = slot_of_.emplace(key, static_cast<std::uint32_t>(slots.size()));
    if (added) slots.push_back(RatingSlot{period, {}});
    slots[slot->second].events.push_back(event);
  }

  State state_;
  std::unordered_map<std::uint64_t, std::uint32_t> slot_of_;  // (engagement, period) → index into its ratings
};

const ProviderState* State::provider(std::string_view id) const {
  const auto symbol = symbols_->find<ProviderId>(id);
  const std::uint32_t index = symbol ? index_at(provider_of_, symbol->value, nowhere) : nowhere;
  return index == nowhere ? nullptr : &providers_[index];
}

const EnterpriseState* State::enterprise(std::string_view id) const {
  const auto symbol = symbols_->find<EnterpriseId>(id);
  const std::uint32_t index = symbol ? index_at(enterprise_of_, symbol->value, nowhere) : nowhere;
  return index == nowhere ? nullptr : &enterprises_[index];
}

const EngagementState* State::engagement(std::string_view id) const {
  const auto symbol = symbols_->find<EngagementId>(id);
  const std::uint32_t index = symbol ? index_at(engagement_of_, symbol->value, nowhere) : nowhere;
  return index == nowhere ? nullptr : &engagements_[index];
}

State fold(const FactSequence& sequence, CivilDate as_of) {
  Fold fold(*sequence.symbols);
  for (const Fact* fact : sequence.facts) {
    if (fact->on > as_of) break;  // the rest is later still
    fold.apply(*fact);
  }
  return fold.take();
}

}  // namespace hengping
