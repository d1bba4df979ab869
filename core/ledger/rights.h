// Who may state what in a ledger (semantics §5): from the root keys, by enrolment and revocation, to every single record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/ledger/device.h"
#include "core/ledger/digest.h"
#include "core/ledger/statement.h"

namespace hengping {

enum class DeviceStanding : std::uint8_t {
  free,      ///< no bureau is known here: everybody counts, as what they say they are
  root,      ///< its key is the bureau's own
  enrolled,  ///< by a root, or by a device of role bureau
  unknown,   ///< asks to be enrolled
  refused,
  revoked,
};
/// "free", "root" and so on.
[[nodiscard]] std::string_view device_standing_name(DeviceStanding standing);

/// What a device may state by all that the ledger knows.
struct DeviceRights {
  Device device;  ///< as it describes itself
  DeviceStanding standing = DeviceStanding::unknown;
  Role role = Role::bureau;  ///< as enrolled; of devices that are not, as they say
  std::string name;
  std::string scope;
  std::size_t records = 0;  ///< of its feed
  std::size_t waiting = 0;  ///< of them, in quarantine
  /// Of each revocation that holds: the last records that count.
  std::vector<std::vector<Hash>> revoked_after;
};

class Ledger;

/// What enrols a device as this: to be stated by the bureau. Of a feed without signatures it means what has arrived so far.
[[nodiscard]] DeviceEnrolled enrolment_of(const Ledger& ledger, const Device& device, Role role, std::string name,
                                          std::string scope);
/// What revokes a device: what has arrived so far goes on counting. To be stated by the bureau.
[[nodiscard]] DeviceRevoked revocation_of(const Ledger& ledger, const std::string& device, std::string reason);

}  // namespace hengping
