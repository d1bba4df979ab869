// What a frame is painted on: triangles, the pictures of characters and the two faces. Of Dear ImGui only its drawing and its atlas of
// glyphs are used; its windows, tables, input and error messages are never asked for, and so are not part of the page.
#pragma once

#include <imgui.h>

#include <memory>

#include "shell/ui/semantics.h"
#include "shell/ui/text/glyph_source.h"
#include "shell/ui/text_layout.h"

namespace hengping::ui {

class Surface {
 public:
  /// The source must live as long as the surface does.
  explicit Surface(GlyphSource& glyphs);
  ~Surface();
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;

  /// Begins a frame. `shown` is the part of the page that will be seen, CSS px. Text is measured at `ratio` device pixels to a CSS px;
  /// `zoom` times as many are painted, so that a magnified page keeps its lines and is sharp all the same.
  void begin(const Rect& shown, float ratio, float zoom = 1);
  /// Ends it: draws the characters that were new. False if their sheet was moved meanwhile, so that text painted before that shows blank:
  /// paint once more.
  [[nodiscard]] bool end();

  /// Of the frame under way; its clip is what is shown.
  [[nodiscard]] ImDrawList& list();
  /// Device pixels to a CSS px that are painted.
  [[nodiscard]] float density() const;
  [[nodiscard]] Faces faces() const;
  /// What the last frame painted, for a renderer.
  [[nodiscard]] ImDrawData& data();
  /// What a renderer keeps on its device; the same list as long as the surface lives. It sets the status of each.
  [[nodiscard]] ImVector<ImTextureData*>& textures();
  /// Characters drawn since the start: for measurements.
  [[nodiscard]] std::size_t drawn() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hengping::ui
