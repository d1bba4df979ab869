// Taking in is all or nothing: memory may run out at any allocation of it.
#ifndef __EMSCRIPTEN__  // whose programs end when memory does
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <functional>
#include <new>

#include "core/ledger/extract.h"
#include "tests/core/facts_text.h"
#include "tests/core/ledger/keepers.h"

namespace {

/// Lets so many allocations succeed; then one fails, or all do.
struct Shortage {
  bool on = false;
  bool lasting = false;
  std::size_t left = 0;
  std::size_t failed = 0;
};
Shortage shortage;

void* allocate(std::size_t size) {
  if (shortage.on) {
    if (shortage.left > 0) {
      --shortage.left;
    } else {
      ++shortage.failed;
      shortage.on = shortage.lasting;
      throw std::bad_alloc();
    }
  }
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
// What asks without wanting an exception (stable_sort's buffer) must come from here as well, for it goes back here.
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t& /*tag*/) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t& /*tag*/) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

using namespace hengping;
using namespace hengping::test;

namespace {

/// All that may be asked of a ledger.
std::string all_of(const Ledger& ledger) {
  std::string all = ledger.write_bundle();
  for (const Fact* fact : ledger.sequence().facts)
    all += fact->on.to_string() + std::string(kind_name(fact->body)) + "\n";
  for (const Record& record : ledger.records()) all += std::string(standing_name(record.standing)) + "\n";
  for (const DeviceRights& one : ledger.rights()) {
    all += one.device.id + std::string(device_standing_name(one.standing)) + std::string(role_name(one.role)) +
           one.name + one.scope + std::to_string(one.records) + " " + std::to_string(one.waiting) + " " +
           std::to_string(one.revoked_after.size()) + "\n";
  }
  for (const std::string& root : ledger.roots()) all += root;
  for (const Feed& feed : ledger.feeds()) {
    all += feed.device.id + " " + std::to_string(feed.records.size()) + " " + std::to_string(feed.seen.size());
    if (feed.head) all += to_hex(feed.head->head.hash) + to_hex(feed.head->signature);
  }
  all += std::to_string(ledger.extracts().size());
  // What is asked of a file against it.
  const Intake again = ledger.examine(facts_file({provider_p1, finding("F9", "2025-02-01", "9.4")}), default_policy());
  for (const std::string& fault : faults_of(again.faults())) all += fault;
  return all + std::to_string(again.already_there());
}

/// Does it with memory running out at every place in turn: each time nothing has happened, and then it can be done.
void check_all_or_nothing(const Keeper& before, const std::function<void(Keeper&)>& act) {
  const std::string held = before.ledger_file();
  std::string done;
  for (const bool lasting : {false, true}) {
    std::size_t places = 0;
    for (bool reached = true; reached; ++places) {
      Keeper keeper(before, "5");
      const std::string as_before = all_of(keeper.ledger);
      bool refused = false;
      shortage = Shortage{true, lasting, places, 0};
      try {
        act(keeper);
      } catch (const std::bad_alloc&) {
        refused = true;
      }
      shortage.on = false;
      reached = shortage.failed > 0;
      if (refused) {
        const std::string after = all_of(keeper.ledger);
        if (after != as_before)
          FAIL("after failure " << places << (lasting ? " for good" : "") << ":\n"
                                << after << "\ninstead of\n"
                                << as_before);
        keeper.use_salts("5");
        act(keeper);
      }
      keeper.sign();
      // A search for scratch space may fail and be done without.
      const std::string after = all_of(keeper.ledger);
      if (done.empty()) done = after;
      if (after != done) FAIL("done after failure " << places << ":\n" << after << "\ninstead of\n" << done);
    }
    CHECK(places > 20);
  }
  CHECK(before.ledger_file() == held);
}

void take_bundle(Keeper& keeper, std::string_view bundle) {
  Intake intake = keeper.ledger.examine(bundle, default_policy(), &keeper.own.device);
  if (!intake.ok()) std::abort();
  static_cast<void>(keeper.ledger.take(std::move(intake), keeper.author()));
}

/// A bureau with an enterprise enrolled, and the enterprise's device.
std::pair<Keeper, Keeper> city() {
  Keeper bureau(1);
  bureau.found();
  bureau.take({provider_p1, enterprise_e1, engagement_c1});
  Keeper enterprise(2, Role::enterprise, "E1");
  enterprise.receive(bureau);
  static_cast<void>(trust_first_founders(enterprise.ledger));
  enterprise.take({rating("2025-01", "unsatisfied")});
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  return {std::move(bureau), std::move(enterprise)};
}

}  // namespace

TEST_CASE("Out of memory: facts are taken in whole or not at all") {
  const auto [bureau, enterprise] = city();
  // An identifier so long that remembering it needs memory.
  const std::string facts =
      facts_file({replaced(provider_p1, "\"P1\"", "\"P2\""), finding("F" + std::string(40, '1'), "2025-02-01", "9.4")});
  check_all_or_nothing(bureau, [&facts](Keeper& keeper) {
    Intake intake = keeper.ledger.examine(facts, default_policy(), &keeper.own.device);
    if (!intake.ok()) std::abort();
    static_cast<void>(keeper.ledger.take(std::move(intake), keeper.author()));
  });
}

TEST_CASE("Out of memory: a bundle is taken in whole or not at all") {
  auto [bureau, enterprise] = city();
  enterprise.receive(bureau);
  SECTION("more of a feed that is here, and a new feed") {
    enterprise.take({rating("2025-02", "unsatisfied")});
    Keeper inspector(3, Role::inspector);
    inspector.receive(enterprise);
    inspector.take({replaced(finding("F1", "2025-02-01", "9.4"), "{", R"({"by":"inspector",)")});
    const std::string bundle = inspector.bundle();
    check_all_or_nothing(bureau, [&bundle](Keeper& keeper) { take_bundle(keeper, bundle); });
  }
  SECTION("a fork, and a part without its beginning") {
    Keeper copy(enterprise, "9");
    enterprise.take({rating("2025-02", "unsatisfied")});
    copy.take({rating("2025-02", "satisfied")});
    bureau.receive(enterprise);
    Keeper stranger(4);
    stranger.take({replaced(provider_p1, "\"P1\"", "\"P7\"")});
    stranger.take({replaced(reinstated("2025-03-01"), "\"P1\"", "\"P7\"")});
    copy.receive(stranger);
    const std::string first = stranger.ledger.records()[0].bytes;
    const std::string bundle = replaced(copy.bundle(), first + ",\n", "");
    check_all_or_nothing(bureau, [&bundle](Keeper& keeper) { take_bundle(keeper, bundle); });
  }
  SECTION("statements by which others count no longer") {
    Keeper second(bureau, "9");
    second.state(DeviceRevoked{enterprise.id(), {}, "遗失"});
    second.take({replaced(provider_p1, "\"P1\"", "\"P3\"")});
    const std::string bundle = second.bundle();
    check_all_or_nothing(bureau, [&bundle](Keeper& keeper) { take_bundle(keeper, bundle); });
  }
  SECTION("only a part of a feed, with proof") {
    Keeper other(5);
    other.take({replaced(provider_p1, "\"P1\"", "\"P2\""), replaced(enterprise_e1, "\"E1\"", "\"E2\"")});
    ExtractOptions options;
    options.party = Role::provider;
    options.id = "P2";
    const std::string bundle = extract_bundle(other.ledger, options).bundle;
    check_all_or_nothing(bureau, [&bundle](Keeper& keeper) { take_bundle(keeper, bundle); });
  }
}

TEST_CASE("Out of memory: a statement, and whom a ledger believes, are settled whole or not at all") {
  const auto both = city();
  const Keeper& bureau = both.first;
  const Keeper& enterprise = both.second;
  SECTION("a statement") {
    check_all_or_nothing(bureau, [&](Keeper& keeper) {
      static_cast<void>(keeper.ledger.state(Statement{day("2025-03-01"), DeviceRevoked{enterprise.id(), {}, "遗失"}},
                                            keeper.author()));
    });
  }
  SECTION("the roots") {
    check_all_or_nothing(bureau, [&](Keeper& keeper) { keeper.ledger.set_roots({enterprise.id()}); });
  }
  SECTION("which device is ours") {
    check_all_or_nothing(bureau, [&](Keeper& keeper) { keeper.ledger.set_own_device(enterprise.id()); });
  }
}
#endif
