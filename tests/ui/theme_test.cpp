#include "shell/ui/theme.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>

namespace hengping::ui {

namespace {

void check_readable(const Theme& theme) {
  for (const Color ground : {theme.page, theme.surface, theme.raised, theme.sunken}) {
    CHECK(contrast(theme.ink, ground) >= 7);
    CHECK(contrast(theme.ink_secondary, ground) >= 4.5);
    CHECK(contrast(theme.ink_muted, ground) >= 4.5);
    CHECK(contrast(theme.accent.ink, ground) >= 4.5);
    CHECK(contrast(theme.negative.ink, ground) >= 4.5);
    CHECK(contrast(theme.caution.ink, ground) >= 4.5);
    CHECK(contrast(theme.positive.ink, ground) >= 4.5);
    CHECK(contrast(theme.focus, ground) >= 3);
    for (const Color series : theme.series) CHECK(contrast(series, ground) >= 3);
  }
  CHECK(contrast(theme.outline, theme.surface) >= 3);
  for (const Tone tone : {Tone::neutral, Tone::accent, Tone::positive, Tone::caution, Tone::negative}) {
    CHECK(contrast(theme.tone(tone).ink, theme.tone(tone).soft) >= 4.5);
    CHECK(contrast(theme.tone(tone).on_solid, theme.tone(tone).solid) >= 4.5);
    CHECK(contrast(theme.tone(tone).solid, theme.surface) >= 2.5);
    CHECK(contrast(theme.ink, theme.tone(tone).soft) >= 7);
    CHECK(contrast(theme.ink_secondary, theme.tone(tone).soft) >= 4.5);
  }
  CHECK(contrast(theme.accent.on_solid, theme.accent_hover) >= 3);
  CHECK(contrast(theme.negative.on_solid, theme.negative_hover) >= 3);
}

}  // namespace

TEST_CASE("every text can be read on every ground, in light, dark and high contrast") {
  for (const bool dark : {false, true}) {
    for (const auto& [more, forced] : {std::pair{false, false}, {true, false}, {true, true}}) {
      Surroundings around;
      around.dark = dark;
      around.more_contrast = more;
      around.forced_colors = forced;
      INFO("dark " << dark << ", more contrast " << more << ", forced colours " << forced);
      check_readable(make_theme(shell::ThemePreference::system, around));
    }
  }
}

TEST_CASE("where colours are forced the page takes the system's, whichever they are") {
  Surroundings around;
  around.forced_colors = true;
  SECTION("yellow on black, as many have it") {
    around.system_colors = {.canvas_text = 0xFFFF00,
                            .canvas = 0x000000,
                            .link_text = 0x00FFFF,
                            .highlight = 0x00FF00,
                            .highlight_text = 0x000000,
                            .button_text = 0xFFFFFF,
                            .gray_text = 0x9A9A9A};
    const Theme theme = make_theme(shell::ThemePreference::light, around);
    check_readable(theme);
    CHECK(theme.forced);
    CHECK(theme.dark);  // the ground decides, not what was chosen for the page
    CHECK(theme.page == rgb(0x000000));
    CHECK(theme.surface == rgb(0x000000));
    CHECK(theme.ink == rgb(0xFFFF00));
    CHECK(theme.ink_disabled == rgb(0x9A9A9A));
    CHECK(theme.accent.ink == rgb(0x00FFFF));
    CHECK(theme.accent.solid == rgb(0x00FF00));
    CHECK(theme.accent.on_solid == rgb(0x000000));
    CHECK(theme.focus == rgb(0x00FF00));
    CHECK(theme.outline == rgb(0xFFFFFF));
    for (const Tone tone : {Tone::neutral, Tone::positive, Tone::caution, Tone::negative})
      CHECK(theme.tone(tone).ink == rgb(0xFFFF00));
  }
  SECTION("colours that cannot be read on the ground give way to the text's") {
    around.system_colors = {.canvas_text = 0x101010,
                            .canvas = 0xFFFBF0,
                            .link_text = 0xFFD0D0,
                            .highlight = 0xFFFF80,
                            .highlight_text = 0xFFFFFF,
                            .button_text = 0xFAFAFA,
                            .gray_text = 0xF0F0F0};
    const Theme theme = make_theme(shell::ThemePreference::dark, around);
    check_readable(theme);
    CHECK_FALSE(theme.dark);
    CHECK(theme.page == rgb(0xFFFBF0));
    for (const Color color : {theme.accent.ink, theme.accent.solid, theme.focus, theme.outline, theme.ink_disabled})
      CHECK(color == rgb(0x101010));
  }
  SECTION("a text that cannot be read on its ground gives way to black and white") {
    around.system_colors = {.canvas_text = 0x777777, .canvas = 0x888888};
    const Theme light = make_theme(shell::ThemePreference::light, around);
    CHECK(light.ink == rgb(0x000000));
    CHECK(light.page == rgb(0xFFFFFF));
    CHECK(make_theme(shell::ThemePreference::dark, around).page == rgb(0x000000));
    check_readable(light);
  }
  SECTION("what lies over a ground under the pointer leaves the text readable") {
    around.system_colors = {.canvas_text = 0xFFFFFF, .canvas = 0x000000};
    const Theme theme = make_theme(shell::ThemePreference::system, around);
    CHECK((theme.pressed >> 24U) < 0x40U);
    CHECK((theme.hover & 0xFFFFFFU) == (theme.ink & 0xFFFFFFU));
  }
}

TEST_CASE("a chosen theme wins over the system's") {
  Surroundings around;
  around.dark = true;
  CHECK(make_theme(shell::ThemePreference::system, around).dark);
  CHECK_FALSE(make_theme(shell::ThemePreference::light, around).dark);
  around.dark = false;
  CHECK(make_theme(shell::ThemePreference::dark, around).dark);
}

TEST_CASE("sizes follow the user's text size and the finger") {
  Surroundings around;
  const Theme plain = make_theme(shell::ThemePreference::system, around);
  CHECK(plain.size(TextSize::body) == 14);
  around.text_scale = 2;
  CHECK(make_theme(shell::ThemePreference::system, around).size(TextSize::body) == 28);
  around.text_scale = 1;
  around.touch = true;
  CHECK(make_theme(shell::ThemePreference::system, around).control_height >= 44);
}

TEST_CASE("colours are stated as 0xRRGGBBAA") {
  CHECK(rgba(rgb(0x123456)) == 0x123456FFU);
  CHECK(rgba(rgb(0x123456, 0x78)) == 0x12345678U);
}

}  // namespace hengping::ui
