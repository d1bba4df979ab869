// What pages show of Articles 5, 6 and 10, of deadlines, changes and policies.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "contract.h"
#include "core/rules/deadlines.h"
#include "hengping/embedded_policy.gen.h"
#include "shell/app/view_models.h"

using namespace hengping;
using namespace hengping::shell;

namespace {

std::vector<std::string> ids(const std::vector<CaseReference>& cases) {
  std::vector<std::string> out;
  for (const CaseReference& one : cases) out.push_back((one.complaint ? "c:" : "f:") + one.id);
  return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("Article 5: a contract's page says of each duty whether it is met, by which records, and what is missing") {
  Contract contract;
  auto detail = engagement_detail(contract.app, "E1");
  REQUIRE(detail);
  REQUIRE(detail->duties.size() == 5);
  CHECK(detail->duties_met == 0);
  for (const DutyView& duty : detail->duties) {
    CHECK(duty.status == DutyStatus::missing);
    CHECK_FALSE(duty.missing.empty());
    CHECK_FALSE(duty.article_text.empty());
  }
  CHECK(detail->duties[0].article_name.zh == "第五条（一）");

  contract.need("N1", "problem", "N");
  contract.need("N2", "requirement", "X", "N1");
  contract.need("N3", "scenario", "N", "N2");
  contract.deliver("needs_list");
  detail = engagement_detail(contract.app, "E1");
  CHECK(detail->duties[0].status == DutyStatus::partly);
  REQUIRE(detail->duties[0].missing.size() == 1);  // the diagnosis report
  contract.deliver("diagnosis_report", "甲厂诊断报告");
  contract.deliver("transformation_plan");
  detail = engagement_detail(contract.app, "E1");
  CHECK(detail->duties[0].status == DutyStatus::met);
  CHECK(detail->duties[0].missing.empty());
  CHECK(detail->duties[1].status == DutyStatus::met);
  CHECK(detail->duties_met == 2);
  REQUIRE(detail->duties[0].met_by.size() == 5);
  for (const DutyRecordView& by : detail->duties[0].met_by) {
    REQUIRE_FALSE(by.record.hash.empty());
    CHECK(contract.record(by.record).hash_text() == by.record.hash);
    CHECK(by.on == by.record.on);
  }
  const auto& report = detail->duties[0].met_by.back();
  CHECK(report.words.zh.find("甲厂诊断报告") != std::string::npos);
  CHECK(body_as<DeliverableSubmitted>(contract.record(report.record).fact.body)->deliverable ==
        Deliverable::diagnosis_report);
}

TEST_CASE("Progress stands beside the plan in exact numbers, assessments by phase, the last of each counting") {
  Contract contract;
  auto detail = engagement_detail(contract.app, "E1");
  CHECK(detail->progress.planned == "56.5");  // 50 % on 1 June, 100 % on 10 January: 29 of 223 days later
  CHECK(detail->progress.reported == "0");
  CHECK(detail->progress.reported_on.empty());
  CHECK(detail->progress.behind);
  REQUIRE(contract.fact(R"({"kind":"progress.reported","on":"2025-06-20","engagement":"E1","percent":60.5})").ok());
  detail = engagement_detail(contract.app, "E1");
  CHECK(detail->progress.reported == "60.5");
  CHECK(detail->progress.reported_on == "2025-06-20");
  CHECK_FALSE(detail->progress.behind);
  CHECK(detail->progress.lag == "0");

  const auto assess = [&](const char* on, const char* phase, int level, const char* score) {
    REQUIRE(contract
                .fact(R"({"kind":"assessment.recorded","by":"evaluator","engagement":"E1","on":")" + std::string(on) +
                      R"(","phase":")" + phase + R"(","level":)" + std::to_string(level) + score + "}")
                .ok());
  };
  assess("2025-01-20", "before", 0, "");
  assess("2025-05-20", "after", 1, R"(,"score":38.5)");
  assess("2025-06-25", "after", 2, R"(,"score":61.25)");
  detail = engagement_detail(contract.app, "E1");
  REQUIRE(detail->assessments.size() == 3);
  CHECK(detail->assessments[0].phase == AssessmentPhase::before);
  CHECK(detail->assessments[0].last);
  CHECK(detail->assessments[0].score.empty());
  CHECK_FALSE(detail->assessments[1].last);
  CHECK(detail->assessments[1].score == "38.5");
  CHECK(detail->assessments[2].last);
  CHECK(detail->assessments[2].level_words.zh == "二级");
  CHECK(contract.record(detail->assessments[2].record).fact.on == day("2025-06-25"));

  contract.enterprise("Q2", "乙厂");
  REQUIRE(contract.engagement("E2", "P1", "Q2").ok());
  const auto without_plan = engagement_detail(contract.app, "E2");
  CHECK(without_plan->progress.planned.empty());
  CHECK_FALSE(without_plan->progress.behind);
}

TEST_CASE("Article 6: complaints and findings stand by rule and by what became of them, each leading to its record") {
  Contract contract;
  contract.complaint("C1", "6.4");
  contract.complaint("C2", "6.4");
  contract.complaint("C3", "6.4");
  contract.complaint("C4", "7.1");
  REQUIRE(contract.fact(R"({"kind":"complaint.upheld","on":"2025-03-05","complaint":"C1","reason":"属实"})").ok());
  REQUIRE(contract.fact(R"({"kind":"complaint.dismissed","on":"2025-03-05","complaint":"C3","reason":"不属实"})").ok());
  REQUIRE(
      contract
          .fact(
              R"({"kind":"finding.raised","on":"2025-03-02","finding":"F1","provider":"P1","article":"6.4","text":"x"})")
          .ok());
  const auto detail = provider_detail(contract.app, "P1");
  REQUIRE(detail->conduct.size() == 7);  // 6.1 to 6.6 and 7.1
  CHECK(detail->conduct[0].quiet());
  const ConductRuleView& rule = detail->conduct[3];
  CHECK(rule.article == "6.4");
  CHECK(ids(rule.confirmed) == Ids{"c:C1"});
  CHECK(ids(rule.open) == Ids{"c:C2", "f:F1"});
  CHECK(ids(rule.dismissed) == Ids{"c:C3"});
  CHECK(contract.record(rule.open[1].record).hash_text() == rule.open[1].record.hash);
  CHECK(rule.open[1].record.kind == "finding.raised");
  CHECK(detail->conduct[6].article == "7.1");
  CHECK(ids(detail->conduct[6].open) == Ids{"c:C4"});
}

TEST_CASE("Article 10: a card without data says so instead of points, and the rank gives its reasons") {
  Contract contract;
  auto detail = provider_detail(contract.app, "P1");
  REQUIRE(detail->score);
  REQUIRE(detail->score->criteria.size() == criteria);
  CHECK(detail->score->criteria[0].points.empty());
  CHECK_FALSE(detail->score->criteria[0].explanation.zh.empty());
  CHECK_FALSE(detail->score->rank);
  CHECK_FALSE(detail->score->place.zh.empty());

  contract.enough_to_rank();
  detail = provider_detail(contract.app, "P1");
  const ScoreView& score = *detail->score;
  CHECK(score.criteria[0].points == "100");
  CHECK(score.criteria[0].high == "100");
  CHECK_FALSE(score.criteria[0].low.empty());
  CHECK(score.criteria[0].records == 4);
  CHECK(score.weight_with_data == 75);  // all but rectification and deliverables
  CHECK(score.rank == 1);
  CHECK(score.ranked == 1);
  CHECK(score.best == 1);
  CHECK(score.worst == 1);
  int weights = 0;
  for (const CriterionView& view : score.criteria) weights += view.weight;
  CHECK(weights == 100);
}

TEST_CASE("The timeline gives each change's day, words and record, latest first; days that pass change verdicts too") {
  Contract contract;
  REQUIRE(contract.fact(R"({"kind":"rectification.ordered","on":"2025-04-01","order":"R1","provider":"P1","for":[]})")
              .ok());
  const auto detail = provider_detail(contract.app, "P1");
  const auto& changes = detail->changes;
  REQUIRE(changes.size() >= 3);
  for (std::size_t i = 1; i < changes.size(); ++i) CHECK(changes[i - 1].on >= changes[i].on);
  CHECK(changes.back().on == "2025-01-01");
  REQUIRE(changes.back().by);
  CHECK(changes.back().by->kind == "provider.registered");
  bool ordered = false;
  bool lapsed = false;
  for (const ChangeView& change : changes) {
    CHECK_FALSE(change.sentences.empty());
    if (change.on == "2025-04-01") {
      REQUIRE(change.by);
      CHECK(change.by->kind == "rectification.ordered");
      CHECK(contract.record(*change.by).hash_text() == change.by->hash);
      ordered = true;
    }
    if (change.on == "2025-05-02") {
      CHECK_FALSE(change.by);
      lapsed = true;
    }
  }
  CHECK(ordered);
  CHECK(lapsed);
}

TEST_CASE("Awards: ranked, not ranked with the reason, and given; found by search, ordered either way") {
  Contract contract;
  contract.provider("P2", "北垚云服务", "2025-02-01", uscc_b);
  contract.enough_to_rank();
  REQUIRE(
      contract
          .fact(R"({"kind":"award.given","on":"2025-06-26","provider":"P2","title":"优秀服务商","reason":"案例突出"})")
          .ok());
  AwardList list;
  list.update(contract.app, {});
  CHECK(list.total() == 2);
  REQUIRE(list.ranked().size() == 1);
  CHECK(list.ranked()[0].id == "P1");
  CHECK(list.ranked()[0].rank == 1);
  CHECK(list.ranked()[0].firm);
  CHECK(list.ranked()[0].total == provider_detail(contract.app, "P1")->score->total);
  REQUIRE(list.unranked().size() == 1);
  CHECK(list.unranked()[0].id == "P2");
  CHECK_FALSE(list.unranked()[0].reason->zh.empty());
  REQUIRE(list.awards().size() == 1);
  CHECK(list.awards()[0].title == "优秀服务商");
  CHECK(list.awards()[0].hash == contract.app.ledger().records().back().hash_text());

  AwardQuery query;
  query.text = "案例";
  list.update(contract.app, query);
  CHECK(list.ranked().empty());
  CHECK(list.all_ranked() == 1);
  CHECK(list.awards().size() == 1);
  REQUIRE(
      contract
          .fact(R"({"kind":"award.revoked","on":"2025-06-27","provider":"P2","title":"优秀服务商","reason":"误授"})")
          .ok());
  list.update(contract.app, query);
  CHECK(list.awards().empty());
}

TEST_CASE("Deadlines: overdue first, by role, by days, found by search; the workbench shows the most pressing") {
  Contract contract;
  REQUIRE(contract.fact(R"({"kind":"rectification.ordered","on":"2025-05-01","order":"R1","provider":"P1","for":[]})")
              .ok());
  REQUIRE(contract.fact(R"({"kind":"rectification.ordered","on":"2025-06-20","order":"R2","provider":"P1","for":[]})")
              .ok());
  contract.complaint("C1", "7.1");
  DeadlineList list;
  DeadlineFilter filter;
  list.update(contract.app, filter);
  // R1 and the plan's first point are overdue, R2 is due on 20 July, the complaint waits; the contract's own day is far off.
  REQUIRE(list.size() == 4);
  CHECK(list.row(0).urgency == Urgency::overdue);
  CHECK(list.row(1).urgency == Urgency::overdue);
  CHECK(list.row(2).deadline->ref == "R2");
  CHECK(list.row(2).urgency == Urgency::later);
  CHECK(list.row(2).on == "2025-07-20");
  CHECK(list.row(3).urgency == Urgency::waits);
  CHECK(list.row(3).on == "2025-03-01");
  CHECK(list.row(0).provider_name == "长春隆拓有限公司");
  CHECK(list.counts().overdue == 2);
  CHECK(list.counts().due == 1);
  CHECK(list.counts().waiting == 1);

  filter.days = 7;
  list.update(contract.app, filter);
  CHECK(list.size() == 3);
  filter.days = 365;
  list.update(contract.app, filter);
  CHECK(list.size() == 5);
  filter = {};
  filter.role = Role::enterprise;
  list.update(contract.app, filter);
  CHECK(list.size() == 0);
  CHECK(list.total() == 4);  // whoever's they are
  const std::uint64_t version = list.version();
  list.update(contract.app, filter);
  CHECK(list.version() == version);
  REQUIRE(list.articles().size() > 1);
  CHECK(list.articles().contains("7.1"));
  filter = {};
  filter.articles = {"7.1"};
  list.update(contract.app, filter);
  CHECK(list.version() != version);
  REQUIRE(list.size() == 1);
  CHECK(list.row(0).deadline->article == "7.1");
  CHECK(list.total() == 4);
  const DeadlineList::Ids chosen = {list.row(0).id, "of another"};
  CHECK(list.kept(chosen) == DeadlineList::Ids{list.row(0).id});
  filter = {};
  list.update(contract.app, filter);
  REQUIRE(list.shown(&chosen).size() == 1);
  CHECK(list.shown(&chosen).front().article == "7.1");
  CHECK(list.shown().size() == 4);
  filter = {};
  filter.days = 7;
  list.update(contract.app, filter);
  CHECK(list.total() == 4);
  filter = {};
  filter.text = "第九条（三）";
  list.update(contract.app, filter);
  CHECK(list.size() == 1);
  filter.text = "Article 9(3)";
  list.update(contract.app, filter);
  CHECK(list.size() == 1);
  filter.text = "主管部门";
  list.update(contract.app, filter, [](Role role) { return role == Role::bureau ? "主管部门" : "别人"; });
  REQUIRE(list.size() == 1);
  CHECK(list.row(0).deadline->ref == "C1");
  filter = {};
  filter.text = "R2";
  list.update(contract.app, filter);
  REQUIRE(list.size() == 1);
  CHECK(list.total() == 4);

  contract.app.export_calendar(list.shown());
  REQUIRE(contract.files.files().size() == 1);
  const auto& file = contract.files.files().front();
  CHECK(file.name == "hengping-2025-06-30.ics");
  CHECK(file.mime == "text/calendar");
  CHECK(file.bytes.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(file.bytes.find("DTSTAMP:20261123T053108Z") != std::string::npos);
  CHECK(file.bytes.find("20250720") != std::string::npos);
  CHECK(file.bytes.find("R1") == std::string::npos);

  WorkbenchView view = workbench_view(contract.app);
  REQUIRE(view.pressing.size() == 4);
  // The bureau's own work first, then the nearest days, then what others are late with, the latest first.
  CHECK(view.pressing[0].deadline.ref == "C1");
  CHECK(view.pressing[1].deadline.ref == "R2");
  CHECK(view.pressing[2].urgency == Urgency::overdue);
  CHECK(view.pressing[3].urgency == Urgency::overdue);
  CHECK(view.pressing[2].on > view.pressing[3].on);
  CHECK(view.deadlines.overdue == 2);
  CHECK_FALSE(view.deadline_role);
  contract.app.set_role(Role::provider);
  view = workbench_view(contract.app);
  CHECK(view.deadline_role == Role::provider);
  CHECK(view.pressing[0].urgency == Urgency::overdue);
  CHECK(view.pressing.size() == 3);  // judging the complaint is not the provider's
}

TEST_CASE("The policy in force: the one that ships, then the adopted one from its day on, with author and reason") {
  Contract contract;
  PolicyView view = policy_view(contract.app);
  CHECK(view.in_force.ships);
  CHECK(view.in_force.version == 1);
  REQUIRE(view.versions.size() == 1);
  CHECK(view.weights.size() == criteria);

  std::string edited(changchun_1_json);
  const auto put = [&edited](std::string_view from, std::string_view to) {
    const std::size_t at = edited.find(from);
    REQUIRE(at != std::string::npos);
    edited.replace(at, from.size(), to);
  };
  put(R"("version": 1)", R"("version": 2)");
  put(R"("unsatisfied_limit": 5)", R"("unsatisfied_limit": 3)");
  REQUIRE(contract
              .fact(R"({"kind":"policy.adopted","on":"2025-06-01","author":"王处长","reason":"从严","policy":)" +
                    edited + "}")
              .ok());
  view = policy_view(contract.app);
  REQUIRE(view.versions.size() == 2);
  CHECK(view.in_force.version == 2);
  CHECK(view.in_force.author == "王处长");
  CHECK(view.in_force.reason == "从严");
  CHECK(view.in_force.adopted_on == "2025-06-01");
  CHECK(view.parameters.unsatisfied_limit == 3);
  CHECK_FALSE(view.versions[1].in_force);
  CHECK(view.versions[1].ships);
  CHECK(contract.record(view.in_force.record).fact.on == day("2025-06-01"));
}
