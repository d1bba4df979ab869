// How verdicts differ: between two days, before and after a record, or under two policies.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bilingual.h"
#include "core/rules/verdict.h"

namespace hengping {

/// One verdict that differs. `from` and `to` are as in the answer: a standing, the state of an order, "met" or "not_met" of a ground; of a trigger
/// "unaddressed", "waived" or "addressed:R3"; of Article 8 "available" or "closed". Empty: there was none.
struct VerdictChange {
  enum class Subject : std::uint8_t { standing, trigger, order, ground, replacement };
  std::string provider;
  Subject subject = Subject::standing;
  std::string ref;  ///< the trigger's ref, the order, the article, the contract; empty for the standing
  std::string from;
  std::string to;
  [[nodiscard]] bool operator==(const VerdictChange&) const = default;
};

[[nodiscard]] std::string_view verdict_subject_name(VerdictChange::Subject subject);

/// All that differs of one provider: standing, grounds, orders, triggers, replacement, each by ref. Null: not registered (yet).
[[nodiscard]] std::vector<VerdictChange> verdict_changes(const ProviderVerdict* before, const ProviderVerdict* after);
/// Of all providers, by identifier.
[[nodiscard]] std::vector<VerdictChange> verdict_changes(const Answer& before, const Answer& after);

/// The change as a sentence, with its article.
[[nodiscard]] Bilingual describe(const VerdictChange& change);

}  // namespace hengping
