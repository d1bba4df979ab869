// The work of a contract: the duties of Article 5 as they were done, and what the bureau saw of them.
#include <algorithm>
#include <array>

#include "core/codec/canonical.h"
#include "core/facts/names.h"
#include "shell/cli/city/contract_story.h"
#include "shell/cli/city/name_parts.h"
#include "shell/cli/city/parties.h"
#include "shell/cli/city/supervision.h"

namespace hengping::cli {

namespace {

enum DeliverableIndex : std::size_t {  // of deliverable_choices
  implementation_record = 3,
  acceptance_application = 4,
  self_assessment_report = 5,
  typical_case = 6,
};

}  // namespace

CivilDate ContractStory::after_signing(std::int32_t days) const {
  return std::min(contract_.signed_on + days, contract_.fate.until);
}

void ContractStory::tell_needs() {
  constexpr std::uint64_t lists = 3;
  const std::vector<NameParts::Need>& needs = name_parts().needs;
  const std::uint32_t first = random_.below(static_cast<std::uint32_t>(needs.size()));
  CivilDate on = after_signing(random_.between(5, 14));
  for (std::uint64_t i = 0; i < work_.needs; ++i) {
    // A problem, the requirement that answers it, the scenario that answers that; the next chain is of the other tag more often than not.
    const NameParts::Need& need = needs[(first + i / lists * 4) % needs.size()];
    const std::uint64_t list = i % lists;
    if (list == 0) on = std::min(on + random_.between(0, 4), contract_.fate.until);
    out_.begin("need.listed", on, Role::provider).text("engagement", contract_.id);
    out_.text("need", "N" + std::to_string(i + 1)).text("list", need_list_choices[list].name).text("tag", need.tag);
    out_.text("text", list == 0 ? need.problem : list == 1 ? need.requirement : need.scenario);
    if (list > 0) out_.text("from", "N" + std::to_string(i));
    out_.end();
  }
}

void ContractStory::submit(std::size_t deliverable, CivilDate on) {
  out_.begin("deliverable.submitted", on, Role::provider).text("engagement", contract_.id);
  out_.text("deliverable", deliverable_choices[deliverable].name);
  if (!out_.counts_only()) {
    // A guide and a solution are for the whole industry.
    const Company enterprise = company(layout_.request(), enterprise_stream, contract_.enterprise);
    const std::string& about = deliverable > typical_case ? enterprise.kind : enterprise.name;
    out_.text("title", about + name_parts().deliverable_titles[deliverable]);
  }
  out_.end();
}

void ContractStory::assess(std::string_view phase, CivilDate on, std::int64_t level) {
  constexpr std::uint32_t with_score = 800'000;
  constexpr std::uint32_t with_answers = 150'000;
  constexpr std::int32_t points_per_level = 20;
  out_.begin("assessment.recorded", on, Role::evaluator).text("engagement", contract_.id).text("phase", phase);
  out_.number("level", level);
  if (random_.chance(with_score))
    out_.hundredths("score", level * points_per_level * 100 + random_.between(0, points_per_level * 100 - 1));
  if (random_.chance(with_answers)) {
    std::string answers = "{";
    for (const NameParts::Question& question : name_parts().assessment_answers) {
      if (answers.size() > 1) answers += ',';
      append_json_string(answers, question.question);
      answers += ':';
      append_json_string(answers, random_.pick(level < 2 ? question.poor : question.good));
    }
    out_.raw("answers", answers + "}");
  }
  out_.end();
}

void ContractStory::tell_preparation() {
  if (work_.assessed_before) assess("before", after_signing(random_.between(3, 15)), level_before_);
  CivilDate on = after_signing(random_.between(16, 25));
  for (std::uint64_t i = 0; i < work_.prepared; ++i) {
    // The list, the diagnosis, the plan; from then on records of the implementation.
    submit(std::min<std::uint64_t>(i, implementation_record), on);
    on = std::min(on + (i < implementation_record ? random_.between(7, 20) : random_.between(30, 50)),
                  std::min(contract_.due_on, contract_.fate.until));
  }
}

void ContractStory::tell_progress() {
  constexpr std::uint32_t by_inspection = 80'000;
  for (const WorkPlan::Report& report : work_.reports) {
    out_.begin("progress.reported", report.on, random_.chance(by_inspection) ? Role::inspector : Role::provider);
    out_.text("engagement", contract_.id).hundredths("percent", report.hundredths).end();
  }
}

void ContractStory::tell_supervision() {
  if (work_.visit == WorkPlan::Visit::none) return;
  // While the contract runs, but not so late that the answer would come after the last day.
  constexpr std::int32_t answered_within = 30;
  constexpr std::array<std::string_view, 4> usual_findings{"5.1", "5.3", "5.7", "7.1"};
  constexpr std::array<std::string_view, 4> usual_complaints{"7.1", "6.3", "7.3", "6.1"};
  const CivilDate latest = std::min(contract_.due_on, contract_.fate.until) - answered_within;
  const CivilDate earliest = std::min(contract_.signed_on + answered_within, latest);
  const CivilDate on = earliest + random_.between(0, latest - earliest);
  Supervision bureau(out_, random_, numbers_);
  switch (work_.visit) {
    case WorkPlan::Visit::none: break;
    case WorkPlan::Visit::inspection: bureau.inspect(provider_, contract_.id, on, true); break;
    case WorkPlan::Visit::finding_dismissed: {
      const std::string inspection = bureau.inspect(provider_, contract_.id, on, false);
      const std::string_view article = usual_findings[random_.below(usual_findings.size())];
      const std::string finding = bureau.find(provider_, contract_.id, inspection, on, article);
      bureau.judge_finding(finding, on + random_.between(5, 20), false);
      break;
    }
    case WorkPlan::Visit::complaint_dismissed:
    case WorkPlan::Visit::complaint_waived: {
      const bool upheld = work_.visit == WorkPlan::Visit::complaint_waived;
      const std::string_view article = usual_complaints[random_.below(usual_complaints.size())];
      const std::string complaint = bureau.complain(contract_.id, on, article);
      const CivilDate judged = on + random_.between(4, 15);
      bureau.judge_complaint(complaint, judged, upheld);
      if (upheld) bureau.waive(provider_, complaint, judged + random_.between(1, 6), Topic::waived);
      break;
    }
    case WorkPlan::Visit::amended: write_agreed_amendment(out_, random_, contract_, on, false); break;
  }
}

void ContractStory::tell_closing() {
  if (work_.closing == 0) return;
  constexpr std::uint32_t below_required = 120'000;
  constexpr std::uint32_t outstanding = 150'000;
  constexpr std::uint32_t by_the_bureau = 300'000;
  const CivilDate due = contract_.due_on;
  std::uint64_t extra = work_.closing - closing_least;
  if (extra > 0) {
    const bool low = !contract_.fate.full && random_.chance(below_required);
    const std::int64_t level = low ? 1 : 2 + (random_.chance(outstanding) ? 1 : 0);
    assess("after", due + random_.between(0, 2), level);
    --extra;
  }
  if (extra > 0) {
    submit(self_assessment_report, due + 3);
    --extra;
  }
  if (extra > 0) submit(acceptance_application, due + 4);
  const CivilDate accepted = due + random_.between(6, 14);
  out_.begin("acceptance.concluded", accepted, random_.chance(by_the_bureau) ? Role::bureau : Role::enterprise);
  out_.text("engagement", contract_.id).text("outcome", "passed").end();
  const CivilDate ended = accepted + random_.between(1, 4);
  Supervision(out_, random_, numbers_).end(contract_.id, ended, "completed");
  CivilDate on = ended;
  for (std::uint64_t i = 0; i < work_.works_shown; ++i) {
    on = std::min(on + random_.between(5, 30), contract_.fate.until);
    submit(typical_case + i, on);
  }
}

}  // namespace hengping::cli
