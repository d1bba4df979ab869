// 设备登记: all devices, and what the bureau states of them.
#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/exchange_parts.h"
#include "shell/ui/screens/list_parts.h"

namespace hengping::ui {

namespace {

std::string count(std::size_t value) { return shell::count_text(static_cast<std::int64_t>(value)); }

std::string_view office_words(const Words& words, shell::Office office) {
  switch (office) {
    case shell::Office::acts: return {};
    case shell::Office::founds: return words(UiText::device_enrol_founds);
    case shell::Office::other_role: return words(UiText::device_office_other);
    case shell::Office::not_enrolled: return words(UiText::device_office_not_enrolled);
  }
  return {};
}

}  // namespace

void Piecemeal::more(Context& context, std::size_t total) {
  if (total <= most_) return;
  const std::string left = count(std::min(total - most_, piece));
  if (button(context.frame, {.key = "more", .label = context.words(UiText::action_show_more, {left})})) most_ += piece;
}

void DevicesSection::ask(Asked what, const shell::DeviceRow& row) {
  asked_ = what;
  row_ = row;
  form_ = shell::enrolment_form(row);
  faults_ = {};
  if (what != Asked::enrolment) dialog_.open();
}

void DevicesSection::device(Context& context, const shell::DeviceRow& row) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  BoxStyle column_style;
  column_style.gap = space::tight;
  const auto column = frame.column(column_style);
  const std::string name = device_text(row.name, row.id);
  {
    BoxStyle line;
    line.gap = space::close;
    line.wrap = true;
    const auto head = frame.row(line);
    frame.text(name, {.semibold = true, .maximum_lines = 1});
    badge(frame, words(text_of(row.role)), {});
    badge(frame, words(text_of(row.standing)), {.tone = tone_of(row.standing)});
    if (row.own) badge(frame, words(UiText::feed_own), {.tone = Tone::accent});
  }
  const std::string_view last = or_dash(row.last_at);
  std::string line = row.scope.empty() ? words(UiText::device_line, {count(row.records), last})
                                       : words(UiText::device_line_scope, {row.scope, count(row.records), last});
  if (row.waiting > 0) line += " \xC2\xB7 " + words(UiText::device_line_waiting, {count(row.waiting)});
  frame.text(line, {.color = theme.ink_secondary});
  if (!row.is_signed) frame.text(words(UiText::device_not_signed), {.color = theme.ink_secondary});
  if (!row.own) check_digits(context, row);
  frame.text(words(UiText::device_code, {row.id}), {.size = TextSize::caption, .color = theme.ink_muted});
  if (!row.head_hash.empty())
    frame.text(words(UiText::feed_head, {row.head_hash}), {.size = TextSize::caption, .color = theme.ink_muted});
  if (!row.may_enrol && !row.may_refuse && !row.may_revoke) return;
  BoxStyle style;
  style.gap = space::usual;
  style.wrap = true;
  const auto actions = frame.row(style);
  const std::string enrol = words(UiText::action_enrol_named, {name});
  const std::string refuse = words(UiText::action_refuse_named, {name});
  const std::string revoke = words(UiText::action_revoke_named, {name});
  const bool asks = row.standing == DeviceStanding::unknown;
  if (row.may_enrol && button(frame, {.key = "enrol",
                                      .label = enrol,
                                      .kind = asks ? ButtonKind::primary : ButtonKind::secondary,
                                      .icon = Icon::check}))
    ask(Asked::enrolment, row);
  if (row.may_refuse && button(frame, {.key = "refuse", .label = refuse})) ask(Asked::refusal, row);
  if (row.may_revoke && button(frame, {.key = "revoke", .label = revoke, .kind = ButtonKind::danger}))
    ask(Asked::revocation, row);
}

void DevicesSection::enrolment(Context& context, const shell::DevicesView& view) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  Dialog dialog(
      frame,
      {.key = "enrolment", .title = words(UiText::device_enrol_title), .detail = words(UiText::device_enrol_detail)});
  check_digits(context, row_);
  if (view.office == shell::Office::founds) frame.text(words(UiText::device_enrol_founds));
  device_fields(context, form_, faults_, view.may_enrol_bureau);
  const auto actions = dialog.actions();
  const bool cancel = button(frame, {.key = "cancel", .label = words(UiText::action_cancel)});
  const bool confirm =
      button(frame, {.key = "confirm", .label = words(UiText::action_enrol), .kind = ButtonKind::primary});
  if (cancel || dialog.dismissed()) {
    asked_ = Asked::nothing;
  } else if (confirm) {
    faults_ = shell::enrol(context.app, form_);
    if (faults_.any()) {
      focus_first_error(frame);
    } else {
      asked_ = Asked::nothing;
      context.toaster.say(std::string(words(UiText::device_enrolled_done)), Tone::positive);
    }
  }
}

void DevicesSection::reason(Context& context) {
  const Words& words = context.words;
  const bool refuses = asked_ == Asked::refusal;
  const std::string name = device_text(row_.name, row_.id);
  const std::string detail = words(refuses ? UiText::device_refuse_detail : UiText::device_revoke_detail, {name});
  const bool confirmed =
      dialog_.draw(context, {.title = words(refuses ? UiText::device_refuse_title : UiText::device_revoke_title),
                             .detail = detail,
                             .action = words(refuses ? UiText::action_refuse : UiText::action_revoke),
                             .kind = ButtonKind::danger});
  if (!dialog_.is_open()) asked_ = Asked::nothing;
  if (!confirmed) return;
  const bool stated = refuses ? shell::refuse_device(context.app, row_.id, dialog_.reason())
                              : shell::revoke_device(context.app, row_.id, dialog_.reason());
  if (stated)
    context.toaster.say(std::string(words(refuses ? UiText::device_refused_done : UiText::device_revoked_done)),
                        Tone::positive);
}

void DevicesSection::draw(Context& context, const shell::DevicesView& view) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto scope = section(frame, "devices", words(UiText::devices_title), words(UiText::devices_detail));
  if (view.requests > 0) {
    const std::string title = words(UiText::device_requests, {count(view.requests)});
    const auto note = banner(frame, {.key = "requests", .tone = Tone::caution, .title = title});
  }
  const std::string_view office = office_words(words, view.office);
  if (!office.empty() && view.devices.size() > 1) frame.text(office, {.color = frame.theme().ink_secondary});
  for (std::size_t index = 0; index < pieces_.shown(view.devices.size()); ++index) {
    const auto names = frame.keyed(view.devices[index].id);
    if (index > 0) separator(frame);
    device(context, view.devices[index]);
  }
  pieces_.more(context, view.devices.size());
  if (asked_ == Asked::enrolment) {
    enrolment(context, view);
  } else if (asked_ != Asked::nothing) {
    reason(context);
  }
}

}  // namespace hengping::ui
