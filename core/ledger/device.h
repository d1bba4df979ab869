// A device that keeps a feed: who keeps it, and the key that its records are signed with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/fault.h"
#include "core/codec/json_value.h"
#include "core/facts/fact.h"

namespace hengping {

/// What a device says of itself. It cannot be changed: `id` is drawn from all of it, so another description is another device. What counts
/// is what the bureau enrols it as (core/ledger/statement.h).
struct Device {
  std::string id;  ///< 32 hex digits
  Role role = Role::bureau;
  std::string name;
  std::string key;  ///< Ed25519 public key, 64 hex digits; empty for devices of format version 1, which signed nothing
  std::string scope;  ///< the enterprise's or provider's identifier that it speaks for; empty: none
  [[nodiscard]] bool operator==(const Device&) const = default;
};

/// The identifier of a device with a key: the first 32 hex digits of SHA-256 over the canonical bytes of {"key","name","role","scope"}.
[[nodiscard]] std::string device_id(const Device& device);
/// A device with a key and the identifier that follows. `public_key` are 64 hex digits.
[[nodiscard]] Device make_device(Role role, std::string name, std::string scope, std::string public_key);

/// The device's identifier in digits, to be compared by telephone: 30 decimal digits in groups of five (99 bits of SHA-256 over it).
[[nodiscard]] std::string fingerprint(std::string_view device_id);

/// The header of a feed: {"id","key","name","role","scope"}.
[[nodiscard]] std::string write_device(const Device& device);
[[nodiscard]] std::optional<Device> read_device(std::string_view json);
/// The same from a value; faults have pointers that begin with `pointer`. An identifier that does not follow from the rest is one.
[[nodiscard]] Device read_device_value(JsonValue& value, const std::string& pointer, FaultList& faults);

}  // namespace hengping
