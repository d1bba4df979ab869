// The canvas: a WebGL 2 context that may be lost and comes back, and what is drawn in it.
#pragma once

#include <cstdint>

#include <imgui.h>

#include "web/renderer.h"

namespace hengping::web {

class Canvas {
 public:
  /// `ready()` is false where the browser gives no WebGL 2. `textures` must outlive this.
  explicit Canvas(ImVector<ImTextureData*>& textures);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] bool ready() const { return ready_; }
  /// Paints into a canvas of exactly so many device pixels; resizes it only here, for resizing blanks it.
  void render(ImDrawData& data, int width, int height, std::uint32_t background);
  /// Everything on the device is gone; frames may still be built, nothing is painted.
  void lose();
  /// The context is back: makes everything on the device anew. False if that failed; the context may have gone again meanwhile.
  [[nodiscard]] bool restore();

 private:
  Renderer renderer_;
  std::uintptr_t context_ = 0;
  bool ready_ = false;
  bool lost_ = false;
  int width_ = 0, height_ = 0;
};

}  // namespace hengping::web
