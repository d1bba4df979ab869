// Draws shapes and text into a draw list, crisp at any device pixel ratio. Coordinates are CSS px in the viewport.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shell/ui/semantics.h"
#include "shell/ui/text_layout.h"
#include "shell/ui/theme.h"

struct ImDrawList;

namespace hengping::ui {

struct Point {
  float x = 0, y = 0;
};

class Painter {
 public:
  /// `density`: device pixels to a CSS px.
  Painter(ImDrawList& list, const Theme& theme, float density);

  [[nodiscard]] const Theme& theme() const { return theme_; }
  /// The nearest edge of a device pixel.
  [[nodiscard]] float snap(float length) const;
  [[nodiscard]] Rect snap(const Rect& rect) const;

  void fill(const Rect& rect, Color color, float radius = 0);
  /// A line of `width` px along the inside of the edges.
  void outline(const Rect& rect, Color color, float radius, float width = 1);
  /// A soft shadow below a raised thing.
  void shadow(const Rect& rect, float radius, float reach);
  void line(Point from, Point to, Color color, float width);
  void stroke(std::span<const Point> points, Color color, float width, bool closed = false);
  void polygon(std::span<const Point> points, Color color);
  void circle(Point center, float radius, Color color);
  void ring(Point center, float radius, Color color, float width);
  /// An arc by turns: 0 is three o'clock, 0.25 six o'clock.
  void arc(Point center, float radius, float from, float to, Color color, float width);
  /// One line; `x`, `y` are the top left of its square of one em.
  void text(const Face& face, std::string_view text, float x, float y, Color color);

  void push_clip(const Rect& rect);
  void pop_clip();
  [[nodiscard]] const Rect& clip() const { return clips_.back(); }
  [[nodiscard]] bool visible(const Rect& rect) const;

 private:
  /// A glyph's place in a line.
  struct Placed {
    char32_t glyph = 0;
    float x = 0, advance = 0;
  };
  void place(const TextPen& pen, std::string_view text, float x, float last);

  ImDrawList& list_;
  const Theme& theme_;
  float ratio_ = 1;
  std::vector<Rect> clips_;
  std::vector<Placed> placed_;  // of the line under way; kept for its memory
};

[[nodiscard]] Rect intersection(const Rect& first, const Rect& second);
[[nodiscard]] Rect inset(const Rect& rect, float by);
[[nodiscard]] bool contains(const Rect& rect, float x, float y);

}  // namespace hengping::ui
