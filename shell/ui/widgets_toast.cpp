// Passing messages, one below the other, some with something to be done about them.
#include <algorithm>

#include "shell/ui/widgets_overlay.h"

namespace hengping::ui {

namespace {

constexpr double plain_seconds = 5;
constexpr double action_seconds = 10;  // to read, and to decide
constexpr std::size_t most_toasts = 3;

NodeId action_id(const Frame& frame, std::uint64_t number) { return frame.id("action", number); }

}  // namespace

void Toaster::say(std::string text, Tone tone, ToastAction action) {
  if (taken_ == action.key) taken_.clear();
  if (toasts_.size() == most_toasts) toasts_.erase(toasts_.begin());
  const double left = action.key.empty() ? plain_seconds : action_seconds;
  toasts_.push_back({++numbers_, std::move(text), tone, std::move(action), left});
}

bool Toaster::taken(std::string_view key) {
  if (key.empty() || taken_ != key) return false;
  taken_.clear();
  return true;
}

void Toaster::take_events(Frame& frame) {
  for (const Event& event : frame.events()) {
    const bool inside = waits_ || std::any_of(toasts_.begin(), toasts_.end(), [&](const Toast& toast) {
                          return event.node == action_id(frame, toast.number);
                        });
    if (event.type == EventType::key && event.text == "Escape" && inside && !toasts_.empty()) {
      if (frame.focused(action_id(frame, toasts_.back().number))) frame.focus(frame.main_heading());
      toasts_.pop_back();
    }
  }
  const auto pressed = std::find_if(toasts_.begin(), toasts_.end(), [&](const Toast& toast) {
    return !toast.action.key.empty() && frame.activated(action_id(frame, toast.number));
  });
  if (pressed == toasts_.end()) return;
  taken_ = pressed->action.key;
  if (!pressed->action.address.empty()) frame.effects().navigate = pressed->action.address;
  toasts_.erase(pressed);
}

void Toaster::run_down(Frame& frame, double seconds) {
  for (Toast& toast : toasts_) {
    if (!waits_ && !toast.fresh) toast.left -= seconds - seconds_;
    toast.fresh = false;
  }
  seconds_ = seconds;
  std::erase_if(toasts_, [](const Toast& toast) { return toast.left <= 0; });
  waits_ = frame.hovered(frame.id("toast")) || std::any_of(toasts_.begin(), toasts_.end(), [&](const Toast& toast) {
             return frame.focused(action_id(frame, toast.number)) || frame.hovered(action_id(frame, toast.number));
           });
  waits_ = waits_ && !toasts_.empty();
}

void Toaster::draw(Frame& frame, double seconds) {
  take_events(frame);
  if (frame.painting()) run_down(frame, seconds);
  Node node;
  node.id = frame.id("toast");
  node.role = Role::status;
  if (!toasts_.empty()) node.name = toasts_.back().text;
  BoxStyle style;
  style.gap = 8;
  const auto popup = frame.popup(0, Placement::corner, style, std::move(node));
  for (const Toast& toast : toasts_) paint(frame, toast);
  if (waits_ || toasts_.empty()) return;
  const auto next = std::min_element(toasts_.begin(), toasts_.end(),
                                     [](const Toast& one, const Toast& other) { return one.left < other.left; });
  frame.wake_after(next->left + 0.016);
}

void Toaster::paint(Frame& frame, const Toast& toast) {
  const Theme& theme = frame.theme();
  const Color ink = theme.forced ? theme.page : theme.dark ? rgb(0x161A21) : rgb(0xFFFFFF);
  BoxStyle style;
  style.background = theme.forced ? theme.ink : theme.dark ? rgb(0xECEEF2) : rgb(0x1D222B);
  style.radius = 12;
  style.shadow = 20;
  style.padding = padding(16, toast.action.key.empty() ? 12 : 6);
  style.width = fit(std::min(520.0F, frame.surroundings().width - 32));
  style.gap = 10;
  const auto row = frame.row(style);
  const bool good = toast.tone == Tone::positive;
  const Color sign = theme.dark ? (good ? rgb(0x166A39) : rgb(0xAE241C)) : (good ? rgb(0x7AD8A2) : rgb(0xFF9F97));
  icon(frame,
       good                          ? Icon::check
       : toast.tone == Tone::neutral ? Icon::info
                                     : Icon::warning,
       18, toast.tone == Tone::neutral || theme.forced ? ink : sign);
  // the live region says the latest; the others were said before, and can be read
  Element& words = toast.number == toasts_.back().number ? frame.label(toast.text, {.semibold = true, .color = ink})
                                                         : frame.text(toast.text, {.semibold = true, .color = ink});
  words.style.width = grow(1, 0);
  if (toast.action.key.empty()) return;
  Node node;
  node.id = action_id(frame, toast.number);
  node.role = Role::button;
  node.name = toast.action.label;
  BoxStyle press;
  press.height = fixed(theme.touch ? 44 : 32);
  press.padding = padding(10, 0);
  press.radius = theme.radius_control;
  press.opt_out = true;
  press.border = ink;
  const bool hovered = frame.hovered(node.id);
  const auto button = frame.row(press, std::move(node));
  frame.current().ring = ink;
  TextStyle text{.semibold = true, .color = ink, .maximum_lines = 1};
  text.underline = hovered;
  frame.label(toast.action.label, text);
}

}  // namespace hengping::ui
