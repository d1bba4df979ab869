// Scales of charts: round steps for counts, money, percentages and civil dates. Pure: no frame, no words, no floating point
// until a value becomes a share of the picture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/civil_date.h"

namespace hengping::ui {

/// What a chart's numbers are, and their smallest unit. All are at least 0.
enum class Measure : std::uint8_t {
  count,    ///< one
  money,    ///< fen
  percent,  ///< a hundredth of a percent
};

/// From 0, lest differences look larger than they are, to `high` in whole steps. Smallest units.
struct ValueScale {
  std::int64_t high = 1, step = 1;

  [[nodiscard]] std::vector<std::int64_t> ticks() const;
  /// 0 at 0, 1 at `high`; values beyond stay at the edge.
  [[nodiscard]] float share(std::int64_t value) const;
};

/// The finest scale of at most `most_steps` (at least 1) round steps that holds everything up to `largest`. Steps are 1, 2 or 5 of a power
/// of ten, of percentages also 25; money steps by at least a yuan where `largest` is whole yuan. A scale of shares ends at 100 %.
[[nodiscard]] ValueScale value_scale(std::int64_t largest, Measure measure, int most_steps);

/// By what the numbers beside an axis are divided; the axis says so once in words.
enum class AxisUnit : std::uint8_t { one, thousand, ten_thousand, million, hundred_million, billion };

struct AxisFormat {
  AxisUnit unit = AxisUnit::one;
  int decimals = 0;  ///< that the steps need
};
/// The largest unit that the scale's end reaches: 万 and 亿 where `by_ten_thousands`, otherwise thousands, millions and billions.
[[nodiscard]] AxisFormat axis_format(const ValueScale& scale, Measure measure, bool by_ten_thousands);
/// "0", "2.5", "1,500", "50%".
[[nodiscard]] std::string axis_label(std::int64_t value, const AxisFormat& format, Measure measure);

struct DayTick {
  CivilDate day;
  std::string label;  ///< "2025-06-01", "06-15", "2025-06", "2025"
};
/// At most `most` (at least 2) days from `first` to `last` at which something begins: a day, a week (Monday), a month, a quarter, a
/// year, or years by 2, 5, 10 … Of days, the year is said at the first and where it changes. Never empty.
[[nodiscard]] std::vector<DayTick> day_ticks(CivilDate first, CivilDate last, std::size_t most);

/// Every how manieth of `count` labels can be painted where each has `slot` px and the widest takes `widest` px. At least 1.
[[nodiscard]] std::size_t label_stride(std::size_t count, float slot, float widest);

}  // namespace hengping::ui
