// Where the characters of a painted text come to lie, and how finely they are drawn.
#include <imgui.h>

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shell/ui/frame.h"
#include "shell/ui/memory.h"
#include "shell/ui/painter.h"
#include "shell/ui/surface.h"
#include "shell/ui/text/fonts.h"
#include "shell/ui/widgets_form.h"
#include "shell/ui/widgets_table.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

/// A face whose 1 is narrow, as in many Latin faces.
class ProportionalGlyphs final : public GlyphSource {
 public:
  GlyphExtent measure(std::string_view text, float size, Weight) override {
    std::size_t at = 0;
    const char32_t code_point = next_code_point(text, at);
    float advance = size * (code_point == '1' ? 0.3F : code_point >= 0x2E80 ? 1.0F : 0.5F);
    if (advance_by_bytes) advance *= static_cast<float>(text.size());
    return {.advance = advance, .left = advance * 0.25F, .top = size * 0.7F, .right = advance * 0.75F, .bottom = 0};
  }
  void draw(std::span<const GlyphDrawing> drawings, int, int, std::span<std::uint8_t>) override {
    for (const GlyphDrawing& drawing : drawings) drawn.emplace_back(drawing.words(), drawing.size);
  }
  [[nodiscard]] bool drew(std::string_view text, float size) const {
    return std::find(drawn.begin(), drawn.end(), std::pair{std::string(text), size}) != drawn.end();
  }
  bool advance_by_bytes = false;
  std::vector<std::pair<std::string, float>> drawn;
};

struct Span {
  float left = 0, right = 0;
};

struct Stage {
  /// Paints one line from (0, 0); where each of its characters lies, CSS px.
  std::vector<Span> paint(std::string_view text, bool tabular, const Rect& shown = {0, 0, 800, 600}, float zoom = 1) {
    surface.begin(shown, 1, zoom);
    Painter painter(surface.list(), theme, surface.density());
    face.tabular = tabular;
    painter.text(face, text, 0, 0, rgb(0));
    width = text_width(face, text);
    CHECK(surface.end());
    take_textures(surface);
    std::vector<Span> spans;
    const ImVector<ImDrawVert>& corners = surface.list().VtxBuffer;
    for (int first = 0; first + 3 < corners.Size; first += 4)
      spans.push_back({corners[first].pos.x, corners[first + 2].pos.x});
    return spans;
  }

  ProportionalGlyphs glyphs;
  Surface surface{glyphs};
  Theme theme;
  Face face{surface.faces().regular, 20, false};
  float width = 0;
};

float middle(const Span& span) { return (span.left + span.right) / 2; }

}  // namespace

TEST_CASE("tabular figures stand below each other, whatever their digits") {
  Stage stage;
  const std::vector<Span> ones = stage.paint("1111.11", true);
  const float narrow = stage.width;
  const std::vector<Span> others = stage.paint("2026.88", true);
  CHECK(narrow == Catch::Approx(stage.width));
  REQUIRE(ones.size() == others.size());
  for (std::size_t index = 0; index < ones.size(); ++index)
    CHECK(std::abs(middle(ones[index]) - middle(others[index])) <= 1);  // each on whole pixels
  static_cast<void>(stage.paint("1111.11", false));
  CHECK(stage.width < narrow - 20);
}

TEST_CASE("tabular figures leave letters and ideographs as they are") {
  Stage stage;
  static_cast<void>(stage.paint("ab 元", false));
  const float plain = stage.width;
  static_cast<void>(stage.paint("ab 元", true));
  CHECK(stage.width == Catch::Approx(plain));
}

namespace {

/// The middles of all glyphs painted in `marked` by what `build` draws, in their order.
template <class Build>
std::vector<float> middles_of(Stage& stage, Color marked, const Build& build) {
  Memory memory;
  const Surroundings around;
  Theme theme = make_theme(shell::ThemePreference::system, around);
  theme.ink = marked;
  const Words words;
  stage.surface.begin({0, 0, around.width, around.height}, 1);
  Frame frame(memory, theme, words, around, stage.surface.faces());
  for (int attempt = 0; attempt < 3; ++attempt) {
    frame.begin({}, true);
    build(frame);
    if (frame.settle()) break;
  }
  Painter painter(stage.surface.list(), theme, stage.surface.density());
  SemanticTree tree;
  tree.begin_frame();
  frame.paint(painter, tree);
  tree.end_frame();
  CHECK(stage.surface.end());
  take_textures(stage.surface);
  std::vector<float> middles;
  const ImVector<ImDrawVert>& corners = stage.surface.list().VtxBuffer;
  for (int first = 0; first + 3 < corners.Size; ++first) {
    if (corners[first].col != marked) continue;
    middles.push_back((corners[first].pos.x + corners[first + 2].pos.x) / 2);
    first += 3;
  }
  return middles;
}

constexpr Color marked = rgb(0x123457);

}  // namespace

TEST_CASE("the figures of a table's column stand below each other") {
  Stage stage;
  const std::vector<float> middles = middles_of(stage, marked, [](Frame& frame) {
    const std::vector<Column> columns{{.title = "on"}, {.title = "amount", .align = Align::end}};
    Table table(frame, {.key = "table", .name = "figures", .columns = columns, .rows = 2}, nullptr);
    table.rows([&](std::size_t row, Table& cells) {
      cells.text(row == 0 ? "2011" : "2026", {.color = marked});
      cells.number(row == 0 ? "1111" : "8888", marked);
    });
  });
  REQUIRE(middles.size() == 16);
  for (std::size_t index = 0; index < 8; ++index) CHECK(std::abs(middles[index] - middles[index + 8]) <= 1);
}

TEST_CASE("a field for numbers or a day paints figures of one width, a field for text does not") {
  const auto painted = [](InputType type, std::string value) {
    Stage stage;
    return middles_of(stage, marked, [&](Frame& frame) {
      if (type == InputType::date) {
        date_field(frame, {.key = "day", .label = "day"}, value, CivilDate());
      } else {
        text_field(frame, {.key = "field", .label = "field", .input_type = type}, value);
      }
    });
  };
  const auto same = [](const std::vector<float>& ones, const std::vector<float>& others) {
    REQUIRE(ones.size() == others.size());
    REQUIRE(ones.size() >= 4);
    return std::equal(ones.begin(), ones.end(), others.begin(),
                      [](float one, float other) { return std::abs(one - other) <= 1; });
  };
  CHECK(same(painted(InputType::decimal, "1111"), painted(InputType::decimal, "8888")));
  CHECK(same(painted(InputType::integer, "1111"), painted(InputType::integer, "8888")));
  CHECK(same(painted(InputType::date, "2011-11-11"), painted(InputType::date, "2026-08-28")));
  CHECK_FALSE(same(painted(InputType::text, "1111"), painted(InputType::text, "8888")));
}

TEST_CASE("what is drawn as one is asked for as a whole, and takes one place") {
  Stage stage;
  const auto whole = [&](std::string_view text, std::string_view cluster) {
    INFO(text);
    const std::size_t count = stage.paint(text, false).size();
    CHECK(stage.glyphs.drew(cluster, 20));
    return count;
  };
  CHECK(whole("葛\U000E0100城", "葛\U000E0100") == 2);
  CHECK(whole("cafe\u0301", "e\u0301") == 4);
  CHECK(whole("ئۇيغۇر", "ئۇيغۇر") == 1);
  CHECK(whole("བོད་ཡིག", "བོད་") == 2);
  for (const std::string_view part : {"葛", "\U000E0100", "e", "\u0301", "ئ", "བ"})
    CHECK_FALSE(stage.glyphs.drew(part, 20));
  CHECK(stage.width < 20 * 2.5F);
}

TEST_CASE("words from right to left follow each other from right to left") {
  Stage stage;
  // three words of one letter's width each, as the glyph source has it
  const std::vector<Span> spans = stage.paint("甲 ئۇ يغۇر قا 乙", false);
  REQUIRE(spans.size() == 5);
  CHECK(spans[0].left < spans[3].left);
  CHECK(spans[3].left < spans[2].left);
  CHECK(spans[2].left < spans[1].left);
  CHECK(spans[1].left < spans[4].left);
  const std::vector<Span> plain = stage.paint("甲 ab cd 乙", false);
  CHECK(std::is_sorted(plain.begin(), plain.end(), [](const Span& a, const Span& b) { return a.left < b.left; }));
}

TEST_CASE("a word too long for a sheet of glyphs is painted coarser rather than not at all") {
  Stage stage;
  std::string word;
  for (int letter = 0; letter < 40; ++letter) word += "ي";
  stage.glyphs.advance_by_bytes = true;
  const std::vector<Span> spans = stage.paint(word, false, {0, 0, 4000, 600}, 3);
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].right - spans[0].left == Catch::Approx(stage.width / 2).margin(2));
}

TEST_CASE("numbers for clusters are given out anew before they run out") {
  Stage stage;
  std::string many;
  for (char32_t base = 0x4E00; base < 0x4E00 + 1600; ++base) {
    many += static_cast<char>(0xE0U | (base >> 12U));
    many += static_cast<char>(0x80U | (base >> 6U & 0x3FU));
    many += static_cast<char>(0x80U | (base & 0x3FU));
    many += "\u0301";
  }
  stage.face.size = 8;
  stage.surface.begin({0, 0, 800, 600}, 1);
  static_cast<void>(text_width(stage.face, many));
  Clusters& clusters = Fonts::clusters(*stage.face.font);
  CHECK(clusters.size() == 1600);
  static_cast<void>(stage.surface.end());
  take_textures(stage.surface);
  CHECK(stage.paint("葛\U000E0100e\u0301", false).size() == 2);
  CHECK(clusters.size() == 2);
  CHECK(stage.glyphs.drew("葛\U000E0100", 8));
}

TEST_CASE("a magnified page keeps its lines and is drawn finer") {
  Stage stage;
  static_cast<void>(stage.paint("2026国", false));
  const float before = stage.width;
  CHECK(stage.glyphs.drew("国", 20));
  const std::vector<Span> spans = stage.paint("2026国", false, {0, 0, 200, 100}, 3);
  CHECK(stage.width == before);
  CHECK(stage.glyphs.drew("国", 60));
  REQUIRE(spans.size() == 5);
  for (const Span& span : spans) {
    CHECK(span.left * 3 == Catch::Approx(std::round(span.left * 3)).margin(0.001));
    CHECK(span.right * 3 == Catch::Approx(std::round(span.right * 3)).margin(0.001));
  }
}

TEST_CASE("of a magnified page only what shows is drawn finer") {
  Stage stage;
  // what shows is 100 px from the hundredth on: 元 and 国 are far to its left and right
  const std::vector<Span> spans =
      stage.paint("元              8                              国", false, {100, 0, 100, 100}, 3);
  CHECK(stage.glyphs.drew("8", 60));
  CHECK_FALSE(stage.glyphs.drew("元", 60));
  CHECK_FALSE(stage.glyphs.drew("国", 60));
  CHECK(spans.size() >= 1);
  const ImDrawData& data = stage.surface.data();
  CHECK(data.DisplayPos.x == 100);
  CHECK(data.FramebufferScale.x == 3);
}

}  // namespace hengping::ui
