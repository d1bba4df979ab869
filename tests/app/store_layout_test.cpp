#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "harness.h"
#include "shell/app/store_layout.h"

using namespace hengping;
using namespace hengping::shell;

namespace {

std::vector<std::string> record_keys(const Harness& harness) {
  std::vector<std::string> keys;
  for (const auto& [key, bytes] : harness.store.contents()) {
    if (key.starts_with("records/")) keys.push_back(key);
  }
  return keys;
}

}  // namespace

TEST_CASE("Keys of records sort in the order of their sequence numbers") {
  CHECK(records_key("d", 9, "0123456789abcdef0") == "records/d/000000000009-0123456789abcdef");
  CHECK(records_key("d", 9, "ffffffff") < records_key("d", 10, "00000000"));
  CHECK(feed_key("d") == "feed/d");
}

TEST_CASE("One action is one entry; a large one is split so that damage stays small") {
  Harness harness;
  harness.open();
  std::string facts = R"({"format":"hengping.facts","version":1,"facts":[)";
  for (int i = 0; i < 2500; ++i) {
    if (i > 0) facts += ',';
    facts += R"({"kind":"enterprise.registered","on":"2025-01-01","enterprise":"Q)" + std::to_string(i) +
             R"(","name":"厂","uscc":")" + std::string(uscc_b) + R"(","industry":"汽车"})";
  }
  facts += "]}";
  harness.app.examine_file("f", facts);
  REQUIRE(harness.app.confirm_import());
  harness.store.pump();
  const auto keys = record_keys(harness);
  REQUIRE(keys.size() == 4);  // the first is the founding of the ledger
  CHECK(keys[2].find("/000000001002-") != std::string::npos);
  CHECK(keys[3].find("/000000002002-") != std::string::npos);
  CHECK(Reloaded(harness.stored()).app.ledger().sequence().facts.size() == 2500);
}

TEST_CASE("A damaged record is named; what stands before it is kept and shown, and nothing is overwritten") {
  Harness harness;
  harness.open();
  harness.bad_case(5);
  harness.store.pump();
  const auto keys = record_keys(harness);
  REQUIRE(keys.size() == 9);  // the first is the founding of the ledger
  std::string& bytes = harness.store.contents()[keys[6]];
  const std::string before = bytes;
  SECTION("a bit has turned") { bytes[bytes.find("unsatisfied")] = 'U'; }
  SECTION("what it says is another thing now") { bytes.erase(bytes.find("unsatisfied"), 2); }
  SECTION("the end is torn off") { bytes.resize(bytes.size() / 2); }
  SECTION("nothing is left") { bytes.clear(); }
  SECTION("it is gone") { harness.store.contents().erase(keys[6]); }
  const auto damaged = harness.store.contents();

  Reloaded again(harness.stored());
  CHECK(again.app.phase() == Phase::ready);
  CHECK(again.app.ledger().sequence().facts.size() == 5);
  CHECK(again.app.verdict("P1")->grounds.at(1).count == 2);
  REQUIRE_FALSE(again.app.damage().empty());
  CHECK(again.app.damage().front().kind == DamageKind::records_at_fault);

  // The feed's next number is taken, so this device begins another feed rather than writing over what may yet be saved.
  CHECK(again.app.device().id != harness.app.device().id);
  again.rating("E1", "2025-09", Satisfaction::unsatisfied);
  again.store.pump();
  for (const auto& [key, stored] : damaged) {
    if (key.starts_with("records/")) CHECK(again.store.contents().at(key) == stored);
  }
  // The key that is given up has signed what is left of its feed first: it can be handed out.
  const std::string bundle = again.bundle();
  CHECK(bundle.find("2025-09") != std::string::npos);
  Ledger elsewhere;
  Intake intake = elsewhere.examine(bundle, default_policy());
  REQUIRE(intake.ok());
  elsewhere.merge(std::move(intake));
  CHECK(elsewhere.records().size() == 7);
  again.store.pump();
  Reloaded third(again.stored());
  CHECK(third.app.ledger().sequence().facts.size() == 6);
  CHECK(third.app.device().id == again.app.device().id);
}

TEST_CASE("Records that are gone from the end of the own feed are missed: their numbers are not given again") {
  Harness harness;
  harness.open();
  harness.bad_case(5);
  harness.store.pump();
  const bool all = GENERATE(false, true);
  for (const std::string& key : record_keys(harness)) {
    if (all || key == record_keys(harness).back()) harness.store.contents().erase(key);
  }
  Reloaded again(harness.stored());
  REQUIRE(again.app.damage().size() == 1);
  CHECK(again.app.damage()[0].kind == DamageKind::records_at_fault);
  CHECK(again.app.damage()[0].key == feed_key(harness.app.device().id));
  CHECK(again.app.device().key != harness.app.device().key);
}

TEST_CASE("A store that was emptied behind the app's back does not make the key begin its feed again") {
  Harness harness;
  harness.open();
  harness.bad_case(1);
  harness.store.pump();
  harness.store.contents().clear();
  Reloaded again(harness.stored());
  CHECK(again.app.ledger().size() == 0);
  CHECK(again.app.device().key != harness.app.device().key);
  CHECK(Reloaded(again.stored()).app.device() == again.app.device());
}

TEST_CASE("A key that can no longer sign is given up all the same; what it has not signed stays on the device") {
  Harness harness;
  harness.open();
  harness.bad_case(5);
  harness.store.pump();
  harness.store.contents()[record_keys(harness)[6]].clear();
  Reloaded again(harness.stored(), "the key does not answer");
  CHECK(again.app.phase() == Phase::ready);
  CHECK(again.app.device().key != harness.app.device().key);
  CHECK(again.app.ledger().sequence().facts.size() == 5);
  CHECK(again.bundle().find("P1") == std::string::npos);
}

TEST_CASE("A signature whose record is lost is kept until an import brings it back") {
  Harness harness;
  harness.open();
  harness.bad_case(5);
  harness.app.export_bundle();  // signed so far
  harness.rating("E1", "2025-09", Satisfaction::unsatisfied);
  const std::string whole = harness.bundle();  // signed to the end
  harness.store.pump();
  const std::string earlier = harness.files.files().at(0).bytes;
  // The signed record itself and one before it are lost.
  const auto keys = record_keys(harness);
  const std::string last = harness.store.contents()[keys.back()];
  harness.store.contents()[keys.back()].clear();
  Reloaded again(harness.stored());
  again.app.examine_file("backup", earlier);
  again.app.confirm_import();
  again.rating("E1", "2025-10", Satisfaction::unsatisfied);
  again.store.pump();
  again.store.contents()[keys.back()] = last;  // what could not be read can be read again
  Reloaded third(again.stored());
  CHECK(third.app.damage().empty());
  CHECK(third.bundle().find("2025-09") != std::string::npos);
}

TEST_CASE("An import of the lost records heals a damaged feed") {
  Harness harness;
  harness.open();
  harness.bad_case(5);
  harness.store.pump();
  harness.app.export_bundle();
  harness.store.contents()[record_keys(harness)[6]].clear();

  Reloaded again(harness.stored());
  REQUIRE_FALSE(again.app.damage().empty());
  again.app.examine_file("backup", harness.files.files().at(0).bytes);
  CHECK(again.app.import_preview()->added == 1);  // what came after it is there already
  REQUIRE(again.app.confirm_import());
  again.store.pump();
  Reloaded third(again.stored());
  CHECK(third.app.damage().empty());
  CHECK(third.app.ledger().sequence().facts.size() == 8);
}

TEST_CASE("An unreadable identity is set aside and found again by its key; the records stay") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.store.pump();
  harness.store.contents()["device"] = "{torn";
  Reloaded again(harness.stored());
  CHECK(again.app.ledger().sequence().facts.size() == 1);
  CHECK(again.app.device() == harness.app.device());
  REQUIRE(again.app.damage().size() == 1);
  CHECK(again.app.damage()[0].kind == DamageKind::device_unreadable);
  again.store.pump();
  CHECK(again.store.contents().at("set-aside/device/1") == "{torn");
  CHECK(Reloaded(again.stored()).app.damage().empty());
}

TEST_CASE("Records without a readable header of their feed are named, not shown, and left alone") {
  Harness harness;
  harness.open();
  Harness other;
  other.open();
  other.provider("P1");
  other.app.export_bundle();
  harness.app.examine_file("b", other.files.files().at(0).bytes);
  REQUIRE(harness.app.confirm_import());
  harness.enterprise("Q1");
  harness.store.pump();
  const std::string header = feed_key(other.app.device().id);
  DamageKind expected = DamageKind::feed_missing;
  SECTION("missing") { harness.store.contents().erase(header); }
  SECTION("unreadable") {
    harness.store.contents()[header] = "?";
    expected = DamageKind::feed_unreadable;
  }
  Reloaded again(harness.stored());
  REQUIRE(again.app.damage().size() == 1);
  CHECK(again.app.damage()[0].kind == expected);
  CHECK(again.app.state().provider("P1") == nullptr);
  CHECK(again.app.state().enterprise("Q1") != nullptr);
  CHECK(again.app.device() == harness.app.device());
}

TEST_CASE("Widths of columns are kept on the device; what cannot be read of them is left out") {
  Harness harness;
  harness.open();
  const ColumnWidths widths{{7, {80, 0, 120}}, {4'000'000'000U, {56}}};
  harness.app.set_column_widths(widths);
  harness.store.pump();
  Reloaded again(harness.stored());
  CHECK(again.app.settings().column_widths == widths);
  CHECK(column_widths_of("7:80,0,120\n4000000000:56\n") == widths);
  CHECK(column_widths_of("7\n:3\n8:\n9:70000\n10:1,x\n11:5,\n99999999999:1\n12:1\n13:2") ==
        ColumnWidths{{12, {1}}, {13, {2}}});
  CHECK(column_widths_of("").empty());
  harness.app.set_column_widths({});
  harness.store.pump();
  Reloaded once_more(harness.stored());
  CHECK(once_more.app.settings() == Settings());
}

TEST_CASE("Entries of a later version are named and left alone; unknown settings fall back") {
  Harness harness;
  harness.open();
  harness.store.pump();
  harness.store.contents()["attachments/1"] = "x";
  harness.store.contents()["settings/theme"] = "sepia";
  harness.store.contents()["settings/density"] = "compact";
  Reloaded again(harness.stored());
  REQUIRE(again.app.damage().size() == 1);
  CHECK(again.app.damage()[0].kind == DamageKind::key_unknown);
  CHECK(again.app.damage()[0].key == "attachments/1");
  CHECK(again.app.settings() == Settings());
}
