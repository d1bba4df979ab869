#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "core/state/state.h"

namespace hengping {
namespace {

// The reader of a fact takes only a value of the field's own type.
void set_field(ProviderRegistered& profile, ProviderField field, const ProviderValue& value) {
  switch (field) {
    case ProviderField::name: profile.name = std::get<std::string>(value); break;
    case ProviderField::uscc: profile.uscc = std::get<std::string>(value); break;
    case ProviderField::address: profile.address = std::get<std::string>(value); break;
    case ProviderField::legal_representative: profile.legal_representative = std::get<std::string>(value); break;
    case ProviderField::business_scope: profile.business_scope = std::get<std::string>(value); break;
    case ProviderField::registered_capital: profile.registered_capital = std::get<Money>(value); break;
    case ProviderField::types: profile.types = std::get<std::vector<ProviderType>>(value); break;
    case ProviderField::contact: profile.contact = std::get<std::string>(value); break;
  }
}

}  // namespace

/// The one place that applies facts. A new record kind does not compile until it is applied here. What a fact names can be missing only
/// while records of another device are; such a fact counts once they are there.
class Folding::Applier {
 public:
  explicit Applier(const SymbolTable& symbols) { state_.symbols_ = &symbols; }

  [[nodiscard]] const State& state() const { return state_; }

  void apply(const Fact& fact) {
    make_room();
    fact_ = &fact;
    now_.on = fact.on;
    visit_body([this](const auto& body) { apply(body); }, fact.body);
    ++now_.place;
  }

  State take() { return std::move(state_); }

 private:
  // ---- registers

  // Of two registrations of one identifier (devices that had not met) the first in order counts; the ledger keeps both.
  void apply(const ProviderRegistered& body) {
    if (ProviderState* added = add(state_.provider_of_, state_.providers_, body.provider.value)) {
      added->id = body.provider;
      added->registered_on = now_.on;
      added->registration = &body;
      added->profile = body;
    }
  }
  void apply(const ProviderCorrected& body) {
    if (ProviderState* of = provider(body.provider)) set_field(of->profile, body.field, body.value);
  }
  void apply(const ProviderChangeReported& body) {
    ProviderState* of = provider(body.provider);
    if (of == nullptr) return;
    of->changes.push_back({now_, &body});
    set_field(of->profile, body.field, body.value);
  }
  void apply(const ProviderReinstated& body) {
    if (ProviderState* of = provider(body.provider)) of->reinstated = now_;
  }
  void apply(const EnterpriseRegistered& body) {
    if (EnterpriseState* added = add(state_.enterprise_of_, state_.enterprises_, body.enterprise.value)) {
      added->id = body.enterprise;
      added->registered_on = now_.on;
      added->registration = &body;
    }
  }
  void apply(const EnterpriseRemoved& body) {
    const std::uint32_t index = state_.enterprise_of_[body.enterprise.value];
    if (index != State::nowhere) state_.enterprises_[index].removed = &body;
  }

  // ---- contracts

  void apply(const EngagementSigned& body) {
    const std::uint32_t of_provider = state_.provider_of_[body.provider.value];
    const std::uint32_t of_enterprise = state_.enterprise_of_[body.enterprise.value];
    if (of_provider == State::nowhere || of_enterprise == State::nowhere) return;
    EngagementState* added = add(state_.engagement_of_, state_.engagements_, body.engagement.value);
    if (added == nullptr) return;
    added->id = body.engagement;
    added->signed_on = now_.on;
    added->contract = &body;
    added->provider = of_provider;
    added->enterprise = of_enterprise;
    added->amount = body.amount;
    added->due_on = body.due_on;
    added->items = body.items;
    added->plan = body.plan;
    const std::uint32_t index = state_.engagement_of_[body.engagement.value];
    state_.providers_[of_provider].engagements.push_back(index);
    state_.enterprises_[of_enterprise].engagements.push_back(index);
  }
  void apply(const EngagementAmended& body) {
    EngagementState* of = engagement(body.engagement);
    if (of == nullptr) return;
    of->amendments.push_back({now_, &body});
    if (!body.consented) return;  // recorded, but changes nothing
    if (body.amount) of->amount = *body.amount;
    if (body.due_on) of->due_on = *body.due_on;
    if (!body.items.empty()) of->items = body.items;
    if (!body.plan.empty()) of->plan = body.plan;
  }
  void apply(const EngagementEnded& body) {
    if (EngagementState* of = engagement(body.engagement)) of->ended = &body;
  }
  void apply(const NeedListed& body) {
    if (EngagementState* of = engagement(body.engagement)) of->needs.push_back({now_, &body});
  }
  void apply(const DeliverableSubmitted& body) {
    if (EngagementState* of = engagement(body.engagement)) of->deliverables.push_back({now_, &body});
  }
  void apply(const ProgressReported& body) {
    if (EngagementState* of = engagement(body.engagement)) of->progress.push_back({now_, &body});
  }
  void apply(const AssessmentRecorded& body) {
    if (EngagementState* of = engagement(body.engagement)) of->assessments.push_back({now_, &body});
  }
  void apply(const AcceptanceConcluded& body) {
    if (EngagementState* of = engagement(body.engagement)) of->acceptances.push_back({now_, &body});
  }
  void apply(const RatingGiven& body) { add_rating(body.engagement, body.period, RatingEvent{now_, &body, nullptr}); }
  void apply(const RatingWithdrawn& body) {
    add_rating(body.engagement, body.period, RatingEvent{now_, nullptr, &body});
  }

  // ---- complaints and findings

  void apply(const ComplaintFiled& body) {
    const EngagementState* of = engagement(body.engagement);
    if (of == nullptr) return;
    if (CaseState* added = add_case(body.complaint, of->provider)) added->complaint = &body;
  }
  void apply(const ComplaintUpheld& body) { judge(body.complaint, CaseState::Verdict::confirmed); }
  void apply(const ComplaintDismissed& body) { judge(body.complaint, CaseState::Verdict::dismissed); }
  void apply(const InspectionConducted& /*body*/) {}  // its findings are facts of their own
  void apply(const FindingRaised& body) {
    const std::uint32_t of = state_.provider_of_[body.provider.value];
    if (of == State::nowhere) return;
    if (CaseState* added = add_case(body.finding, of)) added->finding = &body;
  }
  void apply(const FindingConfirmed& body) { judge(body.finding, CaseState::Verdict::confirmed); }
  void apply(const FindingDismissed& body) { judge(body.finding, CaseState::Verdict::dismissed); }

  // ---- orders

  void apply(const TriggerWaived& body) {
    if (ProviderState* of = provider(body.provider)) of->waived.push_back(body.ref);
  }
  void apply(const RectificationOrdered& body) {
    const std::uint32_t of = state_.provider_of_[body.provider.value];
    if (of == State::nowhere) return;
    OrderState* added = add(state_.order_of_, state_.orders_, body.order.value);
    if (added == nullptr) return;
    added->id = body.order;
    added->ordered = now_;
    added->body = &body;
    added->provider = of;
    state_.providers_[of].orders.push_back(state_.order_of_[body.order.value]);
  }
  void apply(const RectificationExtended& body) {
    if (OrderState* of = order(body.order)) of->extensions.push_back(fact_);
  }
  void apply(const RectificationSubmitted& body) { add_event(body.order, OrderEvent::Kind::submitted); }
  void apply(const RectificationVerified& body) {
    add_event(body.order, body.outcome == Verification::passed ? OrderEvent::Kind::verified_passed
                                                               : OrderEvent::Kind::verified_failed);
  }
  void apply(const RectificationRefused& body) { add_event(body.order, OrderEvent::Kind::refused); }
  void apply(const RectificationVoided& body) { add_event(body.order, OrderEvent::Kind::voided); }

  void apply(const ReplacementRequested& body) {
    add_replacement(body.engagement, ReplacementEvent{ReplacementEvent::Kind::requested, now_, body.order});
  }
  void apply(const ReplacementApproved& body) {
    add_replacement(body.engagement, ReplacementEvent{ReplacementEvent::Kind::approved, now_, {}});
  }
  void apply(const ReplacementRejected& body) {
    add_replacement(body.engagement, ReplacementEvent{ReplacementEvent::Kind::rejected, now_, {}});
  }

  // ---- decisions

  void apply(const DisqualificationNoticed& body) {
    const std::uint32_t of = state_.provider_of_[body.provider.value];
    if (of == State::nowhere) return;
    DecisionState* added = add(state_.decision_of_, state_.decisions_, body.decision.value);
    if (added == nullptr) return;
    added->id = body.decision;
    added->noticed = now_;
    added->body = &body;
    added->provider = of;
    state_.providers_[of].decisions.push_back(state_.decision_of_[body.decision.value]);
  }
  void apply(const DisqualificationReplied& body) {
    if (DecisionState* of = decision(body.decision)) of->replied = now_;
  }
  void apply(const DisqualificationDecided& body) {
    if (DecisionState* of = decision(body.decision))
      of->decided = DecisionState::Decided{now_, body.outcome, state_.policies_.adopted_for(now_.on)};
  }
  void apply(const DisqualificationAppealed& body) {
    if (DecisionState* of = decision(body.decision)) of->appealed = now_;
  }
  void apply(const DisqualificationAppealDecided& body) {
    if (DecisionState* of = decision(body.decision))
      of->appeal_decided = DecisionState::AppealDecided{now_, body.outcome};
  }
  void apply(const AwardGiven& body) {
    if (ProviderState* of = provider(body.provider)) of->awards.push_back({now_, &body});
  }
  void apply(const AwardRevoked& body) {
    ProviderState* of = provider(body.provider);
    if (of == nullptr) return;
    std::erase_if(of->awards, [&body](const Stated<AwardGiven>& award) { return award.body->title == body.title; });
  }

  void apply(const PolicyAdopted& body) { state_.policies_.adopt(body.policy); }

  // ---- helpers

  // Records taken in since the last fact may have brought new names.
  void make_room() {
    const std::size_t names = state_.symbols_->size();
    if (state_.provider_of_.size() == names) return;
    for (auto* index : {&state_.provider_of_, &state_.enterprise_of_, &state_.engagement_of_, &state_.order_of_,
                        &state_.case_of_, &state_.decision_of_}) {
      index->resize(names, State::nowhere);
    }
  }

  // A new element under that symbol, or null if the symbol has one already.
  template <class Element>
  static Element* add(std::vector<std::uint32_t>& by_symbol, std::vector<Element>& elements, std::uint32_t symbol) {
    std::uint32_t& index = by_symbol[symbol];
    if (index != State::nowhere) return nullptr;
    index = static_cast<std::uint32_t>(elements.size());
    return &elements.emplace_back();
  }
  template <class Element>
  static Element* find(const std::vector<std::uint32_t>& by_symbol, std::vector<Element>& elements,
                       std::uint32_t symbol) {
    const std::uint32_t index = by_symbol[symbol];
    return index == State::nowhere ? nullptr : &elements[index];
  }
  ProviderState* provider(ProviderId id) { return find(state_.provider_of_, state_.providers_, id.value); }
  EngagementState* engagement(EngagementId id) { return find(state_.engagement_of_, state_.engagements_, id.value); }
  OrderState* order(OrderId id) { return find(state_.order_of_, state_.orders_, id.value); }
  DecisionState* decision(DecisionId id) { return find(state_.decision_of_, state_.decisions_, id.value); }

  CaseState* add_case(CaseId id, ProviderIndex of) {
    CaseState* added = add(state_.case_of_, state_.cases_, id.value);
    if (added == nullptr) return nullptr;
    added->id = id;
    added->raised = now_;
    added->provider = of;
    state_.providers_[of].cases.push_back(state_.case_of_[id.value]);
    return added;
  }
  void judge(CaseId id, CaseState::Verdict verdict) {
    CaseState* of = find(state_.case_of_, state_.cases_, id.value);
    if (of == nullptr) return;
    of->verdict = verdict;
    of->verdict_on = now_.on;
  }
  void add_event(OrderId id, OrderEvent::Kind kind) {
    if (OrderState* of = order(id)) of->events.push_back(OrderEvent{kind, now_});
  }
  void add_replacement(EngagementId id, const ReplacementEvent& event) {
    if (EngagementState* of = engagement(id)) of->replacements.push_back(event);
  }
  void add_rating(EngagementId id, PeriodId period, const RatingEvent& event) {
    const std::uint32_t index = state_.engagement_of_[id.value];
    if (index == State::nowhere) return;
    auto& slots = state_.engagements_[index].ratings;
    if (slots_of_.size() <= index) slots_of_.resize(state_.engagements_.size());
    auto& known = slots_of_[index];
    const PeriodSlot wanted{period.value, static_cast<std::uint32_t>(slots.size())};
    auto place =
        std::lower_bound(known.begin(), known.end(), wanted,
                         [](const PeriodSlot& left, const PeriodSlot& right) { return left.period < right.period; });
    if (place == known.end() || place->period != period.value) {
      place = known.insert(place, wanted);
      slots.push_back(RatingSlot{period, {}});
    }
    slots[place->slot].events.push_back(event);
  }

  State state_;
  const Fact* fact_ = nullptr;
  Moment now_;
  struct PeriodSlot {
    std::uint32_t period;
    std::uint32_t slot;
  };
  std::vector<std::vector<PeriodSlot>>
      slots_of_;  // by engagement: indices into its ratings, sorted by the period's symbol
};

Folding::Folding(const SymbolTable& symbols) : applier_(std::make_unique<Applier>(symbols)) {}
Folding::~Folding() = default;
Folding::Folding(Folding&&) noexcept = default;
Folding& Folding::operator=(Folding&&) noexcept = default;
void Folding::apply(const Fact& fact) { applier_->apply(fact); }
const State& Folding::state() const { return applier_->state(); }
State Folding::take() { return applier_->take(); }

State fold(const FactSequence& sequence, CivilDate as_of) {
  Folding folding(*sequence.symbols);
  for (const Fact* fact : sequence.facts) {
    if (fact->on > as_of) break;  // the rest is later still
    folding.apply(*fact);
  }
  return folding.take();
}

}  // namespace hengping
