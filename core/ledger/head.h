// The signed end of a feed: one signature vouches for all records before it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ledger/digest.h"
#include "core/ledger/record.h"

namespace hengping {

/// What a device signs.
struct Head {
  std::uint64_t sequence = 0;  ///< of the last record
  Hash hash{};                 ///< of the last record
  Hash
      bodies{};  ///< root over the feed's records as a set: lets some of them be shown with proof, without the others and without their order
};

struct SignedHead {
  Head head;
  std::string signature;  ///< 64 bytes
};

/// The canonical bytes that are signed: {"bodies","device","format":"hengping.head","hash","seq","version":2}.
[[nodiscard]] std::string head_message(std::string_view device_id, const Head& head);

/// A record as a member of its feed's set.
struct SetLeaf {
  Hash commitment{};
  Hash hash{};
  auto operator<=>(const SetLeaf&) const = default;
};
/// The Merkle tree hash of RFC 9162 §2.1.1 over the leaves in byte order; leaf data: commitment, then hash. `leaves` is sorted in place.
[[nodiscard]] Hash set_root(std::vector<SetLeaf>& leaves);

}  // namespace hengping
