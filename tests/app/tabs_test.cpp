// Several tabs on one store: one writes, the others show what becomes of it and may take over.
#include "tabs.h"

#include <utility>

using namespace hengping;
using namespace hengping::shell;
using Outcome = SubmitResult::Outcome;
using Saved = SaveState::Kind;

TEST_CASE("A second tab shows what is stored and follows every change, settings among them, without writing anything") {
  Browser browser;
  auto& first = browser.open();
  REQUIRE(first.enterprise("Q1").ok());
  browser.pump();
  auto& second = browser.open();
  CHECK(first.app.writing() == Writing::mine);
  CHECK(second.app.writing() == Writing::another);
  CHECK(second.app.phase() == Phase::ready);
  CHECK(second.app.device() == first.app.device());
  CHECK(second.app.save_state().kind == Saved::saved);
  const std::uint64_t changes = browser.database.changes;
  const std::uint64_t revision = second.app.revision();
  REQUIRE(first.enterprise("Q2").ok());
  first.app.set_theme(ThemePreference::dark);
  first.app.set_column_widths({{7, {120, 0}}});
  browser.pump();
  CHECK(second.times("Q2") == 1);
  CHECK(second.app.state().enterprises().size() == 2);
  CHECK(second.app.revision() > revision);
  CHECK(second.app.settings() == first.app.settings());
  CHECK(browser.database.changes == changes + 3);
  CHECK(second.app.ledger().write_bundle() == first.app.ledger().write_bundle());
}

TEST_CASE("A tab that follows changes nothing, says so, and hands out everything signed") {
  Browser browser;
  auto& first = browser.open();
  first.enterprise("Q1");
  auto& second = browser.open();
  const auto stored = browser.database.contents;
  CHECK(second.enterprise("Q2").outcome == Outcome::not_writer);
  second.app.set_language(Language::english);
  second.app.introduce(Role::bureau, "二", {});
  second.app.clear();
  second.app.state(BureauFounded{"局"});
  CHECK(second.app.refusals() == 5);
  second.app.set_column_widths({{7, {120, 0}}});
  CHECK(second.app.refusals() == 5);
  CHECK(second.bundle() == first.bundle());
  CHECK_FALSE(second.store.has_unsaved());
  CHECK(second.app.settings().language == Language::chinese);
  CHECK(second.times("Q2") == 0);
  CHECK(stored == browser.database.contents);
}

TEST_CASE("The first tab of all makes the device; one that opens beside it does not") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  CHECK_FALSE(first.app.device().id.empty());
  CHECK(second.app.device() == first.app.device());
  CHECK(first.signer.number() == second.signer.number());
}

TEST_CASE("Taking over, and back, goes on with one feed, and the former writer follows in place") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  for (int turn = 0; turn < 6; ++turn) {
    auto& writer = turn % 2 == 0 ? first : second;
    auto& other = turn % 2 == 0 ? second : first;
    REQUIRE(writer.enterprise("Q" + std::to_string(turn)).outcome == Outcome::accepted);
    browser.pump();
    CHECK(other.times("Q" + std::to_string(turn)) == 1);
    browser.take_over(other);
    CHECK(other.app.writing() == Writing::mine);
    CHECK(writer.app.writing() == Writing::another);
    CHECK(writer.app.stranded().changes == 0);
  }
  CHECK(first.sound());
  CHECK(second.sound());
  CHECK(first.app.state().enterprises().size() == 6);
  CHECK(first.bundle() == second.bundle());
}

TEST_CASE("A tab that missed something reads everything anew") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  second.store.freeze();
  first.enterprise("Q1");
  browser.pump();
  second.store.thaw();
  // Heard before it could look by itself.
  first.enterprise("Q2");
  browser.pump();
  CHECK(second.times("Q1") == 1);
  CHECK(second.times("Q2") == 1);
  CHECK(second.sound());
}

TEST_CASE("Deleting everything empties the other tabs too, and whoever takes over goes on as the new device") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  browser.pump();
  const Device before = second.app.device();
  first.app.clear();
  browser.pump();
  CHECK(second.app.ledger().size() == 0);
  CHECK(second.app.device() == first.app.device());
  CHECK(second.app.device() != before);
  second.signer = MemorySigner(first.signer.number());
  second.signer.set_listener(second.app);
  browser.take_over(second);
  REQUIRE(second.enterprise("Q1").ok());
  browser.pump();
  CHECK(second.app.device() == first.app.device());
  CHECK(first.times("Q1") == 1);
  CHECK(first.bundle() == second.bundle());
}

TEST_CASE("When the tab that writes is closed the next one goes on") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  auto& third = browser.open();
  first.enterprise("Q1");
  browser.pump();
  first.store.close();
  browser.pump();
  CHECK(second.app.writing() == Writing::mine);
  CHECK(third.app.writing() == Writing::another);
  CHECK(second.enterprise("Q2").outcome == Outcome::accepted);
  browser.pump();
  CHECK(third.app.state().enterprises().size() == 2);
}

TEST_CASE("A tab that cannot read the store, or reach the key, goes on following") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  browser.pump();
  second.store.fail_load("UnknownError: made to fail");
  browser.take_over(second);
  CHECK(second.app.phase() == Phase::ready);
  CHECK(second.app.writing() == Writing::another);
  CHECK(second.times("Q1") == 1);
  second.signer.fail_key("UnknownError: made to fail");
  browser.take_over(second);
  CHECK(second.app.writing() == Writing::another);
  browser.take_over(second);
  CHECK(second.app.writing() == Writing::mine);
  CHECK(second.enterprise("Q2").ok());
  browser.pump();
  CHECK(first.times("Q2") == 1);
}

TEST_CASE("Where the browser has deleted the store and the tab that wrote is gone, the next one writes what it holds") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  browser.pump();
  browser.database.contents.clear();
  browser.database.emptied = true;
  first.store.close();
  browser.pump();
  CHECK(second.app.store_was_lost());
  CHECK(second.app.save_state().kind == Saved::saved);
  auto& third = browser.open();
  CHECK(third.times("Q1") == 1);
  CHECK(third.sound());
}

TEST_CASE("An import that waits to be confirmed can be confirmed after taking over") {
  Harness other;
  other.open();
  other.bad_case(1);
  Browser browser;
  browser.open();
  auto& second = browser.open();
  second.app.examine_file("b", other.bundle());
  REQUIRE(second.app.import_preview() != nullptr);
  CHECK_FALSE(second.app.confirm_import());
  browser.take_over(second);
  REQUIRE(second.app.import_preview() != nullptr);
  CHECK(second.app.confirm_import());
  CHECK(second.app.ledger().size() > 3);
}

TEST_CASE("An export that waits for its signature is handed out over a change of hands") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  browser.pump();
  first.signer.wait();
  first.app.export_bundle();
  REQUIRE(first.app.exporting());
  browser.take_over(second);
  browser.take_over(first);
  first.signer.go_on();
  REQUIRE(first.files.files().size() == 1);
  CHECK(first.files.files().back().bytes == second.bundle());
}
