#include <utility>

#include "core/codec/json_parts.h"
#include "core/rules/evaluate.h"
#include "core/rules/verdict_change.h"
#include "shell/cli/commands.h"
#include "shell/cli/ledger_file.h"
#include "shell/cli/reading.h"

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
  FaultList faults;
  const auto tested = read_policy_file(request.policy, faults);
  if (!tested) return refuse(console, request.policy, faults);
  Exit exit = Exit::done;
  const auto reading = read_as_of(request.file, request.as_of, console, exit);
  if (!reading) return exit;
  const auto& [evidence, as_of, state, in_force] = *reading;
  const auto changes = verdict_changes(evaluate(state, *in_force, as_of), evaluate(state, *tested, as_of));
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("as_of", JsonValue::string(as_of.to_string()));
    json.set("in_force", policy_json(*in_force)).set("tested", policy_json(*tested));
    json.set("tested_holds", JsonValue::boolean(tested->holds_on(as_of)));
    json.set("changes", list_json(changes, change_json));
    console.print_json(json);
    return Exit::done;
  }
  console.print(
      words.say(CliText::policy_test_heading, {as_of.to_string(), in_force->title, std::to_string(in_force->version),
                                               std::to_string(tested->version)}) +
      "\n");
  if (!tested->holds_on(as_of)) console.note(words.say(CliText::policy_test_not_holding, {as_of.to_string()}));
  for (const VerdictChange& change : changes) {
    console.print("  " + change.provider + "  " + words.of(describe(change)) + "\n");
  }
  console.print(words.say(CliText::policy_test_summary, {std::to_string(changes.size())}) + "\n");
  return Exit::done;
}

}  // namespace hengping::cli
