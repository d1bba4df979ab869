// Choices: segments, cards, tick boxes, files.
#include <algorithm>

#include "shell/ui/widgets_form.h"

namespace hengping::ui {

namespace {

Node radio_node(const Frame& frame, const FieldOptions& options, const RadioOption& choice, std::size_t index,
                bool on) {
  Node node;
  node.id = frame.id(options.key, index + 1);
  node.role = Role::radio;
  node.name = choice.label;
  node.description = choice.detail;
  node.set(Flag::checked, on);
  node.set(Flag::disabled, options.disabled);
  return node;
}

bool take_choice(Frame& frame, const FieldOptions& options, std::size_t count, int& chosen) {
  bool changed = false;
  for (std::size_t index = 0; index < count; ++index) {
    if (options.disabled || !frame.activated(frame.id(options.key, index + 1))) continue;
    changed = chosen != static_cast<int>(index);
    chosen = static_cast<int>(index);
  }
  return changed;
}

}  // namespace

bool segments(Frame& frame, const FieldOptions& options, std::span<const RadioOption> choices, int& chosen) {
  const Theme& theme = frame.theme();
  const bool changed = take_choice(frame, options, choices.size(), chosen);
  Node group;
  group.id = frame.id(options.key);
  const FieldFrame field(frame, options, group.id, true);
  BoxStyle bar;
  bar.gap = 2;
  bar.wrap = true;
  bar.line_gap = 2;
  bar.padding = padding(3);
  bar.background = theme.neutral.soft;
  bar.radius = theme.radius_control + 1;
  bar.opt_out = true;
  const auto row = frame.row(bar);
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const bool on = static_cast<int>(index) == chosen;
    Node node = radio_node(frame, options, choices[index], index, on);
    const bool hovered = frame.hovered(node.id);
    BoxStyle style;
    style.height = fixed(theme.touch ? theme.control_height : theme.control_height - 6);
    style.padding = padding(frame.phone() ? 10 : 12, 0);
    style.gap = 6;
    style.main = Align::center;
    style.radius = theme.radius_control - 2;
    style.background = frame.pressed(node.id) ? theme.pressed : 0;
    if (on) {
      style.background = theme.dark && !theme.forced ? theme.neutral.line : theme.surface;
      style.border = theme.dark && !theme.forced ? 0 : theme.hairline;
    }
    const auto segment = frame.row(style, std::move(node));
    const Color ink = on ? theme.ink : hovered ? theme.ink : theme.ink_secondary;
    if (choices[index].icon != Icon::none) icon(frame, choices[index].icon, 16, ink);
    frame.label(choices[index].label, {.semibold = on, .color = ink, .maximum_lines = 1});
  }
  return changed;
}

bool choice_cards(Frame& frame, const FieldOptions& options, std::span<const RadioOption> choices, int& chosen) {
  const Theme& theme = frame.theme();
  const bool changed = take_choice(frame, options, choices.size(), chosen);
  const NodeId group = frame.id(options.key);
  const FieldFrame field(frame, options, group, true);
  if (!options.error.empty()) {
    // a group cannot take the focus itself: its first choice does
    Node first;
    first.id = frame.id(options.key, 1);
    field.describe(first);
  }
  BoxStyle grid;
  grid.grid_minimum = frame.phone() ? 1000 : 150;  // fingers and narrow pages: one below the other
  grid.gap = 10;
  grid.cross = Align::stretch;
  const auto cards = frame.box(grid);
  for (std::size_t index = 0; index < choices.size(); ++index) {
    const RadioOption& choice = choices[index];
    const bool on = static_cast<int>(index) == chosen;
    Node node = radio_node(frame, options, choice, index, on);
    node.set(Flag::invalid, !options.error.empty());
    const ToneColors& tone = theme.tone(choice.tone);
    const bool hovered = frame.hovered(node.id);
    const bool pressed = frame.pressed(node.id);
    BoxStyle style;
    style.padding = padding(14, 12);
    style.gap = 10;
    style.radius = theme.radius_control + 2;
    style.background = on ? tone.soft : pressed ? theme.neutral.soft : hovered ? theme.sunken : theme.surface;
    style.border = on ? tone.solid : !options.error.empty() ? theme.negative.solid : theme.outline;
    style.border_width = on ? 2 : 1;
    const auto card = frame.row(style, std::move(node));
    if (choice.icon != Icon::none) icon(frame, choice.icon, 20, on ? tone.ink : theme.ink_muted);
    const auto words = frame.column({.gap = 0, .width = grow(1, 0)});
    frame.label(choice.label, {.semibold = true, .color = on ? tone.ink : theme.ink, .maximum_lines = 1});
    if (!choice.detail.empty()) frame.label(choice.detail, {.size = TextSize::caption, .color = theme.ink_secondary});
  }
  return changed;
}

bool checkbox(Frame& frame, std::string_view key, std::string_view label, bool& checked) {
  const Theme& theme = frame.theme();
  const NodeId id = frame.id(key);
  const bool changed = frame.activated(id);
  if (changed) checked = !checked;
  Node node;
  node.id = id;
  node.role = Role::checkbox;
  node.name = label;
  node.set(Flag::checked, checked);
  BoxStyle style;
  style.gap = 8;
  style.height = fixed(theme.touch ? 44 : 28);
  style.opt_out = true;
  style.radius = 6;
  style.padding = {0, 0, 6, 0};
  style.background = frame.pressed(id) ? theme.pressed : 0;
  const auto row = frame.row(style, std::move(node));
  const bool on = checked;
  const Color edge = frame.hovered(id) ? theme.ink : theme.outline;
  frame.drawing(18, 18, [on, edge, &theme](Painter& painter, const Element& element) {
    const Rect& rect = element.rect;
    painter.fill(rect, on ? theme.accent.solid : theme.surface, 5);
    if (!on) painter.outline(rect, edge, 5, 1);
    if (on) paint_icon(painter, Icon::check, inset(rect, 2), theme.accent.on_solid);
  });
  frame.label(label, {.maximum_lines = 1});
  return changed;
}

bool file_button(Frame& frame, const ButtonOptions& options, std::string_view accept, ChosenFile& file) {
  const Theme& theme = frame.theme();
  Node node;
  node.id = frame.id(options.key);
  node.role = Role::file;
  node.name = options.label;
  node.description = options.description;
  node.value = accept;
  node.set(Flag::disabled, options.disabled);
  const Event* event = frame.find(EventType::file, node.id);
  const bool primary = options.kind == ButtonKind::primary;
  const bool hovered = frame.hovered(node.id);
  const bool pressed = frame.pressed(node.id);
  BoxStyle style;
  style.height = fixed(theme.control_height);
  style.padding = {12, 0, 14, 0};
  style.gap = 6;
  style.main = Align::center;
  style.opt_out = true;
  style.radius = theme.radius_control;
  style.background = primary   ? (pressed   ? theme.accent_pressed
                                  : hovered ? theme.accent_hover
                                            : theme.accent.solid)
                     : pressed ? theme.neutral.soft
                     : hovered ? theme.sunken
                               : theme.surface;
  style.border = primary ? 0 : theme.neutral.line;
  const Color ink = primary ? theme.accent.on_solid : theme.ink;
  const auto row = frame.row(style, std::move(node));
  if (options.icon != Icon::none) icon(frame, options.icon, theme.size(TextSize::body) + 3, ink);
  frame.label(options.label, {.semibold = true, .color = ink, .maximum_lines = 1});
  if (event == nullptr || options.disabled) return false;
  file = {event->text, event->bytes, event->unreadable};
  return true;
}

}  // namespace hengping::ui
