#include "core/rules/timeline.h"

#include <algorithm>

#include "hengping/embedded_policy.gen.h"
#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

/// "day kind: subject ref from→to"; the kind is "-" where only the day passed.
Words told(const Story& story, std::string_view until) {
  Words out;
  for (const TimelineEntry& entry : timeline(story.sequence(), default_policy(), "P1", day(until))) {
    for (const VerdictChange& change : entry.changes) {
      out.push_back(entry.on.to_string() + " " + (entry.by == nullptr ? "-" : std::string(kind_name(entry.by->body))) +
                    ": " + std::string(verdict_subject_name(change.subject)) + " " + change.ref + " " + change.from +
                    "→" + change.to);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("Timeline: every change with the record or the day that brought it") {
  const Story story({finding("F1", "2025-03-01", "6.1"), confirmed("F1", "2025-03-02"),
                     fact("rectification.ordered", "2025-03-03", R"("order":"R1","provider":"P1","for":["F1"])"),
                     submitted("2025-04-10"), verified("2025-04-12", "passed")});
  CHECK(told(story, "2025-12-31") == Words{"2024-11-05 provider.registered: standing  →in_pool",
                                           "2025-03-02 finding.confirmed: trigger F1 →unaddressed",
                                           "2025-03-03 rectification.ordered: standing  in_pool→rectifying",
                                           "2025-03-03 rectification.ordered: trigger F1 unaddressed→addressed:R1",
                                           "2025-03-03 rectification.ordered: order R1 →open",
                                           "2025-04-03 -: order R1 open→lapsed",
                                           "2025-04-03 -: replacement C1 closed→available",
                                           "2025-04-12 rectification.verified: standing  rectifying→in_pool",
                                           "2025-04-12 rectification.verified: order R1 lapsed→closed_late",
                                           "2025-04-12 rectification.verified: replacement C1 available→closed"});
  CHECK(told(story, "2025-04-02").size() == 5);
}

TEST_CASE("Timeline: a plan that runs ahead meets Article 9(3) on its day, a report of progress ends it") {
  const std::string plan = R"("plan":[{"on":"2025-01-10","percent":100}],"items")";
  const Story story(
      {replaced(replaced(replaced(engagement_c1, "\"C1\"", "\"C2\""), "2024-12-01", "2024-12-31"), "\"items\"", plan),
       fact("progress.reported", "2025-01-05", R"("engagement":"C2","percent":99)")});
  CHECK(told(story, "2999-12-31") == Words{"2024-11-05 provider.registered: standing  →in_pool",
                                           "2025-01-02 -: ground 9.3 not_met→met",
                                           "2025-01-05 progress.reported: ground 9.3 met→not_met"});
}

TEST_CASE("Timeline: a policy adopted for a time turns verdicts on its first day, and back on the day after its last") {
  std::string policy = replaced(changchun_1_json, R"("version": 1,)",
                                R"("version": 2,"holds_from":"2025-04-01","holds_until":"2025-04-30",)");
  policy = replaced(policy, R"("unsatisfied_limit": 5)", R"("unsatisfied_limit": 1)");
  const Story story(
      {rating("2025-01", "unsatisfied", "2025-02-01"),
       fact("policy.adopted", "2025-03-01", R"("author":"王处长","reason":"专项整治","policy":)" + policy)});
  CHECK(told(story, "2025-12-31") == Words{"2024-11-05 provider.registered: standing  →in_pool",
                                           "2025-04-01 -: ground 9.2 not_met→met",
                                           "2025-05-01 -: ground 9.2 met→not_met"});
}

TEST_CASE("Timeline: other providers' records do not stand in it; one not registered has none") {
  const Story story({replaced(provider_p1, "\"P1\"", "\"P2\""),
                     fact("rectification.ordered", "2025-03-03", R"("order":"R1","provider":"P2","for":[])")});
  CHECK(told(story, "2025-12-31").size() == 1);
  CHECK(timeline(story.sequence(), default_policy(), "P9", day("2025-12-31")).empty());
  CHECK(timeline(story.sequence(), default_policy(), "P1", day("2024-11-04")).empty());
}

TEST_CASE("Differences of answers: what an edited policy turns, in words that name the article") {
  const Story story({rating("2025-01", "unsatisfied"), rating("2025-02", "unsatisfied")});
  Policy strict = default_policy();
  strict.parameters.unsatisfied_limit = 2;
  const State state = fold(story.sequence(), day("2025-12-31"));
  const auto changes =
      verdict_changes(evaluate(state, default_policy(), day("2025-12-31")), evaluate(state, strict, day("2025-12-31")));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0] == VerdictChange{"P1", VerdictChange::Subject::ground, "9.2", "not_met", "met"});
  CHECK(describe(changes[0]).zh == "达到第九条（二）规定的情形。");
  CHECK(describe(changes[0]).en == "The ground of Article 9(2) is met.");
}

TEST_CASE("Differences of answers: providers that stand in only one of them, and every change in words") {
  const Story before({});
  const Story after({replaced(provider_p1, "\"P1\"", "\"P0\""), order("R1", "2025-03-01")});
  const auto answer = [](const Story& story) {
    return evaluate(fold(story.sequence(), day("2025-03-02")), default_policy(), day("2025-03-02"));
  };
  const auto there = verdict_changes(answer(before), answer(after));
  REQUIRE(there.size() == 3);
  CHECK(there[0] == VerdictChange{"P0", VerdictChange::Subject::standing, "", "", "in_pool"});
  const auto back = verdict_changes(answer(after), answer(before));
  REQUIRE(back.size() == 3);
  CHECK(back[0] == VerdictChange{"P0", VerdictChange::Subject::standing, "", "in_pool", ""});
  using Subject = VerdictChange::Subject;
  const std::vector<VerdictChange> all = {{"P1", Subject::standing, "", "", "in_pool"},
                                          {"P1", Subject::standing, "", "in_pool", "proposed"},
                                          {"P1", Subject::ground, "9.1", "met", "not_met"},
                                          {"P1", Subject::order, "R1", "", "open"},
                                          {"P1", Subject::order, "R1", "open", "refused"},
                                          {"P1", Subject::trigger, "F1", "", "unaddressed"},
                                          {"P1", Subject::trigger, "F1", "unaddressed", "waived"},
                                          {"P1", Subject::trigger, "F1", "unaddressed", "addressed:R1"},
                                          {"P1", Subject::trigger, "F1", "addressed:R1", ""},
                                          {"P1", Subject::replacement, "C1", "closed", "available"},
                                          {"P1", Subject::replacement, "C1", "available", "closed"}};
  Words said;
  for (const VerdictChange& change : all) {
    CHECK_FALSE(describe(change).zh.empty());
    said.push_back(describe(change).en);
  }
  std::sort(said.begin(), said.end());
  CHECK(std::adjacent_find(said.begin(), said.end()) == said.end());
}
