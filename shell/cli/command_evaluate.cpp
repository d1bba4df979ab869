#include <utility>

#include "core/rules/evaluate.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"
#include "shell/cli/reading.h"
#include "shell/cli/table.h"

namespace hengping::cli {

namespace {

/// The number that is compared with the limit: a count, or points of lag.
std::string measured(const GroundVerdict& ground) {
  if (ground.lag) return ground.lag->to_string();
  return std::to_string(ground.count.value_or(0));
}

/// One line for each provider: who, standing, the grounds that are met.
Exit evaluate_in_words(const EvaluateRequest& request, const Policy* tested, Console& console) {
  const Words& words = console.words();
  Exit exit = Exit::done;
  const auto reading = read_as_of(request.file, request.as_of, console, exit, request.known_on);
  if (!reading) return exit;
  const auto& [evidence, as_of, state, in_force] = *reading;
  const Policy& policy = tested != nullptr ? *tested : *in_force;
  const Answer answer = evaluate(state, policy, as_of);

  std::vector<TableRow> rows;
  rows.push_back({words.say(CliText::column_provider), words.say(CliText::column_name),
                  words.say(CliText::column_standing), words.say(CliText::column_grounds)});
  std::size_t meeting = 0;
  for (const ProviderVerdict& verdict : answer.providers) {
    std::string grounds;
    for (const GroundVerdict& ground : verdict.grounds) {
      if (!ground.met) continue;
      if (!grounds.empty()) grounds += words.say(CliText::list_separator);
      grounds += words.of(article_name(ground.article));
      if (ground.limit) grounds += words.say(CliText::ground_count, {measured(ground), std::to_string(*ground.limit)});
    }
    if (grounds.empty()) {
      grounds = words.say(CliText::no_ground);
    } else {
      ++meeting;
    }
    const ProviderState* provider = state.provider(verdict.provider);
    rows.push_back({verdict.provider, provider == nullptr ? std::string() : provider->profile.name,
                    words.of(standing_words(verdict.standing)), std::move(grounds)});
  }
  console.print(
      words.say(CliText::evaluate_heading, {as_of.to_string(), policy.title, std::to_string(policy.version)}) + "\n");
  print_table(rows, console);
  console.print(
      words.say(CliText::evaluate_summary, {std::to_string(answer.providers.size()), std::to_string(meeting)}) + "\n");
  return Exit::done;
}

}  // namespace

Exit evaluate_file(const EvaluateRequest& request, Console& console) {
  const auto as_of = CivilDate::parse(request.as_of);
  if (!as_of) return wrong_usage(console, CliText::usage_date, {request.as_of});
  std::optional<Policy> tested;
  if (!request.policy.empty()) {
    FaultList faults;
    tested = read_policy_file(request.policy, faults);
    if (!tested) return refuse(console, request.policy, faults);
  }
  const Policy* policy = tested ? &*tested : nullptr;
  if (!request.json) return evaluate_in_words(request, policy, console);
  if (!request.known_on.empty()) {
    Exit exit = Exit::done;
    const auto reading = read_as_of(request.file, request.as_of, console, exit, request.known_on);
    if (!reading) return exit;
    console.print(
        write_answer(evaluate(reading->state, policy != nullptr ? *policy : *reading->policy, reading->as_of)));
    return Exit::done;
  }
  console.progress(console.words().say(CliText::progress_reading, {request.file}));
  Attempt<std::string> text = read_file(request.file);
  if (!text.value) return refuse(console, request.file, unreadable_file(request.file, text.error));
  const EvaluateResult result = evaluate_text(*text.value, *as_of, policy);
  console.print(result.json);
  if (!result.ok) console.note(console.words().say(CliText::input_refused_short, {request.file}));
  return result.ok ? Exit::done : Exit::refused;
}

}  // namespace hengping::cli
