#include "core/ledger/device.h"

#include <cstdint>
#include <utility>

#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/facts/field_reader.h"
#include "core/facts/names.h"
#include "core/ledger/digest.h"

namespace hengping {
namespace {

constexpr std::size_t id_digits = 32;
constexpr std::size_t key_digits = 64;

// Without its identifier, as that is drawn from the rest. Version 1 knew no scope.
JsonValue description(const Device& device) {
  JsonValue value = JsonValue::object();
  value.set("key", device.key.empty() ? JsonValue() : JsonValue::string(device.key));
  value.set("name", JsonValue::string(device.name));
  value.set("role", JsonValue::string(std::string(role_name(device.role))));
  if (!device.key.empty()) value.set("scope", device.scope.empty() ? JsonValue() : JsonValue::string(device.scope));
  return value;
}

}  // namespace

std::string device_id(const Device& device) { return sha256_hex(canonical(description(device))).substr(0, id_digits); }

Device make_device(Role role, std::string name, std::string scope, std::string public_key) {
  Device device{{}, role, std::move(name), std::move(public_key), std::move(scope)};
  device.id = device_id(device);
  return device;
}

std::string fingerprint(std::string_view device_id) {
  constexpr int groups = 6;
  constexpr std::uint64_t one_group = 100'000;
  const Hash hash = sha256(device_id);
  std::string out;
  for (std::size_t group = 0; group < groups; ++group) {
    // Five bytes a group: 2^40 is so much larger than a group that no digit is likelier than another to tell.
    std::uint64_t value = 0;
    for (std::size_t byte = 0; byte < 5; ++byte) value = value << 8U | hash[5 * group + byte];
    const std::string digits = std::to_string(value % one_group);
    if (group > 0) out += ' ';
    out += std::string(5 - digits.size(), '0') + digits;
  }
  return out;
}

std::string write_device(const Device& device) {
  JsonValue value = description(device);
  value.set("id", JsonValue::string(device.id));
  return canonical(value);
}

std::optional<Device> read_device(std::string_view json) {
  FaultList faults;
  auto value = read_json(json, faults);
  if (!value) return std::nullopt;
  Device device = read_device_value(*value, "", faults);
  if (!faults.empty()) return std::nullopt;
  return device;
}

Device read_device_value(JsonValue& value, const std::string& pointer, FaultList& faults) {
  using Kind = JsonValue::Kind;
  Device device;
  FaultSink sink(faults, Fault::no_fact);
  if (!value.is(Kind::object)) {
    sink.add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
    return device;
  }
  SymbolTable no_symbols;
  FieldReader reader(value, pointer, sink, no_symbols);
  device.id = reader.text("id");
  if (!device.id.empty() && !is_hex(device.id, id_digits)) sink.add(CoreText::fault_record_hex, reader.at("id"));
  device.role = reader.choice("role", role_choices).value_or(Role::bureau);
  device.name = reader.optional_text("name").value_or("");
  const JsonValue* key = reader.take("key");
  if (key != nullptr && key->is(Kind::string) && is_hex(key->text(), key_digits)) {
    device.key = key->text();
  } else if (key == nullptr || !key->is(Kind::null)) {
    sink.add(CoreText::fault_record_hex, reader.at("key"));
  }
  if (!device.key.empty()) {
    const JsonValue* scope = reader.take("scope");
    if (scope != nullptr && scope->is(Kind::string) && is_identifier(scope->text())) {
      device.scope = scope->text();
    } else if (scope == nullptr || !scope->is(Kind::null)) {
      sink.add(CoreText::fault_field_identifier, reader.at("scope"));
    }
  }
  reader.finish();
  if (sink.count() == 0 && !device.key.empty() && device.id != device_id(device))
    sink.add(CoreText::fault_device_id, reader.at("id"));
  return device;
}

}  // namespace hengping
