// Small charts: a line within a text's height, and one value on a half circle.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "shell/ui/chart_parts.h"

namespace hengping::ui {

namespace {

class Spark final : public Plot {
 public:
  explicit Spark(ChartOptions options) : Plot(std::move(options)) {
    places = chart.categories.size();
    inline_words = true;
    for (std::size_t category = 0; category < places; ++category)
      most_ = std::max(most_, chart_number(chart, 0, category).value_or(0));
  }
  void paint(Painter& painter, const Rect& rect, std::optional<std::size_t> active) const override {
    const Color color = series_color(painter.theme(), chart, 0);
    std::optional<Point> before;
    for (std::size_t category = 0; category < places; ++category) {
      const auto value = chart_number(chart, 0, category);
      if (!value) {
        before.reset();
        continue;
      }
      const float share = static_cast<float>(*value) / static_cast<float>(most_);
      const Point here{x_of(rect, category), rect.y + rect.height - 4 - (rect.height - 8) * share};
      if (before) painter.line(*before, here, color, 2);
      if (category == active.value_or(places - 1)) painter.circle(here, 3.5F, color);
      before = here;
    }
  }
  [[nodiscard]] std::size_t place_at(const Rect& rect, Point at) const override {
    std::size_t nearest = 0;
    for (std::size_t category = 1; category < places; ++category) {
      if (std::abs(x_of(rect, category) - at.x) < std::abs(x_of(rect, nearest) - at.x)) nearest = category;
    }
    return nearest;
  }

 private:
  [[nodiscard]] float x_of(const Rect& rect, std::size_t category) const {
    return rect.x + 4 + (rect.width - 8) * (static_cast<float>(category) + 0.5F) / static_cast<float>(places);
  }
  std::int64_t most_ = 1;
};

class Dial final : public Plot {
 public:
  Dial(const Frame& frame, ChartOptions options, std::int64_t full)
      : Plot(std::move(options)),
        face_(frame.face(TextSize::title, true)),
        middle_(value_or_dash(frame.words(), chart, 0, 0)),
        full_(full) {}
  void paint(Painter& painter, const Rect& rect, std::optional<std::size_t>) const override {
    const Theme& theme = painter.theme();
    constexpr float thick = 14;
    const float radius = std::min(rect.width / 2 - 4, rect.height - 12) - thick / 2;
    if (radius < thick) return;
    const Point center{rect.x + rect.width / 2, rect.y + rect.height - 8};
    painter.arc(center, radius, 0.5F, 1, theme.neutral.soft, thick);
    painter.arc(center, radius + thick / 2, 0.5F, 1, theme.outline, 1);
    painter.arc(center, radius - thick / 2, 0.5F, 1, theme.outline, 1);
    const auto value = chart_number(chart, 0, 0);
    if (value && *value > 0)
      painter.arc(center, radius, 0.5F, 0.5F + share_of(*value) / 2, series_color(theme, chart, 0), thick);
    for (std::size_t mark = 1; mark < chart.categories.size(); ++mark) {
      const auto at = chart_number(chart, 0, mark);
      if (!at) continue;
      const float angle = (0.5F + share_of(*at) / 2) * 2 * std::numbers::pi_v<float>;
      const auto point = [&](float from) {
        return Point{center.x + std::cos(angle) * from, center.y + std::sin(angle) * from};
      };
      painter.line(point(radius - thick / 2 - 3), point(radius + thick / 2 + 3), theme.ink, 3);
    }
    paint_words(painter, face_, middle_, {center.x, center.y - radius * 0.28F}, Align::center, theme.ink);
  }
  void below(Frame& frame) const override {
    std::string text;
    for (std::size_t category = 0; category < chart.categories.size(); ++category) {
      if (category > 0) text += " \xC2\xB7 ";
      text += chart.categories[category] + ' ' + value_or_dash(frame.words(), chart, 0, category);
    }
    frame.text(text, {.size = TextSize::caption, .color = frame.theme().ink_secondary, .align = Align::center});
  }

 private:
  [[nodiscard]] float share_of(std::int64_t value) const {
    return full_ <= 0 ? 0.0F : std::clamp(static_cast<float>(value) / static_cast<float>(full_), 0.0F, 1.0F);
  }
  Face face_;
  std::string middle_;
  std::int64_t full_;
};

}  // namespace

void sparkline(Frame& frame, ChartOptions options) {
  if (options.series.empty() || options.categories.empty()) return;
  options.series.resize(1);
  options.height = frame.theme().touch ? 44 : std::min(options.height, 32.0F);
  chart_figure(frame, std::make_shared<const Spark>(std::move(options)));
}

void gauge(Frame& frame, ChartOptions options, std::int64_t full) {
  if (options.series.empty() || options.categories.empty()) return;
  options.series.resize(1);
  chart_figure(frame, std::make_shared<const Dial>(frame, std::move(options), full));
}

}  // namespace hengping::ui
