#include <algorithm>

#include "shell/ui/widgets_basic.h"

namespace hengping::ui {

namespace {

struct ButtonLook {
  Color ground = 0, ink = 0, edge = 0;
};

ButtonLook look_of(const Frame& frame, const ButtonOptions& options, NodeId id) {
  const Theme& theme = frame.theme();
  if (options.disabled) {
    const bool bare = options.kind == ButtonKind::quiet;
    return {bare ? 0 : theme.neutral.soft, theme.ink_disabled, 0};
  }
  const bool hovered = frame.hovered(id);
  const bool pressed = frame.pressed(id);
  switch (options.kind) {
    case ButtonKind::primary:
      return {pressed   ? theme.accent_pressed
              : hovered ? theme.accent_hover
                        : theme.accent.solid,
              theme.accent.on_solid, 0};
    case ButtonKind::danger:
      return {hovered || pressed ? theme.negative_hover : theme.negative.solid, theme.negative.on_solid, 0};
    case ButtonKind::secondary:
      return {pressed   ? theme.neutral.soft
              : hovered ? theme.sunken
                        : theme.surface,
              theme.ink, hovered ? theme.outline : theme.neutral.line};
    case ButtonKind::quiet: return {frame.shade(id), theme.ink_secondary, 0};
  }
  return {};
}

void paint_button(Frame& frame, const ButtonOptions& options, Node node) {
  const Theme& theme = frame.theme();
  const ButtonLook look = look_of(frame, options, node.id);
  const float height = options.small && !theme.touch ? 28 * std::max(1.0F, theme.scale) : theme.control_height;
  BoxStyle style;
  style.height = fixed(height);
  style.gap = 6;
  const float side = options.small ? 10.0F : 14.0F;
  style.padding = options.icon_only ? padding(0) : Edges{options.icon == Icon::none ? side : side - 2, 0, side, 0};
  if (options.icon_only) style.width = fixed(height);
  if (options.fill) style.width = grow();
  style.opt_out = true;
  style.main = Align::center;
  style.background = look.ground;
  style.border = look.edge;
  style.radius = theme.radius_control;
  const auto scope = frame.row(style, std::move(node));
  const TextSize size = options.small ? TextSize::caption : TextSize::body;
  const float icon_size = theme.size(size) + (options.icon_only ? 4 : 3);
  if (options.icon != Icon::none) icon(frame, options.icon, icon_size, look.ink);
  if (!options.icon_only)
    frame.label(options.label,
                {.size = size, .semibold = options.kind != ButtonKind::quiet, .color = look.ink, .maximum_lines = 1});
}

}  // namespace

bool button(Frame& frame, const ButtonOptions& options) {
  Node node;
  node.id = frame.id(options.key);
  node.role = Role::button;
  node.name = options.label;
  node.description = options.description;
  node.set(Flag::disabled, options.disabled);
  const NodeId id = node.id;
  paint_button(frame, options, std::move(node));
  return !options.disabled && frame.activated(id);
}

void link_button(Frame& frame, std::string_view address, const ButtonOptions& options) {
  Node node;
  node.id = frame.id(options.key);
  node.role = Role::link;
  node.name = options.label;
  node.description = options.description;
  node.value = address;
  paint_button(frame, options, std::move(node));
}

void link(Frame& frame, const LinkOptions& options) {
  Node node;
  node.id = frame.id(options.key);
  node.role = Role::link;
  node.name = options.label;
  node.value = options.address;
  const bool hovered = frame.hovered(node.id);
  const Theme& theme = frame.theme();
  BoxStyle style;
  style.opt_out = true;
  style.radius = 4;
  style.background = frame.pressed(node.id) ? theme.pressed : 0;
  const auto scope = frame.box(style, std::move(node));
  TextStyle text{.size = options.size,
                 .semibold = options.semibold,
                 .color = options.quiet ? theme.ink : theme.accent.ink,
                 .maximum_lines = 1};
  text.underline = hovered;
  frame.label(options.label, text);
}

Element& icon(Frame& frame, Icon sign, float size, Color color) {
  return frame.drawing(size, size, [sign, color](Painter& painter, const Element& element) {
    paint_icon(painter, sign, element.rect, color);
  });
}

}  // namespace hengping::ui
