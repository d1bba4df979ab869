#include "shell/app/record_references.h"

#include <algorithm>
#include <array>
#include <variant>

#include "core/base/order.h"
#include "core/facts/names.h"
#include "shell/app/display.h"
#include "shell/app/record_views.h"

namespace hengping::shell {

RecordReference reference_to(const Ledger& ledger, std::size_t index) {
  const Record& record = ledger.records()[index];
  RecordReference reference;
  reference.record = index;
  reference.kind = kind_name(record.fact.body);
  reference.on = record.fact.on.to_string();
  reference.hash = record.hash_text();
  reference.device_name = ledger.feeds()[record.feed].device.name;
  reference.at = instant_text(record.at());
  return reference;
}

Records::Records(App& app, const std::function<bool(const Subject&)>& concerns) : ledger_(app.ledger()) {
  const State& state = app.state();
  std::size_t index = 0;
  for (const Record& record : ledger_.records()) {
    if (record.counts_as_fact() && concerns(subject_of(record.fact.body, ledger_.symbols(), state))) {
      by_body_.emplace(body_address(record.fact.body), index);
      indices_.push_back(index);
    }
    ++index;
  }
}

RecordReference Records::find(const void* body) const {
  const auto found = by_body_.find(body);
  return found == by_body_.end() ? RecordReference() : reference_to(ledger_, found->second);
}

RecordReference Records::find_duty_record(std::string_view ref) const {
  for (const std::size_t index : indices_) {
    if (duty_record_name(ledger_.records()[index].fact, ledger_.symbols()) == ref) return reference_to(ledger_, index);
  }
  return {};
}

std::vector<RecordReference> Records::list() const {
  std::vector<std::size_t> sorted(indices_.rbegin(), indices_.rend());
  put_in_order(sorted, [this](std::size_t a, std::size_t b) {
    return ledger_.records()[a].fact.on > ledger_.records()[b].fact.on;
  });
  std::vector<RecordReference> references;
  references.reserve(sorted.size());
  for (const std::size_t index : sorted) references.push_back(reference_to(ledger_, index));
  return references;
}

std::unordered_map<const Fact*, RecordReference> references_to(const Ledger& ledger,
                                                               const std::vector<const Fact*>& facts) {
  std::unordered_map<const Fact*, RecordReference> found;
  for (const Fact* fact : facts) found.emplace(fact, RecordReference());
  std::size_t index = 0;
  for (const Record& record : ledger.records()) {
    const auto wanted = found.find(&record.fact);
    if (wanted != found.end()) wanted->second = reference_to(ledger, index);
    ++index;
  }
  return found;
}

std::optional<std::string> duty_record_name(const Fact& fact, const SymbolTable& symbols) {
  const std::string on = ":" + fact.on.to_string();
  if (const auto* need = body_as<NeedListed>(fact.body))
    return "need:" + symbols.text(need->engagement) + ":" + symbols.text(need->need);
  if (const auto* submitted = body_as<DeliverableSubmitted>(fact.body)) {
    return "deliverable:" + symbols.text(submitted->engagement) + ":" +
           std::string(name_of(submitted->deliverable, deliverable_choices)) + on;
  }
  if (const auto* recorded = body_as<AssessmentRecorded>(fact.body)) {
    return "assessment:" + symbols.text(recorded->engagement) + ":" +
           std::string(name_of(recorded->phase, assessment_phase_choices)) + on;
  }
  if (const auto* reported = body_as<ProgressReported>(fact.body))
    return "progress:" + symbols.text(reported->engagement) + on;
  return std::nullopt;
}

}  // namespace hengping::shell
