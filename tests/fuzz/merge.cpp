// Bytes as the course of a few weeks: two to five devices record, exchange bundles in any order, again and damaged, one is restored from a backup and
// used on. Whatever happened, a damaged bundle is refused or says the same, and when all have exchanged everything, all are equal.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/ledger/conflicts.h"
#include "core/ledger/extract.h"
#include "core/ledger/founding.h"
#include "core/ledger/irregularities.h"
#include "core/ledger/signature.h"
#include "core/rules/late_knowledge.h"
#include "core/state/state_hash.h"
#include "tests/core/rules/random_facts.h"

namespace {

using namespace hengping;

void require(bool promise, int line = __builtin_LINE()) {
  if (promise) return;
  std::fprintf(stderr, "broken promise in line %d\n", line);
  std::abort();
}

constexpr std::string_view instant = "2026-01-01T00:00:00Z";
const CivilDate today = test::day("2026-01-01");

struct Keeper {
  std::string seed;
  Device device;
  Ledger ledger;
  std::string backup;
  // Counted by each device for itself, so that an input says the same in any process.
  std::function<std::string(std::size_t)> salts;

  explicit Keeper(char number)
      : seed(seed_bytes, number),
        device(make_device(number == 1   ? Role::bureau
                           : number == 2 ? Role::enterprise
                                         : Role::bureau,
                           std::string(1, static_cast<char>('0' + number)), number == 2 ? "E1" : "",
                           to_hex(public_key_of(seed)))),
        salts([number, next = std::uint64_t{0}](std::size_t bytes) mutable {
          const std::string digits = std::to_string(++next);
          return static_cast<char>('0' + number) + std::string(2 * bytes - digits.size() - 1, '0') + digits;
        }) {
    ledger.set_own_device(device.id);
  }

  [[nodiscard]] Author author() const { return Author{device, instant, salts}; }
  void sign_ends() {
    while (const auto head = ledger.head_to_sign(device.id))
      require(ledger.accept_signature(*head, sign(head->message, seed)));
  }
  std::string bundle() {
    sign_ends();
    return ledger.write_bundle();
  }
  bool take(const std::string& text) {
    Intake intake = ledger.examine(text, default_policy(), &device);
    if (!intake.ok()) return false;
    const bool is_bundle = intake.source() == Intake::Source::bundle;
    ledger.take(std::move(intake), author());
    if (is_bundle) trust_first_founders(ledger);
    return true;
  }
  void state(StatementBody body) { ledger.state(Statement{today, std::move(body)}, author()); }
};

class Weeks {
 public:
  Weeks(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  void run() {
    const std::size_t count = 2 + draw(4);
    for (std::size_t i = 0; i < count; ++i) keepers_.emplace_back(static_cast<char>(i + 1));
    Keeper& bureau = keepers_.front();
    found_if_first(bureau.ledger, bureau.author(), today);
    require(bureau.take(test::small_world()));
    for (Keeper& one : keepers_) {
      if (&one != &bureau) require(one.take(bureau.bundle()));
      one.backup = one.bundle();
    }
    constexpr int most_steps = 60;
    for (int step = 0; step < most_steps && at_ < size_; ++step) do_something();
    meet();
  }

 private:
  std::uint32_t draw(std::uint32_t count) { return at_ < size_ ? data_[at_++] % count : 0; }
  Keeper& keeper() { return keepers_[draw(static_cast<std::uint32_t>(keepers_.size()))]; }

  void do_something() {
    Keeper& one = keeper();
    switch (draw(8)) {
      case 0:
      case 1:
      case 2: record(one); break;
      case 3: one.take(keeper().bundle()); break;
      case 4: take_damaged(one, keeper().bundle()); break;
      case 5: restore(one); break;
      case 6: speak(one); break;
      default: take_part(one, keeper()); break;
    }
  }

  void record(Keeper& one) {
    test::RandomFacts facts([this](std::uint32_t count) { return draw(count); });
    one.take(R"({"format":"hengping.facts","version":1,"facts":[)" + facts.next() + "]}");
  }

  // A byte or two of a bundle are other ones.
  void take_damaged(Keeper& one, const std::string& bundle) {
    std::string damaged = bundle;
    for (std::uint32_t i = 0; i <= draw(2); ++i) {
      const std::size_t place = ((std::size_t{draw(256)} << 16U) + (std::size_t{draw(256)} << 8U) + draw(256));
      damaged[place % damaged.size()] = static_cast<char>(draw(256));
    }
    Ledger scratch;
    Intake intake = scratch.examine(damaged, default_policy());
    if (!intake.ok() || intake.source() != Intake::Source::bundle) return;
    scratch.merge(std::move(intake));
    require(scratch.write_bundle() == bundle);
    require(one.take(damaged));
  }

  // What was recorded since is forgotten on the device, not on those that have it.
  void restore(Keeper& one) {
    one.ledger = Ledger();
    one.ledger.set_own_device(one.device.id);
    require(one.take(one.backup));
    if (draw(2) == 0) one.backup = one.bundle();
  }

  void speak(Keeper& one) {
    const Ledger& ledger = one.ledger;
    if (one.device.role != Role::bureau) return;
    const auto& rights = ledger.rights();
    const DeviceRights about = rights[draw(static_cast<std::uint32_t>(rights.size()))];
    const std::uint32_t record = draw(static_cast<std::uint32_t>(ledger.size()));
    const auto conflicts = find_conflicts(ledger);
    switch (draw(7)) {
      case 0: one.state(DeviceEnrolled{about.device.id, about.role, about.name, about.scope, {}}); break;
      case 1: {
        DeviceRevoked revoked{about.device.id, {}, "x"};
        if (draw(2) == 0) revoked.heads.push_back(ledger.records()[record].hash);
        one.state(std::move(revoked));
        break;
      }
      case 2: one.state(RecordAdmitted{ledger.records()[record].hash, "x"}); break;
      case 3: one.state(RecordRejected{ledger.records()[record].hash, "x"}); break;
      case 4: {
        AttachmentAdded added;
        added.about = ledger.records()[record].hash;
        added.attachment = Hash{static_cast<std::uint8_t>(draw(3))};
        added.size = 1;
        one.state(std::move(added));
        break;
      }
      case 5:
        one.state(AttachmentWithdrawn{ledger.records()[record].hash, Hash{static_cast<std::uint8_t>(draw(3))}, "x"});
        break;
      default:
        if (conflicts.empty()) break;
        const Conflict& conflict = conflicts[draw(static_cast<std::uint32_t>(conflicts.size()))];
        one.state(
            resolve(ledger, conflict, conflict.sides[draw(static_cast<std::uint32_t>(conflict.sides.size()))], "x"));
    }
  }

  // What concerns one party, read elsewhere.
  void take_part(Keeper& one, Keeper& other) {
    other.sign_ends();
    ExtractOptions options;
    options.party = draw(2) == 0 ? Role::provider : Role::enterprise;
    options.id = options.party == Role::provider ? "P1" : "E1";
    options.redact = draw(4) == 0;
    const ExtractedBundle part = extract_bundle(other.ledger, options);
    Ledger reader;
    Intake intake = reader.examine(part.bundle, default_policy());
    require(intake.ok());
    reader.merge(std::move(intake));
    // A redacted part cannot be taken where the whole may come later.
    if (!options.redact) require(one.take(part.bundle));
  }

  void meet() {
    for (int round = 0; round < 2; ++round) {
      for (Keeper& one : keepers_) {
        for (Keeper& other : keepers_) {
          if (&one != &other) require(one.take(other.bundle()));
        }
      }
    }
    const std::string bundle = keepers_.front().bundle();
    const std::string hash = state_hash(fold(keepers_.front().ledger.sequence(), CivilDate::after_all()));
    for (Keeper& one : keepers_) {
      require(one.bundle() == bundle);
      // What a device that is not enrolled has stated counts on itself alone.
      one.ledger.set_own_device({});
      if (&one == &keepers_.front()) continue;
      require(state_hash(fold(one.ledger.sequence(), CivilDate::after_all())) == hash);
    }
    const Ledger& ledger = keepers_.front().ledger;
    for (const Conflict& conflict : find_conflicts(ledger)) require(conflict.sides.size() > 1);
    static_cast<void>(find_irregularities(ledger));
    static_cast<void>(late_decisions(ledger, default_policy()));
    require(facts_known_on(ledger, today).size() <= ledger.sequence().facts.size());
    require(ledger.check_heads().empty());
  }

  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
  std::vector<Keeper> keepers_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Weeks(data, size).run();
  return 0;
}
