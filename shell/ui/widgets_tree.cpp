#include "shell/ui/widgets_tree.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace hengping::ui {

namespace {

struct TreeState {
  std::set<NodeId> open;
  NodeId here = 0;  ///< where the Tab key stops
  bool begun = false;
};

class Tree {
 public:
  Tree(Frame& frame, const TreeOptions& options)
      : frame_(frame),
        options_(options),
        items_(options.items),
        names_(frame.keyed(options.key)),
        state_(frame.memory().local<TreeState>(frame.id("tree"))) {}

  std::optional<std::size_t> run() {
    for (std::size_t item = 0; !state_.begun && item < items_.size(); ++item) {
      if (is_branch(item) && items_[item].level <= options_.open_levels) state_.open.insert(item_id(item));
    }
    state_.begun = true;
    find_visible();
    std::optional<std::size_t> chosen;
    for (const Event& event : frame_.events()) {
      const auto place =
          std::find_if(visible_.begin(), visible_.end(), [&](std::size_t item) { return item_id(item) == event.node; });
      if (place == visible_.end()) continue;
      if (event.type == EventType::focus) state_.here = event.node;
      if (event.type == EventType::activate) state_.here = event.node;
      if (event.type == EventType::activate || event.text == "Enter" || event.text == " ") {
        chosen = visible_[here()];
        if (is_branch(*chosen)) toggle(state_.here);
      } else if (event.type == EventType::key) {
        take_key(event.text);
      }
      find_visible();
    }
    paint();
    return chosen;
  }

 private:
  [[nodiscard]] NodeId item_id(std::size_t item) const { return frame_.id(items_[item].key, 0x7EE); }
  [[nodiscard]] bool is_branch(std::size_t item) const {
    return item + 1 < items_.size() && items_[item + 1].level > items_[item].level;
  }
  [[nodiscard]] bool is_open(std::size_t item) const { return state_.open.contains(item_id(item)); }
  void toggle(NodeId id) {
    if (state_.open.erase(id) == 0) state_.open.insert(id);
  }

  void find_visible() {
    visible_.clear();
    int closed = 1 << 20;  // below this level nothing shows
    for (std::size_t item = 0; item < items_.size(); ++item) {
      if (items_[item].level > closed) continue;
      closed = is_branch(item) && !is_open(item) ? items_[item].level : 1 << 20;
      visible_.push_back(item);
    }
    const auto shows = [&](NodeId id) {
      return std::any_of(visible_.begin(), visible_.end(), [&](std::size_t item) { return item_id(item) == id; });
    };
    if (visible_.empty() || shows(state_.here)) return;
    const bool marked = options_.chosen < items_.size() && shows(item_id(options_.chosen));
    state_.here = item_id(marked ? options_.chosen : visible_.front());
  }

  void go(std::size_t place) {
    state_.here = item_id(visible_[place]);
    frame_.focus(state_.here);
  }

  /// Where the keyboard stands by now among what shows: keys can come faster than the focus follows.
  [[nodiscard]] std::size_t here() const {
    std::size_t place = 0;
    while (place + 1 < visible_.size() && item_id(visible_[place]) != state_.here) ++place;
    return place;
  }

  void take_key(std::string_view key) {
    std::size_t place = here();
    const std::size_t item = visible_[place];
    if (key == "ArrowDown" && place + 1 < visible_.size()) {
      go(place + 1);
    } else if (key == "ArrowUp" && place > 0) {
      go(place - 1);
    } else if (key == "Home") {
      go(0);
    } else if (key == "End") {
      go(visible_.size() - 1);
    } else if (key == "ArrowRight" && is_branch(item)) {
      if (is_open(item)) {
        go(place + 1);
      } else {
        toggle(item_id(item));
      }
    } else if (key == "ArrowLeft" && is_branch(item) && is_open(item)) {
      toggle(item_id(item));
    } else if (key == "ArrowLeft") {
      while (place > 0 && items_[visible_[place]].level >= items_[item].level) --place;
      if (items_[visible_[place]].level < items_[item].level) go(place);
    }
  }

  /// Its number among those beside it, and how many these are; both from 1.
  [[nodiscard]] std::pair<std::int32_t, std::int32_t> place_among(std::size_t item) const {
    const int level = items_[item].level;
    std::int32_t before = 1;
    std::int32_t all = 1;
    for (std::size_t other = item; other-- > 0 && items_[other].level >= level;) before += items_[other].level == level;
    for (std::size_t other = item + 1; other < items_.size() && items_[other].level >= level; ++other)
      all += items_[other].level == level;
    return {before, before + all - 1};
  }

  void paint() {
    Node node;
    node.id = frame_.id("tree");
    node.role = Role::tree;
    node.name = options_.name;
    const auto whole = frame_.column({.gap = 2, .width = grow()}, std::move(node));
    for (const std::size_t item : visible_) paint_item(item);
  }

  void paint_item(std::size_t item) {
    const Theme& theme = frame_.theme();
    const bool marked = item == options_.chosen;
    const bool branch = is_branch(item);
    Node node;
    node.id = item_id(item);
    node.role = Role::treeitem;
    node.name = items_[item].label;
    node.level = static_cast<std::uint8_t>(items_[item].level);
    std::tie(node.row, node.row_count) = place_among(item);
    node.set(Flag::selected, marked);
    if (branch) node.set(is_open(item) ? Flag::expanded : Flag::collapsed);
    node.set(Flag::walks);
    node.set(Flag::focusable, node.id == state_.here);
    BoxStyle style;
    style.width = grow();
    style.height = fixed(theme.touch ? 44 : 32);
    style.gap = 6;
    style.padding = {8 + 18 * static_cast<float>(items_[item].level - 1), 0, 8, 0};
    style.radius = 6;
    style.background = marked ? theme.accent.soft : frame_.hovered(node.id) ? theme.hover : 0;
    const auto row = frame_.row(style, std::move(node));
    const Color ink = marked ? theme.accent.ink : theme.ink_secondary;
    if (branch) {
      icon(frame_, is_open(item) ? Icon::chevron_down : Icon::chevron_right, 16, ink);
    } else {
      frame_.space(16, 16);
    }
    Element& label =
        frame_.label(items_[item].label, {.semibold = marked, .color = marked ? ink : theme.ink, .maximum_lines = 1});
    label.style.width = grow(1, 0);
  }

  Frame& frame_;
  const TreeOptions& options_;
  std::span<const TreeItem> items_;
  Scope names_;
  TreeState& state_;
  std::vector<std::size_t> visible_;  ///< indices of items
};

}  // namespace

std::optional<std::size_t> tree(Frame& frame, const TreeOptions& options) { return Tree(frame, options).run(); }

}  // namespace hengping::ui
