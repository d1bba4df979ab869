// The canvas: a WebGL 2 context that is lost and comes back, and Dear ImGui's drawing in it.
#pragma once

#include <cstdint>

#include <imgui.h>

namespace hengping::web {

class Canvas {
 public:
  /// Needs a current Dear ImGui context. `ready()` is false where the browser gives no WebGL 2.
  Canvas();
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] bool ready() const { return context_ != 0; }
  void new_frame();
  /// Paints into a canvas of exactly so many device pixels; resizes it only here, for resizing blanks it.
  void render(ImDrawData& data, int width, int height, std::uint32_t background);
  /// Everything on the device is gone; frames may still be built, nothing is painted.
  void lose();
  /// The context is back: makes everything on the device anew.
  void restore();

 private:
  void start_drawing();

  std::uintptr_t context_ = 0;
  bool lost_ = false;
  int width_ = 0, height_ = 0;
};

}  // namespace hengping::web
