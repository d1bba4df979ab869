#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/ledger/signature.h"
#include "tests/core/ledger/golden.h"
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
  return R"({"format":"hengping.bundle","version":2,"feeds":)" + std::string(feeds) + "}";
}

constexpr std::string_view device =
    R"("device":{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","key":null,"name":"","role":"bureau"})";
const std::string head = R"("head":{"bodies":null,"hash":")" + std::string(64, '0') + R"(","seq":1,"signature":null})";

/// The salt of a bundle's first record.
std::string salt_of(const std::string& bundle) {
  constexpr std::string_view member = R"("body_salt":")";
  return bundle.substr(bundle.find(member) + member.size(), 32);
}

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
  const std::string both = std::string(device) + "," + head;
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
  CHECK(refused_with(with_feeds("[" + feed + "," + feed + "]"), "/feeds/1/records/0 bundle.record_twice"));
  CHECK(refused_with(replaced(sound, R"("seq":4,"signature")", R"("seq":"4","signature")"),
                     "/feeds/0/head/seq bundle.head"));
  CHECK(refused_with(replaced(sound, R"("seq":4,"signature")", R"("signature")"), "/feeds/0/head/seq bundle.head"));
  CHECK(refused_with(replaced(sound, R"("hash":")", R"("hash":"0)"), "/feeds/0/head/hash record.hex"));
  // A device without a key has signed nothing.
  CHECK(refused_with(replaced(sound, R"(,"signature":null)", ""), "/feeds/0/head/signature bundle.signature"));
  CHECK(refused_with(replaced(sound, R"("bodies":null,)", ""), "/feeds/0/head/bodies record.hex"));
  CHECK(refused_with(replaced(sound, R"("bodies":null,)", R"("bodies":")" + std::string(64, '0') + "\","),
                     "/feeds/0/head/bodies record.hex"));
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
  CHECK(refused_with(changed(R"("seen":[])", R"("seen":5)"), "/feeds/0/records/0/seen field.type"));
  CHECK(refused_with(changed(R"("seen":[],)", ""), "/feeds/0/records/0/seen field.type"));
  CHECK(refused_with(changed(R"("seen":[])", R"("seen":{})"), "/feeds/0/records/0/seen field.type"));
  CHECK(refused_with(changed(R"("seen":[])", R"("seen":["b"])"), "/feeds/0/records/0/seen/0 record.hex"));
  CHECK(refused_with(changed(R"("seen":[])", R"("seen":[5])"), "/feeds/0/records/0/seen/0 record.hex"));
  const std::string small = "\"" + std::string(64, '1') + "\"";
  const std::string large = "\"" + std::string(64, '2') + "\"";
  for (const std::string& second : {small, large}) {  // twice, and not sorted
    CHECK(refused_with(changed(R"("seen":[])", R"("seen":[)" + large + "," + (second == small ? small : large) + "]"),
                       "/feeds/0/records/0/seen/1 record.hex"));
  }
  for (const std::string& wrong : {std::string(31, '0'), std::string(32, 'G')}) {
    CHECK(refused_with(changed(R"("body_salt":")" + salt_of(sound), R"("body_salt":")" + wrong),
                       "/feeds/0/records/0/body_salt record.hex"));
  }
  CHECK(refused_with(changed(R"("body_salt":")" + salt_of(sound) + "\",", ""),
                     "/feeds/0/records/0/body_salt field.missing"));
  for (const std::string_view wrong : {"0", "-1", "1.5", "\"1\"", "9007199254740993", "1e30"}) {
    CHECK(refused_with(changed(R"("seq":1,)", R"("seq":)" + std::string(wrong) + ","),
                       "/feeds/0/records/0/seq record.number"));
  }
  CHECK(refused_with(changed(R"("seq":1,)", ""), "/feeds/0/records/0/seq record.number"));
  CHECK(refused_with(changed(R"("tick":1,)", R"("tick":0,)"), "/feeds/0/records/0/tick record.number"));
  CHECK(refused_with(changed(R"("v":2})", R"("v":3})"), "/feeds/0/records/0/v document.version"));
  CHECK(refused_with(changed(R"("v":2})", R"("v":2,"w":1})"), "/feeds/0/records/0/w field.unknown"));
  CHECK(refused_with(changed(R"("body":{)", R"("corpse":{)"), "/feeds/0/records/0/body field.missing"));
  CHECK(refused_with(changed(R"("body":{)", R"("body":5,"x":{)"), "/feeds/0/records/0/body field.type"));
}

TEST_CASE("Input: a record is refused unless its bytes are the canonical form of what they say") {
  const std::string sound = bundle();
  const auto refused = [&sound](std::string_view from, std::string_view to) {
    return refused_with(replaced(sound, from, to), "/feeds/0/records/0 record.canonical");
  };
  CHECK(refused(R"("registered_capital":"5000000.00")", R"("registered_capital":5000000)"));
  CHECK(refused(R"("by":"bureau",)", ""));
  CHECK(refused(R"("by":"bureau",)", R"("by": "bureau",)"));
  CHECK(refused(R"("by":"bureau")", R"("by":"b\u0075reau")"));
  CHECK(refused(R"("seen":[])", R"("seen":[ ])"));
  CHECK(refused(R"("seq":1,)", R"("seq":1.0,)"));
  CHECK(refused(R"("seq":1,"tick":1)", R"("tick":1,"seq":1)"));
  CHECK(refused(R"("at":"2026)", R"("at":"\u0032026)"));
  CHECK(refused(R"({"at":)", R"({ "at":)"));
}

TEST_CASE("Input: what is wrong with a record's body alone is no fault; whether it was altered shows in its hash") {
  // A device without a key: its last record is named by the head alone.
  Ledger ledger;
  Intake intake = ledger.examine(facts_file({provider_p1}), default_policy());
  ledger.take(std::move(intake), author(bureau_device()));
  const std::string sound = ledger.write_bundle();
  const std::string other_head = replaced(sound, "\"provider.registered\"", "\"provider.recorded\"");
  CHECK(faults_of(other_head) == Faults{"/feeds/0/head bundle.head"});
}

TEST_CASE("Input: format version 1 still opens; what it said by number of what it had seen is checked for form only") {
  const std::string sound = golden("v1.bundle.json");
  CHECK(faults_of(sound).empty());
  const auto changed = [&sound](std::string_view from, std::string_view to) { return replaced(sound, from, to); };
  CHECK(refused_with(changed(R"("seen":{})", R"("seen":[])"), "/feeds/0/records/0/seen field.type"));
  CHECK(refused_with(changed(R"("seen":{},)", ""), "/feeds/0/records/0/seen field.type"));
  CHECK(refused_with(changed(R"("seen":{})", R"("seen":{ })"), "/feeds/0/records/0 record.canonical"));
  CHECK(refused_with(changed(R"("prev":null)", R"("prev": null)"), "/feeds/0/records/0 record.canonical"));
  CHECK(refused_with(changed(R"("v":1})", R"("v":1,"w":1})"), "/feeds/0/records/0/w field.unknown"));
  CHECK(refused_with(changed(R"("key":null)", R"("key":")" + std::string(64, '0') + "\""),
                     "/feeds/0/device/scope field.identifier"));
  CHECK(refused_with(changed(R"("key":null)", R"("key":null,"scope":null)"), "/feeds/0/device/scope field.unknown"));
  CHECK(refused_with(changed(R"("head":{)", R"("head":{"bodies":null,)"), "/feeds/0/head/bodies field.unknown"));
  CHECK(refused_with(changed(R"("signature":null)", R"("signature":")" + std::string(128, '0') + "\""),
                     "/feeds/0/head/signature bundle.signature"));
  const std::string ledger = golden("v1.ledger.json");
  CHECK(faults_of(ledger).empty());
  CHECK(refused_with(replaced(ledger, R"("own":)", R"("roots":[],"own":)"), "/roots field.unknown"));
}

TEST_CASE(
    "Input: a ledger file says whose it is, with the private key that makes its public one, and whom it believes") {
  OwnDevice own;
  own.seed = std::string(32, 's');
  own.device = make_device(Role::bureau, "市工信局", "", to_hex(public_key_of(own.seed)));
  Ledger ledger;
  ledger.set_roots({own.device.id});
  const std::string sound = ledger.write_ledger_file(own);
  CHECK(faults_of(sound).empty());
  const Intake intake = Ledger().examine(sound, default_policy());
  CHECK(intake.roots() == std::vector{own.device.id});
  CHECK(intake.own()->seed == own.seed);
  const auto refused = [&sound](std::string_view from, std::string_view to, std::string_view fault) {
    return refused_with(replaced(sound, from, to), fault);
  };
  const std::string seed = "\"seed\":\"" + to_hex(own.seed) + "\"";
  CHECK(refused(seed, "\"seed\":null", "/own/seed device.seed"));
  CHECK(refused(seed, "\"seed\":\"00\"", "/own/seed device.seed"));
  CHECK(refused("," + seed, "", "/own/seed device.seed"));
  CHECK(refused(seed, seed + ",\"sead\":1", "/own/sead field.unknown"));
  CHECK(refused("\"own\":{\"device\"", "\"own\":{\"devise\"", "/own/device field.missing"));
  CHECK(refused("\"own\":{", "\"owns\":{", "/own field.missing"));
  CHECK(refused(R"("roots":[")", R"("roots":["x)", "/roots/0 record.hex"));
  CHECK(refused(R"("roots":[)", R"("roots":[5,)", "/roots/0 record.hex"));
  CHECK(refused(R"("roots":)", R"("root":)", "/roots field.missing"));
  CHECK(refused(R"("role":"bureau")", R"("role":"inspector")", "/own/device/id device.id"));
  CHECK(refused_with(R"({"format":"hengping.ledger","version":2,"own":5,"roots":[],"feeds":[]})", "/own field.type"));
}
