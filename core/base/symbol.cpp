#include "core/base/symbol.h"

namespace hengping {

std::uint32_t SymbolTable::intern_text(std::string_view text) {
  const auto found = index_.find(text);
  if (found != index_.end()) return found->second;
  const auto symbol = static_cast<std::uint32_t>(texts_.size());
  texts_.emplace_back(text);
  index_.emplace(texts_.back(), symbol);
  return symbol;
}

}  // namespace hengping
