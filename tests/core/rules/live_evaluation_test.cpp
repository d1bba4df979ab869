#include "core/rules/live_evaluation.h"

#include <random>

#include "hengping/embedded_policy.gen.h"
#include "tests/core/rules/random_facts.h"
#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

void add(Ledger& ledger, const std::string& text) {
  Intake intake = ledger.examine(text, default_policy());
  if (intake.ok()) ledger.take(std::move(intake), author(bureau_device(), "2026-01-01T00:00:00Z"));
}

std::string full_answer(const Ledger& ledger, CivilDate as_of) {
  const State state = fold(ledger.sequence(), as_of);
  return write_answer(evaluate(state, state.policies().in_force(default_policy(), as_of), as_of));
}

}  // namespace

TEST_CASE("Kept up to date record by record, verdicts equal those of the full fold, whatever comes in whatever order") {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    INFO("seed " << seed);
    Ledger ledger;
    add(ledger, small_world());
    const CivilDate as_of = day(seed % 2 == 0 ? "2025-05-15" : "2026-01-01");
    LiveEvaluation live(ledger.sequence(), default_policy(), as_of);
    std::mt19937 random(seed);
    RandomFacts facts([&random](std::uint32_t count) { return static_cast<std::uint32_t>(random() % count); });
    const std::size_t before = ledger.size();
    for (int i = 0; i < 60; ++i) {
      add(ledger, R"({"format":"hengping.facts","version":1,"facts":[)" + facts.next() + "]}");
      live.update(ledger.sequence());
      REQUIRE(write_answer(live.answer()) == full_answer(ledger, as_of));
    }
    REQUIRE(ledger.size() > before + 15);
  }
}

TEST_CASE("Kept up to date, a new provider takes its place, and an adopted policy turns every verdict that it turns") {
  Ledger ledger;
  add(ledger, small_world());
  const CivilDate as_of = day("2025-12-31");
  LiveEvaluation live(ledger.sequence(), default_policy(), as_of);
  add(ledger, facts_file({replaced(replaced(provider_p1, "\"P1\"", "\"P0\""), "2024-11-05", "2025-12-30")}));
  live.update(ledger.sequence());
  CHECK(live.answer().providers.front().provider == "P0");
  CHECK_FALSE(live.answer().providers.at(1).grounds.at(1).met);

  add(ledger, facts_file({rating("2025-01", "unsatisfied", "2025-12-30")}));
  const std::string edited = replaced(replaced(changchun_1_json, "\"version\": 1", "\"version\": 2"),
                                      "\"unsatisfied_limit\": 5", "\"unsatisfied_limit\": 1");
  add(ledger, facts_file({fact("policy.adopted", "2025-12-31",
                               R"("author":"王处长","reason":"从严管理","policy":)" + edited)}));
  live.update(ledger.sequence());
  CHECK(live.policy().version == 2);
  CHECK(live.answer().policy_version == 2);
  CHECK(live.answer().providers.at(1).grounds.at(1).met);
  CHECK(write_answer(live.answer()) == full_answer(ledger, as_of));
}
