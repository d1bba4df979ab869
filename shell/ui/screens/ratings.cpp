// 满意度评价: the list of all ratings, superseded and withdrawn ones included.
#include <array>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

using shell::RatingColumn;

class Ratings final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const auto actions = [&] {
      link_button(
          context.frame, "#/ratings/new",
          {.key = "new", .label = words(UiText::action_give_rating), .kind = ButtonKind::primary, .icon = Icon::plus});
    };
    list_screen(
        context,
        {.head = {.title = words(UiText::place_ratings), .detail = words(UiText::ratings_detail), .actions = actions},
         .empty = {.sign = Icon::rating,
                   .title = UiText::ratings_empty,
                   .detail = UiText::ratings_empty_detail,
                   .action = UiText::action_give_rating,
                   .address = "#/ratings/new"},
         .update = [&] { return update(context); },
         .filters = [&] { filters(context); },
         .clear = [&] { clear(context); },
         .cards = [&] { cards(context); },
         .table = [&] { table(context); }});
    withdrawal_.draw(context);
  }

 private:
  ListSize update(Context& context) {
    query_.provider = context.route.parameter("provider");
    query_.enterprise = context.route.parameter("enterprise");
    query_.engagement = context.route.parameter("engagement");
    query_.sort = static_cast<RatingColumn>(sort_.by);
    query_.order = sort_.descending ? shell::SortOrder::descending : shell::SortOrder::ascending;
    list_.update(context.app, query_);
    return {list_.size(), list_.total()};
  }

  void clear(Context& context) {
    query_ = {};
    satisfaction_ = 0;
    if (!context.route.parameters.empty()) context.go("#/ratings");
  }

  void filters(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    {
      const auto bar = filter_bar(frame);
      search_box(frame,
                 {.key = "search",
                  .label = words(UiText::ratings_search),
                  .placeholder = words(UiText::ratings_search),
                  .width = 320},
                 query_.text);
      const std::array<RadioOption, 4> answers = {{{.label = words(UiText::filter_all)},
                                                   {.label = words(UiText::satisfaction_satisfied)},
                                                   {.label = words(UiText::satisfaction_basically_satisfied)},
                                                   {.label = words(UiText::satisfaction_unsatisfied)}}};
      segments(frame,
               {.key = "satisfaction", .label = words(UiText::field_satisfaction), .hide_label = true, .compact = true},
               answers, satisfaction_);
      query_.satisfaction =
          satisfaction_ <= 0 ? std::nullopt : std::optional(static_cast<Satisfaction>(satisfaction_ - 1));
      checkbox(frame, "effective", words(UiText::filter_effective), query_.only_effective);
      periods(context);
    }
    if (context.route.parameters.empty()) return;
    BoxStyle style;
    style.gap = space::usual;
    style.wrap = true;
    const auto row = frame.row(style);
    const std::string& only = !query_.provider.empty()     ? query_.provider
                              : !query_.enterprise.empty() ? query_.enterprise
                                                           : query_.engagement;
    badge(frame, words(UiText::filter_only, {only}), {.tone = Tone::accent});
    link(frame, {.key = "all", .label = words(UiText::filter_show_all), .address = "#/ratings"});
  }

  void periods(Context& context) {
    const Words& words = context.words;
    if (periods_from_ != context.app.revision()) {
      periods_.clear();
      for (const std::string& period : list_.periods()) periods_.push_back({period, period_text(words, period)});
      periods_from_ = context.app.revision();
    }
    combobox(context.frame,
             {.key = "period",
              .label = words(UiText::field_period),
              .placeholder = words(UiText::filter_period),
              .hide_label = true,
              .width = 220},
             periods_, query_.period);
  }

  static void state(Context& context, const shell::RatingRow& row) {
    if (row.satisfaction) satisfaction_badge(context, *row.satisfaction);
    if (row.status != shell::RatingStatus::effective) rating_state_badge(context, row.status);
  }

  void table(Context& context) {
    const Words& words = context.words;
    const Theme& theme = context.frame.theme();
    const auto by = [](RatingColumn column) { return static_cast<int>(column); };
    const std::array<Column, 8> columns = {{
        {.title = words(UiText::field_on), .minimum = 112, .weight = 0.1F, .sort = by(RatingColumn::on)},
        {.title = words(UiText::field_period), .minimum = 126, .weight = 0.1F, .sort = by(RatingColumn::period)},
        {.title = words(UiText::field_provider), .minimum = 160, .weight = 1.6F, .sort = by(RatingColumn::provider)},
        {.title = words(UiText::field_enterprise),
         .minimum = 160,
         .weight = 1.6F,
         .sort = by(RatingColumn::enterprise),
         .priority = 2},
        {.title = words(UiText::field_engagement),
         .minimum = 100,
         .weight = 0.2F,
         .sort = by(RatingColumn::engagement),
         .priority = 3},
        {.title = words(UiText::field_satisfaction),
         .minimum = 184,
         .weight = 0.3F,
         .sort = by(RatingColumn::satisfaction)},
        {.title = words(UiText::field_comment), .minimum = 150, .weight = 1.4F, .priority = 4},
        {.title = words(UiText::column_actions), .minimum = 96, .weight = 0, .priority = 1},
    }};
    Table table(context.frame,
                {.key = "table",
                 .name = words(UiText::place_ratings),
                 .columns = columns,
                 .rows = list_.size(),
                 .width = context.width,
                 .fills = true},
                &sort_);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::RatingRow row = list_.row(index);
      const bool counts = row.status == shell::RatingStatus::effective;
      cells.text(row.on.to_string(), {.color = theme.ink_secondary});
      cells.text(period_text(words, row.period), {.semibold = counts, .color = counts ? theme.ink : theme.ink_muted});
      cells.link(row.provider_name, address_of("providers", row.provider));
      cells.text(row.enterprise_name);
      cells.link(row.engagement, address_of("engagements", row.engagement));
      cells.cell([&] { state(context, row); });
      cells.text(or_dash(row.words), {.color = theme.ink_secondary});
      cells.cell([&] {
        if (!counts) return;
        const std::string what =
            words(UiText::withdraw_what, {std::string(row.engagement) + " " + period_text(words, row.period)});
        if (button(context.frame, {.key = "withdraw",
                                   .label = words(UiText::action_withdraw),
                                   .kind = ButtonKind::quiet,
                                   .small = true,
                                   .description = what})) {
          withdrawal_.open(context, row.engagement, row.period);
        }
      });
    });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    CardList cards(frame,
                   {.key = "cards", .name = context.words(UiText::place_ratings), .rows = list_.size(), .height = 132});
    cards.rows(
        [&](std::size_t index) {
          const shell::RatingRow row = list_.row(index);
          return address_of("engagements", row.engagement);
        },
        [&](std::size_t index) {
          const shell::RatingRow row = list_.row(index);
          card_title(frame, period_text(context.words, row.period), row.engagement);
          {
            BoxStyle line;
            line.gap = space::close;
            const auto badges = frame.row(line);
            state(context, row);
          }
          frame.label(row.provider_name, {.maximum_lines = 1});
          frame.label(row.on.to_string() + " \xC2\xB7 " + std::string(row.enterprise_name),
                      {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
        });
  }

  shell::RatingList list_;
  shell::RatingQuery query_;
  TableSort sort_{.by = 0, .descending = true};
  int satisfaction_ = 0;
  std::vector<Choice> periods_;
  std::uint64_t periods_from_ = 0;
  WithdrawalDialog withdrawal_;
};

}  // namespace

std::unique_ptr<Screen> make_ratings() { return std::make_unique<Ratings>(); }

}  // namespace hengping::ui
