// What a file would do, and taking it in.
#include <algorithm>

#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/exchange_parts.h"

namespace hengping::ui {

namespace {

constexpr std::size_t most_feeds_shown = 50;

/// What is to be known about the device before its records are let in, and what follows from it.
void remarks(Context& context, const shell::ImportFeed& feed) {
  Frame& frame = context.frame;
  const auto remark = [&](UiText text) {
    frame.text(context.words(text), {.size = TextSize::caption, .color = frame.theme().ink_secondary});
  };
  if (feed.standing == DeviceStanding::unknown) remark(UiText::preview_unknown_device);
  if (feed.standing == DeviceStanding::refused) remark(UiText::preview_refused_device);
  if (feed.standing == DeviceStanding::revoked) remark(UiText::preview_revoked_device);
  if (feed.forks) remark(UiText::preview_forks);
  if (feed.part_missing) remark(UiText::preview_part_missing);
  if (feed.in_part) remark(UiText::preview_in_part);
}

void devices(Context& context, const shell::ImportPreview& preview) {
  if (preview.feeds.empty()) return;
  Frame& frame = context.frame;
  const Words& words = context.words;
  frame.text(words(UiText::preview_devices), {.semibold = true});
  const auto all = named_list(frame, "devices", words(UiText::preview_devices), space::close);
  for (std::size_t index = 0; index < std::min(preview.feeds.size(), most_feeds_shown); ++index) {
    const shell::ImportFeed& feed = preview.feeds[index];
    const auto names = frame.keyed("device", index);
    const auto entry = list_item(frame, {.gap = space::hair});
    {
      BoxStyle line;
      line.gap = space::close;
      line.wrap = true;
      const auto row = frame.row(line);
      frame.text(device_text(feed.device.name, feed.device.id));
      badge(frame, words(text_of(feed.device.role)), {});
      badge(frame, words(text_of(feed.standing)), {.tone = tone_of(feed.standing)});
      frame.text(words(UiText::preview_device_added, {shell::count_text(static_cast<std::int64_t>(feed.added))}),
                 {.color = frame.theme().ink_secondary});
    }
    remarks(context, feed);
  }
  if (preview.feeds.size() <= most_feeds_shown) return;
  const std::string more = shell::count_text(static_cast<std::int64_t>(preview.feeds.size() - most_feeds_shown));
  frame.text(words(UiText::preview_devices_more, {more}), {.color = frame.theme().ink_muted});
}

void accepted(Context& context, const shell::ImportPreview& preview) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const std::string added = shell::count_text(static_cast<std::int64_t>(preview.added));
  const std::string there = shell::count_text(static_cast<std::int64_t>(preview.already_there));
  {
    const std::string title =
        preview.added > 0 ? words(UiText::preview_ok, {added}) : std::string(words(UiText::preview_nothing_new));
    const std::string detail = words(UiText::preview_there, {there});
    const auto note = banner(frame, {.key = "ok",
                                     .tone = preview.added > 0 ? Tone::positive : Tone::neutral,
                                     .title = title,
                                     .detail = detail,
                                     .live = true});
  }
  if (preview.unreadable > 0)
    frame.text(words(UiText::preview_unreadable, {std::to_string(preview.unreadable)}),
               {.color = frame.theme().caution.ink});
  if (preview.in_two_steps) frame.text(words(UiText::preview_two_steps), {.color = frame.theme().ink_secondary});
  const auto grid = key_value_grid(frame, 150);
  for (const auto& [kind, count] : preview.added_by_kind)
    key_value(frame, kind_text(words, kind), shell::count_text(static_cast<std::int64_t>(count)));
}

void refused(Context& context, const shell::ImportPreview& preview) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  const std::string total = shell::count_text(static_cast<std::int64_t>(preview.fault_total));
  {
    const std::string title = words(UiText::preview_refused, {total});
    const auto note = banner(frame, {.key = "refused",
                                     .tone = Tone::negative,
                                     .title = title,
                                     .detail = words(UiText::preview_refused_detail),
                                     .live = true});
  }
  const auto all = named_list(frame, "faults", words(UiText::faults_name));
  for (std::size_t index = 0; index < preview.faults.size(); ++index) {
    const shell::ImportFault& fault = preview.faults[index];
    const auto names = frame.keyed("fault", index);
    BoxStyle line;
    line.gap = space::hair;
    line.padding = padding(0, 10);
    const auto entry = list_item(frame, line);
    if (index > 0) separator(frame);
    frame.text(words(fault.fault.message), {.semibold = true});
    const std::string place = fault.fault.pointer.empty() ? std::string(words(UiText::fault_whole))
                                                          : words(UiText::fault_place, {fault.fault.pointer});
    frame.text(place, {.size = TextSize::caption, .color = theme.ink_secondary});
    if (!fault.offending.empty())
      frame.text(words(UiText::fault_text, {fault.offending}), {.size = TextSize::caption, .color = theme.ink_muted});
  }
  if (preview.fault_total > preview.faults.size()) {
    const std::string more = shell::count_text(static_cast<std::int64_t>(preview.fault_total - preview.faults.size()));
    frame.text(words(UiText::faults_more, {more}), {.color = theme.ink_muted});
  }
}

}  // namespace

void import_preview(Context& context, bool bring_into_view) {
  if (context.app.import_preview() == nullptr) return;
  Frame& frame = context.frame;
  const Words& words = context.words;
  const shell::ImportPreview preview = *context.app.import_preview();  // commands below let go of it
  const std::string title = words(UiText::preview_title, {preview.name});
  if (bring_into_view) frame.effects().scroll_into_view = frame.id("preview");
  const auto scope = section(frame, "preview", title);
  if (preview.ok) {
    accepted(context, preview);
    devices(context, preview);
  } else {
    refused(context, preview);
  }
  BoxStyle style;
  style.gap = space::usual;
  const auto row = frame.row(style);
  if (preview.ok && preview.added > 0) {
    if (button(frame, {.key = "confirm",
                       .label = words(UiText::action_confirm_import),
                       .kind = ButtonKind::primary,
                       .icon = Icon::check}) &&
        context.app.confirm_import()) {
      context.toaster.say(words(UiText::import_done, {shell::count_text(static_cast<std::int64_t>(preview.added))}),
                          Tone::positive);
    }
  }
  const bool only_close = !preview.ok || preview.added == 0;
  if (button(frame, {.key = "discard", .label = words(only_close ? UiText::action_close : UiText::action_cancel)}))
    context.app.discard_import();
}

}  // namespace hengping::ui
