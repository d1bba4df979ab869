#include "shell/ui/widgets_overlay.h"

#include <algorithm>

namespace hengping::ui {

namespace {

Scope open_dialog(Frame& frame, const DialogOptions& options) {
  const Theme& theme = frame.theme();
  Node node;
  node.id = frame.id("dialog");
  node.role = Role::dialog;
  node.name = options.title;
  node.description = options.detail;
  node.set(Flag::modal);
  BoxStyle style;
  style.width = frame.phone() ? fixed(frame.surroundings().width)
                              : fixed(std::min(options.width, frame.surroundings().width - 32));
  style.background = theme.raised;
  style.border = theme.dark || theme.forced ? theme.hairline : 0;
  style.radius = 16;
  style.shadow = 32;
  return frame.popup(0, Placement::center, style, std::move(node));
}

/// What is too high for the room that a keyboard or a turned phone leaves is scrolled.
Scope open_content(Frame& frame) {
  const Surroundings& around = frame.surroundings();
  BoxStyle style;
  style.width = grow();
  style.height = fit(std::max(96.0F, around.height - around.keyboard_inset - (frame.phone() ? 24 : 32)));
  style.padding = frame.phone() ? Edges{20, 20, 20, 20 + around.safe_bottom} : padding(24);
  style.gap = 16;
  return frame.scroller("content", style, {});
}

}  // namespace

Dialog::Dialog(Frame& frame, const DialogOptions& options)
    : frame_(frame),
      names_(frame.keyed(options.key)),
      popup_(open_dialog(frame, options)),
      content_(open_content(frame)) {
  const NodeId self = frame.id("dialog");
  dismissed_ = frame.escaped(self) || frame.find(EventType::dismiss, self) != nullptr;
  const auto words = frame.column({.gap = 6});
  frame.heading(2, options.title, {.size = TextSize::subtitle, .semibold = true});
  if (!options.detail.empty()) frame.text(options.detail, {.color = frame.theme().ink_secondary});
}

Scope Dialog::actions() {
  BoxStyle style;
  style.gap = 10;
  style.wrap = true;
  style.main = Align::end;
  style.padding = {0, 4, 0, 0};
  return frame_.row(style);
}

}  // namespace hengping::ui
