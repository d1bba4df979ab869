#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

TEST_CASE("Article 7: an order of 3 March with 30 days is due on 2 April, and 2 April is in time") {
  const Story story({order("R1", "2025-03-03")});
  const auto verdict = story.on("2025-04-02");
  REQUIRE(verdict.orders.size() == 1);
  CHECK(verdict.orders[0].due_on == day("2025-04-02"));
  CHECK(verdict.orders[0].status == OrderStatus::open);
  CHECK(verdict.orders[0].days_left == 0);
  CHECK(story.on("2025-03-03").orders[0].days_left == 30);
  CHECK(story.status("2025-04-03") == OrderStatus::lapsed);
  CHECK_FALSE(story.on("2025-04-03").orders[0].days_left);
}

TEST_CASE("Article 7: the period runs over a leap day and a year's end") {
  CHECK(Story({order("R1", "2028-02-15")}).on("2028-02-15").orders[0].due_on == day("2028-03-16"));
  CHECK(Story({order("R1", "2025-12-15")}).on("2025-12-15").orders[0].due_on == day("2026-01-14"));
}

TEST_CASE("Article 7: a due date of the order's own counts instead of the policy's period") {
  const Story story({order("R1", "2025-03-03", R"("due_on":"2025-03-10")")});
  CHECK(story.status("2025-03-10") == OrderStatus::open);
  CHECK(story.status("2025-03-11") == OrderStatus::lapsed);
}

TEST_CASE("Article 7: the effective due date is that of the last extension stated by the day") {
  const Story story({order("R1", "2025-03-03"),
                     of_order("extended", "2025-03-20", "R1", R"("due_on":"2025-04-20","reason":"设备未到")"),
                     of_order("extended", "2025-04-10", "R1", R"("due_on":"2025-05-20","reason":"设备未到")")});
  CHECK(story.on("2025-03-19").orders[0].due_on == day("2025-04-02"));
  CHECK(story.on("2025-03-20").orders[0].due_on == day("2025-04-20"));
  CHECK(story.on("2025-04-10").orders[0].due_on == day("2025-05-20"));
  CHECK(story.status("2025-05-20") == OrderStatus::open);
  CHECK(story.status("2025-05-21") == OrderStatus::lapsed);
}

TEST_CASE("Article 7: a submission in time waits for verification, whatever else is") {
  const Story story({order("R1", "2025-03-03"), submitted("2025-04-02")});
  CHECK(story.status("2025-04-02") == OrderStatus::awaiting_verification);
  CHECK(story.status("2025-12-31") == OrderStatus::awaiting_verification);
}

TEST_CASE("Article 7: a late submission leaves the order lapsed until it is verified, then closed late") {
  const Story story({order("R1", "2025-03-03"), submitted("2025-04-03"), verified("2025-04-10", "passed")});
  CHECK(story.status("2025-04-03") == OrderStatus::lapsed);
  CHECK(story.status("2025-04-10") == OrderStatus::closed_late);
}

TEST_CASE("Article 7: verified as passed, an order closes on time if its submission was in time") {
  const Story story({order("R1", "2025-03-03"), submitted("2025-04-02"), verified("2025-05-10", "passed")});
  CHECK(story.status("2025-05-10") == OrderStatus::closed_on_time);
}

TEST_CASE(
    "Article 7: after a failed verification the order is open or lapsed again, and the last verification decides") {
  const Story story({order("R1", "2025-03-03"), submitted("2025-03-10"), verified("2025-03-15", "failed"),
                     submitted("2025-03-20"), verified("2025-03-25", "passed"), verified("2025-04-10", "failed")});
  CHECK(story.status("2025-03-15") == OrderStatus::open);
  CHECK(story.status("2025-03-20") == OrderStatus::awaiting_verification);
  CHECK(story.status("2025-03-25") == OrderStatus::closed_on_time);
  CHECK(story.status("2025-04-10") == OrderStatus::lapsed);
}

TEST_CASE("Article 7: what supplements a waiting submission in time is in time too") {
  const Story story(
      {order("R1", "2025-03-03"), submitted("2025-04-01"), submitted("2025-04-20"), verified("2025-04-25", "passed")});
  CHECK(story.status("2025-04-20") == OrderStatus::awaiting_verification);
  CHECK(story.status("2025-04-25") == OrderStatus::closed_on_time);
}

TEST_CASE("Article 7: a submission after the due date and a failed verification supplements nothing") {
  const Story story(
      {order("R1", "2025-03-03"), submitted("2025-04-01"), verified("2025-04-05", "failed"), submitted("2025-04-20")});
  CHECK(story.status("2025-04-20") == OrderStatus::lapsed);
}

TEST_CASE("Article 7: a refused order is refused, but a passed verification and voiding come first") {
  const std::string refused = of_order("refused", "2025-03-10", "R1", R"("reason":"拒不整改")");
  const Story story({order("R1", "2025-03-03"), refused, submitted("2025-03-12"), verified("2025-03-15", "passed"),
                     of_order("voided", "2025-03-20", "R1", R"("reason":"错发")")});
  CHECK(story.status("2025-03-12") == OrderStatus::refused);
  CHECK(story.status("2025-03-15") == OrderStatus::closed_on_time);
  CHECK(story.status("2025-03-20") == OrderStatus::voided);
}

TEST_CASE("Article 8: replacement is open while an order has lapsed or is refused") {
  const Story story({order("R1", "2025-03-03"), submitted("2025-04-05"), verified("2025-04-20", "passed")});
  CHECK(story.on("2025-04-02").replacement_available.empty());
  CHECK(story.on("2025-04-03").replacement_available == Words{"C1"});
  CHECK(story.on("2025-04-20").replacement_available.empty());
  Policy policy = default_policy();
  policy.parameters.replacement_after_late_completion = true;
  CHECK(story.on("2025-04-20", policy).replacement_available == Words{"C1"});
  CHECK(Story({order("R1", "2025-03-03"), of_order("refused", "2025-03-05", "R1", R"("reason":"拒")")})
            .on("2025-03-05")
            .replacement_available == Words{"C1"});
}

TEST_CASE("Article 8: only active contracts that the order concerns") {
  const std::string second = replaced(engagement_c1, "\"C1\"", "\"A1\"");
  const std::string ended = fact("engagement.ended", "2025-04-10", R"("engagement":"C1","outcome":"replaced")");
  const Story all({second, order("R1", "2025-03-03"), ended});
  CHECK(all.on("2025-04-03").replacement_available == Words{"A1", "C1"});
  CHECK(all.on("2025-04-10").replacement_available == Words{"A1"});
  const Story one({second, order("R1", "2025-03-03", R"("engagement":"C1")")});
  CHECK(one.on("2025-04-03").replacement_available == Words{"C1"});
}

TEST_CASE("Standing: rectifying while an order is open, waiting, lapsed or refused; then in the pool again") {
  const Story story({order("R1", "2025-03-03"), submitted("2025-04-02"), verified("2025-04-10", "passed")});
  CHECK(story.on("2025-03-02").standing == Standing::in_pool);
  CHECK(story.on("2025-03-03").standing == Standing::rectifying);
  CHECK(story.on("2025-04-05").standing == Standing::rectifying);
  CHECK(story.on("2025-04-10").standing == Standing::in_pool);
}

TEST_CASE("Standing: noticed, decided, overturned, decided again, reinstated") {
  const auto decided = [](std::string_view on, std::string_view outcome) {
    return fact("disqualification.decided", on,
                R"("decision":"D1","outcome":")" + std::string(outcome) + R"(","reason":"依据充分")");
  };
  const auto appeal = [](std::string_view on, std::string_view outcome) {
    return fact("disqualification.appeal_decided", on,
                R"("decision":"D1","outcome":")" + std::string(outcome) + R"(","reason":"复核")");
  };
  const std::string notice = fact("disqualification.noticed", "2025-05-01",
                                  R"("decision":"D1","provider":"P1","grounds":["9.2"],"text":"事先告知")");
  const Story story({notice, decided("2025-05-10", "disqualified"), appeal("2025-05-20", "overturned"),
                     decided("2025-06-01", "disqualified"), reinstated("2025-07-01")});
  CHECK(story.on("2025-05-01").standing == Standing::proposed);
  CHECK(story.on("2025-05-10").standing == Standing::disqualified);
  CHECK(story.on("2025-05-20").standing == Standing::in_pool);
  CHECK(story.on("2025-06-01").standing ==
        Standing::disqualified);  // an appeal overturns only what was decided before it
  CHECK(story.on("2025-07-01").standing == Standing::in_pool);
  CHECK(Story({notice, decided("2025-05-10", "retained")}).on("2025-05-10").standing == Standing::in_pool);
  CHECK(Story({notice, reinstated("2025-05-02")}).on("2025-05-02").standing == Standing::proposed);  // closes no notice
}
