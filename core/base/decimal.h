// Exact decimals: money and percentages never pass through binary floating point (semantics §1).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hengping {

/// A JSON number's exact value: digits × 10^exponent. Made from a valid number token.
class Decimal {
 public:
  /// Reads a JSON number token ("1e3", "-0.50"); the token must be valid JSON. Nothing if it has more than 40 significant digits
  /// or an exponent beyond ±400 (no such number is valid anywhere in a record).
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view token);

  [[nodiscard]] bool negative() const { return negative_; }
  /// The value × 10^places as a whole number, if it is one and fits in 63 bits.
  [[nodiscard]] std::optional<std::int64_t> scaled(int places) const;

 private:
  bool negative_ = false;
  std::string digits_;  // significant digits, no leading or trailing zeros; "0" is ""
  int exponent_ = 0;
};

/// An amount of yuan, at least 0, at most 15 digits before the point and two after it; kept in fen.
struct Money {
  std::int64_t fen = 0;
  auto operator<=>(const Money&) const = default;

  /// Reads the decimal string of semantics §1: digits (1–15), optionally a point and one or two digits.
  [[nodiscard]] static std::optional<Money> parse(std::string_view text);
  /// Reads a JSON number token of the same range, by value.
  [[nodiscard]] static std::optional<Money> parse_number(std::string_view token);
  /// The shortest decimal string: "1200", "1200.5", "0.05".
  [[nodiscard]] std::string to_string() const;
};

/// A percentage from 0 to 100 with at most two decimals, kept in hundredths.
struct Percent {
  std::int32_t hundredths = 0;
  auto operator<=>(const Percent&) const = default;
  [[nodiscard]] static std::optional<Percent> parse_number(std::string_view token);
  [[nodiscard]] std::string to_string() const;  ///< shortest: "33.3"
};

}  // namespace hengping
