// The catalogue: every rule of the measures that this program computes, with what it reads and which numbers it takes.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"
#include "core/text/say.h"

namespace hengping {

class Rule {
 public:
  static constexpr std::size_t most_lists = 3;
  using Lists = std::array<std::string_view, most_lists>;
  constexpr Rule(std::string_view article, Lists records, std::string_view parameters, CoreText words)
      : article_(article), records_(records), parameters_(parameters), words_(words) {}

  /// An item ("9.2"), or an article as a whole: "6" its conduct rules, "7" the states of an order, "8", "9" standing, "10" the score card.
  [[nodiscard]] std::string_view article() const { return article_; }
  /// Kinds of record whose content it reads, "rating.given" and so on. Registers that only say what belongs to whom are not named.
  [[nodiscard]] std::vector<std::string_view> records() const;
  /// Members of the policy's `parameters`, or `score_card` for all of that.
  [[nodiscard]] std::vector<std::string_view> parameters() const;
  /// What counts, and what follows from it.
  [[nodiscard]] Bilingual words() const;

 private:
  std::string_view article_;
  Lists records_;
  std::string_view parameters_;
  CoreText words_;
};

/// In the order of the articles; the rules of an article as a whole stand after its items, where these come first.
[[nodiscard]] std::span<const Rule> catalogue();

}  // namespace hengping
