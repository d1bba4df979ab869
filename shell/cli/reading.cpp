#include "shell/cli/reading.h"

#include <utility>

#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

std::unique_ptr<Reading> read_as_of(const std::string& file, const std::string& as_of, Console& console, Exit& exit) {
  const auto day = CivilDate::parse(as_of);
  if (!day) {
    exit = wrong_usage(console, CliText::usage_date, {as_of});
    return nullptr;
  }
  console.progress(console.words().say(CliText::progress_reading, {file}));
  Attempt<std::string> text = read_file(file);
  console.clear_progress();
  if (!text.value) {
    exit = refuse(console, file, unreadable_file(file, text.error));
    return nullptr;
  }
  auto reading = std::make_unique<Reading>();
  Intake intake = reading->ledger.examine(*text.value, default_policy());
  if (!intake.ok()) {
    exit = refuse(console, file, intake.faults());
    return nullptr;
  }
  // Whose records they become does not matter: nothing of this ledger is kept.
  Device nobody;
  nobody.id = std::string(32, '0');
  static_cast<void>(reading->ledger.take(std::move(intake), nobody, "1970-01-01T00:00:00Z"));
  reading->as_of = *day;
  reading->state = fold(reading->ledger.sequence(), *day);
  reading->policy = &reading->state.policies().in_force(default_policy(), *day);
  exit = Exit::done;
  return reading;
}

}  // namespace hengping::cli
