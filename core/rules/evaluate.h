// From a state to the answer of semantics §7, and from a file to its bytes.
#pragma once

#include <string>
#include <string_view>

#include "core/base/fault.h"
#include "core/policy/policy.h"
#include "core/rules/verdict.h"
#include "core/state/state.h"

namespace hengping {

[[nodiscard]] Answer evaluate(const State& state, const Policy& policy, CivilDate as_of);
/// One provider's verdict; the provider must be one of the state's.
[[nodiscard]] ProviderVerdict evaluate_provider(const State& state, const ProviderState& provider, const Policy& policy,
                                                CivilDate as_of);

/// The answer as JSON, ending in a newline: the same bytes natively and as WASM.
[[nodiscard]] std::string write_answer(const Answer& answer);
/// One element of its `providers`, and its `policy`.
[[nodiscard]] std::string write_provider_verdict(const ProviderVerdict& provider);
[[nodiscard]] std::string write_policy_name(std::string_view id, int version);

/// `{"ok": false, "faults": […]}`, ending in a newline (interfaces.md).
[[nodiscard]] std::string write_faults(const FaultList& faults);

/// Reads a facts file, bundle or ledger and answers for the day, by the policy in force on it or, if given, by `tested`; on faults the
/// refusal instead. Whether records are valid is judged by the policy in force on their days, never by one that is only tested.
struct EvaluateResult {
  bool ok = false;
  std::string json;
};
[[nodiscard]] EvaluateResult evaluate_text(std::string_view text, CivilDate as_of, const Policy* tested = nullptr);

}  // namespace hengping
