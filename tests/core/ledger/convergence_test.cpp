// Devices that hold the same records say the same, whatever reached them in which order.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <set>

#include "core/ledger/extract.h"
#include "tests/core/ledger/worlds.h"

using namespace hengping;
using namespace hengping::test;

TEST_CASE("Admission: who counts never depends on the order of arrival") {
  Keeper root(1);
  root.found();
  root.take({provider_p1, enterprise_e1, engagement_c1});
  std::vector<std::string> bundles = {root.bundle()};
  // A second device of the bureau, an enterprise, and what they do apart from each other.
  Keeper second(2);
  Keeper enterprise(3, Role::enterprise, "E1");
  for (Keeper* keeper : {&second, &enterprise}) {
    keeper->receive(root);
    REQUIRE(trust_first_founders(keeper->ledger));
  }
  enterprise.take({rating("2025-01", "unsatisfied"), rating("2025-02", "unsatisfied")});
  const Hash kept = enterprise.end();
  Keeper copy(enterprise, "7");
  enterprise.take({rating("2025-03", "unsatisfied")});
  copy.take({rating("2025-03", "satisfied")});
  bundles.push_back(copy.bundle());
  second.receive(enterprise);
  second.take({award("甲"), replaced(engagement_c1, "\"C1\"", "\"C3\"")});
  second.enrol(enterprise);
  second.state(RecordRejected{enterprise.end(), "重复"});
  bundles.push_back(second.bundle());
  root.receive(second);
  root.enrol(second);
  root.state(DeviceRevoked{enterprise.id(), {kept}, "遗失"});
  bundles.push_back(root.bundle());
  copy.receive(root);
  copy.take({rating("2025-04", "satisfied")});
  second.receive(copy);
  second.state(RecordAdmitted{copy.end(), "核实"});
  bundles.push_back(second.bundle());

  std::vector<std::size_t> order(bundles.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::optional<Said> first;
  do {
    Ledger ledger;
    ledger.set_roots({root.id()});
    for (const std::size_t i : order) {
      Intake intake = ledger.examine(bundles[i], default_policy());
      REQUIRE(intake.ok());
      ledger.merge(std::move(intake));
    }
    Said said = said_by(ledger);
    if (!first) first = said;
    CHECK((said == *first));
  } while (std::next_permutation(order.begin(), order.end()));
  std::set<std::string> standings;
  for (const auto& [record, standing] : first->standings) standings.insert(standing);
  CHECK(standings == std::set<std::string>{"counts", "rejected", "after_revocation"});
  CHECK(first->irregularities.size() == 1);
}

TEST_CASE("Convergence: devices that exchanged everything hold the same bytes, the same state and the same rights") {
  std::set<RecordStanding> standings;
  std::set<DeviceStanding> devices;
  for (std::uint32_t seed = 1; seed <= 24; ++seed) {
    World world(seed);
    world.run(40);
    standings.insert(world.standings().begin(), world.standings().end());
    devices.insert(world.devices().begin(), world.devices().end());
  }
  // It came to all that can come to pass where nothing is missing.
  using enum RecordStanding;
  CHECK(standings == std::set{counts, refused_device, after_revocation, outside_rights, rejected, set_aside});
  CHECK(devices ==
        std::set{DeviceStanding::root, DeviceStanding::enrolled, DeviceStanding::refused, DeviceStanding::revoked});
}

TEST_CASE("Convergence: the union is the same whichever of two comes first") {
  Keeper one(1);
  one.found();
  one.take({provider_p1, enterprise_e1, engagement_c1});
  Keeper other(2);
  other.take({replaced(provider_p1, "\"P1\"", "\"P2\"")});
  Keeper third(one, "8");
  third.take({award("甲")});
  one.take({award("乙")});
  const auto merged = [](std::initializer_list<const Keeper*> keepers) {
    Ledger ledger;
    for (const Keeper* keeper : keepers) {
      Intake intake = ledger.examine(keeper->bundle(), default_policy());
      REQUIRE(intake.ok());
      ledger.merge(std::move(intake));
    }
    return ledger.write_bundle();
  };
  CHECK(merged({&one, &other}) == merged({&other, &one}));
  CHECK(merged({&one, &other, &third}) == merged({&third, &other, &one}));
  CHECK(merged({&one, &one, &other, &one}) == merged({&other, &one}));
}

TEST_CASE("Convergence: what a restored device stated before it heard of its own former records reaches the others") {
  // Ends are signed when something is handed out; what the device goes on with by then is the former branch, which is signed.
  for (const bool in_part : {false, true}) {
    Keeper former(1);
    former.found();
    former.take({provider_p1, enterprise_e1, engagement_c1});
    Keeper restored(former, "7");
    Keeper other(2);
    other.receive(former);
    former.take({award("甲"), award("乙")});
    ExtractOptions of_provider;
    of_provider.party = Role::provider;
    of_provider.id = "P1";
    other.receive(in_part ? extract_bundle(former.ledger, of_provider).bundle : former.bundle());

    Intake stated = restored.ledger.examine(facts_file({award("丙")}), default_policy());
    REQUIRE(stated.ok());
    static_cast<void>(restored.ledger.take(std::move(stated), restored.author()));
    restored.receive(other);
    CHECK(restored.ledger.head_to_sign(restored.id()).has_value());
    restored.sign();
    CHECK_FALSE(restored.ledger.head_to_sign(restored.id()).has_value());
    other.receive(restored);
    CHECK(other.ledger.size() == restored.ledger.size());
    CHECK((said_by(other.ledger) == said_by(restored.ledger)));
    CHECK(other.ledger.check_heads().empty());
    // It goes on with the branch of the largest tick.
    restored.take({award("丁")});
    CHECK(restored.ledger.records().back().sequence == 7);
    other.receive(restored);
    CHECK((said_by(other.ledger) == said_by(restored.ledger)));
  }
}
