// What a provider does under a contract (Article 5), and how far it came.
#include "core/facts/kinds.h"
#include "core/facts/names.h"

namespace hengping {

Body read_need_listed(FieldReader& reader, BodyContext& context) {
  NeedListed body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  const auto need = reader.identifier<NeedId>("need");
  context.need = need;
  body.need = need.value_or(NeedId{});
  body.list = reader.choice("list", need_list_choices).value_or(NeedList::problem);
  body.tag = reader.choice("tag", need_tag_choices).value_or(NeedTag::common);
  body.text = reader.text("text");
  body.from = reader.optional_identifier<NeedId>("from");
  return body;
}

Body read_deliverable_submitted(FieldReader& reader, BodyContext& context) {
  DeliverableSubmitted body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.deliverable = reader.choice("deliverable", deliverable_choices).value_or(Deliverable::needs_list);
  body.title = reader.text("title");
  return body;
}

Body read_progress_reported(FieldReader& reader, BodyContext& context) {
  ProgressReported body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.percent = reader.percent("percent").value_or(Percent{});
  return body;
}

Body read_assessment_recorded(FieldReader& reader, BodyContext& context) {
  AssessmentRecorded body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.phase = reader.choice("phase", assessment_phase_choices).value_or(AssessmentPhase::before);
  body.level = reader.level("level").value_or(0);
  body.score = reader.optional_number("score");
  reader.object("answers", false);
  return body;
}

Body read_acceptance_concluded(FieldReader& reader, BodyContext& context) {
  AcceptanceConcluded body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.outcome = reader.choice("outcome", acceptance_outcome_choices).value_or(AcceptanceOutcome::passed);
  return body;
}

}  // namespace hengping
