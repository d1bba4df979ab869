#include "tests/ui/bench.h"

#include <utility>

namespace hengping::ui {

Bench::Bench(std::function<void(Frame&)> build, float width, float height)
    : Driver(width, height), build_(std::move(build)) {
  frame();
}

Effects Bench::paint(std::span<const Event> events) {
  theme_ = make_theme(shell::ThemePreference::light, around);
  Frame frame(memory_, theme_, words_, around, surface_.faces());
  for (std::size_t index = 0; index < events.size(); ++index) {
    frame.begin(events.subspan(index, 1), false);
    build_(frame);
  }
  for (int attempt = 0; attempt < 3; ++attempt) {
    frame.begin({}, true);
    build_(frame);
    if (frame.settle()) break;
  }
  Painter painter(surface_.list(), theme_, surface_.density());
  frame.paint(painter, tree);
  return frame.effects();
}

void Bench::point(float x, float y, bool down) {
  around.has_pointer = true;
  around.pointer_down = down;
  around.pointer_x = x;
  around.pointer_y = y;
  frame();
}

void Bench::point_at(const Node& node, bool down) {
  const Rect rect = node.rect;
  point(rect.x + rect.width / 2, rect.y + rect.height / 2, down);
}

void Bench::wait(double seconds) {
  around.seconds += seconds;
  frame();
}

}  // namespace hengping::ui
