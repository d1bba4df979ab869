// A story about provider P1, told in facts, and its verdict on a day.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/support.h"

namespace hengping::test {

/// A fact as JSON: kind, day, and further members as they stand in the file.
inline std::string fact(std::string_view kind, std::string_view on, std::string_view members) {
  return "{\"kind\":\"" + std::string(kind) + "\",\"on\":\"" + std::string(on) + "\"" + (members.empty() ? "" : ",") +
         std::string(members) + "}";
}

inline std::string order(std::string_view id, std::string_view on, std::string_view more = "") {
  return fact("rectification.ordered", on,
              R"("order":")" + std::string(id) + R"(","provider":"P1","for":[])" + (more.empty() ? "" : ",") +
                  std::string(more));
}
inline std::string of_order(std::string_view kind, std::string_view on, std::string_view id, std::string_view more) {
  return fact("rectification." + std::string(kind), on, R"("order":")" + std::string(id) + "\"," + std::string(more));
}
inline std::string submitted(std::string_view on, std::string_view id = "R1") {
  return of_order("submitted", on, id, R"("by":"provider","text":"已整改")");
}
inline std::string verified(std::string_view on, std::string_view outcome, std::string_view id = "R1") {
  return of_order("verified", on, id, R"("outcome":")" + std::string(outcome) + "\"");
}
inline std::string finding(std::string_view id, std::string_view on, std::string_view article) {
  return fact("finding.raised", on,
              R"("finding":")" + std::string(id) + R"(","provider":"P1","article":")" + std::string(article) +
                  R"(","text":"见检查记录")");
}
inline std::string confirmed(std::string_view id, std::string_view on) {
  return fact("finding.confirmed", on, R"("finding":")" + std::string(id) + R"(","reason":"属实")");
}
inline std::string dismissed(std::string_view id, std::string_view on) {
  return fact("finding.dismissed", on, R"("finding":")" + std::string(id) + R"(","reason":"不属实")");
}
inline std::string accepted(std::string_view on, std::string_view outcome, std::string_view engagement = "C1") {
  return fact("acceptance.concluded", on,
              R"("engagement":")" + std::string(engagement) + R"(","outcome":")" + std::string(outcome) + "\"");
}
inline std::string reinstated(std::string_view on) {
  return fact("provider.reinstated", on, R"("provider":"P1","reason":"申诉成立")");
}

/// P1, E1 and their contract C1, and what the test adds.
class Story {
 public:
  explicit Story(const std::vector<std::string>& more) {
    std::string text =
        R"({"format":"hengping.facts","version":1,"facts":[)" + provider_p1 + "," + enterprise_e1 + "," + engagement_c1;
    for (const auto& one : more) text += "," + one;
    Intake intake = ledger_.examine(text + "]}", default_policy());
    for (const std::string& fault : faults_of(intake.faults())) UNSCOPED_INFO(fault);
    REQUIRE(intake.ok());
    ledger_.take(std::move(intake), bureau_device(), "2026-01-01T00:00:00Z");
  }
  [[nodiscard]] ProviderVerdict on(std::string_view date, const Policy& policy = default_policy()) const {
    const State state = fold(ledger_.sequence(), day(date));
    return evaluate(state, policy, day(date)).providers.at(0);
  }
  /// Folded to a day; it points into the story.
  [[nodiscard]] State state(std::string_view date) const { return fold(ledger_.sequence(), day(date)); }
  [[nodiscard]] GroundVerdict ground(std::size_t item, std::string_view date,
                                     const Policy& policy = default_policy()) const {
    return on(date, policy).grounds.at(item - 1);
  }
  [[nodiscard]] FactSequence sequence() const { return ledger_.sequence(); }
  /// State of an order on a day.
  [[nodiscard]] OrderStatus status(std::string_view date, std::string_view id = "R1") const {
    for (const OrderVerdict& one : on(date).orders) {
      if (one.order == id) return one.status;
    }
    FAIL("no such order");
    return OrderStatus::open;
  }

 private:
  Ledger ledger_;
};

using Words = std::vector<std::string>;

}  // namespace hengping::test
