#include "core/ledger/head.h"

#include <algorithm>
#include <bit>

namespace hengping {
namespace {

Hash leaf_hash(const SetLeaf& leaf) {
  using namespace std::string_view_literals;
  return Sha256().add("\0"sv).add(leaf.commitment).add(leaf.hash).finish();
}

Hash tree_hash(std::span<const SetLeaf> leaves) {
  if (leaves.size() == 1) return leaf_hash(leaves.front());
  const std::size_t left = std::bit_floor(leaves.size() - 1);  // the largest power of two below the size
  return Sha256().add("\1").add(tree_hash(leaves.first(left))).add(tree_hash(leaves.subspan(left))).finish();
}

}  // namespace

std::string head_message(std::string_view device_id, const Head& head) {
  std::string out = R"({"bodies":")" + to_hex(head.bodies) + R"(","device":")";
  out.append(device_id).append(R"(","format":"hengping.head","hash":")").append(to_hex(head.hash));
  out.append(R"(","seq":)").append(std::to_string(head.sequence)).append(R"(,"version":2})");
  return out;
}

Hash set_root(std::vector<SetLeaf>& leaves) {
  if (leaves.empty()) return sha256("");
  std::sort(leaves.begin(), leaves.end());
  return tree_hash(leaves);
}

}  // namespace hengping
