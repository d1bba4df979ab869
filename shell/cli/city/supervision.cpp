#include "shell/cli/city/supervision.h"

#include "core/codec/canonical.h"

namespace hengping::cli {

namespace {

constexpr std::int32_t usual_days = 30;  // rectification_days of the first policy
constexpr std::uint32_t seldom = 250'000;

std::string list_of(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    append_json_string(out, text);
  }
  return out + "]";
}

}  // namespace

FactWriter& Supervision::by_party(std::string_view kind, CivilDate on, Role party) {
  constexpr std::uint32_t on_paper = 80'000;
  if (!random_.chance(on_paper)) return out_.begin(kind, on, party);
  return out_.begin_on_behalf(
      kind, on,
      random_.pick(
          name_parts().about(party == Role::provider ? Topic::paper_notes_provider : Topic::paper_notes_enterprise)));
}

// ---------------------------------------------------------------- complaints, inspections, findings

std::string Supervision::complain(std::string_view engagement, CivilDate on, std::string_view article) {
  std::string id = Numbers::next('C', numbers_.complaints);
  by_party("complaint.filed", on, Role::enterprise);
  out_.text("complaint", id).text("engagement", engagement).text("article", article);
  out_.text("text", random_.pick(texts_of(name_parts().complaints, article))).end();
  return id;
}

void Supervision::judge_complaint(std::string_view complaint, CivilDate on, bool upheld) {
  out_.begin(upheld ? "complaint.upheld" : "complaint.dismissed", on).text("complaint", complaint);
  reason(upheld ? Topic::complaint_upheld : Topic::complaint_dismissed);
}

std::string Supervision::inspect(std::string_view provider, std::string_view engagement, CivilDate on, bool good) {
  const NameParts& parts = name_parts();
  std::string id = Numbers::next('I', numbers_.inspections);
  out_.begin("inspection.conducted", on, Role::inspector).text("inspection", id).text("provider", provider);
  if (!engagement.empty()) out_.text("engagement", engagement);
  out_.text("checklist", random_.pick(parts.about(Topic::checklists)));
  const auto poor = random_.below(static_cast<std::uint32_t>(parts.inspection_questions.size()));
  std::string answers = "{";
  for (std::uint32_t i = 0; i < parts.inspection_questions.size(); ++i) {
    const NameParts::Question& question = parts.inspection_questions[i];
    if (i > 0) answers += ',';
    append_json_string(answers, question.question);
    answers += ':';
    append_json_string(answers, random_.pick(!good && i == poor ? question.poor : question.good));
  }
  out_.raw("answers", answers + "}");
  if (random_.chance(seldom)) out_.text("note", random_.pick(parts.about(Topic::notes)));
  out_.end();
  return id;
}

std::string Supervision::find(std::string_view provider, std::string_view engagement, std::string_view inspection,
                              CivilDate on, std::string_view article) {
  std::string id = Numbers::next('F', numbers_.findings);
  out_.begin("finding.raised", on, Role::inspector).text("finding", id).text("provider", provider);
  if (!engagement.empty()) out_.text("engagement", engagement);
  if (!inspection.empty()) out_.text("inspection", inspection);
  out_.text("article", article).text("text", random_.pick(texts_of(name_parts().findings, article))).end();
  return id;
}

void Supervision::judge_finding(std::string_view finding, CivilDate on, bool confirmed) {
  out_.begin(confirmed ? "finding.confirmed" : "finding.dismissed", on).text("finding", finding);
  reason(confirmed ? Topic::finding_confirmed : Topic::finding_dismissed);
}

void Supervision::waive(std::string_view provider, std::string_view ref, CivilDate on, Topic why) {
  out_.begin("trigger.waived", on).text("provider", provider).text("ref", ref);
  reason(why);
}

// ---------------------------------------------------------------- orders

std::string Supervision::order(std::string_view provider, std::string_view engagement,
                               const std::vector<std::string>& refs, CivilDate on, std::optional<CivilDate> due_on) {
  const NameParts& parts = name_parts();
  std::string id = Numbers::next('R', numbers_.orders);
  out_.begin("rectification.ordered", on).text("order", id).text("provider", provider);
  if (!engagement.empty()) out_.text("engagement", engagement);
  out_.raw("for", list_of(refs));
  if (due_on) out_.date("due_on", *due_on);
  if (due_on && *due_on - on > usual_days)
    out_.text("reason_for_longer", random_.pick(parts.about(Topic::reasons_for_longer)));
  if (random_.chance(seldom)) out_.text("note", random_.pick(parts.about(Topic::order_notes)));
  out_.end();
  return id;
}

void Supervision::extend(std::string_view order, CivilDate on, CivilDate due_on) {
  out_.begin("rectification.extended", on).text("order", order).date("due_on", due_on);
  reason(Topic::extended);
}

void Supervision::submit(std::string_view order, CivilDate on, std::string_view article) {
  by_party("rectification.submitted", on, Role::provider);
  out_.text("order", order).text("text", random_.pick(texts_of(name_parts().submissions, article))).end();
}

void Supervision::verify(std::string_view order, CivilDate on, bool passed) {
  out_.begin("rectification.verified", on, random_.chance(seldom) ? Role::bureau : Role::inspector);
  out_.text("order", order).text("outcome", passed ? "passed" : "failed").end();
}

void Supervision::refuse(std::string_view order, CivilDate on) {
  out_.begin("rectification.refused", on).text("order", order);
  reason(Topic::rectification_refused);
}

void Supervision::void_order(std::string_view order, CivilDate on) {
  out_.begin("rectification.voided", on).text("order", order);
  reason(Topic::rectification_voided);
}

// ---------------------------------------------------------------- replacement

void Supervision::request_replacement(std::string_view engagement, std::string_view order, CivilDate on, Topic why) {
  by_party("replacement.requested", on, Role::enterprise).text("engagement", engagement).text("order", order);
  reason(why);
}

void Supervision::decide_replacement(std::string_view engagement, CivilDate on, bool approved) {
  out_.begin(approved ? "replacement.approved" : "replacement.rejected", on).text("engagement", engagement);
  reason(approved ? Topic::replacement_approved : Topic::replacement_rejected);
}

void Supervision::end(std::string_view engagement, CivilDate on, std::string_view outcome) {
  out_.begin("engagement.ended", on).text("engagement", engagement).text("outcome", outcome).end();
}

// ---------------------------------------------------------------- disqualification and awards

std::string Supervision::notice(std::string_view provider, CivilDate on, const std::vector<std::string_view>& grounds) {
  std::string id = Numbers::next('D', numbers_.decisions);
  const std::vector<std::string> articles(grounds.begin(), grounds.end());
  out_.begin("disqualification.noticed", on).text("decision", id).text("provider", provider);
  out_.raw("grounds", list_of(articles));
  out_.text("text", random_.pick(texts_of(name_parts().notices, grounds.front()))).end();
  return id;
}

void Supervision::reply(std::string_view decision, CivilDate on) {
  by_party("disqualification.replied", on, Role::provider);
  out_.text("decision", decision).text("text", random_.pick(name_parts().about(Topic::replied))).end();
}

void Supervision::decide(std::string_view decision, CivilDate on, bool disqualified) {
  out_.begin("disqualification.decided", on).text("decision", decision);
  out_.text("outcome", disqualified ? "disqualified" : "retained");
  reason(disqualified ? Topic::decided_disqualified : Topic::decided_retained);
}

void Supervision::appeal(std::string_view decision, CivilDate on) {
  by_party("disqualification.appealed", on, Role::provider);
  out_.text("decision", decision).text("text", random_.pick(name_parts().about(Topic::appealed))).end();
}

void Supervision::decide_appeal(std::string_view decision, CivilDate on, bool overturned) {
  out_.begin("disqualification.appeal_decided", on).text("decision", decision);
  out_.text("outcome", overturned ? "overturned" : "upheld");
  reason(overturned ? Topic::appeal_overturned : Topic::appeal_upheld);
}

void Supervision::reinstate(std::string_view provider, CivilDate on) {
  out_.begin("provider.reinstated", on).text("provider", provider);
  reason(Topic::reinstated);
}

void Supervision::award(std::string_view provider, CivilDate on, std::size_t title, bool given) {
  const auto& titles = name_parts().about(Topic::award_titles);
  out_.begin(given ? "award.given" : "award.revoked", on).text("provider", provider);
  out_.text("title", titles[title % titles.size()]);
  reason(given ? Topic::award_reasons : Topic::revoked);
}

}  // namespace hengping::cli
