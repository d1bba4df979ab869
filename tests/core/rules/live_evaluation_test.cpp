#include "core/rules/live_evaluation.h"

#include <random>

#include "hengping/embedded_policy.gen.h"
#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

/// Facts of a small world, drawn so that they often concern the same order, contract or finding and fall on the same days. Many are refused by
/// the ledger (a verification before any submission, say); the rest is what a device might take in, in any order of days.
class RandomFacts {
 public:
  explicit RandomFacts(unsigned seed) : random_(seed) {}

  std::string next() {
    const std::string id = std::to_string(below(4));
    const std::string provider = R"("provider":"P)" + std::to_string(1 + below(3)) + "\"";
    const std::string contract = R"("engagement":"C)" + std::to_string(1 + below(4)) + "\"";
    switch (below(18)) {
      case 0: return order_of(id, provider);
      case 1: return of("rectification.submitted", R"("by":"provider","text":"已整改","order":"R)" + id + "\"");
      case 2: return of("rectification.verified", outcome() + R"("order":"R)" + id + "\"");
      case 3:
        return of("rectification.extended", R"("due_on":"2025-0)" + std::to_string(3 + below(7)) +
                                                R"(-15","reason":"延","order":"R)" + id + "\"");
      case 4: return of("rectification.refused", R"("reason":"拒","order":"R)" + id + "\"");
      case 5: return of("rectification.voided", R"("reason":"误","order":"R)" + id + "\"");
      case 6:
        return of("finding.raised", R"("finding":"F)" + id + "\"," + provider + R"(,"article":"9.)" +
                                        std::to_string(4 + below(3)) + R"(","text":"见记录")");
      case 7: return of("finding.confirmed", R"("reason":"属实","finding":"F)" + id + "\"");
      case 8: return of("finding.dismissed", R"("reason":"不实","finding":"F)" + id + "\"");
      case 9: return of("provider.reinstated", provider + R"(,"reason":"整改到位")");
      case 10: return of("progress.reported", contract + R"(,"percent":)" + std::to_string(below(101)));
      case 11: return of("acceptance.concluded", contract + R"(,"outcome":"failed_major")");
      case 12:
        return of("disqualification.noticed",
                  R"("decision":"D)" + id + "\"," + provider + R"(,"grounds":["9.1"],"text":"告知")");
      case 13:
        return of("disqualification.decided", R"("outcome":"disqualified","reason":"属实","decision":"D)" + id + "\"");
      case 14: return of("engagement.ended", contract + R"(,"outcome":"completed")");
      default:
        return of("rating.given", R"("by":"enterprise",)" + contract + R"(,"period":"2025-0)" +
                                      std::to_string(1 + below(4)) + R"(","satisfaction":")" +
                                      (below(3) == 0 ? "satisfied" : "unsatisfied") + "\"");
    }
  }

 private:
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }
  std::string day() {
    const std::string number = std::to_string(1 + below(28));
    return "2025-0" + std::to_string(1 + below(8)) + "-" + (number.size() == 1 ? "0" : "") + number;
  }
  std::string of(std::string_view kind, const std::string& members) { return fact(kind, day(), members); }
  std::string outcome() { return below(2) == 0 ? R"("outcome":"passed",)" : R"("outcome":"failed",)"; }
  std::string order_of(const std::string& id, const std::string& provider) {
    return of("rectification.ordered", R"("order":"R)" + id + "\"," + provider + R"(,"for":[])");
  }

  std::mt19937 random_;
};

std::string world() {
  std::string text = R"({"format":"hengping.facts","version":1,"facts":[)" + enterprise_e1;
  for (const char* id : {"P1", "P2", "P3"}) text += "," + replaced(provider_p1, "\"P1\"", '"' + std::string(id) + '"');
  for (const char* id : {"C1", "C2", "C3", "C4"}) {
    std::string contract = replaced(engagement_c1, "\"C1\"", '"' + std::string(id) + '"');
    contract = replaced(contract, "\"P1\"", id[1] == '4' ? "\"P2\"" : "\"P1\"");
    text += "," + replaced(contract, "\"items\"", R"("plan":[{"on":"2025-06-30","percent":60.5}],"items")");
  }
  return text + "]}";
}

void add(Ledger& ledger, const std::string& text) {
  Intake intake = ledger.examine(text, default_policy());
  if (intake.ok()) ledger.take(std::move(intake), bureau_device(), "2026-01-01T00:00:00Z");
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
    add(ledger, world());
    const CivilDate as_of = day(seed % 2 == 0 ? "2025-05-15" : "2026-01-01");
    LiveEvaluation live(ledger.sequence(), default_policy(), as_of);
    RandomFacts facts(seed);
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
  add(ledger, world());
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
