// The verdicts of one day, kept up to date record by record: what a form adds is answered without folding the whole ledger again.
#pragma once

#include "core/rules/evaluate.h"
#include "core/state/state.h"

namespace hengping {

/// At every moment equal to `evaluate(fold(sequence, as_of), policy in force, as_of)`. A record at the end of the legal order (the usual case:
/// stated today) is applied to the state and only its provider is judged again; one that belongs further back is folded in anew.
class LiveEvaluation {
 public:
  /// `base` is the policy in force until a record adopts another; it, the facts and their symbols must outlive this.
  LiveEvaluation(const FactSequence& sequence, const Policy& base, CivilDate as_of);

  /// After records have come to count, or (in another generation) no longer do.
  void update(const FactSequence& sequence);

  [[nodiscard]] CivilDate as_of() const { return as_of_; }
  [[nodiscard]] const State& state() const { return folding_.state(); }
  /// In force on the day.
  [[nodiscard]] const Policy& policy() const { return *policy_; }
  [[nodiscard]] const Answer& answer() const { return answer_; }

 private:
  void start_anew(const FactSequence& sequence);
  void judge(ProviderIndex provider);
  void judge_all();

  const Policy* base_;
  CivilDate as_of_;
  Folding folding_;
  std::size_t applied_ = 0;  // facts of the sequence, from its beginning
  std::uint64_t generation_ = 0;
  const Fact* last_ = nullptr;  // of those applied
  const Policy* policy_;
  Answer answer_;
};

}  // namespace hengping
