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
  evidence->strands_ = intake.feeds();
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
  auto place = static_cast<std::size_t>(found - records.begin());
  auto strand = strands_.begin();
  for (; place >= strand->added; ++strand) place -= strand->added;
  const std::string feed = "/feeds/" + std::to_string(strand->index);
  // Of what is shown in part, records that stand elsewhere too were passed over.
  return strand->in_part ? feed : feed + "/records/" + std::to_string(place) + "/body";
}

}  // namespace hengping
