#include "shell/ui/widgets_overlay.h"

#include <algorithm>

namespace hengping::ui {

namespace {

constexpr double toast_seconds = 5;

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
  style.border = theme.dark ? theme.hairline : 0;
  style.radius = 16;
  style.shadow = 32;
  style.padding = frame.phone() ? Edges{20, 20, 20, 20 + frame.surroundings().safe_bottom} : padding(24);
  style.gap = 16;
  return frame.popup(0, Placement::center, style, std::move(node));
}

}  // namespace

Dialog::Dialog(Frame& frame, const DialogOptions& options)
    : frame_(frame), names_(frame.keyed(options.key)), popup_(open_dialog(frame, options)) {
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

void Toaster::say(std::string text, Tone tone) {
  text_ = std::move(text);
  tone_ = tone;
  fresh_ = true;
}

void Toaster::draw(Frame& frame, double seconds) {
  if (fresh_) until_ = seconds + toast_seconds;
  fresh_ = false;
  const bool shows = !text_.empty() && seconds < until_;
  if (!shows) text_.clear();
  const Theme& theme = frame.theme();
  Node node;
  node.id = frame.id("toast");
  node.role = Role::status;
  node.name = text_;
  BoxStyle style;
  if (shows) {
    style.background = theme.dark ? rgb(0xECEEF2) : rgb(0x1D222B);
    style.radius = 12;
    style.shadow = 20;
    style.padding = padding(16, 12);
    style.width = fit(std::min(520.0F, frame.surroundings().width - 32));
  }
  const auto popup = frame.popup(0, Placement::corner, style, std::move(node));
  if (!shows) return;
  frame.effects().wake_after_ms = std::max(0.0, until_ - seconds) * 1000 + 16;
  const auto row = frame.row({.gap = 10});
  const bool good = tone_ == Tone::positive;
  const Color sign = theme.dark ? (good ? rgb(0x166A39) : rgb(0xAE241C)) : (good ? rgb(0x7AD8A2) : rgb(0xFF9F97));
  icon(frame, good ? Icon::check : Icon::warning, 18, sign);
  Element& words = frame.label(text_, {.semibold = true, .color = theme.dark ? rgb(0x161A21) : rgb(0xFFFFFF)});
  words.style.width = fit();
}

}  // namespace hengping::ui
