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
