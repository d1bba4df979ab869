// Whom and what a record concerns.
#pragma once

#include <string_view>

#include "core/facts/fact.h"
#include "core/state/state.h"

namespace hengping::shell {

/// Identifiers that a body names, and those that follow from its contract; empty where there is none. Views into the symbol table.
struct Subject {
  std::string_view provider, enterprise, engagement, period;
};

/// `symbols` is the table of the body's identifiers; `state` says whose a contract is (nobody's while it is not yet signed).
[[nodiscard]] Subject subject_of(const Body& body, const SymbolTable& symbols, const State& state);

}  // namespace hengping::shell
