#include "shell/ui/text/fonts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <string_view>

#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include "core/base/order.h"

namespace hengping::ui {

namespace {

/// Empty pixels around a glyph's ink, so that smoothing at its edge is neither cut nor mixed with a neighbour's.
constexpr int margin = 1;
/// Side of the sheet that many glyphs are drawn on for one read-back.
constexpr int sheet_side = 1024;
constexpr float reference_size = 16.0F;

/// A page that has used up so many numbers for clusters gets them anew, before it runs out.
constexpr std::size_t many_clusters = Clusters::most * 3 / 4;

bool is_control(ImWchar code_point) { return code_point < 0x20U || (code_point >= 0x7FU && code_point < 0xA0U); }

/// A code point in UTF-8, or the cluster whose number it is.
class Said {
 public:
  Said(const Clusters& clusters, ImWchar code_point) {
    if (Clusters::is_number(code_point)) {
      words_ = clusters.text(code_point);
      return;
    }
    const int bytes = ImTextCharToUtf8(own_.data(), code_point);
    words_ = {own_.data(), static_cast<std::size_t>(bytes)};
  }
  Said(const Said&) = delete;
  Said& operator=(const Said&) = delete;
  [[nodiscard]] std::string_view words() const { return words_; }

 private:
  std::array<char, 5> own_{};
  std::string_view words_;
};

}  // namespace

/// The functions that Dear ImGui calls for a face; they find their Fonts through the atlas.
struct FontLoading {
  static Fonts& owner(const ImFontAtlas& atlas) { return *static_cast<Fonts*>(atlas.UserData); }

  static bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code_point) { return !is_control(code_point); }

  static bool begin_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = std::round(baseline_in_em * baked->Size);
    baked->Descent = baked->Ascent - baked->Size;
    return true;
  }

  static bool load(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code_point,
                   ImFontGlyph* glyph, float* advance) {
    if (is_control(code_point)) return false;
    Fonts& fonts = owner(*atlas);
    const float density = config->RasterizerDensity * baked->RasterizerDensity;
    const float size = baked->Size * density;
    const auto weight = static_cast<Weight>(config->FontLoaderFlags);
    const Said said(fonts.clusters_, code_point);
    const GlyphExtent extent = fonts.source_.measure(said.words(), size, weight);
    if (advance != nullptr) {
      *advance = extent.advance / density;
      return true;
    }
    glyph->Codepoint = code_point & 0x3FFFFFFU;
    glyph->AdvanceX = extent.advance / density;
    if (extent.left >= extent.right || extent.top + extent.bottom <= 0) return true;

    // a word may be longer than any sheet: then its picture is coarser than the screen, and is stretched
    const float room = static_cast<float>(sheet_side - 2 * margin - 2);
    const float fineness = std::min(1.0F, room / (extent.right - extent.left));
    const int left = static_cast<int>(std::floor(extent.left * fineness)) - margin;
    const int right = static_cast<int>(std::ceil(extent.right * fineness)) + margin;
    const int top = static_cast<int>(std::ceil(extent.top * fineness)) + margin;
    const int bottom = static_cast<int>(std::ceil(extent.bottom * fineness)) + margin;
    const int width = right - left;
    const int height = top + bottom;
    if (width > sheet_side || height > sheet_side) return false;
    const ImFontAtlasRectId rectangle = ImFontAtlasPackAddRect(atlas, width, height);
    if (rectangle == ImFontAtlasRectId_Invalid) return false;  // the atlas is as large as the device allows
    const float baseline = std::round(baseline_in_em * size) / density;
    const float fine = density * fineness;
    glyph->X0 = static_cast<float>(left) / fine;
    glyph->X1 = static_cast<float>(right) / fine;
    glyph->Y0 = baseline - static_cast<float>(top) / fine;
    glyph->Y1 = baseline + static_cast<float>(bottom) / fine;
    glyph->Visible = true;
    glyph->PackId = rectangle;
    fonts.pending_.push_back({.drawing = {.size = size * fineness,
                                          .weight = weight,
                                          .x = static_cast<float>(-left),
                                          .baseline = static_cast<float>(top)},
                              .code_point = code_point,
                              .rectangle = rectangle});
    return true;
  }

  static const ImFontLoader& loader() {
    static const ImFontLoader instance = [] {
      ImFontLoader made;
      made.Name = "hengping_glyph_source";
      made.FontSrcContainsGlyph = contains;
      made.FontBakedInit = begin_size;
      made.FontBakedLoadGlyph = load;
      return made;
    }();
    return instance;
  }
};

Fonts::Fonts(GlyphSource& source, ImFontAtlas& atlas) : source_(source), atlas_(&atlas) {
  atlas_->UserData = this;
  // Large from the start: growing moves every glyph and costs a second painting of the frame.
  atlas_->TexMinWidth = 1024;
  atlas_->TexMinHeight = 1024;
  // What every WebGL 2 device offers in practice; at 48 device pixels an em this holds 7,000 characters.
  atlas_->TexMaxWidth = 4096;
  atlas_->TexMaxHeight = 4096;
  atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors;
  const auto add = [this](Weight weight) {
    ImFontConfig config;
    config.FontLoader = &FontLoading::loader();
    config.FontLoaderFlags = static_cast<unsigned>(weight);
    config.SizePixels = reference_size;
    config.EllipsisChar = 0x2026;
    return atlas_->AddFont(&config);
  };
  regular_ = add(Weight::regular);
  semibold_ = add(Weight::semibold);
}

Fonts::~Fonts() { atlas_->UserData = nullptr; }

Clusters& Fonts::clusters(const ImFont& face) { return FontLoading::owner(*face.ContainerAtlas).clusters_; }

void Fonts::begin_frame(float ratio) {
  if (clusters_.size() > many_clusters) {
    for (ImFont* face : {regular_, semibold_}) ImFontAtlasFontDiscardBakes(atlas_, face, 0);
    clusters_.clear();
  }
  for (ImFont* face : {regular_, semibold_}) face->CurrentRasterizerDensity = ratio;
}

bool Fonts::draw_pending() {
  const bool moved = texture_ != nullptr && texture_ != atlas_->TexData;
  texture_ = atlas_->TexData;
  if (pending_.empty()) return !moved;
  // Faces and sizes together: every change of the canvas's font costs.
  put_in_order(pending_, [](const Pending& a, const Pending& b) {
    return a.drawing.size != b.drawing.size ? a.drawing.size < b.drawing.size : a.drawing.weight < b.drawing.weight;
  });

  std::size_t first = 0;
  int x = 0;
  int y = 0;
  int shelf = 0;
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    Pending& pending = pending_[i];
    const ImTextureRect* rectangle = ImFontAtlasPackGetRectSafe(atlas_, pending.rectangle);
    if (rectangle == nullptr) {
      pending.rectangle = ImFontAtlasRectId_Invalid;  // discarded again within the frame
      continue;
    }
    if (x + rectangle->w > sheet_side) {
      x = 0;
      y += shelf;
      shelf = 0;
    }
    if (y + rectangle->h > sheet_side) {
      draw_sheet(first, i, sheet_side, y + shelf);
      first = i;
      x = y = shelf = 0;
    }
    pending.drawing.x += static_cast<float>(x);
    pending.drawing.baseline += static_cast<float>(y);
    pending.sheet_x = x;
    pending.sheet_y = y;
    x += rectangle->w;
    shelf = std::max(shelf, static_cast<int>(rectangle->h));
  }
  draw_sheet(first, pending_.size(), y > 0 ? sheet_side : x, y + shelf);
  drawn_ += pending_.size();
  pending_.clear();
  return !moved;
}

void Fonts::draw_sheet(std::size_t first, std::size_t last, int width, int height) {
  std::vector<GlyphDrawing> drawings;
  drawings.reserve(last - first);
  std::deque<Said> said;
  for (std::size_t i = first; i < last; ++i) {
    if (pending_[i].rectangle == ImFontAtlasRectId_Invalid) continue;
    const std::string_view words = said.emplace_back(clusters_, pending_[i].code_point).words();
    GlyphDrawing& drawing = drawings.emplace_back(pending_[i].drawing);
    drawing.text = words.data();
    drawing.text_bytes = static_cast<std::uint32_t>(words.size());
  }
  if (drawings.empty()) return;
  coverage_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
  source_.draw(drawings, width, height, coverage_);
  ImTextureData* texture = atlas_->TexData;
  for (std::size_t i = first; i < last; ++i) {
    const Pending& pending = pending_[i];
    if (pending.rectangle == ImFontAtlasRectId_Invalid) continue;
    const ImTextureRect* rectangle = ImFontAtlasPackGetRect(atlas_, pending.rectangle);
    const std::size_t start = static_cast<std::size_t>(pending.sheet_y) * static_cast<std::size_t>(width) +
                              static_cast<std::size_t>(pending.sheet_x);
    ImFontAtlasTextureBlockConvert(coverage_.data() + start, ImTextureFormat_Alpha8, width,
                                   static_cast<unsigned char*>(texture->GetPixelsAt(rectangle->x, rectangle->y)),
                                   texture->Format, texture->GetPitch(), rectangle->w, rectangle->h);
    ImFontAtlasTextureBlockQueueUpload(atlas_, texture, rectangle->x, rectangle->y, rectangle->w, rectangle->h);
  }
}

}  // namespace hengping::ui

// Dear ImGui is built to take its loader from here (cmake/third_party.cmake), for it would link a rasteriser of its own otherwise.
const ImFontLoader* ImGuiFreeType::GetFontLoader() { return &hengping::ui::FontLoading::loader(); }
