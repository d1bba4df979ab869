#include "core/rules/evidence.h"
#include "core/state/state_hash.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

Exit print_state_hash(const StateHashRequest& request, Console& console) {
  console.progress(console.words().say(CliText::progress_reading, {request.file}));
  const Attempt<std::string> text = read_file(request.file);
  if (!text.value) return refuse(console, request.file, unreadable_file(request.file, text.error));
  FaultList faults;
  const auto evidence = Evidence::read(*text.value, faults);
  console.clear_progress();
  if (evidence == nullptr) return refuse(console, request.file, faults);
  const FactSequence sequence = evidence->sequence();
  const std::string hash = state_hash(fold(sequence, CivilDate::after_all()));
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("state_hash", JsonValue::string(hash));
    json.set("facts", JsonValue::number(static_cast<std::int64_t>(sequence.facts.size())));
    console.print_json(json);
  } else {
    console.print(hash + "\n");
  }
  return Exit::done;
}

}  // namespace hengping::cli
