// Writes the facts file piece by piece, so that a file of any length needs the memory of one piece.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/civil_date.h"
#include "core/facts/fact.h"

namespace hengping::cli {

class FactWriter {
 public:
  using Sink = std::function<void(std::string_view)>;
  using Progress = std::function<void(std::uint64_t)>;

  /// Only counts what would be written: what a story takes is found out by telling it to such a writer.
  FactWriter() = default;
  /// `progress` hears now and then how many facts are written.
  FactWriter(Sink sink, Progress progress);

  /// A fact begins: its kind, its day and who states it. Fields follow, then end().
  FactWriter& begin(std::string_view kind, CivilDate on, Role by = Role::bureau);
  /// Stated by the bureau from a paper form of the party (semantics §5).
  FactWriter& begin_on_behalf(std::string_view kind, CivilDate on, std::string_view note);
  FactWriter& text(std::string_view key, std::string_view value);
  FactWriter& date(std::string_view key, CivilDate value);
  FactWriter& truth(std::string_view key, bool value);
  FactWriter& number(std::string_view key, std::int64_t value);
  /// A number with two decimals, given in hundredths.
  FactWriter& hundredths(std::string_view key, std::int64_t value);
  /// JSON that the caller has made.
  FactWriter& raw(std::string_view key, std::string_view json);
  void end();

  [[nodiscard]] std::uint64_t written() const { return written_; }
  [[nodiscard]] bool counts_only() const { return !sink_; }
  /// Contracts signed in what was written.
  [[nodiscard]] std::uint64_t contracts() const { return contracts_; }
  /// Ends the file.
  void finish();

 private:
  void key(std::string_view key);

  Sink sink_;
  Progress progress_;
  std::string buffer_;
  std::uint64_t written_ = 0;
  std::uint64_t contracts_ = 0;
};

/// "8", "8.5", "8.25" for 800, 850, 825.
[[nodiscard]] std::string hundredths_text(std::int64_t value);

}  // namespace hengping::cli
