#include "core/base/symbol.h"

#include <cstring>

namespace hengping {
namespace {

// Eight bytes at a time, each mixed in by a multiplication and a shift: identifiers have one to eight such pieces.
std::uint32_t hash_of(std::string_view text) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = text.size() * odd;
  while (!text.empty()) {
    const std::size_t size = text.size() < 8 ? text.size() : 8;
    std::uint64_t piece = 0;
    std::memcpy(&piece, text.data(), size);
    hash = (hash ^ piece) * odd;
    hash ^= hash >> 32U;
    text.remove_prefix(size);
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 15U));
}

}  // namespace

std::size_t SymbolTable::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].symbol != no_symbol && (slots_[at].hash != hash || texts_[slots_[at].symbol] != text))
    at = (at + 1) & mask;
  return at;
}

std::optional<std::uint32_t> SymbolTable::find_text(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(text, hash_of(text))];
  if (slot.symbol == no_symbol) return std::nullopt;
  return slot.symbol;
}

void SymbolTable::grow() {
  constexpr std::size_t fewest = 64;
  std::vector<Slot> old(slots_.empty() ? fewest : 2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.symbol == no_symbol) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].symbol != no_symbol) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::uint32_t SymbolTable::intern_text(std::string_view text) {
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(text);
  Slot& slot = slots_[slot_of(text, hash)];
  if (slot.symbol == no_symbol) {
    texts_.emplace_back(text);  // first, for memory may run out here
    slot = Slot{hash, static_cast<std::uint32_t>(texts_.size() - 1)};
  }
  return slot.symbol;
}

}  // namespace hengping
