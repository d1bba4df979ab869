#include "shell/ui/frame.h"

#include <algorithm>
#include <cstring>

namespace hengping::ui {

namespace {

constexpr std::size_t chunk_size = 1U << 16U;

// FNV-1a over the name of the surroundings, then the key
NodeId hash(NodeId seed, std::string_view text) {
  std::uint32_t value = 2166136261U ^ seed;
  value *= 16777619U;
  for (const char character : text) {
    value ^= static_cast<unsigned char>(character);
    value *= 16777619U;
  }
  return value == 0 ? 1 : value;
}

NodeId hash(NodeId seed, std::uint64_t number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  return hash(seed ^ 0x9E3779B9U, {bytes, sizeof number});
}

}  // namespace

Scope::~Scope() {
  switch (kind_) {
    case Kind::none: break;
    case Kind::box: frame_->close_box(); break;
    case Kind::popup: frame_->close_popup(); break;
    case Kind::key:
      frame_->seeds_.pop_back();
      frame_->counters_.pop_back();
      break;
  }
}

const Memory::Place* Memory::place(NodeId id) const {
  const auto found = places.find(id);
  return found == places.end() || found->second.frame + 1 < frame ? nullptr : &found->second;
}

Frame::Frame(Memory& memory, const Theme& theme, const Words& words, const Surroundings& surroundings,
             const Faces& faces)
    : memory_(memory), theme_(theme), words_(words), surroundings_(surroundings), faces_(faces) {}

void Frame::begin(std::span<const Event> events, bool painting) {
  if (!layers_.empty()) note_layers();
  memory_.pointer_layer = 0;
  for (const Memory::Layer& layer : memory_.layers) {
    const Memory::Place* place = memory_.place(layer.id);
    if (place == nullptr) continue;
    if (layer.covers || contains(place->rect, surroundings_.pointer_x, surroundings_.pointer_y))
      memory_.pointer_layer = place->layer;
  }
  events_ = events;
  painting_ = painting;
  pretence_ = Pretence::none;
  pool_.clear();
  nodes_.clear();
  layers_.clear();
  seeds_.assign(1, 17);
  counters_.assign(1, 0);
  suspended_.clear();
  layer_stack_.assign(1, 0);
  expectations_.clear();
  chunk_ = chunk_used_ = 0;
  long_texts_.clear();
  const std::uint32_t root = pool_.add();
  pool_[root].style.width = grow();
  pool_[root].style.height = grow(1, 0);
  pool_[root].style.cross = Align::stretch;
  layers_.push_back({root, 0, Placement::below, 0, 0});
  stack_.assign(1, root);
  for (const Event& event : events) {
    if (event.type == EventType::focus) {
      memory_.focused = event.node;
      memory_.focus_visible = event.visible_focus;
    } else if (event.type == EventType::blur) {
      if (memory_.focused == event.node) memory_.focused = 0;
    } else if (event.type == EventType::key) {
      memory_.focus_visible = true;
    } else if (event.type == EventType::scroll) {
      Memory::Scroll& scroll = memory_.scroll(event.node);
      scroll.x = event.x;
      scroll.y = event.y;
      const float end = std::max(0.0F, scroll.content_height - scroll.height);
      const float beyond = event.y - std::clamp(event.y, 0.0F, end);
      scroll.pull = std::abs(beyond) < 1 ? 0 : std::clamp(beyond, -scroll.height, scroll.height);
    }
  }
}

Face Frame::face(TextSize size, bool semibold) const {
  return {semibold ? faces_.semibold : faces_.regular, theme_.size(size)};
}

NodeId Frame::id(std::string_view key) const { return hash(seeds_.back(), key); }
NodeId Frame::id(std::string_view key, std::uint64_t number) const { return hash(hash(seeds_.back(), key), number); }

Scope Frame::keyed(std::string_view key) {
  seeds_.push_back(id(key));
  counters_.push_back(0);
  return {*this, Scope::Kind::key};
}

Scope Frame::keyed(std::string_view key, std::uint64_t number) {
  seeds_.push_back(id(key, number));
  counters_.push_back(0);
  return {*this, Scope::Kind::key};
}

NodeId Frame::next_id() { return hash(seeds_.back() ^ 0x51ED270BU, std::uint64_t{counters_.back()++}); }

std::string_view Frame::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > chunk_size / 4) return long_texts_.emplace_back(text);
  if (chunk_used_ + text.size() > chunk_size) {
    ++chunk_;
    chunk_used_ = 0;
  }
  if (chunk_ >= chunks_.size()) chunks_.push_back(std::make_unique<char[]>(chunk_size));
  char* place = chunks_[chunk_].get() + chunk_used_;
  std::memcpy(place, text.data(), text.size());
  chunk_used_ += text.size();
  return {place, text.size()};
}

Element& Frame::add(Element::Kind kind) {
  const std::uint32_t index = pool_.add();
  Element& parent = pool_[stack_.back()];
  if (parent.last == 0) {
    parent.first = index;
  } else {
    pool_[parent.last].next = index;
  }
  parent.last = index;
  pool_[index].kind = kind;
  return pool_[index];
}

Element& Frame::state(Element& element, Node node) {
  element.node = static_cast<std::int32_t>(nodes_.size());
  nodes_.push_back(std::move(node));
  return element;
}

bool Frame::stated_since(std::size_t count, NodeId id) const {
  const auto first = nodes_.begin() + static_cast<std::ptrdiff_t>(count);
  return std::any_of(first, nodes_.end(), [id](const Node& node) { return node.id == id; });
}

void Frame::name_by_content() {
  std::string name;
  take_texts(stack_.back(), name);
  node(current()).name = std::move(name);
}

void Frame::take_texts(std::uint32_t index, std::string& name) {
  for (std::uint32_t child = pool_[index].first; child != 0; child = pool_[child].next) {
    Element& element = pool_[child];
    element.node = -1;
    if (!name.empty() && !element.text.empty()) name += ' ';
    name += element.text;
    take_texts(child, name);
  }
}

Scope Frame::box(const BoxStyle& style) {
  Element& element = add(Element::Kind::box);
  element.style = style;
  stack_.push_back(pool_[stack_.back()].last);
  return {*this, Scope::Kind::box};
}

Scope Frame::box(const BoxStyle& style, Node node) {
  Scope scope = box(style);
  state(current(), std::move(node));
  return scope;
}

Scope Frame::column(BoxStyle style) {
  style.axis = Axis::column;
  if (style.cross == Align::start) style.cross = Align::stretch;
  return box(style);
}

Scope Frame::column(BoxStyle style, Node node) {
  Scope scope = column(style);
  state(current(), std::move(node));
  return scope;
}

Scope Frame::row(BoxStyle style) {
  style.axis = Axis::row;
  if (style.cross == Align::start) style.cross = Align::center;
  return box(style);
}

Scope Frame::row(BoxStyle style, Node node) {
  Scope scope = row(style);
  state(current(), std::move(node));
  return scope;
}

Scope Frame::scroller_with(NodeId scroller_id, BoxStyle style, std::string_view name) {
  style.axis = Axis::column;
  style.cross = Align::stretch;
  style.clip = true;
  Node node;
  node.id = scroller_id;
  node.role = Role::scroller;
  node.name = name;
  Scope scope = box(style, std::move(node));
  const Memory::Scroll& scroll = memory_.scroll(scroller_id);
  current().scroller = scroller_id;
  current().scroll_x = scroll.x;
  current().scroll_y = scroll.y;
  current().pull = scroll.pull;
  return scope;
}

void Frame::close_box() { stack_.pop_back(); }

Element& Frame::label(std::string_view text, const TextStyle& style) {
  Element& element = add(Element::Kind::text);
  element.text = keep(text);
  element.text_style = style;
  if (element.text_style.color == 0) element.text_style.color = theme_.ink;
  element.face = face(style.size, style.semibold);
  element.face.tabular = style.tabular;
  return element;
}

Element& Frame::text(std::string_view text, const TextStyle& style) {
  Element& element = label(text, style);
  Node node;
  node.id = next_id();
  node.role = Role::text;
  node.name = text;
  node.font_size = element.face.size;
  return state(element, std::move(node));
}

void Frame::heading(int level, std::string_view text, const TextStyle& style, NodeId id) {
  Element& element = label(text, style);
  Node node;
  node.id = id != 0 ? id : next_id();
  node.role = Role::heading;
  node.level = static_cast<std::uint8_t>(level);
  node.name = text;
  node.font_size = element.face.size;
  state(element, std::move(node));
}

void Frame::space(float width, float height) {
  Element& element = add(Element::Kind::box);
  element.style.width = fixed(width);
  element.style.height = fixed(height);
}

void Frame::grow_space() {
  Element& element = add(Element::Kind::box);
  element.style.width = grow(1, 0);
}

Element& Frame::drawing(float width, float height, PaintFunction paint) {
  Element& element = add(Element::Kind::box);
  element.style.width = fixed(width);
  element.style.height = fixed(height);
  element.paint = std::move(paint);
  return element;
}

Scope Frame::popup(NodeId anchor, Placement placement, BoxStyle style, Node node) {
  style.axis = Axis::column;
  if (style.cross == Align::start) style.cross = Align::stretch;
  const std::uint32_t root = pool_.add();
  pool_[root].style = style;
  layers_.push_back({root, anchor, placement, layer_stack_.back(), node.id});
  for (const std::uint32_t box :
       stack_) {  // all content belongs into a landmark; dialogs and messages are none of the page's
    const std::int32_t around = pool_[box].node;
    if (placement != Placement::below || around < 0) continue;
    const Node& landmark = nodes_[static_cast<std::size_t>(around)];
    if (landmark.role == Role::main) node.parent = landmark.id;
  }
  state(pool_[root], std::move(node));
  layer_stack_.push_back(static_cast<std::uint32_t>(layers_.size() - 1));
  suspended_.push_back(std::move(stack_));
  stack_.assign(1, root);
  return {*this, Scope::Kind::popup};
}

void Frame::close_popup() {
  stack_ = std::move(suspended_.back());
  suspended_.pop_back();
  layer_stack_.pop_back();
}

const Event* Frame::find(EventType type, NodeId id) const {
  const Event* found = nullptr;
  for (const Event& event : events_) {
    if (event.type == type && event.node == id) found = &event;  // the last says how it stands
  }
  return found;
}

bool Frame::has(EventType type) const {
  return std::any_of(events_.begin(), events_.end(), [&](const Event& event) { return event.type == type; });
}

bool Frame::key(NodeId id, std::string_view name) const {
  return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
    return event.type == EventType::key && event.node == id && event.text == name;
  });
}

bool Frame::escaped(NodeId layer) const {
  const auto top = std::find_if(memory_.layers.rbegin(), memory_.layers.rend(),
                                [](const Memory::Layer& one) { return !one.passing; });
  if (top != memory_.layers.rend() && top->id != layer) return false;
  return std::any_of(events_.begin(), events_.end(),
                     [](const Event& event) { return event.type == EventType::key && event.text == "Escape"; });
}

void Frame::note_layers() {
  memory_.layers.clear();
  for (const Layer& layer : layers_) {
    if (layer.within == 0) continue;
    memory_.layers.push_back(
        {layer.within, layer.placement == Placement::center, layer.placement == Placement::corner});
  }
}

void Frame::wake_after(double seconds) {
  const double wait = std::max(0.0, seconds) * 1000;
  effects_.wake_after_ms = effects_.wake_after_ms < 0 ? wait : std::min(effects_.wake_after_ms, wait);
}

bool Frame::hovered(NodeId id) const {
  return pretence_ != Pretence::none || (surroundings_.hover && under_pointer(id));
}

bool Frame::pressed(NodeId id) const {
  return pretence_ == Pretence::pressed || (surroundings_.pointer_down && under_pointer(id));
}

Color Frame::shade(NodeId id) const { return pressed(id) ? theme_.pressed : hovered(id) ? theme_.hover : 0; }

bool Frame::under_pointer(NodeId id) const {
  if (!surroundings_.has_pointer) return false;
  const Memory::Place* place = memory_.place(id);
  if (place == nullptr || place->layer != memory_.pointer_layer) return false;
  return contains(intersection(place->rect, place->window), surroundings_.pointer_x, surroundings_.pointer_y);
}

Frame::Range Frame::visible_rows(NodeId list, std::size_t count, float row_height) {
  Expectation expectation{list, count, row_height, {}, false};
  expectation.range = range_of(expectation);
  expectations_.push_back(expectation);
  return expectation.range;
}

Frame::Range Frame::visible_rows_in(NodeId scroller, std::size_t count, float row_height) {
  Expectation expectation{scroller, count, row_height, {}, true};
  expectation.range = range_of(expectation);
  expectations_.push_back(expectation);
  return expectation.range;
}

}  // namespace hengping::ui
