#include "shell/ui/widgets_table.h"

#include <algorithm>

namespace hengping::ui {

Table::Table(Frame& frame, const TableOptions& options, TableSort* sort)
    : frame_(frame),
      options_(options),
      sort_(sort),
      names_(frame.keyed(options.key)),
      widths_(frame.memory().local<ColumnWidths>(frame.id("widths"))),
      row_height_(frame.theme().row_height) {
  recall_widths();
  choose_columns();
  resize();
  for (std::size_t column = 0; column < options_.columns.size(); ++column) {
    const int by = options_.columns[column].sort;
    if (sort_ == nullptr || by < 0 || !frame_.activated(frame_.id("sort", column))) continue;
    sort_->descending = sort_->by == by && !sort_->descending;
    sort_->by = by;
  }
  if (options_.selection != nullptr && frame_.activated(frame_.id("choose-all"))) choose_all();
}

BoxStyle Table::cell_style(std::size_t column) const {
  const Column& spec = options_.columns[column];
  BoxStyle style;
  style.width = given(column) > 0 ? fixed(given(column)) : grow(spec.weight, spec.minimum);
  style.padding = padding(cell_room / 2 - 1, 0);
  style.gap = 6;
  style.main = spec.align;
  return style;
}

std::int32_t Table::place_of(std::size_t column) const {
  const auto before =
      std::count(shown_.begin(), shown_.begin() + static_cast<std::ptrdiff_t>(column) + 1, std::uint8_t{1});
  return static_cast<std::int32_t>(before) + (options_.selection != nullptr ? 1 : 0);
}

Scope Table::open_table() {
  const Theme& theme = frame_.theme();
  Node node;
  node.id = frame_.id("table");
  node.role = Role::table;
  node.name = options_.name;
  node.row_count = static_cast<std::int32_t>(options_.rows + 1);
  node.column_count = place_of(shown_.size() - 1);
  BoxStyle style;
  style.width = grow();
  if (options_.fills) style.height = grow(1, 240);
  style.background = theme.surface;
  style.border = theme.hairline;
  style.radius = theme.radius_card;
  style.padding = padding(1);
  return frame_.column(style, std::move(node));
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
  node.column = place_of(column_);
  BoxStyle style = cell_style(column_);
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

}  // namespace hengping::ui
