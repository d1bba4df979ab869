// The identifiers that exist, and since when (semantics §1).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/civil_date.h"
#include "core/facts/kinds.h"

namespace hengping {

/// Since when an identifier exists: its fact's `on` and place among facts of that day. Places of a ledger come before those of a file.
struct Since {
  CivilDate on;
  std::int64_t place = 0;
  auto operator<=>(const Since&) const = default;
};

/// By name space and symbol. Complaints and findings share one name space, so an identifier of the one is taken for the other.
class Identifiers {
 public:
  struct Entry {
    NameSpace name_space = NameSpace::provider;
    bool there = false;
    Since since;
  };

  /// Keeps the earliest. Needs no memory where room has been made.
  void define(NameSpace name_space, std::uint32_t symbol, const Since& since);
  void make_room(NameSpace name_space, std::uint32_t symbol);
  /// Forgets all, and keeps the room.
  void clear();
  /// The entry under which the identifier is taken, or null.
  [[nodiscard]] const Entry* taken(NameSpace name_space, std::uint32_t symbol) const;
  /// The same, if what has the identifier is of that very type.
  [[nodiscard]] const Entry* find(NameSpace name_space, std::uint32_t symbol) const;

 private:
  std::array<std::vector<Entry>, name_spaces> entries_;  // by symbol
};

}  // namespace hengping
