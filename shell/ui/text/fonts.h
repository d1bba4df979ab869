// The two faces that the app writes with, rasterised on demand by a GlyphSource instead of from a font file.
//
// A glyph's place in the atlas is known as soon as it is asked for; its pixels follow at the end of the frame, for many
// glyphs at once, because reading pixels back from a browser's canvas costs far more than drawing them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <imgui.h>

#include "shell/ui/text/clusters.h"
#include "shell/ui/text/glyph_source.h"
#include "shell/ui/text_layout.h"

namespace hengping::ui {

/// From the top of a line of one em to the baseline, in em: puts an ideograph's square exactly into the line.
inline constexpr float baseline_in_em = 0.88F;

class Fonts {
 public:
  /// Adds both faces to the atlas. Source and atlas must outlive this.
  Fonts(GlyphSource& source, ImFontAtlas& atlas);
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;
  ~Fonts();

  /// Both faces measure at so many device pixels to a CSS px from now on.
  void begin_frame(float ratio);

  /// Draws what the frame asked for into the atlas. Call after the frame was built and before its textures are
  /// uploaded. False if the atlas was moved in this frame, so that text painted before that shows blank: paint once more.
  [[nodiscard]] bool draw_pending();

  [[nodiscard]] Faces faces() const { return {regular_, semibold_}; }
  /// Glyphs drawn since the start: for measurements.
  [[nodiscard]] std::size_t drawn() const { return drawn_; }
  /// The numbers by which its faces know what is drawn as one. They may be others in the next frame.
  [[nodiscard]] static Clusters& clusters(const ImFont& face);

 private:
  friend struct FontLoading;
  struct Pending {
    GlyphDrawing drawing;  ///< x and baseline relative to the glyph's rectangle, without its text
    ImWchar code_point = 0;
    int rectangle = -1;            ///< ImFontAtlasRectId
    int sheet_x = 0, sheet_y = 0;  ///< where the rectangle lies on the sheet
  };

  void draw_sheet(std::size_t first, std::size_t last, int width, int height);

  GlyphSource& source_;
  ImFontAtlas* atlas_;
  ImFont* regular_ = nullptr;
  ImFont* semibold_ = nullptr;
  Clusters clusters_;
  std::vector<Pending> pending_;
  std::vector<std::uint8_t> coverage_;
  const ImTextureData* texture_ = nullptr;  ///< the atlas's at the end of the last frame
  std::size_t drawn_ = 0;
};

}  // namespace hengping::ui
