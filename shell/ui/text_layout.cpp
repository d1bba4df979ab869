#include "shell/ui/text_layout.h"

#include <algorithm>

#include <imgui.h>

#include "shell/ui/text/fonts.h"

namespace hengping::ui {

namespace {

constexpr char32_t ellipsis = 0x2026;

bool is_space(char32_t code) { return code == U' ' || code == U'\t'; }

bool is_latin(char32_t code) {
  if (code < 0x80) {
    return (code >= U'0' && code <= U'9') || (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z') ||
           code == U'_' || code == U'\'' || code == U'.' || code == U',' || code == U'-' || code == U'/' ||
           code == U':' || code == U'@' || code == U'#' || code == U'%' || code == U'+' || code == U'=' ||
           code == U'&' || code == U'?' || code == U'!' || code == U';';
  }
  return (code >= 0xC0 && code < 0x250) || (code >= 0x370 && code < 0x530);
}

// JIS X 4051 and GB/T 15834: what may not begin a line.
bool may_not_begin(char32_t code) {
  static constexpr std::u32string_view set =
      U"!),.:;?]}%"
      U"\u00B0\u00B7\u2019\u201D\u2026\u2014\u2030\u2103\u3001\u3002\u3003\u3005\u3009\u300B\u300D\u300F\u3011"
      U"\u3015\u3017\uFF01\uFF05\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF3D\uFF5D\uFF5E";
  return set.find(code) != std::u32string_view::npos;
}

bool may_not_end(char32_t code) {
  static constexpr std::u32string_view set =
      U"([{$\u00A3\u00A5\u2018\u201C\u3008\u300A\u300C\u300E\u3010\u3014\u3016\uFF04\uFF08\uFF3B\uFF5B\uFFE5";
  return set.find(code) != std::u32string_view::npos;
}

bool may_break_between(char32_t before, char32_t after) {
  if (is_space(before)) return true;
  if (is_space(after)) return false;
  if (may_not_begin(after) || may_not_end(before)) return false;
  if (is_latin(before) && is_latin(after)) return false;
  return true;
}

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

}  // namespace

TextPen::TextPen(const Face& face)
    : font_(*face.font->GetFontBaked(face.size)), face_(*face.font), scale_(face.size / font_.Size) {
  if (!face.tabular) return;
  for (ImWchar digit = '0'; digit <= '9'; ++digit) digit_ = std::max(digit_, font_.GetCharAdvance(digit) * scale_);
}

float TextPen::advance(char32_t glyph) const {
  if (digit_ >= 0 && is_digit(glyph)) return digit_;
  return font_.GetCharAdvance(static_cast<ImWchar>(glyph)) * scale_;
}

float TextPen::inset(char32_t glyph) const {
  if (digit_ < 0 || !is_digit(glyph)) return 0;
  return (digit_ - font_.GetCharAdvance(static_cast<ImWchar>(glyph)) * scale_) / 2;
}

Piece TextPen::next(std::string_view text, std::size_t& at) const {
  const std::size_t begin = at;
  const char32_t first = next_code_point(text, at);
  if (!may_belong(text, at)) return {first, first};
  const std::size_t end = cluster_end(text, first, at);
  if (end == at) return {first, first};
  at = end;
  return {Fonts::clusters(face_).number(text.substr(begin, end - begin)), first};
}

float text_width(const Face& face, std::string_view text) {
  const TextPen pen(face);
  float width = 0;
  for (std::size_t at = 0; at < text.size();) width += pen.advance(pen.next(text, at).glyph);
  return width;
}

float unbreakable_width(const Face& face, std::string_view text) {
  const TextPen pen(face);
  float widest = 0;
  float width = 0;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size();) {
    const auto [glyph, code] = pen.next(text, at);
    if (code == U'\n' || may_break_between(before, code)) width = 0;
    if (code != U'\n') width += pen.advance(glyph);
    if (!is_space(code)) widest = std::max(widest, width);
    before = code;
  }
  return widest;
}

void break_lines(const Face& face, std::string_view text, float width, std::vector<TextLine>& lines) {
  const TextPen pen(face);
  std::size_t begin = 0;     // of the current line
  std::size_t break_at = 0;  // the last place where it may end; begin: none
  float line_width = 0;      // up to `at`
  float ink_width = 0;       // without trailing spaces
  std::size_t ink_end = 0;
  float break_width = 0;  // ink width at break_at
  std::size_t break_ink_end = 0;
  float width_at_break = 0;  // with spaces, to carry the rest over
  char32_t before = U'\n';

  const auto push = [&](std::size_t from, std::size_t end, float wide) {
    lines.push_back({text.substr(from, end > from ? end - from : 0), wide});
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t here = at;
    const auto [glyph, code] = pen.next(text, at);
    if (code == U'\n') {
      push(begin, ink_end, ink_width);
      begin = break_at = ink_end = at;
      line_width = ink_width = 0;
      before = code;
      continue;
    }
    if (here > begin && may_break_between(before, code)) {
      break_at = here;
      break_width = ink_width;
      break_ink_end = ink_end;
      width_at_break = line_width;
    }
    const float step = pen.advance(glyph);
    // a hundredth of a pixel, for a text's own width must always hold the text
    if (!is_space(code) && line_width + step > width + 0.01F && here > begin) {
      if (break_at > begin) {
        push(begin, break_ink_end, break_width);
        line_width -= width_at_break;
        ink_width = std::max(0.0F, ink_width - width_at_break);
        begin = break_at;
      } else {
        push(begin, ink_end, ink_width);
        begin = here;
        line_width = ink_width = 0;
      }
      break_at = begin;
    }
    line_width += step;
    if (!is_space(code)) {
      ink_width = line_width;
      ink_end = at;
    }
    before = code;
  }
  if (begin < text.size() || text.empty() || text.back() == '\n') push(begin, std::max(ink_end, begin), ink_width);
}

std::string_view fitting_part(const Face& face, std::string_view text, float width, bool& cut) {
  const TextPen pen(face);
  const float room = width - pen.advance(ellipsis);
  float used = 0;
  std::size_t fits = 0;
  for (std::size_t at = 0; at < text.size();) {
    used += pen.advance(pen.next(text, at).glyph);
    if (used <= room) fits = at;
    if (used > width + 0.01F) {
      cut = true;
      return text.substr(0, fits);
    }
  }
  cut = false;
  return text;
}

}  // namespace hengping::ui
