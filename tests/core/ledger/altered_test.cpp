// Whatever byte of a signed bundle is changed: it is refused, or says the same.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include "tests/core/ledger/alterations.h"
#include "tests/core/rules/random_facts.h"

using namespace hengping;
using namespace hengping::test;

TEST_CASE("Altered: every byte of a signed bundle of two devices and a fork is vouched for") {
  const Keeper keeper = two_devices_and_a_fork();
  REQUIRE(keeper.ledger.size() == 5);
  REQUIRE(faults_of(keeper.bundle()).empty());
  Alterations alterations(keeper);
  std::uint32_t chance = 1;
  std::size_t tried = 0;
  for (std::size_t at = 0; at < alterations.size(); ++at) {
    const char byte = keeper.bundle()[at];
    chance = chance * 1664525U + 1013904223U;
    for (const int other : {byte ^ 1, byte ^ 0x20, static_cast<int>(chance >> 24U)}) {
      const auto complaint = alterations.try_out(at, static_cast<char>(other));
      if (complaint) FAIL_CHECK(*complaint);
      ++tried;
    }
  }
  CHECK(alterations.refused() > tried * 9 / 10);
}

TEST_CASE("Altered: bytes of a larger bundle, sampled") {
  Keeper bureau(1);
  bureau.found();
  bureau.take_text(small_world());
  Keeper enterprise(2, Role::enterprise, "E1");
  enterprise.receive(bureau);
  for (int month = 1; month <= 9; ++month) {
    for (const char* contract : {"C1", "C2", "C3", "C4"})
      enterprise.take({rating("2025-0" + std::to_string(month), "unsatisfied", "2025-10-01", contract)});
  }
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  REQUIRE(bureau.count(RecordStanding::counts) == bureau.ledger.size());
  Alterations alterations(bureau);
  std::uint32_t chance = 7;
  const auto draw = [&chance](std::size_t below) {
    chance = chance * 1664525U + 1013904223U;
    return static_cast<std::size_t>(chance >> 8U) % below;
  };
  for (int i = 0; i < 500; ++i) {
    const auto complaint = alterations.try_out(draw(alterations.size()), static_cast<char>(draw(256)));
    if (complaint) FAIL_CHECK(*complaint);
  }
}

TEST_CASE("Altered: white space between members carries no meaning, and a byte order mark is none") {
  const Keeper keeper = two_devices_and_a_fork();
  const std::string bundle = keeper.bundle();
  for (const auto& [from, to] :
       {std::pair("\n]}\n]}\n", "]}]}"), std::pair("{\"format\"", " {\t\"format\""),
        std::pair("\"feeds\":[", "\"feeds\" : [ "), std::pair("{\"format\"", "\xEF\xBB\xBF{\"format\"")}) {
    Ledger ledger;
    Intake intake = ledger.examine(replaced(bundle, from, to), default_policy());
    REQUIRE(intake.ok());
    ledger.merge(std::move(intake));
    CHECK(ledger.write_bundle() == bundle);
  }
}

TEST_CASE("Altered: what was signed of a feed as a set is checked when it is asked for") {
  // A head that its device has signed, but over another set: no reader of the records notices.
  StrandByHand strand(keyed_device(1));
  strand.add(replaced(award("甲"), "{", R"({"by":"bureau",)"));
  const std::string sound = bundle_of({strand.feed()});
  Ledger ledger;
  ledger.merge(ledger.examine(sound, default_policy()));
  CHECK(ledger.check_heads().empty());
  Ledger other;
  Intake intake = other.examine(bundle_of({strand.feed_with_bodies(Hash{1})}), default_policy());
  REQUIRE(intake.ok());
  other.merge(std::move(intake));
  CHECK(faults_of(other.check_heads()) == std::vector<std::string>{"/feeds/0/head/bodies bundle.bodies"});
}
