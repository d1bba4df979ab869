// Devices with keys, each with a ledger of its own: everything by numbers, nothing by chance.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ledger/founding.h"
#include "core/ledger/signature.h"
#include "core/state/state_hash.h"
#include "tests/core/support.h"

namespace hengping::test {

inline OwnDevice keyed_device(int number, Role role = Role::bureau, std::string scope = {}, std::string name = {}) {
  OwnDevice own;
  own.seed = std::string(seed_bytes - 1, '\x5A') + static_cast<char>(number);
  if (name.empty()) name = "设备" + std::to_string(number);
  own.device = make_device(role, std::move(name), std::move(scope), to_hex(public_key_of(own.seed)));
  return own;
}

/// A device, its ledger, and its clock. Whatever it adds to its feed is signed at once.
class Keeper {
 public:
  explicit Keeper(int number, Role role = Role::bureau, std::string scope = {}, std::string name = {})
      : own(keyed_device(number, role, std::move(scope), std::move(name))) {
    ledger.set_own_device(id());
    use_salts(std::to_string(number));
  }
  /// A copy that goes on by itself, as from a backup: the same key, and from now on other salts.
  Keeper(const Keeper& other, std::string_view salts) : own(other.own), at(other.at) {
    use_salts(salts);
    ledger.open(examined(other.ledger_file()));
  }
  /// From now on salts begin with these digits and count from 1.
  void use_salts(std::string_view digits) {
    digits_ = [digits = std::string(digits), next = 0](std::size_t bytes) mutable {
      const std::string count = std::to_string(++next);
      return digits + std::string(2 * bytes - digits.size() - count.size(), '0') + count;
    };
  }

  [[nodiscard]] const std::string& id() const { return own.device.id; }
  [[nodiscard]] Author author() const { return Author{own.device, at, digits_}; }
  [[nodiscard]] std::string bundle() const { return ledger.write_bundle(); }
  [[nodiscard]] std::string ledger_file() const { return ledger.write_ledger_file(own); }
  [[nodiscard]] std::string state() const { return state_hash(fold(ledger.sequence(), CivilDate::after_all())); }

  /// Facts as this device's own.
  std::vector<Appended> take(std::initializer_list<std::string_view> facts) { return take_text(facts_file(facts)); }
  std::vector<Appended> take_text(std::string_view text) {
    auto appended = ledger.take(examined(text), author());
    sign();
    return appended;
  }
  /// The same if the ledger takes them; whether it did.
  bool try_take(std::string_view text) {
    Intake intake = ledger.examine(text, default_policy(), &own.device);
    if (!intake.ok()) return false;
    static_cast<void>(ledger.take(std::move(intake), author()));
    sign();
    return true;
  }
  /// What another device, or a file, brings.
  std::vector<Appended> receive(std::string_view bundle) { return ledger.take(examined(bundle), author()); }
  std::vector<Appended> receive(const Keeper& other) { return receive(other.bundle()); }
  /// States something about the ledger and returns the record's hash.
  Hash state(StatementBody body, std::string_view on = "2025-01-01") {
    static_cast<void>(ledger.state(Statement{day(on), std::move(body)}, author()));
    sign();
    return end();
  }
  /// The first word of a bureau; its key becomes the root here.
  void found(std::string_view on = "2024-01-01") {
    REQUIRE_FALSE(found_if_first(ledger, author(), day(on)).empty());
    sign();
  }
  Hash enrol(const Keeper& other, Role role, std::string scope = {}, std::string_view on = "2025-01-01") {
    return state(DeviceEnrolled{other.id(), role, other.own.device.name, std::move(scope), {}}, on);
  }
  Hash enrol(const Keeper& other) { return enrol(other, other.own.device.role, other.own.device.scope); }

  /// Signs the end of the device's feed.
  void sign() {
    if (const auto head = ledger.head_to_sign(id()))
      REQUIRE(ledger.accept_signature(*head, hengping::sign(head->message, own.seed)));
  }

  /// The last record of this device.
  [[nodiscard]] Hash end() const {
    const Record* last = nullptr;
    for (const Record& record : ledger.records()) {
      if (ledger.feeds()[record.feed].device.id == id() && (last == nullptr || last->tick < record.tick))
        last = &record;
    }
    REQUIRE(last != nullptr);
    return last->hash;
  }
  [[nodiscard]] RecordStanding standing(const Hash& record) const {
    REQUIRE(ledger.find(record) != Record::nowhere);
    return ledger.records()[ledger.find(record)].standing;
  }
  [[nodiscard]] const DeviceRights& rights(const Keeper& other) const {
    for (const DeviceRights& one : ledger.rights()) {
      if (one.device.id == other.id()) return one;
    }
    FAIL("nothing of this device has arrived");
    return ledger.rights().front();
  }
  /// How many records stand so.
  [[nodiscard]] std::size_t count(RecordStanding standing) const {
    std::size_t number = 0;
    for (const Record& record : ledger.records()) number += record.standing == standing ? 1U : 0U;
    return number;
  }

  OwnDevice own;
  Ledger ledger;
  std::string at = std::string(test_instant);

 private:
  [[nodiscard]] Intake examined(std::string_view text) const {
    Intake intake = ledger.examine(text, default_policy(), &own.device);
    for (const std::string& fault : faults_of(intake.faults())) UNSCOPED_INFO(fault);
    REQUIRE(intake.ok());
    return intake;
  }
  std::function<std::string(std::size_t)> digits_;
};

}  // namespace hengping::test
