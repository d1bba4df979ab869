// The second half of a pass: places, paint, nodes.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "shell/ui/frame.h"

namespace hengping::ui {

namespace {

constexpr float margin_rows = 4;
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// Roles that are pressed as a whole. Fields, boxes and files are as high as a finger needs by themselves.
bool grows_for_fingers(Role role) {
  return role == Role::link || role == Role::button || role == Role::radio || role == Role::option || role == Role::tab;
}

/// The same around its centre, at least so wide and high, and not beyond the window's sides. Upwards and downwards the window scrolls.
Rect grown(Rect rect, float least, const Rect& window) {
  const float wider = std::min(least, window.width) - rect.width;
  if (wider > 0) {
    const float most = window.x + window.width - rect.width - wider;
    rect = {std::clamp(rect.x - wider / 2, window.x, most), rect.y, rect.width + wider, rect.height};
  }
  const float higher = std::max(0.0F, least - rect.height);
  return {rect.x, rect.y - higher / 2, rect.width, rect.height + higher};
}

constexpr double hint_seconds = 0.5;

/// Whether a node is one thing that reads as its text; a part of the page that holds many is not.
bool reads_as_text(Role role) {
  static constexpr Role roles[] = {Role::heading,  Role::text,    Role::link,    Role::button,       Role::checkbox,
                                   Role::radio,    Role::switch_, Role::textbox, Role::textarea,     Role::searchbox,
                                   Role::combobox, Role::option,  Role::file,    Role::columnheader, Role::cell,
                                   Role::tab,      Role::status,  Role::treeitem};
  return std::find(std::begin(roles), std::end(roles), role) != std::end(roles);
}

Rect below(const Rect& whole, const Rect& head) {
  const float top = head.y + head.height;
  return {whole.x, top, whole.width, std::max(0.0F, whole.y + whole.height - top)};
}

template <class Pool>
bool has_scroller(const Pool& pool, std::uint32_t index) {
  if (pool[index].scroller != 0) return true;
  for (std::uint32_t child = pool[index].first; child != 0; child = pool[child].next) {
    if (has_scroller(pool, child)) return true;
  }
  return false;
}

}  // namespace

Frame::Range Frame::range_of(const Expectation& expectation) const {
  float top = 0;
  float bottom = surroundings_.height;
  const Memory::Place* place = memory_.place(expectation.list);
  float list_top = 0;
  if (place != nullptr) {
    top = place->window.y;
    bottom = place->window.y + place->window.height;
    list_top = place->rect.y;
  }
  if (expectation.scrolls) {
    list_top -= memory_.scroll(expectation.list).y;
    if (place != nullptr) {
      const Rect shows = intersection(place->rect, place->window);
      top = shows.y;
      bottom = shows.y + shows.height;
    }
  }
  const float first = std::floor((top - list_top) / expectation.row_height) - margin_rows;
  const float last = std::ceil((bottom - list_top) / expectation.row_height) + margin_rows;
  // Some rows are there even of a list that does not show: they are what the Tab key and screen readers come to, and it scrolls then.
  const auto count = static_cast<float>(expectation.count);
  const float few = std::min(count, margin_rows);
  return {static_cast<std::size_t>(std::clamp(first, 0.0F, count - few)),
          static_cast<std::size_t>(std::clamp(last, few, count))};
}

bool Frame::settle() {
  ++memory_.frame;
  const NodeId cut_before = std::exchange(memory_.cut.node, NodeId{0});
  memory_.cut.text.clear();
  for (std::size_t index = 0; index < layers_.size(); ++index) {
    place_layer(index);
    const auto layer = static_cast<std::uint32_t>(index);
    remember(layers_[index].root, layer, {0, 0, surroundings_.width, surroundings_.height}, -1);
  }
  if (memory_.cut.node != cut_before) {
    memory_.cut.since = surroundings_.seconds;
    wake_after(memory_.cut.node == 0 || memory_.cut.node == memory_.held ? 0 : hint_seconds);
  }
  note_layers();
  return std::all_of(expectations_.begin(), expectations_.end(), [&](const Expectation& expectation) {
    const Range needed = range_of(expectation);
    const auto slack = static_cast<std::size_t>(margin_rows);
    // enough if all that shows was built; the margin may be short
    const bool begins = expectation.range.first <= needed.first + slack;
    const bool ends = expectation.range.last + slack >= needed.last || expectation.range.last == expectation.count;
    return begins && ends;
  });
}

void Frame::place_layer(std::size_t index) {
  const Layer& layer = layers_[index];
  Element& root = pool_[layer.root];
  Layout layout(pool_, theme_);
  const float width = surroundings_.width;
  const float height = surroundings_.height - surroundings_.keyboard_inset;
  if (index == 0) {
    layout.run(layer.root, {0, 0, width, surroundings_.height});
    return;
  }
  const float edge = phone() ? 0.0F : 16.0F;
  switch (layer.placement) {
    case Placement::center: {
      layout.measure(layer.root, phone() ? width : width - 2 * edge, height - (phone() ? 24 : 2 * edge));
      const float x = std::round((width - root.rect.width) / 2);
      const float y = phone() ? height - root.rect.height : std::round((height - root.rect.height) * 0.42F);
      layout.run(layer.root, {x, y, root.rect.width, root.rect.height});
      return;
    }
    case Placement::corner: {
      layout.measure(layer.root, width - 32, height);
      const float below = phone() ? 76.0F + surroundings_.safe_bottom : 24.0F;
      layout.run(layer.root, {std::round((width - root.rect.width) / 2), height - below - root.rect.height,
                              root.rect.width, root.rect.height});
      return;
    }
    case Placement::below: {
      Rect anchor{};
      if (const Memory::Place* place = memory_.place(layer.anchor); place != nullptr) anchor = place->rect;
      constexpr float gap = 4;
      root.style.width.minimum = std::max(root.style.width.minimum, std::min(anchor.width, width - 16));
      layout.measure(layer.root, width - 16, height);
      const float under = height - (anchor.y + anchor.height) - gap - 8;
      const float over = anchor.y - gap - 8;
      const bool above = root.rect.height > under && over > under;
      // A list gets as much room as there is; what cannot scroll, as a calendar, is shown whole and lies over its field if it must.
      const bool scrolls = has_scroller(pool_, layer.root);
      const float room = scrolls ? std::max(above ? over : under, 80.0F) : height - 16;
      const float high = std::min(root.rect.height, room);
      root.style.height.maximum = high;
      layout.measure(layer.root, width - 16, high);
      const float x = std::clamp(anchor.x, 8.0F, std::max(8.0F, width - 8 - root.rect.width));
      float y = above ? anchor.y - gap - root.rect.height : anchor.y + anchor.height + gap;
      if (!scrolls) y = std::clamp(y, 8.0F, std::max(8.0F, height - 8 - root.rect.height));
      layout.run(layer.root, {x, y, width - 16, high});
      return;
    }
  }
}

void Frame::remember(std::uint32_t index, std::uint32_t layer, const Rect& window, std::int32_t owner) {
  Element& element = pool_[index];
  Rect inner = window;
  if (element.style.clip || element.scroller != 0) inner = intersection(window, element.rect);
  if (element.node >= 0) {
    Node& node = nodes_[static_cast<std::size_t>(element.node)];
    node.rect =
        theme_.touch && grows_for_fingers(node.role) ? grown(element.rect, theme_.target, window) : element.rect;
    memory_.places[node.id] = {node.rect, window, layer, memory_.frame};
    if (element.scroller != 0) {
      Memory::Scroll& scroll = memory_.scroll(element.scroller);
      scroll.width = element.rect.width;
      scroll.height = element.rect.height;
      scroll.content_width = element.rect.width;
      scroll.content_height = std::max(element.content_height, element.rect.height);
      scroll.y = element.scroll_y;
      node.content_width = scroll.content_width;
      node.content_height = scroll.content_height;
      node.scroll_x = scroll.x;
      node.scroll_y = scroll.y + scroll.pull;  // as the page has it, or it would be moved back under the finger
    }
  }
  const std::int32_t stated = element.node >= 0 ? element.node : owner;
  if (element.cut && stated >= 0) note_cut(nodes_[static_cast<std::size_t>(stated)], element.text);
  for (std::uint32_t child = element.first; child != 0; child = pool_[child].next) {
    const bool sticky = pool_[child].sticky;
    if (sticky) stick(child, element, inner);
    remember(child, layer, inner, stated);
    if (sticky) inner = intersection(inner, below(element.rect, pool_[child].rect));
  }
}

void Frame::note_cut(Node& node, std::string_view text) {
  if (!reads_as_text(node.role)) return;
  node.set(Flag::cut);
  Memory::CutText& cut = memory_.cut;
  const bool held = memory_.held == node.id;
  if (!held && !hovered(node.id) && !(memory_.focus_visible && focused(node.id))) return;
  if (cut.node != node.id && cut.node != 0 && !held) return;  // one is enough, and a finger goes before
  if (cut.node != node.id) cut.text.clear();
  cut.node = node.id;
  if (!cut.text.empty()) cut.text += '\n';
  cut.text += text;
}

void Frame::stick(std::uint32_t index, const Element& parent, const Rect& window) {
  const Rect& rect = pool_[index].rect;
  const float most = parent.rect.y + parent.rect.height - rect.y - rect.height;
  const float by = std::clamp(window.y - rect.y, 0.0F, std::max(0.0F, most));
  if (by > 0) shift(index, by);
}

void Frame::shift(std::uint32_t index, float by) {
  pool_[index].rect.y += by;
  for (std::uint32_t child = pool_[index].first; child != 0; child = pool_[child].next) shift(child, by);
}

/// A field that is written in stays in sight when a keyboard comes up or the device is turned.
void Frame::follow_room() {
  const float height = surroundings_.height - surroundings_.keyboard_inset;
  const bool first = memory_.room_width <= 0;
  const bool same = memory_.room_width == surroundings_.width && memory_.room_height == height;
  memory_.room_width = surroundings_.width;
  memory_.room_height = height;
  if (first || same || memory_.focused == 0) return;
  const auto field =
      std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& node) { return node.id == memory_.focused; });
  if (field != nodes_.end() && is_text_field(field->role)) effects_.scroll_into_view = field->id;
}

/// What is painted over a photo would lie below its element.
void Frame::note_covered() {
  for (Node& node : nodes_) {
    if (node.role != Role::photo) continue;
    const Memory::Place& place = memory_.places[node.id];
    for (std::size_t above = place.layer + 1; above < layers_.size(); ++above) {
      const Rect common = intersection(pool_[layers_[above].root].rect, place.rect);
      const bool dims = layers_[above].placement == Placement::center;
      if (dims || (common.width > 0 && common.height > 0)) node.set(Flag::covered);
    }
  }
}

void Frame::paint(Painter& painter, SemanticTree& tree) {
  painter.fill({0, 0, surroundings_.width, surroundings_.height}, theme_.page);
  follow_room();
  note_covered();
  paint_layer(0, painter, tree);
  std::erase_if(memory_.places, [&](const auto& entry) { return entry.second.frame + 64 < memory_.frame; });
}

void Frame::paint_layer(std::size_t index, Painter& painter, SemanticTree& tree) {
  const Layer& layer = layers_[index];
  if (layer.placement == Placement::center && index != 0) {
    painter.fill({0, 0, surroundings_.width, surroundings_.height}, theme_.scrim);
  }
  const Element& root = pool_[layer.root];
  const Node* node = root.node >= 0 ? &nodes_[static_cast<std::size_t>(root.node)] : nullptr;
  if (node != nullptr) tree.open(*node);
  paint_element(layer.root, static_cast<std::uint32_t>(index), painter, tree);
  // what was opened in this layer lies above it, and belongs to it
  for (std::size_t above = index + 1; above < layers_.size(); ++above) {
    if (layers_[above].owner == index) paint_layer(above, painter, tree);
  }
  if (node != nullptr) tree.close();
}

void Frame::paint_element(std::uint32_t index, std::uint32_t layer, Painter& painter, SemanticTree& tree) {
  const Element& element = pool_[index];
  const bool is_root = layers_[layer].root == index;
  const bool states = element.node >= 0 && !is_root;
  if (states) tree.open(nodes_[static_cast<std::size_t>(element.node)]);
  const bool shows = painter.visible(element.rect);
  if (shows) {
    if (element.kind == Element::Kind::text) {
      paint_text(element, painter);
    } else {
      if (element.style.shadow > 0) painter.shadow(element.rect, element.style.radius, element.style.shadow);
      painter.fill(element.rect, element.style.background, element.style.radius);
      if (element.style.border != 0)
        painter.outline(element.rect, element.style.border, element.style.radius, element.style.border_width);
    }
    if (element.paint) element.paint(painter, element);
  }
  const bool clips = element.style.clip || element.scroller != 0;
  if (clips) painter.push_clip(element.rect);
  bool under = false;
  for (std::uint32_t child = element.first; child != 0; child = pool_[child].next) {
    paint_element(child, layer, painter, tree);
    if (!pool_[child].sticky) continue;
    painter.push_clip(below(element.rect, pool_[child].rect));
    under = true;
  }
  if (under) painter.pop_clip();
  if (clips) painter.pop_clip();
  if (element.node >= 0) paint_focus(element, painter);
  if (states) tree.close();
}

void Frame::paint_text(const Element& element, Painter& painter) const {
  const TextStyle& style = element.text_style;
  const float line_height = style.line_height > 0 ? style.line_height : theme_.line_height(style.size);
  float y = element.rect.y;
  // a single line is centred in whatever height it was given
  if (element.lines.size() == 1) y += (element.rect.height - line_height) / 2;
  std::size_t shown = element.lines.size();
  if (style.maximum_lines > 0) shown = std::min(shown, static_cast<std::size_t>(style.maximum_lines));
  for (std::size_t index = 0; index < shown; ++index) {
    const TextLine& line = element.lines[index];
    std::string_view part = line.text;
    float wide = line.width;
    bool cut = false;
    if (style.maximum_lines == 1) {
      part = fitting_part(element.face, line.text, element.rect.width, cut);
      wide = text_width(element.face, part);
    } else if (index + 1 == shown && shown < element.lines.size()) {
      const std::string_view rest(part.data(),
                                  static_cast<std::size_t>(element.text.data() + element.text.size() - part.data()));
      const std::string_view paragraph = rest.substr(0, rest.find('\n'));
      part = fitting_part(element.face, paragraph, element.rect.width, cut);
      if (!cut) {  // the paragraph ends here, the text does not
        const float sign = text_width(element.face, ellipsis);
        part = fitting_part(element.face, paragraph, element.rect.width - sign, cut);
        cut = true;
      }
      wide = text_width(element.face, part);
    }
    float x = element.rect.x;
    const float all = cut ? element.rect.width : wide;
    if (style.align == Align::center) x += (element.rect.width - all) / 2;
    if (style.align == Align::end) x += element.rect.width - all;
    const float top = y + (line_height - element.face.size) / 2;
    painter.text(element.face, part, x, top, style.color);
    if (cut) painter.text(element.face, ellipsis, x + wide, top, style.color);
    if (style.underline) {
      const float under = painter.snap(top + element.face.size * 1.06F);
      painter.fill({x, under, all, 1}, style.color);
    }
    y += line_height;
  }
}

void Frame::paint_focus(const Element& element, Painter& painter) const {
  const Node& node = nodes_[static_cast<std::size_t>(element.node)];
  if (node.id != memory_.focused || node.role == Role::heading || node.role == Role::dialog) return;
  if (is_text_field(node.role) || !memory_.focus_visible) return;  // fields show it by their edge
  const float radius = element.style.radius > 0 ? element.style.radius + 2 : 6;
  // around a scroller there is no room: what lies beside it, or the window's edge
  painter.outline(inset(element.rect, node.role == Role::scroller ? 1 : -3),
                  element.ring != 0 ? element.ring : theme_.focus, radius, 2);
}

}  // namespace hengping::ui
