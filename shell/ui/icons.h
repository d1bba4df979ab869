// Line icons, drawn as paths on a square of 24 units.
#pragma once

#include <cstdint>

#include "shell/ui/painter.h"

namespace hengping::ui {

enum class Icon : std::uint8_t {
  none,
  home,
  provider,
  enterprise,
  contract,
  rating,
  award,
  exchange,
  settings,
  more,
  search,
  plus,
  check,
  cross,
  warning,
  info,
  clock,
  chevron_right,
  chevron_left,
  chevron_down,
  chevron_up,
  sort,
  arrow_left,
  download,
  upload,
  trash,
  calendar,
  undo,
  person,
  sun,
  moon,
  monitor,
  retry,
  file,
  shield,
  dots,
  smile,
  neutral_face,
  frown,
  filter,
  checklist,
  camera,
};

/// Paints the icon into the square; the stroke's width follows the size.
void paint_icon(Painter& painter, Icon icon, const Rect& square, Color color);
/// The product's sign: a balance on a rounded square.
void paint_logo(Painter& painter, const Rect& square, Color ground, Color ink);

}  // namespace hengping::ui
