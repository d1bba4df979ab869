
#include "core/base/text.h"
#include "core/codec/calendar.h"
#include "core/codec/evaluation_json.h"
#include "core/rules/deadlines.h"
#include "shell/app/settings.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"
#include "shell/cli/reading.h"
#include "shell/cli/table.h"

namespace hengping::cli {

namespace {

CliText role_text(Role role) {
  switch (role) {
    case Role::bureau: return CliText::role_bureau;
    case Role::enterprise: return CliText::role_enterprise;
    case Role::inspector: return CliText::role_inspector;
    case Role::provider: return CliText::role_provider;
    case Role::evaluator: return CliText::role_evaluator;
  }
  return CliText::role_bureau;
}

void print_in_words(const std::vector<Deadline>& found, const Reading& reading, const DeadlineQuery& query,
                    Console& console) {
  const Words& words = console.words();
  console.print(words.say(CliText::deadlines_heading, {reading.as_of.to_string(), std::to_string(query.days)}) + "\n");
  std::vector<TableRow> rows;
  rows.push_back({words.say(CliText::column_day), words.say(CliText::column_role), words.say(CliText::column_provider),
                  words.say(CliText::column_matter)});
  std::size_t overdue = 0;
  for (const Deadline& one : found) {
    std::string roles;
    for (const Role role : one.roles) {
      if (!roles.empty()) roles += words.say(CliText::list_separator);
      roles += words.say(role_text(role));
    }
    if (one.days_left && *one.days_left < 0) ++overdue;
    const std::string& left = words.of(one.left);
    std::string matter = words.of(one.words);
    if (!left.empty()) matter += words.say(CliText::sentence_separator, {left});
    rows.push_back({one.due_on ? one.due_on->to_string() : words.say(CliText::deadlines_waits), std::move(roles),
                    one.provider, std::move(matter)});
  }
  if (!found.empty()) print_table(rows, console);
  console.print(words.say(CliText::deadlines_summary, {std::to_string(found.size()), std::to_string(overdue)}) + "\n");
}

}  // namespace

Exit list_deadlines(const DeadlinesRequest& request, Console& console) {
  const Words& words = console.words();
  constexpr int most_days = 36'500;
  const auto days = parse_digits(request.days);
  if (!days || *days > most_days) return wrong_usage(console, CliText::usage_days, {request.days});
  DeadlineQuery query;
  query.days = *days;
  if (!request.role.empty()) {
    query.role = shell::role_of(request.role);
    if (!query.role) return wrong_usage(console, CliText::usage_role, {request.role});
  }
  if (request.ics == standard_stream && request.json)
    return wrong_usage(console, CliText::usage_json_and_stdout, {"--ics -"});
  Exit exit = Exit::done;
  const auto reading = read_as_of(request.file, request.as_of, console, exit);
  if (!reading) return exit;
  const std::vector<Deadline> found = find_deadlines(reading->state, *reading->policy, reading->as_of, query);
  if (!request.ics.empty()) {
    CalendarOptions options;
    options.language = words.language() == Language::chinese ? &Bilingual::zh : &Bilingual::en;
    const std::string now = instant_now();
    options.stamp = now;
    options.alarm_days = 1;
    OutputFile file;
    if (file.open(request.ics)) file.write(write_calendar(found, reading->as_of, options));
    if (!file.commit()) {
      console.note(words.say(CliText::file_not_written, {request.ics, file.error()}));
      return Exit::refused;
    }
    if (request.ics == standard_stream) return Exit::done;  // nothing else among the calendar's bytes
    console.note(words.say(CliText::deadlines_written, {request.ics}));
  }
  if (request.json) {
    console.print_json(deadlines_json(found, reading->as_of, query));
  } else {
    print_in_words(found, *reading, query, console);
  }
  return Exit::done;
}

}  // namespace hengping::cli
