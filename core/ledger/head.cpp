#include "core/ledger/head.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <functional>

namespace hengping {
namespace {

enum class Node : char { leaf = 0, inner = 1 };

/// SHA-256 of a byte that says what it is of, and two hashes.
Hash node_hash(Node node, const Hash& one, const Hash& other) {
  std::array<char, 1 + 2 * sizeof(Hash)> bytes{static_cast<char>(node)};
  std::memcpy(&bytes[1], one.data(), one.size());
  std::memcpy(&bytes[1 + one.size()], other.data(), other.size());
  return sha256(std::string_view(bytes.data(), bytes.size()));
}

Hash leaf_hash(const SetLeaf& leaf) { return node_hash(Node::leaf, leaf.commitment, leaf.hash); }

Hash tree_hash(std::span<const SetLeaf> leaves) {
  if (leaves.size() == 1) return leaf_hash(leaves.front());
  const std::size_t left = std::bit_floor(leaves.size() - 1);  // the largest power of two below the size
  return node_hash(Node::inner, tree_hash(leaves.first(left)), tree_hash(leaves.subspan(left)));
}

/// Walks the tree from left to right; parts without a shown leaf are not entered.
class Prover {
 public:
  Prover(std::span<const SetLeaf> all, SetProof& proof) : all_(all), proof_(proof) {}

  void walk(std::size_t begin, std::size_t end, std::size_t shown_begin, std::size_t shown_end) {
    if (shown_begin == shown_end) {
      proof_.hashes.push_back(tree_hash(all_.subspan(begin, end - begin)));
    } else if (end - begin > 1) {
      const std::size_t middle = begin + std::bit_floor(end - begin - 1);
      std::size_t shown_middle = shown_begin;
      while (shown_middle < shown_end && proof_.places[shown_middle] < middle) ++shown_middle;
      walk(begin, middle, shown_begin, shown_middle);
      walk(middle, end, shown_middle, shown_end);
    }
  }

 private:
  std::span<const SetLeaf> all_;
  SetProof& proof_;
};

class Verifier {
 public:
  Verifier(const std::vector<SetLeaf>& shown, const SetProof& proof) : shown_(shown), proof_(proof) {}

  std::optional<Hash> root() {
    const Hash hash = walk(0, proof_.size);
    if (missing_ || next_leaf_ != shown_.size() || next_hash_ != proof_.hashes.size()) return std::nullopt;
    return hash;
  }

 private:
  Hash walk(std::uint64_t begin, std::uint64_t end) {
    if (missing_) return {};
    const bool shows = next_leaf_ < shown_.size() && proof_.places[next_leaf_] < end;
    if (!shows) {
      if (next_hash_ < proof_.hashes.size()) return proof_.hashes[next_hash_++];
      missing_ = true;
      return {};
    }
    if (end - begin == 1) return leaf_hash(shown_[next_leaf_++]);
    const std::uint64_t middle = begin + std::bit_floor(end - begin - 1);
    const Hash left = walk(begin, middle);
    const Hash right = walk(middle, end);
    return node_hash(Node::inner, left, right);
  }

  const std::vector<SetLeaf>& shown_;
  const SetProof& proof_;
  std::size_t next_leaf_ = 0;
  std::size_t next_hash_ = 0;
  bool missing_ = false;
};

}  // namespace

SetProof prove(std::vector<SetLeaf>& all, const std::vector<SetLeaf>& shown) {
  std::sort(all.begin(), all.end());
  SetProof proof;
  proof.size = all.size();
  for (const SetLeaf& leaf : shown) {
    const auto place = std::lower_bound(all.begin(), all.end(), leaf);
    proof.places.push_back(static_cast<std::uint64_t>(place - all.begin()));
  }
  Prover(all, proof).walk(0, all.size(), 0, shown.size());
  return proof;
}

std::optional<Hash> proven_root(const std::vector<SetLeaf>& shown, const SetProof& proof) {
  const bool fits =
      !shown.empty() && shown.size() == proof.places.size() && std::is_sorted(shown.begin(), shown.end()) &&
      std::adjacent_find(proof.places.begin(), proof.places.end(), std::greater_equal<>()) == proof.places.end() &&
      proof.places.back() < proof.size;
  if (!fits) return std::nullopt;
  return Verifier(shown, proof).root();
}

std::string head_message(std::string_view device_id, const Head& head) {
  std::string out = R"({"bodies":")" + to_hex(head.bodies) + R"(","device":")";
  out.append(device_id).append(R"(","format":"hengping.head","hash":")").append(to_hex(head.hash));
  out.append(R"(","seq":)").append(std::to_string(head.sequence)).append(R"(,"version":2})");
  return out;
}

SetLeaf leaf_of(const Record& record) {
  return SetLeaf{record.commitment, record.disclosed ? record.shown_as : record.hash};
}

Hash set_root(std::vector<SetLeaf>& leaves) {
  if (leaves.empty()) return sha256("");
  std::sort(leaves.begin(), leaves.end());
  return tree_hash(leaves);
}

}  // namespace hengping
