// Several tabs on one store: one writes, the others show what becomes of it and may take over, by force if they must.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "harness.h"
#include "shell/app/memory_tabs.h"
#include "shell/app/store_trouble.h"

using namespace hengping;
using namespace hengping::shell;
using Outcome = SubmitResult::Outcome;
using Saved = SaveState::Kind;

namespace {

/// The tabs of one browser: one store and one key.
struct Browser {
  struct Tab {
    MemoryTab store;
    MemorySigner signer;
    ManualClock clock{day("2025-06-30")};
    CountingIds ids;
    MemoryFiles files;
    App app{App::Ports{store, clock, ids, files, signer}};

    Tab(MemoryDatabase& database, std::uint64_t key, std::uint64_t first_id)
        : store(database), signer(key), ids(first_id) {
      store.set_listener(app);
      signer.set_listener(app);
      app.open();
    }
    SubmitResult enterprise(const std::string& id, std::string_view name = "乙工厂") {
      EnterpriseForm form = new_enterprise_form(app);
      form.on = "2025-01-01";
      form.enterprise = id;
      form.name = name;
      form.uscc = uscc_b;
      form.industry = "汽车零部件";
      form.scale = EnterpriseScale::specialised;
      return app.submit(make_fact(form, app.settings().role));
    }
    std::string bundle() {
      app.export_bundle();
      INFO(app.export_failure());
      REQUIRE(app.export_failure().empty());
      return files.files().back().bytes;
    }
    [[nodiscard]] std::size_t times(std::string_view id) const {
      const std::string named = "\"enterprise\":\"" + std::string(id) + "\"";
      std::size_t count = 0;
      for (const Record& record : app.ledger().records())
        count += record.body().find(named) == std::string_view::npos ? 0U : 1U;
      return count;
    }
    [[nodiscard]] bool sound() const { return app.damage().empty() && app.ledger().feeds().size() <= 1; }
  };

  std::uint64_t key = ++Harness::made;
  std::uint64_t opened = 0;
  MemoryDatabase database;
  std::vector<std::unique_ptr<Tab>> tabs;

  Tab& open() {
    if (!tabs.empty()) key = tabs.back()->signer.number();
    tabs.push_back(std::make_unique<Tab>(database, key, 100'000'000 * ++opened));
    pump();
    return *tabs.back();
  }
  void pump() {
    for (bool any = true; any;) {
      any = false;
      for (const auto& tab : tabs) any = tab->store.pump_one() || any;
    }
  }
  void take_over(Tab& tab) {
    tab.app.take_over();
    pump();
  }
};

}  // namespace

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
