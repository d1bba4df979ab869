// The folded state: who is in the pool, what was agreed, rated, complained of, ordered and decided, as of a day. Never stored; always
// folded from the facts. It knows no policy: what follows from the numbers of a policy is the rules' to say.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/one_or_more.h"
#include "core/facts/fact.h"
#include "core/policy/policy_book.h"

namespace hengping {

/// Facts in their legal order: by `on`, then by position in the ledger or file (semantics §1 "Order").
struct FactSequence {
  const SymbolTable* symbols = nullptr;
  std::span<const Fact* const> facts;
  std::uint64_t generation = 0;  ///< another one: facts that counted before may count no longer
};

/// Indices into the vectors of State.
using ProviderIndex = std::uint32_t;
using EnterpriseIndex = std::uint32_t;
using EngagementIndex = std::uint32_t;
using OrderIndex = std::uint32_t;
using CaseIndex = std::uint32_t;
using DecisionIndex = std::uint32_t;

/// When something was stated: its civil date, and its place in the legal order of all facts ("after" compares places).
struct Moment {
  CivilDate on;
  std::uint32_t place = 0;
  [[nodiscard]] bool after(const Moment& other) const { return place > other.place; }
};

/// A fact as it was stated.
template <class FactBody>
struct Stated {
  Moment at;
  const FactBody* body = nullptr;
};

struct ProviderState {
  ProviderId id;
  CivilDate registered_on;
  const ProviderRegistered* registration = nullptr;
  ProviderRegistered profile;                ///< as registered, with every correction and reported change since
  std::vector<EngagementIndex> engagements;  ///< in the order of signing
  std::vector<OrderIndex> orders;            ///< in the order of stating
  std::vector<CaseIndex> cases;              ///< complaints and findings, in the order of raising
  std::vector<DecisionIndex> decisions;
  std::vector<Stated<ProviderChangeReported>> changes;  ///< Article 7(2); each is judged by itself
  std::vector<RefId> waived;                            ///< refs of triggers that need no order
  std::vector<Stated<AwardGiven>> awards;               ///< without those revoked
  std::optional<Moment> reinstated;                     ///< the last reinstatement
};

struct EnterpriseState {
  EnterpriseId id;
  CivilDate registered_on;
  const EnterpriseRegistered* registration = nullptr;
  const EnterpriseRemoved* removed = nullptr;  ///< the last removal
  std::vector<EngagementIndex> engagements;
};

/// One rating or withdrawal as it was stated.
struct RatingEvent {
  Moment at;
  const RatingGiven* given = nullptr;          ///< null: a withdrawal
  const RatingWithdrawn* withdrawn = nullptr;  ///< null: a rating
};

/// All that was stated of one (engagement, period), in order. The effective rating is the last one; none after a withdrawal.
struct RatingSlot {
  PeriodId period;
  OneOrMore<RatingEvent> events;
  [[nodiscard]] const RatingGiven* effective() const { return events.empty() ? nullptr : events.back().given; }
};

/// A request to replace the provider (Article 8), or what became of it.
struct ReplacementEvent {
  enum class Kind : std::uint8_t { requested, approved, rejected };
  Kind kind = Kind::requested;
  Moment at;
  std::optional<OrderId> order;  ///< of a request
};

struct EngagementState {
  EngagementId id;
  CivilDate signed_on;
  const EngagementSigned* contract = nullptr;
  ProviderIndex provider = 0;
  EnterpriseIndex enterprise = 0;
  std::vector<RatingSlot> ratings;  ///< in the order of first mention
  // What is in force after amendments with consent; they point into the contract or the amendment.
  Money amount;
  CivilDate due_on;
  std::span<const Item> items;
  std::span<const PlanPoint> plan;                    ///< empty: none
  std::vector<Stated<EngagementAmended>> amendments;  ///< with and without consent
  std::vector<Stated<ProgressReported>> progress;     ///< the last counts
  std::vector<Stated<AcceptanceConcluded>> acceptances;
  std::vector<Stated<NeedListed>> needs;
  std::vector<Stated<DeliverableSubmitted>> deliverables;
  std::vector<Stated<AssessmentRecorded>> assessments;
  std::vector<ReplacementEvent> replacements;  ///< requests and their answers (Article 8)
  const EngagementEnded* ended = nullptr;      ///< the last end stated
  [[nodiscard]] bool active() const { return ended == nullptr; }
};

/// A complaint (Article 7(1)) or a finding; what was last said of it counts.
struct CaseState {
  enum class Verdict : std::uint8_t { none, confirmed, dismissed };
  CaseId id;
  Moment raised;
  const ComplaintFiled* complaint = nullptr;  ///< null: a finding
  const FindingRaised* finding = nullptr;     ///< null: a complaint
  ProviderIndex provider = 0;
  Verdict verdict = Verdict::none;  ///< the last; upheld is `confirmed`
  CivilDate verdict_on;
  [[nodiscard]] ArticleItem article() const { return complaint != nullptr ? complaint->article : finding->article; }
};

struct OrderEvent {
  enum class Kind : std::uint8_t { submitted, verified_passed, verified_failed, refused, voided };
  Kind kind = Kind::submitted;
  Moment at;
};

struct OrderState {
  OrderId id;
  Moment ordered;
  const RectificationOrdered* body = nullptr;
  ProviderIndex provider = 0;
  std::vector<const Fact*> extensions;  ///< facts that hold RectificationExtended, in order
  std::vector<OrderEvent> events;       ///< in order
};

struct DecisionState {
  struct Decided {
    Moment at;
    Decision outcome = Decision::retained;
    const Policy* policy = nullptr;  ///< the adopted policy under which it was made; null: the one that ships
  };
  struct AppealDecided {
    Moment at;
    AppealOutcome outcome = AppealOutcome::upheld;
  };
  DecisionId id;
  Moment noticed;
  const DisqualificationNoticed* body = nullptr;
  ProviderIndex provider = 0;
  std::optional<Moment> replied;                ///< the last reply to the notice
  std::optional<Decided> decided;               ///< the last
  std::optional<Moment> appealed;               ///< the last
  std::optional<AppealDecided> appeal_decided;  ///< the last
};

/// Points into the facts that it was folded from: it must not outlive them.
class State {
 public:
  [[nodiscard]] const SymbolTable& symbols() const { return *symbols_; }
  [[nodiscard]] const std::vector<ProviderState>& providers() const { return providers_; }
  [[nodiscard]] const std::vector<EnterpriseState>& enterprises() const { return enterprises_; }
  [[nodiscard]] const std::vector<EngagementState>& engagements() const { return engagements_; }
  [[nodiscard]] const std::vector<OrderState>& orders() const { return orders_; }
  [[nodiscard]] const std::vector<CaseState>& cases() const { return cases_; }
  [[nodiscard]] const std::vector<DecisionState>& decisions() const { return decisions_; }
  [[nodiscard]] const PolicyBook& policies() const { return policies_; }
  /// By identifier; null if not registered (signed) by the day of the state.
  [[nodiscard]] const ProviderState* provider(std::string_view id) const;
  [[nodiscard]] const EnterpriseState* enterprise(std::string_view id) const;
  [[nodiscard]] const EngagementState* engagement(std::string_view id) const;
  /// By symbol of this state's table; null if not stated by the day of the state.
  [[nodiscard]] const CaseState* find_case(CaseId id) const;
  [[nodiscard]] const OrderState* find_order(OrderId id) const;
  [[nodiscard]] const DecisionState* find_decision(DecisionId id) const;
  /// The provider that a fact of this state speaks of; nothing if it speaks of none (registers of enterprises, policies).
  [[nodiscard]] std::optional<ProviderIndex> provider_of(const Body& body) const;

 private:
  friend class Folding;
  static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;
  const SymbolTable* symbols_ = nullptr;
  std::vector<ProviderState> providers_;
  std::vector<EnterpriseState> enterprises_;
  std::vector<EngagementState> engagements_;
  std::vector<OrderState> orders_;
  std::vector<CaseState> cases_;
  std::vector<DecisionState> decisions_;
  PolicyBook policies_;
  // by symbol; `nowhere` where the symbol names none
  std::vector<std::uint32_t> provider_of_, enterprise_of_, engagement_of_, order_of_, case_of_, decision_of_;
};

/// The fold, fact by fact. Facts are given in legal order; they and the symbol table must outlive it.
class Folding {
 public:
  explicit Folding(const SymbolTable& symbols);
  ~Folding();
  Folding(Folding&&) noexcept;
  Folding& operator=(Folding&&) noexcept;

  void apply(const Fact& fact);
  /// As of the facts applied so far; the reference stays valid while the folding lives.
  [[nodiscard]] const State& state() const;
  /// Ends the folding.
  [[nodiscard]] State take();

 private:
  class Applier;
  std::unique_ptr<Applier> applier_;
};

/// Applies every fact with `on` ≤ `as_of`, in order.
[[nodiscard]] State fold(const FactSequence& sequence, CivilDate as_of);

}  // namespace hengping
