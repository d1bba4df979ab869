// Who may state what: devices, the records that wait, and the conflicts that a person must decide.
#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/codec/json_parts.h"
#include "core/codec/json_reader.h"
#include "core/ledger/conflicts.h"
#include "core/rules/late_knowledge.h"
#include "shell/app/display.h"
#include "shell/app/settings.h"
#include "shell/cli/commands.h"
#include "shell/cli/ledger_file.h"

namespace hengping::cli {

namespace {

constexpr std::size_t shortest_prefix = 6;

std::string count(std::size_t value) { return shell::count_text(static_cast<std::int64_t>(value)); }

/// The one that begins so; nothing if none or several do.
template <class Items, class NameOf>
auto find_by_prefix(const Items& items, const std::string& prefix, NameOf name_of) -> decltype(&*items.begin()) {
  decltype(&*items.begin()) found = nullptr;
  if (prefix.size() < shortest_prefix) return nullptr;
  for (const auto& item : items) {
    if (!name_of(item).starts_with(prefix)) continue;
    if (found != nullptr) return nullptr;
    found = &item;
  }
  return found;
}

const DeviceRights* find_device(const Ledger& ledger, const std::string& prefix) {
  return find_by_prefix(ledger.rights(), prefix, [](const DeviceRights& one) { return one.device.id; });
}

const Record* find_record(const Ledger& ledger, const std::string& prefix) {
  return find_by_prefix(ledger.records(), prefix, [](const Record& one) { return one.hash_text(); });
}

std::string_view kind_of(const Record& record) {
  if (record.is_fact) return kind_name(record.fact.body);
  return record.statement ? statement_name(record.statement->body) : std::string_view();
}

JsonValue record_json(const Ledger& ledger, std::uint32_t index) {
  const Record& record = ledger.records()[index];
  const Device& device = ledger.feeds()[record.feed].device;
  JsonValue json = JsonValue::object();
  json.set("record", JsonValue::string(record.hash_text()))
      .set("standing", json_string(standing_name(record.standing)));
  json.set("kind", json_string(kind_of(record)));
  if (record.is_fact) json.set("on", JsonValue::string(record.fact.on.to_string()));
  json.set("device", JsonValue::string(device.id)).set("name", JsonValue::string(device.name));
  json.set("seq", JsonValue::number(static_cast<std::int64_t>(record.sequence))).set("at", json_string(record.at()));
  if (record.fault) json.set("message", bilingual_json(record.fault->message));
  return json;
}

CliText standing_text(RecordStanding standing) {
  switch (standing) {
    case RecordStanding::counts: return CliText::record_standing_counts;
    case RecordStanding::not_understood: return CliText::record_standing_not_understood;
    case RecordStanding::missing_part: return CliText::record_standing_missing_part;
    case RecordStanding::unknown_device: return CliText::record_standing_unknown_device;
    case RecordStanding::refused_device: return CliText::record_standing_refused_device;
    case RecordStanding::after_revocation: return CliText::record_standing_after_revocation;
    case RecordStanding::outside_rights: return CliText::record_standing_outside_rights;
    case RecordStanding::rejected: return CliText::record_standing_rejected;
    case RecordStanding::set_aside: return CliText::record_standing_set_aside;
  }
  return CliText::record_standing_counts;
}

std::string record_line(const Ledger& ledger, std::uint32_t index, const Words& words) {
  const Record& record = ledger.records()[index];
  const Device& device = ledger.feeds()[record.feed].device;
  const std::string on = record.is_fact ? record.fact.on.to_string() : std::string();
  return words.say(CliText::record_line,
                   {record.hash_text().substr(0, 12), on, kind_of(record),
                    device.name.empty() ? std::string_view(device.id) : std::string_view(device.name),
                    words.say(standing_text(record.standing))}) +
         "\n";
}

/// States it as the bureau, saves, and answers.
Exit state(OpenLedger& target, StatementBody body, const RightsRequest& request, Console& console) {
  const auto& rights = target.ledger().rights();
  const auto own = std::find_if(rights.begin(), rights.end(),
                                [&](const DeviceRights& one) { return one.device.id == target.device().id; });
  const Role role = own == rights.end() ? target.device().role : own->role;
  if (role != Role::bureau) return refuse(console, request.ledger, not_the_bureau(role_name(role)));
  const std::string_view kind = statement_name(body);
  target.state(std::move(body));
  if (!target.save(console)) return Exit::refused;
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("stated", json_string(kind));
    json.set("record", JsonValue::string(target.ledger().records().back().hash_text()));
    console.print_json(json);
  } else {
    console.print(console.words().say(CliText::rights_stated, {kind}) + "\n");
  }
  return Exit::done;
}

}  // namespace

Exit list_devices(const RightsRequest& request, Console& console) {
  Exit exit = Exit::done;
  const auto loaded = load_ledger(request.ledger, console, exit);
  if (!loaded) return exit;
  const auto& rights = loaded->ledger.rights();
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("devices", list_json(rights, device_json));
    console.print_json(json);
  } else {
    for (const DeviceRights& one : rights) console.print(device_line(one, console.words()));
  }
  return Exit::done;
}

Exit enrol_device(const RightsRequest& request, Console& console) {
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.open(request.ledger, false, console, exit)) return exit;
  const DeviceRights* device = find_device(target.ledger(), request.subject);
  if (device == nullptr) return refuse(console, request.ledger, unknown_subject(request.subject));
  DeviceEnrolled enrolled = enrolment_of(target.ledger(), device->device, device->role, device->name, device->scope);
  if (!request.role.empty()) {
    const auto role = shell::role_of(request.role);
    if (!role) return wrong_usage(console, CliText::usage_role, {request.role});
    enrolled.role = *role;
  }
  if (!request.scope.empty()) enrolled.scope = request.scope;
  if (!enrolled.scope.empty() && !is_identifier(enrolled.scope))
    return wrong_usage(console, CliText::usage_scope, {enrolled.scope});
  if (!request.name.empty()) enrolled.name = request.name;
  const bool of_party = enrolled.role == Role::enterprise || enrolled.role == Role::provider;
  if (of_party && enrolled.scope.empty()) return wrong_usage(console, CliText::usage_scope_needed);
  return state(target, std::move(enrolled), request, console);
}

Exit trust_device(const RightsRequest& request, Console& console) {
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.open(request.ledger, false, console, exit)) return exit;
  const DeviceRights* device = find_device(target.ledger(), request.subject);
  if (device == nullptr) return refuse(console, request.ledger, unknown_subject(request.subject));
  const std::string id = device->device.id;
  target.ledger().set_roots({id});
  if (!target.save(console)) return Exit::refused;
  const DeviceRights* now = find_device(target.ledger(), id);
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("root", device_json(*now));
    console.print_json(json);
  } else {
    console.print(console.words().say(CliText::import_trusted, {now->name, fingerprint(id)}) + "\n");
  }
  return Exit::done;
}

Exit refuse_device(const RightsRequest& request, Console& console) {
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.open(request.ledger, false, console, exit)) return exit;
  const DeviceRights* device = find_device(target.ledger(), request.subject);
  if (device == nullptr) return refuse(console, request.ledger, unknown_subject(request.subject));
  return state(target, DeviceRefused{device->device.id, request.reason}, request, console);
}

Exit revoke_device(const RightsRequest& request, Console& console) {
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.open(request.ledger, false, console, exit)) return exit;
  const DeviceRights* device = find_device(target.ledger(), request.subject);
  if (device == nullptr) return refuse(console, request.ledger, unknown_subject(request.subject));
  return state(target, revocation_of(target.ledger(), device->device.id, request.reason), request, console);
}

Exit list_waiting(const RightsRequest& request, Console& console) {
  Exit exit = Exit::done;
  const auto loaded = load_ledger(request.ledger, console, exit);
  if (!loaded) return exit;
  const Ledger& ledger = loaded->ledger;
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t i = 0; i < ledger.size(); ++i) {
    if (is_quarantined(ledger.records()[i].standing)) waiting.push_back(i);
  }
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true));
    json.set("records", list_json(waiting, [&ledger](std::uint32_t one) { return record_json(ledger, one); }));
    console.print_json(json);
    return Exit::done;
  }
  for (const std::uint32_t one : waiting) console.print(record_line(ledger, one, console.words()));
  console.print(console.words().say(CliText::record_waiting_summary, {count(waiting.size())}) + "\n");
  return Exit::done;
}

Exit judge_record(const RightsRequest& request, bool admit, Console& console) {
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.open(request.ledger, false, console, exit)) return exit;
  const Record* record = find_record(target.ledger(), request.subject);
  if (record == nullptr) return refuse(console, request.ledger, unknown_subject(request.subject));
  const StatementBody body = admit ? StatementBody(RecordAdmitted{record->hash, request.reason})
                                   : StatementBody(RecordRejected{record->hash, request.reason});
  return state(target, body, request, console);
}

Exit list_conflicts(const RightsRequest& request, Console& console) {
  Exit exit = Exit::done;
  const auto loaded = load_ledger(request.ledger, console, exit);
  if (!loaded) return exit;
  const Ledger& ledger = loaded->ledger;
  const Words& words = console.words();
  const auto conflicts = find_conflicts(ledger);
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true));
    json.set("conflicts", list_json(conflicts, [&ledger](const Conflict& conflict) {
               JsonValue one = JsonValue::object();
               one.set("matter", json_string(matter_name(conflict.matter)))
                   .set("subject", JsonValue::string(conflict.subject));
               one.set("sides", list_json(conflict.sides, [&](std::uint32_t side) {
                         JsonValue json_side = record_json(ledger, side);
                         FaultList none;
                         if (auto value = read_json(side_value(ledger, conflict, side), none))
                           json_side.set("value", *std::move(value));
                         json_side.set("counting", JsonValue::boolean(side == conflict.counting));
                         return json_side;
                       }));
               return one;
             }));
    console.print_json(json);
    return Exit::done;
  }
  for (const Conflict& conflict : conflicts) {
    console.print(words.say(CliText::conflict_heading, {matter_name(conflict.matter), conflict.subject}) + "\n");
    for (const std::uint32_t side : conflict.sides) {
      console.print(words.say(side == conflict.counting ? CliText::conflict_counting : CliText::conflict_other,
                              {record_line(ledger, side, words), side_value(ledger, conflict, side)}) +
                    "\n");
    }
  }
  console.print(words.say(CliText::conflict_summary, {count(conflicts.size())}) + "\n");
  return Exit::done;
}

Exit resolve_conflict(const RightsRequest& request, Console& console) {
  OpenLedger target;
  Exit exit = Exit::done;
  if (!target.open(request.ledger, false, console, exit)) return exit;
  const Ledger& ledger = target.ledger();
  const Record* keep = find_record(ledger, request.subject);
  if (keep != nullptr) {
    for (const Conflict& conflict : find_conflicts(ledger)) {
      for (const std::uint32_t side : conflict.sides) {
        if (&ledger.records()[side] == keep)
          return state(target, resolve(ledger, conflict, side, request.reason), request, console);
      }
    }
  }
  return refuse(console, request.ledger, unknown_subject(request.subject));
}

Exit list_late_decisions(const RightsRequest& request, Console& console) {
  Exit exit = Exit::done;
  const auto loaded = load_ledger(request.ledger, console, exit);
  if (!loaded) return exit;
  const Ledger& ledger = loaded->ledger;
  const Words& words = console.words();
  const auto decisions = late_decisions(ledger, default_policy());
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true));
    json.set("decisions", list_json(decisions, [&ledger](const LateDecision& one) {
               JsonValue entry = record_json(ledger, one.decision);
               entry.set("provider", JsonValue::string(one.provider));
               entry.set("late", list_json(one.late, [&](std::uint32_t late) { return record_json(ledger, late); }));
               entry.set("changes", list_json(one.changes, change_json));
               return entry;
             }));
    console.print_json(json);
    return Exit::done;
  }
  for (const LateDecision& one : decisions) {
    console.print(record_line(ledger, one.decision, words));
    for (const VerdictChange& change : one.changes)
      console.print(words.say(CliText::late_change, {one.provider, words.of(describe(change))}) + "\n");
    for (const std::uint32_t late : one.late)
      console.print(words.say(CliText::late_record, {record_line(ledger, late, words)}));
  }
  console.print(words.say(CliText::late_summary, {count(decisions.size())}) + "\n");
  return Exit::done;
}

}  // namespace hengping::cli
