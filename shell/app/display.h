// How values are written for people, alike in both languages.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/facts/fact.h"
#include "core/rules/score_card.h"

namespace hengping::shell {

/// "1,234,567.80": always two decimals, thousands separated; without a currency sign.
[[nodiscard]] std::string money_text(Money amount);
/// "33.3" without trailing zeros and without the sign.
[[nodiscard]] std::string percent_text(Percent percent);
/// "83.20": always two decimals, so that totals align.
[[nodiscard]] std::string total_text(Points points);
/// A quantity, the shortest decimal that reads back as the same number: "12", "0.5".
[[nodiscard]] std::string quantity_text(double quantity);
/// "12,345".
[[nodiscard]] std::string count_text(std::int64_t count);
/// The first 12 digits of a hash, enough to tell records apart at sight.
[[nodiscard]] std::string_view short_hash(std::string_view hash);
/// An instant as claimed, `2026-11-23T05:31:08.123Z`, in Asia/Shanghai to the minute: "2026-11-23 13:31". Anything else is given back as it is.
[[nodiscard]] std::string instant_text(std::string_view at);

/// Effective ratings by satisfaction.
struct RatingTally {
  std::size_t satisfied = 0;
  std::size_t basically_satisfied = 0;
  std::size_t unsatisfied = 0;
  [[nodiscard]] std::size_t total() const { return satisfied + basically_satisfied + unsatisfied; }
  void add(Satisfaction satisfaction);
  [[nodiscard]] bool operator==(const RatingTally&) const = default;
};

/// Whether a rating still counts.
enum class RatingStatus : std::uint8_t {
  effective,
  superseded,  ///< a later rating of the same engagement and period replaced it
  withdrawn,   ///< a withdrawal followed it
  withdrawal,  ///< not a rating, but the withdrawal itself
};

/// Compares identifiers as people number them: runs of digits by value, so that E9 comes before E10. Equal only if the texts are.
[[nodiscard]] std::strong_ordering compare_natural(std::string_view left, std::string_view right);

/// Search text, as all lists read it: words apart by spaces must all occur, in any column searched; ASCII letters match in either case, and
/// full-width letters, digits and spaces match their narrow twins.
class SearchQuery {
 public:
  using Found = std::uint64_t;  ///< a bit for each word

  SearchQuery() = default;
  explicit SearchQuery(std::string_view text);
  [[nodiscard]] bool empty() const { return words_.empty(); }
  /// The words that occur in the text.
  [[nodiscard]] Found found_in(std::string_view text) const;
  [[nodiscard]] bool complete(Found found) const { return found == all_; }
  /// Whether every word occurs in one of the texts.
  template <class... Texts>
  [[nodiscard]] bool matches(const Texts&... texts) const {
    return words_.empty() || complete((found_in(texts) | ...));
  }

 private:
  std::vector<std::string> words_;
  Found all_ = 0;
  mutable std::string searched_;  // the text under search, kept for its memory
};

}  // namespace hengping::shell
