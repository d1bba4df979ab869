#include <utility>

#include "shell/app/display.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

namespace {

JsonValue number(std::size_t value) { return JsonValue::number(static_cast<std::int64_t>(value)); }

/// What has become of the files so far.
struct Report {
  std::vector<JsonValue> files;
  std::vector<JsonValue> faults;  // of all files, each with its file's name
  std::size_t added = 0;
  std::size_t already_there = 0;
  std::size_t refused = 0;
};

void report_refused(Report& report, const std::string& file, const FaultList& faults, Console& console) {
  ++report.refused;
  JsonValue json = JsonValue::object();
  json.set("file", JsonValue::string(file)).set("ok", JsonValue::boolean(false));
  json.set("fault_total", number(faults.total()));
  report.files.push_back(std::move(json));
  for (const Fault& fault : faults.sorted()) {
    JsonValue listed = fault_json(fault);
    listed.set("file", JsonValue::string(file));
    report.faults.push_back(std::move(listed));
  }
  console.explain(file, faults);
}

void import_one(const std::string& file, Ledger& ledger, const Device& own, Report& report, Console& console) {
  Attempt<std::string> text = read_file(file);
  if (!text.value) {
    FaultList faults;
    faults.add(unreadable_file(file, text.error));
    report_refused(report, file, faults, console);
    return;
  }
  Intake intake = ledger.examine(*text.value, default_policy());
  if (!intake.ok()) {
    report_refused(report, file, intake.faults(), console);
    return;
  }
  JsonValue kinds = JsonValue::object();
  for (const auto& [kind, count] : intake.added_by_kind()) kinds.set(kind, number(count));
  JsonValue json = JsonValue::object();
  json.set("file", JsonValue::string(file)).set("ok", JsonValue::boolean(true));
  json.set("source", JsonValue::string(intake.source() == Intake::Source::facts ? "facts" : "bundle"));
  json.set("added", number(intake.added()))
      .set("already_there", number(intake.already_there()))
      .set("quarantined", number(0));
  json.set("added_by_kind", std::move(kinds));
  report.files.push_back(std::move(json));
  report.added += intake.added();
  report.already_there += intake.already_there();
  if (intake.added() > 0) static_cast<void>(ledger.take(std::move(intake), own, instant_now()));
}

JsonValue report_json(const Report& report, const std::string& path, const Ledger& ledger) {
  JsonValue json = JsonValue::object();
  json.set("ok", JsonValue::boolean(report.refused == 0));
  if (report.refused > 0) json.set("faults", JsonValue::array(report.faults));
  json.set("ledger", JsonValue::string(path)).set("records", number(ledger.size()));
  json.set("added", number(report.added)).set("already_there", number(report.already_there));
  json.set("quarantined", number(0)).set("refused", number(report.refused));
  json.set("files", JsonValue::array(report.files));
  return json;
}

std::string count(std::size_t value) { return shell::count_text(static_cast<std::int64_t>(value)); }

}  // namespace

Exit import_files(const ImportRequest& request, Console& console) {
  const Words& words = console.words();
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

  LedgerFile target;
  const bool is_new = !file_exists(request.ledger);
  if (is_new) {
    target.own = new_device(Role::bureau, {});
  } else {
    console.progress(words.say(CliText::progress_reading, {request.ledger}));
    Attempt<std::string> text = read_file(request.ledger);
    if (!text.value) return refuse(console, request.ledger, unreadable_file(request.ledger, text.error));
    FaultList faults;
    auto loaded = read_ledger(request.ledger, *text.value, default_policy(), faults);
    if (!loaded) return refuse(console, request.ledger, faults);
    // A bundle is someone's export: it is not turned into a ledger behind their back.
    if (!loaded->own) return refuse(console, request.ledger, not_a_ledger(request.ledger));
    target = std::move(*loaded);
  }

  Report report;
  for (std::size_t i = 0; i < request.files.size(); ++i) {
    console.progress(words.say(CliText::progress_file,
                               {std::to_string(i + 1), std::to_string(request.files.size()), request.files[i]}));
    import_one(request.files[i], target.ledger, *target.own, report, console);
  }
  console.clear_progress();

  const bool any_taken = report.refused < request.files.size();
  if (report.added > 0 || (is_new && any_taken)) {
    OutputFile file;
    if (file.open(request.ledger)) file.write(target.ledger.write_ledger_file(*target.own));
    if (!file.commit()) {
      console.note(words.say(CliText::file_not_written, {request.ledger, file.error()}));
      return Exit::refused;
    }
    if (is_new) console.note(words.say(CliText::ledger_made, {request.ledger, target.own->id}));
  }

  // A refusal is answered in JSON in any case; the words for it have gone to stderr.
  if (request.json || report.refused > 0) {
    console.print_json(report_json(report, request.ledger, target.ledger));
  } else {
    console.print(words.say(CliText::import_done,
                            {count(report.added), count(report.already_there), count(target.ledger.size())}) +
                  "\n");
  }
  return report.refused == 0 ? Exit::done : Exit::refused;
}

}  // namespace hengping::cli
