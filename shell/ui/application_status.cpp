// What the page says of itself while people work: whether all is saved, whether a newer version waits.
#include "shell/ui/application.h"
#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

void Application::save_status(Context& context, bool brief) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  const shell::SaveState state = app_.save_state();
  Icon sign = Icon::check;
  Color ink = theme.positive.ink;
  std::string text;
  switch (state.kind) {
    case shell::SaveState::Kind::opening:
      sign = Icon::clock;
      ink = theme.ink_muted;
      text = words(UiText::save_opening);
      break;
    case shell::SaveState::Kind::saved: text = words(UiText::save_saved); break;
    case shell::SaveState::Kind::saving:
      sign = Icon::clock;
      ink = theme.ink_secondary;
      text = words(UiText::save_saving);
      break;
    case shell::SaveState::Kind::failed:
      sign = Icon::warning;
      ink = theme.negative.ink;
      text = brief ? std::string(words(UiText::save_failed))
                   : words(UiText::save_failed_reason, {words(text_of(shell::trouble_of(state.reason)))});
      break;
  }
  Node node;
  node.id = frame.id("save-status");
  node.role = Role::status;
  node.name = text;
  BoxStyle style;
  style.gap = 5;
  const auto row = frame.row(style, std::move(node));
  icon(frame, sign, 16, ink);
  frame.label(text, {.size = TextSize::caption, .semibold = true, .color = ink, .maximum_lines = 1});
}

void Application::newer_version(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  if (!frame.surroundings().newer_version) return;
  const auto scope = banner(frame, {.key = "newer",
                                    .title = words(UiText::newer_title),
                                    .detail = words(UiText::newer_detail),
                                    .live = true});
  const bool waits = app_.save_state().kind != shell::SaveState::Kind::saved;
  if (button(frame, {.key = "take-newer",
                     .label = words(UiText::action_take_newer),
                     .icon = Icon::retry,
                     .disabled = waits,
                     .description = waits ? words(UiText::newer_waits) : std::string_view()}))
    frame.effects().take_newer = true;
}

}  // namespace hengping::ui
