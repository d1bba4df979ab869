#include "shell/ui/screens/list_parts.h"

namespace hengping::ui {

namespace {

/// "12 of 340", said when it changes.
void list_count(Context& context, const ListSize& size) {
  const std::string some = shell::count_text(static_cast<std::int64_t>(size.shown));
  const std::string total = shell::count_text(static_cast<std::int64_t>(size.all));
  const std::string words = size.shown == size.all ? context.words(UiText::list_count_all, {total})
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

void list_is_empty(Context& context, const EmptyList& list) {
  const auto scope = card(context.frame);
  const auto empty = empty_state(
      context.frame, {.icon = list.sign, .title = context.words(list.title), .detail = context.words(list.detail)});
  link_button(context.frame, list.address,
              {.key = "first", .label = context.words(list.action), .kind = ButtonKind::primary, .icon = Icon::plus});
}

/// The filters leave nothing. True when they are to be cleared.
bool list_has_no_hits(Context& context) {
  const auto scope = card(context.frame);
  const auto empty = empty_state(context.frame, {.icon = Icon::search,
                                                 .title = context.words(UiText::list_no_hits),
                                                 .detail = context.words(UiText::list_no_hits_detail)});
  return button(context.frame, {.key = "clear-filters", .label = context.words(UiText::action_clear_filters)});
}

}  // namespace

void list_screen(Context& context, const ListScreen& list) {
  page_head(context, list.head);
  ListSize size = list.update();
  if (list.is_empty ? list.is_empty() : size.all == 0) {
    list_is_empty(context, list.empty);
    return;
  }
  const Scope panel = list.tabs ? list.tabs() : Scope(context.frame, Scope::Kind::none);
  list.filters();
  size = list.update();
  list_count(context, size);
  if (size.shown > 0 && context.frame.phone()) {
    list.cards();
  } else if (size.shown > 0) {
    list.table();
  } else if (size.all == 0) {
    const auto scope = card(context.frame);
    const auto none = empty_state(context.frame, {.icon = Icon::check, .title = context.words(list.none)});
  } else if (list_has_no_hits(context)) {
    list.clear();
  }
}

Scope filter_bar(Frame& frame) {
  BoxStyle style;
  style.gap = space::usual;
  style.line_gap = space::usual;
  style.wrap = true;
  return frame.row(style);
}

void card_title(Frame& frame, std::string_view name, std::string_view id) {
  BoxStyle style;
  style.gap = space::close;
  const auto row = frame.row(style);
  Element& title = frame.label(name, {.semibold = true, .maximum_lines = 1});
  title.style.width = grow(1, 0);
  frame.label(id, {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
}

std::string_view or_dash(std::string_view text) { return text.empty() ? std::string_view("\xE2\x80\x94") : text; }

}  // namespace hengping::ui
