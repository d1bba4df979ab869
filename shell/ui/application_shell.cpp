// The frame around the screens: where one can go, what is saved, as whom one works.
#include <algorithm>

#include "shell/ui/application.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

enum Look : int { in_sidebar, in_rail, in_bar, in_sheet };

Node landmark(const Frame& frame, std::string_view key, Role role, std::string_view name) {
  Node node;
  node.id = frame.id(key);
  node.role = role;
  node.name = name;
  return node;
}

}  // namespace

void Application::shell_of_page(Context& context) {
  Frame& frame = context.frame;
  const Surroundings& around = frame.surroundings();
  BoxStyle whole;
  whole.width = grow();
  whole.height = grow(1, 0);
  // a soft keyboard takes its part of the page, and what is always there gives way to what is written
  constexpr float small_keyboard = 120;
  const bool keyboard = around.keyboard_inset > small_keyboard;
  const float below = keyboard ? around.keyboard_inset : frame.phone() ? 0 : around.safe_bottom;
  whole.padding = {around.safe_left, around.safe_top, around.safe_right, below};
  if (frame.phone()) {
    const auto column = frame.column(whole);
    phone_top(context);
    page(context);
    if (!keyboard) phone_bar(context);
    return;
  }
  whole.axis = Axis::row;
  whole.cross = Align::stretch;
  const auto row = frame.box(whole);
  if (frame.wide()) {
    sidebar(context);
  } else {
    rail(context);
  }
  BoxStyle right;
  right.width = grow(1, 0);
  right.height = grow(1, 0);
  const auto column = frame.column(right);
  top_bar(context);
  page(context);
}

void Application::product(Context& context, bool with_name) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  Node node = landmark(frame, "product", Role::link, context.words(UiText::product_name));
  node.value = "#/";
  BoxStyle style;
  style.gap = 10;
  style.radius = 8;
  style.padding = {0, 0, 6, 0};
  style.opt_out = true;
  style.background = frame.pressed(node.id) ? theme.pressed : 0;
  const auto row = frame.row(style, std::move(node));
  frame.drawing(30, 30, [&theme](Painter& painter, const Element& element) {
    paint_logo(painter, element.rect, theme.accent.solid, theme.accent.on_solid);
  });
  if (with_name)
    frame.label(context.words(UiText::product_name),
                {.size = TextSize::subtitle, .semibold = true, .maximum_lines = 1});
}

void Application::place_link(Context& context, std::size_t index, int look) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Place& place = places()[index];
  const auto names = frame.keyed("place", index);
  const bool here = route_.part(0) == place.first_part;
  Node node = landmark(frame, "link", Role::link, context.words(place.name));
  node.value = place.address;
  node.set(Flag::current, here);
  const bool hovered = frame.hovered(node.id);
  const Color ink = here ? theme.accent.ink : hovered ? theme.ink : theme.ink_secondary;
  BoxStyle style;
  style.radius = 8;
  const Color shade = frame.shade(node.id);
  style.background = here ? theme.accent.soft : shade;
  style.gap = 10;
  if (look == in_sidebar || look == in_sheet) {
    style.width = grow();
    style.height = fixed(look == in_sheet || theme.touch ? 48 : 40);
    style.padding = padding(12, 0);
    const auto row = frame.row(style, std::move(node));
    icon(frame, place.icon, 20, ink);
    frame.label(context.words(place.name), {.semibold = here, .color = ink, .maximum_lines = 1});
    return;
  }
  style.gap = 2;
  style.main = Align::center;
  style.cross = Align::center;
  style.height = fixed(56);
  style.width = grow(1, 0);
  if (look == in_bar) style.background = shade;
  const auto column = frame.column(style, std::move(node));
  icon(frame, place.icon, 22, ink);
  frame.label(context.words(place.name),
              {.size = TextSize::caption, .semibold = here, .color = ink, .maximum_lines = 1, .align = Align::center});
}

void Application::sidebar(Context& context) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  BoxStyle style;
  style.width = fixed(232);
  style.height = grow(1, 0);
  style.background = theme.surface;
  style.padding = {14, 18, 14, 16};
  style.gap = 20;
  const auto column = frame.column(
      style,
      landmark(frame, "navigation", Role::navigation,
               context.words(UiText::navigation_name)));  // all of it, for nothing may stand outside the landmarks
  frame.current().paint = [&theme](Painter& painter, const Element& element) {
    painter.fill({element.rect.x + element.rect.width - 1, element.rect.y, 1, element.rect.height}, theme.hairline);
  };
  {
    BoxStyle head;
    head.padding = padding(8, 0);
    const auto row = frame.row(head);
    product(context, true);
  }
  BoxStyle list;
  list.gap = 2;
  const auto places_column = frame.column(list);
  for (std::size_t index = 0; index < places().size(); ++index) place_link(context, index, in_sidebar);
}

void Application::rail(Context& context) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  BoxStyle style;
  style.width = fixed(92);
  style.height = grow(1, 0);
  style.background = theme.surface;
  style.padding = {6, 14, 6, 8};
  style.gap = 14;
  style.cross = Align::center;
  const auto column = frame.column(
      style,
      landmark(frame, "navigation", Role::navigation,
               context.words(UiText::navigation_name)));  // all of it, for nothing may stand outside the landmarks
  frame.current().paint = [&theme](Painter& painter, const Element& element) {
    painter.fill({element.rect.x + element.rect.width - 1, element.rect.y, 1, element.rect.height}, theme.hairline);
  };
  product(context, false);
  BoxStyle list;
  list.gap = 4;
  list.width = grow();
  const auto places_column = frame.column(list);
  for (std::size_t index = 0; index < places().size(); ++index) place_link(context, index, in_rail);
}

void Application::top_bar(Context& context) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  BoxStyle style;
  style.width = grow();
  style.height = fixed(52);
  style.padding = padding(frame.wide() ? 36 : 24, 0);
  style.gap = 18;
  style.background = theme.surface;
  const auto row = frame.row(style, landmark(frame, "banner", Role::banner, {}));
  frame.current().paint = [&theme](Painter& painter, const Element& element) {
    painter.fill({element.rect.x, element.rect.y + element.rect.height - 1, element.rect.width, 1}, theme.hairline);
  };
  if (demonstration_) badge(frame, words(UiText::demo_badge), {.tone = Tone::caution, .icon = Icon::info});
  frame.grow_space();
  save_status(context, false);
  const auto fact = [&](Icon sign, std::string_view text) {
    BoxStyle line;
    line.gap = 6;
    const auto box = frame.row(line);
    icon(frame, sign, 16, theme.ink_muted);
    frame.text(text, {.size = TextSize::caption, .color = theme.ink_secondary, .maximum_lines = 1});
  };
  // A phone has no room for it and is told once, by a message.
  switch (frame.surroundings().offline) {
    case Offline::unknown: break;
    case Offline::preparing: fact(Icon::clock, words(UiText::offline_preparing)); break;
    case Offline::ready: fact(Icon::shield, words(UiText::offline_ready)); break;
  }
  backup_status(context, fact);
  fact(Icon::calendar, app_.today().to_string());
  fact(Icon::person, words(text_of(app_.settings().role)));
}

void Application::phone_top(Context& context) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  BoxStyle style;
  style.width = grow();
  style.height = fixed(52);
  style.padding = padding(16, 0);
  style.gap = 10;
  style.background = theme.surface;
  const auto row = frame.row(style, landmark(frame, "banner", Role::banner, {}));
  frame.current().paint = [&theme](Painter& painter, const Element& element) {
    painter.fill({element.rect.x, element.rect.y + element.rect.height - 1, element.rect.width, 1}, theme.hairline);
  };
  product(context, true);
  if (demonstration_) badge(frame, context.words(UiText::demo_badge), {.tone = Tone::caution});
  frame.grow_space();
  save_status(context, true);
}

void Application::phone_bar(Context& context) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  BoxStyle style;
  style.width = grow();
  style.height = fixed(60 + frame.surroundings().safe_bottom);
  style.padding = {6, 2, 6, 2 + frame.surroundings().safe_bottom};
  style.background = theme.surface;
  const auto row = frame.row(style, landmark(frame, "navigation", Role::navigation, words(UiText::navigation_name)));
  frame.current().paint = [&theme](Painter& painter, const Element& element) {
    painter.fill({element.rect.x, element.rect.y, element.rect.width, 1}, theme.hairline);
  };
  bool behind = false;
  for (std::size_t index = 0; index < places().size(); ++index) {
    if (places()[index].in_bar) {
      place_link(context, index, in_bar);
    } else {
      behind = behind || route_.part(0) == places()[index].first_part;
    }
  }
  Node node = landmark(frame, "more", Role::button, words(UiText::navigation_more));
  node.set(Flag::popup);
  node.set(more_open_ ? Flag::expanded : Flag::collapsed);
  if (frame.activated(node.id)) more_open_ = !more_open_;
  const Color shade = frame.shade(node.id);
  const Color ink = behind ? theme.accent.ink : theme.ink_secondary;
  BoxStyle box;
  box.width = grow(1, 0);
  box.height = fixed(56);
  box.gap = 2;
  box.main = Align::center;
  box.cross = Align::center;
  box.radius = 8;
  box.background = shade;
  const auto column = frame.column(box, std::move(node));
  icon(frame, Icon::more, 22, ink);
  frame.label(
      words(UiText::navigation_more),
      {.size = TextSize::caption, .semibold = behind, .color = ink, .maximum_lines = 1, .align = Align::center});
}

void Application::more_sheet(Context& context) {
  Frame& frame = context.frame;
  Dialog dialog(frame, {.key = "more-sheet", .title = context.words(UiText::navigation_more)});
  {
    BoxStyle list;
    list.gap = 4;
    const auto navigation = frame.column(
        list, landmark(frame, "more-navigation", Role::navigation, context.words(UiText::navigation_more)));
    for (std::size_t index = 0; index < places().size(); ++index) {
      if (!places()[index].in_bar) place_link(context, index, in_sheet);
    }
  }
  const auto actions = dialog.actions();
  const bool close = button(frame, {.key = "close", .label = context.words(UiText::action_close)});
  if (close || dialog.dismissed()) more_open_ = false;
}

}  // namespace hengping::ui
