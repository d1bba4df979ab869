#include "core/facts/identifiers.h"

namespace hengping {
namespace {

std::size_t shared(NameSpace name_space) {
  return static_cast<std::size_t>(name_space == NameSpace::finding ? NameSpace::complaint : name_space);
}

}  // namespace

void Identifiers::define(NameSpace name_space, std::uint32_t symbol, const Since& since) {
  const auto [entry, added] = entries_.at(shared(name_space)).emplace(symbol, Entry{name_space, since});
  if (!added && since < entry->second.since) entry->second = Entry{name_space, since};
}

const Identifiers::Entry* Identifiers::taken(NameSpace name_space, std::uint32_t symbol) const {
  const auto& map = entries_.at(shared(name_space));
  const auto found = map.find(symbol);
  return found == map.end() ? nullptr : &found->second;
}

const Identifiers::Entry* Identifiers::find(NameSpace name_space, std::uint32_t symbol) const {
  const Entry* entry = taken(name_space, symbol);
  return entry != nullptr && entry->name_space == name_space ? entry : nullptr;
}

}  // namespace hengping
