// Charts with a scale of values: bars side by side, bars upon each other, lines.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "shell/ui/chart_parts.h"

namespace hengping::ui {

namespace {

/// Everything that does not change with what is looked at.
struct Axes {
  ValueScale scale;
  AxisFormat format;
  Face face;
  float left = 0;    ///< room for the numbers
  float bottom = 0;  ///< room for the categories
  float widest = 0;  ///< category
  std::vector<DayTick> days;
};

constexpr float above = 8;
constexpr float beside = 8;

std::int64_t largest(const ChartOptions& chart, bool stacked) {
  std::int64_t most = 0;
  for (std::size_t category = 0; category < chart.categories.size(); ++category) {
    std::int64_t sum = 0;
    for (std::size_t series = 0; series < chart.series.size(); ++series) {
      const std::int64_t value = chart_number(chart, series, category).value_or(0);
      sum = stacked ? sum + value : std::max(sum, value);
    }
    most = std::max(most, sum);
  }
  return most;
}

Axes axes_of(const Frame& frame, const ChartOptions& chart, bool stacked) {
  Axes axes;
  const int most_steps = std::clamp(static_cast<int>(chart.height / 44), 2, 6);
  axes.scale = value_scale(largest(chart, stacked), chart.measure, most_steps);
  axes.format = axis_format(axes.scale, chart.measure, frame.words().language() == shell::Language::chinese);
  axes.face = frame.face(TextSize::caption, false);
  for (const std::int64_t tick : axes.scale.ticks())
    axes.left = std::max(axes.left, text_width(axes.face, axis_label(tick, axes.format, chart.measure)));
  axes.left = std::ceil(axes.left) + 8;
  axes.bottom = frame.theme().line_height(TextSize::caption) + 4;
  for (const std::string& category : chart.categories)
    axes.widest = std::max(axes.widest, text_width(axes.face, category));
  return axes;
}

Rect inner(const Axes& axes, const Rect& rect) {
  return {rect.x + axes.left, rect.y + above, std::max(1.0F, rect.width - axes.left - beside),
          std::max(1.0F, rect.height - above - axes.bottom)};
}

/// Where along the axis a category stands, as a share of its length.
float place_of(const ChartOptions& chart, std::size_t category) {
  const std::size_t count = chart.categories.size();
  if (chart.days.size() != count || count < 2 || chart.days.back() == chart.days.front())
    return (static_cast<float>(category) + 0.5F) / static_cast<float>(count);
  const auto whole = static_cast<float>(chart.days.back() - chart.days.front());
  return static_cast<float>(chart.days[category] - chart.days.front()) / whole;
}

float y_of(const Axes& axes, const Rect& plot, std::int64_t value) {
  return plot.y + plot.height * (1 - axes.scale.share(value));
}

void paint_grid(Painter& painter, const Axes& axes, const ChartOptions& chart, const Rect& plot) {
  const Theme& theme = painter.theme();
  for (const std::int64_t tick : axes.scale.ticks()) {
    const float y = painter.snap(y_of(axes, plot, tick));
    painter.fill({plot.x, y, plot.width, 1}, tick == 0 ? theme.outline : theme.hairline);
    paint_words(painter, axes.face, axis_label(tick, axes.format, chart.measure), {plot.x - 8, y}, Align::end,
                theme.ink_muted);
  }
}

void paint_categories(Painter& painter, const Axes& axes, const ChartOptions& chart, const Rect& plot) {
  const Color ink = painter.theme().ink_muted;
  const float y = plot.y + plot.height + axes.bottom / 2 + 2;
  const auto within = [&](float x, float width) {
    return std::clamp(x, plot.x - axes.left + width / 2, plot.x + plot.width + beside - width / 2);
  };
  if (chart.days.size() == chart.categories.size() && chart.days.size() > 1) {
    const float widest = text_width(axes.face, chart.days.front().to_string()) + 12;
    const auto whole = static_cast<float>(std::max(1, chart.days.back() - chart.days.front()));
    for (const DayTick& tick :
         day_ticks(chart.days.front(), chart.days.back(), static_cast<std::size_t>(plot.width / widest))) {
      const float x = plot.x + plot.width * static_cast<float>(tick.day - chart.days.front()) / whole;
      painter.fill({painter.snap(x), plot.y + plot.height, 1, 4}, painter.theme().outline);
      paint_words(painter, axes.face, tick.label, {within(x, text_width(axes.face, tick.label)), y}, Align::center,
                  ink);
    }
    return;
  }
  const std::size_t count = chart.categories.size();
  const std::size_t stride = label_stride(count, plot.width / static_cast<float>(count), axes.widest);
  for (std::size_t category = 0; category < count; category += stride) {
    const float x = plot.x + plot.width * place_of(chart, category);
    const float width = text_width(axes.face, chart.categories[category]);
    paint_words(painter, axes.face, chart.categories[category], {within(x, width), y}, Align::center, ink);
  }
}

void paint_active(Painter& painter, const Rect& plot, float x, float width) {
  const Theme& theme = painter.theme();
  painter.fill({x - width / 2, plot.y, width, plot.height}, theme.pressed, 4);
  painter.fill({x - width / 2, plot.y + plot.height - 1, width, 3}, theme.focus);
}

using PaintSeries =
    std::function<void(Painter&, const Axes&, const ChartOptions&, const Rect&, std::optional<std::size_t>)>;

void xy_chart(Frame& frame, ChartOptions options, bool stacked, const SignOfSeries& sign, const PaintSeries& series) {
  if (options.categories.empty() || options.series.empty()) return;  // the screen says in words that there is nothing
  const Chart chart = std::make_shared<const ChartOptions>(std::move(options));
  const Axes axes = axes_of(frame, *chart, stacked);
  Plot plot;
  plot.places = chart->categories.size();
  plot.paint = [chart, axes, series](Painter& painter, const Rect& rect, std::optional<std::size_t> active) {
    const Rect room = inner(axes, rect);
    paint_grid(painter, axes, *chart, room);
    series(painter, axes, *chart, room, active);
    paint_categories(painter, axes, *chart, room);
  };
  plot.place_at = [chart, axes](const Rect& rect, Point at) {
    const Rect room = inner(axes, rect);
    std::size_t nearest = 0;
    float least = room.width * 2;
    for (std::size_t category = 0; category < chart->categories.size(); ++category) {
      const float away = std::abs(room.x + room.width * place_of(*chart, category) - at.x);
      if (away < least) nearest = category;
      least = std::min(least, away);
    }
    return nearest;
  };
  plot.above = [&frame, chart, sign, axes] {
    chart_legend(frame, chart, sign);
    const Words& words = frame.words();
    std::string unit;
    switch (axes.format.unit) {
      case AxisUnit::one: break;
      case AxisUnit::thousand: unit = words(UiText::chart_thousand); break;
      case AxisUnit::ten_thousand: unit = words(UiText::chart_ten_thousand); break;
      case AxisUnit::million: unit = words(UiText::chart_million); break;
      case AxisUnit::hundred_million: unit = words(UiText::chart_hundred_million); break;
      case AxisUnit::billion: unit = words(UiText::chart_billion); break;
    }
    if (chart->measure == Measure::money) {
      const std::string_view yuan = words(UiText::chart_yuan);
      unit = unit.empty() ? std::string(yuan) : words(UiText::chart_scaled, {unit, yuan});
    }
    if (unit.empty()) return;
    frame.label(words(UiText::chart_unit, {unit}),
                {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
  };
  chart_figure(frame, chart, plot);
}

SignOfSeries bar_sign(Frame& frame, const ChartOptions& options) {
  std::vector<Color> colors;
  for (std::size_t series = 0; series < options.series.size(); ++series)
    colors.push_back(series_color(frame.theme(), options, series));
  return [colors](Painter& painter, const Rect& rect, std::size_t series) {
    fill_pattern(painter, rect, colors[series], series);
  };
}

}  // namespace

void bar_chart(Frame& frame, ChartOptions options) {
  const SignOfSeries sign = bar_sign(frame, options);
  xy_chart(frame, std::move(options), false, sign,
           [](Painter& painter, const Axes& axes, const ChartOptions& chart, const Rect& plot,
              std::optional<std::size_t> active) {
             const float slot = plot.width / static_cast<float>(chart.categories.size());
             const auto count = static_cast<float>(chart.series.size());
             const float wide = std::min(slot * 0.72F, 36 * count) / count;
             for (std::size_t category = 0; category < chart.categories.size(); ++category) {
               const float center = plot.x + plot.width * place_of(chart, category);
               if (active == category) paint_active(painter, plot, center, slot);
               float x = center - wide * count / 2;
               for (std::size_t series = 0; series < chart.series.size(); ++series, x += wide) {
                 const auto value = chart_number(chart, series, category);
                 if (!value) continue;
                 const float y = y_of(axes, plot, *value);
                 fill_pattern(painter, {x, y, std::max(1.0F, wide - 1), plot.y + plot.height - y},
                              series_color(painter.theme(), chart, series), series);
               }
             }
           });
}

void stacked_chart(Frame& frame, ChartOptions options) {
  const SignOfSeries sign = bar_sign(frame, options);
  xy_chart(frame, std::move(options), true, sign,
           [](Painter& painter, const Axes& axes, const ChartOptions& chart, const Rect& plot,
              std::optional<std::size_t> active) {
             const float slot = plot.width / static_cast<float>(chart.categories.size());
             const float wide = std::min(slot * 0.72F, 36.0F);
             for (std::size_t category = 0; category < chart.categories.size(); ++category) {
               const float center = plot.x + plot.width * place_of(chart, category);
               if (active == category) paint_active(painter, plot, center, slot);
               std::int64_t sum = 0;
               for (std::size_t series = 0; series < chart.series.size(); ++series) {
                 const std::int64_t value = chart_number(chart, series, category).value_or(0);
                 if (value == 0) continue;
                 const float low = y_of(axes, plot, sum);
                 sum += value;
                 const float high = y_of(axes, plot, sum);
                 // a line of the ground keeps the parts apart
                 fill_pattern(painter, {center - wide / 2, high, wide, std::max(1.0F, low - high - 1)},
                              series_color(painter.theme(), chart, series), series);
               }
             }
           });
}

void line_chart(Frame& frame, ChartOptions options) {
  std::vector<Color> colors;
  for (std::size_t series = 0; series < options.series.size(); ++series)
    colors.push_back(series_color(frame.theme(), options, series));
  const SignOfSeries sign = [colors](Painter& painter, const Rect& rect, std::size_t series) {
    const float y = rect.y + rect.height / 2;
    paint_dashes(painter, {rect.x, y}, {rect.x + rect.width, y}, colors[series], series);
    paint_mark(painter, {rect.x + rect.width / 2, y}, 4, colors[series], series);
  };
  xy_chart(frame, std::move(options), false, sign,
           [](Painter& painter, const Axes& axes, const ChartOptions& chart, const Rect& plot,
              std::optional<std::size_t> active) {
             const auto x_of = [&](std::size_t category) { return plot.x + plot.width * place_of(chart, category); };
             if (active) paint_active(painter, plot, x_of(*active), 12);
             constexpr std::size_t few = 40;
             for (std::size_t series = 0; series < chart.series.size(); ++series) {
               const Color color = series_color(painter.theme(), chart, series);
               for (std::size_t category = 0; category < chart.categories.size(); ++category) {
                 const auto value = chart_number(chart, series, category);
                 if (!value) continue;
                 const Point here{x_of(category), y_of(axes, plot, *value)};
                 const auto before = category > 0 ? chart_number(chart, series, category - 1) : std::nullopt;
                 if (before)
                   paint_dashes(painter, {x_of(category - 1), y_of(axes, plot, *before)}, here, color, series);
                 const bool looked_at = active == category;
                 if (chart.categories.size() <= few || looked_at)
                   paint_mark(painter, here, looked_at ? 5.0F : 3.5F, color, series);
               }
             }
           });
}

}  // namespace hengping::ui
