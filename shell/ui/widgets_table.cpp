#include "shell/ui/widgets_table.h"

#include <algorithm>

namespace hengping::ui {

namespace {

constexpr float cell_padding = 12;

BoxStyle cell_style(const Column& column) {
  BoxStyle style;
  style.width = grow(column.weight, column.minimum);
  style.padding = padding(cell_padding, 0);
  style.gap = 6;
  style.main = column.align;
  return style;
}

}  // namespace

Table::Table(Frame& frame, const TableOptions& options, TableSort* sort)
    : frame_(frame),
      options_(options),
      sort_(sort),
      names_(frame.keyed(options.key)),
      row_height_(frame.theme().row_height) {
  choose_columns();
  for (std::size_t column = 0; column < options_.columns.size(); ++column) {
    const int by = options_.columns[column].sort;
    if (sort_ == nullptr || by < 0 || !frame_.activated(frame_.id("sort", column))) continue;
    sort_->descending = sort_->by == by && !sort_->descending;
    sort_->by = by;
  }
}

void Table::choose_columns() {
  shown_.assign(options_.columns.size(), 1);
  float needed = 0;
  for (const Column& column : options_.columns) needed += column.minimum;
  while (options_.width > 0 && needed > options_.width) {
    std::size_t least = 0;
    for (std::size_t column = 0; column < shown_.size(); ++column) {
      const bool less = options_.columns[column].priority >= options_.columns[least].priority || shown_[least] == 0;
      if (shown_[column] != 0 && less) least = column;
    }
    if (options_.columns[least].priority == 0 || shown_[least] == 0) return;
    shown_[least] = 0;
    needed -= options_.columns[least].minimum;
  }
}

Scope Table::open_table() {
  const Theme& theme = frame_.theme();
  Node node;
  node.id = frame_.id("table");
  node.role = Role::table;
  node.name = options_.name;
  node.row_count = static_cast<std::int32_t>(options_.rows + 1);
  node.column_count = static_cast<std::int32_t>(std::count(shown_.begin(), shown_.end(), std::uint8_t{1}));
  BoxStyle style;
  style.width = grow();
  if (options_.fills) style.height = grow(1, 240);
  style.background = theme.surface;
  style.border = theme.hairline;
  style.radius = theme.radius_card;
  style.padding = padding(1);
  return frame_.column(style, std::move(node));
}

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
  frame_.current().paint = [&theme](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    painter.fill({rect.x, rect.y, rect.width, rect.height}, theme.sunken, theme.radius_card - 1);
    painter.fill({rect.x, rect.y + rect.height / 2, rect.width, rect.height / 2}, theme.sunken);
    painter.fill({rect.x, rect.y + rect.height - 1, rect.width, 1}, theme.hairline);
  };
  column_ = 0;
  for (std::size_t column = 0; column < options_.columns.size(); ++column) {
    if (shown_[column] != 0) paint_heading(column);
  }
}

void Table::paint_heading(std::size_t column) {
  const Theme& theme = frame_.theme();
  const Column& spec = options_.columns[column];
  const bool sorts = sort_ != nullptr && spec.sort >= 0;
  const bool on = sorts && sort_->by == spec.sort;
  Node node;
  node.id = frame_.id("heading", column);
  node.role = Role::columnheader;
  node.column = static_cast<std::int32_t>(++column_);
  node.name = spec.title;
  if (on) node.sort = sort_->descending ? Sort::descending : Sort::ascending;
  BoxStyle style = cell_style(spec);
  style.height = grow();
  const auto cell = frame_.row(style, std::move(node));
  if (!sorts) {
    frame_.label(spec.title,
                 {.size = TextSize::caption, .semibold = true, .color = theme.ink_muted, .maximum_lines = 1});
    return;
  }
  Node press;
  press.id = frame_.id("sort", column);
  press.role = Role::button;
  press.name = spec.title;
  press.description = frame_.words()(UiText::table_sort);
  const bool hovered = frame_.hovered(press.id);
  BoxStyle button_style;
  button_style.gap = 2;
  button_style.height = fixed(theme.touch ? 44 : 28);
  button_style.radius = 6;
  button_style.background = frame_.pressed(press.id) ? theme.pressed : 0;
  const auto button = frame_.row(button_style, std::move(press));
  const Color ink = on || hovered ? theme.ink : theme.ink_muted;
  frame_.label(spec.title, {.size = TextSize::caption, .semibold = true, .color = ink, .maximum_lines = 1});
  const Icon sign = !on ? Icon::sort : sort_->descending ? Icon::chevron_down : Icon::chevron_up;
  icon(frame_, sign, 14, on ? theme.accent.ink : hovered ? theme.ink_muted : theme.ink_disabled);
}

Scope Table::open_body() {
  body_ = frame_.id("body");
  BoxStyle style;
  style.width = grow();
  if (options_.fills) {
    style.height = grow(1, 0);
    Scope scope = frame_.scroller_with(body_, style, {});
    range_ = frame_.visible_rows_in(body_, options_.rows, row_height_);
    return scope;
  }
  Node node;
  node.id = body_;
  Scope scope = frame_.column(style, std::move(node));
  range_ = frame_.visible_rows(body_, options_.rows, row_height_);
  return scope;
}

Scope Table::open_row(std::size_t row) {
  const Theme& theme = frame_.theme();
  Node node;
  node.id = row_ = frame_.id("line");
  node.role = Role::row;
  node.row = static_cast<std::int32_t>(row + 2);
  const Color shade = frame_.shade(node.id);
  const bool last = row + 1 == options_.rows;
  BoxStyle style;
  style.width = grow();
  style.height = fixed(row_height_);
  style.padding = {4, 0, 12, 0};
  Scope scope = frame_.row(style, std::move(node));
  frame_.current().paint = [shade, last, &theme](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    painter.fill(rect, shade, last ? theme.radius_card - 1 : 0);
    if (!last) painter.fill({rect.x + 16, rect.y + rect.height - 1, rect.width - 32, 1}, theme.hairline);
  };
  return scope;
}

void Table::leads_to(std::string_view address) {
  Element& row = frame_.current();
  frame_.node(row).value = address;
  if (frame_.activated(row_)) frame_.effects().navigate = address;
}

bool Table::shows() {
  if (column_ < shown_.size() && shown_[column_] != 0) return true;
  ++column_;
  return false;
}

Scope Table::open_cell(std::string_view name) {
  Node node;
  node.id = frame_.id("cell", column_);
  node.role = Role::cell;
  node.name = name;
  node.column = static_cast<std::int32_t>(
      std::count(shown_.begin(), shown_.begin() + static_cast<std::ptrdiff_t>(column_) + 1, std::uint8_t{1}));
  BoxStyle style = cell_style(options_.columns[column_]);
  style.height = grow();
  return frame_.row(style, std::move(node));
}

void Table::text(std::string_view text, const TextStyle& style) {
  if (!shows()) return;
  const Scope scope = open_cell(text);
  TextStyle one = style;
  one.maximum_lines = 1;
  one.tabular = true;  // figures and dates stand below each other
  frame_.label(text, one);
  ++column_;
}

void Table::number(std::string_view value, Color color) { text(value, {.color = color, .align = Align::end}); }

void Table::link(std::string_view text, std::string_view address, bool semibold) {
  if (!shows()) return;
  const Scope scope = open_cell({});
  const Scope names = frame_.keyed("within", column_);
  ui::link(frame_, {.key = "link", .label = text, .address = address, .semibold = semibold, .quiet = !semibold});
  ++column_;
}

CardList::CardList(Frame& frame, const CardListOptions& options)
    : frame_(frame), options_(options), names_(frame.keyed(options.key)) {}

Scope CardList::open_list() {
  Node node;
  node.id = frame_.id("list");
  node.role = Role::list;
  node.name = options_.name;
  const NodeId id = node.id;
  BoxStyle style;
  style.width = grow();
  Scope scope = frame_.column(style, std::move(node));
  range_ = frame_.visible_rows(id, options_.rows, options_.height + gap);
  return scope;
}

Scope CardList::open_item(std::size_t row) {
  Node node;
  node.id = frame_.id("item");
  node.role = Role::listitem;
  node.row = static_cast<std::int32_t>(row + 1);
  node.row_count = static_cast<std::int32_t>(options_.rows);
  BoxStyle style;
  style.width = grow();
  style.height = fixed(options_.height + gap);
  style.padding = {0, 0, 0, gap};
  return frame_.column(style, std::move(node));
}

Scope CardList::open_card(std::string_view address) {
  const Theme& theme = frame_.theme();
  Node node;
  node.id = frame_.id("link");
  node.role = Role::link;
  node.value = address;
  const bool pressed = frame_.pressed(node.id);
  BoxStyle style;
  style.width = grow();
  style.height = grow();
  style.padding = padding(14, 12);
  style.gap = 4;
  style.background = pressed ? theme.sunken : theme.surface;
  style.border = theme.hairline;
  style.radius = theme.radius_card;
  return frame_.column(style, std::move(node));
}

}  // namespace hengping::ui
