// Which columns of a table show, and how wide a person wants them.
#include <algorithm>
#include <cmath>
#include <utility>

#include "shell/ui/widgets_table.h"

namespace hengping::ui {

namespace {

constexpr float least_width = 56;        // px
constexpr float key_step = 16;           // px
constexpr float row_edges = 16;          // px: a row's own padding
constexpr std::size_t most_tables = 64;  // whose widths are kept
constexpr double twice_seconds = 0.4;

bool under_pointer(Frame& frame, NodeId id) {
  const Surroundings& around = frame.surroundings();
  const Memory::Place* place = frame.memory().place(id);
  return place != nullptr && place->layer == frame.memory().pointer_layer &&
         contains(intersection(place->rect, place->window), around.pointer_x, around.pointer_y);
}

}  // namespace

void Table::choose_columns() {
  shown_.assign(options_.columns.size(), 1);
  widths_.given.resize(shown_.size(), 0.0F);
  float needed = selection_width();
  for (const Column& column : options_.columns) needed += column.minimum;
  // what narrows the list is not hidden
  const auto rank = [&](std::size_t column) {
    const ColumnFilter* filter = options_.columns[column].filter;
    return filter != nullptr && !filter->chosen.empty() ? 0 : options_.columns[column].priority;
  };
  while (options_.width > 0 && needed > options_.width) {
    std::size_t least = 0;
    for (std::size_t column = 0; column < shown_.size(); ++column) {
      const bool less = rank(column) >= rank(least) || shown_[least] == 0;
      if (shown_[column] != 0 && less) least = column;
    }
    if (rank(least) == 0 || shown_[least] == 0) break;
    shown_[least] = 0;
    needed -= options_.columns[least].minimum;
  }
  // widths given where there was more room wait until it is back
  for (std::size_t column = 0; column < shown_.size(); ++column) {
    if (shown_[column] != 0 && widths_.given[column] > 0)
      needed += widths_.given[column] - options_.columns[column].minimum;
  }
  keeps_widths_ = options_.width <= 0 || needed <= options_.width;
}

bool Table::resizes(std::size_t column) const {
  return std::any_of(shown_.begin() + static_cast<std::ptrdiff_t>(column) + 1, shown_.end(),
                     [](std::uint8_t shows) { return shows != 0; });
}

float Table::given(std::size_t column) const { return keeps_widths_ ? widths_.given[column] : 0; }

float Table::shown_width(std::size_t column) const {
  const Memory::Place* place = frame_.memory().place(frame_.id("heading", column));
  return place == nullptr ? options_.columns[column].minimum : place->rect.width;
}

/// For all columns together, px.
float Table::room() const {
  const Memory::Place* head = frame_.memory().place(frame_.id("head"));
  return (head == nullptr ? options_.width : head->rect.width) - row_edges - selection_width();
}

void Table::set_width(std::size_t column, float width) {
  if (!keeps_widths_) std::fill(widths_.given.begin(), widths_.given.end(), 0.0F);
  keeps_widths_ = true;
  // those before it stand still, or the edge would not follow the hand; those after it share what is left
  float others = 0;
  for (std::size_t other = 0; other < shown_.size(); ++other) {
    if (shown_[other] == 0 || other == column) continue;
    if (other < column && widths_.given[other] <= 0) widths_.given[other] = shown_width(other);
    others += widths_.given[other] > 0 ? widths_.given[other] : options_.columns[other].minimum;
  }
  widths_.given[column] = std::clamp(width, least_width, std::max(least_width, room() - others));
}

void Table::recall_widths() {
  if (std::exchange(widths_.recalled, true)) return;
  const auto kept = frame_.memory().column_widths.find(frame_.id("widths"));
  if (kept != frame_.memory().column_widths.end()) widths_.given.assign(kept->second.begin(), kept->second.end());
}

void Table::keep_widths() {
  std::vector<std::uint16_t> whole;
  for (const float width : widths_.given) whole.push_back(static_cast<std::uint16_t>(std::clamp(width, 0.0F, 9999.0F)));
  auto& kept = frame_.memory().column_widths;
  const NodeId table = frame_.id("widths");
  if (std::any_of(whole.begin(), whole.end(), [](std::uint16_t width) { return width > 0; })) {
    if (kept.size() >= most_tables && !kept.contains(table)) kept.erase(kept.begin());
    kept[table] = std::move(whole);
  } else {
    kept.erase(table);
  }
}

void Table::resize() {
  for (std::size_t column = 0; column < shown_.size(); ++column) {
    if (shown_[column] != 0 && resizes(column)) resize_by_keys(column);
  }
  if (frame_.painting()) resize_by_pointer();
}

void Table::resize_by_keys(std::size_t column) {
  const NodeId edge = frame_.id("edge", column);
  const auto walk = [&](std::ptrdiff_t by) {
    for (auto next = static_cast<std::ptrdiff_t>(column) + by; next >= 0 && next < std::ssize(shown_); next += by) {
      const auto to = static_cast<std::size_t>(next);
      if (shown_[to] == 0 || !resizes(to)) continue;
      widths_.stop = to;
      frame_.focus(frame_.id("edge", to));
      return;
    }
  };
  if (frame_.find(EventType::focus, edge) != nullptr) {
    widths_.stop = column;
    // a quick hand is elsewhere before the frame that hears of its press
    const Surroundings& around = frame_.surroundings();
    if (around.has_pointer && around.pointer_down && !widths_.was_down) {
      widths_.dragged = static_cast<int>(column);
      widths_.grip = cell_room / 4;
      widths_.was_down = true;
    }
  }
  const auto by_key = [&](std::string_view key, float width) {
    if (!frame_.key(edge, key)) return;
    set_width(column, width);
    keep_widths();
  };
  by_key("ArrowLeft", shown_width(column) - key_step);
  by_key("ArrowRight", shown_width(column) + key_step);
  by_key("Home", 0);
  by_key("End", room());
  if (frame_.key(edge, "ArrowUp")) walk(-1);
  if (frame_.key(edge, "ArrowDown")) walk(1);
  bool back = frame_.key(edge, "Enter");
  if (frame_.activated(edge)) {
    const double now = frame_.surroundings().seconds;
    back = back || (widths_.pressed_at >= 0 && now - widths_.pressed_at < twice_seconds);
    widths_.pressed_at = now;
  }
  if (back) {
    std::fill(widths_.given.begin(), widths_.given.end(), 0.0F);
    keep_widths();
  }
}

void Table::resize_by_pointer() {
  const Surroundings& around = frame_.surroundings();
  const bool down = around.has_pointer && around.pointer_down;
  if (down && !widths_.was_down) {
    for (std::size_t column = 0; column < shown_.size(); ++column) {
      if (shown_[column] == 0 || !resizes(column) || !under_pointer(frame_, frame_.id("edge", column))) continue;
      const Memory::Place* place = frame_.memory().place(frame_.id("heading", column));
      if (place == nullptr) continue;
      widths_.dragged = static_cast<int>(column);
      widths_.grip = place->rect.x + place->rect.width - around.pointer_x;
    }
  }
  widths_.was_down = down;
  if (!down && std::exchange(widths_.dragged, -1) >= 0) keep_widths();
  if (widths_.dragged < 0) return;
  const auto column = static_cast<std::size_t>(widths_.dragged);
  const Memory::Place* place = frame_.memory().place(frame_.id("heading", column));
  if (place == nullptr || column >= shown_.size() || shown_[column] == 0) return;
  const float width = around.pointer_x + widths_.grip - place->rect.x;
  if (std::abs(width - place->rect.width) >= 0.5F) set_width(column, width);
}

}  // namespace hengping::ui
