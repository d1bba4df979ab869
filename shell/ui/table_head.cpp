// The head of a table: what the columns are called, sorting, narrowing, and the edges that they are made wider by.
#include <algorithm>

#include "shell/ui/widgets_form.h"
#include "shell/ui/widgets_table.h"

namespace hengping::ui {

namespace {

struct FilterState {
  bool open = false;
};

}  // namespace

void Table::paint_head() {
  const Theme& theme = frame_.theme();
  Node node;
  node.id = frame_.id("head");
  node.role = Role::row;
  node.row = 1;
  BoxStyle style;
  style.height = fixed(theme.touch ? 48 : 42);
  style.width = grow();
  style.padding = {4, 0, 12, 0};
  const auto row = frame_.row(style, std::move(node));
  frame_.current().sticky = !options_.fills;
  frame_.current().paint = [&theme](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    painter.fill({rect.x, rect.y, rect.width, rect.height}, theme.sunken, theme.radius_card - 1);
    painter.fill({rect.x, rect.y + rect.height / 2, rect.width, rect.height / 2}, theme.sunken);
    painter.fill({rect.x, rect.y + rect.height - 1, rect.width, 1}, theme.hairline);
  };
  selection_heading();
  for (std::size_t column = 0; column < options_.columns.size(); ++column) {
    if (shown_[column] != 0) paint_heading(column);
  }
}

void Table::paint_heading(std::size_t column) {
  const Theme& theme = frame_.theme();
  const Column& spec = options_.columns[column];
  const bool sorts = sort_ != nullptr && spec.sort >= 0;
  Node node;
  node.id = frame_.id("heading", column);
  node.role = Role::columnheader;
  node.column = place_of(column);
  node.name = spec.title;
  if (sorts && sort_->by == spec.sort) node.sort = sort_->descending ? Sort::descending : Sort::ascending;
  BoxStyle style = cell_style(column);
  style.height = grow();
  style.gap = 2;
  if (resizes(column)) style.padding.right = 0;
  const auto cell = frame_.row(style, std::move(node));
  if (spec.align == Align::end) frame_.grow_space();
  if (sorts) {
    paint_sort(column);
  } else {
    frame_.label(spec.title,
                 {.size = TextSize::caption, .semibold = true, .color = theme.ink_muted, .maximum_lines = 1});
  }
  if (spec.filter != nullptr) paint_filter(column);
  if (!resizes(column)) return;
  if (spec.align != Align::end) frame_.grow_space();
  paint_edge(column);
}

void Table::paint_sort(std::size_t column) {
  const Theme& theme = frame_.theme();
  const Column& spec = options_.columns[column];
  const bool on = sort_->by == spec.sort;
  Node press;
  press.id = frame_.id("sort", column);
  press.role = Role::button;
  press.name = spec.title;
  press.description = frame_.words()(UiText::table_sort);
  const bool hovered = frame_.hovered(press.id);
  BoxStyle style;
  style.gap = 2;
  style.height = fixed(theme.touch ? 44 : 28);
  style.radius = 6;
  style.background = frame_.pressed(press.id) ? theme.pressed : 0;
  const auto button = frame_.row(style, std::move(press));
  const Color ink = on || hovered ? theme.ink : theme.ink_muted;
  frame_.label(spec.title, {.size = TextSize::caption, .semibold = true, .color = ink, .maximum_lines = 1});
  const Icon sign = !on ? Icon::sort : sort_->descending ? Icon::chevron_down : Icon::chevron_up;
  icon(frame_, sign, 14, on ? theme.accent.ink : hovered ? theme.ink_muted : theme.ink_disabled);
}

void Table::paint_edge(std::size_t column) {
  const Theme& theme = frame_.theme();
  Node node;
  node.id = frame_.id("edge", column);
  node.role = Role::separator;
  node.name = frame_.words()(UiText::table_resize, {options_.columns[column].title});
  node.description = frame_.words()(UiText::table_resize_help);
  node.number = room() > 0 ? std::clamp(shown_width(column) / room(), 0.0F, 1.0F) : 0;
  node.set(Flag::walks);
  const bool stops = shown_[widths_.stop % shown_.size()] != 0 && resizes(widths_.stop % shown_.size());
  const auto first =
      static_cast<std::size_t>(std::find(shown_.begin(), shown_.end(), std::uint8_t{1}) - shown_.begin());
  node.set(Flag::focusable, column == (stops ? widths_.stop : first));
  const bool held = widths_.dragged == static_cast<int>(column) || frame_.focused(node.id);
  const Color color = held ? theme.focus : frame_.hovered(node.id) ? theme.ink_muted : theme.outline;
  const float line = held ? 2.0F : 1.0F;
  BoxStyle style;
  style.width = fixed(theme.touch ? 24 : cell_room / 2 - 1);
  style.height = grow();
  const auto edge = frame_.box(style, std::move(node));
  frame_.current().paint = [=](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    painter.fill({rect.x + rect.width - line, rect.y + 12, line, rect.height - 24}, color);
  };
}

void Table::paint_filter(std::size_t column) {
  const Theme& theme = frame_.theme();
  const NodeId opener = frame_.id("filter", column);
  const NodeId popup = frame_.id("choices", column);
  FilterState& state = frame_.memory().local<FilterState>(opener);
  if (frame_.activated(opener)) {
    state.open = !state.open;
    const auto names = frame_.keyed("filter", column);
    const auto& choices = options_.columns[column].filter->choices;
    if (state.open && !choices.empty()) frame_.focus(frame_.id(choices.front().id));
  }
  for (const Event& event : frame_.events()) {
    if (!state.open) break;
    if (event.type == EventType::dismiss) state.open = false;
    const Memory::Place* inside = frame_.memory().place(popup);
    const Memory::Place* place = frame_.memory().place(event.node);
    const bool left = inside != nullptr && place != nullptr && place->layer != inside->layer;
    if (event.type == EventType::focus && event.node != opener && left) state.open = false;  // the Tab key left it
  }
  if (state.open && frame_.escaped(popup)) {
    state.open = false;
    frame_.focus(opener);
  }
  const bool on = !options_.columns[column].filter->chosen.empty();
  Node node;
  node.id = opener;
  node.role = Role::button;
  node.name = frame_.words()(UiText::table_filter, {options_.columns[column].title});
  node.set(Flag::popup);
  node.set(state.open ? Flag::expanded : Flag::collapsed);
  if (state.open) node.controls = popup;
  const bool hovered = frame_.hovered(opener);
  {
    BoxStyle style;
    style.width = style.height = fixed(theme.touch ? 44 : 28);
    style.main = Align::center;
    style.radius = 6;
    style.background = on ? theme.accent.soft : 0;
    const auto box = frame_.row(style, std::move(node));
    icon(frame_, Icon::filter, 14, on ? theme.accent.ink : hovered ? theme.ink : theme.ink_muted);
  }
  if (state.open) filter_choices(column, opener, popup);
}

void Table::filter_choices(std::size_t column, NodeId opener, NodeId popup) {
  const Theme& theme = frame_.theme();
  ColumnFilter& filter = *options_.columns[column].filter;
  Node node;
  node.id = popup;
  node.role = Role::dialog;  // not modal: the rest of the page goes on
  node.name = frame_.words()(UiText::table_filter, {options_.columns[column].title});
  BoxStyle style;
  style.background = theme.raised;
  style.border = theme.hairline;
  style.radius = theme.radius_card;
  style.shadow = 18;
  style.padding = padding(4, 4);
  style.width = fit(360);
  const auto layer = frame_.popup(opener, Placement::below, style, std::move(node));
  const auto names = frame_.keyed("filter", column);
  {
    BoxStyle scrolling;
    scrolling.width = grow();
    scrolling.height = fit(320);
    scrolling.padding = padding(8, 8);
    const auto scroller = frame_.scroller("scroller", scrolling, {});
    for (const ColumnFilter::Choice& choice : filter.choices) {
      bool on = filter.chosen.contains(choice.id);
      if (!checkbox(frame_, choice.id, choice.name, on)) continue;
      if (on) {
        filter.chosen.insert(choice.id);
      } else {
        filter.chosen.erase(choice.id);
      }
    }
  }
  if (button(frame_, {.key = "all",
                      .label = frame_.words()(UiText::filter_show_all),
                      .kind = ButtonKind::quiet,
                      .small = true,
                      .disabled = filter.chosen.empty()}))
    filter.chosen.clear();
}

}  // namespace hengping::ui
