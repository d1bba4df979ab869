// Orders to rectify (Article 7), replacement (Article 8) and disqualification (Article 9).
#include <array>

#include "core/facts/kinds.h"
#include "core/facts/names.h"

namespace hengping {
namespace {

constexpr std::array<int, 1> ground_articles = {9};

}  // namespace

Body read_trigger_waived(FieldReader& reader, BodyContext& context) {
  TriggerWaived body;
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.ref = reader.ref("ref").value_or(no_ref);
  body.reason = reader.text("reason");
  return body;
}

Body read_rectification_ordered(FieldReader& reader, BodyContext& context) {
  RectificationOrdered body;
  body.order = context.define<OrderId>(reader, NameSpace::order);
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.engagement = context.refer_if_there<EngagementId>(reader, NameSpace::engagement);
  body.for_refs = reader.refs("for");
  body.due_on = read_due_on(reader, context, false);
  body.reason_for_longer = reader.optional_filled_text("reason_for_longer");
  return body;
}

Body read_rectification_extended(FieldReader& reader, BodyContext& context) {
  RectificationExtended body;
  body.order = context.refer<OrderId>(reader, NameSpace::order);
  body.due_on = read_due_on(reader, context, true).value_or(CivilDate{});
  body.reason = reader.text("reason");
  return body;
}

Body read_rectification_submitted(FieldReader& reader, BodyContext& context) {
  const auto order = context.refer<OrderId>(reader, NameSpace::order);
  return RectificationSubmitted{order, reader.text("text")};
}

Body read_rectification_verified(FieldReader& reader, BodyContext& context) {
  const auto order = context.refer<OrderId>(reader, NameSpace::order);
  return RectificationVerified{order, reader.choice("outcome", verification_choices).value_or(Verification::passed)};
}

Body read_rectification_refused(FieldReader& reader, BodyContext& context) {
  const auto order = context.refer<OrderId>(reader, NameSpace::order);
  return RectificationRefused{order, reader.text("reason")};
}

Body read_rectification_voided(FieldReader& reader, BodyContext& context) {
  const auto order = context.refer<OrderId>(reader, NameSpace::order);
  return RectificationVoided{order, reader.text("reason")};
}

Body read_replacement_requested(FieldReader& reader, BodyContext& context) {
  ReplacementRequested body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.order = context.refer<OrderId>(reader, NameSpace::order);
  body.reason = reader.text("reason");
  return body;
}

Body read_replacement_approved(FieldReader& reader, BodyContext& context) {
  const auto engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  return ReplacementApproved{engagement, reader.text("reason")};
}

Body read_replacement_rejected(FieldReader& reader, BodyContext& context) {
  const auto engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  return ReplacementRejected{engagement, reader.text("reason")};
}

Body read_disqualification_noticed(FieldReader& reader, BodyContext& context) {
  DisqualificationNoticed body;
  body.decision = context.define<DecisionId>(reader, NameSpace::decision);
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.grounds = reader.articles("grounds", ground_articles);
  body.text = reader.text("text");
  return body;
}

Body read_disqualification_replied(FieldReader& reader, BodyContext& context) {
  const auto decision = context.refer<DecisionId>(reader, NameSpace::decision);
  return DisqualificationReplied{decision, reader.text("text")};
}

Body read_disqualification_decided(FieldReader& reader, BodyContext& context) {
  DisqualificationDecided body;
  body.decision = context.refer<DecisionId>(reader, NameSpace::decision);
  body.outcome = reader.choice("outcome", decision_choices).value_or(Decision::retained);
  body.reason = reader.text("reason");
  return body;
}

Body read_disqualification_appealed(FieldReader& reader, BodyContext& context) {
  const auto decision = context.refer<DecisionId>(reader, NameSpace::decision);
  return DisqualificationAppealed{decision, reader.text("text")};
}

Body read_disqualification_appeal_decided(FieldReader& reader, BodyContext& context) {
  DisqualificationAppealDecided body;
  body.decision = context.refer<DecisionId>(reader, NameSpace::decision);
  body.outcome = reader.choice("outcome", appeal_outcome_choices).value_or(AppealOutcome::upheld);
  body.reason = reader.text("reason");
  return body;
}

}  // namespace hengping
