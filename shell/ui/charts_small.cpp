// Small charts: a line within a text's height, and one value on a half circle.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "shell/ui/chart_parts.h"

namespace hengping::ui {

void sparkline(Frame& frame, ChartOptions options) {
  if (options.series.empty() || options.categories.empty()) return;
  options.series.resize(1);
  options.height = frame.theme().touch ? 44 : std::min(options.height, 32.0F);
  const Chart chart = std::make_shared<const ChartOptions>(std::move(options));
  std::int64_t most = 1;
  for (std::size_t category = 0; category < chart->categories.size(); ++category)
    most = std::max(most, chart_number(*chart, 0, category).value_or(0));
  const auto x_of = [count = chart->categories.size()](const Rect& rect, std::size_t category) {
    return rect.x + 4 + (rect.width - 8) * (static_cast<float>(category) + 0.5F) / static_cast<float>(count);
  };
  Plot plot;
  plot.places = chart->categories.size();
  plot.inline_words = true;
  plot.paint = [chart, most, x_of](Painter& painter, const Rect& rect, std::optional<std::size_t> active) {
    const Color color = series_color(painter.theme(), *chart, 0);
    const std::size_t last = chart->categories.size() - 1;
    std::optional<Point> before;
    for (std::size_t category = 0; category <= last; ++category) {
      const auto value = chart_number(*chart, 0, category);
      if (!value) {
        before.reset();
        continue;
      }
      const float share = static_cast<float>(*value) / static_cast<float>(most);
      const Point here{x_of(rect, category), rect.y + rect.height - 4 - (rect.height - 8) * share};
      if (before) painter.line(*before, here, color, 2);
      if (category == active.value_or(last)) painter.circle(here, 3.5F, color);
      before = here;
    }
  };
  plot.place_at = [chart, x_of](const Rect& rect, Point at) {
    std::size_t nearest = 0;
    for (std::size_t category = 1; category < chart->categories.size(); ++category) {
      if (std::abs(x_of(rect, category) - at.x) < std::abs(x_of(rect, nearest) - at.x)) nearest = category;
    }
    return nearest;
  };
  chart_figure(frame, chart, plot);
}

void gauge(Frame& frame, ChartOptions options, std::int64_t full) {
  if (options.series.empty() || options.categories.empty()) return;
  options.series.resize(1);
  const Chart chart = std::make_shared<const ChartOptions>(std::move(options));
  const std::string middle = value_or_dash(frame.words(), *chart, 0, 0);
  const Face face = frame.face(TextSize::title, true);
  const auto share_of = [full](std::int64_t value) {
    return full <= 0 ? 0.0F : std::clamp(static_cast<float>(value) / static_cast<float>(full), 0.0F, 1.0F);
  };
  Plot plot;
  plot.paint = [chart, middle, face, share_of](Painter& painter, const Rect& rect, std::optional<std::size_t>) {
    const Theme& theme = painter.theme();
    constexpr float thick = 14;
    const float radius = std::min(rect.width / 2 - 4, rect.height - 12) - thick / 2;
    if (radius < thick) return;
    const Point center{rect.x + rect.width / 2, rect.y + rect.height - 8};
    painter.arc(center, radius, 0.5F, 1, theme.neutral.soft, thick);
    painter.arc(center, radius + thick / 2, 0.5F, 1, theme.outline, 1);
    painter.arc(center, radius - thick / 2, 0.5F, 1, theme.outline, 1);
    const auto value = chart_number(*chart, 0, 0);
    if (value && *value > 0)
      painter.arc(center, radius, 0.5F, 0.5F + share_of(*value) / 2, series_color(theme, *chart, 0), thick);
    for (std::size_t mark = 1; mark < chart->categories.size(); ++mark) {
      const auto at = chart_number(*chart, 0, mark);
      if (!at) continue;
      const float angle = (0.5F + share_of(*at) / 2) * 2 * std::numbers::pi_v<float>;
      const auto point = [&](float from) {
        return Point{center.x + std::cos(angle) * from, center.y + std::sin(angle) * from};
      };
      painter.line(point(radius - thick / 2 - 3), point(radius + thick / 2 + 3), theme.ink, 3);
    }
    paint_words(painter, face, middle, {center.x, center.y - radius * 0.28F}, Align::center, theme.ink);
  };
  plot.below = [&frame, chart] {
    std::string text;
    for (std::size_t category = 0; category < chart->categories.size(); ++category) {
      if (category > 0) text += " \xC2\xB7 ";
      text += chart->categories[category] + ' ' + value_or_dash(frame.words(), *chart, 0, category);
    }
    frame.text(text, {.size = TextSize::caption, .color = frame.theme().ink_secondary, .align = Align::center});
  };
  chart_figure(frame, chart, plot);
}

}  // namespace hengping::ui
