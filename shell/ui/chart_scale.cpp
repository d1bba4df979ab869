#include "shell/ui/chart_scale.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "shell/app/exact_amount.h"

namespace hengping::ui {

namespace {

constexpr std::int64_t largest_step = 1'000'000'000'000'000'000;

/// The power of ten that a unit stands for, in the measure's smallest unit.
int decimals_of(AxisUnit unit, Measure measure) {
  const int smallest = measure == Measure::count ? 0 : 2;  // fen and hundredths
  switch (unit) {
    case AxisUnit::one: return smallest;
    case AxisUnit::thousand: return smallest + 3;
    case AxisUnit::ten_thousand: return smallest + 4;
    case AxisUnit::million: return smallest + 6;
    case AxisUnit::hundred_million: return smallest + 8;
    case AxisUnit::billion: return smallest + 9;
  }
  return smallest;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t value = 1;
  for (int i = 0; i < exponent; ++i) value *= 10;
  return value;
}

std::int64_t steps_to(std::int64_t value, std::int64_t step) { return value / step + (value % step != 0 ? 1 : 0); }

struct Month {
  int year = 0, month = 1;  // 1–12
};

Month month_of(CivilDate day) {
  const std::string text = day.to_string();
  Month month;
  std::from_chars(text.data(), text.data() + 4, month.year);
  std::from_chars(text.data() + 5, text.data() + 7, month.month);
  return month;
}

/// The first days of every `step`th month from `first` to `last`, counted from a January.
std::vector<DayTick> month_ticks(CivilDate first, CivilDate last, int step) {
  std::vector<DayTick> ticks;
  const Month begin = month_of(first);
  int number = begin.year * 12 + begin.month - 1;
  number = (number + step - 1) / step * step;
  for (;; number += step) {
    const auto day = CivilDate::from_parts(number / 12, number % 12 + 1, 1);
    if (!day || *day > last) return ticks;
    if (*day < first) continue;
    ticks.push_back({*day, day->to_string().substr(0, step % 12 == 0 ? 4 : 7)});
  }
}

std::vector<DayTick> week_ticks(CivilDate first, CivilDate last, int step) {
  std::vector<DayTick> ticks;
  const int weekday = ((first.days() + 3) % 7 + 7) % 7;  // 0 is Monday
  std::string year;
  for (CivilDate day = step == 1 || weekday == 0 ? first : first + (7 - weekday); day <= last; day = day + step) {
    const std::string text = day.to_string();
    const std::string here = text.substr(0, 4);
    ticks.push_back({day, here == year ? text.substr(5) : text});
    year = here;
  }
  return ticks;
}

}  // namespace

std::vector<std::int64_t> ValueScale::ticks() const {
  std::vector<std::int64_t> all;
  for (std::int64_t i = 0; i <= high / step; ++i) all.push_back(i * step);
  return all;
}

float ValueScale::share(std::int64_t value) const {
  const auto part = static_cast<double>(std::clamp<std::int64_t>(value, 0, high));
  return static_cast<float>(part / static_cast<double>(high));
}

ValueScale value_scale(std::int64_t largest, Measure measure, int most_steps) {
  if (largest <= 0) largest = measure == Measure::percent ? 10'000 : measure == Measure::money ? 100 : 1;
  const bool whole_yuan = measure == Measure::money && largest % 100 == 0;
  for (std::int64_t decade = whole_yuan ? 100 : 1; decade < largest_step; decade *= 10) {
    // all of them divide 100 %, so a scale of shares ends there by itself
    const std::int64_t quarter = measure == Measure::percent && decade >= 10 ? 5 * decade / 2 : 5 * decade;
    for (const std::int64_t step : {decade, 2 * decade, quarter, 5 * decade}) {
      const std::int64_t steps = steps_to(largest, step);
      if (steps <= most_steps) return {steps * step, step};
    }
  }
  return {largest_step, largest_step};
}

AxisFormat axis_format(const ValueScale& scale, Measure measure, bool by_ten_thousands) {
  AxisFormat format;
  if (measure != Measure::percent) {
    static constexpr std::array eastern = {AxisUnit::hundred_million, AxisUnit::ten_thousand};
    static constexpr std::array western = {AxisUnit::billion, AxisUnit::million, AxisUnit::thousand};
    const std::span<const AxisUnit> units =
        by_ten_thousands ? std::span<const AxisUnit>(eastern) : std::span<const AxisUnit>(western);
    const auto reached = std::find_if(units.begin(), units.end(), [&](AxisUnit unit) {
      return scale.high >= power_of_ten(decimals_of(unit, measure));
    });
    if (reached != units.end()) format.unit = *reached;
  }
  std::int64_t grain = power_of_ten(decimals_of(format.unit, measure));
  while (scale.step % grain != 0) {
    grain /= 10;
    ++format.decimals;
  }
  return format;
}

std::string axis_label(std::int64_t value, const AxisFormat& format, Measure measure) {
  const int places = decimals_of(format.unit, measure);
  const std::int64_t whole = power_of_ten(places);
  std::string text = shell::group_thousands(std::to_string(value / whole));
  if (format.decimals > 0 && value != 0) {
    std::string rest = std::to_string(whole + value % whole).substr(1);
    rest.resize(static_cast<std::size_t>(format.decimals));
    text += "." + rest;
  }
  if (measure == Measure::percent) text += '%';
  return text;
}

std::vector<DayTick> day_ticks(CivilDate first, CivilDate last, std::size_t most) {
  last = std::max(first, last);
  most = std::max<std::size_t>(most, 2);
  const auto most_days = static_cast<std::int32_t>(std::min<std::size_t>(most, 10'000));
  std::vector<DayTick> ticks;
  if (last - first < most_days) return week_ticks(first, last, 1);
  if ((last - first) / 7 < most_days) ticks = week_ticks(first, last, 7);
  static constexpr std::array<int, 12> steps = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000};
  for (std::size_t i = 0; i < steps.size() && (ticks.empty() || ticks.size() > most); ++i) {
    if ((last - first) / (28 * steps[i]) <= most_days) ticks = month_ticks(first, last, steps[i]);
  }
  if (ticks.empty()) ticks.push_back({first, first.to_string()});
  return ticks;
}

std::size_t label_stride(std::size_t count, float slot, float widest) {
  constexpr float gap = 10;
  if (count < 2 || slot <= 0) return 1;
  const float needed = std::ceil((widest + gap) / slot);
  return static_cast<std::size_t>(std::clamp(needed, 1.0F, static_cast<float>(count)));
}

}  // namespace hengping::ui
