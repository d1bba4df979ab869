#include "shell/app/backup.h"

#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/ledger/digest.h"
#include "shell/app/json_text.h"

namespace hengping::shell {

namespace {

JsonValue value_of(const BackupRecord& record) {
  JsonValue value = JsonValue::object();
  value.set("name", JsonValue::string(record.name)).set("on", JsonValue::string(record.on.to_string()));
  value.set("records", JsonValue::number(static_cast<std::int64_t>(record.records)));
  value.set("state_hash", JsonValue::string(record.state_hash));
  return value;
}

std::optional<BackupRecord> record_of(const JsonValue* value) {
  if (value == nullptr) return std::nullopt;
  const auto text = [value](std::string_view key) {
    const JsonValue* member = value->find(key);
    return member == nullptr ? std::string() : std::string(member->text());
  };
  const auto on = CivilDate::parse(text("on"));
  if (!on || !hash_from_hex(text("state_hash"))) return std::nullopt;
  const double records = to_double(text("records"));
  if (!(records >= 1 && records < 1e15)) return std::nullopt;
  return BackupRecord{*on, text("name"), static_cast<std::size_t>(records), text("state_hash")};
}

}  // namespace

std::string backups_text(const Backups& backups) {
  JsonValue value = JsonValue::object();
  if (backups.made) value.set("made", value_of(*backups.made));
  if (backups.proven) value.set("proven", value_of(*backups.proven));
  return json_text(value);
}

Backups backups_of(std::string_view text) {
  FaultList faults;
  const auto value = read_json(text, faults);
  if (!value || !value->is(JsonValue::Kind::object)) return {};
  return {record_of(value->find("made")), record_of(value->find("proven"))};
}

}  // namespace hengping::shell
