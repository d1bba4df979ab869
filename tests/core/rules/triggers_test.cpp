#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string complaint(std::string_view id, std::string_view on, std::string_view article) {
  return fact("complaint.filed", on,
              R"("by":"enterprise","complaint":")" + std::string(id) + R"(","engagement":"C1","article":")" +
                  std::string(article) + R"(","text":"无人响应")");
}
std::string verdict_on(std::string_view id, std::string_view on, std::string_view kind) {
  return fact("complaint." + std::string(kind), on, R"("complaint":")" + std::string(id) + R"(","reason":"核实")");
}
std::string change(std::string_view on, std::string_view changed_on) {
  return fact("provider.change_reported", on,
              R"("by":"provider","provider":"P1","field":"address","value":"新址","changed_on":")" +
                  std::string(changed_on) + "\"");
}
std::string amendment(std::string_view on, std::string_view what, bool consented) {
  return fact("engagement.amended", on,
              R"("engagement":"C1",)" + std::string(what) + R"("consented":)" + (consented ? "true" : "false") +
                  R"(,"reason":"调整")");
}

Words triggers(const Story& story, std::string_view date) {
  Words out;
  for (const TriggerVerdict& one : story.on(date).triggers) {
    out.push_back(one.article + " " + one.ref + " " + one.on.to_string() + " " + one.addressed_by.value_or("-") +
                  (one.waived ? " waived" : ""));
  }
  return out;
}

}  // namespace

TEST_CASE("Article 7(1): an upheld complaint calls for an order from its verdict's day, one under Article 6 too") {
  const Story story({complaint("K1", "2025-03-01", "7.3"), complaint("K2", "2025-03-01", "6.4"),
                     verdict_on("K1", "2025-03-05", "upheld"), verdict_on("K2", "2025-03-06", "upheld"),
                     verdict_on("K2", "2025-03-20", "dismissed")});
  CHECK(triggers(story, "2025-03-04").empty());
  CHECK(triggers(story, "2025-03-06") == Words{"7.3 K1 2025-03-05 -", "7.1 K2 2025-03-06 -"});
  CHECK(triggers(story, "2025-03-20") == Words{"7.3 K1 2025-03-05 -"});
}

TEST_CASE("Article 7(2): a change reported after 31 days calls for an order, after 30 it does not") {
  CHECK(triggers(Story({change("2025-03-31", "2025-03-01")}), "2025-12-31").empty());
  CHECK(triggers(Story({change("2025-04-01", "2025-03-01")}), "2025-12-31") ==
        Words{"7.2 change:P1:address:2025-03-01 2025-04-01 -"});
  CHECK(triggers(Story({change("2025-04-05", "2025-03-01"), change("2025-04-01", "2025-03-01")}), "2025-12-31") ==
        Words{"7.2 change:P1:address:2025-03-01 2025-04-01 -"});
}

TEST_CASE("Article 7(3): an amendment of items or amount without consent calls for an order and changes nothing") {
  CHECK(triggers(Story({amendment("2025-03-01", R"("amount":"1",)", false)}), "2025-12-31") ==
        Words{"7.3 amendment:C1:2025-03-01 2025-03-01 -"});
  CHECK(triggers(Story({amendment("2025-03-01", R"("amount":"1",)", true)}), "2025-12-31").empty());
  CHECK(triggers(Story({amendment("2025-03-01", R"("due_on":"2026-01-01",)", false)}), "2025-12-31").empty());
}

TEST_CASE(
    "Article 7(4): a failed acceptance calls for an order, also when a later one passes; a major failure does not") {
  CHECK(triggers(Story({accepted("2025-03-01", "failed"), accepted("2025-04-01", "passed")}), "2025-12-31") ==
        Words{"7.4 acceptance:C1:2025-03-01 2025-03-01 -"});
  CHECK(triggers(Story({accepted("2025-03-01", "failed_major")}), "2025-12-31").empty());
}

TEST_CASE(
    "Article 7(5): confirmed findings under Articles 5 and 6; those under 7 stand under their own item, those under 9 "
    "call for none") {
  const Story story({finding("F1", "2025-03-01", "5.7"), finding("F2", "2025-03-01", "6.1"),
                     finding("F3", "2025-03-01", "7.4"), finding("F4", "2025-03-01", "9.4"),
                     confirmed("F1", "2025-03-02"), confirmed("F2", "2025-03-02"), confirmed("F3", "2025-03-02"),
                     confirmed("F4", "2025-03-02")});
  CHECK(triggers(story, "2025-12-31") == Words{"7.5 F1 2025-03-02 -", "7.5 F2 2025-03-02 -", "7.4 F3 2025-03-02 -"});
}

TEST_CASE("Article 7: a trigger is addressed by the first order, not voided, that names it, or waived") {
  const auto order_for = [](std::string_view id, std::string_view on) {
    return fact("rectification.ordered", on, R"("order":")" + std::string(id) + R"(","provider":"P1","for":["F1"])");
  };
  const Story story({finding("F1", "2025-03-01", "6.1"), confirmed("F1", "2025-03-02"), order_for("R1", "2025-03-03"),
                     order_for("R2", "2025-03-04"), of_order("voided", "2025-03-10", "R1", R"("reason":"错发")"),
                     fact("trigger.waived", "2025-03-20", R"("provider":"P1","ref":"F1","reason":"情节轻微")")});
  CHECK(triggers(story, "2025-03-02") == Words{"7.5 F1 2025-03-02 -"});
  CHECK(triggers(story, "2025-03-04") == Words{"7.5 F1 2025-03-02 R1"});
  CHECK(triggers(story, "2025-03-10") == Words{"7.5 F1 2025-03-02 R2"});
  CHECK(triggers(story, "2025-03-20") == Words{"7.5 F1 2025-03-02 R2 waived"});
}
