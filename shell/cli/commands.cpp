#include "shell/cli/commands.h"

#include <utility>

#include "core/base/text.h"
#include "core/rules/evaluate.h"
#include "shell/app/settings.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

Exit wrong_usage(Console& console, CliText text, std::initializer_list<std::string_view> words) {
  console.note(console.words().say(text, words));
  return Exit::usage;
}

Exit refuse(Console& console, std::string_view file, const FaultList& faults) {
  console.print(write_faults(faults));
  console.explain(file, faults);
  return Exit::refused;
}

Exit refuse(Console& console, std::string_view file, Fault fault) {
  FaultList faults;
  faults.add(std::move(fault));
  return refuse(console, file, faults);
}

// ---------------------------------------------------------------- ledger new

Exit new_ledger(const LedgerNewRequest& request, Console& console) {
  const Words& words = console.words();
  const auto role = shell::role_of(request.role);
  if (!role) return wrong_usage(console, CliText::usage_role, {request.role});
  if (!request.scope.empty() && !is_identifier(request.scope))
    return wrong_usage(console, CliText::usage_scope, {request.scope});
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.create(request.ledger, new_device(*role, request.name, request.scope), console, exit)) return exit;
  if (!target.save(console)) return Exit::refused;
  const Device& device = target.device();
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true));
    json.set("ledger", JsonValue::string(request.ledger));
    json.set("device", JsonValue::string(device.id));
    json.set("role", JsonValue::string(std::string(role_name(device.role))));
    json.set("name", JsonValue::string(device.name));
    if (!device.scope.empty()) json.set("scope", JsonValue::string(device.scope));
    json.set("fingerprint", JsonValue::string(fingerprint(device.id)));
    console.print_json(json);
  } else {
    console.print(words.say(CliText::ledger_made, {request.ledger, device.id}) + "\n");
  }
  return Exit::done;
}

}  // namespace hengping::cli
