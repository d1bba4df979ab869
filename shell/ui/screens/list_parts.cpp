#include "shell/ui/screens/list_parts.h"

namespace hengping::ui {

Scope filter_bar(Frame& frame) {
  BoxStyle style;
  style.gap = 12;
  style.line_gap = 10;
  style.wrap = true;
  return frame.row(style);
}

void list_count(Context& context, std::size_t shown, std::size_t all) {
  const std::string some = shell::count_text(static_cast<std::int64_t>(shown));
  const std::string total = shell::count_text(static_cast<std::int64_t>(all));
  const std::string words = shown == all ? context.words(UiText::list_count_all, {total})
                                         : context.words(UiText::list_count_some, {some, total});
  Frame& frame = context.frame;
  Element& text = frame.label(words, {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
  Node node;
  node.id = frame.id("count");
  node.role = Role::status;
  node.name = words;
  node.font_size = text.face.size;
  frame.state(text, std::move(node));
}

void list_is_empty(Context& context, Icon sign, UiText title, UiText detail, std::string_view address, UiText action) {
  const auto scope = card(context.frame);
  const auto empty =
      empty_state(context.frame, {.icon = sign, .title = context.words(title), .detail = context.words(detail)});
  link_button(context.frame, address,
              {.key = "first", .label = context.words(action), .kind = ButtonKind::primary, .icon = Icon::plus});
}

bool list_has_no_hits(Context& context) {
  const auto scope = card(context.frame);
  const auto empty = empty_state(context.frame, {.icon = Icon::search,
                                                 .title = context.words(UiText::list_no_hits),
                                                 .detail = context.words(UiText::list_no_hits_detail)});
  return button(context.frame, {.key = "clear-filters", .label = context.words(UiText::action_clear_filters)});
}

void card_title(Frame& frame, std::string_view name, std::string_view id) {
  BoxStyle style;
  style.gap = 8;
  const auto row = frame.row(style);
  Element& title = frame.label(name, {.semibold = true, .maximum_lines = 1});
  title.style.width = grow(1, 0);
  frame.label(id, {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
}

std::string_view or_dash(std::string_view text) { return text.empty() ? std::string_view("\xE2\x80\x94") : text; }

}  // namespace hengping::ui
