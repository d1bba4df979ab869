// Finding records by their hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "core/ledger/digest.h"

namespace hengping {

/// An open table of numbers, beside each the beginning of its hash; the hashes themselves are kept elsewhere. Whoever asks says where: `hash_of` is
/// called with a number of the table and returns its hash.
class HashIndex {
 public:
  static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

  template <class HashOf>
  [[nodiscard]] std::uint32_t find(const Hash& hash, const HashOf& hash_of) const {
    return slots_.empty() ? nowhere : slots_[slot_of(hash, hash_of)].number;
  }
  /// Changes nothing if the hash is there already. Needs no memory where room has been made.
  template <class HashOf>
  void insert(const Hash& hash, std::uint32_t number, const HashOf& hash_of) {
    make_room(1);
    Slot& slot = slots_[slot_of(hash, hash_of)];
    if (slot.number != nowhere) return;
    slot = Slot{beginning(hash), number};
    ++count_;
  }
  /// Takes this number out, if it stands under this hash.
  void erase(const Hash& hash, std::uint32_t number) noexcept {
    if (slots_.empty()) return;
    std::size_t hole = beginning(hash) & mask();
    while (slots_[hole].number != number) {
      if (slots_[hole].number == nowhere) return;
      hole = (hole + 1) & mask();
    }
    --count_;
    // What stands after it moves up, unless it is before its place there.
    for (std::size_t at = (hole + 1) & mask(); slots_[at].number != nowhere; at = (at + 1) & mask()) {
      const std::size_t home = slots_[at].beginning & mask();
      if (((at - home) & mask()) < ((at - hole) & mask())) continue;
      slots_[hole] = slots_[at];
      hole = at;
    }
    slots_[hole] = Slot{};
  }
  void make_room(std::size_t more) {
    constexpr std::size_t fewest = 16;
    std::size_t size = slots_.empty() ? fewest : slots_.size();
    while (size < 2 * (count_ + more)) size *= 2;
    if (size == slots_.size()) return;
    std::vector<Slot> old(size);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number == nowhere) continue;
      std::size_t at = slot.beginning & mask();
      while (slots_[at].number != nowhere) at = (at + 1) & mask();
      slots_[at] = slot;
    }
  }

 private:
  struct Slot {
    std::uint32_t beginning = 0;
    std::uint32_t number = nowhere;
  };

  static std::uint32_t beginning(const Hash& hash) {
    std::uint32_t value = 0;
    std::memcpy(&value, hash.data(), sizeof value);
    return value;
  }
  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }
  /// The slot of that hash, or the free one where it would stand; there is always a free one.
  template <class HashOf>
  [[nodiscard]] std::size_t slot_of(const Hash& hash, const HashOf& hash_of) const {
    const std::uint32_t wanted = beginning(hash);
    std::size_t at = wanted & mask();
    while (slots_[at].number != nowhere && (slots_[at].beginning != wanted || hash_of(slots_[at].number) != hash))
      at = (at + 1) & mask();
    return at;
  }

  std::vector<Slot> slots_;  // empty or a power of two, at most half full
  std::size_t count_ = 0;
};

}  // namespace hengping
