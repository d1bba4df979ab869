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
[[nodiscard]] SetLeaf leaf_of(const Record& record);
/// The Merkle tree hash of RFC 9162 §2.1.1 over the leaves in byte order; leaf data: commitment, then hash. `leaves` is sorted in place.
[[nodiscard]] Hash set_root(std::vector<SetLeaf>& leaves);

/// That some leaves belong to a set, without the others.
struct SetProof {
  std::uint64_t size = 0;             ///< leaves of the whole set
  std::vector<std::uint64_t> places;  ///< of the leaves shown, in byte order of all leaves, from 0, rising
  std::vector<Hash> hashes;           ///< of the largest parts of the tree that hold none of them, from left to right
};
/// `all` is sorted in place; `shown` are some of them, sorted.
[[nodiscard]] SetProof prove(std::vector<SetLeaf>& all, const std::vector<SetLeaf>& shown);
/// The root that the leaves shown and the proof lead to; nothing if they do not fit together.
[[nodiscard]] std::optional<Hash> proven_root(const std::vector<SetLeaf>& shown, const SetProof& proof);

}  // namespace hengping
