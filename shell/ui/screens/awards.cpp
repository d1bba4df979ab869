// 评优: the ranking of Article 10, who is not ranked and why, and the awards given.
#include <array>

#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

using shell::AwardColumn;

std::string number_of(std::size_t count) { return shell::count_text(static_cast<std::int64_t>(count)); }

class Awards final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    list_screen(context, {.head = {.title = words(UiText::place_awards), .detail = words(UiText::awards_detail)},
                          .empty = {.sign = Icon::award,
                                    .title = UiText::awards_empty,
                                    .detail = UiText::awards_empty_detail,
                                    .action = UiText::action_register_provider,
                                    .address = "#/providers/new"},
                          .is_empty = [&] { return list_.total() == 0; },
                          .update = [&] { return update(context); },
                          .tabs = [&] { return parts(context); },
                          .filters = [&] { filters(context); },
                          .clear = [&] { query_.text.clear(); },
                          .cards = [&] { cards(context); },
                          .table = [&] { table(context); },
                          .none = tab_ == Tab::ranked     ? UiText::awards_none_ranked
                                  : tab_ == Tab::unranked ? UiText::awards_none_unranked
                                                          : UiText::awards_none_given});
  }

 private:
  enum class Tab : std::uint8_t { ranked, unranked, given };

  ListSize update(Context& context) {
    query_.sort = static_cast<AwardColumn>(sort_.by);
    query_.order = sort_.descending ? shell::SortOrder::descending : shell::SortOrder::ascending;
    list_.update(context.app, query_);
    switch (tab_) {
      case Tab::ranked: return {list_.ranked().size(), list_.all_ranked()};
      case Tab::unranked: return {list_.unranked().size(), list_.all_unranked()};
      case Tab::given: return {list_.awards().size(), list_.all_awards()};
    }
    return {};
  }

  Scope parts(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::string ranked = number_of(list_.all_ranked());
    const std::string unranked = number_of(list_.all_unranked());
    const std::string given = number_of(list_.all_awards());
    const std::array<TabOption, 3> options = {{{"ranked", words(UiText::awards_ranked), ranked},
                                               {"unranked", words(UiText::awards_unranked), unranked},
                                               {"given", words(UiText::awards_given), given}}};
    tab_ = static_cast<Tab>(tabs(frame, "parts", words(UiText::place_awards), options));
    BoxStyle style;
    style.gap = frame.phone() ? 14 : 18;
    style.width = grow();
    style.height = grow();
    return tab_panel(frame, "parts", style);
  }

  void filters(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    if (tab_ == Tab::ranked) {
      const Ranking& ranking = context.app.ranking();
      frame.text(words(UiText::awards_note,
                       {ranking.policy_id, std::to_string(ranking.policy_version), std::to_string(ranking.variations)}),
                 {.size = TextSize::caption, .color = frame.theme().ink_muted});
    }
    const auto bar = filter_bar(frame);
    search_box(frame,
               {.key = "search",
                .label = words(UiText::awards_search),
                .placeholder = words(UiText::awards_search),
                .width = 320},
               query_.text);
  }

  static std::string range_of(const Words& words, const shell::RankedRow& row) {
    if (row.firm) return std::string(words(UiText::rank_firm));
    return words(UiText::rank_range, {std::to_string(row.best), std::to_string(row.worst)});
  }
  /// The weights that move the rank; the rest of its reasons stands in the other columns and on the provider's page.
  static std::string moved_by(const Words& words, const shell::RankedRow& row) {
    std::string names;
    for (const Bilingual& name : row.moved_by) {
      if (!names.empty()) names += words(UiText::member_separator);
      names += words(name);
    }
    return names;
  }
  static std::string percent_of(const Words& words, int weight) {
    return words(UiText::score_percent, {std::to_string(weight)});
  }

  void table(Context& context) {
    switch (tab_) {
      case Tab::ranked: ranked_table(context); break;
      case Tab::unranked: unranked_table(context); break;
      case Tab::given: award_table(context); break;
    }
  }

  void ranked_table(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto by = [](AwardColumn column) { return static_cast<int>(column); };
    const std::array<Column, 7> columns = {{
        {.title = words(UiText::column_rank), .minimum = 116, .weight = 0, .sort = by(AwardColumn::rank)},
        {.title = words(UiText::field_provider), .minimum = 200, .weight = 2, .sort = by(AwardColumn::provider)},
        {.title = words(UiText::column_total),
         .minimum = 112,
         .weight = 0,
         .align = Align::end,
         .sort = by(AwardColumn::total)},
        {.title = words(UiText::column_coverage),
         .minimum = 128,
         .weight = 0,
         .align = Align::end,
         .sort = by(AwardColumn::coverage),
         .priority = 2},
        {.title = words(UiText::column_range), .minimum = 116, .weight = 0, .align = Align::end, .priority = 1},
        {.title = words(UiText::column_awards), .minimum = 84, .weight = 0, .align = Align::end, .priority = 3},
        {.title = words(UiText::column_moved_by), .minimum = 200, .weight = 2.4F, .priority = 4},
    }};
    Table table(frame,
                {.key = "ranked",
                 .name = words(UiText::awards_ranked),
                 .columns = columns,
                 .rows = list_.ranked().size(),
                 .width = context.width,
                 .fills = true},
                &sort_);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::RankedRow& row = list_.ranked()[index];
      const std::string address = address_of("providers", row.id);
      cells.leads_to(address);
      cells.cell([&] {
        frame.text(words(UiText::rank_number, {std::to_string(row.rank)}), {.semibold = true, .maximum_lines = 1});
        if (row.tied_with > 0) badge(frame, words(UiText::rank_tied), {});
      });
      cells.link(row.name, address, true);
      cells.number(row.total);
      cells.number(percent_of(words, row.weight_with_data));
      cells.number(range_of(words, row), row.firm ? frame.theme().ink_muted : frame.theme().ink);
      cells.number(number_of(row.awards), row.awards == 0 ? frame.theme().ink_muted : frame.theme().ink);
      cells.text(or_dash(moved_by(words, row)), {.color = frame.theme().ink_secondary});
    });
  }

  void unranked_table(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::array<Column, 4> columns = {{
        {.title = words(UiText::field_provider), .minimum = 200, .weight = 1.6F},
        {.title = words(UiText::column_total), .minimum = 112, .weight = 0, .align = Align::end, .priority = 1},
        {.title = words(UiText::column_coverage), .minimum = 128, .weight = 0, .align = Align::end, .priority = 2},
        {.title = words(UiText::column_reason), .minimum = 240, .weight = 3},
    }};
    Table table(frame,
                {.key = "unranked",
                 .name = words(UiText::awards_unranked),
                 .columns = columns,
                 .rows = list_.unranked().size(),
                 .width = context.width,
                 .fills = true},
                nullptr);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::UnrankedRow& row = list_.unranked()[index];
      const std::string address = address_of("providers", row.id);
      cells.leads_to(address);
      cells.link(row.name, address, true);
      cells.number(or_dash(row.total));
      cells.number(percent_of(words, row.weight_with_data));
      cells.text(words(*row.reason), {.color = frame.theme().ink_secondary});
    });
  }

  void award_table(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::array<Column, 5> columns = {{
        {.title = words(UiText::field_on), .minimum = 112, .weight = 0},
        {.title = words(UiText::field_provider), .minimum = 180, .weight = 1.6F},
        {.title = words(UiText::column_award), .minimum = 160, .weight = 1.4F},
        {.title = words(UiText::field_reason), .minimum = 180, .weight = 2, .priority = 1},
        {.title = words(UiText::record_title), .minimum = 150, .weight = 0, .priority = 2},
    }};
    Table table(frame,
                {.key = "given",
                 .name = words(UiText::awards_given),
                 .columns = columns,
                 .rows = list_.awards().size(),
                 .width = context.width,
                 .fills = true},
                nullptr);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::AwardRow& row = list_.awards()[index];
      const std::string address = address_of("providers", row.id);
      cells.leads_to(address);
      cells.text(row.on.to_string(), {.color = frame.theme().ink_secondary});
      cells.link(row.name, address, true);
      cells.text(row.title, {.semibold = true});
      cells.text(row.reason, {.color = frame.theme().ink_secondary});
      cells.link(shell::short_hash(row.hash), address_of("records", row.hash));
    });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::size_t rows = tab_ == Tab::ranked     ? list_.ranked().size()
                             : tab_ == Tab::unranked ? list_.unranked().size()
                                                     : list_.awards().size();
    const auto id = [&](std::size_t index) {
      return tab_ == Tab::ranked     ? list_.ranked()[index].id
             : tab_ == Tab::unranked ? list_.unranked()[index].id
                                     : list_.awards()[index].id;
    };
    const auto muted = [&](std::string_view text, int lines) {
      frame.label(text, {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = lines});
    };
    CardList cards(frame, {.key = "cards", .name = words(UiText::place_awards), .rows = rows, .height = 132});
    cards.rows([&](std::size_t index) { return address_of("providers", id(index)); },
               [&](std::size_t index) {
                 if (tab_ == Tab::ranked) {
                   const shell::RankedRow& row = list_.ranked()[index];
                   card_title(frame, row.name, row.id);
                   BoxStyle line;
                   line.gap = space::usual;
                   {
                     const auto head = frame.row(line);
                     frame.label(words(UiText::rank_number, {std::to_string(row.rank)}), {.semibold = true});
                     if (row.tied_with > 0) badge(frame, words(UiText::rank_tied), {});
                     frame.label(words(UiText::score_points, {row.total}), {});
                   }
                   muted(row.firm
                             ? std::string(words(UiText::rank_firm_named))
                             : words(UiText::rank_range_named, {std::to_string(row.best), std::to_string(row.worst)}),
                         1);
                   if (!row.firm)
                     muted(words(UiText::reference_plain, {words(UiText::column_moved_by), moved_by(words, row)}), 1);
                 } else if (tab_ == Tab::unranked) {
                   const shell::UnrankedRow& row = list_.unranked()[index];
                   card_title(frame, row.name, row.id);
                   muted(words(*row.reason), 3);
                 } else {
                   const shell::AwardRow& row = list_.awards()[index];
                   card_title(frame, row.name, row.id);
                   frame.label(row.title, {.semibold = true, .maximum_lines = 1});
                   muted(row.on.to_string() + " \xC2\xB7 " + std::string(row.reason), 2);
                 }
               });
  }

  shell::AwardList list_;
  shell::AwardQuery query_;
  TableSort sort_{};
  Tab tab_ = Tab::ranked;
};

}  // namespace

std::unique_ptr<Screen> make_awards() { return std::make_unique<Awards>(); }

}  // namespace hengping::ui
