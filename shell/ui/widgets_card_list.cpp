#include "shell/ui/widgets_table.h"

namespace hengping::ui {

CardList::CardList(Frame& frame, const CardListOptions& options)
    : frame_(frame), options_(options), names_(frame.keyed(options.key)) {}

Scope CardList::open_list() {
  Node node;
  node.id = frame_.id("list");
  node.role = Role::list;
  node.name = options_.name;
  const NodeId id = node.id;
  BoxStyle style;
  style.width = grow();
  Scope scope = frame_.column(style, std::move(node));
  range_ = frame_.visible_rows(id, options_.rows, options_.height + gap);
  return scope;
}

Scope CardList::open_item(std::size_t row) {
  Node node;
  node.id = frame_.id("item");
  node.role = Role::listitem;
  node.row = static_cast<std::int32_t>(row + 1);
  node.row_count = static_cast<std::int32_t>(options_.rows);
  BoxStyle style;
  style.width = grow();
  style.height = fixed(options_.height + gap);
  style.padding = {0, 0, 0, gap};
  return frame_.column(style, std::move(node));
}

Scope CardList::open_card(std::string_view address) {
  const Theme& theme = frame_.theme();
  Node node;
  node.id = frame_.id("link");
  node.role = Role::link;
  node.value = address;
  const bool pressed = frame_.pressed(node.id);
  BoxStyle style;
  style.width = grow();
  style.height = grow();
  style.padding = padding(14, 12);
  style.gap = 4;
  style.background = pressed ? theme.sunken : theme.surface;
  style.border = theme.hairline;
  style.radius = theme.radius_card;
  return frame_.column(style, std::move(node));
}

}  // namespace hengping::ui
