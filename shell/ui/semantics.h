// What the widget layer states about everything it draws, and the tree that the page mirrors as real DOM nodes.
//
// The canvas only paints. Input belongs to the mirror: every control is a real, transparent element (button, a[href],
// input, textarea, select-like listbox, scroller) that lies exactly over what was painted. Mouse, touch, keyboard, input methods, screen
// readers and browser drivers therefore use the same elements, focus is the document's focus, and scrolling is the
// browser's own. Events come back by node id (see input.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hengping::ui {

/// Names a node across frames: stable as long as the widget's path of ids is. 0 names no node.
using NodeId = std::uint32_t;

/// CSS pixels in the viewport, origin top left, as painted in this frame.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  [[nodiscard]] bool operator==(const Rect&) const = default;
};

/// Roles are WAI-ARIA 1.2 roles, or the HTML element that carries the role by itself.
enum class Role : std::uint8_t {
  banner,
  navigation,
  main,
  region,  ///< a named part of the screen
  form,
  heading,  ///< `level` 1–6
  text,     ///< a paragraph; no role of its own
  link,     ///< `value` is the address ("#/providers/P001"); the browser follows it
  button,
  checkbox,  ///< Flag::checked
  radio,     ///< those of one parent are one group
  switch_,
  textbox,   ///< single line; `value` is the text; `input_type` gives the kind of keyboard
  textarea,  ///< several lines
  searchbox,
  combobox,  ///< Flag::expanded; `controls` names the listbox
  listbox,
  option,  ///< Flag::selected
  file,  ///< a file chooser; `value` is the accept list. With Flag::photos the page makes pictures ready by `maximum_length` (longest side, px),
         ///< `number` (quality of JPEG, 0 to 1) and `row_count` (most bytes), and tells of each by EventType::photo
  list,
  listitem,
  table,         ///< `row_count`, `column_count` are totals, also of rows that are not painted
  row,           ///< `row` is 1-based within the whole table
  columnheader,  ///< `sort`
  cell,          ///< `column` is 1-based
  tablist,
  tab,
  tabpanel,
  dialog,       ///< Flag::modal
  status,       ///< polite live region
  alert,        ///< assertive live region
  progressbar,  ///< `number` from 0 to 1, or Flag::busy when the end is unknown
  image,
  photo,  ///< a picture that the page keeps, by `value` (its SHA-256): it shows it over its place, the whole of it if `level` is 1
  slider,  ///< place `row` of `row_count`, in words `value`; arrow keys, Home and End come as key events
  separator,
  scroller,  ///< a scrolling area; children move with it; `content_width`, `content_height`. Its bars are the browser's own
             ///< and are drawn over the right and lower 12 px: the painter leaves these free and draws none
  group,
  tree,      ///< a hierarchy of which parts open
  treeitem,  ///< `level`, Flag::expanded or collapsed where it has children; `row` of `row_count` among its siblings
  tooltip,   ///< the whole of a text that was cut; nothing names it, for what was cut has the text as its name
};

/// Whether one types into it.
[[nodiscard]] constexpr bool is_text_field(Role role) {
  return role == Role::textbox || role == Role::textarea || role == Role::searchbox || role == Role::combobox;
}

enum class Flag : std::uint32_t {
  disabled = 1U << 0U,
  checked = 1U << 1U,
  expanded = 1U << 2U,
  collapsed = 1U << 3U,
  selected = 1U << 4U,
  invalid = 1U << 5U,
  required = 1U << 6U,
  readonly = 1U << 7U,
  modal = 1U << 8U,
  busy = 1U << 9U,
  current = 1U << 10U,  ///< aria-current="page"
  popup = 1U << 11U,    ///< aria-haspopup
  pressed = 1U << 12U,
  focusable = 1U << 13U,  ///< takes focus although its role does not by itself (rows, cells)
  align_end = 1U << 14U,  ///< of text fields: the text stands at the right edge (money)
  semibold = 1U << 15U,   ///< of text fields and texts: painted in the semibold face
  walks = 1U << 16U,  ///< arrow keys walk from it to its like (a calendar's days): they come as key events, and the Tab
                      ///< key stops only at the one that is `focusable`
  cut = 1U << 17U,    ///< some of its text ends in "…": holding a finger on it shows the whole (EventType::hold)
  mixed = 1U << 18U,  ///< of tick boxes: some of what it stands for is ticked
  photos = 1U << 19U,          ///< of file choosers: for pictures, several at once
  camera = 1U << 20U,          ///< of file choosers: opens the camera where there is one
  keeps_metadata = 1U << 21U,  ///< of file choosers: what a camera wrote into its picture stays
  covered = 1U << 22U,         ///< of photos: something painted lies over it, so that it must not show
};

enum class InputType : std::uint8_t { text, search, decimal, integer, date, telephone, password };

enum class Sort : std::uint8_t { none, ascending, descending };

/// One painted thing, as assistive technology should know it. Unused members keep their defaults and are not mirrored.
struct Node {
  NodeId id = 0;
  NodeId parent = 0;  ///< filled in by SemanticTree; the outermost may name one stated before
  Role role = Role::group;
  std::string name;  ///< accessible name; empty where the content names it
  std::string description;
  std::string value;
  std::string placeholder;
  std::string autocomplete;  ///< HTML autocomplete token
  Rect rect;
  std::uint32_t flags = 0;  ///< of Flag
  std::uint8_t level = 0;
  InputType input_type = InputType::text;
  Sort sort = Sort::none;
  std::int32_t row = 0, column = 0, row_count = 0, column_count = 0;
  std::int32_t maximum_length = 0;  ///< in characters (code points); 0 is no limit
  NodeId labelled_by = 0, error_message = 0, controls = 0, active_descendant = 0;
  float number = 0;
  float font_size = 0;  ///< CSS px; of text fields, so that the live element's text lies on the painted one's baseline
  float padding_x = 0;  ///< CSS px; of text fields: from the left edge of `rect` to the first character
  float scroll_x = 0, scroll_y = 0, content_width = 0, content_height = 0;  ///< of scrollers, CSS px
  float padding_y = 0;    ///< CSS px; of text areas: from the top edge of `rect` to the first line
  float line_height = 0;  ///< CSS px; of text areas and wrapped texts; 0: one line, centred in `rect`
  std::uint32_t text_color =
      0;  ///< 0xRRGGBBAA, of text fields: what the live text and its caret are drawn with; 0: the scheme's ink

  void set(Flag flag, bool on = true) {
    const auto bit = static_cast<std::uint32_t>(flag);
    flags = on ? (flags | bit) : (flags & ~bit);
  }
  [[nodiscard]] bool has(Flag flag) const { return (flags & static_cast<std::uint32_t>(flag)) != 0; }
  [[nodiscard]] bool operator==(const Node&) const = default;
};

/// Built anew in every painted frame, in reading order; `take_patch` says only what changed since the last one.
class SemanticTree {
 public:
  void begin_frame();
  /// Opens a node that the following ones are children of, until `close`.
  void open(Node node);
  void close();
  /// A node without children.
  void leaf(Node node);
  /// Ends the frame. Every `open` must have been closed; an id used twice in one frame stops the program in debug builds.
  void end_frame();

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  /// The first node of that role and name, or null: for tests and for moving focus.
  [[nodiscard]] const Node* find(Role role, std::string_view name) const;
  [[nodiscard]] const Node* find(NodeId id) const;

  /// JSON for the mirror: `{"set":[{…changed or new nodes, whole…}],"remove":[ids],"order":[[parent,[children]]…]}`;
  /// empty if nothing changed. Parents come before their children in "set"; parent 0 is the mirror's root. Rectangles are
  /// relative to the parent (a scroller's: to its content), so that scrolling changes none of them.
  [[nodiscard]] std::string take_patch();
  /// Forgets what was sent: the next patch says everything (the mirror was rebuilt).
  void reset();

  /// What the page changed by itself: the user typed, scrolled or ticked. The next patch then contradicts the page exactly
  /// where the frame disagrees with it, and never repeats to the page what the page already shows.
  void page_changed_value(NodeId id, std::string_view value);
  void page_changed_scroll(NodeId id, float x, float y);
  /// Ticking a radio unticks the others of the same parent, as browsers do.
  void page_changed_checked(NodeId id, bool checked);

 private:
  using Index = std::unordered_map<NodeId, std::size_t>;

  void add(Node node);

  std::vector<Node> nodes_;  ///< this frame's, as stated
  std::vector<Node> sent_;   ///< what the page holds, rectangles relative to the parent
  Index index_;              ///< of nodes_
  Index sent_index_;         ///< of sent_
  std::vector<NodeId> open_;
};

/// The role's name as the mirror's patch spells it.
[[nodiscard]] std::string_view role_name(Role role);

}  // namespace hengping::ui
