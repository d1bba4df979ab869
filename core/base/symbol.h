// Identifiers and periods, interned: facts hold small numbers, and the fold indexes vectors with them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hengping {

/// A string of a SymbolTable. Equal symbols of one table are equal strings; the order is of first mention, not of bytes.
template <class Tag>
struct Id {
  std::uint32_t value = 0;
  auto operator<=>(const Id&) const = default;
};

using ProviderId = Id<struct ProviderTag>;
using EnterpriseId = Id<struct EnterpriseTag>;
using EngagementId = Id<struct EngagementTag>;
using OrderId = Id<struct OrderTag>;
using DecisionId = Id<struct DecisionTag>;
using CaseId = Id<struct CaseTag>;  ///< a complaint or a finding: they share one name space
using InspectionId = Id<struct InspectionTag>;
using NeedId = Id<struct NeedIdTag>;  ///< unique within its engagement
using RefId = Id<struct RefTag>;      ///< what a trigger comes from, in the form of semantics §3
/// No ref: of a fact whose ref could not be read.
inline constexpr RefId no_ref{0xFFFFFFFFU};
using PeriodId = Id<struct PeriodTag>;  ///< `YYYY-MM`, `YYYY-Qn` or `final`

class SymbolTable {
 public:
  SymbolTable() = default;
  SymbolTable(const SymbolTable&) = delete;
  SymbolTable& operator=(const SymbolTable&) = delete;
  SymbolTable(SymbolTable&&) = default;
  SymbolTable& operator=(SymbolTable&&) = default;

  template <class IdType>
  [[nodiscard]] IdType intern(std::string_view text) {
    return IdType{intern_text(text)};
  }
  template <class IdType>
  [[nodiscard]] std::optional<IdType> find(std::string_view text) const {
    const auto found = find_text(text);
    if (!found) return std::nullopt;
    return IdType{*found};
  }
  template <class Tag>
  [[nodiscard]] const std::string& text(Id<Tag> id) const {
    return texts_[id.value];
  }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t symbol = no_symbol;
  };
  static constexpr std::uint32_t no_symbol = 0xFFFFFFFF;

  std::uint32_t intern_text(std::string_view text);
  [[nodiscard]] std::optional<std::uint32_t> find_text(std::string_view text) const;
  /// The slot that holds the text, or the free one where it would stand; there is always a free one.
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  void grow();

  std::deque<std::string> texts_;  // a deque, for texts are pointed at
  std::vector<Slot> slots_;        // open hash table of symbols; empty or a power of two, at most half full
};

}  // namespace hengping
