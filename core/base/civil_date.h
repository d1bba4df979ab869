// Civil dates in the proleptic Gregorian calendar. All legal dates are civil dates in Asia/Shanghai (semantics §2), so no
// time zone ever touches them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hengping {

/// A day, counted from 1970-01-01 (day 0). Arithmetic is by whole days.
class CivilDate {
 public:
  constexpr CivilDate() = default;
  constexpr explicit CivilDate(std::int32_t days) : days_(days) {}

  /// The date of a year, month (1–12) and day (1–31); nothing if there is no such day.
  [[nodiscard]] static std::optional<CivilDate> from_parts(int year, int month, int day);
  /// Reads `YYYY-MM-DD`: a real date from 1949-10-01 to 2999-12-31 (semantics §1); nothing otherwise.
  [[nodiscard]] static std::optional<CivilDate> parse(std::string_view text);

  [[nodiscard]] constexpr std::int32_t days() const { return days_; }
  [[nodiscard]] std::string to_string() const;  ///< `YYYY-MM-DD`

  constexpr auto operator<=>(const CivilDate&) const = default;
  [[nodiscard]] constexpr CivilDate operator+(std::int32_t days) const { return CivilDate(days_ + days); }
  [[nodiscard]] constexpr CivilDate operator-(std::int32_t days) const { return CivilDate(days_ - days); }
  [[nodiscard]] constexpr std::int32_t operator-(CivilDate other) const { return days_ - other.days_; }

  /// Before and after every date that can be written: for facts whose own date is at fault.
  [[nodiscard]] static constexpr CivilDate before_all() { return CivilDate(-1'000'000); }
  [[nodiscard]] static constexpr CivilDate after_all() { return CivilDate(1'000'000); }

 private:
  std::int32_t days_ = 0;
};

}  // namespace hengping
