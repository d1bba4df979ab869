// Worlds of devices that state, decide and exchange at random, and what they must agree on in the end.
#pragma once

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <compare>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/ledger/irregularities.h"
#include "tests/core/ledger/keepers.h"
#include "tests/core/rules/random_facts.h"

namespace hengping::test {

/// All that a ledger says of who counts, and what follows from it.
struct Said {
  std::string bundle;
  std::string state;
  std::map<std::string, std::string> standings;  // by record
  std::map<std::string, std::string> devices;
  std::vector<std::string> irregularities;
  std::vector<std::string> order;  // of the facts that count
  auto operator<=>(const Said&) const = default;
};

inline Said said_by(const Ledger& ledger) {
  Said said;
  said.bundle = ledger.write_bundle();
  said.state = state_hash(fold(ledger.sequence(), CivilDate::after_all()));
  for (const Record& record : ledger.records())
    said.standings.emplace(record.hash_text(), standing_name(record.standing));
  for (const DeviceRights& one : ledger.rights()) {
    std::string rights = std::string(device_standing_name(one.standing)) + " " + std::string(role_name(one.role)) +
                         " " + one.name + " " + one.scope + " " + std::to_string(one.records) + " " +
                         std::to_string(one.waiting);
    for (const auto& heads : one.revoked_after) {
      rights += " revoked after";
      for (const Hash& head : heads) rights += " " + to_hex(head);
    }
    said.devices.emplace(one.device.id, rights);
  }
  for (const Irregularity& one : find_irregularities(ledger))
    said.irregularities.push_back(std::string(irregularity_name(one.kind)) + " " + one.device + " " +
                                  std::to_string(one.sequence) + " " + one.at + " " + one.other_at);
  for (const Fact* fact : ledger.sequence().facts) {
    for (const Record& record : ledger.records()) {
      if (&record.fact == fact) said.order.push_back(record.hash_text());
    }
  }
  return said;
}

/// Some devices that state, decide and exchange at random.
class World {
 public:
  explicit World(std::uint32_t seed) : seed_(seed), chance_(seed * 2654435761U + 1) {
    const std::size_t devices = 2 + below(4);
    Keeper& root = add(Role::bureau);
    root.found();
    root.take_text(small_world());
    while (keepers_.size() < devices) {
      constexpr std::array<Role, 5> roles = {Role::bureau, Role::enterprise, Role::provider, Role::inspector,
                                             Role::bureau};
      Keeper& next = add(roles[below(5)]);
      next.receive(root);
      REQUIRE(trust_first_founders(next.ledger));
    }
  }

  void run(int steps) {
    for (int i = 0; i < steps; ++i) step();
    // Everybody gets everything. What nobody has enrolled counts at home only: so all are enrolled that nothing is decided of.
    for (int round = 0; round < 2; ++round) {
      exchange_all();
      Keeper& root = keepers_.front();
      for (const Keeper& one : keepers_) {
        if (rights_here(root, one.id()) == DeviceStanding::unknown) root.enrol(one);
      }
    }
    exchange_all();
    const Said first = said_by(keepers_.front().ledger);
    for (const Keeper& one : keepers_) {
      INFO("seed " << seed_ << ", device " << one.id());
      const Said said = said_by(one.ledger);
      CHECK(said.bundle == first.bundle);
      CHECK(said.state == first.state);
      CHECK((said == first));
    }
    // And so does who reads it all at once.
    Ledger fresh;
    fresh.set_roots({keepers_.front().id()});
    Intake intake = fresh.examine(first.bundle, default_policy());
    REQUIRE(intake.ok());
    fresh.merge(std::move(intake));
    CHECK((said_by(fresh) == first));
    CHECK(fresh.check_heads().empty());
    for (const Record& record : fresh.records()) standings_.insert(record.standing);
    for (const DeviceRights& one : fresh.rights()) devices_.insert(one.standing);
  }

  [[nodiscard]] const std::set<RecordStanding>& standings() const { return standings_; }
  [[nodiscard]] const std::set<DeviceStanding>& devices() const { return devices_; }

 private:
  std::uint32_t below(std::size_t count) {
    chance_ = chance_ * 1664525U + 1013904223U;
    return static_cast<std::uint32_t>((chance_ >> 8U) % count);
  }
  Keeper& any() { return keepers_[below(keepers_.size())]; }
  Keeper& add(Role role) {
    const std::string scope = role == Role::enterprise ? "E1"
                              : role == Role::provider ? "P" + std::to_string(1 + below(3))
                                                       : "";
    return keepers_.emplace_back(static_cast<int>(seed_ % 20) * 10 + static_cast<int>(keepers_.size()) + 1, role,
                                 scope);
  }
  static DeviceStanding rights_here(const Keeper& keeper, const std::string& id) {
    for (const DeviceRights& one : keeper.ledger.rights()) {
      if (one.device.id == id) return one.standing;
    }
    return DeviceStanding::free;
  }

  void step() {
    Keeper& keeper = any();
    keeper.at = "2026-01-0" + std::to_string(1 + below(9)) + "T0" + std::to_string(below(10)) + ":00:00Z";
    switch (below(12)) {
      case 0:
      case 1:
      case 2: any().receive(keeper); break;
      case 3:
        if (keeper.own.device.role == Role::bureau) decide(keeper);
        break;
      case 4:  // a device restored from a backup, and both go on
        if (keepers_.size() < 7 && below(4) == 0) {
          Keeper copy(keeper, std::to_string(1 + keepers_.size()));
          copy.ledger.set_roots(keeper.ledger.roots());
          keepers_.push_back(std::move(copy));
        }
        break;
      default: state_facts(keeper); break;
    }
  }

  void state_facts(Keeper& keeper) {
    RandomFacts facts([this](std::uint32_t count) { return below(count); });
    for (std::uint32_t i = below(6); i < 6; ++i) {
      std::string one = facts.next();
      // Of a role's own device the facts are of that role.
      const std::string by = "{\"by\":\"" + std::string(role_name(keeper.own.device.role)) + "\",";
      if (one.find("\"by\"") == std::string::npos) one = replaced(one, "{", by);
      if (keeper.own.device.role == Role::bureau && one.find("rating.given") != std::string::npos)
        one = replaced(one, "\"by\":\"enterprise\"", "\"by\":\"bureau\",\"on_behalf\":true");
      static_cast<void>(keeper.try_take(facts_file({one})));
    }
  }

  void decide(Keeper& keeper) {
    const Ledger& ledger = keeper.ledger;
    const auto record = [&] { return ledger.records()[below(ledger.size())].hash; };
    const Keeper& about = any();
    switch (below(7)) {
      case 0: keeper.enrol(about); break;
      case 1: keeper.enrol(about, about.own.device.role, about.own.device.scope.empty() ? "" : "P3"); break;
      case 2: keeper.state(DeviceRevoked{about.id(), {record()}, "换机"}); break;
      case 3: keeper.state(DeviceRefused{about.id(), "不符"}); break;
      case 4: keeper.state(RecordAdmitted{record(), "核实"}); break;
      case 5: keeper.state(RecordRejected{record(), "有误"}); break;
      default: keeper.state(ConflictResolved{record(), {record()}, "核对"}); break;
    }
  }

  void exchange_all() {
    for (int round = 0; round < 2; ++round) {
      for (Keeper& to : keepers_) {
        for (const Keeper& from : keepers_) {
          if (&to != &from) to.receive(from);
        }
      }
    }
  }

  std::uint32_t seed_;
  std::uint32_t chance_;
  std::deque<Keeper> keepers_;
  std::set<RecordStanding> standings_;
  std::set<DeviceStanding> devices_;
};

}  // namespace hengping::test
