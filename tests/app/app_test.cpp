#include <catch2/catch_test_macros.hpp>

#include "harness.h"

using namespace hengping;
using namespace hengping::shell;
using Outcome = SubmitResult::Outcome;
using Saved = SaveState::Kind;

namespace {

const GroundVerdict& ground(App& app, std::string_view provider) {
  return app.verdict(provider)->grounds.at(1);
}  // 9.2

}  // namespace

TEST_CASE("An empty store opens with an identity of its own, which stays") {
  Harness harness;
  harness.app.open();
  CHECK(harness.app.phase() == Phase::opening);
  CHECK(harness.app.save_state().kind == Saved::opening);
  harness.store.pump();
  CHECK(harness.app.phase() == Phase::ready);
  CHECK(harness.app.ledger().sequence().facts.size() == 0);
  CHECK(harness.app.device().id.size() == 32);
  CHECK(harness.app.save_state().kind == Saved::saved);

  const Reloaded again(harness.stored());
  CHECK(again.app.device() == harness.app.device());
  CHECK(again.app.damage().empty());
}

TEST_CASE("A store that cannot be read is told in its own words, and can be tried again") {
  Harness harness;
  harness.store.fail_load("no permission");
  int changes = 0;
  harness.app.on_change([&changes] { ++changes; });
  harness.open();
  CHECK(harness.app.phase() == Phase::failed);
  CHECK(harness.app.open_failure() == "no permission");
  CHECK(changes == 1);
  CHECK(harness.store.writes() == 0);
  CHECK(harness.provider("P1").outcome == Outcome::not_ready);
  harness.open();
  CHECK(harness.app.phase() == Phase::ready);
  CHECK(harness.app.open_failure().empty());
}

TEST_CASE("Five unsatisfied ratings meet Article 9(2), and do so again after a reload") {
  Harness harness;
  harness.open();
  harness.bad_case(5);
  CHECK(ground(harness.app, "P1").article == "9.2");
  CHECK(ground(harness.app, "P1").met);
  CHECK(ground(harness.app, "P1").count == 5);
  harness.store.pump();

  Reloaded again(harness.stored());
  CHECK(again.app.ledger().sequence().facts.size() == 8);
  CHECK(ground(again.app, "P1").met);
  CHECK(again.bundle() == harness.bundle());
}

TEST_CASE("A fault stands beside the field that has it, and nothing is recorded") {
  Harness harness;
  harness.open();
  const std::size_t writes = harness.store.writes();
  ProviderForm form = new_provider_form(harness.app);
  form.name = "甲";
  form.uscc = "91220102MA1F4FE12X";
  form.address = "a";
  form.legal_representative = "b";
  form.business_scope = "c";
  form.registered_capital = "12.345";
  const SubmitResult result = harness.app.submit(make_fact(form, Role::bureau));
  CHECK(result.outcome == Outcome::refused);
  REQUIRE(result.faults.size() == 2);
  CHECK(result.faults[0].pointer == "/uscc");
  CHECK(result.faults[1].pointer == "/registered_capital");
  CHECK_FALSE(result.faults[0].message.zh.empty());
  CHECK(harness.app.ledger().sequence().facts.size() == 0);
  CHECK(harness.store.writes() == writes);
}

TEST_CASE("What was left empty is missing, not empty text; rows of lists are named by their number") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.enterprise("Q1");
  EngagementForm form = new_engagement_form(harness.app, "P1", "Q1");
  form.amount = "100";
  form.due_on = "2025-12-31";
  form.items = {{"a", "b", "c", "1", "two", std::nullopt}, {"a", "b", "", "1", "2", std::nullopt}};
  const SubmitResult result = harness.app.submit(make_fact(form, Role::bureau));
  REQUIRE(result.faults.size() == 2);
  CHECK(result.faults[0].pointer == "/items/0/quantity");
  CHECK(result.faults[1].pointer == "/items/1/purpose");
  CHECK(result.faults[1].code == "field.missing");
}

TEST_CASE("The very same fact twice is already there") {
  Harness harness;
  harness.open();
  CHECK(harness.provider("P1").outcome == Outcome::accepted);
  CHECK(harness.provider("P1").outcome == Outcome::already_there);
  CHECK(harness.app.ledger().sequence().facts.size() == 1);
  CHECK(harness.provider("P1", "另一家").outcome == Outcome::refused);
}

TEST_CASE("Saved is said only after the last write is durable") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.enterprise("Q1");
  CHECK(harness.app.save_state() == SaveState{Saved::saving, 2, {}});
  CHECK(harness.store.pump_one());
  CHECK(harness.app.save_state() == SaveState{Saved::saving, 1, {}});
  CHECK(harness.store.pump_one());
  CHECK(harness.app.save_state() == SaveState{Saved::saved, 0, {}});
}

TEST_CASE("Only one write is ever on its way, so that a failure leaves no gap") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.enterprise("Q1");
  harness.engagement("E1", "P1", "Q1");
  CHECK(harness.store.waiting() == 1);
}

TEST_CASE("A failed write is told, kept, and repeated in order") {
  Harness harness;
  harness.open();
  harness.store.fail_write(1, "quota exceeded");
  harness.provider("P1");
  harness.enterprise("Q1");
  harness.store.pump();
  CHECK(harness.app.save_state() == SaveState{Saved::failed, 2, "quota exceeded"});
  CHECK(harness.app.ledger().sequence().facts.size() == 2);
  harness.app.export_bundle();
  CHECK(harness.files.files().at(0).bytes.find("\"P1\"") != std::string::npos);

  harness.app.retry();
  CHECK(harness.app.save_state() == SaveState{Saved::saving, 3, {}});  // the export has signed the feed's end
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::saved);
  const Reloaded again(harness.stored());
  CHECK(again.app.ledger().sequence().facts.size() == 2);
  CHECK(again.app.damage().empty());
}

TEST_CASE("A new action tries again what failed before it") {
  Harness harness;
  harness.open();
  harness.store.disconnect("connection lost");
  harness.provider("P1");
  harness.store.pump();
  CHECK(harness.app.save_state() == SaveState{Saved::failed, 1, "connection lost"});
  harness.enterprise("Q1");
  harness.store.pump();
  CHECK(harness.app.save_state() == SaveState{Saved::failed, 2, "connection lost"});
  harness.store.reconnect();
  harness.engagement("E1", "P1", "Q1");
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::saved);
  CHECK(Reloaded(harness.stored()).app.ledger().sequence().facts.size() == 3);
}

TEST_CASE("What was not confirmed before the page went away is not there afterwards, and the rest is whole") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.store.pump();
  harness.enterprise("Q1");
  harness.store.forget_answers();
  const Reloaded again(harness.stored());
  CHECK(again.app.ledger().sequence().facts.size() == 1);
  CHECK(again.app.damage().empty());
}

TEST_CASE("A new day changes what counts, without a new record") {
  Harness harness;
  harness.open();
  harness.provider("P1", "甲公司", "2025-07-01");
  CHECK(harness.app.state().providers().empty());
  const std::uint64_t revision = harness.app.revision();
  harness.app.begin_frame();
  CHECK(harness.app.revision() == revision);
  harness.clock.set_today(day("2025-07-01"));
  harness.app.begin_frame();
  CHECK(harness.app.revision() > revision);
  CHECK(harness.app.today() == day("2025-07-01"));
  CHECK(harness.app.state().providers().size() == 1);
}

TEST_CASE("Settings survive, and deleting the data leaves them") {
  Harness harness;
  harness.open();
  harness.app.set_language(Language::english);
  harness.app.set_theme(ThemePreference::dark);
  harness.app.set_role(Role::inspector);
  harness.provider("P1");
  harness.store.pump();
  Reloaded again(harness.stored());
  CHECK(again.app.settings() == Settings{Role::inspector, Language::english, ThemePreference::dark, {}, {}});
  CHECK(again.app.device().role == Role::inspector);
  again.app.clear();
  again.store.pump();
  CHECK(Reloaded(again.stored()).app.settings() == again.app.settings());
}

TEST_CASE("Clearing deletes every record and the identity, also while earlier writes wait or have failed") {
  Harness harness;
  harness.open();
  const std::string first_id = harness.app.device().id;
  harness.bad_case(5);
  SECTION("all saved") { harness.store.pump(); }
  SECTION("writes waiting") {}
  SECTION("the write on its way fails") { harness.store.fail_answer("late"); }
  SECTION("saving has failed for good") {
    harness.store.pump();
    harness.store.fail_write(1, "quota exceeded");
    harness.enterprise("Q2", "丙");
    harness.store.pump();
    REQUIRE(harness.app.save_state().kind == Saved::failed);
  }
  harness.app.clear();
  harness.store.pump();
  CHECK(harness.app.save_state().kind == Saved::saved);
  CHECK(harness.app.ledger().sequence().facts.size() == 0);
  CHECK(harness.app.device().id != first_id);
  for (const auto& [key, bytes] : harness.store.contents()) {
    CHECK_FALSE(key.starts_with("records/"));
    CHECK_FALSE(key.starts_with("feed/"));
  }
  CHECK(Reloaded(harness.stored()).app.device().id == harness.app.device().id);
}

TEST_CASE("Export, clear, import: the verdict is there again, and the records keep their device") {
  Harness harness;
  harness.open();
  harness.bad_case(5);
  const std::string device = harness.app.device().id;
  harness.app.export_bundle();
  const MemoryFiles::File file = harness.files.files().at(0);
  CHECK(file.name == "hengping-2025-06-30.json");
  CHECK(file.mime == "application/json");

  harness.app.clear();
  CHECK(harness.app.verdict("P1") == nullptr);
  harness.app.examine_file(file.name, file.bytes);
  REQUIRE(harness.app.import_preview() != nullptr);
  CHECK(harness.app.import_preview()->ok);
  CHECK(harness.app.import_preview()->source == Intake::Source::bundle);
  CHECK(harness.app.import_preview()->added == 9);  // with the founding of the ledger
  CHECK(harness.app.ledger().sequence().facts.size() == 0);
  CHECK(harness.app.confirm_import());
  CHECK(harness.app.import_preview() == nullptr);
  CHECK(ground(harness.app, "P1").met);
  CHECK(harness.app.ledger().feeds().at(0).device.id == device);
  CHECK(harness.app.device().id != device);
  CHECK(harness.bundle() == file.bytes);
  harness.store.pump();
  Reloaded again(harness.stored());
  CHECK(ground(again.app, "P1").met);

  harness.app.examine_file(file.name, file.bytes);
  CHECK(harness.app.import_preview()->added == 0);
  CHECK(harness.app.import_preview()->already_there == 8);
}

TEST_CASE("A file with faults is refused as a whole, each fault with its place and the text there") {
  Harness harness;
  harness.open();
  const std::string file =
      R"({"format":"hengping.facts","version":1,"facts":[)"
      R"({"kind":"enterprise.registered","on":"2025-02-30","enterprise":"Q1","name":"厂","uscc":")" +
      std::string(uscc_b) +
      R"(","industry":"汽车"},{"kind":"provider.moved","on":"2025-01-01"},)"
      R"({"kind":"rating.given","on":"2025-01-01","by":"enterprise","engagement":"E9","period":"2025-13","satisfaction":"satisfied"}]})";
  harness.app.examine_file("坏.json", file);
  const ImportPreview* preview = harness.app.import_preview();
  REQUIRE(preview != nullptr);
  CHECK_FALSE(preview->ok);
  CHECK(preview->name == "坏.json");
  CHECK(preview->fault_total == preview->faults.size());
  bool found_date = false;
  bool found_kind = false;
  bool found_period = false;
  for (const ImportFault& fault : preview->faults) {
    if (fault.fault.pointer == "/facts/0/on") {
      found_date = true;
      CHECK(fault.offending == "\"2025-02-30\"");
    }
    if (fault.fault.pointer == "/facts/1/kind") {
      found_kind = true;
      CHECK(fault.offending == "\"provider.moved\"");
    }
    if (fault.fault.pointer == "/facts/2/period") {
      found_period = true;
      CHECK(fault.offending == "\"2025-13\"");
    }
  }
  CHECK(found_date);
  CHECK(found_kind);
  CHECK(found_period);
  CHECK_FALSE(harness.app.confirm_import());
  CHECK(harness.app.ledger().sequence().facts.size() == 0);
  harness.app.discard_import();
  CHECK(harness.app.import_preview() == nullptr);
}

TEST_CASE("Text that is no JSON is refused without a crash and without text to show") {
  Harness harness;
  harness.open();
  for (const char* text : {"", "{", "[]", "\xFF\xFE", "{\"format\":\"hengping.facts\",\"facts\":[{]}"}) {
    harness.app.examine_file("x", text);
    REQUIRE(harness.app.import_preview() != nullptr);
    CHECK_FALSE(harness.app.import_preview()->ok);
    CHECK_FALSE(harness.app.import_preview()->faults.empty());
    CHECK_FALSE(harness.app.confirm_import());
  }
}

TEST_CASE("A file examined before another record was made is examined again before it is taken in") {
  Harness harness;
  harness.open();
  Harness other;
  other.open();
  other.provider("P1");
  other.app.export_bundle();
  harness.app.examine_file("b.json", other.files.files().at(0).bytes);
  REQUIRE(harness.app.import_preview()->ok);

  SECTION("it still fits") {
    harness.enterprise("Q1");
    CHECK(harness.app.confirm_import());
    CHECK(harness.app.ledger().size() == 5);  // two founded bureaus, a fact of each, and the receipt for the other's
  }
  SECTION("it fits no more") {
    const std::string facts =
        R"({"format":"hengping.facts","version":1,"facts":[{"kind":"enterprise.registered","on":"2025-01-01","enterprise":"Q1","name":"厂","uscc":")" +
        std::string(uscc_b) + R"(","industry":"汽车"}]})";
    harness.app.examine_file("f.json", facts);
    REQUIRE(harness.app.import_preview()->ok);
    harness.enterprise("Q1");
    CHECK_FALSE(harness.app.confirm_import());
    REQUIRE(harness.app.import_preview() != nullptr);
    CHECK_FALSE(harness.app.import_preview()->ok);
    CHECK(harness.app.ledger().sequence().facts.size() == 1);
  }
}

TEST_CASE("The demonstration city fills only an empty ledger") {
  const std::string facts =
      R"({"format":"hengping.facts","version":1,"facts":[{"kind":"enterprise.registered","on":"2025-01-01","enterprise":"Q7","name":"厂","uscc":")" +
      std::string(uscc_b) + R"(","industry":"汽车"}]})";
  Harness harness;
  CHECK_FALSE(harness.app.load_demo_city(facts));
  harness.open();
  CHECK_FALSE(harness.app.load_demo_city("{}"));
  CHECK(harness.app.load_demo_city(facts));
  CHECK_FALSE(harness.app.load_demo_city(facts));
  harness.store.pump();
  CHECK(Reloaded(harness.stored()).app.state().enterprise("Q7") != nullptr);
}
