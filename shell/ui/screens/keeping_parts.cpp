#include "shell/ui/screens/keeping_parts.h"

#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/list_parts.h"

namespace hengping::ui {

namespace {

UiText text_of(Room::Kept kept) {
  switch (kept) {
    case Room::Kept::unknown: return UiText::room_kept_unknown;
    case Room::Kept::may_go: return UiText::room_kept_may_go;
    case Room::Kept::stays: return UiText::room_kept_stays;
  }
  return UiText::room_kept_unknown;
}

UiText text_of(BackupFolder folder) {
  switch (folder) {
    case BackupFolder::impossible: return UiText::backup_folder_impossible;
    case BackupFolder::none: return UiText::backup_folder_none;
    case BackupFolder::chosen: return UiText::backup_folder_chosen;
    case BackupFolder::forbidden: return UiText::backup_folder_forbidden;
  }
  return UiText::backup_folder_impossible;
}

std::string standing_text(const Words& words, const shell::BackupStanding& standing) {
  switch (standing.kind) {
    case shell::BackupStanding::Kind::nothing_to_keep: return std::string(words(UiText::backup_standing_nothing));
    case shell::BackupStanding::Kind::none: return std::string(words(UiText::backup_standing_none));
    case shell::BackupStanding::Kind::unproven: return std::string(words(UiText::backup_standing_unproven));
    case shell::BackupStanding::Kind::proven: break;
  }
  if (standing.days == 0) return std::string(words(UiText::backup_standing_today));
  return words(UiText::backup_standing_days, {std::to_string(standing.days), standing.on.to_string()});
}

struct NewsWords {
  UiText text = UiText::backup_news_proven;
  Tone tone = Tone::positive;
};

NewsWords words_of(shell::BackupNews news) {
  switch (news) {
    case shell::BackupNews::handed_out: return {UiText::backup_news_handed_out, Tone::caution};
    case shell::BackupNews::other: return {UiText::backup_news_other, Tone::caution};
    case shell::BackupNews::unsound: return {UiText::backup_news_unsound, Tone::negative};
    case shell::BackupNews::failed: return {UiText::backup_news_failed, Tone::negative};
    case shell::BackupNews::not_signed: return {UiText::backup_news_not_signed, Tone::negative};
    case shell::BackupNews::none:
    case shell::BackupNews::proven: break;
  }
  return {};
}

void standing(Context& context) {
  Frame& frame = context.frame;
  const shell::BackupStanding now = context.app.backup_standing();
  const bool proven = now.kind == shell::BackupStanding::Kind::proven;
  const bool nothing = now.kind == shell::BackupStanding::Kind::nothing_to_keep;
  BoxStyle line;
  line.gap = space::close;
  line.wrap = true;
  const auto row = frame.row(line);
  badge(frame, standing_text(context.words, now),
        {.tone = proven ? Tone::positive : nothing ? Tone::neutral : Tone::caution, .icon = proven ? Icon::check : Icon::info});
  if (proven && now.unkept > 0) {
    const std::string count = shell::count_text(static_cast<std::int64_t>(now.unkept));
    frame.text(context.words(UiText::backup_unkept, {count}), {.color = frame.theme().ink_secondary});
  }
}

void news(Context& context) {
  const shell::BackupNews now = context.app.backup_news();
  if (now == shell::BackupNews::none) return;
  const NewsWords what = words_of(now);
  const std::string& failure = context.app.backup_failure();
  const std::string why = failure.empty() ? std::string() : std::string(context.words(ui::text_of(shell::trouble_of(failure))));
  const auto note = banner(context.frame, {.key = "news",
                                           .tone = what.tone,
                                           .title = context.words(what.text, {why}),
                                           .detail = failure,
                                           .live = true});
}

void folder(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const BackupFolder state = frame.surroundings().backup_folder;
  frame.text(words(text_of(state)), {.color = frame.theme().ink_secondary});
  if (state == BackupFolder::impossible) return;
  BoxStyle line;
  line.gap = space::close;
  line.wrap = true;
  const auto row = frame.row(line);
  PageRequest& request = frame.effects().request;
  if (state == BackupFolder::forbidden && button(frame, {.key = "allow", .label = words(UiText::action_allow_folder)}))
    request = PageRequest::allow_folder;
  if (button(frame, {.key = "choose", .label = words(UiText::action_choose_folder), .icon = Icon::file}))
    request = PageRequest::choose_folder;
  if (state != BackupFolder::none && button(frame, {.key = "forget", .label = words(UiText::action_forget_folder)}))
    request = PageRequest::forget_folder;
}

}  // namespace

std::string megabytes_text(const Words& words, float megabytes) {
  return size_text(words, static_cast<std::uint64_t>(static_cast<double>(megabytes) * 1024 * 1024));
}

void room_section(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const Room& room = frame.surroundings().room;
  const auto scope = section(frame, "room", words(UiText::room_title), words(UiText::room_detail));
  if (room.known) {
    const bool low = shell::room_state(room.used_mb, room.quota_mb) != shell::RoomState::plenty;
    const std::string used = words(UiText::room_used, {megabytes_text(words, room.used_mb), megabytes_text(words, room.quota_mb)});
    meter(frame, static_cast<std::int64_t>(room.used_mb), static_cast<std::int64_t>(room.quota_mb), low ? Tone::caution : Tone::accent,
          used);
    frame.text(used);
  }
  frame.text(words(text_of(room.kept)), {.color = frame.theme().ink_secondary});
  if (room.kept == Room::Kept::may_go && button(frame, {.key = "keep", .label = words(UiText::action_keep_data), .icon = Icon::shield}))
    frame.effects().request = PageRequest::keep_data;
}

void backup_section(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto scope = section(frame, "backups", words(UiText::backup_title), words(UiText::backup_detail));
  standing(context);
  if (context.app.backing_up()) {
    if (progress(frame, "backing-up", words(UiText::backup_writing), -1,
                 context.app.exporting() ? words(UiText::action_cancel) : std::string_view()))
      context.app.cancel_export();
  } else {
    news(context);
  }
  {
    BoxStyle line;
    line.gap = space::close;
    line.wrap = true;
    const auto row = frame.row(line);
    const bool nothing = context.app.ledger().size() == 0;
    if (button(frame, {.key = "now",
                       .label = words(UiText::action_back_up),
                       .kind = ButtonKind::primary,
                       .icon = Icon::download,
                       .disabled = nothing || context.app.backing_up(),
                       .description = nothing ? words(UiText::export_nothing) : std::string_view()}))
      context.app.back_up(shell::BackupPlace::file);
    ChosenFile file;
    if (file_button(frame, {.key = "check", .label = words(UiText::action_check_backup), .icon = Icon::check}, ".json,application/json",
                    file)) {
      if (file.unreadable)
        context.toaster.say(words(UiText::import_unreadable, {file.name}), Tone::negative);
      else
        context.app.check_backup(file.bytes);
    }
  }
  folder(context);
  frame.text(words(UiText::backup_limits), {.size = TextSize::caption, .color = frame.theme().ink_secondary});
}

}  // namespace hengping::ui
