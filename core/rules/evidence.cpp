#include "core/rules/evidence.h"

#include "core/facts/sequence.h"
#include "core/policy/policy.h"

namespace hengping {

std::unique_ptr<Evidence> Evidence::read(std::string_view text, FaultList& faults) {
  std::unique_ptr<Evidence> evidence(new Evidence());
  evidence->file_ = read_input_file(text, evidence->symbols_, InputFile::Keep::facts, faults);
  const InputFile& file = evidence->file_;
  if (file.readable) {
    const std::vector<std::uint8_t> none(file.facts.size(), 0);
    const SymbolTable& symbols = evidence->symbols_;
    check_sequence(file.facts, none, SequenceBase{Identifiers(), FactSequence{&symbols, {}}, symbols, default_policy()},
                   faults);
  }
  if (!faults.empty()) return nullptr;
  evidence->ordered_ = in_legal_order(file);
  return evidence;
}

std::string Evidence::pointer_to(const Fact& fact) const {
  if (pointers_.empty()) {
    for (std::size_t i = 0; i < file_.facts.size(); ++i) {
      pointers_.emplace(&file_.facts[i].fact, "/facts/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < file_.feeds.size(); ++i) {
      const auto& records = file_.feeds[i].records;
      for (std::size_t j = 0; j < records.size(); ++j) {
        pointers_[&file_.facts[records[j].fact].fact] =
            "/feeds/" + std::to_string(i) + "/records/" + std::to_string(j) + "/body";
      }
    }
  }
  const auto found = pointers_.find(&fact);
  return found == pointers_.end() ? std::string() : found->second;
}

}  // namespace hengping
