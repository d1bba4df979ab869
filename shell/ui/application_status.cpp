// What the page says of itself while people work: whether all is saved, whether a newer version waits.
#include "shell/ui/application.h"
#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/keeping_parts.h"
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

void Application::backup_status(Context& context, const StatusFact& fact) {
  const shell::BackupStanding now = app_.backup_standing();
  switch (now.kind) {
    case shell::BackupStanding::Kind::nothing_to_keep: return;
    case shell::BackupStanding::Kind::none: return fact(Icon::warning, context.words(UiText::backup_brief_none));
    case shell::BackupStanding::Kind::unproven: return fact(Icon::warning, context.words(UiText::backup_brief_unproven));
    case shell::BackupStanding::Kind::proven: break;
  }
  if (now.days == 0) return fact(Icon::file, context.words(UiText::backup_brief_today));
  fact(Icon::file, context.words(UiText::backup_brief_days, {std::to_string(now.days)}));
}

void Application::room_notices(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const Room& room = frame.surroundings().room;
  if (room.cleared) {
    const auto scope = banner(frame, {.key = "cleared",
                                      .tone = Tone::negative,
                                      .title = words(UiText::cleared_title),
                                      .detail = words(UiText::cleared_detail),
                                      .live = true});
    BoxStyle style;
    style.gap = 10;
    const auto actions = frame.row(style);
    link_button(frame, "#/exchange", {.key = "import", .label = words(UiText::action_import_backup), .icon = Icon::upload});
    if (button(frame, {.key = "noted", .label = words(UiText::action_noted)})) frame.effects().request = PageRequest::note_clearing;
  }
  const shell::RoomState state = room.known ? shell::room_state(room.used_mb, room.quota_mb) : shell::RoomState::plenty;
  if (state == shell::RoomState::plenty) return;
  const bool nearly = state == shell::RoomState::nearly_full;
  const std::string detail = words(UiText::room_low_detail, {megabytes_text(words, room.used_mb), megabytes_text(words, room.quota_mb)});
  const auto scope = banner(frame, {.key = "room",
                                    .tone = nearly ? Tone::negative : Tone::caution,
                                    .title = words(nearly ? UiText::room_nearly_full : UiText::room_scarce),
                                    .detail = detail,
                                    .live = true});
  if (button(frame, {.key = "back-up", .label = words(UiText::action_back_up), .icon = Icon::download}))
    app_.back_up(shell::BackupPlace::file);
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
    frame.effects().request = PageRequest::take_newer;
}

}  // namespace hengping::ui
