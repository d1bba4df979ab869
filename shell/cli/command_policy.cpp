#include <utility>

#include "core/rules/evaluate.h"
#include "core/rules/evidence.h"
#include "core/rules/verdict_change.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

namespace {

JsonValue policy_json(const Policy& policy) {
  JsonValue json = JsonValue::object();
  json.set("id", JsonValue::string(policy.id)).set("version", JsonValue::number(std::int64_t{policy.version}));
  return json;
}

}  // namespace

Exit test_policy(const PolicyTestRequest& request, Console& console) {
  const Words& words = console.words();
  const auto as_of = CivilDate::parse(request.as_of);
  if (!as_of) return wrong_usage(console, CliText::usage_date, {request.as_of});
  FaultList faults;
  const auto tested = read_policy_file(request.policy, faults);
  if (!tested) return refuse(console, request.policy, faults);
  console.progress(words.say(CliText::progress_reading, {request.file}));
  const Attempt<std::string> text = read_file(request.file);
  if (!text.value) return refuse(console, request.file, unreadable_file(request.file, text.error));
  const auto evidence = Evidence::read(*text.value, faults);
  console.clear_progress();
  if (evidence == nullptr) return refuse(console, request.file, faults);

  const State state = fold(evidence->sequence(), *as_of);
  const Policy& in_force = state.policies().in_force(default_policy(), *as_of);
  const auto changes = verdict_changes(evaluate(state, in_force, *as_of), evaluate(state, *tested, *as_of));
  if (request.json) {
    JsonValue list = JsonValue::array();
    for (const VerdictChange& change : changes) list.items().push_back(change_json(change));
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("as_of", JsonValue::string(as_of->to_string()));
    json.set("in_force", policy_json(in_force)).set("tested", policy_json(*tested));
    json.set("tested_holds", JsonValue::boolean(tested->holds_on(*as_of)));
    json.set("changes", std::move(list));
    console.print_json(json);
    return Exit::done;
  }
  console.print(
      words.say(CliText::policy_test_heading, {as_of->to_string(), in_force.title, std::to_string(in_force.version),
                                               std::to_string(tested->version)}) +
      "\n");
  if (!tested->holds_on(*as_of)) console.note(words.say(CliText::policy_test_not_holding, {as_of->to_string()}));
  for (const VerdictChange& change : changes) {
    console.print("  " + change.provider + "  " + words.of(describe(change)) + "\n");
  }
  console.print(words.say(CliText::policy_test_summary, {std::to_string(changes.size())}) + "\n");
  return Exit::done;
}

}  // namespace hengping::cli
