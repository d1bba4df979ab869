#include "shell/cli/reading.h"

#include "core/rules/late_knowledge.h"

#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

std::unique_ptr<Reading> read_as_of(const std::string& file, const std::string& as_of, Console& console, Exit& exit,
                                    const std::string& known_on) {
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
  FaultList faults;
  auto reading = std::make_unique<Reading>();
  reading->evidence = Evidence::read(*text.value, faults);
  if (!reading->evidence) {
    exit = refuse(console, file, faults);
    return nullptr;
  }
  reading->as_of = *day;
  if (known_on.empty()) {
    reading->state = fold(reading->evidence->sequence(), *day);
  } else {
    const auto known_day = CivilDate::parse(known_on);
    if (!known_day) {
      exit = wrong_usage(console, CliText::usage_date, {known_on});
      return nullptr;
    }
    if (reading->evidence->is_facts_file()) {
      exit = refuse(console, file, not_a_ledger(file));
      return nullptr;
    }
    const auto known = facts_known_on(reading->evidence->ledger(), *known_day);
    reading->state = fold(FactSequence{reading->evidence->sequence().symbols, known}, *day);
  }
  reading->policy = &reading->state.policies().in_force(default_policy(), *day);
  exit = Exit::done;
  return reading;
}

}  // namespace hengping::cli
