// Who counts: every standing of a record and of a device, and that none of it depends on the order of arrival.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/core/facts_text.h"
#include "tests/core/ledger/by_hand.h"
#include "tests/core/ledger/keepers.h"

using namespace hengping;
using namespace hengping::test;

using Faults = std::vector<std::string>;
using enum RecordStanding;

namespace {

std::string award(std::string_view title) {
  return fact("award.given", "2025-01-01", R"("provider":"P1","reason":"评优","title":")" + std::string(title) + "\"");
}
std::string complaint(std::string_view id, std::string_view engagement = "C1") {
  return fact("complaint.filed", "2025-03-01",
              R"("by":"enterprise","complaint":")" + std::string(id) + R"(","engagement":")" + std::string(engagement) +
                  R"(","article":"7.1","text":"无人响应")");
}

std::string rating_on_paper(std::string_view satisfaction) {
  return fact(
      "rating.given", "2025-06-30",
      R"("on_behalf":true,"engagement":"C1","period":"2025-01","satisfaction":")" + std::string(satisfaction) + "\"");
}

/// A bureau with a root key: P1, E1, their contract C1, and E2 with its own contract C2.
Keeper city() {
  Keeper bureau(1);
  bureau.found();
  bureau.take({provider_p1, enterprise_e1, replaced(enterprise_e1, "\"E1\"", "\"E2\""), engagement_c1,
               replaced(replaced(engagement_c1, "\"C1\"", "\"C2\""), "\"E1\"", "\"E2\"")});
  return bureau;
}

/// An enterprise's device that has what the bureau has.
Keeper enterprise_of(const Keeper& bureau, int number = 2, std::string scope = "E1") {
  Keeper enterprise(number, Role::enterprise, std::move(scope));
  enterprise.receive(bureau);
  static_cast<void>(trust_first_founders(enterprise.ledger));
  return enterprise;
}

}  // namespace

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
  const Keeper bureau = city();
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
  Keeper bureau = city();
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
  Keeper bureau = city();
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
  Keeper bureau = city();
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
  Keeper bureau = city();
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
  Keeper bureau = city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied")});
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  bureau.state(DeviceRevoked{enterprise.id(), {}, "密钥泄露"});
  CHECK(bureau.standing(enterprise.end()) == after_revocation);
}

TEST_CASE("Admission: of a forked feed each end that a revocation names goes on counting, the rest does not") {
  Keeper bureau = city();
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
  Keeper root = city();
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
  Keeper root = city();
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

TEST_CASE("Admission: nobody enrols itself, and no device of another role states anything about the ledger") {
  Keeper bureau = city();
  Keeper enterprise = enterprise_of(bureau);
  Keeper friendly = enterprise_of(bureau, 3, "E2");
  friendly.take({rating("2025-01", "satisfied", "2025-06-30", "C2")});
  enterprise.receive(friendly);
  enterprise.enrol(enterprise, Role::bureau);
  bureau.receive(enterprise);
  CHECK(bureau.standing(enterprise.end()) == unknown_device);
  bureau.enrol(enterprise);
  CHECK(bureau.standing(enterprise.end()) == outside_rights);
  for (const StatementBody& statement :
       {StatementBody{DeviceEnrolled{friendly.id(), Role::enterprise, "友", "E2", {}}},
        StatementBody{DeviceRevoked{bureau.id(), {}, "x"}}, StatementBody{RecordRejected{bureau.end(), "x"}},
        StatementBody{RecordsReceived{3}}}) {
    const Hash record = enterprise.state(statement);
    bureau.receive(enterprise);
    CHECK(bureau.standing(record) == outside_rights);
  }
  CHECK(bureau.rights(friendly).standing == DeviceStanding::unknown);
  CHECK(bureau.rights(bureau).standing == DeviceStanding::root);
}

TEST_CASE("Admission: a facts file states nothing about the ledger") {
  const Keeper bureau = city();
  for (const std::string_view kind : {"bureau.founded", "device.enrolled", "device.refused", "device.revoked",
                                      "record.admitted", "record.rejected", "conflict.resolved", "records.received"}) {
    const std::string file = facts_file({fact(kind, "2025-01-01", R"("name":"x")")});
    const Faults faults = faults_of(bureau.ledger.examine(file, default_policy(), &bureau.own.device).faults());
    REQUIRE_FALSE(faults.empty());
    CHECK(faults.front() == "/facts/0/kind kind.unknown");
  }
}

TEST_CASE("Admission: what a device's role may not state waits outside its rights") {
  Keeper bureau = city();
  // By hand, for no honest program makes such records.
  const OwnDevice inspector = keyed_device(5, Role::inspector);
  StrandByHand strand(inspector);
  strand.add(R"({"by":"bureau","kind":"award.given","on":"2025-01-01","provider":"P1","reason":"评优","title":"甲"})");
  strand.add(
      R"({"article":"9.4","by":"inspector","finding":"F1","kind":"finding.raised","on":"2025-02-01","provider":"P1","text":"见记录"})");
  strand.add(
      R"({"by":"enterprise","engagement":"C1","kind":"rating.given","on":"2025-02-01","period":"2025-01","satisfaction":"satisfied"})");
  bureau.receive(bundle_of({strand.feed()}));
  bureau.state(DeviceEnrolled{inspector.device.id, Role::inspector, "检查组", {}, {}});
  CHECK(bureau.standing(strand.record(0).hash) == outside_rights);  // only the bureau gives awards
  CHECK(bureau.standing(strand.record(1).hash) == counts);
  CHECK(bureau.standing(strand.record(2).hash) == outside_rights);  // nobody speaks as another
}

TEST_CASE("Admission: a party's device states only what is of that party") {
  Keeper bureau = city();
  bureau.take({order("R1", "2025-03-01", R"("engagement":"C1")")});
  // Both say that they are free to speak of all; what counts is what the bureau enrols them as.
  Keeper enterprise(2, Role::enterprise);
  Keeper provider(3, Role::provider);
  for (Keeper* party : {&enterprise, &provider}) {
    party->receive(bureau);
    static_cast<void>(trust_first_founders(party->ledger));
  }
  enterprise.take({rating("2025-01", "unsatisfied"), rating("2025-01", "satisfied", "2025-06-30", "C2"),
                   complaint("K1"), complaint("K2", "C2"),
                   fact("replacement.requested", "2025-05-03",
                        R"("by":"enterprise","engagement":"C1","order":"R1","reason":"未整改")")});
  provider.take({submitted("2025-03-10"),
                 fact("progress.reported", "2025-02-01", R"("by":"provider","engagement":"C2","percent":5)")});
  bureau.receive(enterprise);
  bureau.receive(provider);
  bureau.enrol(enterprise, Role::enterprise, "E1");
  bureau.enrol(provider, Role::provider, "P1");
  CHECK(bureau.rights(enterprise).scope == "E1");
  CHECK(bureau.rights(enterprise).waiting == 2);
  std::vector<RecordStanding> standings;
  for (const Record& record : bureau.ledger.records()) {
    if (bureau.ledger.feeds()[record.feed].device.id == enterprise.id()) standings.push_back(record.standing);
  }
  CHECK(standings == std::vector{counts, outside_rights, counts, outside_rights, counts});
  CHECK(bureau.rights(provider).waiting == 0);  // both contracts are P1's
  // Enrolled as another's, nothing of it is.
  bureau.enrol(provider, Role::provider, "P9");
  CHECK(bureau.rights(provider).waiting == 2);
}

TEST_CASE("Admission: a contract that becomes known later makes the records that waited for it its party's own") {
  Keeper bureau = city();
  Keeper enterprise = enterprise_of(bureau, 2, "E1");
  // Another of the bureau's devices has the contract, and is not enrolled yet.
  Keeper second(3);
  second.receive(bureau);
  static_cast<void>(trust_first_founders(second.ledger));
  const std::string c3 = replaced(engagement_c1, "\"C1\"", "\"C3\"");
  second.take({c3});
  enterprise.receive(second);
  enterprise.ledger.set_roots({bureau.id(), second.id()});  // it believes both
  enterprise.take({rating("2025-01", "unsatisfied", "2025-06-30", "C3")});
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  CHECK(bureau.standing(enterprise.end()) == outside_rights);
  SECTION("by the enrolment of who has stated it") { bureau.enrol(second, Role::bureau); }
  SECTION("by the bureau's own record") { bureau.take({c3}); }
  CHECK(bureau.standing(enterprise.end()) == counts);
  Keeper reread(bureau, "9");
  CHECK(reread.standing(enterprise.end()) == counts);
  CHECK(reread.state() == bureau.state());
}

TEST_CASE("Admission: a decision on one record admits what waits, and rejects what counts") {
  Keeper bureau = city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied"), rating("2025-02", "unsatisfied")});
  bureau.receive(enterprise);
  const Hash second = enterprise.end();
  bureau.state(RecordAdmitted{second, "电话核实"});
  CHECK(bureau.standing(second) == counts);
  CHECK(bureau.rights(enterprise).waiting == 1);
  bureau.state(RecordRejected{second, "撤回核实"});
  CHECK(bureau.standing(second) == rejected);
  bureau.enrol(enterprise);
  CHECK(bureau.standing(second) == rejected);  // it waits for nothing any more
  CHECK(bureau.count(rejected) == 1);
  bureau.state(RecordAdmitted{second, "再次核实"});
  CHECK(bureau.standing(second) == counts);
  // The bureau's own records too.
  const std::string before = bureau.state();
  bureau.take({award("甲")});
  const Hash own = bureau.end();
  bureau.state(RecordRejected{own, "录错"});
  CHECK(bureau.standing(own) == rejected);
  CHECK(bureau.state() == before);
}

TEST_CASE("Admission: what is rejected or set aside makes nothing anybody's own matter, and what is admitted does") {
  Keeper bureau = city();
  Keeper second(3);
  second.receive(bureau);
  static_cast<void>(trust_first_founders(second.ledger));
  second.take({replaced(engagement_c1, "\"C1\"", "\"C3\"")});
  const Hash contract = second.end();
  Keeper enterprise = enterprise_of(bureau, 2, "E1");
  enterprise.receive(second);
  enterprise.ledger.set_roots({bureau.id(), second.id()});
  enterprise.take({rating("2025-01", "unsatisfied", "2025-06-30", "C3")});
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  CHECK(bureau.standing(enterprise.end()) == outside_rights);
  bureau.state(RecordAdmitted{contract, "合同原件已核"});
  CHECK(bureau.standing(contract) == counts);
  CHECK(bureau.standing(enterprise.end()) == counts);
  bureau.state(RecordRejected{contract, "合同系伪造"});
  CHECK(bureau.standing(enterprise.end()) == outside_rights);
}

TEST_CASE(
    "Admission: of records that contradict each other one stands and the others are set aside, until it is decided "
    "otherwise") {
  Keeper bureau = city();
  Keeper other(bureau, "9");
  bureau.take({rating_on_paper("satisfied")});
  other.take({rating_on_paper("unsatisfied")});
  bureau.receive(other);
  const Hash one = bureau.ledger.records()[6].hash;
  const Hash two = other.end();
  bureau.state(ConflictResolved{one, {two}, "以先录为准"});
  CHECK(bureau.standing(one) == counts);
  CHECK(bureau.standing(two) == set_aside);
  bureau.state(ConflictResolved{two, {one}, "核对纸质评价表"});
  CHECK(bureau.standing(one) == set_aside);
  CHECK(bureau.standing(two) == counts);
}

TEST_CASE(
    "Admission: records of a kind that this version does not know, or written otherwise than it knows, are kept and do "
    "not count") {
  StrandByHand strand(keyed_device(1));
  strand.add(R"({"by":"bureau","kind":"provider.promoted","on":"2025-01-01","provider":"P1"})");
  strand.add(R"({"by":"bureau","kind":"provider.reinstated","on":"2025-01-01","provider":"P1"})");
  strand.add(R"({"by":"bureau","device":"00","kind":"device.enrolled","name":"","on":"2025-01-01","role":"king"})");
  strand.add(R"({})");
  strand.add(R"({"by":"bureau","kind":"provider.reinstated","on":"2025-01-01","provider":"P1","reason":"整改到位"})");
  Keeper keeper(2);
  keeper.receive(bundle_of({strand.feed()}));
  for (std::uint32_t i = 0; i < 4; ++i) {
    CHECK(keeper.ledger.records()[i].standing == not_understood);
    CHECK(keeper.ledger.records()[i].fault != nullptr);
  }
  CHECK(keeper.ledger.records()[0].fault->pointer == "/feeds/0/records/0/body/kind");
  CHECK(keeper.ledger.records()[4].standing == counts);  // what follows is not held up by it
  // They are passed on as they came.
  CHECK(keeper.bundle() == bundle_of({strand.feed()}));
  CHECK(keeper.ledger.rights()[0].waiting == 4);
}

TEST_CASE("Admission: a feed without a key counts as far as the enrolment says, and no further") {
  // A feed of format version 1: nothing of it is signed.
  Keeper bureau(1);
  bureau.found();
  Device old = bureau_device();
  Ledger former;
  Intake facts = former.examine(facts_file({provider_p1, enterprise_e1}), default_policy());
  former.take(std::move(facts), author(old));
  bureau.receive(former.write_bundle());
  CHECK(bureau.count(unknown_device) == 2);
  bureau.state(DeviceEnrolled{old.id, Role::bureau, old.name, {}, {}});
  CHECK(bureau.count(unknown_device) == 2);  // without an end anybody could add to it
  bureau.state(DeviceEnrolled{old.id, Role::bureau, old.name, {}, former.records()[1].hash});
  CHECK(bureau.count(counts) == bureau.ledger.size());
  Intake more = former.examine(facts_file({engagement_c1}), default_policy());
  former.take(std::move(more), author(old));
  bureau.receive(former.write_bundle());
  CHECK(bureau.standing(former.records()[2].hash) == after_revocation);
  bureau.state(DeviceEnrolled{old.id, Role::bureau, old.name, {}, former.records()[2].hash});
  CHECK(bureau.standing(former.records()[2].hash) == counts);
  for (const DeviceRights& one : bureau.ledger.rights()) CHECK(one.standing != DeviceStanding::revoked);
}

TEST_CASE("Admission: statements with a part missing before them do not hold until it comes") {
  Keeper bureau = city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied")});
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  // The bureau's feed without its first record.
  const std::string whole = bureau.bundle();
  std::string part = whole;
  for (const Record& record : bureau.ledger.records()) {
    if (record.sequence == 1 && bureau.ledger.feeds()[record.feed].device.id == bureau.id())
      part = replaced(whole, record.bytes + ",\n", "");
  }
  Keeper other(9, Role::inspector);
  other.receive(part);
  other.ledger.set_roots({bureau.id()});
  CHECK(other.rights(enterprise).standing == DeviceStanding::unknown);
  CHECK(other.standing(bureau.end()) == missing_part);
  other.receive(whole);
  CHECK(other.rights(enterprise).standing == DeviceStanding::enrolled);
  CHECK(other.standing(enterprise.end()) == counts);
}
