// The boxes and texts of one frame, and how they find their places: rows, columns and grids that measure their content first.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string_view>
#include <vector>

#include "shell/ui/semantics.h"
#include "shell/ui/text_layout.h"
#include "shell/ui/theme.h"

namespace hengping::ui {

class Painter;

/// CSS px inside a box's edges.
struct Edges {
  float left = 0, top = 0, right = 0, bottom = 0;
};
[[nodiscard]] constexpr Edges padding(float all) { return {all, all, all, all}; }
[[nodiscard]] constexpr Edges padding(float horizontal, float vertical) {
  return {horizontal, vertical, horizontal, vertical};
}

enum class Axis : std::uint8_t { row, column };
enum class Align : std::uint8_t { start, center, end, stretch, between };

/// How wide or high a box wants to be.
struct Extent {
  enum class Kind : std::uint8_t {
    fit,    ///< its content
    grow,   ///< its minimum and a share of what is left, by weight
    fixed,  ///< `amount` px
  };
  Kind kind = Kind::fit;
  float amount = 0;
  float minimum = -1;  ///< px; below 0: what the content needs
  float maximum = 1e9F;
};
[[nodiscard]] constexpr Extent fit(float maximum = 1e9F) { return {Extent::Kind::fit, 0, -1, maximum}; }
[[nodiscard]] constexpr Extent grow(float weight = 1, float minimum = -1, float maximum = 1e9F) {
  return {Extent::Kind::grow, weight, minimum, maximum};
}
[[nodiscard]] constexpr Extent fixed(float px) { return {Extent::Kind::fixed, px, px, px}; }

struct BoxStyle {
  Axis axis = Axis::column;
  bool wrap = false;       ///< of a row: goes on in a new line
  float gap = 0;           ///< between children
  float line_gap = -1;     ///< between the lines of a wrapping row or grid; below 0: as `gap`
  float grid_minimum = 0;  ///< above 0: as many equal columns as fit, each at least so wide
  int grid_maximum = 12;   ///< at most so many columns
  Edges padding{};
  Extent width{}, height{};
  Align main = Align::start;   ///< along the axis
  Align cross = Align::start;  ///< across it; columns stretch unless told otherwise, see `column()` and `row()`
  bool opt_out = false;        ///< not stretched by its parent
  Color background = 0;
  Color border = 0;
  float border_width = 1;
  float radius = 0;
  float shadow = 0;  ///< its reach, px
  bool clip = false;
};

struct TextStyle {
  TextSize size = TextSize::body;
  bool semibold = false;
  Color color = 0;        ///< 0: ink
  int maximum_lines = 0;  ///< 0: as many as needed; otherwise the last ends in "…"
  Align align = Align::start;
  float line_height = 0;  ///< 0: the theme's
  bool underline = false;
  bool tabular = false;  ///< digits of one width
};

struct Element;
using PaintFunction = std::function<void(Painter&, const Element&)>;

struct Element {
  enum class Kind : std::uint8_t { box, text };
  Kind kind = Kind::box;
  BoxStyle style;
  TextStyle text_style;
  std::string_view text;  ///< lives as long as the frame
  Face face;
  std::uint32_t first = 0, last = 0, next = 0;  ///< children and sibling, indices; 0 is none
  std::int32_t node = -1;                       ///< index of what it states; below 0: nothing
  NodeId scroller = 0;                          ///< not 0: its content moves by `scroll_x`, `scroll_y`
  float scroll_x = 0, scroll_y = 0;
  float pull = 0;       ///< of a scroller: how far beyond its edges a finger holds the content
  bool sticky = false;  ///< stays at the window's upper edge as long as its parent shows; what follows it goes under it
  Color ring = 0;       ///< of the focus; 0: the theme's
  PaintFunction paint;  ///< draws over the background, below the children
  float least_width = 0, wanted_width = 0;  ///< with padding
  float content_height = 0;                 ///< of the children and padding, before being stretched
  float text_width = 0;                     ///< of a text: of its longest paragraph on one line
  bool cut = false;                         ///< of a text: not all of it shows
  std::uint32_t line = 0;                   ///< of its parent's lines
  std::vector<TextLine> lines;              ///< of a text
  Rect rect;                                ///< where it came to lie, in the viewport
};

/// All elements of a frame by index; 0 is unused. Kept between frames to keep its memory.
class ElementPool {
 public:
  [[nodiscard]] std::uint32_t add();
  [[nodiscard]] Element& operator[](std::uint32_t index) { return elements_[index]; }
  [[nodiscard]] const Element& operator[](std::uint32_t index) const { return elements_[index]; }
  void clear() { used_ = 1; }

 private:
  std::deque<Element> elements_ = std::deque<Element>(1);
  std::uint32_t used_ = 1;
};

/// Gives `root` and all below it their places. The root fills `area` where it grows, and else takes what it wants, from the top left.
class Layout {
 public:
  Layout(ElementPool& pool, const Theme& theme) : pool_(pool), theme_(theme) {}
  void run(std::uint32_t root, const Rect& area);
  /// Only the size that it would take in that room.
  void measure(std::uint32_t root, float width, float height);

 private:
  void measure_widths(Element& element);
  void give_width(Element& element, float width);
  void give_row_widths(Element& element, float inner);
  void give_grid_widths(Element& element, float inner);
  float measure_height(Element& element);
  void place(Element& element, float x, float y, float height);
  void place_column(Element& element, float x, float y, float inner_height);
  void place_lines(Element& element, float x, float y, float inner_height);
  [[nodiscard]] float line_height_of(const Element& element) const;
  [[nodiscard]] static bool has_lines(const Element& element);

  ElementPool& pool_;
  const Theme& theme_;
};

}  // namespace hengping::ui
