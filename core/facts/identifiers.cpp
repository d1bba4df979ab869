#include "core/facts/identifiers.h"

#include <algorithm>

namespace hengping {
namespace {

std::size_t shared(NameSpace name_space) {
  return static_cast<std::size_t>(name_space == NameSpace::finding ? NameSpace::complaint : name_space);
}

}  // namespace

void Identifiers::make_room(NameSpace name_space, std::uint32_t symbol) {
  auto& entries = entries_.at(shared(name_space));
  if (entries.size() <= symbol) entries.resize(symbol + 1);
}

void Identifiers::clear() {
  for (auto& entries : entries_) std::fill(entries.begin(), entries.end(), Entry{});
}

void Identifiers::define(NameSpace name_space, std::uint32_t symbol, const Since& since) {
  make_room(name_space, symbol);
  Entry& entry = entries_.at(shared(name_space))[symbol];
  if (!entry.there || since < entry.since) entry = Entry{name_space, true, since};
}

const Identifiers::Entry* Identifiers::taken(NameSpace name_space, std::uint32_t symbol) const {
  const auto& entries = entries_.at(shared(name_space));
  return symbol < entries.size() && entries[symbol].there ? &entries[symbol] : nullptr;
}

const Identifiers::Entry* Identifiers::find(NameSpace name_space, std::uint32_t symbol) const {
  const Entry* entry = taken(name_space, symbol);
  return entry != nullptr && entry->name_space == name_space ? entry : nullptr;
}

}  // namespace hengping
