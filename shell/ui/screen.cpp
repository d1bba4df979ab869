#include "shell/ui/screen.h"

namespace hengping::ui {

void page_head(Context& context, const PageOptions& options) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  frame.effects().title = std::string(options.title) + " \xC2\xB7 " + std::string(context.words(UiText::product_name));
  const NodeId heading = frame.id("main-heading");
  frame.set_main_heading(heading);
  BoxStyle outer;
  outer.gap = 6;
  const auto head = frame.column(outer);
  if (!options.crumbs.empty()) {
    Node node;
    node.id = frame.id("crumbs");
    node.role = Role::navigation;
    node.name = context.words(UiText::page_crumbs);
    BoxStyle style;
    style.gap = 4;
    style.wrap = true;
    style.opt_out = true;
    const auto row = frame.row(style, std::move(node));
    std::size_t number = 0;
    if (options.here.empty()) icon(frame, Icon::chevron_left, 14, theme.accent.ink);
    for (const Crumb& crumb : options.crumbs) {
      const auto names = frame.keyed("crumb", number++);
      if (number > 1) icon(frame, Icon::chevron_right, 12, theme.ink_muted);
      link(frame, {.key = "link", .label = crumb.label, .address = crumb.address, .size = TextSize::caption});
    }
    if (!options.here.empty()) {
      icon(frame, Icon::chevron_right, 12, theme.ink_muted);
      frame.text(options.here, {.size = TextSize::caption, .color = theme.ink_muted, .maximum_lines = 1});
    }
  }
  BoxStyle line;
  line.wrap = true;
  line.gap = 16;
  line.line_gap = 12;
  line.main = Align::between;
  const auto row = frame.row(line);
  {
    BoxStyle words_style;
    words_style.gap = 4;
    const auto words = frame.column(words_style);
    {
      BoxStyle title_style;
      title_style.gap = 10;
      title_style.line_gap = 6;
      title_style.wrap = true;
      const auto title = frame.row(title_style);
      frame.heading(1, options.title, {.size = TextSize::title, .semibold = true}, heading);
      if (options.badges) options.badges();
    }
    if (!options.detail.empty()) frame.text(options.detail, {.color = theme.ink_muted});
  }
  if (options.actions) {
    BoxStyle actions_style;
    actions_style.gap = 10;
    actions_style.wrap = true;
    const auto actions = frame.row(actions_style);
    options.actions();
  }
}

void missing_page(Context& context, std::string_view detail, std::string_view back_label, std::string_view back) {
  page_head(context, {.title = context.words(UiText::page_missing)});
  const auto card_scope = card(context.frame);
  const auto empty = empty_state(
      context.frame, {.icon = Icon::search, .title = context.words(UiText::page_missing), .detail = detail});
  link_button(context.frame, back, {.key = "back", .label = back_label});
}

void standing_badge(Context& context, Standing standing) {
  badge(context.frame, context.words(text_of(standing)), {.tone = tone_of(standing), .icon = icon_of(standing)});
}

void satisfaction_badge(Context& context, Satisfaction satisfaction) {
  badge(context.frame, context.words(text_of(satisfaction)),
        {.tone = tone_of(satisfaction), .icon = icon_of(satisfaction)});
}

}  // namespace hengping::ui
