// Fields by themselves: what they paint while the live element does not show their text.
#include <imgui.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shell/ui/surface.h"
#include "shell/ui/widgets_form.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

struct Picture {
  std::uint64_t sum = 0;
  int vertices = 0;
  Node field;
};

/// One frame with nothing in it but what `build` draws.
template <class Build>
Picture painted(const Build& build) {
  PlainGlyphs glyphs;
  Surface surface(glyphs);
  Picture picture;
  surface.begin({0, 0, 640, 480}, 1);
  Surroundings around;
  around.width = 640;
  const Theme theme = make_theme(shell::ThemePreference::light, around);
  const Words words;
  Memory memory;
  Frame frame(memory, theme, words, around, surface.faces());
  SemanticTree tree;
  tree.begin_frame();
  frame.begin({}, true);
  build(frame);
  CHECK(frame.settle());
  Painter painter(surface.list(), theme, surface.density());
  frame.paint(painter, tree);
  tree.end_frame();
  static_cast<void>(surface.end());
  take_textures(surface);
  picture.sum = picture_of(surface.data());
  picture.vertices = surface.data().TotalVtxCount;
  for (const Node& node : tree.nodes()) {
    if (node.role == Role::textbox || node.role == Role::textarea) picture.field = node;
  }
  return picture;
}

Picture password(std::string value) {
  return painted([&](Frame& frame) {
    text_field(frame,
               {.key = "field", .label = "口令", .autocomplete = "current-password", .input_type = InputType::password},
               value);
  });
}

Picture area(std::string value) {
  return painted([&](Frame& frame) { text_area(frame, {.key = "field", .label = "意见"}, value, 3); });
}

}  // namespace

TEST_CASE("a password is painted as dots, one for each character, and never as what it says") {
  CHECK(password("ab").sum == password("cd").sum);
  CHECK(password("\xF0\xA0\xAE\xB7z").sum == password("cd").sum);
  CHECK(password("abc").vertices == password("ab").vertices + 4);
  CHECK(password("ab").field.input_type == InputType::password);
  CHECK(password("ab").field.autocomplete == "current-password");
}

TEST_CASE("of a long text as many lines are painted as there is room for, and the last says that it goes on") {
  const Picture three = area("一\n二\n三");
  const Picture four = area("一\n二\n三\n四");
  constexpr int glyph = 4;  // vertices
  CHECK(four.vertices == three.vertices + glyph);
  CHECK(area("一\n二\n三\n四\n五\n六").vertices == four.vertices);
  std::string long_text;
  for (int count = 0; count < 400; ++count) long_text += "字";
  const int all_of_it = area(long_text).vertices;
  CHECK(area(long_text + long_text).vertices == all_of_it);
  CHECK(all_of_it < three.vertices + 3 * 640 / 14 * glyph);
  CHECK(area(long_text).field.value == long_text);
}

}  // namespace hengping::ui
