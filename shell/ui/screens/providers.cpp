// 服务商: the list.
#include <algorithm>
#include <array>

#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

using shell::ProviderColumn;

class Providers final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const auto actions = [&] {
      link_button(context.frame, "#/providers/new",
                  {.key = "new",
                   .label = words(UiText::action_register_provider),
                   .kind = ButtonKind::primary,
                   .icon = Icon::plus});
    };
    list_screen(context, {.head = {.title = words(UiText::place_providers),
                                   .detail = words(UiText::providers_detail),
                                   .actions = actions},
                          .empty = {.sign = Icon::provider,
                                    .title = UiText::providers_empty,
                                    .detail = UiText::providers_empty_detail,
                                    .action = UiText::action_register_provider,
                                    .address = "#/providers/new"},
                          .update = [&] { return update(context); },
                          .filters = [&] { filters(context); },
                          .clear =
                              [&] {
                                query_ = {};
                                standing_ = 0;
                              },
                          .cards = [&] { cards(context); },
                          .table = [&] { table(context); }});
  }

 private:
  ListSize update(Context& context) {
    query_.sort = static_cast<ProviderColumn>(sort_.by);
    query_.order = sort_.descending ? shell::SortOrder::descending : shell::SortOrder::ascending;
    list_.update(context.app, query_);
    return {list_.size(), list_.total()};
  }

  void filters(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto bar = filter_bar(frame);
    search_box(frame,
               {.key = "search",
                .label = words(UiText::providers_search),
                .placeholder = words(UiText::providers_search),
                .width = 320},
               query_.text);
    const std::array<RadioOption, 5> standings = {{{.label = words(UiText::filter_all)},
                                                   {.label = words(UiText::standing_in_pool)},
                                                   {.label = words(UiText::standing_rectifying)},
                                                   {.label = words(UiText::standing_proposed)},
                                                   {.label = words(UiText::standing_disqualified)}}};
    segments(frame, {.key = "standing", .label = words(UiText::field_standing), .hide_label = true, .compact = true},
             standings, standing_);
    query_.standing = standing_ <= 0 ? std::nullopt : std::optional(static_cast<Standing>(standing_ - 1));
    checkbox(frame, "met", words(UiText::filter_grounds_met), query_.only_grounds_met);
  }

  static std::string grounds_text(const Words& words, const shell::ProviderRow& row) {
    return words(UiText::grounds_met_count, {std::to_string(row.grounds_met)});
  }
  static void grounds(Context& context, const shell::ProviderRow& row) {
    if (row.grounds_met > 0) {
      badge(context.frame, grounds_text(context.words, row), {.tone = Tone::negative, .icon = Icon::warning});
    }
  }

  static void unsatisfied(Context& context, const shell::ProviderRow& row) {
    const auto& count = row.unsatisfied;
    const Tone tone = count.met() ? Tone::negative : count.near() ? Tone::caution : Tone::neutral;
    const std::string spoken =
        context.words(UiText::meter_unsatisfied, {std::to_string(count.count), std::to_string(count.limit)});
    meter(context.frame, count.count, count.limit, tone, spoken);
    context.frame.label(std::to_string(count.count) + "/" + std::to_string(count.limit),
                        {.size = TextSize::caption, .color = context.frame.theme().ink_secondary});
  }

  /// Of the column in which both badges of every row are whole.
  [[nodiscard]] float standing_width(const Context& context) const {
    std::array<float, 4> standings{};
    float grounds = 0;
    float widest = 0;
    for (std::size_t index = 0; index < list_.size(); ++index) {
      const shell::ProviderRow& row = list_.row(index);
      float& standing = standings.at(static_cast<std::size_t>(row.standing));
      if (standing == 0) standing = badge_width(context.frame, context.words(text_of(row.standing)));
      // One digit is as wide as another: the badge is measured once.
      if (row.grounds_met > 0 && grounds == 0)
        grounds = badge_width(context.frame, grounds_text(context.words, row)) + 8;
      widest = std::max(widest, standing + (row.grounds_met > 0 ? grounds : 0));
    }
    return widest + Table::cell_room;
  }

  void table(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto by = [](ProviderColumn column) { return static_cast<int>(column); };
    const std::array<Column, 8> columns = {{
        {.title = words(UiText::field_id), .minimum = 92, .weight = 0.3F, .sort = by(ProviderColumn::id)},
        {.title = words(UiText::field_name), .minimum = 220, .weight = 3, .sort = by(ProviderColumn::name)},
        {.title = words(UiText::field_uscc),
         .minimum = 196,
         .weight = 0.6F,
         .sort = by(ProviderColumn::uscc),
         .priority = 3},
        {.title = words(UiText::field_legal_representative),
         .minimum = 112,
         .weight = 0.5F,
         .sort = by(ProviderColumn::legal_representative),
         .priority = 4},
        {.title = words(UiText::column_contracts),
         .minimum = 108,
         .weight = 0,
         .align = Align::end,
         .sort = by(ProviderColumn::engagements),
         .priority = 2},
        {.title = words(UiText::column_ratings),
         .minimum = 108,
         .weight = 0,
         .align = Align::end,
         .sort = by(ProviderColumn::ratings),
         .priority = 1},
        {.title = words(UiText::column_unsatisfied),
         .minimum = 150,
         .weight = 0.4F,
         .sort = by(ProviderColumn::unsatisfied)},
        {.title = words(UiText::field_standing),
         .minimum = std::max(150.0F, standing_width(context)),
         .weight = 0.2F,
         .sort = by(ProviderColumn::standing)},
    }};
    Table table(frame,
                {.key = "table",
                 .name = words(UiText::place_providers),
                 .columns = columns,
                 .rows = list_.size(),
                 .width = context.width,
                 .fills = true},
                &sort_);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::ProviderRow& row = list_.row(index);
      const std::string address = address_of("providers", row.id);
      cells.leads_to(address);
      cells.text(row.id, {.color = frame.theme().ink_muted});
      cells.link(row.name, address, true);
      cells.text(row.uscc, {.color = frame.theme().ink_secondary});
      cells.text(row.legal_representative);
      cells.number(shell::count_text(static_cast<std::int64_t>(row.engagements)));
      cells.number(shell::count_text(static_cast<std::int64_t>(row.ratings.total())));
      cells.cell([&] { unsatisfied(context, row); });
      cells.cell([&] {
        standing_badge(context, row.standing);
        grounds(context, row);
      });
    });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    CardList cards(
        frame, {.key = "cards", .name = context.words(UiText::place_providers), .rows = list_.size(), .height = 108});
    cards.rows(
        [&](std::size_t index) {
          const shell::ProviderRow& row = list_.row(index);
          return address_of("providers", row.id);
        },
        [&](std::size_t index) {
          const shell::ProviderRow& row = list_.row(index);
          card_title(frame, row.name, row.id);
          BoxStyle line;
          line.gap = space::close;
          {
            const auto badges = frame.row(line);
            standing_badge(context, row.standing);
            grounds(context, row);
          }
          const auto count = frame.row(line);
          frame.label(context.words(UiText::column_unsatisfied),
                      {.size = TextSize::caption, .color = frame.theme().ink_muted});
          unsatisfied(context, row);
        });
  }

  shell::ProviderList list_;
  shell::ProviderQuery query_;
  TableSort sort_{};
  int standing_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_providers() { return std::make_unique<Providers>(); }

}  // namespace hengping::ui
