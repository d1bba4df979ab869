// What is wrong with something that came from outside, and where (semantics §1 "Faults").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"

namespace hengping {

/// One fault. `pointer` is a JSON Pointer (RFC 6901) to the member at fault, of a missing member the one it would be.
struct Fault {
  std::string pointer;
  std::string code;            ///< stable, lower case, dotted: "field.missing", "date.impossible", …
  Bilingual message;           ///< what is wrong and what is expected
  std::size_t fact = no_fact;  ///< index of the fact, for ordering; no_fact for the document
  static constexpr std::size_t no_fact = static_cast<std::size_t>(-1);
};

/// Faults of one input. Keeps the first `limit` in the order of the document, and counts all.
class FaultList {
 public:
  static constexpr std::size_t limit = 100;

  void add(Fault fault);
  /// Adds all of another list.
  void take(FaultList other);
  [[nodiscard]] bool empty() const { return total_ == 0; }
  [[nodiscard]] std::size_t total() const { return total_; }
  /// At most `limit`, sorted by fact, then as they were found.
  [[nodiscard]] std::vector<Fault> sorted() const;
  void clear();

 private:
  std::vector<Fault> faults_;
  std::size_t total_ = 0;
};

}  // namespace hengping
