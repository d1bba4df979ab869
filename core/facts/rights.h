// Who may state what (semantics §5).
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/facts/fact.h"

namespace hengping {

/// How the bureau may state a kind that belongs to a party.
enum class BureauRight : std::uint8_t {
  own,        ///< as its own
  on_behalf,  ///< only from a paper form of the party: `on_behalf: true`
};

/// Of one record kind: the roles beside the bureau, and the bureau's own right.
struct Rights {
  bool enterprise = false;
  bool inspector = false;
  bool provider = false;
  bool evaluator = false;
  BureauRight bureau = BureauRight::own;
};

/// Rights of a kind, by its index in Body.
[[nodiscard]] const Rights& rights_of(std::size_t kind);

/// Whether `role` may state the kind; `on_behalf` as stated.
[[nodiscard]] bool may_state(Role role, std::size_t kind, bool on_behalf);

}  // namespace hengping
