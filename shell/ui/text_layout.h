// Where lines of mixed Chinese and Latin text break, and how wide they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/text/clusters.h"
#include "shell/ui/theme.h"

struct ImFont;
struct ImFontBaked;

namespace hengping::ui {

/// The two faces. `semibold` may be the same as `regular`.
struct Faces {
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
};

/// One face at one size (CSS px).
struct Face {
  ImFont* font = nullptr;
  float size = 14;
  bool tabular = false;  ///< every digit takes the room of the widest, so that figures stand below each other
};

/// One step along a line.
struct Piece {
  char32_t glyph = 0;  ///< what the face is asked for: the character, or the number of the cluster (text/clusters.h)
  char32_t base = 0;   ///< its first character, which decides where lines break
};

/// How the pen moves along a line, CSS px. Good for as long as the frame.
class TextPen {
 public:
  explicit TextPen(const Face& face);
  /// Reads what is drawn as one and moves on. `at` must be within `text`.
  [[nodiscard]] Piece next(std::string_view text, std::size_t& at) const;
  [[nodiscard]] float advance(char32_t glyph) const;
  /// How far behind the pen the glyph begins: digits stand in the middle of their room.
  [[nodiscard]] float inset(char32_t glyph) const;

 private:
  ImFontBaked& font_;
  const ImFont& face_;
  float scale_;
  float digit_ = -1;  ///< the room of each; below 0: its own
};

struct TextLine {
  std::string_view text;  ///< without the spaces that hang over the end
  float width = 0;        ///< CSS px
};

[[nodiscard]] float text_width(const Face& face, std::string_view text);
/// The width of the longest piece that cannot be broken.
[[nodiscard]] float unbreakable_width(const Face& face, std::string_view text);
/// Breaks into lines no wider than `width`: never before closing punctuation nor after opening (避头尾), never inside a Latin word
/// that fits on a line of its own, never inside what is drawn as one. Line feeds always break.
void break_lines(const Face& face, std::string_view text, float width, std::vector<TextLine>& lines);
/// The longest beginning of `text` that fits together with "…"; `text` itself if all of it fits.
[[nodiscard]] std::string_view fitting_part(const Face& face, std::string_view text, float width, bool& cut);

}  // namespace hengping::ui
