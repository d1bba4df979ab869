// One hash of the folded state: equal on two devices that hold the same records (interfaces: `hengping state-hash`).
#pragma once

#include <string>

#include "core/state/state.h"

namespace hengping {

/// SHA-256 in hex over the state, an entity a line in RFC 8785 bytes, sorted: providers, enterprises, contracts, orders, complaints and
/// findings, decisions, policies, with all that is kept of each. It says nothing about how the records came to be there.
[[nodiscard]] std::string state_hash(const State& state);

}  // namespace hengping
