// Sums and products of amounts without rounding: a unit price times a quantity may have more decimals than money has.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/decimal.h"

namespace hengping::shell {

/// A decimal of any length, at least 0.
class ExactAmount {
 public:
  ExactAmount() = default;
  [[nodiscard]] static ExactAmount of(Money money);
  /// The shortest decimal that reads back as this number; it must be finite and at least 0.
  [[nodiscard]] static ExactAmount of(double number);
  /// A JSON number token of at least 0; nothing for anything else, or an exponent beyond ±400.
  [[nodiscard]] static std::optional<ExactAmount> parse(std::string_view token);

  [[nodiscard]] ExactAmount operator+(const ExactAmount& other) const;
  [[nodiscard]] ExactAmount operator*(const ExactAmount& other) const;
  [[nodiscard]] bool operator==(const ExactAmount&) const = default;

  [[nodiscard]] bool whole_fen() const { return decimals_ <= 2; }
  /// "1,234,567.80": rounded half up to two decimals if it has more.
  [[nodiscard]] std::string money_text() const;

 private:
  void normalise();
  std::string digits_;        // most significant first, no zeros in front, none at the end behind the point; "" is 0
  std::size_t decimals_ = 0;  // how many of the digits stand behind the point
};

/// Sets commas between groups of three digits.
[[nodiscard]] std::string group_thousands(std::string_view digits);

}  // namespace hengping::shell
