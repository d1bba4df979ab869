// What all charts are made of; only their own files include this.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "shell/ui/widgets_chart.h"

namespace hengping::ui {

/// One chart, kept until it is painted: the screen's own texts are gone by then.
class Plot {
 public:
  explicit Plot(ChartOptions options) : chart(std::move(options)) {}
  Plot(const Plot&) = delete;
  Plot& operator=(const Plot&) = delete;
  virtual ~Plot() = default;

  ChartOptions chart;
  std::size_t places = 0;     ///< that can be looked at one by one; 0: all values are said below anyway
  std::size_t across = 0;     ///< places in a row that ArrowUp and ArrowDown go by; 0: there is one row
  bool inline_words = false;  ///< the words stand beside the picture; of them only the value is painted

  virtual void paint(Painter& painter, const Rect& rect, std::optional<std::size_t> active) const = 0;
  [[nodiscard]] virtual std::size_t place_at(const Rect& rect, Point at) const;
  /// What stands over the picture: a legend.
  virtual void above(Frame& frame) const;
  virtual void below(Frame& frame) const;
  /// How a series is painted, in small, for the legend.
  virtual void paint_sign(Painter& painter, const Rect& rect, std::size_t series) const;
};
using SharedPlot = std::shared_ptr<const Plot>;

/// The whole figure around the plot.
void chart_figure(Frame& frame, const SharedPlot& plot);
/// The series' names, each after its sign; nothing where there is one series only.
void chart_legend(Frame& frame, const SharedPlot& plot);

/// What stands at a category: its name and the value of each series.
[[nodiscard]] std::string category_words(const Words& words, const ChartOptions& chart, std::size_t category);
[[nodiscard]] std::string value_or_dash(const Words& words, const ChartOptions& chart, std::size_t series,
                                        std::size_t category);
[[nodiscard]] std::optional<std::int64_t> chart_number(const ChartOptions& chart, std::size_t series,
                                                       std::size_t category);

[[nodiscard]] Color series_color(const Theme& theme, const ChartOptions& chart, std::size_t series);
/// A filled bar in the pattern of its place among the series.
void fill_pattern(Painter& painter, const Rect& rect, Color color, std::size_t pattern);
/// A point's mark: circle, square, triangle, diamond, cross.
void paint_mark(Painter& painter, Point center, float radius, Color color, std::size_t shape);
/// A line in the dashes of its place among the series.
void paint_dashes(Painter& painter, Point from, Point to, Color color, std::size_t pattern);

/// One line of text that ends at `right`, begins there, or lies around it.
void paint_words(Painter& painter, const Face& face, std::string_view text, Point at, Align align, Color color);

}  // namespace hengping::ui
