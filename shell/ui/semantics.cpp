#include "shell/ui/semantics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "shell/ui/json_members.h"

namespace hengping::ui {

namespace {

/// Scroll offsets nearer than this are the same place: browsers round them to device pixels.
constexpr float same_place = 1.0F;

/// Keeps layout noise far below a device pixel from looking like a change.
float tidy(float length) { return std::round(length * 64.0F) / 64.0F; }

std::string_view input_type_name(InputType type) {
  switch (type) {
    case InputType::text: return "";
    case InputType::search: return "search";
    case InputType::decimal: return "decimal";
    case InputType::integer: return "integer";
    case InputType::date: return "date";
    case InputType::telephone: return "telephone";
    case InputType::password: return "password";
  }
  return "";
}

std::string_view sort_name(Sort sort) {
  switch (sort) {
    case Sort::none: return "";
    case Sort::ascending: return "ascending";
    case Sort::descending: return "descending";
  }
  return "";
}

void append_node(std::string& out, const Node& node) {
  JsonMembers members(out);
  members.always("id", node.id);
  members.number("parent", node.parent);
  members.text("role", role_name(node.role));
  members.text("name", node.name);
  members.text("description", node.description);
  members.text("value", node.value);
  members.text("placeholder", node.placeholder);
  members.text("autocomplete", node.autocomplete);
  members.list("rect", {node.rect.x, node.rect.y, node.rect.width, node.rect.height});
  members.number("flags", node.flags);
  members.number("level", static_cast<unsigned>(node.level));
  members.text("inputType", input_type_name(node.input_type));
  members.text("sort", sort_name(node.sort));
  members.number("row", node.row);
  members.number("column", node.column);
  members.number("rowCount", node.row_count);
  members.number("columnCount", node.column_count);
  members.number("maximumLength", node.maximum_length);
  members.number("labelledBy", node.labelled_by);
  members.number("errorMessage", node.error_message);
  members.number("controls", node.controls);
  members.number("activeDescendant", node.active_descendant);
  members.number("number", node.number);
  members.number("fontSize", node.font_size);
  members.number("paddingX", node.padding_x);
  members.number("paddingY", node.padding_y);
  members.number("lineHeight", node.line_height);
  members.number("textColor", node.text_color);
  members.number("scrollX", node.scroll_x);
  members.number("scrollY", node.scroll_y);
  members.number("contentWidth", node.content_width);
  members.number("contentHeight", node.content_height);
  members.close();
}

using ChildLists = std::vector<std::pair<NodeId, std::vector<NodeId>>>;

/// The children of every node that has any, in reading order; the root's (0) first.
ChildLists child_lists(const std::vector<Node>& nodes) {
  ChildLists lists;
  std::unordered_map<NodeId, std::size_t> where;
  lists.reserve(nodes.size() / 2 + 1);
  for (const Node& node : nodes) {
    const auto [entry, is_new] = where.try_emplace(node.parent, lists.size());
    if (is_new) lists.emplace_back(node.parent, std::vector<NodeId>{});
    lists[entry->second].second.push_back(node.id);
  }
  return lists;
}

}  // namespace

std::string_view role_name(Role role) {
  switch (role) {
    case Role::banner: return "banner";
    case Role::navigation: return "navigation";
    case Role::main: return "main";
    case Role::region: return "region";
    case Role::form: return "form";
    case Role::heading: return "heading";
    case Role::text: return "text";
    case Role::link: return "link";
    case Role::button: return "button";
    case Role::checkbox: return "checkbox";
    case Role::radio: return "radio";
    case Role::switch_: return "switch";
    case Role::textbox: return "textbox";
    case Role::textarea: return "textarea";
    case Role::searchbox: return "searchbox";
    case Role::combobox: return "combobox";
    case Role::listbox: return "listbox";
    case Role::option: return "option";
    case Role::file: return "file";
    case Role::list: return "list";
    case Role::listitem: return "listitem";
    case Role::table: return "table";
    case Role::row: return "row";
    case Role::columnheader: return "columnheader";
    case Role::cell: return "cell";
    case Role::tablist: return "tablist";
    case Role::tab: return "tab";
    case Role::tabpanel: return "tabpanel";
    case Role::dialog: return "dialog";
    case Role::status: return "status";
    case Role::alert: return "alert";
    case Role::progressbar: return "progressbar";
    case Role::image: return "image";
    case Role::photo: return "photo";
    case Role::slider: return "slider";
    case Role::separator: return "separator";
    case Role::scroller: return "scroller";
    case Role::group: return "group";
    case Role::tree: return "tree";
    case Role::treeitem: return "treeitem";
    case Role::tooltip: return "tooltip";
  }
  return "group";
}

void SemanticTree::begin_frame() {
  nodes_.clear();
  index_.clear();
  open_.clear();
}

void SemanticTree::add(Node node) {
  assert(node.id != 0 && "a stated node needs an id");
  assert(!index_.contains(node.id) && "an id was stated twice in one frame");
  // Where assertions are off a doubled id must not tear the mirror: the second thing gets a name of its own.
  while (node.id == 0 || index_.contains(node.id)) node.id = node.id * 16777619U + 0x9e3779b9U;
  if (!open_.empty()) node.parent = open_.back();
  index_.emplace(node.id, nodes_.size());
  nodes_.push_back(std::move(node));
}

void SemanticTree::open(Node node) {
  add(std::move(node));
  open_.push_back(nodes_.back().id);
}

void SemanticTree::close() {
  assert(!open_.empty() && "close without open");
  if (!open_.empty()) open_.pop_back();
}

void SemanticTree::leaf(Node node) { add(std::move(node)); }

void SemanticTree::end_frame() {
  assert(open_.empty() && "a node was opened and not closed");
  open_.clear();
}

const Node* SemanticTree::find(Role role, std::string_view name) const {
  const auto found = std::find_if(nodes_.begin(), nodes_.end(),
                                  [&](const Node& node) { return node.role == role && node.name == name; });
  return found == nodes_.end() ? nullptr : &*found;
}

const Node* SemanticTree::find(NodeId id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &nodes_[found->second];
}

std::string SemanticTree::take_patch() {
  std::vector<Node> placed = nodes_;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    Node& node = placed[i];
    float x = node.rect.x;
    float y = node.rect.y;
    if (const Node* parent = find(node.parent); parent != nullptr) {
      x -= parent->rect.x - parent->scroll_x;
      y -= parent->rect.y - parent->scroll_y;
    }
    node.rect = Rect{tidy(x), tidy(y), tidy(node.rect.width), tidy(node.rect.height)};
    node.content_width = tidy(node.content_width);
    node.content_height = tidy(node.content_height);
    node.scroll_x = tidy(node.scroll_x);
    node.scroll_y = tidy(node.scroll_y);
    if (const auto known = sent_index_.find(node.id); known != sent_index_.end()) {
      const Node& before = sent_[known->second];
      if (std::abs(before.scroll_x - node.scroll_x) < same_place) node.scroll_x = before.scroll_x;
      if (std::abs(before.scroll_y - node.scroll_y) < same_place) node.scroll_y = before.scroll_y;
    }
  }

  std::string set;
  for (const Node& node : placed) {
    const auto known = sent_index_.find(node.id);
    if (known != sent_index_.end() && sent_[known->second] == node) continue;
    if (!set.empty()) set += ',';
    append_node(set, node);
  }

  std::string removed;
  for (const Node& node : sent_) {
    if (index_.contains(node.id)) continue;
    if (!removed.empty()) removed += ',';
    append_json_number(removed, node.id);
  }

  std::string order;
  const ChildLists before = child_lists(sent_);
  std::unordered_map<NodeId, const std::vector<NodeId>*> before_by_parent;
  for (const auto& [parent, children] : before) before_by_parent.emplace(parent, &children);
  for (const auto& [parent, children] : child_lists(placed)) {
    const auto known = before_by_parent.find(parent);
    if (known != before_by_parent.end() && *known->second == children) continue;
    if (!order.empty()) order += ',';
    order += '[';
    append_json_number(order, parent);
    order += ",[";
    for (std::size_t i = 0; i < children.size(); ++i) {
      if (i != 0) order += ',';
      append_json_number(order, children[i]);
    }
    order += "]]";
  }

  sent_ = std::move(placed);
  sent_index_ = index_;
  if (set.empty() && removed.empty() && order.empty()) return {};
  return "{\"set\":[" + set + "],\"remove\":[" + removed + "],\"order\":[" + order + "]}";
}

void SemanticTree::reset() {
  sent_.clear();
  sent_index_.clear();
}

void SemanticTree::page_changed_value(NodeId id, std::string_view value) {
  const auto known = sent_index_.find(id);
  if (known != sent_index_.end()) sent_[known->second].value = value;
}

void SemanticTree::page_changed_scroll(NodeId id, float x, float y) {
  const auto known = sent_index_.find(id);
  if (known == sent_index_.end()) return;
  sent_[known->second].scroll_x = tidy(x);
  sent_[known->second].scroll_y = tidy(y);
}

void SemanticTree::page_changed_checked(NodeId id, bool checked) {
  const auto known = sent_index_.find(id);
  if (known == sent_index_.end()) return;
  Node& ticked = sent_[known->second];
  if (ticked.role == Role::radio && checked) {
    for (Node& node : sent_) {
      if (node.role == Role::radio && node.parent == ticked.parent) node.set(Flag::checked, false);
    }
  }
  ticked.set(Flag::checked, checked);
  ticked.set(Flag::mixed, false);  // whoever ticks a mixed box settles it
}

}  // namespace hengping::ui
