#include "shell/ui/surface.h"

#include <imgui_internal.h>

#include "shell/ui/text/fonts.h"

namespace hengping::ui {

// Dear ImGui's own frame does with these what Surface does here (imgui.cpp: NewFrame, Render); all that depends on how it is made inside
// stands in this file and in text/fonts.cpp.
struct Surface::Parts {
  explicit Parts(GlyphSource& glyphs) {
    shared.FontAtlas = &atlas;
    shared.CurveTessellationTol = 1.25F;
    shared.SetCircleTessellationMaxError(0.3F);
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex |
                          ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
    // before the first face: from then on the atlas tells the list of every move
    ImFontAtlasAddDrawListSharedData(&atlas, &shared);
    fonts = std::make_unique<Fonts>(glyphs, atlas);
  }
  ~Parts() {
    fonts.reset();
    ImFontAtlasRemoveDrawListSharedData(&atlas, &shared);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  ImFontAtlas atlas;
  ImDrawListSharedData shared;
  ImDrawList list{&shared};
  ImDrawData data;
  std::unique_ptr<Fonts> fonts;
  ImVec2 position, size;
  float density = 1;
  int frame = 0;
};

Surface::Surface(GlyphSource& glyphs) : parts_(std::make_unique<Parts>(glyphs)) {}
Surface::~Surface() = default;

void Surface::begin(const Rect& shown, float ratio, float zoom) {
  Parts& parts = *parts_;
  parts.position = {shown.x, shown.y};
  parts.size = {shown.width, shown.height};
  parts.density = ratio * zoom;
  ImFontAtlasUpdateNewFrame(&parts.atlas, ++parts.frame, true);
  ImFontAtlasUpdateDrawListsSharedData(&parts.atlas);
  parts.fonts->begin_frame(ratio);
  const ImVec2 end{shown.x + shown.width, shown.y + shown.height};
  parts.shared.ClipRectFullscreen = {shown.x, shown.y, end.x, end.y};
  parts.list._ResetForNewFrame();
  parts.list.PushTexture(parts.atlas.TexRef);
  parts.list.PushClipRect(parts.position, end, false);
}

bool Surface::end() {
  Parts& parts = *parts_;
  parts.data.Clear();
  parts.data.Valid = true;
  parts.data.DisplayPos = parts.position;
  parts.data.DisplaySize = parts.size;
  parts.data.FramebufferScale = {parts.density, parts.density};
  parts.data.AddDrawList(&parts.list);
  parts.data.Textures = &parts.atlas.TexList;
  return parts.fonts->draw_pending();
}

ImDrawList& Surface::list() { return parts_->list; }
float Surface::density() const { return parts_->density; }
Faces Surface::faces() const { return parts_->fonts->faces(); }
ImDrawData& Surface::data() { return parts_->data; }
ImVector<ImTextureData*>& Surface::textures() { return parts_->atlas.TexList; }
std::size_t Surface::drawn() const { return parts_->fonts->drawn(); }

}  // namespace hengping::ui
