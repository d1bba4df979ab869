#include <algorithm>
#include <memory>
#include <utility>

#include "core/ledger/founding.h"
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
  std::size_t quarantined = 0;
  bool any_news = false;
  std::size_t refused = 0;
  std::size_t attachments = 0;          // that were not held before
  std::size_t attachments_refused = 0;  // for they are not what records name

  [[nodiscard]] bool is_at_fault() const { return refused + attachments_refused > 0; }
};

/// Records in quarantine, among the last ones from `first` on.
std::size_t quarantined_since(const Ledger& ledger, std::size_t first) {
  return static_cast<std::size_t>(std::count_if(ledger.records().begin() + static_cast<std::ptrdiff_t>(first),
                                                ledger.records().end(),
                                                [](const Record& record) { return is_quarantined(record.standing); }));
}

/// Forks and gaps that a bundle has brought, in words and as JSON.
JsonValue strands_json(const Intake& intake, const std::string& file, Console& console) {
  JsonValue list = JsonValue::array();
  for (const Intake::FeedNews& feed : intake.feeds()) {
    if (!feed.forks && !feed.part_missing) continue;
    JsonValue json = JsonValue::object();
    json.set("device", JsonValue::string(feed.device.id)).set("name", JsonValue::string(feed.device.name));
    json.set("forks", JsonValue::boolean(feed.forks)).set("part_missing", JsonValue::boolean(feed.part_missing));
    list.items().push_back(std::move(json));
    const CliText text = feed.forks ? CliText::import_forked : CliText::import_part_missing;
    console.note(console.words().say(text, {file, feed.device.name, feed.device.id}));
  }
  return list;
}

/// Whose word is law here from now on, with the digits to compare by telephone.
void say_trusted(const Ledger& ledger, Console& console) {
  for (const DeviceRights& one : ledger.rights()) {
    if (one.standing != DeviceStanding::root) continue;
    console.note(console.words().say(CliText::import_trusted, {one.name, fingerprint(one.device.id)}));
  }
}

void list_faults(Report& report, const std::string& file, const FaultList& faults, Console& console) {
  for (const Fault& fault : faults.sorted()) {
    JsonValue listed = fault_json(fault);
    listed.set("file", JsonValue::string(file));
    report.faults.push_back(std::move(listed));
  }
  console.explain(file, faults);
}

void report_refused(Report& report, const std::string& file, const FaultList& faults, Console& console) {
  ++report.refused;
  JsonValue json = JsonValue::object();
  json.set("file", JsonValue::string(file)).set("ok", JsonValue::boolean(false));
  json.set("fault_total", number(faults.total()));
  report.files.push_back(std::move(json));
  list_faults(report, file, faults, console);
}

/// What a bundle carries besides its records: what is sound of it.
void import_attachments(const Intake& intake, const std::shared_ptr<const std::string>& text, const std::string& file,
                        OpenLedger& target, Report& report, Console& console) {
  for (const CarriedAttachment& one : intake.attachments()) {
    if (!target.attachments().has(one.hash)) ++report.attachments;
  }
  target.attachments().take(intake, text);
  if (intake.attachment_faults().empty()) return;
  report.attachments_refused += intake.attachment_faults().total();
  list_faults(report, file, intake.attachment_faults(), console);
}

void import_one(const std::string& file, OpenLedger& target, Report& report, Console& console) {
  Ledger& ledger = target.ledger();
  Attempt<std::string> read = read_file(file);
  if (!read.value) {
    FaultList faults;
    faults.add(unreadable_file(file, read.error));
    report_refused(report, file, faults, console);
    return;
  }
  const auto text = std::make_shared<const std::string>(*std::move(read.value));
  Intake intake = ledger.examine(*text, default_policy(), &target.device());
  if (!intake.ok()) {
    report_refused(report, file, intake.faults(), console);
    return;
  }
  import_attachments(intake, text, file, target, report, console);
  JsonValue kinds = JsonValue::object();
  for (const auto& [kind, count] : intake.added_by_kind()) kinds.set(kind, number(count));
  JsonValue json = JsonValue::object();
  json.set("file", JsonValue::string(file)).set("ok", JsonValue::boolean(true));
  const bool is_bundle = intake.source() == Intake::Source::bundle;
  json.set("source", JsonValue::string(is_bundle ? "bundle" : "facts"));
  json.set("added", number(intake.added())).set("already_there", number(intake.already_there()));
  if (intake.statements_added() > 0) json.set("statements", number(intake.statements_added()));
  report.added += intake.added();
  report.any_news = report.any_news || intake.has_news();
  report.already_there += intake.already_there();
  JsonValue strands = strands_json(intake, file, console);

  const std::size_t before = ledger.size();
  const std::string instant = instant_now();
  const Author author = author_of(target.device(), instant);
  if (intake.added() > 0 && !is_bundle) {
    // Not before the facts are known to be sound: a file that is refused leaves nothing.
    static_cast<void>(found_if_first(ledger, author, today()));
    static_cast<void>(ledger.take(std::move(intake), author));
  } else if (intake.has_news()) {
    const auto taken = ledger.take(std::move(intake), author);
    if (trust_first_founders(ledger)) say_trusted(ledger, console);
    static_cast<void>(acknowledge(ledger, taken, author, today()));
  }
  const std::size_t quarantined = quarantined_since(ledger, before);
  report.quarantined += quarantined;
  json.set("quarantined", number(quarantined));
  if (!strands.items().empty()) json.set("strands", std::move(strands));
  json.set("added_by_kind", std::move(kinds));
  report.files.push_back(std::move(json));
}

JsonValue report_json(const Report& report, const std::string& path, const Ledger& ledger) {
  JsonValue json = JsonValue::object();
  json.set("ok", JsonValue::boolean(!report.is_at_fault()));
  if (report.is_at_fault()) json.set("faults", JsonValue::array(report.faults));
  json.set("ledger", JsonValue::string(path)).set("records", number(ledger.size()));
  json.set("added", number(report.added)).set("already_there", number(report.already_there));
  json.set("quarantined", number(report.quarantined)).set("refused", number(report.refused));
  if (report.attachments + report.attachments_refused > 0) {
    json.set("attachments", number(report.attachments));
    json.set("attachments_refused", number(report.attachments_refused));
  }
  json.set("files", JsonValue::array(report.files));
  return json;
}

std::string count(std::size_t value) { return shell::count_text(static_cast<std::int64_t>(value)); }

}  // namespace

Exit import_files(const ImportRequest& request, Console& console) {
  const Words& words = console.words();
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.open(request.ledger, true, console, exit)) return exit;

  Report report;
  for (std::size_t i = 0; i < request.files.size(); ++i) {
    console.progress(words.say(CliText::progress_file,
                               {std::to_string(i + 1), std::to_string(request.files.size()), request.files[i]}));
    import_one(request.files[i], target, report, console);
  }
  console.clear_progress();

  const AttachmentList named = AttachmentIndex(target.ledger()).named();
  if (!request.attachments.empty()) {
    FaultList faults;
    report.attachments += target.attachments().take_folder(request.attachments, named, faults);
    report.attachments_refused += faults.total();
    if (!faults.empty()) list_faults(report, request.attachments, faults, console);
  }
  const bool any_taken = report.refused < request.files.size();
  if (report.any_news || report.attachments > 0 || (target.is_new() && any_taken)) {
    if (!target.save(console)) return Exit::refused;
    if (target.is_new()) console.note(words.say(CliText::ledger_made, {request.ledger, target.device().id}));
  }

  // A refusal is answered in JSON in any case; the words for it have gone to stderr.
  if (request.json || report.is_at_fault()) {
    console.print_json(report_json(report, request.ledger, target.ledger()));
  } else {
    console.print(words.say(CliText::import_done,
                            {count(report.added), count(report.already_there), count(target.ledger().size())}) +
                  "\n");
  }
  if (report.quarantined > 0) console.note(words.say(CliText::import_quarantined, {count(report.quarantined)}));
  if (report.attachments > 0) console.note(words.say(CliText::import_attachments, {count(report.attachments)}));
  const std::size_t missing = target.attachments().missing(named).size();
  if (missing > 0) console.note(words.say(CliText::attachments_missing, {count(missing)}));
  return report.is_at_fault() ? Exit::refused : Exit::done;
}

}  // namespace hengping::cli
