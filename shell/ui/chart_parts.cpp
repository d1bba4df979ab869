#include "shell/ui/chart_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "shell/app/display.h"
#include "shell/ui/widgets_table.h"

namespace hengping::ui {

namespace {

constexpr std::string_view dot = " \xC2\xB7 ";
constexpr float category_width = 96;
constexpr float value_width = 92;
constexpr float series_width = 110;

struct ChartState {
  std::optional<std::size_t> chosen;
  float width = 0;  ///< of the figure, when last laid out
  bool table_open = false;
};

/// What the words at a place are called: of heat maps a cell, else a category.
std::string place_words(const Words& words, const Plot& plot, std::size_t place) {
  const ChartOptions& chart = plot.chart;
  if (plot.across == 0) return category_words(words, chart, place);
  const std::size_t series = place / plot.across;
  const std::size_t category = place % plot.across;
  return chart.series[series].name + std::string(dot) + chart.categories[category] + std::string(dot) +
         value_or_dash(words, chart, series, category);
}

void walk(const Frame& frame, NodeId id, const Plot& plot, ChartState& state) {
  const std::size_t last = plot.places - 1;
  const std::size_t at = std::min(state.chosen.value_or(0), last);
  const std::size_t row = plot.across == 0 ? 1 : plot.across;
  const auto back = [&](std::size_t by) { return at >= by ? at - by : at; };
  const auto forth = [&](std::size_t by) { return at + by <= last ? at + by : at; };
  if (frame.key(id, "ArrowLeft")) state.chosen = back(1);
  if (frame.key(id, "ArrowRight")) state.chosen = forth(1);
  // upwards is more on a slider, but the row above on a grid
  if (frame.key(id, "ArrowUp")) state.chosen = plot.across == 0 ? forth(row) : back(row);
  if (frame.key(id, "ArrowDown")) state.chosen = plot.across == 0 ? back(row) : forth(row);
  if (frame.key(id, "Home")) state.chosen = 0;
  if (frame.key(id, "End")) state.chosen = last;
}

/// Which place is looked at: the one under the pointer or finger, else the one chosen.
std::optional<std::size_t> follow(Frame& frame, NodeId id, const Plot& plot, ChartState& state) {
  if (plot.places == 0) return std::nullopt;
  const Surroundings& around = frame.surroundings();
  const Memory::Place* place = frame.memory().place(id);
  const bool inside = place != nullptr && place->layer == frame.memory().pointer_layer &&
                      contains(intersection(place->rect, place->window), around.pointer_x, around.pointer_y);
  const auto pointed = [&] { return plot.place_at(place->rect, {around.pointer_x, around.pointer_y}); };
  if (frame.find(EventType::focus, id) != nullptr && !state.chosen) state.chosen = 0;
  walk(frame, id, plot, state);
  if (frame.activated(id) && inside) state.chosen = pointed();
  if (frame.find(EventType::blur, id) != nullptr) state.chosen.reset();
  if (state.chosen) state.chosen = std::min(*state.chosen, plot.places - 1);
  if (inside && around.has_pointer) return pointed();
  return state.chosen;
}

/// The same numbers as a table, stated over the picture and not painted.
void state_table(Frame& frame, const ChartOptions& chart, float height) {
  const Words& words = frame.words();
  Node table;
  table.id = frame.id("twin");
  table.role = Role::table;
  table.name = chart.name;
  table.row_count = static_cast<std::int32_t>(chart.categories.size() + 1);
  table.column_count = static_cast<std::int32_t>(chart.series.size() + 1);
  const auto whole = frame.column({.height = fixed(height)}, std::move(table));
  const auto line = [&](std::size_t number, Role role, const auto& text) {
    const auto names = frame.keyed("twin", number);
    Node row;
    row.id = frame.id("row");
    row.role = Role::row;
    row.row = static_cast<std::int32_t>(number + 1);
    const auto scope = frame.row({.width = grow(), .height = grow(1, 0), .cross = Align::stretch}, std::move(row));
    for (std::size_t column = 0; column <= chart.series.size(); ++column) {
      Node cell;
      cell.id = frame.id("cell", column);
      cell.role = role;
      cell.column = static_cast<std::int32_t>(column + 1);
      cell.name = text(column);
      const auto box = frame.box({.width = grow(1, 0), .height = grow(1, 0)}, std::move(cell));
    }
  };
  line(0, Role::columnheader,
       [&](std::size_t column) { return column == 0 ? chart.category_name : chart.series[column - 1].name; });
  for (std::size_t category = 0; category < chart.categories.size(); ++category) {
    line(category + 1, Role::cell, [&](std::size_t column) {
      return column == 0 ? chart.categories[category] : value_or_dash(words, chart, column - 1, category);
    });
  }
}

/// The table for everybody: a column for each series where they fit, otherwise a line for each value.
void paint_table(Frame& frame, const ChartOptions& chart, float width) {
  const Words& words = frame.words();
  const std::size_t count = chart.series.size();
  const bool fits = count < 2 || category_width + value_width * static_cast<float>(count) + 24 <= width;
  std::vector<Column> columns = {{.title = chart.category_name, .minimum = category_width}};
  if (!fits) columns.push_back({.title = words(UiText::chart_series), .minimum = series_width});
  if (fits) {
    for (const ChartSeries& series : chart.series)
      columns.push_back({.title = series.name, .minimum = value_width, .align = Align::end});
  } else {
    columns.push_back({.title = words(UiText::chart_value), .minimum = value_width, .align = Align::end});
  }
  Table table(
      frame,
      {.key = "table", .name = chart.name, .columns = columns, .rows = chart.categories.size() * (fits ? 1 : count)},
      nullptr);
  table.rows([&](std::size_t row, Table& line) {
    const std::size_t category = fits ? row : row / count;
    line.text(chart.categories[category]);
    if (!fits) line.text(chart.series[row % count].name);
    for (std::size_t series = 0; series < count; ++series) {
      if (fits || series == row % count) line.number(value_or_dash(words, chart, series, category));
    }
  });
}

/// The picture, the table and the control lie upon each other: each begins where the one before it began.
void picture(Frame& frame, const SharedPlot& plot, const ChartState& state, std::optional<std::size_t> active) {
  const ChartOptions& chart = plot->chart;
  const Words& words = frame.words();
  BoxStyle layer;
  layer.height = fixed(chart.height);
  layer.radius = 6;
  BoxStyle layers = layer;
  layers.gap = -chart.height;
  layers.width = grow(1, 0);
  const auto scope = frame.column(layers);
  {
    Node node;
    node.id = frame.id("picture");
    node.role = Role::image;
    node.name = words(UiText::chart_image, {chart.name, chart.summary});
    const auto box = frame.box(layer, std::move(node));
    frame.current().paint = [plot, active](Painter& painter, const Element& element) {
      plot->paint(painter, element.rect, active);
    };
  }
  if (!state.table_open) state_table(frame, chart, chart.height);
  if (plot->places == 0) return;
  Node control;
  control.id = frame.id("explore");
  control.role = Role::slider;
  control.name = words(UiText::chart_explore, {chart.name});
  control.row = static_cast<std::int32_t>(state.chosen.value_or(0) + 1);
  control.row_count = static_cast<std::int32_t>(plot->places);
  control.value = state.chosen ? place_words(words, *plot, *state.chosen) : words(UiText::chart_hint, {});
  control.set(Flag::focusable);
  const auto box = frame.box(layer, std::move(control));
}

}  // namespace

std::string chart_value(const Words& words, std::int64_t value, Measure measure) {
  switch (measure) {
    case Measure::count: return shell::count_text(value);
    case Measure::money: return words(UiText::amount_yuan, {shell::money_text(Money{value})});
    case Measure::percent: {
      std::string text = std::to_string(value / 100);
      if (value % 100 != 0) text += '.' + std::to_string(100 + value % 100).substr(1);
      if (value % 100 != 0 && text.back() == '0') text.pop_back();
      return text + '%';
    }
  }
  return {};
}

std::optional<std::int64_t> chart_number(const ChartOptions& chart, std::size_t series, std::size_t category) {
  const ChartValues& values = chart.series[series].values;
  return category < values.size() ? values[category] : std::nullopt;
}

std::string value_or_dash(const Words& words, const ChartOptions& chart, std::size_t series, std::size_t category) {
  const auto value = chart_number(chart, series, category);
  return value ? chart_value(words, *value, chart.measure) : std::string("\xE2\x80\x94");
}

std::string category_words(const Words& words, const ChartOptions& chart, std::size_t category) {
  std::string text = chart.categories[category];
  for (std::size_t series = 0; series < chart.series.size(); ++series) {
    text += dot;
    if (chart.series.size() > 1) text += chart.series[series].name + ' ';
    text += value_or_dash(words, chart, series, category);
  }
  return text;
}

Color series_color(const Theme& theme, const ChartOptions& chart, std::size_t series) {
  const auto place = static_cast<SeriesColor>(series % theme.series.size());
  return theme.series[static_cast<std::size_t>(chart.series[series].color.value_or(place))];
}

void fill_pattern(Painter& painter, const Rect& rect, Color color, std::size_t pattern) {
  if (rect.width < 0.5F || rect.height < 0.5F) return;
  painter.fill(rect, color);
  const Color ground = painter.theme().surface;
  const float right = rect.x + rect.width;
  const float bottom = rect.y + rect.height;
  constexpr float step = 5;
  const auto slanted = [&](float lean) {
    for (float x = rect.x - rect.height; x < right + rect.height; x += step)
      painter.line({x, bottom}, {x + lean * rect.height, rect.y}, ground, 1);
  };
  painter.push_clip(rect);
  switch (pattern % 5) {
    case 0: break;
    case 1: slanted(1); break;
    case 2:
      for (float y = bottom - step; y > rect.y; y -= step) painter.fill({rect.x, y, rect.width, 1}, ground);
      break;
    case 3: painter.fill(inset(rect, 2), ground); break;
    case 4: slanted(-1); break;
    default: break;
  }
  painter.pop_clip();
}

void paint_mark(Painter& painter, Point center, float radius, Color color, std::size_t shape) {
  const auto [x, y] = center;
  const float r = radius;
  switch (shape % 5) {
    case 0: painter.circle(center, r, color); break;
    case 1: painter.fill({x - r, y - r, 2 * r, 2 * r}, color); break;
    case 2: painter.polygon(std::array<Point, 3>{{{x, y - r}, {x + r, y + r}, {x - r, y + r}}}, color); break;
    case 3: painter.polygon(std::array<Point, 4>{{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}}, color); break;
    case 4:
      painter.line({x - r, y - r}, {x + r, y + r}, color, 2);
      painter.line({x - r, y + r}, {x + r, y - r}, color, 2);
      break;
    default: break;
  }
}

void paint_dashes(Painter& painter, Point from, Point to, Color color, std::size_t pattern) {
  constexpr float width = 2;
  struct Dash {
    float ink = 0, gap = 0;
  };
  static constexpr std::array<Dash, 4> dashes = {{{7, 4}, {2, 4}, {12, 4}, {4, 7}}};
  if (pattern % 5 == 0) {
    painter.line(from, to, color, width);
    return;
  }
  const Dash& dash = dashes[pattern % 5 - 1];
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < 0.01F) return;
  const auto along = [&](float at) {
    const float share = std::min(at, length) / length;
    return Point{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
  };
  for (float at = 0; at < length; at += dash.ink + dash.gap)
    painter.line(along(at), along(at + dash.ink), color, width);
}

void paint_words(Painter& painter, const Face& face, std::string_view text, Point at, Align align, Color color) {
  const float width = text_width(face, text);
  const float x = align == Align::end ? at.x - width : align == Align::center ? at.x - width / 2 : at.x;
  painter.text(face, text, x, at.y - face.size / 2, color);
}

std::size_t Plot::place_at(const Rect&, Point) const { return 0; }
void Plot::above(Frame&) const {}
void Plot::below(Frame&) const {}
void Plot::paint_sign(Painter&, const Rect&, std::size_t) const {}

void chart_figure(Frame& frame, const SharedPlot& shared) {
  const Plot& plot = *shared;
  const ChartOptions& chart = plot.chart;
  const Theme& theme = frame.theme();
  const Words& words = frame.words();
  const auto names = frame.keyed(chart.key);
  const NodeId figure = frame.id("figure");
  const NodeId explorer = frame.id("explore");
  ChartState& state = frame.memory().local<ChartState>(explorer);
  if (const Memory::Place* place = frame.memory().place(figure); place != nullptr) state.width = place->rect.width;
  const auto active = follow(frame, explorer, plot, state);

  Node group;
  group.id = figure;
  group.role = Role::group;
  group.name = chart.name;
  BoxStyle outer;
  outer.gap = 6;
  outer.width = chart.width > 0 ? fixed(chart.width) : grow(1, 0);
  const auto whole = frame.column(outer, std::move(group));
  if (chart.series.size() > 1 && plot.across == 0) chart_legend(frame, shared);
  plot.above(frame);
  {
    BoxStyle line;
    line.axis = plot.inline_words ? Axis::row : Axis::column;
    line.cross = plot.inline_words ? Align::center : Align::stretch;
    line.gap = 10;
    const auto box = frame.box(line);
    picture(frame, shared, state, active);
    if (plot.inline_words) {
      Element& value = frame.label(value_or_dash(words, chart, 0, active.value_or(plot.places - 1)),
                                   {.size = TextSize::caption, .semibold = true, .maximum_lines = 1});
      value.style.width = fit();
    }
  }
  if (plot.places > 0 && !plot.inline_words) {
    // painted only: the control says it
    frame.label(
        active ? place_words(words, plot, *active) : words(UiText::chart_hint, {}),
        {.size = TextSize::caption, .semibold = active.has_value(), .color = active ? theme.ink : theme.ink_muted});
  }
  plot.below(frame);
  if (!chart.offers_table) return;
  state.table_open = disclosure(frame, "table-shown", words(UiText::chart_show_table), false);
  if (state.table_open) paint_table(frame, chart, state.width);
}

void chart_legend(Frame& frame, const SharedPlot& plot) {
  const auto row = frame.row({.wrap = true, .gap = 16, .line_gap = 2});
  for (std::size_t series = 0; series < plot->chart.series.size(); ++series) {
    const auto entry = frame.row({.gap = 6});
    frame.drawing(18, 12, [plot, series](Painter& painter, const Element& element) {
      plot->paint_sign(painter, element.rect, series);
    });
    frame.label(plot->chart.series[series].name,
                {.size = TextSize::caption, .color = frame.theme().ink_secondary, .maximum_lines = 1});
  }
}

}  // namespace hengping::ui
