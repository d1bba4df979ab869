#include "core/ledger/statement.h"

#include <algorithm>

#include "core/codec/canonical.h"
#include "core/codec/json_parts.h"
#include "core/facts/field_reader.h"
#include "core/facts/names.h"

namespace hengping {
namespace {

using Kind = JsonValue::Kind;

constexpr std::array<std::string_view, statement_kinds> names = {
    "bureau.founded",  "device.enrolled",   "device.refused",   "device.revoked",   "record.admitted",
    "record.rejected", "conflict.resolved", "records.received", "attachment.added", "attachment.withdrawn"};

constexpr std::size_t device_digits = 32;

JsonValue hash_json(const Hash& hash) { return JsonValue::string(to_hex(hash)); }
JsonValue hashes_json(const std::vector<Hash>& hashes) { return list_json(hashes, hash_json); }

/// One overload a kind: its own members.
struct Writer {
  JsonValue& out;

  void text(const char* key, const std::string& value) const { out.set(key, JsonValue::string(value)); }
  void operator()(const BureauFounded& body) const { text("name", body.name); }
  void operator()(const DeviceEnrolled& body) const {
    text("device", body.device);
    text("name", body.name);
    text("role", std::string(role_name(body.role)));
    if (!body.scope.empty()) text("scope", body.scope);
    if (body.through) out.set("through", hash_json(*body.through));
  }
  void operator()(const DeviceRefused& body) const {
    text("device", body.device);
    text("reason", body.reason);
  }
  void operator()(const DeviceRevoked& body) const {
    text("device", body.device);
    out.set("heads", hashes_json(body.heads));
    text("reason", body.reason);
  }
  void operator()(const RecordAdmitted& body) const {
    out.set("record", hash_json(body.record));
    text("reason", body.reason);
  }
  void operator()(const RecordRejected& body) const {
    out.set("record", hash_json(body.record));
    text("reason", body.reason);
  }
  void operator()(const ConflictResolved& body) const {
    out.set("keep", hash_json(body.keep));
    text("reason", body.reason);
    out.set("set_aside", hashes_json(body.set_aside));
  }
  void operator()(const RecordsReceived& body) const { out.set("records", JsonValue::number(body.records)); }
  void operator()(const AttachmentAdded& body) const {
    out.set("about", hash_json(body.about)).set("attachment", hash_json(body.attachment));
    if (!body.name.empty()) text("name", body.name);
    out.set("size", JsonValue::number(static_cast<std::int64_t>(body.size)));
    text("type", std::string(attachment_type_name(body.type)));
  }
  void operator()(const AttachmentWithdrawn& body) const {
    out.set("about", hash_json(body.about)).set("attachment", hash_json(body.attachment));
    text("reason", body.reason);
  }
};

class Reader {
 public:
  explicit Reader(FieldReader& fields) : fields_(fields) {}

  StatementBody read(std::size_t kind) {
    switch (kind) {
      case 0: return BureauFounded{fields_.required_text("name")};
      case 1: return enrolled();
      case 2: return DeviceRefused{device(), fields_.text("reason")};
      case 3: return DeviceRevoked{device(), hashes("heads"), fields_.text("reason")};
      case 4: return RecordAdmitted{hash("record"), fields_.text("reason")};
      case 5: return RecordRejected{hash("record"), fields_.text("reason")};
      case 6: return ConflictResolved{hash("keep"), hashes("set_aside"), fields_.text("reason")};
      case 7: return RecordsReceived{count("records")};
      case 8: return attachment();
      default: return AttachmentWithdrawn{hash("about"), hash("attachment"), fields_.text("reason")};
    }
  }

 private:
  DeviceEnrolled enrolled() {
    DeviceEnrolled body;
    body.device = device();
    body.role = fields_.choice("role", role_choices).value_or(Role::bureau);
    body.name = fields_.required_text("name");
    if (fields_.has("scope")) {
      body.scope = fields_.text("scope");
      if (!body.scope.empty() && !is_identifier(body.scope))
        fields_.faults().add(CoreText::fault_field_identifier, fields_.at("scope"));
    }
    if (fields_.has("through")) body.through = hash("through");
    return body;
  }
  AttachmentAdded attachment() {
    AttachmentAdded body;
    body.about = hash("about");
    body.attachment = hash("attachment");
    body.type = fields_.choice("type", attachment_type_choices).value_or(AttachmentType::jpeg);
    body.size = static_cast<std::uint64_t>(count("size"));
    body.name = fields_.optional_filled_text("name").value_or(std::string());
    if (!body.name.empty() && !is_attachment_name(body.name))
      fields_.faults().add(CoreText::fault_attachment_name, fields_.at("name"),
                           {std::to_string(longest_attachment_name)});
    return body;
  }
  std::string device() {
    std::string id = fields_.text("device");
    if (!id.empty() && !is_hex(id, device_digits))
      fields_.faults().add(CoreText::fault_record_hex, fields_.at("device"));
    return id;
  }
  Hash hash_of(const JsonValue* value, const std::string& place) {
    const auto hash = value != nullptr && value->is(Kind::string) ? hash_from_hex(value->text()) : std::nullopt;
    if (!hash) fields_.faults().add(CoreText::fault_record_hex, place);
    return hash.value_or(Hash{});
  }
  Hash hash(std::string_view key) { return hash_of(fields_.take(key), fields_.at(key)); }
  std::vector<Hash> hashes(std::string_view key) {
    std::vector<Hash> result;
    const JsonValue* list = fields_.take(key);
    if (list == nullptr || !list->is(Kind::array)) {
      fields_.faults().add(CoreText::fault_field_type, fields_.at(key), {say(CoreText::type_array)});
      return result;
    }
    for (std::size_t i = 0; i < list->items().size(); ++i)
      result.push_back(hash_of(&list->items()[i], fields_.at(key, i)));
    return result;
  }
  std::int64_t count(std::string_view key) {
    const auto number = fields_.optional_number(key);
    if (!number || *number < 1 || *number > 1e15) fields_.faults().add(CoreText::fault_record_number, fields_.at(key));
    return static_cast<std::int64_t>(number.value_or(0));
  }

  FieldReader& fields_;
};

}  // namespace

std::string_view statement_name(const StatementBody& body) { return names[body.index()]; }

const Hash* attached_to(const StatementBody& body) {
  if (const auto* added = std::get_if<AttachmentAdded>(&body)) return &added->about;
  if (const auto* withdrawn = std::get_if<AttachmentWithdrawn>(&body)) return &withdrawn->about;
  return nullptr;
}

bool is_statement_kind(std::string_view kind) { return std::find(names.begin(), names.end(), kind) != names.end(); }

std::string write_statement(const Statement& statement) {
  JsonValue value = JsonValue::object();
  value.set("by", JsonValue::string(std::string(role_name(statement.by))));
  value.set("kind", JsonValue::string(std::string(statement_name(statement.body))));
  value.set("on", JsonValue::string(statement.on.to_string()));
  std::visit(Writer{value}, statement.body);
  return canonical(value);
}

std::optional<Statement> read_statement(JsonValue& body, const std::string& pointer, FaultList& faults) {
  FaultSink sink(faults, Fault::no_fact);
  SymbolTable no_symbols;
  FieldReader fields(body, pointer, sink, no_symbols);
  const JsonValue* kind = fields.take("kind");
  const auto found = std::find(names.begin(), names.end(), kind->text());
  Statement statement;
  statement.by = fields.choice("by", role_choices).value_or(Role::bureau);
  statement.on = fields.date("on").value_or(CivilDate::before_all());
  statement.body = Reader(fields).read(static_cast<std::size_t>(found - names.begin()));
  if (statement.by != Role::bureau && attached_to(statement.body) == nullptr)
    sink.add(CoreText::fault_role_not_allowed, fields.at("by"), {role_name(statement.by), kind->text()});
  fields.finish();
  if (sink.count() != 0) return std::nullopt;
  return statement;
}

}  // namespace hengping
