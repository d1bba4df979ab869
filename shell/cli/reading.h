// A file read and folded to a day: what every command needs that answers from a ledger, bundle or facts file.
#pragma once

#include <memory>
#include <string>

#include "core/rules/evidence.h"
#include "core/state/state.h"
#include "shell/cli/console.h"

namespace hengping::cli {

/// The state points into the evidence, so both stay together.
struct Reading {
  std::unique_ptr<Evidence> evidence;
  CivilDate as_of;
  State state;
  const Policy* policy = nullptr;  ///< in force on the day
};

/// Reads `file` as `evaluate` does; with `known_on` only what the bureau had by the end of that day counts (a facts file cannot tell). Nothing if the day is wrong or the file is refused: that has been said, and `exit` is how to end.
[[nodiscard]] std::unique_ptr<Reading> read_as_of(const std::string& file, const std::string& as_of, Console& console,
                                                  Exit& exit, const std::string& known_on = {});

}  // namespace hengping::cli
