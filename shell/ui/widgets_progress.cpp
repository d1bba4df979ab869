// What is under way: how far it is, and where its result will stand.
#include <algorithm>
#include <cmath>

#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

namespace {

constexpr double sweep_seconds = 1.6;
constexpr float sweep_share = 0.35F;

/// Where the moving part of a bar without an end begins, as a share of the bar's width.
float sweep_place(double seconds) {
  const double turn = std::fmod(seconds, sweep_seconds) / sweep_seconds;
  return static_cast<float>(turn) * (1 + sweep_share) - sweep_share;
}

}  // namespace

bool progress(Frame& frame, std::string_view key, std::string_view name, float share, std::string_view cancel) {
  const Theme& theme = frame.theme();
  BoxStyle line;
  line.gap = 12;
  line.width = grow();
  const auto row = frame.row(line);
  const bool moves = share < 0 && !frame.surroundings().reduced_motion;
  const float from = moves ? sweep_place(frame.surroundings().seconds) : 0;
  const float wide = share < 0 ? sweep_share : std::min(share, 1.0F);
  {
    Node node;
    node.id = frame.id(key);
    node.role = Role::progressbar;
    node.name = name;
    node.number = std::max(0.0F, share);
    node.set(Flag::busy, share < 0);
    BoxStyle style;
    style.width = grow(1, 80);
    style.height = fixed(6);
    const auto bar = frame.box(style, std::move(node));
    frame.current().paint = [&theme, from, wide](Painter& painter, const Element& element) {
      const Rect& rect = element.rect;
      painter.fill(rect, theme.neutral.soft, 3);
      painter.push_clip(rect);
      painter.fill({rect.x + rect.width * from, rect.y, rect.width * wide, rect.height}, theme.accent.solid, 3);
      painter.pop_clip();
    };
  }
  if (moves && frame.painting()) frame.effects().another_frame = true;
  if (cancel.empty()) return false;
  const auto names = frame.keyed(key);
  return button(frame, {.key = "cancel", .label = cancel, .small = true});
}

void skeleton(Frame& frame, int lines) {
  const Theme& theme = frame.theme();
  const float high = theme.line_height(TextSize::body);
  BoxStyle style;
  style.width = grow();
  style.height = fixed(high * static_cast<float>(lines));
  const auto box = frame.box(style);
  frame.current().paint = [&theme, high, lines](Painter& painter, const Element& element) {
    static constexpr float shares[] = {0.92F, 0.78F, 0.86F, 0.55F};
    for (int line = 0; line < lines; ++line) {
      const float top = element.rect.y + high * (static_cast<float>(line) + 0.25F);
      painter.fill({element.rect.x, top, element.rect.width * shares[line % 4], high / 2}, theme.neutral.soft, 4);
    }
  };
}

}  // namespace hengping::ui
