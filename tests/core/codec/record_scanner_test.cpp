// The quick way to read records against the thorough one: what it reads is read there without a fault and to the same record, and of facts as their
// devices write them it reads all.
#include "core/codec/record_scanner.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "tests/core/every_kind.h"
#include "tests/core/ledger/alterations.h"

using namespace hengping;
using namespace hengping::test;

namespace {

/// Reads one text both ways, with one table of identifiers.
class BothWays {
 public:
  /// Whether the quick way read it; fails the test where the ways differ.
  bool read(std::string_view text) {
    InputRecord quick;
    const bool accepted = scanner_.read(text, nullptr, quick) == text.size();
    FaultList faults;
    auto value = read_json(text, faults);
    InputRecord thorough;
    if (value && value->is(JsonValue::Kind::object)) thorough = read_record(*value, text, "", symbols_, faults);
    const bool sound = value && faults.empty() && thorough.record.is_fact && thorough.record.version == 2;
    INFO(text);
    CHECK(accepted == sound);
    if (accepted && sound) compare(quick, thorough);
    return accepted;
  }

 private:
  static void compare(const InputRecord& quick, const InputRecord& thorough) {
    CHECK(quick.device.text() == thorough.device.text());
    CHECK(quick.previous == thorough.previous);
    CHECK(quick.seen == thorough.seen);
    CHECK(quick.known == thorough.known);
    const Record& one = quick.record;
    const Record& other = thorough.record;
    CHECK(one.bytes == other.bytes);
    CHECK(one.hash == other.hash);
    CHECK(one.commitment == other.commitment);
    CHECK(one.version == other.version);
    CHECK(one.sequence == other.sequence);
    CHECK(one.tick == other.tick);
    CHECK(one.body() == other.body());
    CHECK(one.at() == other.at());
    CHECK(one.is_fact == other.is_fact);
    CHECK(one.defines.there == other.defines.there);
    CHECK(one.defines.name_space == other.defines.name_space);
    CHECK(one.defines.symbol == other.defines.symbol);
    CHECK((one.statement == nullptr && other.statement == nullptr && one.fault == nullptr && other.fault == nullptr));
    CHECK((!one.disclosed && !one.proven));
    CHECK(one.fact.on == other.fact.on);
    CHECK(one.fact.by == other.fact.by);
    CHECK(one.fact.on_behalf == other.fact.on_behalf);
    CHECK(one.fact.note == other.fact.note);
    CHECK(one.fact.body.index() == other.fact.body.index());
  }

  SymbolTable symbols_;
  const KnownRecords none_;
  RecordScanner scanner_{symbols_, none_};
};

/// A record of every kind of fact, as its device wrote it.
std::vector<std::string> records_of_every_kind() {
  Keeper bureau(1);
  std::vector<std::string> records;
  for (const std::string& fact : every_kind()) bureau.take({fact});
  bureau.take({fact(
      "rating.given", "2025-02-03",
      R"("by":"enterprise","engagement":"C1","period":"2025-02","satisfaction":"satisfied","scores":{"a":4.5,"b":1e21},"comment":"好\n\u0001\"","note":"")")});
  for (const Record& record : bureau.ledger.records()) {
    REQUIRE(record.is_fact);
    records.push_back(record.bytes);
  }
  return records;
}

}  // namespace

TEST_CASE("Record scanner: reads a fact of every kind, as the thorough reader does") {
  BothWays both;
  for (const std::string& record : records_of_every_kind()) CHECK(both.read(record));
}

TEST_CASE("Record scanner: what follows a record is left alone") {
  SymbolTable symbols;
  const KnownRecords none;
  RecordScanner scanner(symbols, none);
  for (const std::string& record : records_of_every_kind()) {
    InputRecord read;
    CHECK(scanner.read(record + ",\n{", nullptr, read) == record.size());
    CHECK(read.record.bytes == record);
  }
}

TEST_CASE(
    "Record scanner: wherever a record is changed, cut or lengthened, it accepts what the thorough reader accepts") {
  BothWays both;
  std::uint32_t chance = 3;
  const auto draw = [&chance](std::size_t below) {
    chance = chance * 1664525U + 1013904223U;
    return static_cast<std::size_t>(chance >> 8U) % below;
  };
  const std::string bytes = "\"\\{}[],:0123456789abcdefnulltrue-+.eE \n\x80\xE4\xB8\xAD";
  std::size_t accepted = 0;
  for (const std::string& record : records_of_every_kind()) {
    for (std::size_t at = 0; at < record.size(); at += 1 + draw(4)) {
      std::string changed = record;
      switch (draw(4)) {
        case 0: changed[at] = static_cast<char>(changed[at] ^ 1); break;
        case 1: changed[at] = bytes[draw(bytes.size())]; break;
        case 2: changed.insert(at, 1, bytes[draw(bytes.size())]); break;
        default: changed.erase(at, 1 + draw(3));
      }
      if (both.read(changed)) ++accepted;
    }
  }
  // Other salts, other texts: changed, and records all the same.
  CHECK(accepted > 500);
}

TEST_CASE("Record scanner: members that are not as they must be are left to the thorough reader, which refuses them") {
  BothWays both;
  const std::string record = records_of_every_kind().at(1);
  REQUIRE(record.find(R"("seq":2,"tick":2,)") != std::string::npos);
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {R"("seq":2)", R"("seq":0)"},
           {R"("seq":2)", R"("seq":02)"},
           {R"("seq":2)", R"("seq":-2)"},
           {R"("seq":2)", R"("seq":2.0)"},
           {R"("seq":2)", R"("seq":1)"},
           {R"("seq":2)", R"("seq":"2")"},
           {R"("seq":2)", R"("seq":)"},
           {R"("seq":2)", R"("seq":9007199254740993)"},
           {R"("tick":2)", R"("tick":99999999999999999999)"},
           {R"("v":2)", R"("v":1)"},
           {R"("v":2)", R"("v":3)"},
           {R"("seen":[])", R"("seen":[""])"},
           {R"("seen":[])", R"("seen":null)"},
           {R"(,"v":2)", R"(,"v":2,"w":0)"},
           {R"("at":"2)", R"("at":"x)"},
           {R"({"at")", R"({ "at")"},
           {R"("by":"bureau",)", ""},
           {R"("by":"bureau")", R"("by":"nobody")"},
           {R"("kind":"enterprise.registered")", R"("kind":"enterprise.unknown")"}}) {
    INFO(to);
    CHECK_FALSE(both.read(replaced(record, from, to)));
  }
  CHECK(both.read(replaced(record, R"("seq":2)", R"("seq":9007199254740992)")));
  const std::string a(64, 'a');
  const std::string b(64, 'b');
  CHECK(both.read(replaced(record, R"("seen":[])", R"("seen":[")" + a + R"(",")" + b + R"("])")));
  CHECK_FALSE(both.read(replaced(record, R"("seen":[])", R"("seen":[")" + b + R"(",")" + a + R"("])")));
  CHECK_FALSE(both.read(replaced(record, R"("seen":[])", R"("seen":[")" + a + R"(",")" + a + R"("])")));
}

TEST_CASE("Record scanner: money as a number and a body that does not say by whom are in no record") {
  BothWays both;
  Keeper bureau(1);
  bureau.take({provider_p1, enterprise_e1, engagement_c1});
  const std::string& record = bureau.ledger.records()[2].bytes;
  REQUIRE(both.read(record));
  // In canonical form all the same; the thorough reader refuses them as not being a record's form.
  CHECK_FALSE(both.read(replaced(record, R"("amount":"120000")", R"("amount":120000)")));
  CHECK_FALSE(both.read(replaced(record, R"("unit_price":"120000")", R"("unit_price":120000)")));
  CHECK_FALSE(both.read(replaced(record, R"("by":"bureau",)", "")));
}

TEST_CASE("Record scanner: a device that holds the records refuses the same alterations with the same words") {
  const Keeper keeper = two_devices_and_a_fork();
  const std::string bundle = keeper.bundle();
  std::uint32_t chance = 5;
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bundle.size(); ++at) {
    chance = chance * 1664525U + 1013904223U;
    std::string changed = bundle;
    changed[at] = static_cast<char>(changed[at] ^ (chance % 2 == 0 ? 1 : 0x20));
    const auto by_stranger = faults_of(changed);
    if (by_stranger.empty()) continue;
    ++refused;
    INFO(changed.substr(at < 30 ? 0 : at - 30, 60));
    CHECK(faults_of(keeper.ledger.examine(changed, default_policy()).faults()) == by_stranger);
  }
  CHECK(refused > bundle.size() * 8 / 10);
  const Intake again = keeper.ledger.examine(bundle, default_policy());
  CHECK(again.ok());
  CHECK_FALSE(again.has_news());
}
