// A story about provider P1, told in facts, and its verdict on a day.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/facts_text.h"

namespace hengping::test {

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
    ledger_.take(std::move(intake), author(bureau_device(), "2026-01-01T00:00:00Z"));
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
