// Bundles: export, merge, verify.
#include <algorithm>
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

/// Takes them in one after the other; the one that was refused, or null.
std::pair<const std::string*, FaultList> merge_into(Ledger& ledger, std::initializer_list<const std::string*> texts) {
  for (const std::string* text : texts) {
    Intake intake = ledger.examine(*text, default_policy());
    if (!intake.ok() || intake.source() != Intake::Source::bundle) return {text, intake.faults()};
    ledger.merge(std::move(intake));
  }
  return {nullptr, {}};
}

/// Writes a bundle and says so: on stdout, unless its bytes go there.
Exit hand_out(const std::string& bundle, const std::string& output, std::string_view message, JsonValue json,
              bool as_json, Console& console) {
  OutputFile file;
  if (file.open(output)) file.write(bundle);
  if (!file.commit()) {
    console.note(console.words().say(CliText::file_not_written, {output, file.error()}));
    return Exit::refused;
  }
  if (as_json) {
    json.set("file", JsonValue::string(output)).set("bytes", number(bundle.size()));
    console.print_json(json);
  } else if (output == standard_stream) {
    console.note(message);
  } else {
    console.print(std::string(message) + "\n");
  }
  return Exit::done;
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
    return hand_out(loaded->ledger.write_bundle(), request.output,
                    words.say(CliText::export_done, {count(loaded->ledger.size()), request.output}), std::move(json),
                    request.json, console);
  }
  const ExtractedBundle extracted = extract_bundle(loaded->ledger, options);
  json.set("records", number(extracted.shown)).set("withheld", number(extracted.withheld));
  if (extracted.unsigned_records > 0)
    console.note(words.say(CliText::export_unsigned, {count(extracted.unsigned_records)}));
  if (extracted.withheld > 0) console.note(words.say(CliText::export_withheld, {count(extracted.withheld)}));
  return hand_out(extracted.bundle, request.output,
                  words.say(CliText::export_done, {count(extracted.shown), request.output}), std::move(json),
                  request.json, console);
}

Exit merge_bundles(const MergeRequest& request, Console& console) {
  if (request.json && request.output == standard_stream)
    return wrong_usage(console, CliText::usage_json_and_stdout, {"-o -"});
  std::vector<std::string> texts;
  for (const std::string& path : {request.one, request.other}) {
    console.progress(console.words().say(CliText::progress_reading, {path}));
    Attempt<std::string> text = read_file(path);
    console.clear_progress();
    if (!text.value) return refuse(console, path, unreadable_file(path, text.error));
    texts.push_back(*std::move(text.value));
  }
  // What one file shows only in part the other may hold whole: then that one comes first, whichever was named first.
  Ledger merged;
  auto [refused, faults] = merge_into(merged, {&texts[0], &texts[1]});
  if (refused != nullptr) {
    Ledger other_way;
    if (merge_into(other_way, {&texts[1], &texts[0]}).first == nullptr) {
      merged = std::move(other_way);
      refused = nullptr;
    }
  }
  if (refused != nullptr) {
    const std::string& path = refused == texts.data() ? request.one : request.other;
    if (faults.empty()) faults.add(not_a_ledger(path));
    return refuse(console, path, faults);
  }
  JsonValue json = JsonValue::object();
  json.set("ok", JsonValue::boolean(true)).set("records", number(merged.size()));
  const std::size_t roots = merged.founders().size();
  json.set("roots", number(roots));
  if (roots > 1) console.note(console.words().say(CliText::merge_roots, {std::to_string(roots)}));
  return hand_out(merged.write_bundle(), request.output,
                  console.words().say(CliText::merge_done, {count(merged.size()), request.output}), std::move(json),
                  request.json, console);
}

Exit verify_file(const VerifyRequest& request, Console& console) {
  const Words& words = console.words();
  Exit exit = Exit::done;
  const auto loaded = load_ledger(request.file, console, exit);
  if (!loaded) return exit;
  const Ledger& ledger = loaded->ledger;
  FaultList faults = ledger.check_heads();
  if (faults.empty()) faults = rights_faults(ledger);
  if (!faults.empty()) return refuse(console, request.file, faults);

  const auto irregularities = find_irregularities(ledger);
  const auto waiting =
      static_cast<std::size_t>(std::count_if(ledger.records().begin(), ledger.records().end(),
                                             [](const Record& record) { return is_quarantined(record.standing); }));
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("records", number(ledger.size())).set("quarantined", number(waiting));
    json.set("devices", list_json(ledger.rights(), device_json));
    json.set("irregularities", list_json(irregularities, irregularity_json));
    console.print_json(json);
    return Exit::done;
  }
  console.print(words.say(CliText::verify_ok, {count(ledger.rights().size()), count(ledger.size())}) + "\n");
  for (const DeviceRights& one : ledger.rights()) console.print(device_line(one, words));
  if (waiting > 0) console.print(words.say(CliText::verify_waiting, {count(waiting)}) + "\n");
  for (const Irregularity& one : irregularities) console.print(irregularity_text(one, words) + "\n");
  return Exit::done;
}

}  // namespace hengping::cli
