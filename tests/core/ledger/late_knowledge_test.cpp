// What was known when a decision was made, and what would have turned it.
#include "core/rules/late_knowledge.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/ledger/bureaus.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::vector<LateDecision> late(const Keeper& bureau) { return late_decisions(bureau.ledger, default_policy()); }

/// A bureau and an enterprise that it has enrolled.
struct City {
  Keeper bureau = founded_city();
  Keeper enterprise = enterprise_of(bureau);
  City() { bureau.enrol(enterprise); }
};

}  // namespace

TEST_CASE("Late knowledge: an award that rested on a standing which a finding that came later would have changed") {
  City city;
  Keeper inspector(5, Role::inspector);
  inspector.receive(city.bureau);
  city.bureau.enrol(inspector, Role::inspector);
  inspector.take({replaced(finding("F1", "2025-03-01", "9.4"), "{", R"({"by":"inspector",)")});
  city.bureau.at = "2027-06-02T01:00:00Z";
  city.bureau.take({replaced(award("优秀服务商"), "2025-01-01", "2025-06-01")});
  CHECK(late(city.bureau).empty());
  const std::size_t before = city.bureau.ledger.size();
  const std::string award_bytes = city.bureau.ledger.records().back().bytes;
  city.bureau.at = "2027-06-20T01:00:00Z";
  city.bureau.receive(inspector);
  city.bureau.take({confirmed("F1", "2025-03-05")});
  const auto decisions = late(city.bureau);
  REQUIRE(decisions.size() == 1);
  CHECK(decisions[0].provider == "P1");
  CHECK(decisions[0].decision == before - 1);
  CHECK(decisions[0].late.size() == 2);
  CHECK_FALSE(decisions[0].changes.empty());
  // It is told, not rewritten.
  CHECK(city.bureau.ledger.records()[before - 1].bytes == award_bytes);
  // As known on the day when the award was recorded, and as it is known now.
  const auto known = [&](std::string_view on) { return facts_known_on(city.bureau.ledger, day(on)).size(); };
  CHECK(known("2027-06-02") + 2 == known("2027-06-20"));
}

TEST_CASE("Late knowledge: what one file brings was known to its decisions, whatever its order") {
  Keeper bureau = founded_city();
  const std::string prize = replaced(award("优秀服务商"), "2025-01-01", "2025-06-01");
  bureau.take({prize, finding("F1", "2025-03-01", "9.4"), confirmed("F1", "2025-03-05")});
  CHECK(late(bureau).empty());
  Keeper other = founded_city();
  other.take({prize});
  other.take({finding("F1", "2025-03-01", "9.4"), confirmed("F1", "2025-03-05")});
  CHECK(late(other).size() == 1);
}
