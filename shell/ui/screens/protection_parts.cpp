#include "shell/ui/screens/protection_parts.h"

#include <array>
#include <string>

namespace hengping::ui {

void protection_section(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const Surroundings& around = frame.surroundings();
  const auto scope = section(frame, "protection", words(UiText::protection_title));
  const auto offer = [&](std::string_view key, UiText label, PageRequest request, ButtonKind kind) {
    if (button(frame, {.key = key, .label = words(label), .kind = kind})) frame.effects().request = request;
  };
  const bool locked = around.protection == Protection::locked;
  frame.text(words(locked                                  ? UiText::protection_locked
                   : around.protection == Protection::open ? UiText::protection_none
                                                           : UiText::protection_unavailable));
  if (around.protection == Protection::unavailable) return;
  if (locked) {
    const std::array<std::string, 3> labels = {words(UiText::autolock_minutes, {"15"}),
                                               words(UiText::autolock_minutes, {"5"}),
                                               words(UiText::autolock_minutes, {"60"})};
    const std::array<RadioOption, 3> times = {{{.label = labels[1]}, {.label = labels[0]}, {.label = labels[2]}}};
    // Shown from the shortest on; the first of AutoLock is what holds where nobody has chosen.
    constexpr std::array<int, 3> shown = {1, 0, 2};
    int chosen = shown[static_cast<std::size_t>(around.auto_lock)];
    if (segments(frame, {.key = "auto-lock", .label = words(UiText::autolock_title)}, times, chosen)) {
      const int time = shown[static_cast<std::size_t>(chosen)];
      frame.effects().request =
          static_cast<PageRequest>(static_cast<int>(PageRequest::auto_lock_15) + time);
    }
  }
  BoxStyle style;
  style.gap = space::close;
  style.line_gap = space::close;
  style.wrap = true;
  {
    const auto row = frame.row(style);
    if (locked) {
      offer("lock-now", UiText::action_lock_now, PageRequest::lock_now, ButtonKind::primary);
      offer("change", UiText::action_change_passphrase, PageRequest::change_passphrase, ButtonKind::secondary);
      offer("remove", UiText::action_remove_passphrase, PageRequest::remove_passphrase, ButtonKind::secondary);
    } else {
      offer("set", UiText::action_set_passphrase, PageRequest::set_passphrase, ButtonKind::secondary);
    }
  }
  frame.text(words(UiText::protection_exports), {.color = frame.theme().ink_secondary});
}

}  // namespace hengping::ui
