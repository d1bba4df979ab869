// The whole of a text that was cut, beside it: for whoever points at it, comes to it with the keyboard, or holds a finger on it.
#include <algorithm>

#include "shell/ui/widgets_overlay.h"

namespace hengping::ui {

namespace {

constexpr double patience_seconds = 0.5;
constexpr float reach = 8;  // px: the way from the text to the bubble

struct HintState {
  NodeId node = 0;
  std::string text;
  bool open = false;
  bool closed = false;  ///< taken away by the user: stays so until something else is asked for
  bool was_down = false;
};

void take_events(Frame& frame, HintState& state) {
  Memory& memory = frame.memory();
  for (const Event& event : frame.events()) {
    if (event.type == EventType::hold) {
      memory.held = event.node;
      state.closed = false;
    } else if (event.type == EventType::activate || (event.type == EventType::key && event.text == "Escape")) {
      memory.held = 0;
      state.closed = state.open;
    } else if (event.type == EventType::scroll) {
      memory.held = 0;
    }
  }
}

}  // namespace

void hint(Frame& frame) {
  const auto names = frame.keyed("hint");
  const NodeId bubble = frame.id("bubble");
  HintState& state = frame.memory().local<HintState>(bubble);
  take_events(frame, state);
  if (!frame.painting()) return;
  Memory& memory = frame.memory();
  const Surroundings& around = frame.surroundings();
  const Memory::Place* place = memory.place(bubble);
  const bool over = state.open && place != nullptr && around.has_pointer &&
                    contains(inset(place->rect, -reach), around.pointer_x, around.pointer_y);
  const bool down = around.has_pointer && around.pointer_down;
  if (down && !state.was_down && !over) memory.held = 0;
  state.was_down = down;
  const bool gone = memory.place(state.node) == nullptr;
  if (memory.cut.node != state.node && (!over || gone)) {
    state.node = memory.cut.node;
    state.open = state.closed = false;
  }
  if (memory.cut.node == state.node) state.text = memory.cut.text;
  if (state.node == 0 || state.closed) {
    state.open = false;
    return;
  }
  const double left = patience_seconds - (around.seconds - memory.cut.since);
  if (!state.open && memory.held != state.node && left > 0.001) {
    frame.wake_after(left);
    return;
  }
  state.open = true;
  const Theme& theme = frame.theme();
  Node node;
  node.id = bubble;
  node.role = Role::tooltip;
  node.name = state.text;
  node.font_size = theme.size(TextSize::caption);
  node.line_height = theme.line_height(TextSize::caption);
  BoxStyle style;
  style.background = theme.raised;
  style.border = theme.outline;
  style.radius = theme.radius_control;
  style.shadow = 12;
  style.padding = padding(10, 6);
  style.width = fit(std::min(480.0F, around.width - 32));
  const auto popup = frame.popup(state.node, Placement::below, style, std::move(node));
  frame.label(state.text, {.size = TextSize::caption});
}

}  // namespace hengping::ui
