#include "core/codec/canonical.h"
#include "core/codec/input_file.h"
#include "core/codec/json_reader.h"
#include "core/ledger/ledger.h"

namespace hengping {

std::string write_device(const Device& device) {
  JsonValue value = JsonValue::object();
  value.set("id", JsonValue::string(device.id));
  value.set("key", device.key.empty() ? JsonValue() : JsonValue::string(device.key));
  value.set("name", JsonValue::string(device.name));
  value.set("role", JsonValue::string(std::string(role_name(device.role))));
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

std::optional<Device> read_ledger_owner(std::string_view text) {
  static constexpr std::array<std::string_view, 2> feeds = {"feeds", "*"};
  static constexpr std::array<StreamPath, 1> paths = {StreamPath(feeds)};
  FaultList faults;
  // The records are read by `examine`; here they only pass by.
  auto document = read_json(text, faults, paths, [](const StreamedElement&) {});
  if (!document || !document->is(JsonValue::Kind::object)) return std::nullopt;
  const JsonValue* own = document->find("own");
  if (own == nullptr) return std::nullopt;
  JsonValue copy = *own;
  Device device = read_device_value(copy, "/own", faults);
  if (!faults.empty()) return std::nullopt;
  return device;
}

}  // namespace hengping
