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

/// What is painted in a cell: of money whole yuan or fewer digits would mislead, so only what fits whole.
void paint_cell(Painter& painter, const Grid& grid, std::optional<std::int64_t> value, const std::string& text,
                const Rect& rect, bool active) {
  const Theme& theme = painter.theme();
  const Rect tile = inset(rect, 1);
  const Color ground = value ? heat_color(theme, heat_level(*value, grid.most)) : theme.surface;
  painter.fill(tile, ground, 3);
  painter.outline(tile, active ? theme.focus : theme.outline, 3, active ? 3.0F : 1.0F);
  if (text_width(grid.face, text) + 6 <= tile.width)
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

void heat_map(Frame& frame, ChartOptions options) {
  if (options.categories.empty() || options.series.empty()) return;
  options.height = std::max(options.height, 30 * static_cast<float>(options.series.size()));
  const Chart chart = std::make_shared<const ChartOptions>(std::move(options));
  Grid grid;
  grid.face = frame.face(TextSize::caption, false);
  grid.bottom = frame.theme().line_height(TextSize::caption) + 4;
  for (std::size_t series = 0; series < chart->series.size(); ++series) {
    grid.left = std::max(grid.left, text_width(grid.face, chart->series[series].name));
    for (std::size_t category = 0; category < chart->categories.size(); ++category)
      grid.most = std::max(grid.most, chart_number(*chart, series, category).value_or(0));
  }
  grid.left = std::ceil(std::min(grid.left, 140.0F)) + 10;
  for (const std::string& category : chart->categories)
    grid.widest = std::max(grid.widest, text_width(grid.face, category));

  std::vector<std::string> texts;
  for (std::size_t series = 0; series < chart->series.size(); ++series) {
    for (std::size_t category = 0; category < chart->categories.size(); ++category)
      texts.push_back(value_or_dash(frame.words(), *chart, series, category));
  }
  Plot plot;
  plot.across = chart->categories.size();
  plot.places = texts.size();
  plot.paint = [chart, grid, texts](Painter& painter, const Rect& rect, std::optional<std::size_t> active) {
    const Rect room = inner(grid, rect);
    const Color muted = painter.theme().ink_muted;
    for (std::size_t series = 0; series < chart->series.size(); ++series) {
      const Rect first = cell_of(*chart, room, series, 0);
      bool cut = false;
      const std::string_view name = fitting_part(grid.face, chart->series[series].name, grid.left - 10, cut);
      const std::string shown = cut ? std::string(name) + "\xE2\x80\xA6" : std::string(name);
      paint_words(painter, grid.face, shown, {room.x - 8, first.y + first.height / 2}, Align::end, muted);
      for (std::size_t category = 0; category < chart->categories.size(); ++category) {
        const std::size_t place = series * chart->categories.size() + category;
        paint_cell(painter, grid, chart_number(*chart, series, category), texts[place],
                   cell_of(*chart, room, series, category), active == place);
      }
    }
    const std::size_t count = chart->categories.size();
    const std::size_t stride = label_stride(count, room.width / static_cast<float>(count), grid.widest - 6);
    for (std::size_t category = 0; category < count; category += stride) {
      const Rect cell = cell_of(*chart, room, 0, category);
      paint_words(painter, grid.face, chart->categories[category],
                  {cell.x + cell.width / 2, room.y + room.height + grid.bottom / 2 + 2}, Align::center, muted);
    }
  };
  plot.place_at = [chart, grid](const Rect& rect, Point at) {
    const Rect room = inner(grid, rect);
    const auto part = [](float share, std::size_t count) {
      return static_cast<std::size_t>(std::clamp(share, 0.0F, 0.9999F) * static_cast<float>(count));
    };
    return part((at.y - room.y) / room.height, chart->series.size()) * chart->categories.size() +
           part((at.x - room.x) / room.width, chart->categories.size());
  };
  plot.above = [&frame, grid, chart] {
    const auto row = frame.row({.gap = 6});
    const TextStyle style{.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1};
    frame.label(chart_value(frame.words(), 0, chart->measure), style);
    frame.drawing(5 * 18, 12, [](Painter& painter, const Element& element) {
      for (int level = 0; level < heat_levels; ++level) {
        const Rect tile{element.rect.x + 18 * static_cast<float>(level), element.rect.y, 16, 12};
        painter.fill(tile, heat_color(painter.theme(), level), 2);
        painter.outline(tile, painter.theme().outline, 2);
      }
    });
    frame.label(chart_value(frame.words(), grid.most, chart->measure), style);
  };
  chart_figure(frame, chart, plot);
}

}  // namespace hengping::ui
