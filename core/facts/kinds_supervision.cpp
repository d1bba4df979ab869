// Complaints, inspections, findings and awards (Articles 6, 7, 9, 10).
#include <array>

#include "core/facts/kinds.h"

namespace hengping {
namespace {

constexpr std::array<int, 2> complaint_articles = {6, 7};
constexpr std::array<int, 4> finding_articles = {5, 6, 7, 9};
constexpr int first_finding_of_9 = 4;  // 9.1 to 9.3 are counted, not found

}  // namespace

Body read_complaint_filed(FieldReader& reader, BodyContext& context) {
  ComplaintFiled body;
  body.complaint = context.define<CaseId>(reader, NameSpace::complaint);
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.article = reader.article("article", complaint_articles).value_or(ArticleItem{});
  body.text = reader.text("text");
  return body;
}

Body read_complaint_upheld(FieldReader& reader, BodyContext& context) {
  const auto complaint = context.refer<CaseId>(reader, NameSpace::complaint);
  return ComplaintUpheld{complaint, reader.text("reason")};
}

Body read_complaint_dismissed(FieldReader& reader, BodyContext& context) {
  const auto complaint = context.refer<CaseId>(reader, NameSpace::complaint);
  return ComplaintDismissed{complaint, reader.text("reason")};
}

Body read_inspection_conducted(FieldReader& reader, BodyContext& context) {
  InspectionConducted body;
  body.inspection = context.define<InspectionId>(reader, NameSpace::inspection);
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.engagement = context.refer_if_there<EngagementId>(reader, NameSpace::engagement);
  body.checklist = reader.text("checklist");
  reader.object("answers", true);
  return body;
}

Body read_finding_raised(FieldReader& reader, BodyContext& context) {
  FindingRaised body;
  body.finding = context.define<CaseId>(reader, NameSpace::finding);
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.engagement = context.refer_if_there<EngagementId>(reader, NameSpace::engagement);
  body.inspection = context.refer_if_there<InspectionId>(reader, NameSpace::inspection);
  body.article = reader.article("article", finding_articles, first_finding_of_9).value_or(ArticleItem{});
  body.text = reader.text("text");
  return body;
}

Body read_finding_confirmed(FieldReader& reader, BodyContext& context) {
  const auto finding = context.refer<CaseId>(reader, NameSpace::finding);
  return FindingConfirmed{finding, reader.text("reason")};
}

Body read_finding_dismissed(FieldReader& reader, BodyContext& context) {
  const auto finding = context.refer<CaseId>(reader, NameSpace::finding);
  return FindingDismissed{finding, reader.text("reason")};
}

Body read_award_given(FieldReader& reader, BodyContext& context) {
  AwardGiven body;
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.title = reader.text("title");
  body.reason = reader.text("reason");
  return body;
}

Body read_award_revoked(FieldReader& reader, BodyContext& context) {
  AwardRevoked body;
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.title = reader.text("title");
  body.reason = reader.text("reason");
  return body;
}

}  // namespace hengping
