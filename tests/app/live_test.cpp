// What the app keeps up to date record by record equals what folding everything anew would give.
#include <catch2/catch_test_macros.hpp>

#include "core/rules/evaluate.h"
#include "core/state/state.h"
#include "harness.h"

using namespace hengping;
using namespace hengping::shell;

namespace {

std::string anew(App& app) {
  const State state = fold(app.ledger().sequence(), app.today());
  const Policy& policy = state.policies().in_force(default_policy(), app.today());
  return write_answer(evaluate(state, policy, app.today()));
}

void check(App& app) { CHECK(write_answer(app.answer()) == anew(app)); }

}  // namespace

TEST_CASE("Kept up to date record by record, the verdicts are those of the whole fold") {
  Harness harness;
  App& app = harness.app;
  harness.open();
  check(app);
  harness.provider("P1");
  check(app);
  harness.enterprise("Q1");
  harness.engagement("E1", "P1", "Q1");
  check(app);
  for (int month = 1; month <= 5; ++month) {
    harness.rating("E1", "2025-0" + std::to_string(month), Satisfaction::unsatisfied,
                   "2025-06-0" + std::to_string(month));
    check(app);
  }
  CHECK(app.verdict("P1")->grounds.at(1).met);
  // Further back than the last one, and in the future.
  harness.rating("E1", "2025-03", Satisfaction::satisfied, "2025-06-01");
  check(app);
  CHECK(app.verdict("P1")->grounds.at(1).met);  // the later rating of that period still counts
  harness.withdrawal("E1", "2025-05", "2025-07-05");
  check(app);
  CHECK(app.verdict("P1")->grounds.at(1).met);
  harness.clock.set_today(day("2025-07-05"));
  app.begin_frame();
  check(app);
  CHECK_FALSE(app.verdict("P1")->grounds.at(1).met);
  harness.clock.set_today(day("2025-07-04"));  // a clock put right
  app.begin_frame();
  check(app);
  CHECK(app.verdict("P1")->grounds.at(1).met);
}

TEST_CASE("An order lapses by the passing of days, without a record") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  REQUIRE(
      harness.fact(R"({"kind":"rectification.ordered","on":"2025-06-20","order":"R1","provider":"P1","for":[]})").ok());
  CHECK(harness.app.verdict("P1")->orders.at(0).status == OrderStatus::open);
  harness.clock.set_today(day("2025-07-20"));
  harness.app.begin_frame();
  CHECK(harness.app.verdict("P1")->orders.at(0).days_left == 0);
  harness.clock.set_today(day("2025-07-21"));
  harness.app.begin_frame();
  CHECK(harness.app.verdict("P1")->orders.at(0).status == OrderStatus::lapsed);
  check(harness.app);
}

TEST_CASE("After an import, after clearing and after a reload nothing of before is left in the verdicts") {
  Harness other;
  other.open();
  other.bad_case(5);
  other.app.export_bundle();
  REQUIRE(other.files.files().size() == 1);

  Harness harness;
  harness.open();
  harness.app.examine_file("bundle.json", other.files.files().front().bytes);
  REQUIRE(harness.app.confirm_import());
  check(harness.app);
  harness.provider("P2", "另一家", "2025-06-01", uscc_b);
  check(harness.app);
  CHECK(harness.app.answer().providers.size() == 2);
  harness.app.clear();
  CHECK(harness.app.answer().providers.empty());
  CHECK(harness.app.state().providers().empty());
  harness.provider("P3", "第三家");
  check(harness.app);
  harness.store.pump();

  Reloaded again(harness.stored());
  CHECK(again.app.answer().providers.size() == 1);
  check(again.app);
}
