#include "shell/app/subject.h"

#include <optional>
#include <variant>

namespace hengping::shell {

namespace {

/// One function for each record kind: a new kind does not compile until it says here whom it concerns.
class Reader {
 public:
  Reader(const SymbolTable& symbols, const State& state) : symbols_(symbols), state_(state) {}

  Subject operator()(const ProviderRegistered& body) const { return of_provider(body.provider); }
  Subject operator()(const ProviderCorrected& body) const { return of_provider(body.provider); }
  Subject operator()(const ProviderChangeReported& body) const { return of_provider(body.provider); }
  Subject operator()(const ProviderReinstated& body) const { return of_provider(body.provider); }
  Subject operator()(const EnterpriseRegistered& body) const { return of_enterprise(body.enterprise); }
  Subject operator()(const EnterpriseRemoved& body) const { return of_enterprise(body.enterprise); }
  Subject operator()(const EngagementSigned& body) const {
    Subject subject;
    subject.engagement = symbols_.text(body.engagement);
    subject.provider = symbols_.text(body.provider);
    subject.enterprise = symbols_.text(body.enterprise);
    return subject;
  }
  Subject operator()(const EngagementAmended& body) const { return of_engagement(body.engagement); }
  Subject operator()(const EngagementEnded& body) const { return of_engagement(body.engagement); }
  Subject operator()(const NeedListed& body) const { return of_engagement(body.engagement); }
  Subject operator()(const DeliverableSubmitted& body) const { return of_engagement(body.engagement); }
  Subject operator()(const ProgressReported& body) const { return of_engagement(body.engagement); }
  Subject operator()(const AssessmentRecorded& body) const { return of_engagement(body.engagement); }
  Subject operator()(const AcceptanceConcluded& body) const { return of_engagement(body.engagement); }
  Subject operator()(const RatingGiven& body) const { return rating(body.engagement, body.period); }
  Subject operator()(const RatingWithdrawn& body) const { return rating(body.engagement, body.period); }
  Subject operator()(const ComplaintFiled& body) const { return of_engagement(body.engagement); }
  Subject operator()(const ComplaintUpheld& body) const { return of_case(body.complaint); }
  Subject operator()(const ComplaintDismissed& body) const { return of_case(body.complaint); }
  Subject operator()(const InspectionConducted& body) const { return of_part(body.provider, body.engagement); }
  Subject operator()(const FindingRaised& body) const { return of_part(body.provider, body.engagement); }
  Subject operator()(const FindingConfirmed& body) const { return of_case(body.finding); }
  Subject operator()(const FindingDismissed& body) const { return of_case(body.finding); }
  Subject operator()(const TriggerWaived& body) const { return of_provider(body.provider); }
  Subject operator()(const RectificationOrdered& body) const { return of_part(body.provider, body.engagement); }
  Subject operator()(const RectificationExtended& body) const { return of_order(body.order); }
  Subject operator()(const RectificationSubmitted& body) const { return of_order(body.order); }
  Subject operator()(const RectificationVerified& body) const { return of_order(body.order); }
  Subject operator()(const RectificationRefused& body) const { return of_order(body.order); }
  Subject operator()(const RectificationVoided& body) const { return of_order(body.order); }
  Subject operator()(const ReplacementRequested& body) const { return of_engagement(body.engagement); }
  Subject operator()(const ReplacementApproved& body) const { return of_engagement(body.engagement); }
  Subject operator()(const ReplacementRejected& body) const { return of_engagement(body.engagement); }
  Subject operator()(const DisqualificationNoticed& body) const { return of_provider(body.provider); }
  Subject operator()(const DisqualificationReplied& body) const { return of_decision(body.decision); }
  Subject operator()(const DisqualificationDecided& body) const { return of_decision(body.decision); }
  Subject operator()(const DisqualificationAppealed& body) const { return of_decision(body.decision); }
  Subject operator()(const DisqualificationAppealDecided& body) const { return of_decision(body.decision); }
  Subject operator()(const AwardGiven& body) const { return of_provider(body.provider); }
  Subject operator()(const AwardRevoked& body) const { return of_provider(body.provider); }
  Subject operator()(const PolicyAdopted& /*body*/) const { return {}; }  // concerns everyone

 private:
  [[nodiscard]] Subject of_provider(ProviderId provider) const {
    Subject subject;
    subject.provider = symbols_.text(provider);
    return subject;
  }
  [[nodiscard]] Subject of_enterprise(EnterpriseId enterprise) const {
    Subject subject;
    subject.enterprise = symbols_.text(enterprise);
    return subject;
  }
  [[nodiscard]] Subject of_engagement(EngagementId engagement) const {
    Subject subject;
    subject.engagement = symbols_.text(engagement);
    if (const EngagementState* contract = state_.engagement(subject.engagement)) {
      subject.provider = symbols_.text(state_.providers()[contract->provider].id);
      subject.enterprise = symbols_.text(state_.enterprises()[contract->enterprise].id);
    }
    return subject;
  }
  /// Of a provider, and of one of its contracts where that is named.
  [[nodiscard]] Subject of_part(ProviderId provider, const std::optional<EngagementId>& engagement) const {
    Subject subject = engagement ? of_engagement(*engagement) : Subject();
    subject.provider = symbols_.text(provider);
    return subject;
  }
  [[nodiscard]] Subject rating(EngagementId engagement, PeriodId period) const {
    Subject subject = of_engagement(engagement);
    subject.period = symbols_.text(period);
    return subject;
  }
  [[nodiscard]] Subject of_case(CaseId id) const {
    const CaseState* one = state_.find_case(id);
    if (one == nullptr) return {};
    if (one->complaint != nullptr) return of_engagement(one->complaint->engagement);
    return of_part(one->finding->provider, one->finding->engagement);
  }
  [[nodiscard]] Subject of_order(OrderId id) const {
    const OrderState* order = state_.find_order(id);
    return order == nullptr ? Subject() : of_part(order->body->provider, order->body->engagement);
  }
  [[nodiscard]] Subject of_decision(DecisionId id) const {
    const DecisionState* decision = state_.find_decision(id);
    return decision == nullptr ? Subject() : of_provider(decision->body->provider);
  }

  const SymbolTable& symbols_;
  const State& state_;
};

}  // namespace

Subject subject_of(const Body& body, const SymbolTable& symbols, const State& state) {
  return visit_body(Reader(symbols, state), body);
}

}  // namespace hengping::shell
