// Which devices count: roots, enrolment, refusal, revocation.
#include <catch2/catch_test_macros.hpp>

#include "tests/core/ledger/bureaus.h"

using namespace hengping;
using namespace hengping::test;

using enum RecordStanding;

TEST_CASE("Admission: where no bureau is known everybody counts, as what they say they are") {
  Keeper one(1, Role::enterprise, "E1");
  Keeper other(2);
  other.take({provider_p1, enterprise_e1, engagement_c1});
  one.receive(other);
  one.take({rating("2025-01", "unsatisfied")});
  for (const DeviceRights& rights : one.ledger.rights()) CHECK(rights.standing == DeviceStanding::free);
  CHECK(one.count(counts) == 4);
  // But nobody states what its role may not, or what is another's.
  Keeper stranger(3, Role::enterprise, "E2");
  stranger.own.device = one.own.device;  // it makes its records as if it were E1's
  CHECK(one.rights(one).role == Role::enterprise);
}

TEST_CASE("Admission: a bureau's first word makes its key the root") {
  const Keeper bureau = founded_city();
  CHECK(bureau.ledger.roots() == std::vector{bureau.id()});
  CHECK(bureau.rights(bureau).standing == DeviceStanding::root);
  CHECK(bureau.count(counts) == 6);
  // Whoever hears of it first believes it; whoever knows one believes no other.
  Keeper enterprise = enterprise_of(bureau);
  CHECK(enterprise.ledger.roots() == bureau.ledger.roots());
  Keeper impostor(7);
  impostor.found();
  enterprise.receive(impostor);
  CHECK_FALSE(trust_first_founders(enterprise.ledger));
  CHECK(enterprise.rights(impostor).standing == DeviceStanding::unknown);
  CHECK(enterprise.standing(impostor.end()) == unknown_device);
}

TEST_CASE("Admission: only a bureau's device founds, and only where nobody has") {
  Keeper enterprise(2, Role::enterprise, "E1");
  CHECK(found_if_first(enterprise.ledger, enterprise.author(), day("2025-01-01")).empty());
  Keeper bureau = founded_city();
  CHECK(found_if_first(bureau.ledger, bureau.author(), day("2025-01-01")).empty());
  // What a device of another role says of founding is no more than a record outside its rights.
  enterprise.state(BureauFounded{"假的"});
  CHECK(enterprise.ledger.founders().empty());
  bureau.receive(enterprise);
  CHECK(bureau.rights(enterprise).standing == DeviceStanding::unknown);
  bureau.enrol(enterprise);
  CHECK(bureau.standing(enterprise.end()) == outside_rights);
}

TEST_CASE("Admission: an unknown device's records wait; enrolment makes them count, also those stated before it") {
  Keeper bureau = founded_city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied"), rating("2025-02", "unsatisfied")});
  CHECK(enterprise.standing(enterprise.end()) == counts);  // on its own device
  bureau.receive(enterprise);
  CHECK(bureau.rights(enterprise).standing == DeviceStanding::unknown);
  CHECK(bureau.rights(enterprise).waiting == 2);
  CHECK(bureau.count(unknown_device) == 2);
  const std::string before = bureau.state();
  bureau.enrol(enterprise);
  CHECK(bureau.rights(enterprise).standing == DeviceStanding::enrolled);
  CHECK(bureau.rights(enterprise).role == Role::enterprise);
  CHECK(bureau.rights(enterprise).scope == "E1");
  CHECK(bureau.rights(enterprise).waiting == 0);
  CHECK(bureau.count(counts) == bureau.ledger.size());
  CHECK(bureau.state() != before);
  enterprise.receive(bureau);
  CHECK(enterprise.state() == bureau.state());
  // What it states later counts as well.
  enterprise.take({rating("2025-03", "unsatisfied")});
  bureau.receive(enterprise);
  CHECK(bureau.standing(enterprise.end()) == counts);
}

TEST_CASE(
    "Admission: a refused device's records do not count and no longer wait; enrolling it after all makes them count") {
  Keeper bureau = founded_city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied")});
  bureau.receive(enterprise);
  bureau.state(DeviceRefused{enterprise.id(), "电话核对不符"});
  CHECK(bureau.rights(enterprise).standing == DeviceStanding::refused);
  CHECK(bureau.standing(enterprise.end()) == refused_device);
  CHECK(bureau.rights(enterprise).waiting == 0);
  bureau.enrol(enterprise);
  CHECK(bureau.standing(enterprise.end()) == counts);
  // Who is enrolled is not made unknown by a refusal: that is what revocation is for.
  bureau.state(DeviceRefused{enterprise.id(), "误操作"});
  CHECK(bureau.rights(enterprise).standing == DeviceStanding::enrolled);
}

TEST_CASE("Admission: a revoked device's later records do not count, its earlier ones do") {
  Keeper bureau = founded_city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied")});
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  const Hash last_good = enterprise.end();
  bureau.state(DeviceRevoked{enterprise.id(), {last_good}, "设备遗失"});
  CHECK(bureau.rights(enterprise).standing == DeviceStanding::revoked);
  CHECK(bureau.rights(enterprise).revoked_after == std::vector<std::vector<Hash>>{{last_good}});
  enterprise.take({rating("2025-02", "unsatisfied")});
  bureau.receive(enterprise);
  CHECK(bureau.standing(last_good) == counts);
  CHECK(bureau.standing(enterprise.end()) == after_revocation);
  CHECK(bureau.rights(enterprise).waiting == 1);
  // Found again and enrolled anew by someone who knows of the revocation: all of it counts.
  bureau.enrol(enterprise);
  CHECK(bureau.rights(enterprise).standing == DeviceStanding::enrolled);
  CHECK(bureau.standing(enterprise.end()) == counts);
}

TEST_CASE("Admission: a revocation that names no record leaves nothing that counts") {
  Keeper bureau = founded_city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied")});
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  bureau.state(DeviceRevoked{enterprise.id(), {}, "密钥泄露"});
  CHECK(bureau.standing(enterprise.end()) == after_revocation);
}

TEST_CASE("Admission: of a forked feed each end that a revocation names goes on counting, the rest does not") {
  Keeper bureau = founded_city();
  Keeper one = enterprise_of(bureau);
  one.take({rating("2025-01", "unsatisfied")});
  Keeper other(one, "9");
  one.take({rating("2025-02", "unsatisfied")});
  other.take({rating("2025-03", "unsatisfied")});
  bureau.receive(one);
  bureau.receive(other);
  bureau.enrol(one);
  const Hash one_end = one.end();
  const Hash other_end = other.end();
  SECTION("one of them") {
    bureau.state(DeviceRevoked{one.id(), {one_end}, "备份被滥用"});
    CHECK(bureau.standing(one_end) == counts);
    CHECK(bureau.standing(other_end) == after_revocation);
  }
  SECTION("both") {
    bureau.state(DeviceRevoked{one.id(), {one_end, other_end}, "换机"});
    CHECK(bureau.standing(one_end) == counts);
    CHECK(bureau.standing(other_end) == counts);
  }
}

TEST_CASE("Admission: of a revocation and an enrolment without knowledge of each other, the revocation holds") {
  Keeper root = founded_city();
  Keeper second(2);
  second.receive(root);
  REQUIRE(trust_first_founders(second.ledger));
  Keeper enterprise = enterprise_of(root, 3);
  enterprise.take({rating("2025-01", "unsatisfied")});
  for (Keeper* bureau : {&root, &second}) bureau->receive(enterprise);
  root.enrol(second);
  second.receive(root);
  // Apart from each other: the one revokes, the other enrols, in either order of ticks.
  for (int i = 0; i < 3; ++i) second.take({award("推后" + std::to_string(i))});
  SECTION("the enrolment has the later tick") {
    root.state(DeviceRevoked{enterprise.id(), {}, "冒用"});
    second.enrol(enterprise);
  }
  SECTION("the revocation has the later tick") {
    second.state(DeviceRevoked{enterprise.id(), {}, "冒用"});
    root.enrol(enterprise);
  }
  root.receive(second);
  second.receive(root);
  for (const Keeper* bureau : {&root, &second}) {
    CHECK(bureau->rights(enterprise).standing == DeviceStanding::revoked);
    CHECK(bureau->standing(enterprise.end()) == after_revocation);
  }
  // An enrolment by one who knows of both ends it.
  second.enrol(enterprise);
  CHECK(second.standing(enterprise.end()) == counts);
}

TEST_CASE("Admission: a bureau's device that the root has enrolled enrols others, but no bureau") {
  Keeper root = founded_city();
  Keeper second(2);
  second.receive(root);
  REQUIRE(trust_first_founders(second.ledger));
  second.take({award("甲")});
  CHECK(second.rights(second).standing == DeviceStanding::unknown);
  CHECK(second.standing(second.end()) == counts);  // on its own device
  Keeper enterprise = enterprise_of(root, 3);
  enterprise.take({rating("2025-01", "unsatisfied")});
  Keeper third(4);
  third.receive(root);
  static_cast<void>(trust_first_founders(third.ledger));
  third.take({award("乙")});
  second.receive(enterprise);
  second.receive(third);
  const Hash enrolment = second.enrol(enterprise);
  second.enrol(third);

  root.receive(second);
  CHECK(root.standing(enrolment) == unknown_device);
  CHECK(root.standing(enterprise.end()) == unknown_device);
  root.enrol(second);
  CHECK(root.standing(enrolment) == counts);
  CHECK(root.standing(enterprise.end()) == counts);
  CHECK(root.rights(third).standing == DeviceStanding::unknown);
  CHECK(root.standing(third.end()) == unknown_device);
  // Nor does it revoke one, or the root.
  second.receive(root);
  second.state(DeviceRevoked{root.id(), {}, "夺权"});
  root.enrol(third);
  second.receive(root);
  second.state(DeviceRevoked{third.id(), {}, "夺权"});
  root.receive(second);
  CHECK(root.rights(root).standing == DeviceStanding::root);
  CHECK(root.rights(third).standing == DeviceStanding::enrolled);
  // What it enrolled stays enrolled when it is revoked later, and what it enrols then is not.
  Keeper late = enterprise_of(root, 5, "E2");
  late.take({rating("2025-01", "satisfied", "2025-06-30", "C2")});
  root.state(DeviceRevoked{second.id(), {second.end()}, "离职"});
  second.receive(late);
  second.enrol(late);
  root.receive(second);
  CHECK(root.rights(second).standing == DeviceStanding::revoked);
  CHECK(root.standing(enterprise.end()) == counts);
  CHECK(root.standing(late.end()) == unknown_device);
}
