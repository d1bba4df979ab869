// What is said of the store, and what becomes of the data when it fails.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "core/codec/canonical.h"
#include "harness.h"
#include "shell/app/store_dump.h"
#include "shell/app/store_layout.h"
#include "shell/app/store_trouble.h"

using namespace hengping;
using namespace hengping::shell;
using Outcome = SubmitResult::Outcome;
using Saved = SaveState::Kind;

namespace {

/// As web/page/recovery.js writes it.
std::string dump_of(const MemoryStore& store) {
  std::string text = "{\n \"format\": \"hengping.store-dump\",\n \"version\": 1,\n \"entries\": [";
  JsonValue list = JsonValue::array();
  bool first = true;
  for (const auto& [key, bytes] : store.contents()) {
    if (!std::exchange(first, false)) text += ",";
    JsonValue entry = JsonValue::object();
    entry.set("key", JsonValue::string(key)).set("text", JsonValue::string(bytes));
    text += canonical(entry);
  }
  return text + "]}";
}

}  // namespace

TEST_CASE("A store that was emptied behind the app's back is written anew, whole, before saved is said again") {
  Harness other;
  other.open();
  other.provider("P9", "丙公司");
  const std::string foreign = other.bundle();
  Harness harness;
  harness.open();
  harness.bad_case(3);
  harness.app.examine_file("b", foreign);
  REQUIRE(harness.app.confirm_import());
  harness.app.set_theme(ThemePreference::dark);
  const std::string before = harness.bundle();  // signs what is there
  harness.store.pump();
  harness.store.vanish();
  harness.rating("E1", "2025-09", Satisfaction::unsatisfied);
  CHECK(harness.app.save_state().kind == Saved::saving);
  CHECK(harness.store.pump_one());
  CHECK(harness.app.store_was_lost());
  CHECK(harness.app.save_state().kind == Saved::saving);
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::saved);
  CHECK(harness.app.store_was_lost());
  harness.app.acknowledge_loss();
  CHECK_FALSE(harness.app.store_was_lost());

  Reloaded again(harness.stored());
  CHECK(again.app.damage().empty());
  CHECK(again.app.device() == harness.app.device());
  CHECK(again.app.settings() == harness.app.settings());
  CHECK(again.app.ledger().roots() == harness.app.ledger().roots());
  CHECK(again.app.ledger().signed_heads(again.app.device().id).size() == 1);
  CHECK(again.app.ledger().sequence().facts.size() == 7);  // the other device is not enrolled
  CHECK(again.app.ledger().size() == harness.app.ledger().size());
  CHECK(again.bundle() == harness.bundle());
}

TEST_CASE("Parts of feeds, and feeds that forked, are written anew too") {
  Harness other;
  other.open();
  other.bad_case(2);
  REQUIRE(other.provider("P2", "丁公司", "2025-01-01", uscc_b).ok());
  other.app.export_extract({Role::provider, "P1", false});
  Harness forked;
  forked.open();
  forked.provider("P3");
  forked.store.pump();
  Reloaded twin(forked.stored());
  forked.enterprise("Q3");
  twin.enterprise("Q4");
  Harness harness;
  harness.open();
  for (const std::string& file : {other.files.files().at(0).bytes, forked.bundle(), twin.bundle()}) {
    harness.app.examine_file("file", file);
    REQUIRE(harness.app.confirm_import());
  }
  REQUIRE_FALSE(harness.app.ledger().extracts().empty());
  harness.store.pump();
  const std::size_t records = harness.app.ledger().size();
  harness.store.vanish();
  harness.enterprise("Q7");
  harness.store.pump();
  Reloaded again(harness.stored());
  CHECK(again.app.damage().empty());
  CHECK(again.app.ledger().extracts().size() == harness.app.ledger().extracts().size());
  CHECK(again.app.ledger().feeds().size() == harness.app.ledger().feeds().size());
  CHECK(again.app.ledger().size() == records + 1);
}

TEST_CASE("A loss of the store while writing it anew begins writing it anew again; a refusal is told") {
  Harness harness;
  harness.open();
  harness.bad_case(1);
  harness.store.pump();
  harness.store.vanish();
  harness.enterprise("Q7");
  harness.store.pump_one();
  harness.store.fail_answer("QuotaExceededError: full");
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::failed);
  CHECK(harness.app.store_was_lost());
  CHECK_FALSE(harness.app.loss_is_mended());
  harness.store.vanish();
  harness.app.retry_quietly();
  CHECK(harness.app.save_state().kind == Saved::failed);
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::saved);
  CHECK(harness.app.loss_is_mended());
  harness.store.disconnect("connection lost");  // what fails later was never lost
  harness.enterprise("Q8");
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::failed);
  CHECK(harness.app.loss_is_mended());
  harness.store.reconnect();
  harness.app.retry();
  harness.store.pump();
  CHECK(Reloaded(harness.stored()).app.ledger().sequence().facts.size() == 6);
}

TEST_CASE("Records lost between reading the store and opening are written anew") {
  Harness harness;
  harness.open();
  harness.bad_case(1);
  harness.store.pump();
  Harness again;
  again.take_the_place_of(harness);
  again.app.open();
  again.store.pump();
  again.store.contents().clear();
  again.app.store_lost();  // as an answer that was on its way
  again.store.pump();
  CHECK(Reloaded(again.stored()).app.ledger().sequence().facts.size() == 4);
}

TEST_CASE("Changes that wait behind others are handed to the store to be held, for they would be lost with the app") {
  Harness harness;
  harness.open();
  harness.store.disconnect("AbortError: ");
  harness.provider("P1");
  CHECK(harness.store.held().empty());
  harness.enterprise("Q1");
  harness.store.pump();
  harness.enterprise("Q2", "丙");
  REQUIRE(harness.store.held().size() == 2);
  CHECK(harness.store.held()[0].first < harness.store.held()[1].first);
  CHECK(harness.store.held()[1].second.puts.size() == 3);
}

TEST_CASE("What is tried again without anybody's asking stays told as failed until it is saved") {
  Harness harness;
  harness.open();
  harness.store.disconnect("AbortError: ");
  harness.provider("P1");
  harness.store.pump();
  int changes = 0;
  harness.app.on_change([&changes] { ++changes; });
  harness.app.retry_quietly();
  CHECK(harness.app.save_state().kind == Saved::failed);
  harness.store.pump();
  CHECK(changes == 0);  // nothing that is seen has changed
  CHECK(harness.app.save_state().kind == Saved::failed);
  harness.store.reconnect();
  harness.app.retry_quietly();
  harness.app.retry_quietly();
  CHECK(harness.store.waiting() == 1);
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::saved);
  CHECK(changes == 1);
  harness.app.retry_quietly();
  CHECK(harness.store.waiting() == 0);
}

TEST_CASE("Under a newer version nothing is changed any more; reading and exporting go on") {
  Harness harness;
  harness.open();
  harness.bad_case(1);
  harness.store.pump();
  const auto stored = harness.store.contents();
  const Settings settings = harness.app.settings();
  harness.app.store_outdated();
  CHECK(harness.app.outdated());
  CHECK(harness.provider("P2", "另一家").outcome == Outcome::not_ready);
  harness.app.set_theme(ThemePreference::dark);
  harness.app.introduce(Role::inspector, "x", {});
  harness.app.state(BureauFounded{"x"});
  harness.app.examine_file("f", "{}");
  CHECK(harness.app.import_preview() == nullptr);
  harness.app.clear();
  CHECK(harness.bundle().find("P1") != std::string::npos);
  harness.store.pump();
  CHECK(harness.app.settings() == settings);
  CHECK(harness.app.ledger().sequence().facts.size() == 4);
  CHECK(harness.store.contents() == stored);
  CHECK(harness.app.save_state().kind == Saved::saved);
}

TEST_CASE("A key that is out of reach is no missing key: the app does not open, and the identity stays") {
  Harness harness;
  harness.open();
  harness.bad_case(1);
  harness.store.pump();
  Harness again;
  again.take_the_place_of(harness);
  again.signer.fail_key("BlockedError: x");
  again.open();
  CHECK(again.app.phase() == Phase::failed);
  CHECK(again.app.open_failure() == "BlockedError: x");
  CHECK(again.store.contents() == harness.store.contents());
  again.open();
  CHECK(again.app.phase() == Phase::ready);
  CHECK(again.app.device() == harness.app.device());
}

TEST_CASE(
    "A key that is not the stored device's goes on with no feed, not even one that it has signed: what else it signed "
    "is not known") {
  Harness harness;
  harness.open();
  harness.bad_case(1);
  const std::string backup = harness.bundle();
  harness.rating("E1", "2025-09", Satisfaction::unsatisfied);
  static_cast<void>(harness.bundle());
  const Device former = harness.app.device();
  const std::uint64_t former_key = harness.signer.number();
  harness.app.clear();
  harness.app.examine_file("backup", backup);
  REQUIRE(harness.app.confirm_import());
  harness.store.pump();
  harness.signer = MemorySigner(former_key);  // as it was before
  Reloaded again(harness.stored());
  CHECK(again.app.phase() == Phase::ready);
  CHECK(again.app.device().key != former.key);
  CHECK(again.app.device().id != former.id);
  CHECK(Reloaded(again.stored()).app.device() == again.app.device());
}

TEST_CASE("Where no other key can be made, nothing is deleted, and that is said") {
  Harness harness;
  harness.open();
  harness.bad_case(1);
  harness.store.pump();
  harness.signer.fail_key("QuotaExceededError: x");
  harness.app.clear();
  harness.store.pump();
  CHECK(harness.app.clear_failure() == "QuotaExceededError: x");
  CHECK(harness.app.clearings() == 0);
  CHECK(harness.app.ledger().sequence().facts.size() == 4);
  harness.app.clear();
  CHECK(harness.app.clear_failure().empty());
  CHECK(harness.app.clearings() == 1);
  CHECK(harness.app.ledger().size() == 0);
}

TEST_CASE("A raw copy of a store is taken in: what was signed as it is, the rest as stated by whoever takes it in") {
  Harness harness;
  harness.open();
  harness.bad_case(2);
  static_cast<void>(harness.bundle());  // signed up to here
  harness.rating("E1", "2025-09", Satisfaction::unsatisfied);
  harness.store.pump();
  std::string dump = dump_of(harness.store);

  Harness again;
  again.open();
  SECTION("both") {
    again.app.examine_file("hengping-store.json", dump);
    REQUIRE(again.app.import_preview() != nullptr);
    CHECK(again.app.import_preview()->source == Intake::Source::bundle);
    CHECK(again.app.import_preview()->in_two_steps);
    CHECK(again.app.import_preview()->unreadable == 0);
    REQUIRE(again.app.confirm_import());
    REQUIRE(again.app.import_preview() != nullptr);
    CHECK(again.app.import_preview()->source == Intake::Source::facts);
    CHECK(again.app.import_preview()->added == 1);
    CHECK(again.app.ledger().sequence().facts.size() == 5);
    REQUIRE(again.app.confirm_import());
    CHECK(again.app.import_preview() == nullptr);
    CHECK(again.app.ledger().sequence().facts.size() == 6);
    CHECK(again.app.verdict("P1")->grounds.at(1).count == 3);
    again.app.examine_file("hengping-store.json", dump);
    CHECK(again.app.import_preview()->ok);
    CHECK(again.app.import_preview()->added == 0);
  }
  SECTION("the rest is let go") {
    again.app.examine_file("hengping-store.json", dump);
    REQUIRE(again.app.confirm_import());
    again.app.discard_import();
    CHECK(again.app.import_preview() == nullptr);
    CHECK(again.app.ledger().sequence().facts.size() == 5);
  }
  SECTION("with a damaged part") {
    auto& contents = harness.store.contents();
    for (auto& [key, bytes] : contents) {
      if (key.find("/000000000006-") != std::string::npos) bytes = "torn";
    }
    contents["later/version"] = "x";
    again.app.examine_file("hengping-store.json", dump_of(harness.store));
    CHECK(again.app.import_preview()->ok);
    CHECK(again.app.import_preview()->unreadable >= 2);
  }
  SECTION("of a device that has signed nothing yet") {
    Harness fresh;
    fresh.open();
    fresh.bad_case(1);
    fresh.store.pump();
    again.app.examine_file("hengping-store.json", dump_of(fresh.store));
    CHECK(again.app.import_preview()->ok);
    CHECK(again.app.import_preview()->source == Intake::Source::facts);
    REQUIRE(again.app.confirm_import());
    CHECK(again.app.ledger().sequence().facts.size() == 4);
  }
}

TEST_CASE("What only looks like a raw copy is refused with words and takes nothing in") {
  Harness harness;
  harness.open();
  for (const char* text : {R"({"format":"hengping.store-dump"})", R"({"format":"hengping.store-dump","entries":[)",
                           R"({"format":"hengping.bundle","note":"hengping.store-dump","entries":[]})"}) {
    CHECK_FALSE(read_store_dump(text));
    harness.app.examine_file("x", text);
    REQUIRE(harness.app.import_preview() != nullptr);
    CHECK_FALSE(harness.app.import_preview()->ok);
  }
  const auto odd = read_store_dump(R"({"format":"hengping.store-dump","entries":[{"key":"a","base64":"/w=="},{},7]})");
  REQUIRE(odd);
  CHECK(odd->unreadable == 3);
  CHECK(odd->facts.empty());
}

TEST_CASE("The browser's names for what went wrong are understood") {
  CHECK(trouble_of("QuotaExceededError: 5 MB") == StoreTrouble::full);
  CHECK(trouble_of("VersionError: 3") == StoreTrouble::newer);
  CHECK(trouble_of("BlockedError: hengping") == StoreTrouble::blocked);
  CHECK(trouble_of("SecurityError: x") == StoreTrouble::denied);
  CHECK(trouble_of("AbortError") == StoreTrouble::interrupted);
  CHECK(trouble_of("QuotaExceededErrors: x") == StoreTrouble::unknown);
  CHECK(trouble_of("") == StoreTrouble::unknown);
}
