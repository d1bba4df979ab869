// 到期事项: what is overdue, falls due or waits, for whom; as a list and as a calendar file.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/facts/fact.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

constexpr std::array<std::int32_t, 4> day_choices = {7, 30, 90, 365};
constexpr int thirty_days = 1;

class Deadlines final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_workbench)), "#/"}}};
    take_role(context);
    update(context);  // the head's button goes by the list
    list_screen(context, {.head = {.title = words(UiText::deadlines_title),
                                   .detail = words(UiText::deadlines_detail),
                                   .crumbs = crumbs,
                                   .here = words(UiText::deadlines_title),
                                   .actions = [&] { calendar(context); }},
                          .empty = {.sign = Icon::calendar,
                                    .title = UiText::deadlines_empty,
                                    .detail = UiText::deadlines_empty_detail,
                                    .action = UiText::action_register_provider,
                                    .address = "#/providers/new"},
                          .is_empty = [&] { return context.app.state().providers().empty(); },
                          .update = [&] { return update(context); },
                          .filters = [&] { filters(context); },
                          .clear = [&] { clear(context); },
                          .cards = [&] { cards(context); },
                          .table = [&] { table(context); },
                          .none = UiText::deadlines_none});
  }

 private:
  /// A link may say for whom: "#/deadlines?role=provider".
  void take_role(Context& context) {
    const std::string_view asked = context.route.parameter("role");
    if (asked == asked_) return;
    asked_ = asked;
    role_ = asked;
  }

  void clear(Context& context) {
    filter_.text.clear();
    articles_.chosen.clear();
    role_.clear();
    days_ = thirty_days;
    if (!context.route.parameters.empty()) context.go("#/deadlines");
  }

  ListSize update(Context& context) {
    filter_.days = day_choices.at(static_cast<std::size_t>(std::max(0, days_)));
    filter_.role.reset();
    for (const hengping::Role role : roles) {
      if (role_ == role_name(role)) filter_.role = role;
    }
    filter_.articles = articles_.chosen;
    list_.update(context.app, filter_, [&](hengping::Role role) { return context.words(text_of(role)); });
    // nobody does with things what they do not see
    if (version_ != list_.version()) chosen_.ids = list_.kept(chosen_.ids);
    version_ = list_.version();
    return {list_.size(), list_.total()};
  }

  void calendar(Context& context) {
    const bool none = list_.size() == list_.counts().waiting;  // what waits has no day
    if (!button(context.frame, {.key = "calendar",
                                .label = context.words(UiText::action_calendar),
                                .icon = Icon::calendar,
                                .disabled = none,
                                .description = none ? context.words(UiText::calendar_nothing) : std::string_view()}))
      return;
    context.app.export_calendar(list_.shown());
    context.toaster.say(std::string(context.words(UiText::calendar_done)), Tone::positive);
  }

  /// The same for the rows chosen.
  void calendar_of_chosen(Context& context) {
    if (chosen_.ids.empty()) return;
    bool dated = false;
    for (std::size_t row = 0; row < list_.size() && !dated; ++row)
      dated = list_.row(row).deadline->due_on.has_value() && chosen_.ids.contains(list_.row(row).id);
    if (!button(context.frame, {.key = "calendar",
                                .label = context.words(UiText::action_calendar_selected),
                                .icon = Icon::calendar,
                                .disabled = !dated,
                                .description = dated ? std::string_view() : context.words(UiText::calendar_nothing)}))
      return;
    context.app.export_calendar(list_.shown(&chosen_.ids));
    context.toaster.say(std::string(context.words(UiText::calendar_done)), Tone::positive);
  }

  void name_articles(const Words& words) {
    articles_.choices.clear();
    for (const std::string& article : list_.articles())
      articles_.choices.push_back({article, std::string(words(article_name(article)))});
  }

  void filters(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto bar = filter_bar(frame);
    search_box(frame,
               {.key = "search",
                .label = words(UiText::deadlines_search),
                .placeholder = words(UiText::deadlines_search),
                .width = 280},
               filter_.text);
    std::array<std::string, day_choices.size()> labels;
    std::array<RadioOption, day_choices.size()> days;
    for (std::size_t index = 0; index < days.size(); ++index) {
      labels.at(index) = words(UiText::days_number, {std::to_string(day_choices.at(index))});
      days.at(index).label = labels.at(index);
    }
    segments(frame, {.key = "days", .label = words(UiText::days_title), .hide_label = true, .compact = true}, days,
             days_);
    std::vector<Choice> choices = {{std::string(), std::string(words(UiText::filter_role))}};
    for (const hengping::Role role : roles)
      choices.push_back({std::string(role_name(role)), std::string(words(text_of(role)))});
    combobox(frame,
             {.key = "role",
              .label = words(UiText::field_role),
              .placeholder = words(UiText::filter_role),
              .hide_label = true,
              .width = 220,
              .names_only = true},
             choices, role_);
  }

  static std::string roles_of(const Words& words, const Deadline& deadline) {
    std::string names;
    for (const hengping::Role role : deadline.roles) {
      if (!names.empty()) names += " \xC2\xB7 ";
      names += words(text_of(role));
    }
    return names;
  }
  static std::string place_of(const Deadline& deadline) {
    return deadline.engagement.empty() ? address_of("providers", deadline.provider)
                                       : address_of("engagements", deadline.engagement);
  }

  /// Of the column whose badges are whole: rows stand by their day, so the longest waits at either end of those with one.
  [[nodiscard]] float urgency_width(const Context& context) const {
    float widest = badge_width(context.frame, context.words(UiText::deadline_waits));
    const auto measure = [&](std::size_t row) {
      if (row < list_.size())
        widest = std::max(widest, badge_width(context.frame, urgency_text(context.words, *list_.row(row).deadline)));
    };
    const std::size_t dated = list_.counts().overdue + list_.counts().due;
    measure(0);
    measure(list_.counts().overdue);
    if (dated > 0) measure(dated - 1);
    return widest + Table::cell_room;
  }
  /// Every pair of parties that comes up, measured once.
  [[nodiscard]] float roles_width(const Context& context) const {
    const Face face = context.frame.face(TextSize::body, false);
    float widest = text_width(context.frame.face(TextSize::caption, true), context.words(UiText::column_roles));
    std::vector<const std::vector<hengping::Role>*> measured;
    for (std::size_t row = 0; row < list_.size(); ++row) {
      const Deadline& deadline = *list_.row(row).deadline;
      if (std::any_of(measured.begin(), measured.end(), [&](const auto* one) { return *one == deadline.roles; }))
        continue;
      measured.push_back(&deadline.roles);
      widest = std::max(widest, text_width(face, roles_of(context.words, deadline)));
    }
    return std::ceil(widest) + Table::cell_room;
  }

  void table(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    name_articles(words);
    const std::array<Column, 6> columns = {{
        {.title = words(UiText::column_deadline), .minimum = urgency_width(context), .weight = 0},
        {.title = words(UiText::field_on), .minimum = 112, .weight = 0, .priority = 1},
        {.title = words(UiText::column_matter), .minimum = 280, .weight = 3},
        {.title = words(UiText::field_provider), .minimum = 160, .weight = 1.2F},
        {.title = words(UiText::column_article), .minimum = 150, .weight = 0, .priority = 3, .filter = &articles_},
        {.title = words(UiText::column_roles), .minimum = roles_width(context), .weight = 0, .priority = 2},
    }};
    BoxStyle whole;
    whole.width = grow();
    whole.height = grow(1, 300);
    const auto body = frame.column(whole);
    Table table(frame,
                {.key = "table",
                 .name = words(UiText::deadlines_title),
                 .columns = columns,
                 .rows = list_.size(),
                 .width = context.width,
                 .fills = true,
                 .selection = &chosen_,
                 .row_id = [&](std::size_t row) { return list_.row(row).id; },
                 .row_name = [&](std::size_t row) { return std::string(words(list_.row(row).deadline->words)); }},
                nullptr);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::DeadlineRow& row = list_.row(index);
      const Deadline& deadline = *row.deadline;
      cells.leads_to(place_of(deadline));
      cells.cell([&] {
        badge(frame, urgency_text(words, deadline), {.tone = tone_of(row.urgency), .icon = icon_of(row.urgency)});
      });
      cells.text(row.on, {.color = frame.theme().ink_secondary});
      cells.link(words(deadline.words), place_of(deadline));
      cells.link(row.provider_name, address_of("providers", deadline.provider));
      cells.text(words(row.article_name), {.color = frame.theme().ink_secondary});
      cells.text(roles_of(words, deadline), {.color = frame.theme().ink_secondary});
    });
    selection_bar(frame, chosen_, [&] { calendar_of_chosen(context); });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    CardList cards(frame,
                   {.key = "cards", .name = words(UiText::deadlines_title), .rows = list_.size(), .height = 132});
    cards.rows([&](std::size_t index) { return place_of(*list_.row(index).deadline); },
               [&](std::size_t index) {
                 const shell::DeadlineRow& row = list_.row(index);
                 {
                   BoxStyle line;
                   line.gap = space::usual;
                   const auto head = frame.row(line);
                   badge(frame, urgency_text(words, *row.deadline),
                         {.tone = tone_of(row.urgency), .icon = icon_of(row.urgency)});
                   frame.label(row.on, {.size = TextSize::caption, .color = frame.theme().ink_muted});
                 }
                 frame.label(words(row.deadline->words), {.maximum_lines = 2});
                 frame.label(row.provider_name,
                             {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
               });
  }

  static constexpr std::array<hengping::Role, 4> roles = {hengping::Role::bureau, hengping::Role::enterprise,
                                                          hengping::Role::inspector, hengping::Role::provider};

  shell::DeadlineList list_;
  shell::DeadlineFilter filter_;
  ColumnFilter articles_;
  TableSelection chosen_;
  std::uint64_t version_ = 0;
  int days_ = thirty_days;
  std::string role_, asked_;
};

}  // namespace

std::unique_ptr<Screen> make_deadlines() { return std::make_unique<Deadlines>(); }

}  // namespace hengping::ui
