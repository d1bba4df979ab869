// The rows of a long list that are built: those that show, and the one that holds the focus, wherever it was scrolled to. Without it the
// keyboard would lose its place as soon as the wheel turns.
#pragma once

#include "shell/ui/frame.h"

namespace hengping::ui {

/// Calls `build(row)` for the rows in `range` and for the focused one, within space for all `count` rows of one height. `list` names the
/// list that they stand in.
template <class Build>
void each_row(Frame& frame, NodeId list, const Frame::Range& range, std::size_t count, float row_height,
              const Build& build) {
  struct FocusedRow {
    NodeId focused = 0;  ///< what had the focus when its row was last built
    std::size_t row = 0;
  };
  FocusedRow& kept = frame.memory().local<FocusedRow>(list);
  const NodeId focused = frame.memory().focused;
  const bool keeps = focused != 0 && kept.focused == focused && kept.row < count;
  const std::size_t apart = keeps ? kept.row : range.first;
  std::size_t next = 0;
  const auto leave_out_until = [&](std::size_t row) {
    if (row > next) frame.space(0, static_cast<float>(row - next) * row_height);
  };
  const auto one = [&](std::size_t row) {
    leave_out_until(row);
    const std::size_t stated = frame.stated();
    build(row);
    if (focused != 0 && frame.stated_since(stated, focused)) kept = {focused, row};
    next = row + 1;
  };
  if (apart < range.first) one(apart);
  for (std::size_t row = range.first; row < range.last; ++row) one(row);
  if (apart >= range.last && keeps) one(apart);
  leave_out_until(count);
}

}  // namespace hengping::ui
