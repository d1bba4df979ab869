// Widgets without screens: frames over a function that draws.
#pragma once

#include <functional>

#include "shell/ui/frame.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

class Bench final : public Driver {
 public:
  explicit Bench(std::function<void(Frame&)> build, float width = 800, float height = 600);

  /// Moves the mouse there, held down or not, and draws.
  void point(float x, float y, bool down = false);
  /// To the middle of the node.
  void point_at(const Node& node, bool down = false);
  /// Lets so many seconds go by and draws.
  void wait(double seconds);

 private:
  Effects paint(std::span<const Event> events) override;

  std::function<void(Frame&)> build_;
  Memory memory_;
  Theme theme_;
  Words words_;
};

}  // namespace hengping::ui
