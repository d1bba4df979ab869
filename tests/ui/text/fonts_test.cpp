#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shell/ui/surface.h"
#include "tests/ui/driver.h"

namespace {

using hengping::ui::GlyphDrawing;
using hengping::ui::GlyphExtent;
using hengping::ui::GlyphSource;
using hengping::ui::Surface;
using hengping::ui::Weight;

/// Ideographs are one em wide, others half; the ink is a solid box, its coverage tells the character.
class BoxGlyphs final : public GlyphSource {
 public:
  GlyphExtent measure(std::string_view text, float size, Weight) override {
    ++measured[std::string(text)];
    std::size_t at = 0;
    const float advance = hengping::ui::next_code_point(text, at) >= 0x2E80 ? size : size / 2;
    if (text == " ") return {.advance = advance};
    return {.advance = advance, .left = 1, .top = size * 0.8F, .right = advance - 1, .bottom = 2};
  }
  void draw(std::span<const GlyphDrawing> drawings, int width, int, std::span<std::uint8_t> coverage) override {
    ++sheets;
    for (const GlyphDrawing& drawing : drawings) {
      drawn.emplace_back(drawing.words(), drawing.size);
      const auto at = static_cast<std::size_t>(drawing.baseline) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(drawing.x);
      coverage[at + 2] = static_cast<std::uint8_t>(drawing.text[0]);
    }
  }
  std::map<std::string, int, std::less<>> measured;
  std::vector<std::pair<std::string, float>> drawn;  // text and size
  int sheets = 0;
};

struct Stage {
  /// Draws texts in one frame; true if all of it shows at once.
  bool frame(std::initializer_list<const char*> texts, float size = 16, float density = 1,
             Weight weight = Weight::regular) {
    surface.begin({0, 0, 800, 600}, density);
    for (const char* text : texts) surface.list().AddText(face(weight), size, {0, 0}, IM_COL32_WHITE, text);
    const bool complete = surface.end();
    hengping::ui::take_textures(surface);
    return complete;
  }
  [[nodiscard]] ImFont* face(Weight weight) const {
    return weight == Weight::semibold ? surface.faces().semibold : surface.faces().regular;
  }
  [[nodiscard]] float width(const char* text, float size) const {
    return face(Weight::regular)->CalcTextSizeA(size, 1e9F, 0, text).x;
  }

  BoxGlyphs glyphs;
  Surface surface{glyphs};
};

}  // namespace

TEST_CASE("ManyCharactersAreDrawnInOneReadBack") {
  Stage stage;
  CHECK(stage.frame({"服务商评价", "Provider 2026"}));
  CHECK(stage.glyphs.sheets == 1);
  CHECK(stage.glyphs.drawn.size() >= 15);
}

TEST_CASE("ACharacterIsDrawnOncePerSizeAndWeight") {
  Stage stage;
  (void)stage.frame({"衡衡衡"});
  const std::size_t drawn = stage.surface.drawn();
  (void)stage.frame({"衡衡"});
  CHECK(stage.surface.drawn() == drawn);
  (void)stage.frame({"衡"}, 16, 1, Weight::semibold);
  (void)stage.frame({"衡"}, 20);
  CHECK(stage.surface.drawn() > drawn + 1);
}

TEST_CASE("CharactersBeyondTheBasicPlaneAreDrawnByTheirCodePoint") {
  Stage stage;
  (void)stage.frame({"𠮷"});
  CHECK(stage.glyphs.measured.contains("𠮷"));
  CHECK(stage.glyphs.measured.find("𠮷")->second == 1);
}

TEST_CASE("AdvancesKeepTheirFractionsAtEveryDensity") {
  Stage stage;
  (void)stage.frame({"a"}, 15, 2);
  CHECK(std::any_of(stage.glyphs.drawn.begin(), stage.glyphs.drawn.end(),
                    [](const auto& drawing) { return drawing == std::pair<std::string, float>("a", 30); }));
  CHECK(stage.width("aaa", 15) == Catch::Approx(22.5F));
  CHECK(stage.width("国国", 15) == Catch::Approx(30.0F));
}

TEST_CASE("EveryWeightIsDrawnAtTheScreensPixelRatio") {
  Stage stage;
  (void)stage.frame({"a"}, 15, 1, Weight::semibold);
  (void)stage.frame({"b"}, 15, 2, Weight::semibold);
  CHECK(std::any_of(stage.glyphs.drawn.begin(), stage.glyphs.drawn.end(),
                    [](const auto& drawing) { return drawing == std::pair<std::string, float>("b", 30); }));
}

TEST_CASE("PixelsReachTheTextureAtTheGlyphsPlace") {
  Stage stage;
  (void)stage.frame({"A国"});
  ImFontBaked* baked = stage.face(Weight::regular)->GetFontBaked(16, 1);
  const ImFontGlyph* glyph = baked->FindGlyphNoFallback('A');
  REQUIRE(glyph != nullptr);
  ImTextureData* texture = stage.surface.textures().back();
  const int left = static_cast<int>(glyph->U0 * static_cast<float>(texture->Width) + 0.5F);
  const int top = static_cast<int>(glyph->V0 * static_cast<float>(texture->Height) + 0.5F);
  const int right = static_cast<int>(glyph->U1 * static_cast<float>(texture->Width) + 0.5F);
  const int bottom = static_cast<int>(glyph->V1 * static_cast<float>(texture->Height) + 0.5F);
  int found = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const auto alpha = static_cast<const unsigned char*>(texture->GetPixelsAt(x, y))[3];
      if (alpha != 0) {
        ++found;
        CHECK(alpha == 'A');
      }
    }
  }
  CHECK(found == 1);
}

TEST_CASE("AnIdeographsSquareFillsItsLine") {
  Stage stage;
  (void)stage.frame({"国"}, 20);
  const ImFontBaked* baked = stage.face(Weight::regular)->GetFontBaked(20, 1);
  CHECK(baked->Ascent == 18);
  CHECK(baked->Ascent - baked->Descent == 20);
}

TEST_CASE("SpacesAdvanceAndPaintNothing") {
  Stage stage;
  (void)stage.frame({"a b"});
  for (const auto& [text, size] : stage.glyphs.drawn) CHECK(text != " ");
}

TEST_CASE("AFrameInWhichTheAtlasGrewAsksToBePaintedAgain") {
  Stage stage;
  REQUIRE(stage.frame({"一"}, 200));
  std::string many;
  for (char32_t c = 0x4E00; c < 0x4E00 + 80; ++c) {
    many += static_cast<char>(0xE0U | (c >> 12U));
    many += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    many += static_cast<char>(0x80U | (c & 0x3FU));
  }
  CHECK_FALSE(stage.frame({many.c_str()}, 200));
  CHECK(stage.frame({many.c_str()}, 200));
}
