// What everything looks like: colours by role, the type scale, the spacing scale and the measures of controls.
#pragma once

#include <array>
#include <cstdint>

#include "shell/app/settings.h"
#include "shell/ui/input.h"

namespace hengping::ui {

/// 0xAABBGGRR, as ImGui packs it. 0 paints nothing.
using Color = std::uint32_t;

/// A colour from 0xRRGGBB and an opacity from 0 to 255.
[[nodiscard]] constexpr Color rgb(std::uint32_t value, std::uint32_t alpha = 255) {
  return (alpha << 24U) | ((value & 0xFFU) << 16U) | (value & 0xFF00U) | ((value >> 16U) & 0xFFU);
}
/// The same colour as 0xRRGGBBAA, as nodes state it.
[[nodiscard]] constexpr std::uint32_t rgba(Color color) {
  return ((color & 0xFFU) << 24U) | ((color & 0xFF00U) << 8U) | ((color >> 8U) & 0xFF00U) | (color >> 24U);
}
/// WCAG 2's contrast ratio of two opaque colours, from 1 to 21.
[[nodiscard]] double contrast(Color first, Color second);

/// A meaning that is told by colour, always together with words or an icon.
enum class Tone : std::uint8_t { neutral, accent, positive, caution, negative };

/// Ink on a soft ground, or on the page itself; `solid` carries `on_solid`.
struct ToneColors {
  Color ink = 0, soft = 0, solid = 0, on_solid = 0, line = 0;
};

/// The colours of charts' series. At least 3:1 to every ground; never the only thing that tells series apart.
enum class SeriesColor : std::uint8_t { blue, green, amber, red, violet, grey };

enum class TextSize : std::uint8_t { caption, body, subtitle, title, display };

/// The spacing scale, CSS px: what stands apart does so by one of these.
namespace space {
inline constexpr float hair = 2;    ///< lines of one thing
inline constexpr float tight = 4;   ///< a title and what explains it
inline constexpr float close = 8;   ///< an icon and its words, badges side by side
inline constexpr float usual = 12;  ///< controls side by side, lines of a list
inline constexpr float apart = 16;  ///< groups within a card
inline constexpr float wide = 20;   ///< cards, columns of fields
}  // namespace space

struct Theme {
  bool dark = false;
  bool forced = false;  ///< colours are the system's: nothing but its few, and `dark` as they are
  bool touch = false;
  float scale = 1;  ///< the user's text size

  Color page = 0;     ///< behind everything
  Color surface = 0;  ///< cards, fields
  Color raised = 0;   ///< dialogs and popups
  Color sunken = 0;   ///< heads of tables, things that recede
  Color hover = 0;    ///< laid over a surface under the pointer
  Color pressed = 0;
  Color hairline = 0;  ///< separates, carries no meaning
  Color outline = 0;   ///< edges of controls, at least 3:1
  Color ink = 0, ink_secondary = 0, ink_muted = 0, ink_disabled = 0;
  Color focus = 0;
  Color scrim = 0, shadow = 0;
  Color accent_hover = 0, accent_pressed = 0, negative_hover = 0;
  ToneColors neutral, accent, positive, caution, negative;
  std::array<Color, 6> series{};  ///< by SeriesColor

  float control_height = 36;  ///< at least 44 on touch
  float target =
      24;  ///< what can be pressed is at least so wide and high, also where less of it is painted; 44 on touch
  float row_height = 48;  ///< of tables
  float radius_control = 8, radius_card = 12, radius_pill = 999;

  [[nodiscard]] const ToneColors& tone(Tone tone) const;
  [[nodiscard]] float size(TextSize text) const;         ///< CSS px
  [[nodiscard]] float line_height(TextSize text) const;  ///< CSS px
};

[[nodiscard]] Theme make_theme(shell::ThemePreference preference, const Surroundings& surroundings);

}  // namespace hengping::ui
