// What a tab had not stored when another took its turn, by force if it must: neither lost nor doubled.
#include <array>
#include <set>
#include <utility>

#include "shell/app/store_trouble.h"
#include "tabs.h"

using namespace hengping;
using namespace hengping::shell;
using Outcome = SubmitResult::Outcome;
using Saved = SaveState::Kind;

TEST_CASE("A frozen tab whose turn was taken writes nothing any more, and submits what it had when it writes again") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  first.app.set_theme(ThemePreference::dark);
  first.enterprise("Q2");
  first.store.freeze();
  browser.take_over(second);
  REQUIRE(second.enterprise("Q3").ok());
  browser.pump();
  first.store.thaw();
  browser.pump();
  CHECK(first.app.writing() == Writing::another);
  CHECK(first.app.save_state().kind == Saved::failed);
  CHECK(first.app.save_state().pending == 3);
  CHECK(trouble_of(first.app.save_state().reason) == StoreTrouble::taken);
  CHECK(first.times("Q1") == 0);
  CHECK(first.times("Q3") == 1);
  CHECK(first.store.has_unsaved());
  first.app.export_stranded();
  CHECK(first.files.files().back().name == "hengping-unsaved-2025-06-30.json");
  Harness elsewhere;
  elsewhere.open();
  elsewhere.app.examine_file("unsaved", first.files.files().back().bytes);
  CHECK(elsewhere.app.import_preview()->added == 2);

  browser.take_over(first);
  CHECK(first.app.save_state().kind == Saved::saved);
  CHECK(first.app.stranded().changes == 0);
  CHECK_FALSE(first.store.has_unsaved());
  for (const std::string id : {"Q1", "Q2", "Q3"}) {
    CHECK(first.times(id) == 1);
    CHECK(second.times(id) == 1);
  }
  CHECK(second.app.settings().theme == ThemePreference::dark);
  CHECK(first.sound());
}

TEST_CASE("What was stored though the tab never heard of it is not stored twice, a fact or a statement") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  browser.pump();
  first.store.swallow_answer();
  first.app.state(DeviceEnrolled{"00112233445566778899aabbccddeeff", Role::provider, "甲", "P1", {}});
  first.store.pump_one();
  first.enterprise("Q2");
  first.store.freeze();
  browser.take_over(second);
  const std::size_t records = second.app.ledger().size();
  // The same is stated in the other tab, as people do who do not see what they did.
  REQUIRE(second.enterprise("Q2").outcome == Outcome::accepted);
  browser.pump();
  first.store.thaw();
  browser.pump();
  browser.take_over(first);
  CHECK(first.app.ledger().size() == records + 1);
  CHECK(first.app.stranded().changes == 0);
  CHECK(first.app.save_state().kind == Saved::saved);
}

TEST_CASE("Statements that were not stored are stated again with their day") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  browser.pump();
  first.app.state(DeviceEnrolled{"00112233445566778899aabbccddeeff", Role::provider, "甲", "P1", {}});
  first.enterprise("Q2");
  first.store.freeze();
  browser.take_over(second);
  first.store.thaw();
  browser.pump();
  first.clock.set_today(day("2025-07-01"));
  const std::size_t before = first.app.ledger().size();
  browser.take_over(first);
  REQUIRE(first.app.ledger().size() == before + 2);
  const Record& stated = first.app.ledger().records()[before];
  REQUIRE(stated.statement);
  CHECK(stated.statement->on == day("2025-06-30"));
  CHECK(std::get<DeviceEnrolled>(stated.statement->body).name == "甲");
  CHECK(first.times("Q2") == 1);
}

TEST_CASE("What others' devices had stated and was not stored is taken in again") {
  Harness other;
  other.open();
  other.bad_case(2);
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.app.examine_file("b", other.bundle());
  first.store.freeze();
  REQUIRE(first.app.confirm_import());
  const std::size_t records = first.app.ledger().size();
  browser.take_over(second);
  first.store.thaw();
  browser.pump();
  CHECK(first.app.ledger().size() == 0);
  CHECK(first.app.save_state().kind == Saved::failed);
  browser.take_over(first);
  CHECK(first.app.ledger().size() == records);
  CHECK(second.app.ledger().size() == records);
  CHECK(first.app.save_state().kind == Saved::saved);
}

TEST_CASE("What cannot stand beside what was stored meanwhile stays told until it is exported or given up") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1", "先到工厂");
  first.enterprise("Q2");
  first.store.freeze();
  browser.take_over(second);
  second.enterprise("Q1", "后到工厂");
  browser.pump();
  first.store.thaw();
  browser.pump();
  browser.take_over(first);
  CHECK(first.times("Q1") == 1);
  CHECK(first.times("Q2") == 1);
  CHECK(first.app.writing() == Writing::mine);
  CHECK(first.app.save_state().kind == Saved::failed);
  CHECK(first.app.stranded().own.size() == 1);
  first.app.export_stranded();
  CHECK(first.files.files().back().bytes.find("先到工厂") != std::string::npos);
  first.app.discard_stranded();
  CHECK(first.app.save_state().kind == Saved::saved);
}

TEST_CASE("Deleting everything that did not happen in time is told and does not happen later") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.enterprise("Q1");
  browser.pump();
  first.store.freeze();
  first.app.clear();
  browser.take_over(second);
  first.store.thaw();
  browser.pump();
  CHECK(first.times("Q1") == 1);
  CHECK(first.app.save_state().kind == Saved::failed);
  browser.take_over(first);
  CHECK(first.times("Q1") == 1);
  CHECK(first.app.clear_failure() == not_writer_reason);
}

TEST_CASE("What is refused and then taken over is not lost either") {
  Browser browser;
  auto& first = browser.open();
  auto& second = browser.open();
  first.store.refuse("QuotaExceededError: full");
  first.enterprise("Q1");
  browser.pump();
  CHECK(trouble_of(first.app.save_state().reason) == StoreTrouble::full);
  browser.take_over(second);
  CHECK(trouble_of(first.app.save_state().reason) == StoreTrouble::taken);
  first.store.refuse({});
  browser.take_over(first);
  CHECK(second.times("Q1") == 1);
}

TEST_CASE("Tabs that take turns by force, frozen and refused at random, lose nothing and double nothing") {
  std::uint64_t state = 20'251'124;
  const auto random = [&state](std::uint64_t below) {
    state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
    return (state >> 33U) % below;
  };
  Browser browser;
  for (int i = 0; i < 3; ++i) browser.open();
  std::array<bool, 3> frozen{};
  std::set<std::string> submitted;
  for (int step = 0; step < 600; ++step) {
    const std::size_t which = random(3);
    auto& tab = *browser.tabs[which];
    switch (random(8)) {
      case 0: tab.app.take_over(); break;
      case 1:
        if (std::exchange(frozen.at(which), !frozen.at(which))) {
          tab.store.thaw();
        } else {
          tab.store.freeze();
        }
        break;
      case 2: tab.store.refuse(random(2) == 0 ? "AbortError: made to fail" : ""); break;
      case 3: tab.app.retry(); break;
      case 4:
        for (std::uint64_t count = random(6); count > 0; --count) tab.store.pump_one();
        break;
      default: {
        const std::string id = "Q" + std::to_string(step);
        if (tab.enterprise(id).ok()) submitted.insert(id);
      }
    }
    if (random(4) == 0) browser.pump();
  }
  // In the end every tab has its turn.
  for (const auto& tab : browser.tabs) {
    tab->store.refuse({});
    tab->store.thaw();
  }
  browser.pump();
  for (int round = 0; round < 2; ++round) {
    for (const auto& tab : browser.tabs) {
      browser.take_over(*tab);
      tab->app.retry();
      browser.pump();
    }
  }
  CHECK(submitted.size() > 50);
  auto& last = browser.open();
  CHECK(last.sound());
  std::size_t missing = 0;
  for (const std::string& id : submitted) missing += last.times(id) == 1 ? 0U : 1U;
  CHECK(missing == 0);
  CHECK(last.app.state().enterprises().size() == submitted.size());
  for (const auto& tab : browser.tabs) {
    CHECK(tab->app.save_state().kind == Saved::saved);
    CHECK(tab->app.ledger().write_bundle() == last.app.ledger().write_bundle());
  }
}
