// What a device may state is checked when it is stated (semantics §5).
#include <catch2/catch_test_macros.hpp>

#include "tests/core/ledger/bureaus.h"

using namespace hengping;
using namespace hengping::test;

using Faults = std::vector<std::string>;

namespace {

/// With an order to P1 besides.
Keeper city() {
  Keeper bureau = founded_city();
  bureau.take({order("R1", "2025-03-01", R"("engagement":"C1")")});
  return bureau;
}

Faults refused(const Keeper& keeper, const std::string& one) {
  return faults_of(keeper.ledger.examine(facts_file({one}), default_policy(), &keeper.own.device).faults());
}

Keeper party(const Keeper& bureau, Role role, std::string scope = {}) {
  Keeper keeper(2, role, std::move(scope));
  keeper.receive(bureau);
  static_cast<void>(trust_first_founders(keeper.ledger));
  return keeper;
}

const std::string contract_of_e1 = replaced(replaced(engagement_c1, "\"C1\"", "\"C3\""), "{", R"({"by":"enterprise",)");
const std::string progress =
    fact("progress.reported", "2025-02-01", R"("by":"provider","engagement":"C1","percent":5)");

}  // namespace

TEST_CASE("Author: the bureau states on any paper what it takes in as its own") {
  const Keeper bureau = city();
  CHECK(refused(bureau, rating("2025-01", "satisfied")).empty());
  CHECK(refused(bureau, progress).empty());
  CHECK(refused(bureau, submitted("2025-03-10")).empty());
}

TEST_CASE("Author: another role's device states only as that role") {
  const Keeper bureau = city();
  const Keeper enterprise = party(bureau, Role::enterprise);
  CHECK(refused(enterprise, rating("2025-01", "satisfied")).empty());
  CHECK(refused(enterprise, contract_of_e1).empty());
  CHECK(refused(enterprise, progress) == Faults{"/facts/0/by role.not_author"});
  CHECK(refused(enterprise, reinstated("2025-03-01")) == Faults{"/facts/0/by role.not_author"});
  CHECK(refused(enterprise, submitted("2025-03-10")) == Faults{"/facts/0/by role.not_author"});
  const Keeper inspector = party(bureau, Role::inspector);
  CHECK(refused(inspector, replaced(finding("F1", "2025-02-01", "9.4"), "{", R"({"by":"inspector",)")).empty());
  CHECK(refused(inspector, rating("2025-01", "satisfied")) == Faults{"/facts/0/by role.not_author"});
}

TEST_CASE("Author: a device that speaks for one party states only what is of that party") {
  const Keeper bureau = city();
  const Keeper enterprise = party(bureau, Role::enterprise, "E1");
  CHECK(refused(enterprise, rating("2025-01", "satisfied")).empty());
  CHECK(refused(enterprise, contract_of_e1).empty());
  CHECK(refused(enterprise, rating("2025-01", "satisfied", "2025-06-30", "C2")) ==
        Faults{"/facts/0/kind role.not_own"});
  CHECK(refused(enterprise, replaced(contract_of_e1, "\"E1\"", "\"E2\"")) == Faults{"/facts/0/kind role.not_own"});
  // What the same file signs first is one's own as well.
  const std::string both = facts_file({contract_of_e1, rating("2025-01", "satisfied", "2025-06-30", "C3")});
  CHECK(enterprise.ledger.examine(both, default_policy(), &enterprise.own.device).ok());

  const Keeper provider = party(bureau, Role::provider, "P1");
  CHECK(refused(provider, progress).empty());
  CHECK(refused(provider, submitted("2025-03-10")).empty());
  const Keeper other = party(bureau, Role::provider, "P2");
  CHECK(refused(other, progress) == Faults{"/facts/0/kind role.not_own"});
  CHECK(refused(other, submitted("2025-03-10")) == Faults{"/facts/0/kind role.not_own"});
}

TEST_CASE("Author: what the bureau has enrolled a device as goes before what it says of itself") {
  Keeper bureau = city();
  Keeper device = party(bureau, Role::enterprise, "E2");
  device.take({rating("2025-01", "satisfied", "2025-06-30", "C2")});
  bureau.receive(device);
  bureau.enrol(device, Role::enterprise, "E1");
  device.receive(bureau);
  CHECK(refused(device, rating("2025-02", "satisfied")).empty());
  CHECK(refused(device, rating("2025-02", "satisfied", "2025-06-30", "C2")) == Faults{"/facts/0/kind role.not_own"});
  bureau.enrol(device, Role::inspector);
  device.receive(bureau);
  CHECK(refused(device, rating("2025-02", "satisfied")) == Faults{"/facts/0/by role.not_author"});
}

TEST_CASE("Author: without an author nothing is asked of roles, and what is already there needs no right") {
  const Keeper bureau = city();
  const Keeper enterprise = party(bureau, Role::enterprise, "E1");
  CHECK(enterprise.ledger.examine(facts_file({reinstated("2025-03-01")}), default_policy()).ok());
  const Intake again = enterprise.ledger.examine(facts_file({provider_p1, rating("2025-01", "satisfied")}),
                                                 default_policy(), &enterprise.own.device);
  CHECK(again.ok());
  CHECK(again.already_there() == 1);
  CHECK(again.added() == 1);
}
