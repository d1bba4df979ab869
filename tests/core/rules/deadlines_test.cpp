#include "core/rules/deadlines.h"

#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::vector<Deadline> deadlines(const Story& story, std::string_view date, const DeadlineQuery& query = {},
                                const Policy& policy = default_policy()) {
  return find_deadlines(story.state(date), policy, day(date), query);
}
std::vector<Deadline> of_kind(const Story& story, DeadlineKind kind, std::string_view date) {
  std::vector<Deadline> found = deadlines(story, date, DeadlineQuery{1000, std::nullopt, {}});
  std::erase_if(found, [kind](const Deadline& one) { return one.kind != kind; });
  for (const Deadline& one : found) {
    CHECK(one.due_on.has_value() != one.since.has_value());
    CHECK(one.days_left.has_value() == one.due_on.has_value());
    CHECK_FALSE(one.roles.empty());
    CHECK_FALSE(one.words.zh.empty());
    CHECK_FALSE(one.words.en.empty());
    CHECK(one.left.zh.empty() == one.since.has_value());
    CHECK(one.provider == "P1");
  }
  return found;
}
Words kinds(const std::vector<Deadline>& found) {
  Words words;
  for (const Deadline& one : found) words.emplace_back(deadline_kind_name(one.kind));
  return words;
}

std::string planned_contract() {
  return replaced(replaced(engagement_c1, "\"C1\"", "\"B1\""), "\"items\"",
                  R"("plan":[{"on":"2025-03-01","percent":30},{"on":"2025-06-01","percent":100}],"items")");
}
std::string progress(std::string_view on, std::string_view percent) {
  return fact("progress.reported", on, R"("engagement":"B1","percent":)" + std::string(percent));
}
const std::string notice = fact("disqualification.noticed", "2025-05-01",
                                R"("decision":"D1","provider":"P1","grounds":["9.2"],"text":"事先告知")");
std::string of_decision(std::string_view kind, std::string_view on, std::string_view more) {
  return fact("disqualification." + std::string(kind), on, R"("decision":"D1",)" + std::string(more));
}
const std::string replied = of_decision("replied", "2025-05-04", R"("by":"provider","text":"申辩")");
const std::string disqualified =
    of_decision("decided", "2025-05-10", R"("outcome":"disqualified","reason":"依据充分")");
const std::string appealed = of_decision("appealed", "2025-05-20", R"("by":"provider","text":"申诉")");

}  // namespace

TEST_CASE("Deadlines: an open order is due on its effective day, and overdue once it lapsed") {
  const Story story({order("R1", "2025-03-03"),
                     of_order("extended", "2025-03-20", "R1", R"("due_on":"2025-04-20","reason":"设备未到")")});
  const auto before = of_kind(story, DeadlineKind::rectification, "2025-03-19");
  REQUIRE(before.size() == 1);
  CHECK(before[0].due_on == day("2025-04-02"));
  CHECK(before[0].days_left == 14);
  CHECK(before[0].ref == "R1");
  CHECK(before[0].article == "7");
  CHECK(before[0].roles == std::vector{Role::provider});
  CHECK(before[0].words.zh == "限期整改通知R1应于2025-04-02前（含当日）完成整改。");
  CHECK(before[0].left.zh == "还有14天。");
  CHECK(of_kind(story, DeadlineKind::rectification, "2025-03-20")[0].due_on == day("2025-04-20"));
  CHECK(of_kind(story, DeadlineKind::rectification, "2025-04-20")[0].left.zh == "今天到期。");
  const auto after = of_kind(story, DeadlineKind::rectification, "2025-04-21");
  REQUIRE(after.size() == 1);
  CHECK(after[0].days_left == -1);
  CHECK(after[0].left.zh == "已逾期1天。");
}

TEST_CASE(
    "Deadlines: what was submitted waits for the inspector, in time or late; after a failure the provider is due "
    "again") {
  const Story story({order("R1", "2025-03-03"), submitted("2025-03-10"), verified("2025-03-15", "failed"),
                     submitted("2025-04-10"), verified("2025-04-15", "passed")});
  CHECK(kinds(deadlines(story, "2025-03-09")) == Words{"rectification"});
  const auto waiting = of_kind(story, DeadlineKind::verification, "2025-03-10");
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].since == day("2025-03-10"));
  CHECK(waiting[0].roles == std::vector{Role::inspector, Role::bureau});
  CHECK(kinds(deadlines(story, "2025-03-10")) == Words{"verification"});
  CHECK(kinds(deadlines(story, "2025-03-15")) == Words{"rectification"});
  CHECK(kinds(deadlines(story, "2025-04-10")) == Words{"verification"});
  CHECK(kinds(deadlines(story, "2025-04-15")).empty());
}

TEST_CASE("Deadlines: voided and refused orders are nobody's to carry out") {
  CHECK(of_kind(Story({order("R1", "2025-03-03"), of_order("voided", "2025-03-04", "R1", R"("reason":"错发")")}),
                DeadlineKind::rectification, "2025-03-04")
            .empty());
  CHECK(of_kind(Story({order("R1", "2025-03-03"), of_order("refused", "2025-03-04", "R1", R"("reason":"拒")")}),
                DeadlineKind::rectification, "2025-03-04")
            .empty());
}

TEST_CASE("Deadlines: a finding waits to be judged, then for an order or a waiver, of the bureau") {
  const std::vector<std::string> begun = {finding("F1", "2025-03-01", "7.5"), confirmed("F1", "2025-03-05")};
  const Story story(begun);
  const auto open = of_kind(story, DeadlineKind::case_judgement, "2025-03-04");
  REQUIRE(open.size() == 1);
  CHECK(open[0].since == day("2025-03-01"));
  CHECK(open[0].words.zh == "2025-03-01提出的检查问题F1（第七条（五））等待认定。");
  const auto trigger = of_kind(story, DeadlineKind::trigger, "2025-03-05");
  REQUIRE(trigger.size() == 1);
  CHECK(trigger[0].since == day("2025-03-05"));
  CHECK(trigger[0].article == "7.5");
  CHECK(trigger[0].ref == "F1");
  CHECK(of_kind(story, DeadlineKind::case_judgement, "2025-03-05").empty());
  auto ordered = begun;
  ordered.push_back(replaced(order("R1", "2025-03-06"), "[]", "[\"F1\"]"));
  CHECK(of_kind(Story(ordered), DeadlineKind::trigger, "2025-03-06").empty());
  auto waived = begun;
  waived.push_back(fact("trigger.waived", "2025-03-07", R"("provider":"P1","ref":"F1","reason":"情节轻微")"));
  CHECK(of_kind(Story(waived), DeadlineKind::trigger, "2025-03-06").size() == 1);
  CHECK(of_kind(Story(waived), DeadlineKind::trigger, "2025-03-07").empty());
}

TEST_CASE("Deadlines: a complaint names its contract") {
  const Story story({fact("complaint.filed", "2025-03-01",
                          R"("by":"enterprise","complaint":"K1","engagement":"C1","article":"6.4","text":"加价")")});
  const auto open = of_kind(story, DeadlineKind::case_judgement, "2025-03-01");
  REQUIRE(open.size() == 1);
  CHECK(open[0].engagement == "C1");
  CHECK(open[0].article == "6.4");
}

TEST_CASE("Deadlines: a contract is due on its day until it passes acceptance or ends") {
  const Story story({accepted("2025-06-01", "failed"), accepted("2025-12-30", "passed")});
  const auto due = of_kind(story, DeadlineKind::contract, "2025-12-01");
  REQUIRE(due.size() == 1);
  CHECK(due[0].days_left == 30);
  CHECK(due[0].engagement == "C1");
  CHECK(due[0].roles == std::vector{Role::provider, Role::enterprise});
  CHECK(of_kind(story, DeadlineKind::contract, "2025-12-30").empty());
  CHECK(of_kind(Story({fact("engagement.ended", "2025-02-01", R"("engagement":"C1","outcome":"completed")")}),
                DeadlineKind::contract, "2025-02-01")
            .empty());
  CHECK(of_kind(Story({}), DeadlineKind::contract, "2026-01-10")[0].days_left == -10);
}

TEST_CASE("Deadlines: the next point of the plan that is not reached") {
  const Story story({planned_contract(), progress("2025-02-01", "29.99"), progress("2025-02-02", "30"),
                     progress("2025-05-01", "100")});
  const auto first = of_kind(story, DeadlineKind::plan_point, "2025-02-01");
  REQUIRE(first.size() == 1);
  CHECK(first[0].due_on == day("2025-03-01"));
  CHECK(first[0].ref == "plan:B1:2025-03-01");
  CHECK(first[0].words.zh == "服务合同B1按计划应于2025-03-01完成30%，现完成29.99%。");
  CHECK(of_kind(story, DeadlineKind::plan_point, "2025-02-02")[0].due_on == day("2025-06-01"));
  CHECK(of_kind(story, DeadlineKind::plan_point, "2025-05-01").empty());
  CHECK(of_kind(Story({planned_contract()}), DeadlineKind::plan_point, "2025-07-01")[0].days_left == -122);
}

TEST_CASE("Deadlines: five days to reply to a notice, the day itself not counted; then the bureau decides") {
  const Story silent({notice});
  CHECK(of_kind(silent, DeadlineKind::reply, "2025-05-01")[0].due_on == day("2025-05-06"));
  CHECK(of_kind(silent, DeadlineKind::reply, "2025-05-06")[0].days_left == 0);
  CHECK(of_kind(silent, DeadlineKind::decision, "2025-05-06").empty());
  CHECK(of_kind(silent, DeadlineKind::reply, "2025-05-07").empty());
  CHECK(of_kind(silent, DeadlineKind::decision, "2025-05-07")[0].since == day("2025-05-07"));
  const Story answered({notice, replied, disqualified});
  CHECK(of_kind(answered, DeadlineKind::reply, "2025-05-04").empty());
  const auto decision = of_kind(answered, DeadlineKind::decision, "2025-05-04");
  REQUIRE(decision.size() == 1);
  CHECK(decision[0].since == day("2025-05-04"));
  CHECK(decision[0].roles == std::vector{Role::bureau});
  CHECK(of_kind(answered, DeadlineKind::decision, "2025-05-10").empty());
}

TEST_CASE("Deadlines: fifteen days to appeal; an appeal waits for its decision") {
  const Story story({notice, disqualified});
  CHECK(of_kind(story, DeadlineKind::appeal, "2025-05-10")[0].due_on == day("2025-05-25"));
  CHECK(of_kind(story, DeadlineKind::appeal, "2025-05-25").size() == 1);
  CHECK(of_kind(story, DeadlineKind::appeal, "2025-05-26").empty());
  const Story later({notice, disqualified, appealed,
                     of_decision("appeal_decided", "2025-06-01", R"("outcome":"overturned","reason":"复核")")});
  CHECK(of_kind(later, DeadlineKind::appeal, "2025-05-20").empty());
  const auto waiting = of_kind(later, DeadlineKind::appeal_decision, "2025-05-20");
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].since == day("2025-05-20"));
  CHECK(of_kind(later, DeadlineKind::appeal_decision, "2025-06-01").empty());
  CHECK(of_kind(later, DeadlineKind::appeal, "2025-06-01").empty());
}

TEST_CASE("Deadlines: nobody appeals against being retained, or after a reinstatement") {
  CHECK(of_kind(Story({notice, of_decision("decided", "2025-05-10", R"("outcome":"retained","reason":"轻微")")}),
                DeadlineKind::appeal, "2025-05-10")
            .empty());
  CHECK(of_kind(Story({notice, disqualified, reinstated("2025-05-12")}), DeadlineKind::appeal, "2025-05-12").empty());
}

TEST_CASE("Deadlines: a decision made anew may be appealed against anew") {
  const Story story({notice, disqualified, appealed,
                     of_decision("appeal_decided", "2025-06-01", R"("outcome":"overturned","reason":"复核")"),
                     of_decision("decided", "2025-06-10", R"("outcome":"disqualified","reason":"新证据")")});
  CHECK(of_kind(story, DeadlineKind::appeal, "2025-06-10")[0].due_on == day("2025-06-25"));
}

TEST_CASE("Deadlines, Article 8: a request to replace the provider waits until it is approved or rejected") {
  const std::string request = fact("replacement.requested", "2025-04-10",
                                   R"("by":"enterprise","engagement":"C1","order":"R1","reason":"未整改")");
  const Story story({order("R1", "2025-03-03"), request,
                     fact("replacement.rejected", "2025-04-20", R"("engagement":"C1","reason":"已整改")")});
  const auto waiting = of_kind(story, DeadlineKind::replacement, "2025-04-10");
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0].article == "8");
  CHECK(waiting[0].since == day("2025-04-10"));
  CHECK(of_kind(story, DeadlineKind::replacement, "2025-04-20").empty());
}

TEST_CASE("Deadlines: within so many days, per role, of one provider") {
  const Story story({order("R1", "2025-03-03"), finding("F1", "2025-03-01", "6.1")});
  const auto asked = [&](std::int32_t days, std::optional<Role> role, std::string_view provider = {}) {
    return kinds(deadlines(story, "2025-03-04", DeadlineQuery{days, role, provider}));
  };
  CHECK(asked(28, std::nullopt) == Words{"case_judgement"});  // due in 29 days
  CHECK(asked(29, std::nullopt) == Words{"rectification", "case_judgement"});
  CHECK(asked(302, std::nullopt) == Words{"rectification", "contract", "case_judgement"});
  CHECK(asked(302, Role::provider) == Words{"rectification", "contract"});
  CHECK(asked(302, Role::enterprise) == Words{"contract"});
  CHECK(asked(302, Role::bureau) == Words{"case_judgement"});
  CHECK(asked(302, Role::inspector).empty());
  CHECK(asked(302, std::nullopt, "P1").size() == 3);
  CHECK(asked(302, std::nullopt, "P2").empty());
}

TEST_CASE("Deadlines: the earliest day first, then by identifiers; what waits stands last, the longest wait first") {
  const Story story({order("R2", "2025-03-03"), order("R1", "2025-03-03"), order("R3", "2025-02-01"),
                     finding("F2", "2025-03-01", "6.1"), finding("F1", "2025-03-02", "6.1")});
  Words refs;
  for (const Deadline& one : deadlines(story, "2025-03-10")) refs.push_back(one.ref);
  CHECK(refs == Words{"R3", "R1", "R2", "F2", "F1"});
}
