// A civil date: typed, in whatever notation people use, and then shown as YYYY-MM-DD; or picked from a calendar.
#include <algorithm>
#include <array>
#include <charconv>

#include "shell/app/typed_text.h"
#include "shell/ui/widgets_form.h"

namespace hengping::ui {

namespace {

struct CalendarState {
  bool open = false;
  int year = 0, month = 1;
  CivilDate day;  ///< where the keyboard stands
};

struct Parts {
  int year = 0, month = 0, day = 0;
};

Parts parts_of(CivilDate date) {
  const std::string text = date.to_string();
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    std::from_chars(text.data() + from, text.data() + from + count, value);
    return value;
  };
  return {number(0, 4), number(5, 2), number(8, 2)};
}

/// Seven of them and the calendar's edges, as far as the window holds them.
float day_width(const Frame& frame) {
  return frame.theme().touch ? std::min(44.0F, (frame.surroundings().width - 40) / 7) : 34.0F;
}

/// 0 is Monday.
int weekday(CivilDate date) { return ((date.days() + 3) % 7 + 7) % 7; }

CivilDate first_of(int year, int month) { return CivilDate::from_parts(year, month, 1).value_or(CivilDate()); }

NodeId day_id(const Frame& frame, CivilDate day) {
  return frame.id("day", static_cast<std::uint64_t>(std::int64_t{day.days()}));
}

void show(CalendarState& state, CivilDate day) {
  const Parts parts = parts_of(day);
  state.day = day;
  state.year = parts.year;
  state.month = parts.month;
}

void step_month(CalendarState& state, int by) {
  int month = state.year * 12 + state.month - 1 + by;
  month = std::clamp(month, 1950 * 12, 2999 * 12 + 11);
  state.year = month / 12;
  state.month = month % 12 + 1;
  state.day = first_of(state.year, state.month);
}

std::string month_name(const Frame& frame, int year, int month) {
  return frame.words()(UiText::calendar_month,
                       {std::to_string(year), std::string(month < 10 ? "0" : "") + std::to_string(month)});
}

void paint_weekdays(Frame& frame) {
  const Theme& theme = frame.theme();
  static constexpr std::array names = {UiText::calendar_monday,   UiText::calendar_tuesday, UiText::calendar_wednesday,
                                       UiText::calendar_thursday, UiText::calendar_friday,  UiText::calendar_saturday,
                                       UiText::calendar_sunday};
  const auto row = frame.row({});
  for (const UiText name : names) {
    Element& label =
        frame.label(frame.words()(name),
                    {.size = TextSize::caption, .color = theme.ink_muted, .maximum_lines = 1, .align = Align::center});
    label.style.width = grow(1, 0);
  }
}

/// True when a day was picked.
bool paint_days(Frame& frame, CalendarState& state, CivilDate chosen, CivilDate today, CivilDate& picked) {
  const Theme& theme = frame.theme();
  bool found = false;
  const CivilDate first = first_of(state.year, state.month);
  CivilDate day = first - weekday(first);
  for (int week = 0; week < 6; ++week) {
    if (week > 3 && parts_of(day).month != state.month) break;
    const auto row = frame.row({});
    for (int column = 0; column < 7; ++column, day = day + 1) {
      const Parts parts = parts_of(day);
      const NodeId id = day_id(frame, day);
      if (frame.activated(id)) {
        picked = day;
        found = true;
      }
      const auto walk = [&](std::string_view key, int by) {
        if (!frame.key(id, key)) return;
        show(state, day + by);
        frame.focus(day_id(frame, state.day));
      };
      walk("ArrowLeft", -1);
      walk("ArrowRight", 1);
      walk("ArrowUp", -7);
      walk("ArrowDown", 7);
      walk("PageUp", -28);
      walk("PageDown", 28);
      Node node;
      node.id = id;
      node.role = Role::button;
      node.name = day.to_string();
      const bool on = day == chosen;
      node.set(Flag::pressed, on);
      node.set(Flag::walks);
      node.set(Flag::focusable, day == state.day);
      const bool inside = parts.month == state.month;
      BoxStyle style;
      style.width = grow(1, day_width(frame));
      style.height = fixed(theme.touch ? 44.0F : 34.0F);
      style.main = Align::center;
      style.radius = 8;
      style.background = on ? theme.accent.solid : frame.shade(id);
      style.border = day == today && !on ? theme.accent.ink : 0;
      const auto cell = frame.row(style, std::move(node));
      frame.label(std::to_string(parts.day), {.semibold = on || day == today,
                                              .color = on       ? theme.accent.on_solid
                                                       : inside ? theme.ink
                                                                : theme.ink_muted});
    }
  }
  return found;
}

}  // namespace

FieldResult date_field(Frame& frame, const FieldOptions& options, std::string& value, CivilDate today) {
  const Theme& theme = frame.theme();
  const NodeId id = frame.id(options.key);
  const NodeId opener = frame.id(options.key, 0xCA1);
  const NodeId calendar = frame.id(options.key, 0xCA2);
  CalendarState& state = frame.memory().local<CalendarState>(calendar);
  FieldResult result;
  if (const Event* event = frame.find(EventType::input, id); event != nullptr) {
    result.changed = value != event->text;
    value = event->text;
  }
  result.committed = frame.find(EventType::commit, id) != nullptr;
  if (result.committed || frame.find(EventType::blur, id) != nullptr) {
    std::string tidied = shell::typed_date(value);
    result.changed = result.changed || tidied != value;
    value = std::move(tidied);
  }
  const CivilDate current = CivilDate::parse(shell::typed_date(value)).value_or(today);
  if (frame.activated(opener)) {
    state.open = !state.open;
    show(state, current);
    if (state.open) {
      const auto names = frame.keyed(options.key);
      frame.focus(day_id(frame, current));
    }
  }
  if (state.open) {
    if (frame.dismissed()) state.open = false;
    const Memory::Place* popup = frame.memory().place(calendar);
    for (const Event& event : frame.events()) {
      if (event.type == EventType::focus && event.node != opener && popup != nullptr) {
        const Memory::Place* place = frame.memory().place(event.node);
        if (place != nullptr && place->layer != popup->layer) state.open = false;  // the Tab key left it
      }
    }
    if (frame.escaped(calendar)) {
      state.open = false;
      frame.focus(opener);
    }
  }

  const FieldFrame field(frame, options, id, false);
  BoxStyle line;
  line.width = grow();
  field_edge(frame, line, id, options);
  const auto whole = frame.row(line);
  {
    Node node;
    node.id = id;
    node.role = Role::textbox;
    field.describe(node);
    node.value = value;
    node.placeholder = frame.words()(UiText::date_placeholder);
    node.input_type = InputType::date;
    node.maximum_length = 16;  // "2025 年 12 月 31 日"
    node.font_size = theme.size(TextSize::body);
    node.padding_x = 12;
    node.text_color = rgba(theme.ink);
    BoxStyle style;
    style.height = fixed(theme.control_height);
    style.width = grow(1, 96);
    style.padding = {12, 0, 4, 0};
    const auto box = frame.row(style, std::move(node));
    Element& text = frame.label(frame.focused(id) ? std::string_view()
                                : value.empty()   ? frame.words()(UiText::date_placeholder)
                                                  : std::string_view(value),
                                {.color = value.empty() ? theme.ink_muted : theme.ink,
                                 .maximum_lines = 1,
                                 .tabular = true});
    text.style.width = grow(1, 0);
  }
  {
    Node node;
    node.id = opener;
    node.role = Role::button;
    node.name = frame.words()(UiText::date_open, {options.label});
    node.set(Flag::popup);
    node.set(state.open ? Flag::expanded : Flag::collapsed);
    if (state.open) node.controls = calendar;
    BoxStyle style;
    style.width = fixed(theme.control_height);
    style.height = fixed(theme.control_height);
    style.main = Align::center;
    style.radius = theme.radius_control;
    style.background = frame.pressed(opener) ? theme.pressed : 0;
    const Color ink = frame.hovered(opener) ? theme.ink : theme.ink_muted;
    const auto box = frame.row(style, std::move(node));
    icon(frame, Icon::calendar, 18, ink);
  }
  if (!state.open) return result;

  Node node;
  node.id = calendar;
  node.role = Role::group;
  node.name = frame.words()(UiText::date_open, {options.label});
  BoxStyle style;
  style.background = theme.raised;
  style.border = theme.hairline;
  style.radius = theme.radius_card;
  style.shadow = 18;
  style.padding = padding(12);
  style.gap = 8;
  style.width = fixed(theme.touch ? day_width(frame) * 7 + 24 : 272);
  const auto popup = frame.popup(id, Placement::below, style, std::move(node));
  const auto names = frame.keyed(options.key);
  {
    const auto head = frame.row({.gap = 4, .main = Align::between});
    if (button(frame, {.key = "earlier",
                       .label = frame.words()(UiText::calendar_earlier),
                       .kind = ButtonKind::quiet,
                       .icon = Icon::chevron_left,
                       .icon_only = true,
                       .small = true}))
      step_month(state, -1);
    frame.text(month_name(frame, state.year, state.month), {.semibold = true, .maximum_lines = 1});
    if (button(frame, {.key = "later",
                       .label = frame.words()(UiText::calendar_later),
                       .kind = ButtonKind::quiet,
                       .icon = Icon::chevron_right,
                       .icon_only = true,
                       .small = true}))
      step_month(state, 1);
  }
  paint_weekdays(frame);
  CivilDate picked;
  bool found = false;
  {
    const auto days = frame.column({.gap = 2});
    found = paint_days(frame, state, CivilDate::parse(value).value_or(CivilDate::before_all()), today, picked);
  }
  if (button(frame, {.key = "today",
                     .label = frame.words()(UiText::calendar_today, {today.to_string()}),
                     .kind = ButtonKind::quiet,
                     .small = true})) {
    picked = today;
    found = true;
  }
  if (found) {
    result.changed = true;
    value = picked.to_string();
    state.open = false;
    frame.focus(opener);
  }
  return result;
}

}  // namespace hengping::ui
