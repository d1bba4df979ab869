// Which records count: what a device may state, of whose matters, and what the bureau decides of a single record.
#include <catch2/catch_test_macros.hpp>

#include "tests/core/ledger/bureaus.h"
#include "tests/core/ledger/by_hand.h"

using namespace hengping;
using namespace hengping::test;

using Faults = std::vector<std::string>;
using enum RecordStanding;

TEST_CASE("Admission: nobody enrols itself, and no device of another role states anything about the ledger") {
  Keeper bureau = founded_city();
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
  const Keeper bureau = founded_city();
  for (const std::string_view kind : {"bureau.founded", "device.enrolled", "device.refused", "device.revoked",
                                      "record.admitted", "record.rejected", "conflict.resolved", "records.received"}) {
    const std::string file = facts_file({fact(kind, "2025-01-01", R"("name":"x")")});
    const Faults faults = faults_of(bureau.ledger.examine(file, default_policy(), &bureau.own.device).faults());
    REQUIRE_FALSE(faults.empty());
    CHECK(faults.front() == "/facts/0/kind kind.unknown");
  }
}

TEST_CASE("Admission: what a device's role may not state waits outside its rights") {
  Keeper bureau = founded_city();
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
  Keeper bureau = founded_city();
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
  std::vector<RecordStanding> standings;  // in legal order: K1, K2, the request, the ratings of C1 and C2
  for (const Record& record : bureau.ledger.records()) {
    if (bureau.ledger.feeds()[record.feed].device.id == enterprise.id()) standings.push_back(record.standing);
  }
  CHECK(standings == std::vector{counts, outside_rights, counts, counts, outside_rights});
  CHECK(bureau.rights(provider).waiting == 0);  // both contracts are P1's
  // Enrolled as another's, nothing of it is.
  bureau.enrol(provider, Role::provider, "P9");
  CHECK(bureau.rights(provider).waiting == 2);
}

TEST_CASE("Admission: a contract that becomes known later makes the records that waited for it its party's own") {
  Keeper bureau = founded_city();
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
  Keeper bureau = founded_city();
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
  Keeper bureau = founded_city();
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
  Keeper bureau = founded_city();
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
  Keeper bureau = founded_city();
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
