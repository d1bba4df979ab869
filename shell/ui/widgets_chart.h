// Charts. Each is a figure of three parts: a picture named by its name and summary, the same numbers as a table in the tree (which a button
// shows to everybody), and one control over the picture by which the values are read one by one: under the pointer, at a
// tap, by arrow keys. Their words stand in the line below, so nothing is told by place or colour alone: series differ by
// pattern, dashes and marks too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shell/ui/chart_scale.h"
#include "shell/ui/frame.h"

namespace hengping::ui {

/// At least 0, in the measure's smallest unit, at most 10^17; nothing where there are no data.
using ChartValues = std::vector<std::optional<std::int64_t>>;

struct ChartSeries {
  std::string name;
  ChartValues values;                               ///< one for each category
  std::optional<SeriesColor> color = std::nullopt;  ///< left out: by its place in the chart
};

struct ChartOptions {
  std::string key;
  std::string name;
  std::string summary;        ///< what the picture says, in a sentence
  std::string category_name;  ///< heads the table's first column
  std::vector<std::string> categories;
  std::vector<CivilDate>
      days;  ///< of line charts: the categories' days, ascending, which space them out; empty: evenly
  std::vector<ChartSeries> series;
  Measure measure = Measure::count;
  float height = 200;        ///< px, of the picture
  float width = 0;           ///< px; 0: all there is
  bool offers_table = true;  ///< false only where the same numbers stand beside it for everybody
};

/// Series side by side.
void bar_chart(Frame& frame, ChartOptions options);
/// Series one upon the other.
void stacked_chart(Frame& frame, ChartOptions options);
/// Broken where data are missing.
void line_chart(Frame& frame, ChartOptions options);
/// One row for each series; the darker, the more, with the number in the cell where it fits.
void heat_map(Frame& frame, ChartOptions options);
/// The first series as a small line with the words of its last value beside it.
void sparkline(Frame& frame, ChartOptions options);
/// The first value of the first series on a half circle that ends at `full`; its other values are marks.
void gauge(Frame& frame, ChartOptions options, std::int64_t full);

/// Steps of a heat map's colour.
inline constexpr int heat_levels = 5;
/// From 0 to `heat_levels` - 1; below 0: there is nothing, the ground stays.
[[nodiscard]] int heat_level(std::int64_t value, std::int64_t most);
[[nodiscard]] Color heat_color(const Theme& theme, int level);
/// What can be read on that ground: the ink or the surface's colour.
[[nodiscard]] Color ink_on(const Theme& theme, Color ground);

/// "1,234", "1,234.00 元", "62.5%".
[[nodiscard]] std::string chart_value(const Words& words, std::int64_t value, Measure measure);

}  // namespace hengping::ui
