// Results go to stdout, all else to stderr; progress only where a person watches.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/fault.h"
#include "core/codec/json_value.h"
#include "shell/cli/words.h"

namespace hengping::cli {

/// How the program ends (interfaces: 0 done, 1 the answer is no or the input was refused, 2 wrong usage).
enum class Exit : int { done = 0, refused = 1, usage = 2 };

class Console {
 public:
  explicit Console(const Words& words);

  [[nodiscard]] const Words& words() const { return words_; }
  /// To stdout, as it is.
  void print(std::string_view text);
  /// To stdout, as one line of JSON.
  void print_json(const JsonValue& value);
  /// To stderr, as a line.
  void note(std::string_view text);
  /// A passing line on stderr while something takes long; nothing where stderr is no terminal.
  void progress(std::string_view text);
  void clear_progress();
  /// Names every fault listed, with its place, on stderr.
  void explain(std::string_view file, const FaultList& faults);
  /// False if something printed did not arrive (a full disk, say).
  [[nodiscard]] bool flush();

 private:
  const Words& words_;
  bool terminal_ = false;
  bool progress_shown_ = false;
};

[[nodiscard]] JsonValue fault_json(const Fault& fault);

/// How many columns a terminal gives the text: two for each ideograph.
[[nodiscard]] std::size_t columns(std::string_view utf8);
/// The text with spaces after it up to so many columns.
[[nodiscard]] std::string padded(std::string_view utf8, std::size_t width);

}  // namespace hengping::cli
