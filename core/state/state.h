// The folded state: who is in the pool and what was agreed and rated, as of a day. Never stored; always folded from the facts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/facts/fact.h"

namespace hengping {

/// Facts in their legal order: by `on`, then by position in the ledger or file (semantics §1 "Order").
struct FactSequence {
  const SymbolTable* symbols = nullptr;
  std::span<const Fact* const> facts;
};

/// Indices into the vectors of State.
using ProviderIndex = std::uint32_t;
using EnterpriseIndex = std::uint32_t;
using EngagementIndex = std::uint32_t;

struct ProviderState {
  ProviderId id;
  CivilDate registered_on;
  const ProviderRegistered* registration = nullptr;
  std::vector<EngagementIndex> engagements;  ///< in the order of signing
};

struct EnterpriseState {
  EnterpriseId id;
  CivilDate registered_on;
  const EnterpriseRegistered* registration = nullptr;
  std::vector<EngagementIndex> engagements;
};

/// One rating or withdrawal as it was stated.
struct RatingEvent {
  CivilDate on;
  const RatingGiven* given = nullptr;          ///< null: a withdrawal
  const RatingWithdrawn* withdrawn = nullptr;  ///< null: a rating
};

/// All that was stated of one (engagement, period), in order. The effective rating is the last one; none after a withdrawal.
struct RatingSlot {
  PeriodId period;
  std::vector<RatingEvent> events;
  [[nodiscard]] const RatingGiven* effective() const { return events.empty() ? nullptr : events.back().given; }
};

struct EngagementState {
  EngagementId id;
  CivilDate signed_on;
  const EngagementSigned* contract = nullptr;
  ProviderIndex provider = 0;
  EnterpriseIndex enterprise = 0;
  std::vector<RatingSlot> ratings;  ///< in the order of first mention
};

/// Points into the facts that it was folded from: it must not outlive them.
class State {
 public:
  [[nodiscard]] const SymbolTable& symbols() const { return *symbols_; }
  [[nodiscard]] const std::vector<ProviderState>& providers() const { return providers_; }
  [[nodiscard]] const std::vector<EnterpriseState>& enterprises() const { return enterprises_; }
  [[nodiscard]] const std::vector<EngagementState>& engagements() const { return engagements_; }
  /// By identifier; null if not registered (signed) by the day of the state.
  [[nodiscard]] const ProviderState* provider(std::string_view id) const;
  [[nodiscard]] const EnterpriseState* enterprise(std::string_view id) const;
  [[nodiscard]] const EngagementState* engagement(std::string_view id) const;

 private:
  friend class Fold;
  static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;
  const SymbolTable* symbols_ = nullptr;
  std::vector<ProviderState> providers_;
  std::vector<EnterpriseState> enterprises_;
  std::vector<EngagementState> engagements_;
  // by symbol; `nowhere` where the symbol names none
  std::vector<std::uint32_t> provider_of_, enterprise_of_, engagement_of_;
};

/// Applies every fact with `on` ≤ `as_of`, in order.
[[nodiscard]] State fold(const FactSequence& sequence, CivilDate as_of);

}  // namespace hengping
