#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/ledger/digest.h"
#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

using Faults = std::vector<std::string>;

namespace {

constexpr std::string_view instant = "2026-01-02T03:04:05Z";

std::string city() { return facts_file({provider_p1, enterprise_e1, engagement_c1, rating("2025-01", "unsatisfied")}); }

std::vector<Appended> take(Ledger& ledger, std::string_view text, const Device& device = bureau_device()) {
  Intake intake = ledger.examine(text, default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  return ledger.take(std::move(intake), author(device, instant));
}

std::string verdicts(const Ledger& ledger) {
  const CivilDate date = day("2025-12-31");
  return write_answer(evaluate(fold(ledger.sequence(), date), default_policy(), date));
}

}  // namespace

TEST_CASE("Digest: SHA-256 of the standard's examples") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("Ledger: facts become records of the author's feed, chained by hash, in the order of the file") {
  Ledger ledger;
  const auto appended = take(ledger, city());
  REQUIRE(appended.size() == 1);
  CHECK(appended[0].count == 4);
  CHECK(appended[0].first_sequence == 1);
  REQUIRE(ledger.feeds().size() == 1);
  CHECK(ledger.feeds()[0].device == bureau_device());
  for (std::size_t i = 0; i < 4; ++i) {
    const Record& record = ledger.records()[i];
    CHECK(record.sequence == i + 1);
    CHECK(record.tick == i + 1);
    CHECK(record.standing == RecordStanding::counts);
    CHECK(ledger.find(record.hash) == i);
    CHECK(record.bytes.find(i == 0 ? std::string(R"("prev":null)")
                                   : R"("prev":")" + ledger.records()[i - 1].hash_text() + "\"") != std::string::npos);
  }
  // The format to the byte, as core/ledger/FORMAT.md gives it.
  const Record& last = ledger.records()[3];
  const std::string begin = R"({"at":"2026-01-02T03:04:05Z",)";
  const std::string body =
      R"("body":{"by":"enterprise","engagement":"C1","kind":"rating.given","on":"2025-06-30","period":"2025-01",)"
      R"("satisfaction":"unsatisfied"})";
  const std::string salt = last.bytes.substr(last.bytes.find(R"("body_salt":")") + 13, 32);
  const std::string sealed = body + R"(,"body_salt":")" + salt + "\"";
  const std::string rest = R"(,"device":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","prev":")" +
                           ledger.records()[2].hash_text() + R"(","seen":[],"seq":4,"tick":4,"v":2})";
  CHECK(last.bytes == begin + sealed + rest);
  // What is hashed is not the body but its own hash, salt included: a body can be left out and cannot be guessed.
  CHECK(last.hash_text() == sha256_hex(begin + R"("body_hash":")" + sha256_hex("{" + sealed + "}") + "\"" + rest));
  CHECK(last.body() == body.substr(std::string_view(R"("body":)").size()));
}

TEST_CASE("Ledger: every record has a salt of its own") {
  Ledger ledger;
  take(ledger, city());
  std::set<std::string> salts;
  for (const Record& record : ledger.records())
    salts.insert(record.bytes.substr(record.bytes.find(R"("body_salt":")") + 13, 32));
  CHECK(salts.size() == 4);
}

TEST_CASE("Ledger: what is kept states the role and writes money exactly, as a string") {
  Ledger ledger;
  take(ledger, facts_file({replaced(replaced(provider_p1, "\"by\":\"bureau\",", ""), "\"5000000.00\"", "1.5e3")}));
  CHECK(ledger.records()[0].body().starts_with(
      R"({"address":"长春市朝阳区","business_scope":"软件开发","by":"bureau","kind":)"));
  CHECK(ledger.records()[0].body().find(R"("registered_capital":"1500")") != std::string::npos);
}

TEST_CASE("Ledger: importing a file twice changes nothing") {
  Ledger ledger;
  take(ledger, city());
  Intake again = ledger.examine(city(), default_policy());
  CHECK(again.ok());
  CHECK(again.added() == 0);
  CHECK(again.already_there() == 4);
  const auto appended = ledger.take(std::move(again), author(bureau_device(), instant));
  CHECK(appended.empty());
  CHECK(ledger.size() == 4);
}

TEST_CASE("Ledger: a fact that stands n times is already there n times, and new the next time") {
  Ledger ledger;
  take(ledger, facts_file({provider_p1, enterprise_e1, engagement_c1, withdrawal("2025-01", "2025-07-01"),
                           withdrawal("2025-01", "2025-07-01")}));
  CHECK(ledger.size() == 5);
  const std::string one = withdrawal("2025-01", "2025-07-01");
  const Intake intake = ledger.examine(facts_file({one, one, one}), default_policy());
  CHECK(intake.already_there() == 2);
  CHECK(intake.added() == 1);
  CHECK(intake.items()[0].already_there);
  CHECK(intake.items()[1].already_there);
  CHECK_FALSE(intake.items()[2].already_there);
  CHECK(intake.added_by_kind().at("rating.withdrawn") == 1);
}

TEST_CASE("Ledger: numbers count by value when facts are compared, and members in any order") {
  Ledger ledger;
  take(ledger, facts_file({provider_p1, enterprise_e1, engagement_c1}));
  CHECK(ledger.examine(facts_file({replaced(engagement_c1, "\"quantity\":1", "\"quantity\":1.0e0")}), default_policy())
            .already_there() == 1);
  CHECK(ledger
            .examine(facts_file({replaced(engagement_c1, "\"amount\":\"120000\"", "\"amount\":120000")}),
                     default_policy())
            .already_there() == 1);
}

TEST_CASE("Ledger: one fault refuses the whole file and nothing is taken in") {
  Ledger ledger;
  take(ledger, city());
  const Intake intake = ledger.examine(
      facts_file({rating("2025-02", "unsatisfied"), rating("2025-02", "unsatisfied", "2025-06-30", "C9")}),
      default_policy());
  CHECK(faults_of(intake.faults()) == Faults{"/facts/1/engagement identifier.unknown"});
  CHECK(intake.items().empty());
  CHECK(ledger.size() == 4);
}

TEST_CASE("Ledger: a later file builds on the ledger; an identifier of the ledger stays the ledger's") {
  Ledger ledger;
  take(ledger, facts_file({provider_p1, enterprise_e1}));
  take(ledger, facts_file({engagement_c1}));
  CHECK(faults_of(ledger.examine(facts_file({replaced(provider_p1, "启明", "光明")}), default_policy()).faults()) ==
        Faults{"/facts/0/provider identifier.exists"});
  CHECK(
      faults_of(ledger
                    .examine(facts_file({replaced(replaced(provider_p1, "启明", "光明"), "2024-11-05", "2024-01-01")}),
                             default_policy())
                    .faults()) == Faults{"/facts/0/provider identifier.exists"});
  CHECK(faults_of(ledger
                      .examine(facts_file({replaced(replaced(engagement_c1, "C1", "C2"), "2024-12-01", "2024-11-05")}),
                               default_policy())
                      .faults()) == Faults{"/facts/0/enterprise identifier.not_yet"});
}

TEST_CASE("Ledger: facts that arrive later with an earlier date take their legal place") {
  Ledger ledger;
  take(ledger, facts_file({provider_p1, enterprise_e1, engagement_c1, withdrawal("2025-01", "2025-07-01")}));
  take(ledger, facts_file({rating("2025-01", "unsatisfied", "2025-06-30")}));
  const FactSequence sequence = ledger.sequence();
  CHECK(kind_name(sequence.facts[3]->body) == "rating.given");
  CHECK(kind_name(sequence.facts[4]->body) == "rating.withdrawn");
  CHECK(verdicts(ledger).find("\"count\": 0") != std::string::npos);
}

TEST_CASE("Bundle: what is written can be taken in elsewhere, and says the same") {
  Ledger ledger;
  take(ledger, city());
  const std::string bundle = ledger.write_bundle();
  Ledger other;
  const auto appended = take(other, bundle, bureau_device('b'));
  REQUIRE(appended.size() == 1);
  CHECK(appended[0].count == 4);
  CHECK(other.write_bundle() == bundle);
  CHECK(verdicts(other) == verdicts(ledger));
  CHECK(other.feeds().size() == 1);  // the author's own feed has nothing yet, and the other's identity is not adopted
  CHECK(other.feeds()[0].device == bureau_device('a'));
  const Intake again = other.examine(bundle, default_policy());
  CHECK(again.ok());
  CHECK(again.added() == 0);
  CHECK(again.already_there() == 4);
}

TEST_CASE("Bundle: a second device's records name what it had seen, and order after it") {
  Ledger first;
  take(first, city());
  Ledger second;
  take(second, first.write_bundle(), bureau_device('b'));
  take(second, facts_file({rating("2025-02", "unsatisfied"), rating("2025-03", "unsatisfied")}), bureau_device('b'));
  const Record& record = second.records()[4];
  CHECK(record.tick == 5);
  CHECK(record.sequence == 1);
  CHECK(record.bytes.find(R"("seen":[")" + first.records()[3].hash_text() + "\"]") != std::string::npos);
  CHECK(second.records()[5].bytes.find(R"("seen":[])") != std::string::npos);
  CHECK(second.knows(4, 3));
  CHECK(second.knows(5, 0));
  CHECK_FALSE(second.knows(3, 4));
  take(first, second.write_bundle());
  CHECK(first.write_bundle() == second.write_bundle());
  CHECK(verdicts(first) == verdicts(second));
}

TEST_CASE("Bundle: on one day, what another device stated later stands later, whatever the order of the feeds") {
  Ledger first;
  take(first, facts_file({provider_p1, enterprise_e1}), bureau_device('b'));
  Ledger second;
  take(second, first.write_bundle(), bureau_device('a'));
  take(second, facts_file({replaced(engagement_c1, "2024-12-01", "2024-11-06")}), bureau_device('a'));
  const std::string bundle =
      second.write_bundle();  // device a's feed stands first, its record refers to b's of the same day
  CHECK(faults_of(bundle).empty());
  const auto answer = evaluate_text(bundle, day("2025-12-31"));
  CHECK(answer.json == verdicts(second));
}

TEST_CASE("Bundle: a ledger file holds the device's own identity and reads like a bundle") {
  Ledger ledger;
  take(ledger, city());
  const std::string file = ledger.write_ledger_file(OwnDevice{bureau_device('c'), {}});
  const Intake intake = Ledger().examine(file, default_policy());
  REQUIRE(intake.own() != nullptr);
  CHECK(intake.own()->device == bureau_device('c'));
  CHECK(Ledger().examine(ledger.write_bundle(), default_policy()).own() == nullptr);
  Ledger other;
  take(other, file);
  CHECK(other.write_bundle() == ledger.write_bundle());
  CHECK(Ledger().examine(Ledger().write_bundle(), default_policy()).ok());
}

TEST_CASE("Bundle: an altered, missing, reordered or foreign record is refused with its place") {
  Ledger ledger;
  take(ledger, city());
  const std::string bundle = ledger.write_bundle();
  const auto refused = [](std::string_view text) {
    const auto faults = faults_of(text);
    return faults.empty() ? std::string("taken") : faults.front();
  };
  CHECK(refused(replaced(bundle, "长春启明", "长春光明")) == "/feeds/0/records/0 record.altered");
  CHECK(refused(replaced(bundle, "吉林精工", "吉林细工")) == "/feeds/0/records/1 record.altered");
  // Nothing but a signature vouches for the last one, and a device without a key has none.
  CHECK(refused(replaced(bundle, R"("period":"2025-01")", R"("period":"2025-02")")) == "/feeds/0/head bundle.head");
  const std::string& second = ledger.records()[1].bytes;
  CHECK(refused(replaced(bundle, second + ",\n", "")) == "/feeds/0/records/1/seq record.sequence");
  CHECK(refused(replaced(bundle, ",\n" + ledger.records()[3].bytes, "")) == "/feeds/0/head/seq bundle.head");
  CHECK(refused(replaced(replaced(bundle, second, "@"), "@", second + ",\n" + second)) ==
        "/feeds/0/records/2/seq record.sequence");
  CHECK(refused(replaced(bundle, R"({"device":{"id":"a)", R"({"device":{"id":"b)")) ==
        "/feeds/0/records/0/device record.device");
  CHECK(refused(replaced(bundle, R"("by":"enterprise",)", R"("by": "enterprise",)")) ==
        "/feeds/0/records/3 record.canonical");
  CHECK(refused(replaced(bundle, R"("signature":null)", R"("signature":"00")")) ==
        "/feeds/0/head/signature bundle.signature");
  CHECK(refused(replaced(bundle, R"("version":2)", R"("version":4)")) == "/version document.version");
  CHECK(refused(replaced(bundle, R"({"at":"2026)", R"({ "at":"2026)")).starts_with("/feeds/0/records/"));
}

TEST_CASE("Store: lines that were appended restore the same ledger, run by run") {
  Ledger ledger;
  std::string lines;
  for (const auto& one : take(ledger, city())) lines += one.lines;
  const std::string more = take(ledger, facts_file({rating("2025-02", "unsatisfied")})).front().lines;
  Ledger restored;
  CHECK(faults_of(restored.restore(bureau_device(), lines, ledger.records()[3].hash_text())).empty());
  CHECK(faults_of(restored.restore(bureau_device(), more, ledger.records()[4].hash_text().substr(0, 16))).empty());
  restored.set_roots({});  // what counts is settled once everything is there
  CHECK(restored.write_bundle() == ledger.write_bundle());
  CHECK(verdicts(restored) == verdicts(ledger));
  take(restored, facts_file({rating("2025-03", "unsatisfied")}));
  CHECK(restored.records().back().sequence == 6);
}

TEST_CASE("Store: a damaged line is named, and what is known to have stood before it is kept") {
  Ledger ledger;
  const std::string lines = take(ledger, city()).front().lines;
  const std::string end = ledger.records().back().hash_text().substr(0, 16);
  const auto restore = [&end](std::string_view text) {
    Ledger restored;
    auto faults = faults_of(restored.restore(bureau_device(), text, end));
    faults.push_back(std::to_string(restored.size()));
    return faults;
  };
  // What comes just before a fault is vouched for by nobody.
  CHECK(restore(lines.substr(0, lines.size() - 1)) == Faults{"/lines/3 record.torn", "2"});
  CHECK(restore(replaced(lines, "吉林精工", "吉林细工")) == Faults{"/lines/1 record.altered", "1"});
  CHECK(restore(replaced(lines, "unsatisfied", "satisfied")) == Faults{"/lines/3 record.altered", "3"});
  CHECK(restore("\n") == Faults{" json.syntax", "0"});
}

TEST_CASE("Devices: a header reads back as it was written, and a wrong one is refused") {
  const Device inspector = make_device(Role::inspector, "巡检“一”号", "", std::string(64, 'e'));
  const Device enterprise = make_device(Role::enterprise, "", "E1", std::string(64, '0'));
  CHECK(read_device(write_device(inspector)) == inspector);
  CHECK(read_device(write_device(enterprise)) == enterprise);
  CHECK(read_device(write_device(bureau_device())) == bureau_device());
  for (const char* text : {"", "{}", "[]", R"({"id":"x","key":null,"name":"","role":"bureau"})",
                           R"({"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","key":"zz","name":"","role":"bureau"})"}) {
    CHECK_FALSE(read_device(text));
  }
}

TEST_CASE("Devices: the identifier is drawn from all that the device says of itself") {
  const Device device = make_device(Role::enterprise, "甲厂", "E1", std::string(64, 'e'));
  CHECK(device.id ==
        sha256_hex(R"({"key":")" + device.key + R"(","name":"甲厂","role":"enterprise","scope":"E1"})").substr(0, 32));
  const std::string header = write_device(device);
  for (const auto& [from, to] : {std::pair("甲厂", "乙厂"), std::pair("enterprise", "provider"), std::pair("E1", "E2"),
                                 std::pair("\"key\":\"e", "\"key\":\"f"), std::pair("\"E1\"", "null")}) {
    CHECK_FALSE(read_device(replaced(header, from, to)));
  }
}

TEST_CASE("Devices: the digits to compare by telephone are 30, and another device's are others") {
  const Device one = make_device(Role::enterprise, "甲厂", "E1", std::string(64, 'e'));
  const Device other = make_device(Role::enterprise, "甲厂", "E2", std::string(64, 'e'));
  const std::string digits = fingerprint(one.id);
  CHECK(digits.size() == 35);
  for (std::size_t i = 0; i < digits.size(); ++i)
    CHECK((i % 6 == 5 ? digits[i] == ' ' : digits[i] >= '0' && digits[i] <= '9'));
  CHECK(fingerprint(other.id) != digits);
}
