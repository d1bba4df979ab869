// Where the shapes of characters come from: on the page the browser's own faces, in tests a twin without a device. A shape is asked for by
// its text, for what is drawn as one may be several characters (text/clusters.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace hengping::ui {

enum class Weight : std::uint8_t { regular, semibold };

/// The extent of what is drawn as one at one size, in device pixels, relative to its origin on the baseline; `top` is positive above it.
struct GlyphExtent {
  float advance = 0;
  float left = 0, top = 0, right = 0, bottom = 0;  ///< ink; left >= right means no ink (spaces)
};

/// One shape to draw into a sheet of pixels.
struct GlyphDrawing {
  const char* text = nullptr;    ///< UTF-8; lives as long as the call
  std::uint32_t text_bytes = 0;  ///< of `text`
  float size = 16;               ///< device pixels per em
  Weight weight = Weight::regular;
  float x = 0, baseline = 0;  ///< the origin's place on the sheet, device pixels
  [[nodiscard]] std::string_view words() const { return {text, text_bytes}; }
};

class GlyphSource {
 public:
  virtual ~GlyphSource() = default;
  [[nodiscard]] virtual GlyphExtent measure(std::string_view text, float size, Weight weight) = 0;
  /// Draws all of them with one read-back; `coverage` has width * height bytes and comes cleared.
  virtual void draw(std::span<const GlyphDrawing> drawings, int width, int height,
                    std::span<std::uint8_t> coverage) = 0;
};

}  // namespace hengping::ui
