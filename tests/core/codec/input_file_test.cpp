#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

namespace {

using Faults = std::vector<std::string>;

/// A bundle of one feed with four records.
std::string bundle() {
  Ledger ledger;
  Intake intake = ledger.examine(
      facts_file({provider_p1, enterprise_e1, engagement_c1, rating("2025-01", "unsatisfied")}), default_policy());
  REQUIRE(intake.ok());
  ledger.take(std::move(intake), author(bureau_device(), "2026-01-02T03:04:05Z"));
  return ledger.write_bundle();
}

bool refused_with(std::string_view text, std::string_view fault) {
  const Faults faults = faults_of(text);
  for (const std::string& one : faults) UNSCOPED_INFO(one);
  return std::find(faults.begin(), faults.end(), fault) != faults.end();
}

std::string with_feeds(std::string_view feeds) {
  return R"({"format":"hengping.bundle","version":1,"feeds":)" + std::string(feeds) + "}";
}

constexpr std::string_view device =
    R"("device":{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","key":null,"name":"","role":"bureau"})";
constexpr std::string_view head = R"("head":{"hash":"00","seq":1,"signature":null})";

}  // namespace

TEST_CASE("Input: a document says what it is") {
  CHECK(refused_with("[]", " field.type"));
  CHECK(refused_with("{}", "/format field.missing"));
  CHECK(refused_with("{}", "/version field.missing"));
  CHECK(refused_with(R"({"format":5,"version":1,"facts":[]})", "/format document.format"));
  CHECK(refused_with(R"({"format":"hengping.fact","version":1,"facts":[]})", "/format document.format"));
  CHECK(refused_with(R"({"format":"hengping.facts","version":"1","facts":[]})", "/version document.version"));
  CHECK(refused_with(R"({"format":"hengping.facts","version":1.5,"facts":[]})", "/version document.version"));
  CHECK(refused_with(R"({"format":"hengping.facts","version":1})", "/facts field.missing"));
  CHECK(refused_with(R"({"format":"hengping.facts","version":1,"facts":{}})", "/facts field.type"));
  CHECK(refused_with(R"({"format":"hengping.facts","version":1,"facts":[],"note":""})", "/note field.unknown"));
  CHECK(refused_with(with_feeds("{}"), "/feeds field.type"));
  CHECK(refused_with(R"({"format":"hengping.bundle","version":1})", "/feeds field.missing"));
}

TEST_CASE("Input: facts and records in one document are refused, with the places of both") {
  CHECK(refused_with(R"({"format":"hengping.facts","version":1,"feeds":[{"records":[{}]}],"facts":[5]})",
                     "/facts/0 field.type"));
  CHECK(refused_with(R"({"format":"hengping.facts","version":1,"feeds":[{"records":[5]}],"facts":[]})",
                     "/feeds/0/records/0 field.type"));
}

TEST_CASE("Input: a feed names its device and its head, and holds records") {
  const std::string both = std::string(device) + "," + std::string(head);
  CHECK(refused_with(with_feeds("[5]"), "/feeds/0 field.type"));
  CHECK(refused_with(with_feeds("[{}]"), "/feeds/0/device field.missing"));
  CHECK(refused_with(with_feeds("[{}]"), "/feeds/0/head field.missing"));
  CHECK(refused_with(with_feeds("[{}]"), "/feeds/0/records field.missing"));
  CHECK(refused_with(with_feeds("[{" + std::string(device) + R"(,"head":5,"records":[]}])"),
                     "/feeds/0/head field.missing"));
  CHECK(refused_with(with_feeds(R"([{"device":5,"records":[]}])"), "/feeds/0/device field.type"));
  CHECK(refused_with(with_feeds("[{" + both + R"(,"records":5}])"), "/feeds/0/records field.missing"));
  CHECK(refused_with(with_feeds("[{" + both + R"(,"records":[]}])"), "/feeds/0/records field.empty_list"));
  CHECK(refused_with(with_feeds("[{" + both + R"(,"records":[5]}])"), "/feeds/0/records/0 field.type"));
  const std::string sound = bundle();
  const std::size_t first = sound.find(R"("feeds":[)") + 9;
  const std::string feed = sound.substr(first, sound.rfind(']') - first);
  CHECK(refused_with(with_feeds("[" + feed + "," + feed + "]"), "/feeds/1/device/id bundle.feed_twice"));
  CHECK(
      refused_with(replaced(sound, R"("seq":4,"signature")", R"("seq":"4","signature")"), "/feeds/0/head bundle.head"));
  CHECK(refused_with(replaced(sound, R"("seq":4,"signature")", R"("signature")"), "/feeds/0/head bundle.head"));
  CHECK(refused_with(replaced(sound, R"(,"signature":null)", ""), "/feeds/0/head/signature bundle.signature"));
}

TEST_CASE("Input: every member of a record has one form") {
  const std::string sound = bundle();
  const auto changed = [&sound](std::string_view from, std::string_view to) { return replaced(sound, from, to); };
  const std::string at = R"("at":"2026-01-02T03:04:05Z")";
  CHECK(refused_with(changed(at, R"("at":"2026-01-02 03:04:05Z")"), "/feeds/0/records/0/at record.instant"));
  CHECK(refused_with(changed(at, R"("at":"2026-01-02T03:04:05.12Z")"), "/feeds/0/records/0/at record.instant"));
  CHECK(refused_with(changed(at, R"("at":"2026-01-02T03:04:0:Z")"), "/feeds/0/records/0/at record.instant"));
  CHECK(refused_with(changed(at, R"("at":"2026-01-02T03:04:0/Z")"), "/feeds/0/records/0/at record.instant"));
  CHECK(refused_with(changed(at, R"("at":"2026-01-02T03:04:05.12xZ")"), "/feeds/0/records/0/at record.instant"));
  CHECK_FALSE(refused_with(changed(at, R"("at":"2026-01-02T03:04:05.120Z")"), "/feeds/0/records/0/at record.instant"));
  CHECK(refused_with(changed(at, R"("at":"")"), "/feeds/0/records/0/at field.empty"));
  CHECK(refused_with(changed(at + ",", ""), "/feeds/0/records/0/at field.missing"));
  const std::string id(32, 'a');
  for (const std::string& wrong :
       {std::string(31, 'a'), std::string(32, 'g'), std::string(32, 'A'), std::string(32, '/'), std::string(32, ':')}) {
    CHECK(
        refused_with(changed(R"(,"device":")" + id, R"(,"device":")" + wrong), "/feeds/0/records/0/device record.hex"));
  }
  CHECK(refused_with(changed(R"("prev":null)", R"("prev":5)"), "/feeds/0/records/0/prev record.hex"));
  CHECK(refused_with(changed(R"("prev":null)", R"("prev":"00")"), "/feeds/0/records/0/prev record.hex"));
  CHECK(refused_with(changed(R"("prev":null,)", ""), "/feeds/0/records/0/prev record.hex"));
  CHECK(refused_with(changed(R"("seen":{})", R"("seen":5)"), "/feeds/0/records/0/seen field.type"));
  CHECK(refused_with(changed(R"("seen":{},)", ""), "/feeds/0/records/0/seen field.type"));
  CHECK(refused_with(changed(R"("seen":{})", R"("seen":{"b":1})"), "/feeds/0/records/0/seen/b record.hex"));
  CHECK(refused_with(changed(R"("seen":{})", R"("seen":{")" + std::string(32, 'b') + R"(":0})"),
                     "/feeds/0/records/0/seen/" + std::string(32, 'b') + " record.number"));
  for (const std::string_view wrong : {"0", "-1", "1.5", "\"1\"", "9007199254740993", "1e30"}) {
    CHECK(refused_with(changed(R"("seq":1,)", R"("seq":)" + std::string(wrong) + ","),
                       "/feeds/0/records/0/seq record.number"));
  }
  CHECK(refused_with(changed(R"("seq":1,)", ""), "/feeds/0/records/0/seq record.number"));
  CHECK(refused_with(changed(R"("tick":1,)", R"("tick":0,)"), "/feeds/0/records/0/tick record.number"));
  CHECK(refused_with(changed(R"("v":1})", R"("v":2})"), "/feeds/0/records/0/v document.version"));
  CHECK(refused_with(changed(R"("v":1})", R"("v":1,"w":1})"), "/feeds/0/records/0/w field.unknown"));
  CHECK(refused_with(changed(R"("body":{)", R"("corpse":{)"), "/feeds/0/records/0/body field.missing"));
  CHECK(refused_with(changed(R"("registered_capital":"5000000.00")", R"("registered_capital":5000000)"),
                     "/feeds/0/records/0/body record.canonical"));
}
