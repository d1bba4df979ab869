#include "core/rules/evidence.h"

#include <algorithm>
#include <utility>

#include "core/policy/policy.h"

namespace hengping {

std::unique_ptr<Evidence> Evidence::read(std::string_view text, FaultList& faults) {
  std::unique_ptr<Evidence> evidence(new Evidence());
  Intake intake = evidence->ledger_.examine_for_answer(text, default_policy());
  if (!intake.ok()) {
    faults = intake.faults();
    return nullptr;
  }
  if (intake.source() == Intake::Source::facts) {
    evidence->ordered_ = intake.facts_in_legal_order();
    evidence->facts_ = std::move(intake);
    return evidence;
  }
  for (const Intake::FeedNews& strand : intake.feeds()) evidence->strands_.push_back(strand.added);
  evidence->ledger_.open(std::move(intake));
  return evidence;
}

FactSequence Evidence::sequence() const {
  if (!facts_) return ledger_.sequence();
  return FactSequence{&ledger_.symbols(), ordered_};
}

std::string Evidence::pointer_to(const Fact& fact) const {
  if (facts_) return facts_->pointer_to(fact);
  const auto& records = ledger_.records();
  const auto found =
      std::find_if(records.begin(), records.end(), [&fact](const Record& record) { return &record.fact == &fact; });
  if (found == records.end()) return {};
  // Into an empty ledger, records are taken in the order of the file.
  auto place = static_cast<std::size_t>(found - records.begin());
  std::size_t strand = 0;
  while (place >= strands_[strand]) place -= strands_[strand++];
  return "/feeds/" + std::to_string(strand) + "/records/" + std::to_string(place) + "/body";
}

}  // namespace hengping
