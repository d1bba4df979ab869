#include "shell/ui/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <imgui.h>

namespace hengping::ui {

namespace {

ImVec2 at(Point point) { return {point.x, point.y}; }

Color faded(Color color, float share) {
  const auto alpha = std::lround(static_cast<float>(color >> 24U) * std::clamp(share, 0.0F, 1.0F));
  return (color & 0x00FFFFFFU) | (static_cast<Color>(alpha) << 24U);
}

float turn(float share) { return share * 2 * std::numbers::pi_v<float>; }

}  // namespace

Rect intersection(const Rect& first, const Rect& second) {
  const float left = std::max(first.x, second.x);
  const float top = std::max(first.y, second.y);
  const float right = std::min(first.x + first.width, second.x + second.width);
  const float bottom = std::min(first.y + first.height, second.y + second.height);
  return {left, top, std::max(0.0F, right - left), std::max(0.0F, bottom - top)};
}

Rect inset(const Rect& rect, float by) {
  return {rect.x + by, rect.y + by, std::max(0.0F, rect.width - 2 * by), std::max(0.0F, rect.height - 2 * by)};
}

bool contains(const Rect& rect, float x, float y) {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

Painter::Painter(ImDrawList& list, const Theme& theme, float density)
    : list_(list), theme_(theme), ratio_(std::max(0.1F, density)) {
  list_._FringeScale = 1 / ratio_;  // edges are softened over one device pixel, not one CSS pixel
  const ImVec2 low = list_.GetClipRectMin();
  const ImVec2 high = list_.GetClipRectMax();
  clips_.push_back({low.x, low.y, high.x - low.x, high.y - low.y});
}

float Painter::snap(float length) const { return std::round(length * ratio_) / ratio_; }

Rect Painter::snap(const Rect& rect) const {
  const float x = snap(rect.x);
  const float y = snap(rect.y);
  return {x, y, snap(rect.x + rect.width) - x, snap(rect.y + rect.height) - y};
}

void Painter::fill(const Rect& rect, Color color, float radius) {
  if ((color >> 24U) == 0 || !visible(rect)) return;
  const Rect sharp = snap(rect);
  const float round = std::min({radius, sharp.width / 2, sharp.height / 2});
  list_.AddRectFilled({sharp.x, sharp.y}, {sharp.x + sharp.width, sharp.y + sharp.height}, color, round);
}

void Painter::outline(const Rect& rect, Color color, float radius, float width) {
  if ((color >> 24U) == 0 || !visible(rect)) return;
  const float thick = std::max(1.0F, std::round(width * ratio_)) / ratio_;
  const Rect sharp = inset(snap(rect), thick / 2);
  const float round = std::max(0.0F, std::min({radius, rect.width / 2, rect.height / 2}) - thick / 2);
  // AddRect draws between pixel centres: it moves both corners inwards by half a px of its own
  list_.PathRect({sharp.x, sharp.y}, {sharp.x + sharp.width, sharp.y + sharp.height}, round);
  list_.PathStroke(color, ImDrawFlags_Closed, thick);
}

void Painter::shadow(const Rect& rect, float radius, float reach) {
  if (reach <= 0) return;
  constexpr int steps = 10;
  const float strength = theme_.dark ? 0.075F : 0.017F;
  for (int step = steps; step >= 1; --step) {
    const float share = static_cast<float>(step) / static_cast<float>(steps);
    const float grown = reach * share * share;
    const Rect around{rect.x - grown, rect.y - grown + reach * 0.35F, rect.width + 2 * grown, rect.height + 2 * grown};
    fill(around, faded(theme_.shadow, strength), radius + grown);
  }
}

void Painter::line(Point from, Point to, Color color, float width) { list_.AddLine(at(from), at(to), color, width); }

void Painter::stroke(std::span<const Point> points, Color color, float width, bool closed) {
  for (const Point& point : points) list_.PathLineTo(at(point));
  list_.PathStroke(color, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

void Painter::polygon(std::span<const Point> points, Color color) {
  for (const Point& point : points) list_.PathLineTo(at(point));
  list_.PathFillConvex(color);
}

void Painter::circle(Point center, float radius, Color color) { list_.AddCircleFilled(at(center), radius, color); }

void Painter::ring(Point center, float radius, Color color, float width) {
  list_.AddCircle(at(center), radius, color, 0, width);
}

void Painter::arc(Point center, float radius, float from, float to, Color color, float width) {
  list_.PathArcTo(at(center), radius, turn(from), turn(to));
  list_.PathStroke(color, ImDrawFlags_None, width);
}

/// Where the glyphs of a line that begin before `last` lie. Words written from right to left that follow each other change places.
void Painter::place(const TextPen& pen, std::string_view text, float x, float last) {
  placed_.clear();
  std::size_t first = 0;
  std::size_t end = 0;  // behind the last such word; not behind `first`: there is none
  const auto turn_round = [&] {
    if (end <= first + 1) return;
    const float edges = placed_[first].x + placed_[end - 1].x + placed_[end - 1].advance;
    for (std::size_t index = first; index < end; ++index)
      placed_[index].x = edges - placed_[index].x - placed_[index].advance;
  };
  for (std::size_t at = 0; at < text.size() && (x < last || end > first);) {
    const auto [glyph, base] = pen.next(text, at);
    if (is_right_to_left(base)) {
      if (end <= first) first = placed_.size();
      end = placed_.size() + 1;
    } else if (end > first && base != U' ') {
      turn_round();
      first = end = 0;
    }
    placed_.push_back({glyph, x, pen.advance(glyph)});
    x += placed_.back().advance;
  }
  if (end > first) turn_round();
}

void Painter::text(const Face& face, std::string_view text, float x, float y, Color color) {
  if (text.empty() || (color >> 24U) == 0) return;
  if (!visible({x, y - face.size, clip().width + clip().x - x, face.size * 3})) return;
  const TextPen pen(face);
  // the pictures as fine as what is painted, the steps between them as the layout went by
  ImFontBaked& glyphs = *face.font->GetFontBaked(face.size, ratio_);
  const float scale = face.size / glyphs.Size;
  const float first = clip().x - 4 * face.size;
  const float last = clip().x + clip().width;
  place(pen, text, x, last);
  const auto each = [&](const auto& visit) {
    for (const Placed& placed : placed_) {
      if (placed.x + placed.advance <= first || placed.x >= last) continue;
      const ImFontGlyph* glyph = glyphs.FindGlyph(static_cast<ImWchar>(placed.glyph));
      if (glyph != nullptr && glyph->Visible) visit(*glyph, placed.x + pen.inset(placed.glyph));
    }
  };
  int count = 0;
  // all glyphs first: a glyph that is new may move the atlas, and with it the places of those before it
  each([&count](const ImFontGlyph&, float) { ++count; });
  if (count == 0) return;
  const float top = snap(y);
  list_.PrimReserve(count * 6, count * 4);
  each([&](const ImFontGlyph& glyph, float pen_at) {
    // a glyph's bitmap only stays sharp on whole device pixels
    const float left = snap(pen_at) + glyph.X0 * scale;
    const ImU32 ink = glyph.Colored ? (color | 0x00FFFFFFU) : color;
    list_.PrimRectUV({left, top + glyph.Y0 * scale}, {left + (glyph.X1 - glyph.X0) * scale, top + glyph.Y1 * scale},
                     {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1}, ink);
  });
}

void Painter::push_clip(const Rect& rect) {
  const Rect inner = intersection(clips_.back(), rect);
  clips_.push_back(inner);
  list_.PushClipRect({inner.x, inner.y}, {inner.x + inner.width, inner.y + inner.height}, false);
}

void Painter::pop_clip() {
  clips_.pop_back();
  list_.PopClipRect();
}

bool Painter::visible(const Rect& rect) const {
  const Rect& window = clips_.back();
  return rect.x < window.x + window.width && rect.y < window.y + window.height && rect.x + rect.width > window.x &&
         rect.y + rect.height > window.y && window.width > 0 && window.height > 0;
}

}  // namespace hengping::ui
