// One pass over what the screens draw. Screens call widgets, widgets open boxes, add texts and state nodes; when the pass
// ends all of it is laid out, painted and stated.
//
// A frame has one pass for each event that came, which only tells the widgets of it, and then one without events that is painted. So
// what is painted always shows the state after all events.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shell/ui/element.h"
#include "shell/ui/input.h"
#include "shell/ui/memory.h"
#include "shell/ui/painter.h"
#include "shell/ui/words.h"

namespace hengping::ui {

class Frame;

/// Closes what was opened, at the end of its block.
class [[nodiscard]] Scope {
 public:
  enum class Kind : std::uint8_t { none, box, key, popup };
  Scope(Frame& frame, Kind kind) : frame_(&frame), kind_(kind) {}
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  Scope(Scope&& other) noexcept : frame_(other.frame_), kind_(other.kind_) { other.kind_ = Kind::none; }
  Scope& operator=(Scope&&) = delete;
  ~Scope();

 private:
  Frame* frame_;
  Kind kind_;
};

/// How a popup finds its place.
enum class Placement : std::uint8_t {
  below,   ///< under its anchor, or above where there is more room
  center,  ///< a dialog in the middle; on phones at the lower edge. The rest of the page does not act meanwhile
  corner,  ///< at the lower edge, over everything: toasts
};

class Frame {
 public:
  Frame(Memory& memory, const Theme& theme, const Words& words, const Surroundings& surroundings, const Faces& faces);
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  // ---- passes
  void begin(std::span<const Event> events, bool painting);
  /// Lays out, paints and states what was built. False if what was built must be built again, for something that it depends on only came
  /// out now (which rows of a table show).
  [[nodiscard]] bool settle();
  void paint(Painter& painter, SemanticTree& tree);

  // ---- surroundings
  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] const Surroundings& surroundings() const { return surroundings_; }
  [[nodiscard]] Memory& memory() { return memory_; }
  [[nodiscard]] bool painting() const { return painting_; }
  [[nodiscard]] bool phone() const { return surroundings_.width < 640; }
  [[nodiscard]] bool wide() const { return surroundings_.width >= 1100; }
  [[nodiscard]] Face face(TextSize size, bool semibold) const;
  Effects& effects() { return effects_; }
  /// Asks for a frame after so long, should none come before. At least 0.
  void wake_after(double seconds);

  // ---- names
  /// The id of something called `key` here.
  [[nodiscard]] NodeId id(std::string_view key) const;
  [[nodiscard]] NodeId id(std::string_view key, std::uint64_t number) const;
  /// Everything until the end of the scope is named below `key`.
  Scope keyed(std::string_view key);
  Scope keyed(std::string_view key, std::uint64_t number);
  [[nodiscard]] NodeId next_id();

  // ---- building
  Scope box(const BoxStyle& style);
  Scope box(const BoxStyle& style, Node node);
  Scope column(BoxStyle style);  ///< children fill the width
  Scope column(BoxStyle style, Node node);
  Scope row(BoxStyle style);  ///< children are centred across
  Scope row(BoxStyle style, Node node);
  /// A box whose content scrolls; `key` names where it stands.
  Scope scroller(std::string_view key, BoxStyle style, std::string_view name) {
    return scroller_with(id(key), style, name);
  }
  Scope scroller_with(NodeId scroller_id, BoxStyle style, std::string_view name);
  /// Text that is painted only; something else states it.
  Element& label(std::string_view text, const TextStyle& style = {});
  /// A paragraph, painted and stated.
  Element& text(std::string_view text, const TextStyle& style = {});
  void heading(int level, std::string_view text, const TextStyle& style, NodeId id = 0);
  void space(float width, float height);
  void grow_space();
  /// A fixed square or bar that paints itself.
  Element& drawing(float width, float height, PaintFunction paint);
  /// Opens a layer above the one that is open.
  Scope popup(NodeId anchor, Placement placement, BoxStyle style, Node node);
  [[nodiscard]] Element& current() { return pool_[stack_.back()]; }
  [[nodiscard]] Node& node(const Element& element) { return nodes_[static_cast<std::size_t>(element.node)]; }
  [[nodiscard]] std::string_view keep(std::string_view text);
  Element& state(Element& element, Node node);
  /// How many things have been stated in this pass, and whether one with that id is among those since then.
  [[nodiscard]] std::size_t stated() const { return nodes_.size(); }
  [[nodiscard]] bool stated_since(std::size_t count, NodeId id) const;
  /// The open box is one thing to press: all text inside is its name, and nothing inside is stated by itself.
  void name_by_content();

  // ---- events of this pass
  [[nodiscard]] bool activated(NodeId id) const { return find(EventType::activate, id) != nullptr; }
  [[nodiscard]] const Event* find(EventType type, NodeId id) const;
  [[nodiscard]] bool dismissed() const { return has(EventType::dismiss); }
  [[nodiscard]] bool has(EventType type) const;
  [[nodiscard]] bool key(NodeId id, std::string_view name) const;
  /// The Escape key came, and it is for this layer: no other lies above it. `layer` is the id that its popup states.
  [[nodiscard]] bool escaped(NodeId layer) const;
  [[nodiscard]] std::span<const Event> events() const { return events_; }
  [[nodiscard]] bool hovered(NodeId id) const;
  /// A finger or the mouse's button is down on it.
  [[nodiscard]] bool pressed(NodeId id) const;
  /// What lies over the ground of something that can be pressed: a shade while it is pressed or hovered over, else nothing.
  [[nodiscard]] Color shade(NodeId id) const;
  [[nodiscard]] bool focused(NodeId id) const { return memory_.focused == id; }
  /// For the gallery only: all that is built from here on looks as if under the pointer or pressed.
  enum class Pretence : std::uint8_t { none, hovered, pressed };
  void pretend(Pretence look) { pretence_ = look; }
  void focus(NodeId id) { effects_.focus = id; }
  /// The page's one main heading: takes the focus when another page is opened.
  void set_main_heading(NodeId id) { main_heading_ = id; }
  [[nodiscard]] NodeId main_heading() const { return main_heading_; }

  // ---- long lists
  struct Range {
    std::size_t first = 0, last = 0;  ///< last is one past the end
  };
  /// Which of `count` rows of one height show, with a margin. `list` is the id of the box that holds them all.
  [[nodiscard]] Range visible_rows(NodeId list, std::size_t count, float row_height);
  /// The same where `scroller` itself scrolls its rows.
  [[nodiscard]] Range visible_rows_in(NodeId scroller, std::size_t count, float row_height);

 private:
  friend class Scope;
  struct Layer {
    std::uint32_t root = 0;
    NodeId anchor = 0;
    Placement placement = Placement::below;
    std::uint32_t owner = 0;  ///< the layer that it was opened in
    NodeId within = 0;
  };
  struct Expectation {
    NodeId list = 0;
    std::size_t count = 0;
    float row_height = 0;
    Range range;
    bool scrolls = false;  ///< the list is the scroller itself
  };

  Element& add(Element::Kind kind);
  void take_texts(std::uint32_t index, std::string& name);
  void close_box();
  void close_popup();
  void note_layers();
  [[nodiscard]] bool under_pointer(NodeId id) const;
  void place_layer(std::size_t index);
  void remember(std::uint32_t index, std::uint32_t layer, const Rect& window, std::int32_t owner);
  void note_cut(Node& node, std::string_view text);
  void stick(std::uint32_t index, const Element& parent, const Rect& window);
  void shift(std::uint32_t index, float by);
  void follow_room();
  void note_covered();
  void paint_element(std::uint32_t index, std::uint32_t layer, Painter& painter, SemanticTree& tree);
  void paint_layer(std::size_t index, Painter& painter, SemanticTree& tree);
  void paint_text(const Element& element, Painter& painter) const;
  void paint_focus(const Element& element, Painter& painter) const;
  [[nodiscard]] Range range_of(const Expectation& expectation) const;

  Memory& memory_;
  const Theme& theme_;
  const Words& words_;
  const Surroundings& surroundings_;
  Faces faces_;
  Effects effects_;
  std::span<const Event> events_;
  bool painting_ = false;
  Pretence pretence_ = Pretence::none;
  NodeId main_heading_ = 0;

  ElementPool pool_;
  std::vector<Node> nodes_;
  std::vector<Layer> layers_;
  std::vector<std::uint32_t> stack_;                   ///< open boxes
  std::vector<NodeId> seeds_;                          ///< open names
  std::vector<std::uint32_t> counters_;                ///< unnamed nodes so far, by open name
  std::vector<std::vector<std::uint32_t>> suspended_;  ///< open boxes of the layers below
  std::vector<std::uint32_t> layer_stack_;
  std::vector<Expectation> expectations_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t chunk_ = 0, chunk_used_ = 0;
  std::deque<std::string> long_texts_;
};

}  // namespace hengping::ui
