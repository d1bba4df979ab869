#include "core/rules/live_evaluation.h"

#include <algorithm>
#include <set>

namespace hengping {

LiveEvaluation::LiveEvaluation(const FactSequence& sequence, const Policy& base, CivilDate as_of)
    : base_(&base), as_of_(as_of), folding_(*sequence.symbols), policy_(&base) {
  start_anew(sequence);
}

void LiveEvaluation::start_anew(const FactSequence& sequence) {
  folding_ = Folding(*sequence.symbols);
  applied_ = 0;
  generation_ = sequence.generation;
  last_ = nullptr;
  for (const Fact* fact : sequence.facts) {
    if (fact->on > as_of_) break;
    folding_.apply(*fact);
    ++applied_;
    last_ = fact;
  }
  judge_all();
}

void LiveEvaluation::update(const FactSequence& sequence) {
  // Within a generation facts are only ever added: if the last one applied stands where it stood, nothing came before it.
  if (generation_ != sequence.generation) return start_anew(sequence);
  if (applied_ != 0 && sequence.facts[applied_ - 1] != last_) return start_anew(sequence);
  std::set<ProviderIndex> touched;
  for (; applied_ < sequence.facts.size() && sequence.facts[applied_]->on <= as_of_; ++applied_) {
    last_ = sequence.facts[applied_];
    folding_.apply(*last_);
    if (const auto provider = state().provider_of(last_->body)) touched.insert(*provider);
  }
  if (&state().policies().in_force(*base_, as_of_) != policy_) return judge_all();
  for (const ProviderIndex provider : touched) judge(provider);
}

void LiveEvaluation::judge_all() {
  policy_ = &state().policies().in_force(*base_, as_of_);
  answer_ = evaluate(state(), *policy_, as_of_);
}

void LiveEvaluation::judge(ProviderIndex provider) {
  ProviderVerdict verdict = evaluate_provider(state(), state().providers()[provider], *policy_, as_of_);
  auto& all = answer_.providers;
  const auto place =
      std::lower_bound(all.begin(), all.end(), verdict.provider,
                       [](const ProviderVerdict& one, const std::string& id) { return one.provider < id; });
  if (place != all.end() && place->provider == verdict.provider) {
    *place = std::move(verdict);
  } else {
    all.insert(place, std::move(verdict));
  }
}

}  // namespace hengping
