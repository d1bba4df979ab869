// Bundles with one byte changed, and what must become of them.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/core/facts_text.h"
#include "tests/core/ledger/by_hand.h"
#include "tests/core/ledger/keepers.h"

namespace hengping::test {

/// The text that a single record takes up.
struct RecordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string pointer;
};

inline std::vector<RecordSpan> records_in(const std::string& bundle, const Ledger& ledger) {
  std::vector<RecordSpan> spans;
  for (std::uint32_t i = 0; i < ledger.size(); ++i) {
    const std::string& bytes = ledger.records()[i].bytes;
    const std::size_t at = bundle.find(bytes);
    REQUIRE(at != std::string::npos);
    spans.push_back(RecordSpan{at, at + bytes.size(), ledger.pointer_in_bundle(i)});
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
    for (const RecordSpan& record : records_) {
      if (at < record.begin || at >= record.end || pointer == record.pointer ||
          pointer.starts_with(record.pointer + "/"))
        continue;
      return "refused at " + pointer + " instead of " + record.pointer;
    }
    return std::nullopt;
  }

  std::string bundle_;
  std::vector<RecordSpan> records_;
  std::string changed_;
  std::size_t refused_ = 0;
};

/// A bureau founds its ledger and registers a provider; an inspector's device finds something; then the bureau's feed forks.
inline Keeper two_devices_and_a_fork() {
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

}  // namespace hengping::test
