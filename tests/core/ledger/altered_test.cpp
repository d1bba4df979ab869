// Whatever byte of a signed bundle is changed: it is refused, or says the same.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <optional>

#include "tests/core/facts_text.h"
#include "tests/core/ledger/by_hand.h"
#include "tests/core/ledger/keepers.h"
#include "tests/core/rules/random_facts.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string award(std::string_view title) {
  return R"({"kind":"award.given","on":"2025-01-01","provider":"P1","reason":"评优","title":")" + std::string(title) +
         "\"}";
}

/// The text that a single record takes up.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string pointer;
};

std::vector<Span> records_in(const std::string& bundle, const Ledger& ledger) {
  std::vector<Span> spans;
  for (std::uint32_t i = 0; i < ledger.size(); ++i) {
    const std::string& bytes = ledger.records()[i].bytes;
    const std::size_t at = bundle.find(bytes);
    REQUIRE(at != std::string::npos);
    spans.push_back(Span{at, at + bytes.size(), ledger.pointer_in_bundle(i)});
  }
  return spans;
}

/// What changing one byte leads to; nothing if all is as it must be.
class Alterations {
 public:
  explicit Alterations(const Keeper& keeper)
      : bundle_(keeper.bundle()), records_(records_in(bundle_, keeper.ledger)), changed_(bundle_) {}

  [[nodiscard]] std::size_t size() const { return bundle_.size(); }
  [[nodiscard]] std::size_t refused() const { return refused_; }

  std::optional<std::string> try_out(std::size_t at, char byte) {
    if (bundle_[at] == byte) return std::nullopt;
    changed_[at] = byte;
    auto complaint = judge(at);
    if (complaint)
      *complaint += ": byte " + std::to_string(at) + " as " + std::to_string(static_cast<int>(byte)) + " in " +
                    changed_.substr(at < 30 ? 0 : at - 30, 60);
    changed_[at] = bundle_[at];
    return complaint;
  }

 private:
  std::optional<std::string> judge(std::size_t at) {
    Ledger ledger;
    Intake intake = ledger.examine(changed_, default_policy());
    if (intake.ok()) {
      ledger.merge(std::move(intake));
      if (!ledger.check_heads().empty()) {
        ++refused_;
        return std::nullopt;
      }
      if (ledger.write_bundle() == bundle_) return std::nullopt;
      return "taken, and says something else";
    }
    ++refused_;
    const std::string pointer = intake.faults().sorted().front().pointer;
    if (intake.faults().sorted().front().code.starts_with("json.")) return std::nullopt;  // it is no JSON any more
    for (const Span& record : records_) {
      if (at < record.begin || at >= record.end || pointer == record.pointer ||
          pointer.starts_with(record.pointer + "/"))
        continue;
      return "refused at " + pointer + " instead of " + record.pointer;
    }
    return std::nullopt;
  }

  std::string bundle_;
  std::vector<Span> records_;
  std::string changed_;
  std::size_t refused_ = 0;
};

/// A bureau founds its ledger and registers a provider; an inspector's device finds something; then the bureau's feed forks.
Keeper two_devices_and_a_fork() {
  Keeper bureau(1);
  bureau.found();
  bureau.take({provider_p1});
  Keeper inspector(2, Role::inspector);
  inspector.receive(bureau);
  inspector.take({replaced(finding("F1", "2025-02-01", "9.4"), "{", R"({"by":"inspector",)")});
  Keeper restored(bureau, "1");
  restored.take({award("甲")});
  bureau.take({award("乙")});
  bureau.receive(inspector);
  bureau.receive(restored);
  return bureau;
}

}  // namespace

TEST_CASE("Altered: every byte of a signed bundle of two devices and a fork is vouched for") {
  const Keeper keeper = two_devices_and_a_fork();
  REQUIRE(keeper.ledger.size() == 5);
  REQUIRE(faults_of(keeper.bundle()).empty());
  Alterations alterations(keeper);
  std::uint32_t chance = 1;
  std::size_t tried = 0;
  for (std::size_t at = 0; at < alterations.size(); ++at) {
    const char byte = keeper.bundle()[at];
    chance = chance * 1664525U + 1013904223U;
    for (const int other : {byte ^ 1, byte ^ 0x20, static_cast<int>(chance >> 24U)}) {
      const auto complaint = alterations.try_out(at, static_cast<char>(other));
      if (complaint) FAIL_CHECK(*complaint);
      ++tried;
    }
  }
  CHECK(alterations.refused() > tried * 9 / 10);
}

// 255 other values for every byte; takes a minute, so it runs only when asked for by name.
TEST_CASE("Altered: every byte to every other value", "[.exhaustive]") {
  const Keeper keeper = two_devices_and_a_fork();
  Alterations alterations(keeper);
  std::size_t complaints = 0;
  for (std::size_t at = 0; at < alterations.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      const auto complaint = alterations.try_out(at, static_cast<char>(byte));
      if (complaint && ++complaints < 20) FAIL_CHECK(*complaint);
    }
  }
  CHECK(complaints == 0);
  WARN(alterations.size() << " bytes, " << alterations.refused() << " changes refused");
}

TEST_CASE("Altered: bytes of a larger bundle, sampled") {
  Keeper bureau(1);
  bureau.found();
  bureau.take_text(small_world());
  Keeper enterprise(2, Role::enterprise, "E1");
  enterprise.receive(bureau);
  for (int month = 1; month <= 9; ++month) {
    for (const char* contract : {"C1", "C2", "C3", "C4"})
      enterprise.take({rating("2025-0" + std::to_string(month), "unsatisfied", "2025-10-01", contract)});
  }
  bureau.receive(enterprise);
  bureau.enrol(enterprise);
  REQUIRE(bureau.count(RecordStanding::counts) == bureau.ledger.size());
  Alterations alterations(bureau);
  std::uint32_t chance = 7;
  const auto draw = [&chance](std::size_t below) {
    chance = chance * 1664525U + 1013904223U;
    return static_cast<std::size_t>(chance >> 8U) % below;
  };
  for (int i = 0; i < 500; ++i) {
    const auto complaint = alterations.try_out(draw(alterations.size()), static_cast<char>(draw(256)));
    if (complaint) FAIL_CHECK(*complaint);
  }
}

TEST_CASE("Altered: white space between members carries no meaning, and a byte order mark is none") {
  const Keeper keeper = two_devices_and_a_fork();
  const std::string bundle = keeper.bundle();
  for (const auto& [from, to] :
       {std::pair("\n]}\n]}\n", "]}]}"), std::pair("{\"format\"", " {\t\"format\""),
        std::pair("\"feeds\":[", "\"feeds\" : [ "), std::pair("{\"format\"", "\xEF\xBB\xBF{\"format\"")}) {
    Ledger ledger;
    Intake intake = ledger.examine(replaced(bundle, from, to), default_policy());
    REQUIRE(intake.ok());
    ledger.merge(std::move(intake));
    CHECK(ledger.write_bundle() == bundle);
  }
}

TEST_CASE("Altered: what was signed of a feed as a set is checked when it is asked for") {
  // A head that its device has signed, but over another set: no reader of the records notices.
  StrandByHand strand(keyed_device(1));
  strand.add(replaced(award("甲"), "{", R"({"by":"bureau",)"));
  const std::string sound = bundle_of({strand.feed()});
  Ledger ledger;
  ledger.merge(ledger.examine(sound, default_policy()));
  CHECK(ledger.check_heads().empty());
  Ledger other;
  Intake intake = other.examine(bundle_of({strand.feed_with_bodies(Hash{1})}), default_policy());
  REQUIRE(intake.ok());
  other.merge(std::move(intake));
  CHECK(faults_of(other.check_heads()) == std::vector<std::string>{"/feeds/0/head/bodies bundle.bodies"});
}
