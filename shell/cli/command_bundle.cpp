// Bundles: export, merge, verify.
#include <algorithm>
#include <memory>
#include <utility>

#include "core/base/text.h"
#include "core/codec/json_parts.h"
#include "core/ledger/extract.h"
#include "core/ledger/irregularities.h"
#include "core/text/say.h"
#include "shell/app/display.h"
#include "shell/app/settings.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

namespace {

JsonValue number(std::size_t value) { return JsonValue::number(static_cast<std::int64_t>(value)); }
std::string count(std::size_t value) { return shell::count_text(static_cast<std::int64_t>(value)); }

/// A file that is merged, and what it carries besides its records.
struct Part {
  std::string path;
  std::shared_ptr<const std::string> text;
  FaultList attachment_faults;
};

/// Takes them in one after the other; the one that was refused, or null.
std::pair<const Part*, FaultList> merge_into(Ledger& ledger, Attachments& attachments,
                                             std::initializer_list<Part*> parts) {
  for (Part* part : parts) {
    Intake intake = ledger.examine(*part->text, default_policy());
    if (!intake.ok() || intake.source() != Intake::Source::bundle) return {part, intake.faults()};
    attachments.take(intake, part->text);
    part->attachment_faults = intake.attachment_faults();
    ledger.merge(std::move(intake));
  }
  return {nullptr, {}};
}

/// A bundle that goes out, and the attachments that may go along.
struct Outgoing {
  std::string bundle;
  const Attachments& attachments;
  AttachmentList list;
  AttachmentOptions options;
};

/// Writes a bundle and says so: on stdout, unless its bytes go there.
Exit hand_out(Outgoing outgoing, const std::string& output, std::string_view message, JsonValue json, bool as_json,
              Console& console) {
  const Words& words = console.words();
  const std::string& folder = outgoing.options.folder;
  const std::size_t missing = outgoing.attachments.missing(outgoing.list).size();
  const std::size_t held = outgoing.list.size() - missing;
  if (!folder.empty() && held > 0) {
    if (const std::string error = outgoing.attachments.write_folder(folder, outgoing.list); !error.empty()) {
      console.note(words.say(CliText::file_not_written, {folder, error}));
      return Exit::refused;
    }
  }
  if (!folder.empty() || outgoing.options.without) outgoing.list.clear();
  OutputFile file;
  std::size_t bytes = 0;
  if (file.open(output)) bytes = outgoing.attachments.write(file, std::move(outgoing.bundle), outgoing.list);
  if (!file.commit()) {
    console.note(words.say(CliText::file_not_written, {output, file.error()}));
    return Exit::refused;
  }
  if (as_json) {
    json.set("file", JsonValue::string(output)).set("bytes", number(bytes));
    if (held + missing > 0) json.set("attachments", number(held)).set("attachments_missing", number(missing));
    console.print_json(json);
    return Exit::done;
  }
  if (output == standard_stream) {
    console.note(message);
  } else {
    console.print(std::string(message) + "\n");
  }
  if (!folder.empty() && held > 0) console.note(words.say(CliText::attachments_in_folder, {count(held), folder}));
  if (missing > 0) console.note(words.say(CliText::attachments_missing, {count(missing)}));
  return Exit::done;
}

/// Whether the command line contradicts itself.
bool is_wrong(const AttachmentOptions& options) { return options.without && !options.folder.empty(); }

/// Altered attachments are told, and everything else is handed out.
Exit with_faults(Exit exit, const std::string& path, const FaultList& faults, Console& console) {
  if (faults.empty()) return exit;
  console.explain(path, faults);
  return exit == Exit::done ? Exit::refused : exit;
}

JsonValue attachment_json(const AttachmentAdded* one) {
  JsonValue json = JsonValue::object();
  json.set("sha256", JsonValue::string(to_hex(one->attachment)))
      .set("type", json_string(attachment_type_name(one->type)));
  json.set("size", number(one->size)).set("name", JsonValue::string(one->name));
  return json.set("record", JsonValue::string(to_hex(one->about)));
}

CliText standing_text(DeviceStanding standing) {
  switch (standing) {
    case DeviceStanding::free: return CliText::device_standing_free;
    case DeviceStanding::root: return CliText::device_standing_root;
    case DeviceStanding::enrolled: return CliText::device_standing_enrolled;
    case DeviceStanding::unknown: return CliText::device_standing_unknown;
    case DeviceStanding::refused: return CliText::device_standing_refused;
    case DeviceStanding::revoked: return CliText::device_standing_revoked;
  }
  return CliText::device_standing_unknown;
}

std::string irregularity_text(const Irregularity& one, const Words& words) {
  const std::string& name = one.device_name.empty() ? one.device : one.device_name;
  const std::string sequence = std::to_string(one.sequence);
  switch (one.kind) {
    case Irregularity::Kind::unsigned_feed: return words.say(CliText::verify_unsigned, {name});
    case Irregularity::Kind::fork: return words.say(CliText::verify_fork, {name, sequence});
    case Irregularity::Kind::missing_part: return words.say(CliText::verify_missing, {name, sequence});
    case Irregularity::Kind::clock_back: return words.say(CliText::verify_clock_back, {name, sequence, one.at});
    case Irregularity::Kind::clock_ahead:
      return words.say(CliText::verify_clock_ahead, {name, sequence, one.at, one.other_at});
  }
  return {};
}

JsonValue irregularity_json(const Irregularity& one) {
  JsonValue json = JsonValue::object();
  json.set("kind", json_string(irregularity_name(one.kind))).set("device", JsonValue::string(one.device));
  json.set("seq", JsonValue::number(static_cast<std::int64_t>(one.sequence))).set("at", JsonValue::string(one.at));
  if (!one.other_at.empty()) json.set("seen_at", JsonValue::string(one.other_at));
  return json;
}

/// Records whose device may not have stated them: where they stand in a bundle as this program writes it, and why.
FaultList rights_faults(const Ledger& ledger) {
  FaultList faults;
  for (std::uint32_t i = 0; i < ledger.records().size(); ++i) {
    const Record& record = ledger.records()[i];
    if (record.standing != RecordStanding::outside_rights) continue;
    const Device& device = ledger.feeds()[record.feed].device;
    faults.add(
        make_fault(CoreText::fault_record_outside_rights, ledger.pointer_in_bundle(i), {device.name, device.id}));
  }
  return faults;
}

}  // namespace

JsonValue device_json(const DeviceRights& one) {
  JsonValue json = JsonValue::object();
  json.set("device", JsonValue::string(one.device.id)).set("standing", json_string(device_standing_name(one.standing)));
  json.set("role", json_string(role_name(one.role))).set("name", JsonValue::string(one.name));
  if (!one.scope.empty()) json.set("scope", JsonValue::string(one.scope));
  json.set("fingerprint", JsonValue::string(fingerprint(one.device.id)));
  json.set("records", number(one.records)).set("waiting", number(one.waiting));
  return json;
}

std::string device_line(const DeviceRights& one, const Words& words) {
  const std::string& name = one.name.empty() ? one.device.id : one.name;
  const std::string role =
      one.scope.empty() ? std::string(role_name(one.role)) : std::string(role_name(one.role)) + ":" + one.scope;
  return words.say(CliText::verify_device, {name, role, one.device.id, count(one.records),
                                            words.say(standing_text(one.standing)), fingerprint(one.device.id)}) +
         "\n";
}

Exit export_bundle(const ExportRequest& request, Console& console) {
  const Words& words = console.words();
  if (request.json && request.output == standard_stream)
    return wrong_usage(console, CliText::usage_json_and_stdout, {"-o -"});
  if (is_wrong(request.attachments)) return wrong_usage(console, CliText::usage_attachments);
  ExtractOptions options;
  options.redact = request.redact;
  if (!request.scope.empty()) {
    const std::size_t colon = request.scope.find(':');
    const auto role = shell::role_of(std::string_view(request.scope).substr(0, colon));
    options.id = colon == std::string::npos ? std::string() : request.scope.substr(colon + 1);
    if (!is_identifier(options.id) || (role != Role::provider && role != Role::enterprise))
      return wrong_usage(console, CliText::usage_export_scope, {request.scope});
    options.party = *role;
  }
  Exit exit = Exit::done;
  const auto loaded = load_ledger(request.ledger, console, exit);
  if (!loaded) return exit;
  JsonValue json = JsonValue::object();
  json.set("ok", JsonValue::boolean(true));
  if (request.scope.empty() && !request.redact) {
    json.set("records", number(loaded->ledger.size()));
    Outgoing whole{loaded->ledger.write_bundle(), loaded->attachments, AttachmentIndex(loaded->ledger).named(),
                   request.attachments};
    exit = hand_out(std::move(whole), request.output,
                    words.say(CliText::export_done, {count(loaded->ledger.size()), request.output}), std::move(json),
                    request.json, console);
    return with_faults(exit, request.ledger, loaded->attachment_faults, console);
  }
  ExtractedBundle extracted = extract_bundle(loaded->ledger, options);
  json.set("records", number(extracted.shown)).set("withheld", number(extracted.withheld));
  if (extracted.unsigned_records > 0)
    console.note(words.say(CliText::export_unsigned, {count(extracted.unsigned_records)}));
  if (extracted.withheld > 0) console.note(words.say(CliText::export_withheld, {count(extracted.withheld)}));
  Outgoing part{std::move(extracted.bundle), loaded->attachments, std::move(extracted.attachments),
                request.attachments};
  exit = hand_out(std::move(part), request.output,
                  words.say(CliText::export_done, {count(extracted.shown), request.output}), std::move(json),
                  request.json, console);
  return with_faults(exit, request.ledger, loaded->attachment_faults, console);
}

Exit merge_bundles(const MergeRequest& request, Console& console) {
  if (request.json && request.output == standard_stream)
    return wrong_usage(console, CliText::usage_json_and_stdout, {"-o -"});
  if (is_wrong(request.attachments)) return wrong_usage(console, CliText::usage_attachments);
  std::vector<Part> parts;
  for (const std::string& path : {request.one, request.other}) {
    console.progress(console.words().say(CliText::progress_reading, {path}));
    Attempt<std::string> text = read_file(path);
    console.clear_progress();
    if (!text.value) return refuse(console, path, unreadable_file(path, text.error));
    parts.push_back({path, std::make_shared<const std::string>(*std::move(text.value)), {}});
  }
  // What one file shows only in part the other may hold whole: then that one comes first, whichever was named first.
  Ledger merged;
  Attachments attachments;
  auto [refused, faults] = merge_into(merged, attachments, {&parts[0], &parts[1]});
  if (refused != nullptr) {
    Ledger other_way;
    if (merge_into(other_way, attachments, {&parts[1], &parts[0]}).first == nullptr) {
      merged = std::move(other_way);
      refused = nullptr;
    }
  }
  if (refused != nullptr) {
    if (faults.empty()) faults.add(not_a_ledger(refused->path));
    return refuse(console, refused->path, faults);
  }
  JsonValue json = JsonValue::object();
  json.set("ok", JsonValue::boolean(true)).set("records", number(merged.size()));
  const std::size_t roots = merged.founders().size();
  json.set("roots", number(roots));
  if (roots > 1) console.note(console.words().say(CliText::merge_roots, {std::to_string(roots)}));
  Outgoing outgoing{merged.write_bundle(), attachments, AttachmentIndex(merged).named(), request.attachments};
  Exit exit = hand_out(std::move(outgoing), request.output,
                       console.words().say(CliText::merge_done, {count(merged.size()), request.output}),
                       std::move(json), request.json, console);
  for (const Part& part : parts) exit = with_faults(exit, part.path, part.attachment_faults, console);
  return exit;
}

Exit verify_file(const VerifyRequest& request, Console& console) {
  const Words& words = console.words();
  Exit exit = Exit::done;
  const auto loaded = load_ledger(request.file, console, exit);
  if (!loaded) return exit;
  const Ledger& ledger = loaded->ledger;
  FaultList faults = ledger.check_heads();
  if (faults.empty()) faults = rights_faults(ledger);
  if (faults.empty()) faults = loaded->attachment_faults;
  if (!faults.empty()) return refuse(console, request.file, faults);

  const auto irregularities = find_irregularities(ledger);
  const auto waiting =
      static_cast<std::size_t>(std::count_if(ledger.records().begin(), ledger.records().end(),
                                             [](const Record& record) { return is_quarantined(record.standing); }));
  const AttachmentList named = AttachmentIndex(ledger).named();
  const AttachmentList missing = loaded->attachments.missing(named);
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("records", number(ledger.size())).set("quarantined", number(waiting));
    if (!named.empty()) {
      json.set("attachments", number(named.size() - missing.size()));
      json.set("attachments_missing", list_json(missing, attachment_json));
    }
    json.set("devices", list_json(ledger.rights(), device_json));
    json.set("irregularities", list_json(irregularities, irregularity_json));
    console.print_json(json);
    return Exit::done;
  }
  console.print(words.say(CliText::verify_ok, {count(ledger.rights().size()), count(ledger.size())}) + "\n");
  for (const DeviceRights& one : ledger.rights()) console.print(device_line(one, words));
  if (waiting > 0) console.print(words.say(CliText::verify_waiting, {count(waiting)}) + "\n");
  for (const Irregularity& one : irregularities) console.print(irregularity_text(one, words) + "\n");
  if (!named.empty()) {
    console.print(
        words.say(CliText::verify_attachments, {count(named.size() - missing.size()), count(missing.size())}) + "\n");
  }
  for (const AttachmentAdded* one : missing) {
    console.print(words.say(CliText::verify_attachment_missing,
                            {to_hex(one->attachment), one->name, attachment_type_name(one->type), count(one->size)}) +
                  "\n");
  }
  return Exit::done;
}

}  // namespace hengping::cli
