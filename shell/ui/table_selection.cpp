// Tick boxes at the rows of a table, and what is said of the rows chosen.
#include <algorithm>

#include "shell/app/display.h"
#include "shell/ui/widgets_table.h"

namespace hengping::ui {

namespace {

enum class Tick : std::uint8_t { off, some, on };

void tick_box(Frame& frame, NodeId id, std::string_view name, Tick tick, BoxStyle style) {
  const Theme& theme = frame.theme();
  Node node;
  node.id = id;
  node.role = Role::checkbox;
  node.name = name;
  node.set(Flag::checked, tick == Tick::on);
  node.set(Flag::mixed, tick == Tick::some);
  style.width = style.height = grow();
  style.main = Align::center;
  const Color edge = frame.hovered(id) ? theme.ink : theme.outline;
  const auto box = frame.row(style, std::move(node));
  frame.drawing(18, 18, [tick, edge, &theme](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    painter.fill(rect, tick == Tick::off ? theme.surface : theme.accent.solid, 5);
    if (tick == Tick::off) painter.outline(rect, edge, 5, 1);
    if (tick == Tick::some) painter.fill({rect.x + 4, rect.y + 8, rect.width - 8, 2}, theme.accent.on_solid);
    if (tick == Tick::on) paint_icon(painter, Icon::check, inset(rect, 2), theme.accent.on_solid);
  });
}

}  // namespace

float Table::selection_width() const {
  if (options_.selection == nullptr) return 0;
  return frame_.theme().touch ? 48 : 44;
}

void Table::selection_heading() {
  if (options_.selection == nullptr) return;
  const std::size_t chosen = options_.selection->ids.size();
  Node node;
  node.id = frame_.id("choose");
  node.role = Role::columnheader;
  node.column = 1;
  node.name = frame_.words()(UiText::table_select);
  BoxStyle style;
  style.width = fixed(selection_width());
  style.height = grow();
  const auto cell = frame_.row(style, std::move(node));
  const Tick tick = chosen == 0 ? Tick::off : chosen >= options_.rows ? Tick::on : Tick::some;
  tick_box(frame_, frame_.id("choose-all"), frame_.words()(UiText::table_select_all), tick, {});
}

void Table::selection_cell(std::size_t row) {
  if (options_.selection == nullptr) return;
  const NodeId box = frame_.id("choose-row");
  if (const Event* event = frame_.find(EventType::activate, box)) choose_row(row, event->shift);
  Node node;
  node.id = frame_.id("choose-cell");
  node.role = Role::cell;
  node.column = 1;
  BoxStyle style;
  style.width = fixed(selection_width());
  style.height = grow();
  const auto cell = frame_.row(style, std::move(node));
  const bool on = options_.selection->ids.contains(options_.row_id(row));
  const std::string name = frame_.words()(UiText::table_select_row, {options_.row_name(row)});
  tick_box(frame_, box, name, on ? Tick::on : Tick::off, {});
}

void Table::choose_all() {
  TableSelection& selection = *options_.selection;
  const bool all = selection.ids.size() >= options_.rows;
  selection.ids.clear();
  selection.anchor.clear();
  for (std::size_t row = 0; !all && row < options_.rows; ++row) selection.ids.insert(options_.row_id(row));
}

void Table::choose_row(std::size_t row, bool range) {
  TableSelection& selection = *options_.selection;
  const std::string id = options_.row_id(row);
  const bool on = !selection.ids.contains(id);
  std::size_t from = row;
  for (std::size_t other = 0; range && other < options_.rows; ++other) {
    if (options_.row_id(other) == selection.anchor) from = other;
  }
  for (std::size_t other = std::min(from, row); other <= std::max(from, row); ++other) {
    if (on) {
      selection.ids.insert(options_.row_id(other));
    } else {
      selection.ids.erase(options_.row_id(other));
    }
  }
  selection.anchor = id;
}

void selection_bar(Frame& frame, TableSelection& selection, const std::function<void()>& actions) {
  const auto names = frame.keyed("selection");
  const bool any = !selection.ids.empty();
  BoxStyle style;
  style.gap = 12;
  style.line_gap = 8;
  style.wrap = true;
  if (any) style.padding = {0, 12, 0, 0};
  const auto row = frame.row(style);
  const std::string count = shell::count_text(static_cast<std::int64_t>(selection.ids.size()));
  const std::string words = any ? frame.words()(UiText::table_selected, {count}) : std::string();
  {
    // always there, so that its words are heard when they come
    Node node;
    node.id = frame.id("count");
    node.role = Role::status;
    node.name = words;
    const auto status = frame.row({}, std::move(node));
    if (any) frame.label(words, {.semibold = true, .maximum_lines = 1});
  }
  if (!any) return;
  actions();
  if (!button(frame, {.key = "none",
                      .label = frame.words()(UiText::table_unselect),
                      .kind = ButtonKind::quiet,
                      .icon = Icon::cross}))
    return;
  selection = {};
}

}  // namespace hengping::ui
