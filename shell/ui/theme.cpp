#include "shell/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace hengping::ui {

namespace {

double channel(Color color, unsigned shift) {
  const double value = static_cast<double>((color >> shift) & 0xFFU) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 8) + 0.0722 * channel(color, 16);
}

void paint_light(Theme& theme) {
  theme.page = rgb(0xF4F5F7);
  theme.surface = rgb(0xFFFFFF);
  theme.raised = rgb(0xFFFFFF);
  theme.sunken = rgb(0xF8F9FB);
  theme.hover = rgb(0x1B2740, 11);
  theme.pressed = rgb(0x1B2740, 24);
  theme.hairline = rgb(0xE4E7EC);
  theme.outline = rgb(0x8A92A1);
  theme.ink = rgb(0x161A21);
  theme.ink_secondary = rgb(0x474E5B);
  theme.ink_muted = rgb(0x626A78);
  theme.ink_disabled = rgb(0x9AA1AD);
  theme.focus = rgb(0x1F56C4);
  theme.scrim = rgb(0x0E131C, 112);
  theme.shadow = rgb(0x0E1A33);
  theme.accent_hover = rgb(0x194AAB);
  theme.accent_pressed = rgb(0x153F92);
  theme.negative_hover = rgb(0x971F18);
  theme.neutral = {rgb(0x474E5B), rgb(0xEFF1F4), rgb(0x474E5B), rgb(0xFFFFFF), rgb(0xD5D9E0)};
  theme.accent = {rgb(0x1D51B8), rgb(0xEAF0FC), rgb(0x1F56C4), rgb(0xFFFFFF), rgb(0xBFD1F4)};
  theme.positive = {rgb(0x166A39), rgb(0xE6F4EB), rgb(0x1B7A43), rgb(0xFFFFFF), rgb(0xB5DDC4)};
  theme.caution = {rgb(0x855000), rgb(0xFDF2DF), rgb(0x9A5D00), rgb(0xFFFFFF), rgb(0xF0D6A6)};
  theme.negative = {rgb(0xAE241C), rgb(0xFCEDEC), rgb(0xB3261E), rgb(0xFFFFFF), rgb(0xF1C4C0)};
  theme.series = {rgb(0x1F56C4), rgb(0x1B7A43), rgb(0x9A5D00), rgb(0xB3261E), rgb(0x7A3DB8), rgb(0x5F6775)};
}

void paint_dark(Theme& theme) {
  theme.page = rgb(0x101216);
  theme.surface = rgb(0x191C22);
  theme.raised = rgb(0x21252C);
  theme.sunken = rgb(0x15181D);
  theme.hover = rgb(0xFFFFFF, 13);
  theme.pressed = rgb(0xFFFFFF, 28);
  theme.hairline = rgb(0x2B3038);
  theme.outline = rgb(0x717989);
  theme.ink = rgb(0xECEEF2);
  theme.ink_secondary = rgb(0xBAC1CC);
  theme.ink_muted = rgb(0x98A0AD);
  theme.ink_disabled = rgb(0x646C79);
  theme.focus = rgb(0x8FB4FF);
  theme.scrim = rgb(0x000000, 150);
  theme.shadow = rgb(0x000000);
  theme.accent_hover = rgb(0x4F7DE6);
  theme.accent_pressed = rgb(0x2F5FCF);
  theme.negative_hover = rgb(0xD24B42);
  theme.neutral = {rgb(0xBAC1CC), rgb(0x272C34), rgb(0x5A6372), rgb(0xFFFFFF), rgb(0x3A414C)};
  theme.accent = {rgb(0x9DBDFF), rgb(0x1C2A48), rgb(0x3A6CE0), rgb(0xFFFFFF), rgb(0x2F4677)};
  theme.positive = {rgb(0x7AD8A2), rgb(0x15301F), rgb(0x24834C), rgb(0xFFFFFF), rgb(0x245238)};
  theme.caution = {rgb(0xF0BF72), rgb(0x342811), rgb(0x96600A), rgb(0xFFFFFF), rgb(0x5C4417)};
  theme.negative = {rgb(0xFF9F97), rgb(0x3B1D1B), rgb(0xC63A32), rgb(0xFFFFFF), rgb(0x6B2C28)};
  theme.series = {rgb(0x7FA8FF), rgb(0x5CC48A), rgb(0xE0A94F), rgb(0xFF8A80), rgb(0xC59BFF), rgb(0x9AA3B2)};
}

void sharpen(Theme& theme) {
  theme.ink = theme.dark ? rgb(0xFFFFFF) : rgb(0x000000);
  theme.ink_secondary = theme.ink_muted = theme.dark ? rgb(0xE6E9EE) : rgb(0x22262E);
  theme.ink_disabled = theme.dark ? rgb(0xA9B0BB) : rgb(0x5B626E);
  theme.hairline = theme.dark ? rgb(0x7E8694) : rgb(0x7A828F);
  theme.outline = theme.ink;
  theme.focus = theme.ink;
}

/// What a person made the system's colours, as far as they can be read; else black and white. Edges are plain, meanings are left to words
/// and signs, series of charts to patterns, dashes and marks.
void force(Theme& theme, const SystemColors& system) {
  constexpr double for_text = 4.5;
  constexpr double for_edges = 3;
  theme.forced = true;
  Color ground = rgb(system.canvas);
  Color text = rgb(system.canvas_text);
  if (contrast(text, ground) < for_text) {
    ground = theme.dark ? rgb(0x000000) : rgb(0xFFFFFF);
    text = theme.dark ? rgb(0xFFFFFF) : rgb(0x000000);
  }
  theme.dark = luminance(ground) < luminance(text);
  const auto seen = [ground, text](std::uint32_t color, double least) {
    return contrast(rgb(color), ground) >= least ? rgb(color) : text;
  };
  theme.page = theme.surface = theme.raised = theme.sunken = ground;
  theme.ink = theme.ink_secondary = theme.ink_muted = theme.hairline = text;
  theme.ink_disabled = seen(system.gray_text, for_edges);
  theme.outline = seen(system.button_text, for_edges);
  theme.focus = seen(system.highlight, for_edges);
  theme.hover = text & 0x18FFFFFFU;
  theme.pressed = text & 0x30FFFFFFU;
  theme.series.fill(text);
  for (ToneColors* tone : {&theme.neutral, &theme.accent, &theme.positive, &theme.caution, &theme.negative})
    *tone = {text, ground, text, ground, text};
  theme.accent.ink = seen(system.link_text, for_text);
  if (contrast(rgb(system.highlight), ground) >= for_edges &&
      contrast(rgb(system.highlight), rgb(system.highlight_text)) >= for_text) {
    theme.accent.solid = rgb(system.highlight);
    theme.accent.on_solid = rgb(system.highlight_text);
  }
  theme.accent_hover = theme.accent_pressed = theme.accent.solid;
  theme.negative_hover = theme.negative.solid;
}

}  // namespace

double contrast(Color first, Color second) {
  const double a = luminance(first);
  const double b = luminance(second);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const ToneColors& Theme::tone(Tone tone) const {
  switch (tone) {
    case Tone::neutral: return neutral;
    case Tone::accent: return accent;
    case Tone::positive: return positive;
    case Tone::caution: return caution;
    case Tone::negative: return negative;
  }
  return neutral;
}

float Theme::size(TextSize text) const {
  float base = 14;
  switch (text) {
    case TextSize::caption: base = touch ? 13.0F : 12.0F; break;
    case TextSize::body: base = touch ? 16.0F : 14.0F; break;
    case TextSize::subtitle: base = touch ? 17.0F : 16.0F; break;
    case TextSize::title: base = 22; break;
    case TextSize::display: base = 28; break;
  }
  return std::round(base * scale);
}

float Theme::line_height(TextSize text) const {
  const float factor = text == TextSize::title || text == TextSize::display ? 1.32F : 1.57F;
  return std::round(size(text) * factor);
}

Theme make_theme(shell::ThemePreference preference, const Surroundings& surroundings) {
  Theme theme;
  switch (preference) {
    case shell::ThemePreference::system: theme.dark = surroundings.dark; break;
    case shell::ThemePreference::light: theme.dark = false; break;
    case shell::ThemePreference::dark: theme.dark = true; break;
  }
  theme.touch = surroundings.touch;
  theme.scale = std::clamp(surroundings.text_scale, 0.75F, 2.5F);
  if (theme.dark) {
    paint_dark(theme);
  } else {
    paint_light(theme);
  }
  if (surroundings.forced_colors) {
    force(theme, surroundings.system_colors);
  } else if (surroundings.more_contrast) {
    sharpen(theme);
  }
  if (theme.touch) theme.target = 44;
  theme.control_height = std::max(theme.touch ? 44.0F : 36.0F, std::round((theme.touch ? 44.0F : 36.0F) * theme.scale));
  theme.row_height = std::round((theme.touch ? 56.0F : 48.0F) * std::max(1.0F, theme.scale));
  return theme;
}

}  // namespace hengping::ui
