// Points of a self-assessment, exact. The 2024 edition divides them down to 1.875, so they are kept in thousandths.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hengping::assessment {

/// From 0 to 1000 when read; sums and differences of such.
struct Points {
  std::int64_t thousandths = 0;
  auto operator<=>(const Points&) const = default;

  /// Reads a JSON number token, by value: at least 0, at most 1000, at most three decimals.
  [[nodiscard]] static std::optional<Points> parse_number(std::string_view token);
  /// The shortest decimal string, also a JSON number: "20", "43.375".
  [[nodiscard]] std::string to_string() const;

  Points& operator+=(Points other) {
    thousandths += other.thousandths;
    return *this;
  }
  [[nodiscard]] friend Points operator+(Points left, Points right) { return left += right; }
  /// How much `left` lacks of `right`: never below 0.
  [[nodiscard]] friend Points shortfall(Points left, Points right) {
    return Points{left < right ? right.thousandths - left.thousandths : 0};
  }
};

}  // namespace hengping::assessment
