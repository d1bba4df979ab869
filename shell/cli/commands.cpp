#include "shell/cli/commands.h"

#include <utility>

#include "core/rules/evaluate.h"
#include "shell/app/display.h"
#include "shell/app/json_text.h"
#include "shell/cli/files.h"
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
  if (request.ledger == standard_stream) return wrong_usage(console, CliText::usage_ledger_is_a_file);
  LedgerLock lock;
  switch (lock.lock(request.ledger)) {
    case LedgerLock::Outcome::locked: break;
    case LedgerLock::Outcome::busy:
      console.note(words.say(CliText::ledger_busy, {request.ledger}));
      return Exit::refused;
    case LedgerLock::Outcome::failed:
      console.note(words.say(CliText::file_not_written, {request.ledger, lock.error()}));
      return Exit::refused;
  }
  if (file_exists(request.ledger)) {
    console.note(words.say(CliText::ledger_exists, {request.ledger}));
    return Exit::refused;
  }
  const Device device = new_device(*role, request.name);
  OutputFile file;
  if (file.open(request.ledger)) file.write(Ledger().write_ledger_file(device));
  if (!file.commit()) {
    console.note(words.say(CliText::file_not_written, {request.ledger, file.error()}));
    return Exit::refused;
  }
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true));
    json.set("ledger", JsonValue::string(request.ledger));
    json.set("device", JsonValue::string(device.id));
    json.set("role", JsonValue::string(std::string(role_name(device.role))));
    json.set("name", JsonValue::string(device.name));
    console.print_json(json);
  } else {
    console.print(words.say(CliText::ledger_made, {request.ledger, device.id}) + "\n");
  }
  return Exit::done;
}

// ---------------------------------------------------------------- export

Exit export_bundle(const ExportRequest& request, Console& console) {
  const Words& words = console.words();
  if (request.json && request.output == standard_stream)
    return wrong_usage(console, CliText::usage_json_and_stdout, {"-o -"});
  Attempt<std::string> text = read_file(request.ledger);
  if (!text.value) return refuse(console, request.ledger, unreadable_file(request.ledger, text.error));
  FaultList faults;
  const auto loaded = read_ledger(request.ledger, *text.value, default_policy(), faults);
  if (!loaded) return refuse(console, request.ledger, faults);
  const std::string bundle = loaded->ledger.write_bundle();
  OutputFile file;
  if (file.open(request.output)) file.write(bundle);
  if (!file.commit()) {
    console.note(words.say(CliText::file_not_written, {request.output, file.error()}));
    return Exit::refused;
  }
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true));
    json.set("file", JsonValue::string(request.output));
    json.set("records", JsonValue::number(static_cast<std::int64_t>(loaded->ledger.size())));
    json.set("bytes", JsonValue::number(static_cast<std::int64_t>(bundle.size())));
    console.print_json(json);
  } else {
    const std::string count = shell::count_text(static_cast<std::int64_t>(loaded->ledger.size()));
    // With the bundle on stdout the words must not stand among its bytes.
    const std::string message = words.say(CliText::export_done, {count, request.output});
    if (request.output == standard_stream) {
      console.note(message);
    } else {
      console.print(message + "\n");
    }
  }
  return Exit::done;
}

}  // namespace hengping::cli
