// Who may state what, what does not count and why, and what the bureau may do about it.
#include "shell/app/ledger_views.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "shell/app/record_views.h"
#include "tests/app/harness.h"

namespace hengping::shell {

namespace {

/// Takes in a file whole.
void take_in(Harness& harness, std::string bytes) {
  harness.app.examine_file("file.json", std::move(bytes));
  REQUIRE(harness.app.import_preview() != nullptr);
  REQUIRE(harness.app.import_preview()->ok);
  REQUIRE(harness.app.confirm_import());
  harness.store.pump();
}

void be(Harness& harness, Role role, std::string name, std::string scope = {}) {
  REQUIRE_FALSE(introduce(harness.app, {{}, role, std::move(name), std::move(scope)}).any());
  harness.store.pump();
}

const DeviceRow& named(const DevicesView& view, std::string_view name) {
  const auto found =
      std::find_if(view.devices.begin(), view.devices.end(), [name](const DeviceRow& row) { return row.name == name; });
  REQUIRE(found != view.devices.end());
  return *found;
}

bool done(const DevicesView& view, EnrolmentStep step) {
  const auto found = std::find_if(view.steps.begin(), view.steps.end(),
                                  [step](const EnrolmentStepView& one) { return one.step == step; });
  REQUIRE(found != view.steps.end());
  return found->done;
}

/// A bureau with P1, Q1 and their contract E1, and an enterprise that has its file.
struct City {
  Harness bureau, enterprise;
  City() {
    bureau.open();
    be(bureau, Role::bureau, "市工信局");
    REQUIRE(bureau.provider("P1").ok());
    REQUIRE(bureau.enterprise("Q1").ok());
    REQUIRE(bureau.engagement("E1", "P1", "Q1").ok());
    enterprise.open();
    take_in(enterprise, bureau.bundle());
    be(enterprise, Role::enterprise, "乙工厂", "Q1");
  }
  void rate() {
    REQUIRE(enterprise.rating("E1", "2025-01", Satisfaction::unsatisfied).ok());
    take_in(bureau, enterprise.bundle());
  }
  void enrol_enterprise() {
    const DevicesView view = devices_view(bureau.app);
    REQUIRE_FALSE(enrol(bureau.app, enrolment_form(named(view, "乙工厂"))).any());
    bureau.store.pump();
  }
};

std::size_t counting(Harness& harness) { return harness.app.ledger().sequence().facts.size(); }

}  // namespace

TEST_CASE("the first device of a bureau founds its ledger and needs no enrolment") {
  Harness bureau;
  bureau.open();
  DevicesView view = devices_view(bureau.app);
  CHECK(view.office == Office::founds);
  CHECK(view.steps.empty());
  CHECK(view.own.standing == DeviceStanding::free);
  REQUIRE(bureau.provider("P1").ok());
  view = devices_view(bureau.app);
  CHECK(view.office == Office::acts);
  CHECK(view.own.standing == DeviceStanding::root);
  CHECK(view.own.digits.size() == 6);
  CHECK(view.may_enrol_bureau);
  CHECK_FALSE(view.own.may_revoke);
}

TEST_CASE("an enterprise goes from introducing itself to being enrolled, and each step is told") {
  City city;
  DevicesView own = devices_view(city.enterprise.app);
  CHECK(own.office == Office::other_role);
  CHECK(own.own.standing == DeviceStanding::unknown);
  CHECK(done(own, EnrolmentStep::introduce));
  CHECK_FALSE(done(own, EnrolmentStep::record));
  REQUIRE(city.enterprise.rating("E1", "2025-01", Satisfaction::unsatisfied).ok());
  own = devices_view(city.enterprise.app);
  CHECK(done(own, EnrolmentStep::record));
  CHECK_FALSE(done(own, EnrolmentStep::hand_over));
  const std::string file = city.enterprise.bundle();
  own = devices_view(city.enterprise.app);
  CHECK(done(own, EnrolmentStep::hand_over));
  CHECK_FALSE(done(own, EnrolmentStep::compare));

  take_in(city.bureau, file);
  const DevicesView asked = devices_view(city.bureau.app);
  CHECK(asked.requests == 1);
  const DeviceRow& row = named(asked, "乙工厂");
  CHECK(row.standing == DeviceStanding::unknown);
  CHECK(row.digits == own.own.digits);
  CHECK(row.waiting == 1);
  CHECK(counting(city.bureau) == 3);
  city.enrol_enterprise();
  CHECK(devices_view(city.bureau.app).requests == 0);
  CHECK(counting(city.bureau) == 4);

  take_in(city.enterprise, city.bureau.bundle());
  own = devices_view(city.enterprise.app);
  CHECK(own.own.standing == DeviceStanding::enrolled);
  CHECK(done(own, EnrolmentStep::compare));
}

TEST_CASE("what a file brings of each device is told before it is taken in, and whether it will wait") {
  City city;
  REQUIRE(city.enterprise.rating("E1", "2025-01", Satisfaction::unsatisfied).ok());
  REQUIRE(city.enterprise.rating("E1", "2025-02", Satisfaction::unsatisfied).ok());
  city.bureau.app.examine_file("file.json", city.enterprise.bundle());
  {
    const auto& feeds = city.bureau.app.import_preview()->feeds;
    REQUIRE(feeds.size() == 1);  // of its own feed the file says nothing new
    CHECK(feeds[0].device.name == "乙工厂");
    CHECK(feeds[0].added == 2);
    CHECK(feeds[0].standing == DeviceStanding::unknown);
    CHECK_FALSE(feeds[0].forks);
    CHECK_FALSE(feeds[0].part_missing);
  }
  take_in(city.bureau, city.enterprise.bundle());
  city.enrol_enterprise();
  // The same device, restored from a copy and used twice.
  Reloaded copy(city.enterprise.stored());
  take_in(city.bureau, [&] {
    REQUIRE(city.enterprise.rating("E1", "2025-03", Satisfaction::unsatisfied).ok());
    return city.enterprise.bundle();
  }());
  REQUIRE(copy.rating("E1", "2025-04", Satisfaction::unsatisfied).ok());
  city.bureau.app.examine_file("file.json", copy.bundle());
  const auto& feeds = city.bureau.app.import_preview()->feeds;
  REQUIRE(feeds.size() == 1);
  CHECK(feeds[0].standing == DeviceStanding::enrolled);
  CHECK(feeds[0].forks);
}

TEST_CASE("who keeps a device is stated with a name, and by a party with its identifier") {
  Harness harness;
  harness.open();
  DeviceFormFaults faults = introduce(harness.app, {{}, Role::enterprise, "", ""});
  CHECK(faults.name == EntryFault::missing);
  CHECK(faults.scope == EntryFault::missing);
  faults = introduce(harness.app, {{}, Role::enterprise, "乙工厂", "Q 1"});
  CHECK(faults.scope == EntryFault::malformed);
  CHECK(harness.app.device().name.empty());
  CHECK_FALSE(introduce(harness.app, {{}, Role::inspector, "检查一组", "Q1"}).any());
  CHECK(harness.app.device().scope.empty());
  CHECK(devices_view(harness.app).introduced);
}

TEST_CASE("only the bureau enrols, and only with the party of an enterprise or provider") {
  City city;
  city.rate();
  const DevicesView at_enterprise = devices_view(city.enterprise.app);
  for (const DeviceRow& row : at_enterprise.devices) {
    CHECK_FALSE(row.may_enrol);
    CHECK_FALSE(row.may_refuse);
    CHECK_FALSE(row.may_revoke);
  }
  const DevicesView view = devices_view(city.bureau.app);
  DeviceForm form = enrolment_form(named(view, "乙工厂"));
  form.scope.clear();
  CHECK(enrol(city.bureau.app, form).scope == EntryFault::missing);
  CHECK(devices_view(city.bureau.app).requests == 1);
}

TEST_CASE("a device of the bureau that is no root cannot make another, nor act before it is enrolled") {
  City city;
  Harness second;
  second.open();
  take_in(second, city.bureau.bundle());
  be(second, Role::bureau, "二科");
  CHECK(devices_view(second.app).office == Office::not_enrolled);
  CHECK(devices_view(second.app).steps.size() == 4);
  REQUIRE(second.provider("P2", "丁公司", "2025-01-01", uscc_b).ok());
  take_in(city.bureau, second.bundle());
  const DevicesView view = devices_view(city.bureau.app);
  REQUIRE_FALSE(enrol(city.bureau.app, enrolment_form(named(view, "二科"))).any());
  REQUIRE(city.enterprise.rating("E1", "2025-01", Satisfaction::unsatisfied).ok());
  take_in(city.bureau, city.enterprise.bundle());
  take_in(second, city.bureau.bundle());
  const DevicesView enrolled = devices_view(second.app);
  CHECK(enrolled.office == Office::acts);
  CHECK_FALSE(enrolled.may_enrol_bureau);
  DeviceForm form = enrolment_form(named(enrolled, "乙工厂"));
  form.role = Role::bureau;
  CHECK(enrol(second.app, form).role == EntryFault::malformed);
  form.role = Role::enterprise;
  CHECK_FALSE(enrol(second.app, form).any());
  CHECK(devices_view(second.app).requests == 0);
}

TEST_CASE("after a revocation later records wait and earlier ones count") {
  City city;
  city.rate();
  city.enrol_enterprise();
  const std::string id = city.enterprise.app.device().id;
  CHECK_FALSE(revoke_device(city.bureau.app, id, ""));
  CHECK_FALSE(revoke_device(city.bureau.app, city.bureau.app.device().id, "不能注销根设备"));
  REQUIRE(revoke_device(city.bureau.app, id, "电脑丢失"));
  CHECK(counting(city.bureau) == 4);
  REQUIRE(city.enterprise.rating("E1", "2025-02", Satisfaction::unsatisfied).ok());
  take_in(city.bureau, city.enterprise.bundle());
  CHECK(counting(city.bureau) == 4);
  const DevicesView view = devices_view(city.bureau.app);
  CHECK(named(view, "乙工厂").standing == DeviceStanding::revoked);
  CHECK(named(view, "乙工厂").may_enrol);
  UncountedList list;
  list.update(city.bureau.app, {});
  REQUIRE(list.groups().size() == 1);
  CHECK(list.groups().front().standing == RecordStanding::after_revocation);
}

TEST_CASE("a declined device's records do not count, and the bureau can still admit one") {
  City city;
  city.rate();
  const std::string id = city.enterprise.app.device().id;
  CHECK_FALSE(refuse_device(city.bureau.app, id, ""));
  REQUIRE(refuse_device(city.bureau.app, id, "不认识"));
  CHECK(devices_view(city.bureau.app).requests == 0);
  UncountedList list;
  list.update(city.bureau.app, {});
  REQUIRE(list.size() == 1);
  const std::string hash = record_line(city.bureau.app, list.index(0)).hash;
  CHECK_FALSE(admit_record(city.bureau.app, hash, ""));
  CHECK_FALSE(admit_record(city.enterprise.app, hash, "不是主管部门"));
  REQUIRE(admit_record(city.bureau.app, hash, "有纸质原件"));
  CHECK(counting(city.bureau) == 4);
  list.update(city.bureau.app, {});
  CHECK(list.total() == 0);
}

TEST_CASE("records that do not count are found by words, device and reason, and have a page of their own") {
  City city;
  city.rate();
  UncountedList list;
  list.update(city.bureau.app, {"乙工厂 E1", {}, {}});
  REQUIRE(list.size() == 1);
  list.update(city.bureau.app, {"丁公司", {}, {}});
  CHECK(list.size() == 0);
  CHECK(list.total() == 1);
  list.update(city.bureau.app, {{}, city.enterprise.app.device().id, RecordStanding::unknown_device});
  REQUIRE(list.size() == 1);
  list.update(city.bureau.app, {{}, {}, RecordStanding::rejected});
  CHECK(list.size() == 0);
  list.update(city.bureau.app, {});
  const RecordLine line = record_line(city.bureau.app, list.index(0));
  CHECK(line.kind == "rating.given");
  CHECK(line.engagement == "E1");
  const auto detail = record_detail(city.bureau.app, line.hash);
  REQUIRE(detail);
  CHECK(detail->standing == RecordStanding::unknown_device);
  CHECK_FALSE(detail->members.empty());
  REQUIRE(reject_record(city.bureau.app, line.hash, "重复"));
  CHECK(record_detail(city.bureau.app, line.hash)->standing == RecordStanding::rejected);
  CHECK(judgement_of(city.bureau.app, detail->index).may_admit);
}

TEST_CASE("a statement about the ledger has a page that leads to what it means") {
  City city;
  city.rate();
  UncountedList list;
  list.update(city.bureau.app, {});
  const std::string hash = record_line(city.bureau.app, list.index(0)).hash;
  REQUIRE(reject_record(city.bureau.app, hash, "重复"));
  const auto detail = record_detail(city.bureau.app, city.bureau.app.ledger().records().back().hash_text());
  REQUIRE(detail);
  CHECK(detail->kind == "record.rejected");
  CHECK(detail->is_statement());
  const auto record = std::find_if(detail->members.begin(), detail->members.end(),
                                   [](const RecordMember& member) { return member.name == "record"; });
  REQUIRE(record != detail->members.end());
  CHECK(std::get<RecordsValue>(record->value).hashes == std::vector<std::string>{hash});
}

TEST_CASE("two words for one thing stay a conflict until the bureau keeps one") {
  City city;
  Harness second;
  second.open();
  take_in(second, city.bureau.bundle());
  be(second, Role::bureau, "二科");
  const auto move = [](Harness& harness, std::string_view to) {
    return harness
        .fact(
            R"({"kind":"provider.corrected","by":"bureau","on":"2025-02-01","provider":"P1","field":"address","value":")" +
            std::string(to) + R"(","reason":"核对"})")
        .ok();
  };
  REQUIRE(move(city.bureau, "南关区"));
  REQUIRE(move(second, "朝阳区"));
  take_in(city.bureau, second.bundle());
  const DevicesView view = devices_view(city.bureau.app);
  REQUIRE_FALSE(enrol(city.bureau.app, enrolment_form(named(view, "二科"))).any());

  ConflictList list;
  list.update(city.bureau.app, 10);
  REQUIRE(list.total() == 1);
  const ConflictView conflict = list.shown().front();
  CHECK(conflict.matter == Matter::provider_field);
  CHECK(conflict.id == "P1");
  CHECK(conflict.detail == "address");
  REQUIRE(conflict.sides.size() == 2);
  REQUIRE(conflict.sides[0].value.size() == 1);
  CHECK(conflict.sides[0].counts != conflict.sides[1].counts);
  const ConflictSide& other = conflict.sides[0].counts ? conflict.sides[1] : conflict.sides[0];
  CHECK_FALSE(ConflictList::keep(city.bureau.app, conflict, other.record.hash, ""));
  REQUIRE(ConflictList::keep(city.bureau.app, conflict, other.record.hash, "以实地核对为准"));
  list.update(city.bureau.app, 10);
  CHECK(list.total() == 0);
  CHECK(city.bureau.app.state().provider("P1")->profile.address == std::get<std::string>(other.value[0].value));
  UncountedList uncounted;
  uncounted.update(city.bureau.app, {});
  REQUIRE(uncounted.size() == 1);
  CHECK(uncounted.groups().front().standing == RecordStanding::set_aside);
}

TEST_CASE("a decision that late records would have turned is listed with what changed, and is not rewritten") {
  City city;
  for (int month = 1; month <= 5; ++month)
    REQUIRE(city.enterprise.rating("E1", "2025-0" + std::to_string(month), Satisfaction::unsatisfied).ok());
  REQUIRE(
      city.bureau
          .fact(
              R"({"kind":"award.given","by":"bureau","on":"2025-06-01","provider":"P1","title":"优秀服务商","reason":"评优"})")
          .ok());
  LateList list;
  list.update(city.bureau.app);
  CHECK(list.decisions().empty());
  take_in(city.bureau, city.enterprise.bundle());
  city.enrol_enterprise();
  list.update(city.bureau.app);
  REQUIRE(list.decisions().size() == 1);
  const LateView& late = list.decisions().front();
  CHECK(late.decision.kind == "award.given");
  CHECK(late.provider == "P1");
  CHECK(late.late.size() == 5);
  CHECK_FALSE(late.changes.empty());
}

TEST_CASE("an extract holds what concerns one party and verifies elsewhere") {
  City city;
  city.rate();
  city.enrol_enterprise();
  REQUIRE(city.bureau.provider("P2", "丁公司", "2025-01-01", uscc_b).ok());
  const std::size_t before = city.bureau.app.exports();
  city.bureau.app.export_extract({Role::provider, "P1", false});
  CHECK(city.bureau.app.exports() == before + 1);
  REQUIRE(city.bureau.app.last_extract());
  CHECK(city.bureau.app.last_extract()->shown > 0);
  const auto& file = city.bureau.files.files().back();
  CHECK(file.name == "hengping-P1-2025-06-30.json");
  CHECK(file.bytes.find("丁公司") == std::string::npos);
  Harness provider;
  provider.open();
  take_in(provider, file.bytes);
  CHECK(provider.app.state().provider("P1") != nullptr);
  CHECK(provider.app.state().provider("P2") == nullptr);

  city.bureau.app.export_extract({Role::provider, "P1", true});
  CHECK(city.bureau.app.last_extract()->withheld > 0);
  CHECK(city.bureau.files.files().back().bytes.find("rating.given") == std::string::npos);
}

TEST_CASE("an export that the key did not sign hands nothing out and says why") {
  City city;
  REQUIRE(city.bureau.provider("P2", "丁公司", "2025-01-01", uscc_b).ok());
  const std::size_t before = city.bureau.app.exports();
  city.bureau.signer.fail_next("key is gone");
  city.bureau.app.export_extract({Role::provider, "P1", false});
  CHECK(city.bureau.app.exports() == before);
  CHECK(city.bureau.app.export_failure() == "key is gone");
}

}  // namespace hengping::shell
