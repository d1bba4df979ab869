#include "shell/ui/widgets_basic.h"

#include <algorithm>
#include <cmath>

namespace hengping::ui {

namespace {
constexpr float badge_padding = 8;
constexpr float badge_padding_icon = 6;  // an icon brings room of its own
constexpr float badge_gap = 4;
}  // namespace

void badge(Frame& frame, std::string_view label, const BadgeOptions& options) {
  const Theme& theme = frame.theme();
  const ToneColors& tone = theme.tone(options.tone);
  const Color ink = options.strong ? tone.on_solid : tone.ink;
  BoxStyle style;
  style.padding = {options.icon == Icon::none ? badge_padding : badge_padding_icon, 1, badge_padding, 1};
  style.gap = badge_gap;
  style.background = options.strong ? tone.solid : tone.soft;
  style.radius = theme.radius_pill;
  style.opt_out = true;
  const auto scope = frame.row(style);
  if (options.icon != Icon::none) icon(frame, options.icon, theme.size(TextSize::caption) + 1, ink);
  frame.text(label, {.size = TextSize::caption, .semibold = true, .color = ink, .maximum_lines = 1});
}

float badge_width(const Frame& frame, std::string_view label, bool with_icon) {
  const float sign = frame.theme().size(TextSize::caption) + 1 + badge_gap;
  const float edges = badge_padding + (with_icon ? badge_padding_icon + sign : badge_padding);
  return std::ceil(text_width(frame.face(TextSize::caption, true), label) + edges);
}

Scope card(Frame& frame, BoxStyle style) {
  const Theme& theme = frame.theme();
  style.background = theme.surface;
  style.border = theme.hairline;
  style.radius = theme.radius_card;
  if (style.padding.left == 0 && style.padding.top == 0) style.padding = padding(frame.phone() ? 16 : 20);
  if (style.gap == 0) style.gap = 12;
  return frame.column(style);
}

Scope section(Frame& frame, std::string_view key, std::string_view title, std::string_view detail) {
  const Theme& theme = frame.theme();
  Scope scope = card(frame, {.gap = 14});
  Node node;
  node.id = frame.id(key);
  node.role = Role::region;
  node.name = title;
  frame.state(frame.current(), std::move(node));
  const auto head = frame.column({.gap = 2});
  frame.heading(2, title, {.size = TextSize::subtitle, .semibold = true});
  if (!detail.empty()) frame.text(detail, {.size = TextSize::caption, .color = theme.ink_muted});
  return scope;
}

Scope named_list(Frame& frame, std::string_view key, std::string_view name, float gap) {
  Node node;
  node.id = frame.id(key);
  node.role = Role::list;
  node.name = name;
  return frame.column({.gap = gap}, std::move(node));
}

Scope list_item(Frame& frame, const BoxStyle& style) {
  Node node;
  node.id = frame.id("item");
  node.role = Role::listitem;
  return frame.column(style, std::move(node));
}

void separator(Frame& frame) {
  BoxStyle style;
  style.height = fixed(1);
  style.width = grow();
  style.background = frame.theme().hairline;
  const auto scope = frame.box(style);
}

Scope banner(Frame& frame, const BannerOptions& options) {
  const Theme& theme = frame.theme();
  const ToneColors& tone = theme.tone(options.tone);
  Node node;
  node.id = frame.id(options.key);
  node.role = options.live ? Role::alert : options.quiet ? Role::status : Role::group;
  node.name = options.title;
  BoxStyle style;
  style.axis = Axis::row;
  style.wrap = true;
  style.cross = Align::center;
  style.gap = 12;
  style.line_gap = 10;
  style.padding = padding(16, 12);
  style.background = tone.soft;
  style.border = tone.line;
  style.radius = theme.radius_card;
  Scope scope = frame.row(style, std::move(node));
  const Icon sign = options.tone == Tone::positive                                    ? Icon::check
                    : options.tone == Tone::negative || options.tone == Tone::caution ? Icon::warning
                                                                                      : Icon::info;
  const auto words = frame.row(
      {.gap = 12, .width = grow(1, std::min(260.0F, frame.surroundings().width - 96)), .cross = Align::start});
  icon(frame, sign, 20, tone.ink);
  const auto column = frame.column({.gap = 2, .width = grow(1, 0)});
  frame.text(options.title, {.semibold = true, .color = theme.ink});
  if (!options.detail.empty()) frame.text(options.detail, {.color = theme.ink_secondary});
  return scope;
}

void meter(Frame& frame, std::int64_t count, std::int64_t limit, Tone tone, std::string_view spoken) {
  const Theme& theme = frame.theme();
  const Color full = theme.tone(tone).solid;
  const Color empty = theme.dark ? theme.neutral.line : theme.hairline;
  Node node;
  node.id = frame.next_id();
  node.role = Role::image;
  node.name = spoken;
  BoxStyle style;
  style.width = grow(1, 48);
  style.height = fixed(8);
  const auto scope = frame.box(style, std::move(node));
  frame.current().paint = [=](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    if (limit > 0 && limit <= 12) {
      constexpr float gap = 4;
      const float wide = (rect.width - gap * static_cast<float>(limit - 1)) / static_cast<float>(limit);
      for (std::int64_t cell = 0; cell < limit; ++cell) {
        painter.fill({rect.x + static_cast<float>(cell) * (wide + gap), rect.y, wide, rect.height},
                     cell < count ? full : empty, rect.height / 2);
      }
      return;
    }
    painter.fill(rect, empty, rect.height / 2);
    const float share = limit > 0 ? std::clamp(static_cast<float>(count) / static_cast<float>(limit), 0.0F, 1.0F) : 0;
    painter.fill({rect.x, rect.y, rect.width * share, rect.height}, full, rect.height / 2);
  };
}

void share_bar(Frame& frame, std::size_t positive, std::size_t neutral, std::size_t negative, float height) {
  const Theme& theme = frame.theme();
  const std::size_t all = positive + neutral + negative;
  BoxStyle style;
  style.width = grow(1, 48);
  style.height = fixed(height);
  const auto scope = frame.box(style);
  frame.current().paint = [=, &theme](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    painter.fill(rect, theme.neutral.soft, height / 2);
    if (all == 0) return;
    float x = rect.x;
    const auto part = [&](std::size_t count, Color color) {
      const float wide = rect.width * static_cast<float>(count) / static_cast<float>(all);
      if (count == 0) return;
      painter.fill({x, rect.y, std::max(2.0F, wide - 1.5F), rect.height}, color, std::min(height / 2, 3.0F));
      x += wide;
    };
    part(positive, theme.positive.solid);
    part(neutral, theme.dark ? theme.ink_disabled : theme.neutral.line);
    part(negative, theme.negative.solid);
  };
}

Scope key_value_box(Frame& frame, std::string_view term) {
  Scope scope = frame.column({.gap = 2, .width = grow()});
  frame.text(term, {.size = TextSize::caption, .color = frame.theme().ink_muted});
  return scope;
}

void key_value(Frame& frame, std::string_view term, std::string_view value) {
  const auto scope = key_value_box(frame, term);
  frame.text(value.empty() ? std::string_view("\xE2\x80\x94") : value);
}

Scope empty_state(Frame& frame, const EmptyOptions& options) {
  const Theme& theme = frame.theme();
  Scope scope = frame.column({.gap = 12, .padding = padding(24, frame.phone() ? 32 : 56), .cross = Align::center});
  {
    BoxStyle style;
    style.width = fixed(56);
    style.height = fixed(56);
    style.background = theme.accent.soft;
    style.radius = 16;
    style.main = Align::center;
    const auto plate = frame.row(style);
    icon(frame, options.icon, 28, theme.accent.ink);
  }
  {
    const auto words = frame.column({.gap = 4, .width = fit(440), .cross = Align::center});
    frame.text(options.title, {.size = TextSize::subtitle, .semibold = true, .align = Align::center});
    if (!options.detail.empty()) frame.text(options.detail, {.color = theme.ink_secondary, .align = Align::center});
  }
  return scope;
}

bool disclosure(Frame& frame, std::string_view key, std::string_view label, bool open_at_first) {
  struct State {
    bool known = false, open = false;
  };
  const Theme& theme = frame.theme();
  const NodeId id = frame.id(key);
  State& state = frame.memory().local<State>(id);
  if (!state.known) state = {true, open_at_first};
  if (frame.activated(id)) state.open = !state.open;
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = label;
  node.set(state.open ? Flag::expanded : Flag::collapsed);
  BoxStyle style;
  style.gap = 6;
  style.height = fixed(theme.touch ? 44 : 28);
  style.opt_out = true;
  style.padding = {0, 0, 8, 0};
  style.radius = 6;
  style.background = frame.pressed(id) ? theme.pressed : 0;
  const auto scope = frame.row(style, std::move(node));
  const Color ink = frame.hovered(id) ? theme.accent.ink : theme.ink_secondary;
  icon(frame, state.open ? Icon::chevron_down : Icon::chevron_right, 16, ink);
  frame.label(label, {.semibold = true, .color = ink, .maximum_lines = 1});
  return state.open;
}

std::size_t tabs(Frame& frame, std::string_view key, std::string_view name, std::span<const TabOption> options) {
  const Theme& theme = frame.theme();
  const auto names = frame.keyed(key);
  const NodeId list = frame.id("list");
  std::size_t& chosen = frame.memory().local<std::size_t>(list);
  chosen = std::min(chosen, options.empty() ? 0 : options.size() - 1);
  for (std::size_t index = 0; index < options.size(); ++index) {
    if (frame.activated(frame.id("tab", index))) chosen = index;  // the page walks by arrow keys and presses
  }
  Node node;
  node.id = list;
  node.role = Role::tablist;
  node.name = name;
  const auto strip = frame.column({}, std::move(node));
  {
    BoxStyle row_style{.gap = frame.phone() ? 4.0F : 20.0F};
    row_style.main = Align::start;
    row_style.wrap = true;
    const auto row = frame.row(row_style);
    for (std::size_t index = 0; index < options.size(); ++index) {
      const TabOption& option = options[index];
      Node tab;
      tab.id = frame.id("tab", index);
      tab.role = Role::tab;
      tab.name = option.count.empty() ? std::string(option.label)
                                      : std::string(option.label) + " " + std::string(option.count);
      const bool on = index == chosen;
      tab.set(Flag::selected, on);
      if (on) tab.controls = frame.id("panel");
      const Color ink = on ? theme.ink : frame.hovered(tab.id) ? theme.ink : theme.ink_muted;
      BoxStyle style;
      style.height = fixed(theme.touch ? 48 : 40);
      style.gap = 6;
      style.padding = padding(frame.phone() ? 8 : 2, 0);
      style.radius = 6;
      style.background = frame.pressed(tab.id) ? theme.pressed : 0;
      const auto scope = frame.row(style, std::move(tab));
      frame.current().paint = [on, &theme](Painter& painter, const Element& element) {
        const Rect& rect = element.rect;
        if (on) painter.fill({rect.x, rect.y + rect.height - 2, rect.width, 2}, theme.accent.solid, 1);
      };
      frame.label(option.label, {.semibold = on, .color = ink, .maximum_lines = 1});
      if (!option.count.empty())
        frame.label(option.count, {.size = TextSize::caption, .color = theme.ink_muted, .maximum_lines = 1});
    }
  }
  separator(frame);
  return chosen;
}

Scope tab_panel(Frame& frame, std::string_view key, BoxStyle style) {
  const auto names = frame.keyed(key);
  Node node;
  node.id = frame.id("panel");
  node.role = Role::tabpanel;
  node.labelled_by = frame.id("tab", frame.memory().local<std::size_t>(frame.id("list")));
  return frame.column(style, std::move(node));
}

}  // namespace hengping::ui
