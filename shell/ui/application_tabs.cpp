// What the page says while another tab writes, and of changes that one kept from being stored.
#include "shell/ui/application.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

void Application::other_tab(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const shell::Writing writing = app_.writing();
  if (writing == shell::Writing::mine || app_.phase() != shell::Phase::ready || app_.outdated()) return;
  const bool taking = writing == shell::Writing::taking;
  const auto scope = banner(frame, {.key = "other-tab",
                                    .title = words(UiText::tabs_title),
                                    .detail = words(taking ? UiText::tabs_taking : UiText::tabs_detail),
                                    .quiet = true});
  if (button(frame, {.key = "edit-here",
                     .label = words(UiText::action_edit_here),
                     .kind = ButtonKind::primary,
                     .disabled = taking}))
    app_.take_over();
}

void Application::not_stored(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const bool mine = app_.writing() == shell::Writing::mine;
  const std::string detail =
      words(mine ? UiText::tabs_not_submitted : UiText::tabs_not_stored, {std::to_string(app_.stranded().changes)});
  const auto scope = banner(frame, {.key = "not-stored",
                                    .tone = Tone::negative,
                                    .title = words(UiText::save_failed),
                                    .detail = detail,
                                    .live = true});
  BoxStyle style;
  style.gap = 10;
  const auto actions = frame.row(style);
  const bool has_file = !app_.stranded().bundle.empty() || !shell::facts_file(app_.stranded().own).empty();
  if (has_file &&
      button(frame,
             {.key = "export-not-stored", .label = words(UiText::action_export_unsaved), .icon = Icon::download}))
    app_.export_stranded();
  if (mine && button(frame, {.key = "let-go", .label = words(UiText::action_close)})) app_.discard_stranded();
}

}  // namespace hengping::ui
