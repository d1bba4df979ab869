#include <algorithm>
#include <cmath>

#include "shell/ui/element.h"

namespace hengping::ui {

namespace {

float horizontal(const Edges& edges) { return edges.left + edges.right; }
float vertical(const Edges& edges) { return edges.top + edges.bottom; }
float line_gap(const BoxStyle& style) { return style.line_gap < 0 ? style.gap : style.line_gap; }

float clamp_extent(const Extent& extent, float content, float value) {
  const float minimum = extent.minimum >= 0 ? extent.minimum : std::min(content, extent.maximum);
  return std::max(minimum, std::min(value, extent.maximum));
}

}  // namespace

std::uint32_t ElementPool::add() {
  if (used_ < elements_.size()) {
    Element& element = elements_[used_];
    std::vector<TextLine> lines = std::move(element.lines);
    lines.clear();
    element = Element{};
    element.lines = std::move(lines);
  } else {
    elements_.emplace_back();
  }
  return used_++;
}

bool Layout::has_lines(const Element& element) {
  return element.style.axis == Axis::row || element.style.grid_minimum > 0;
}

float Layout::line_height_of(const Element& element) const {
  return element.text_style.line_height > 0 ? element.text_style.line_height
                                            : theme_.line_height(element.text_style.size);
}

void Layout::run(std::uint32_t root, const Rect& area) {
  Element& element = pool_[root];
  measure(root, area.width, area.height);
  const bool tall = element.style.height.kind == Extent::Kind::grow;
  place(element, area.x, area.y, tall ? area.height : element.rect.height);
}

void Layout::measure(std::uint32_t root, float width, float height) {
  Element& element = pool_[root];
  measure_widths(element);
  const Extent& wide = element.style.width;
  const float wanted = wide.kind == Extent::Kind::grow ? width : std::min(element.wanted_width, width);
  give_width(element, std::min(wanted, wide.maximum));
  element.rect.height = std::min(measure_height(element), std::max(height, 0.0F));
}

void Layout::measure_widths(Element& element) {
  float least = 0;
  float wanted = 0;
  if (element.kind == Element::Kind::text) {
    std::string_view rest = element.text;
    while (true) {  // the longest paragraph
      const std::size_t end = rest.find('\n');
      wanted = std::max(wanted, text_width(element.face, rest.substr(0, end)));
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    element.text_width = wanted;
    least = element.text_style.maximum_lines == 1 ? std::min(wanted, 3 * element.face.size)
                                                  : std::min(wanted, unbreakable_width(element.face, element.text));
    wanted = std::ceil(wanted);
  } else {
    std::uint32_t count = 0;
    float widest_wanted = 0;
    for (std::uint32_t index = element.first; index != 0; index = pool_[index].next) {
      Element& child = pool_[index];
      measure_widths(child);
      ++count;
      widest_wanted = std::max(widest_wanted, child.wanted_width);
      if (has_lines(element)) {
        wanted += child.wanted_width;
        least = element.style.wrap || element.style.grid_minimum > 0 ? std::max(least, child.least_width)
                                                                     : least + child.least_width;
      } else {
        wanted = std::max(wanted, child.wanted_width);
        least = std::max(least, child.least_width);
      }
    }
    if (has_lines(element) && count > 1) {
      const float gaps = element.style.gap * static_cast<float>(count - 1);
      if (element.style.grid_minimum > 0) {
        wanted = widest_wanted * static_cast<float>(count);
      }
      wanted += gaps;
      if (!element.style.wrap && element.style.grid_minimum <= 0) least += gaps;
    }
    least += horizontal(element.style.padding);
    wanted += horizontal(element.style.padding);
  }
  const Extent& extent = element.style.width;
  if (extent.kind == Extent::Kind::fixed) {
    element.least_width = element.wanted_width = extent.amount;
    return;
  }
  element.least_width = extent.minimum >= 0 ? extent.minimum : std::min(least, extent.maximum);
  element.wanted_width = std::max(element.least_width, std::min(wanted, extent.maximum));
}

void Layout::give_width(Element& element, float width) {
  element.rect.width = width;
  if (element.kind == Element::Kind::text) return;
  const float inner = std::max(0.0F, width - horizontal(element.style.padding));
  if (element.style.grid_minimum > 0) {
    give_grid_widths(element, inner);
  } else if (element.style.axis == Axis::row) {
    give_row_widths(element, inner);
  } else {
    for (std::uint32_t index = element.first; index != 0; index = pool_[index].next) {
      Element& child = pool_[index];
      const bool fills = child.style.width.kind == Extent::Kind::grow ||
                         (child.style.width.kind == Extent::Kind::fit && element.style.cross == Align::stretch &&
                          !child.style.opt_out);
      const float wide = child.style.width.kind == Extent::Kind::fixed ? child.style.width.amount
                         : fills                                       ? inner
                                                                       : std::min(child.wanted_width, inner);
      give_width(child, std::min(wide, child.style.width.maximum));
    }
  }
}

void Layout::give_grid_widths(Element& element, float inner) {
  std::uint32_t count = 0;
  for (std::uint32_t index = element.first; index != 0; index = pool_[index].next) ++count;
  if (count == 0) return;
  const float gap = element.style.gap;
  auto columns =
      static_cast<std::uint32_t>(std::max(1.0F, std::floor((inner + gap) / (element.style.grid_minimum + gap))));
  columns = std::min({columns, count, static_cast<std::uint32_t>(element.style.grid_maximum)});
  const float wide = (inner - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  std::uint32_t place = 0;
  for (std::uint32_t index = element.first; index != 0; index = pool_[index].next, ++place) {
    pool_[index].line = place / columns;
    give_width(pool_[index], std::min(wide, pool_[index].style.width.maximum));
  }
}

void Layout::give_row_widths(Element& element, float inner) {
  const float gap = element.style.gap;
  std::uint32_t line = 0;
  std::uint32_t begin = element.first;
  while (begin != 0) {
    // the children of one line, at the width that each would like
    float basis = 0;
    float growth = 0;
    float yielding = 0;
    std::uint32_t end = begin;
    std::uint32_t count = 0;
    for (; end != 0; end = pool_[end].next) {
      const Element& child = pool_[end];
      const bool grows = child.style.width.kind == Extent::Kind::grow;
      const float wish = grows ? child.least_width : child.wanted_width;
      if (element.style.wrap && count > 0 && basis + gap + wish > inner + 0.01F) break;
      basis += wish + (count > 0 ? gap : 0);
      if (grows) growth += child.style.width.amount;
      if (!grows) yielding += child.wanted_width - child.least_width;
      ++count;
    }
    const float left = inner - basis;
    for (std::uint32_t index = begin; index != end; index = pool_[index].next) {
      Element& child = pool_[index];
      child.line = line;
      float wide = 0;
      if (child.style.width.kind == Extent::Kind::grow) {
        wide = child.least_width + (left > 0 && growth > 0 ? left * child.style.width.amount / growth : 0);
      } else {
        wide = child.wanted_width;
        if (left < 0 && yielding > 0) {
          wide -= std::min(1.0F, -left / yielding) * (child.wanted_width - child.least_width);
        }
      }
      give_width(child, std::min(wide, child.style.width.maximum));
    }
    begin = end;
    ++line;
  }
}

float Layout::measure_height(Element& element) {
  float content = 0;
  if (element.kind == Element::Kind::text) {
    element.lines.clear();
    if (element.text_style.maximum_lines == 1) {
      element.lines.push_back({element.text, 0});
    } else {
      break_lines(element.face, element.text, element.rect.width, element.lines);
    }
    const int limit = element.text_style.maximum_lines;
    const auto count =
        limit > 0 ? std::min(element.lines.size(), static_cast<std::size_t>(limit)) : element.lines.size();
    content = line_height_of(element) * static_cast<float>(count);
    element.cut = limit == 1 ? element.text_width > element.rect.width + 0.01F : count < element.lines.size();
  } else {
    std::uint32_t line = 0;
    std::uint32_t count = 0;
    float tallest = 0;
    for (std::uint32_t index = element.first; index != 0; index = pool_[index].next) {
      Element& child = pool_[index];
      const float high = measure_height(child);
      child.rect.height = high;
      if (has_lines(element)) {
        if (child.line != line) {
          content += tallest + line_gap(element.style);
          tallest = 0;
          line = child.line;
        }
        tallest = std::max(tallest, high);
      } else {
        content += high + (count > 0 ? element.style.gap : 0);
      }
      ++count;
    }
    content += tallest + vertical(element.style.padding);
  }
  element.content_height = content;
  const Extent& extent = element.style.height;
  if (extent.kind == Extent::Kind::fixed) return extent.amount;
  if (extent.kind == Extent::Kind::grow && extent.minimum >= 0) return extent.minimum;
  return clamp_extent(extent, content, content);
}

void Layout::place(Element& element, float x, float y, float height) {
  element.rect.x = x;
  element.rect.y = y;
  element.rect.height = height;
  if (element.kind == Element::Kind::text || element.first == 0) return;
  if (element.scroller != 0)
    element.scroll_y = std::clamp(element.scroll_y, 0.0F, std::max(0.0F, element.content_height - height));
  const float inner_x = x + element.style.padding.left - element.scroll_x;
  const float inner_y = y + element.style.padding.top - element.scroll_y - element.pull;
  const float natural = element.scroller != 0 ? std::max(element.content_height, height) : height;
  const float inner_height = std::max(0.0F, natural - vertical(element.style.padding));
  if (has_lines(element)) {
    place_lines(element, inner_x, inner_y, inner_height);
  } else {
    place_column(element, inner_x, inner_y, inner_height);
  }
}

void Layout::place_column(Element& element, float x, float y, float inner_height) {
  float used = 0;
  float growth = 0;
  std::uint32_t count = 0;
  for (std::uint32_t index = element.first; index != 0; index = pool_[index].next, ++count) {
    const Element& child = pool_[index];
    used += child.rect.height + (count > 0 ? element.style.gap : 0);
    if (child.style.height.kind == Extent::Kind::grow) growth += child.style.height.amount;
  }
  const float left = std::max(0.0F, inner_height - used);
  const float inner_width = element.rect.width - horizontal(element.style.padding);
  float gap = element.style.gap;
  if (growth <= 0) {
    if (element.style.main == Align::center) y += left / 2;
    if (element.style.main == Align::end) y += left;
    if (element.style.main == Align::between && count > 1) gap += left / static_cast<float>(count - 1);
  }
  for (std::uint32_t index = element.first; index != 0; index = pool_[index].next) {
    Element& child = pool_[index];
    float height = child.rect.height;
    if (growth > 0 && child.style.height.kind == Extent::Kind::grow) {
      height = std::min(height + left * child.style.height.amount / growth, child.style.height.maximum);
    }
    float at = x;
    if (element.style.cross == Align::center) at += (inner_width - child.rect.width) / 2;
    if (element.style.cross == Align::end) at += inner_width - child.rect.width;
    place(child, at, y, height);
    y += height + gap;
  }
}

void Layout::place_lines(Element& element, float x, float y, float inner_height) {
  const float inner_width = element.rect.width - horizontal(element.style.padding);
  const bool grid = element.style.grid_minimum > 0;
  std::uint32_t begin = element.first;
  while (begin != 0) {
    float used = 0;
    float tallest = 0;
    std::uint32_t count = 0;
    std::uint32_t end = begin;
    const std::uint32_t line = pool_[begin].line;
    for (; end != 0 && pool_[end].line == line; end = pool_[end].next, ++count) {
      used += pool_[end].rect.width + (count > 0 ? element.style.gap : 0);
      tallest = std::max(tallest, pool_[end].rect.height);
    }
    if (line == 0 && end == 0 && !grid) tallest = std::max(tallest, inner_height);  // one line takes all the height
    const float left = std::max(0.0F, inner_width - used);
    float at = x;
    float gap = element.style.gap;
    if (!grid && element.style.main == Align::center) at += left / 2;
    if (!grid && element.style.main == Align::end) at += left;
    if (!grid && element.style.main == Align::between && count > 1) gap += left / static_cast<float>(count - 1);
    for (std::uint32_t index = begin; index != end; index = pool_[index].next) {
      Element& child = pool_[index];
      float height = child.rect.height;
      float top = y;
      const bool fills = (element.style.cross == Align::stretch && child.style.height.kind == Extent::Kind::fit &&
                          !child.style.opt_out) ||
                         child.style.height.kind == Extent::Kind::grow;
      if (fills) height = tallest;
      if (!fills && element.style.cross == Align::center) top += (tallest - height) / 2;
      if (!fills && element.style.cross == Align::end) top += tallest - height;
      place(child, at, top, height);
      at += child.rect.width + gap;
    }
    y += tallest + line_gap(element.style);
    begin = end;
  }
}

}  // namespace hengping::ui
