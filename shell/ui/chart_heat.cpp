// A grid of cells, the darker the more.
#include <algorithm>
#include <array>
#include <cmath>

#include "shell/ui/chart_parts.h"

namespace hengping::ui {

namespace {

// the third and fourth keep away from the middle, where neither ink nor ground could be read on them
constexpr std::array<float, heat_levels> shares = {0.12F, 0.3F, 0.5F, 0.74F, 1.0F};

std::uint32_t mixed(Color first, Color second, unsigned shift, float share) {
  const auto part = [shift](Color color) { return static_cast<float>((color >> shift) & 0xFFU); };
  return static_cast<std::uint32_t>(std::lround(part(first) + (part(second) - part(first)) * share)) << shift;
}

struct Grid {
  std::int64_t most = 0;
  Face face;
  float left = 0, bottom = 0, widest = 0;
};

Rect inner(const Grid& grid, const Rect& rect) {
  return {rect.x + grid.left, rect.y, std::max(1.0F, rect.width - grid.left),
          std::max(1.0F, rect.height - grid.bottom)};
}

Rect cell_of(const ChartOptions& chart, const Rect& room, std::size_t series, std::size_t category) {
  const float wide = room.width / static_cast<float>(chart.categories.size());
  const float high = room.height / static_cast<float>(chart.series.size());
  return {room.x + wide * static_cast<float>(category), room.y + high * static_cast<float>(series), wide, high};
}

/// The number stands in its cell where it fits whole.
void paint_cell(Painter& painter, const Grid& grid, std::optional<std::int64_t> value, const std::string& text,
                const Rect& rect, bool active) {
  const Theme& theme = painter.theme();
  const Rect tile = inset(rect, 1);
  const Color ground = value ? heat_color(theme, heat_level(*value, grid.most)) : theme.surface;
  painter.fill(tile, ground, 3);
  painter.outline(tile, active ? theme.focus : theme.outline, 3, active ? 3.0F : 1.0F);
  if (text_width(grid.face, text) + 2 <= tile.width)
    paint_words(painter, grid.face, text, {rect.x + rect.width / 2, rect.y + rect.height / 2}, Align::center,
                ink_on(theme, ground));
}

}  // namespace

int heat_level(std::int64_t value, std::int64_t most) {
  if (value <= 0 || most <= 0) return -1;
  const auto share = static_cast<double>(value) / static_cast<double>(most);
  return std::clamp(static_cast<int>(std::ceil(share * heat_levels)) - 1, 0, heat_levels - 1);
}

Color heat_color(const Theme& theme, int level) {
  if (level < 0) return theme.surface;
  const float share = shares[static_cast<std::size_t>(std::min(level, heat_levels - 1))];
  Color color = 0xFF000000U;
  for (const unsigned shift : {0U, 8U, 16U}) color |= mixed(theme.surface, theme.series[0], shift, share);
  return color;
}

Color ink_on(const Theme& theme, Color ground) {
  return contrast(theme.ink, ground) >= contrast(theme.surface, ground) ? theme.ink : theme.surface;
}

namespace {

class HeatPlot final : public Plot {
 public:
  HeatPlot(const Frame& frame, ChartOptions options) : Plot(std::move(options)) {
    grid_.face = frame.face(TextSize::caption, false);
    grid_.bottom = frame.theme().line_height(TextSize::caption) + 4;
    for (std::size_t series = 0; series < chart.series.size(); ++series) {
      grid_.left = std::max(grid_.left, text_width(grid_.face, chart.series[series].name));
      for (std::size_t category = 0; category < chart.categories.size(); ++category) {
        grid_.most = std::max(grid_.most, chart_number(chart, series, category).value_or(0));
        texts_.push_back(value_or_dash(frame.words(), chart, series, category));
      }
    }
    grid_.left = std::ceil(std::min(grid_.left, 140.0F)) + 10;
    for (const std::string& category : chart.categories)
      grid_.widest = std::max(grid_.widest, text_width(grid_.face, category));
    across = chart.categories.size();
    places = texts_.size();
  }

  void paint(Painter& painter, const Rect& rect, std::optional<std::size_t> active) const override {
    const Rect room = inner(grid_, rect);
    const Color muted = painter.theme().ink_muted;
    for (std::size_t series = 0; series < chart.series.size(); ++series) {
      const Rect first = cell_of(chart, room, series, 0);
      bool cut = false;
      std::string name(fitting_part(grid_.face, chart.series[series].name, grid_.left - 10, cut));
      if (cut) name += "\xE2\x80\xA6";
      paint_words(painter, grid_.face, name, {room.x - 8, first.y + first.height / 2}, Align::end, muted);
      for (std::size_t category = 0; category < across; ++category) {
        const std::size_t place = series * across + category;
        paint_cell(painter, grid_, chart_number(chart, series, category), texts_[place],
                   cell_of(chart, room, series, category), active == place);
      }
    }
    const std::size_t stride = label_stride(across, room.width / static_cast<float>(across), grid_.widest - 6);
    for (std::size_t category = 0; category < across; category += stride) {
      const Rect cell = cell_of(chart, room, 0, category);
      paint_words(painter, grid_.face, chart.categories[category],
                  {cell.x + cell.width / 2, room.y + room.height + grid_.bottom / 2 + 2}, Align::center, muted);
    }
  }

  [[nodiscard]] std::size_t place_at(const Rect& rect, Point at) const override {
    const Rect room = inner(grid_, rect);
    const auto part = [](float share, std::size_t count) {
      return static_cast<std::size_t>(std::clamp(share, 0.0F, 0.9999F) * static_cast<float>(count));
    };
    return part((at.y - room.y) / room.height, chart.series.size()) * across +
           part((at.x - room.x) / room.width, across);
  }

  void above(Frame& frame) const override {
    const auto row = frame.row({.gap = 6});
    const TextStyle style{.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1};
    frame.label(chart_value(frame.words(), 0, chart.measure), style);
    frame.drawing(5 * 18, 12, [](Painter& painter, const Element& element) {
      for (int level = 0; level < heat_levels; ++level) {
        const Rect tile{element.rect.x + 18 * static_cast<float>(level), element.rect.y, 16, 12};
        painter.fill(tile, heat_color(painter.theme(), level), 2);
        painter.outline(tile, painter.theme().outline, 2);
      }
    });
    frame.label(chart_value(frame.words(), grid_.most, chart.measure), style);
  }

 private:
  Grid grid_;
  std::vector<std::string> texts_;  ///< of the cells
};

}  // namespace

void heat_map(Frame& frame, ChartOptions options) {
  if (options.categories.empty() || options.series.empty()) return;
  options.height = std::max(options.height, 30 * static_cast<float>(options.series.size()));
  chart_figure(frame, std::make_shared<const HeatPlot>(frame, std::move(options)));
}

}  // namespace hengping::ui
