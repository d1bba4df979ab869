// A facts file, bundle or ledger as evidence to judge by: read, found sound, in legal order. Nothing of it is taken into a ledger.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/ledger/ledger.h"
#include "core/state/state.h"

namespace hengping {

class Evidence {
 public:
  /// Null if the text has faults, which then say where. Whether records are valid is judged by the policy in force on their days.
  [[nodiscard]] static std::unique_ptr<Evidence> read(std::string_view text, FaultList& faults);

  /// All facts that count, in legal order; valid as long as this is.
  [[nodiscard]] FactSequence sequence() const;
  [[nodiscard]] bool is_facts_file() const { return facts_.has_value(); }
  /// What the file holds beside facts, if it is a bundle or ledger file; empty for a facts file.
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  /// Where a fact of the sequence stands in the text: "/facts/17", "/feeds/0/records/3/body".
  [[nodiscard]] std::string pointer_to(const Fact& fact) const;

 private:
  Evidence() = default;

  Ledger ledger_;                          // of bundles and ledger files: what of them counts
  std::optional<Intake> facts_;            // of facts files
  std::vector<Intake::FeedNews> strands_;  // of bundles, in the order in which they were taken
  std::vector<const Fact*> ordered_;
};

}  // namespace hengping
