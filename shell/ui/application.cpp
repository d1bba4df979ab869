#include "shell/ui/application.h"

#include <algorithm>
#include <utility>

#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/screens.h"
#include "shell/ui/surface.h"

namespace hengping::ui {

Application::Application(shell::App& app) : app_(app), screens_(screen_entries().size()) {}
Application::~Application() = default;

Effects Application::draw(const Surroundings& surroundings, std::span<const Event> events, SemanticTree& tree,
                          Surface& surface) {
  app_.begin_frame();
  Frame frame(memory_, theme_, words_, surroundings, surface.faces());
  const auto prepare = [&] {
    words_ = Words(app_.settings().language);
    theme_ = make_theme(app_.settings().theme, surroundings);
  };
  prepare();
  // other tabs change them too
  if (app_.phase() == shell::Phase::ready && widths_ != app_.settings().column_widths) {
    widths_ = app_.settings().column_widths;
    memory_.column_widths = *widths_;
  }
  const auto follow_address = [&] {
    if (opened_ && surroundings.route == hash_) return;
    hash_ = surroundings.route;
    route_ = parse_route(hash_);
    heading_wanted_ = opened_;
    more_open_ = false;
    opened_ = true;
    frame.effects().navigate.clear();  // who asked for another address meanwhile gets that one
  };
  if (!opened_) follow_address();
  // what happened belongs to the page that was seen, also where the address has changed since
  for (std::size_t index = 0; index < events.size(); ++index) {
    frame.begin(events.subspan(index, 1), false);
    build(frame);
    prepare();
  }
  follow_address();
  // a table learns where it stands only when it has been laid out once
  for (int attempt = 0; attempt < 3; ++attempt) {
    frame.begin({}, true);
    build(frame);
    if (frame.settle()) break;
  }
  if (widths_ && memory_.column_widths != *widths_) {
    app_.set_column_widths(memory_.column_widths);
    widths_ = app_.settings().column_widths;
  }
  Painter painter(surface.list(), theme_, surface.density());
  frame.paint(painter, tree);
  Effects& effects = frame.effects();
  if (heading_wanted_ && effects.focus == 0 && app_.phase() == shell::Phase::ready) {
    effects.focus = frame.main_heading();
    heading_wanted_ = false;
  }
  effects.language = shell::language_tag(app_.settings().language);
  return effects;
}

void Application::build(Frame& frame) {
  Context context{app_, frame, words_, route_, toaster_, 0};
  shell_of_page(context);
  if (more_open_) more_sheet(context);
  if (app_.exports() > exports_seen_) toaster_.say(std::string(words_(UiText::export_done)), Tone::positive);
  exports_seen_ = app_.exports();
  if (app_.clearings() > clearings_seen_) toaster_.say(std::string(words_(UiText::clear_done)), Tone::positive);
  clearings_seen_ = app_.clearings();
  if (app_.refusals() > refusals_seen_) toaster_.say(std::string(words_(UiText::tabs_refused)), Tone::caution);
  refusals_seen_ = app_.refusals();
  const Offline offline = frame.surroundings().offline;
  if (offline == Offline::ready && offline_seen_ == Offline::preparing)
    toaster_.say(std::string(words_(UiText::offline_now)), Tone::positive);
  offline_seen_ = offline;
  const auto names = frame.keyed("toaster");
  toaster_.draw(frame, frame.surroundings().seconds);
  hint(frame);
}

void Application::page(Context& context) {
  Frame& frame = context.frame;
  const float width = frame.surroundings().width;
  const float side = frame.phone() ? 16.0F : frame.wide() ? 36.0F : 24.0F;
  const float beside = frame.phone() ? 0.0F : frame.wide() ? 232.0F : 92.0F;
  constexpr float most = 1320;
  context.width = std::min(width - beside - 2 * side, most);
  Node main;
  main.id = frame.id("main");
  main.role = Role::main;
  BoxStyle whole;
  whole.width = grow(1, 0);
  whole.height = grow(1, 0);
  const auto body = frame.column(whole, std::move(main));
  BoxStyle scrolling;
  scrolling.width = grow();
  scrolling.height = grow(1, 0);
  const std::string place = "page " + hash_;
  const auto scroller = frame.scroller(place, scrolling, {});
  BoxStyle column;
  column.width = grow();
  column.height = grow();
  column.padding = {std::max(side, (width - beside - most) / 2), frame.phone() ? 16.0F : 24.0F,
                    std::max(side, (width - beside - most) / 2), frame.phone() ? 24.0F : 36.0F};
  column.gap = frame.phone() ? 14 : 18;
  const auto content = frame.column(column);
  notices(context);
  if (app_.phase() == shell::Phase::ready) {
    screen(context);
  } else {
    opening(context);
  }
}

void Application::screen(Context& context) {
  const std::size_t index = find_screen(route_);
  // names below the address keep two pages of one kind apart
  const auto names = context.frame.keyed(index < screens_.size() ? screen_entries()[index].pattern : "nowhere");
  const auto within = context.frame.keyed(route_.part(1));
  if (index == screens_.size()) {
    missing_page(context, context.words(UiText::page_missing_detail), context.words(UiText::place_workbench), "#/");
    return;
  }
  if (!screens_[index]) screens_[index] = screen_entries()[index].make();
  screens_[index]->draw(context);
}

void Application::opening(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const bool failed = app_.phase() == shell::Phase::failed;
  page_head(context, {.title = words(failed ? UiText::opening_failed : UiText::opening_title)});
  const auto scope = card(frame);
  if (!failed) {
    progress(frame, "opening", words(UiText::opening_title), -1);
    skeleton(frame, 4);
    return;
  }
  const std::string_view why = words(text_of(shell::trouble_of(app_.open_failure())));
  frame.text(words(UiText::opening_failed_detail, {why, app_.open_failure()}));
  if (button(frame,
             {.key = "again", .label = words(UiText::action_retry), .kind = ButtonKind::primary, .icon = Icon::retry}))
    app_.open();
}

void Application::notices(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  newer_version(context);
  room_notices(context);
  const shell::SaveState saving = app_.save_state();
  other_tab(context);
  if (saving.kind == shell::SaveState::Kind::failed && saving.reason == shell::not_writer_reason) {
    not_stored(context);
  } else if (saving.kind == shell::SaveState::Kind::failed) {
    const std::string_view why = words(text_of(shell::trouble_of(saving.reason)));
    const std::string detail = words(UiText::save_failed_detail, {why, std::to_string(saving.pending), saving.reason});
    const auto scope = banner(frame, {.key = "save-failed",
                                      .tone = Tone::negative,
                                      .title = words(UiText::save_failed),
                                      .detail = detail,
                                      .live = true});
    BoxStyle style;
    style.gap = 10;
    const auto actions = frame.row(style);
    if (button(
            frame,
            {.key = "retry", .label = words(UiText::action_retry), .kind = ButtonKind::primary, .icon = Icon::retry}))
      app_.retry();
    if (button(frame, {.key = "export-now", .label = words(UiText::action_export), .icon = Icon::download}))
      app_.export_bundle();
  }
  if (app_.outdated()) {
    const auto scope = banner(frame, {.key = "outdated",
                                      .tone = Tone::caution,
                                      .title = words(UiText::outdated_title),
                                      .detail = words(UiText::outdated_detail),
                                      .live = true});
    if (button(frame, {.key = "export-outdated", .label = words(UiText::action_export), .icon = Icon::download}))
      app_.export_bundle();
  }
  if (app_.store_was_lost()) {
    const bool written = app_.loss_is_mended();
    const auto scope = banner(frame, {.key = "lost",
                                      .tone = Tone::caution,
                                      .title = words(UiText::lost_title),
                                      .detail = words(written ? UiText::lost_written : UiText::lost_writing),
                                      .live = true});
    BoxStyle style;
    style.gap = 10;
    const auto actions = frame.row(style);
    if (button(frame, {.key = "export-lost", .label = words(UiText::action_export), .icon = Icon::download}))
      app_.export_bundle();
    if (written && button(frame, {.key = "acknowledge", .label = words(UiText::action_close)})) app_.acknowledge_loss();
  }
  if (!app_.clear_failure().empty()) {
    const std::string_view why = words(text_of(shell::trouble_of(app_.clear_failure())));
    const std::string detail = words(UiText::clear_failed_detail, {why, app_.clear_failure()});
    const auto scope = banner(frame, {.key = "not-cleared",
                                      .tone = Tone::negative,
                                      .title = words(UiText::clear_failed),
                                      .detail = detail,
                                      .live = true});
  }
  if (!app_.damage().empty()) {
    std::string detail(words(UiText::damage_detail));
    for (const shell::Damage& damage : app_.damage()) {
      detail += "\n" + damage.key + damage.place;
      const std::string_view why = words(damage.detail);
      if (!why.empty()) detail += ": " + std::string(why);
    }
    detail.append("\n").append(words(UiText::damage_way_back));
    const auto scope =
        banner(frame, {.key = "damage", .tone = Tone::caution, .title = words(UiText::damage_title), .detail = detail});
    link_button(frame, "#/exchange",
                {.key = "backup", .label = words(UiText::action_import_backup), .icon = Icon::upload});
  }
}

}  // namespace hengping::ui
