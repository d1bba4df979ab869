// A facts file, bundle or ledger as evidence to judge by: read, found sound, in legal order. Nothing of it is taken into a ledger.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/fault.h"
#include "core/codec/input_file.h"
#include "core/state/state.h"

namespace hengping {

class Evidence {
 public:
  /// Null if the text has faults, which then say where. Whether records are valid is judged by the policy in force on their days.
  [[nodiscard]] static std::unique_ptr<Evidence> read(std::string_view text, FaultList& faults);

  /// All facts in legal order; valid as long as this is.
  [[nodiscard]] FactSequence sequence() const { return FactSequence{&symbols_, ordered_}; }
  /// Where a fact of the sequence stands in the text: "/facts/17", "/feeds/0/records/3/body".
  [[nodiscard]] std::string pointer_to(const Fact& fact) const;

 private:
  Evidence() = default;

  SymbolTable symbols_;
  InputFile file_;
  std::vector<const Fact*> ordered_;
  mutable std::unordered_map<const Fact*, std::string> pointers_;  // made when first asked for
};

}  // namespace hengping
