// What only the keeper of a ledger file holds.
#pragma once

#include <string>
#include <vector>

#include "core/ledger/device.h"

namespace hengping {

/// Whether the seed makes the device's key must be looked at before it is used (public_key_of, core/ledger/signature.h).
struct OwnDevice {
  Device device;
  std::string seed;  ///< the private key: 32 bytes; empty for a device without a key
};

}  // namespace hengping
