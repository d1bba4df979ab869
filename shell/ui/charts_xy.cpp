// Charts with a scale of values: bars side by side, bars upon each other, lines.
#include <algorithm>
#include <array>
#include <cmath>

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

/// What bars and lines have in common.
class XyPlot : public Plot {
 public:
  XyPlot(const Frame& frame, ChartOptions options, bool stacked)
      : Plot(std::move(options)), axes_(axes_of(frame, chart, stacked)) {
    places = chart.categories.size();
  }
  void paint(Painter& painter, const Rect& rect, std::optional<std::size_t> active) const override {
    const Rect room = inner(axes_, rect);
    paint_grid(painter, axes_, chart, room);
    paint_series(painter, room, active);
    paint_categories(painter, axes_, chart, room);
  }
  [[nodiscard]] std::size_t place_at(const Rect& rect, Point at) const override {
    const Rect room = inner(axes_, rect);
    std::size_t nearest = 0;
    float least = room.width * 2;
    for (std::size_t category = 0; category < chart.categories.size(); ++category) {
      const float away = std::abs(x_of(room, category) - at.x);
      if (away < least) nearest = category;
      least = std::min(least, away);
    }
    return nearest;
  }
  void above(Frame& frame) const override {
    const Words& words = frame.words();
    static constexpr std::array units = {
        UiText::chart_unit,    UiText::chart_thousand,        UiText::chart_ten_thousand,
        UiText::chart_million, UiText::chart_hundred_million, UiText::chart_billion};
    std::string unit;
    if (axes_.format.unit != AxisUnit::one) unit = words(units[static_cast<std::size_t>(axes_.format.unit)]);
    if (chart.measure == Measure::money) {
      const std::string_view yuan = words(UiText::chart_yuan);
      unit = unit.empty() ? std::string(yuan) : words(UiText::chart_scaled, {unit, yuan});
    }
    if (unit.empty()) return;
    frame.label(words(UiText::chart_unit, {unit}),
                {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
  }
  void paint_sign(Painter& painter, const Rect& rect, std::size_t series) const override {
    fill_pattern(painter, rect, series_color(painter.theme(), chart, series), series);
  }

 protected:
  virtual void paint_series(Painter& painter, const Rect& room, std::optional<std::size_t> active) const = 0;
  [[nodiscard]] float x_of(const Rect& room, std::size_t category) const {
    return room.x + room.width * place_of(chart, category);
  }
  [[nodiscard]] float slot(const Rect& room) const { return room.width / static_cast<float>(chart.categories.size()); }
  /// A bar from one sum to another.
  void paint_bar(Painter& painter, const Rect& room, float x, float width, std::int64_t from, std::int64_t to,
                 std::size_t series) const {
    const float high = y_of(axes_, room, to);
    // a line of the ground keeps the parts apart
    const float gap = from > 0 ? 1.0F : 0.0F;
    fill_pattern(painter, {x, high, width, std::max(1.0F, y_of(axes_, room, from) - high - gap)},
                 series_color(painter.theme(), chart, series), series);
  }
  Axes axes_;
};

class Bars final : public XyPlot {
 public:
  using XyPlot::XyPlot;

 protected:
  void paint_series(Painter& painter, const Rect& room, std::optional<std::size_t> active) const override {
    const auto count = static_cast<float>(chart.series.size());
    const float wide = std::min(slot(room) * 0.72F, 36 * count) / count;
    for (std::size_t category = 0; category < chart.categories.size(); ++category) {
      const float center = x_of(room, category);
      if (active == category) paint_active(painter, room, center, slot(room));
      float x = center - wide * count / 2;
      for (std::size_t series = 0; series < chart.series.size(); ++series, x += wide) {
        const auto value = chart_number(chart, series, category);
        if (value && *value > 0) paint_bar(painter, room, x, std::max(1.0F, wide - 1), 0, *value, series);
      }
    }
  }
};

class Stacks final : public XyPlot {
 public:
  using XyPlot::XyPlot;

 protected:
  void paint_series(Painter& painter, const Rect& room, std::optional<std::size_t> active) const override {
    const float wide = std::min(slot(room) * 0.72F, 36.0F);
    for (std::size_t category = 0; category < chart.categories.size(); ++category) {
      const float center = x_of(room, category);
      if (active == category) paint_active(painter, room, center, slot(room));
      std::int64_t sum = 0;
      for (std::size_t series = 0; series < chart.series.size(); ++series) {
        const std::int64_t value = chart_number(chart, series, category).value_or(0);
        if (value > 0) paint_bar(painter, room, center - wide / 2, wide, sum, sum + value, series);
        sum += value;
      }
    }
  }
};

class Lines final : public XyPlot {
 public:
  using XyPlot::XyPlot;

  void paint_sign(Painter& painter, const Rect& rect, std::size_t series) const override {
    const Color color = series_color(painter.theme(), chart, series);
    const float y = rect.y + rect.height / 2;
    paint_dashes(painter, {rect.x, y}, {rect.x + rect.width, y}, color, series);
    paint_mark(painter, {rect.x + rect.width / 2, y}, 4, color, series);
  }

 protected:
  void paint_series(Painter& painter, const Rect& room, std::optional<std::size_t> active) const override {
    constexpr std::size_t few = 40;
    if (active) paint_active(painter, room, x_of(room, *active), 12);
    for (std::size_t series = 0; series < chart.series.size(); ++series) {
      const Color color = series_color(painter.theme(), chart, series);
      std::optional<Point> before;
      for (std::size_t category = 0; category < chart.categories.size(); ++category) {
        const auto value = chart_number(chart, series, category);
        if (!value) {
          before.reset();
          continue;
        }
        const Point here{x_of(room, category), y_of(axes_, room, *value)};
        if (before) paint_dashes(painter, *before, here, color, series);
        const bool looked_at = active == category;
        if (chart.categories.size() <= few || looked_at)
          paint_mark(painter, here, looked_at ? 5.0F : 3.5F, color, series);
        before = here;
      }
    }
  }
};

/// Without categories or series the screen says in words that there is nothing.
template <class Kind>
void xy_chart(Frame& frame, ChartOptions& options, bool stacked) {
  if (options.categories.empty() || options.series.empty()) return;
  chart_figure(frame, std::make_shared<const Kind>(frame, std::move(options), stacked));
}

}  // namespace

void bar_chart(Frame& frame, ChartOptions options) { xy_chart<Bars>(frame, options, false); }
void stacked_chart(Frame& frame, ChartOptions options) { xy_chart<Stacks>(frame, options, true); }
void line_chart(Frame& frame, ChartOptions options) { xy_chart<Lines>(frame, options, false); }

}  // namespace hengping::ui
