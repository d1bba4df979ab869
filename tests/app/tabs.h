// The tabs of one browser, each an app of its own.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "harness.h"
#include "shell/app/memory_tabs.h"

namespace hengping::shell {

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

}  // namespace hengping::shell
