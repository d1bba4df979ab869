#include <array>
#include <string>
#include <utility>

#include "shell/ui/screens/gallery/gallery.h"

namespace hengping::ui {

namespace {

struct Row {
  std::string_view id;
  std::int64_t amount = 0;  // fen
  Satisfaction satisfaction = Satisfaction::satisfied;
};

constexpr std::array<Row, 5> rows = {{{"E001", 123'456'780, Satisfaction::satisfied},
                                      {"E002", 98'000, Satisfaction::basically_satisfied},
                                      {"E003", 4'500'000'050, Satisfaction::unsatisfied},
                                      {"E009", 0, Satisfaction::satisfied},
                                      {"E010", 76'543, Satisfaction::satisfied}}};

class Tables final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    Frame& frame = context.frame;
    const Words& words = context.words;
    {
      const auto scope = specimen(context, GalleryText::part_sorted);
      std::array<Row, rows.size()> sorted = rows;
      for (std::size_t end = 1; end < sorted.size(); ++end) {
        for (std::size_t at = end; at > 0 && before(sorted[at], sorted[at - 1]); --at)
          std::swap(sorted[at], sorted[at - 1]);
      }
      const std::array<Column, 4> columns = {
          {{.title = words(UiText::field_id), .minimum = 90, .sort = 0},
           {.title = words(UiText::field_name), .minimum = 110, .weight = 2, .priority = 2},
           {.title = words(UiText::field_amount), .minimum = 120, .align = Align::end, .sort = 1},
           {.title = words(UiText::satisfaction_title), .minimum = 120, .priority = 1}}};
      Table table(frame,
                  {.key = "sorted",
                   .name = say(context, GalleryText::part_sorted),
                   .columns = columns,
                   .rows = sorted.size(),
                   .width = context.width - 40},
                  &sort_);
      table.rows([&](std::size_t row, Table& line) {
        line.link(sorted[row].id, address_of("engagements", sorted[row].id), true);
        line.text(say(context, GalleryText::sample_name));
        line.number(shell::money_text(Money{sorted[row].amount}));
        line.cell([&] { satisfaction_badge(context, sorted[row].satisfaction); });
        line.leads_to(address_of("engagements", sorted[row].id));
      });
    }
    chosen_rows(context, GalleryText::part_selected_none, none_);
    chosen_rows(context, GalleryText::part_selected, some_);
    chosen_rows(context, GalleryText::part_selected_all, all_);
    narrowed(context);
    const auto scope = specimen(context, GalleryText::part_card_list);
    CardList cards(frame, {.key = "cards", .name = say(context, GalleryText::part_card_list), .rows = 2, .height = 84});
    cards.rows([&](std::size_t row) { return address_of("engagements", rows[row].id); },
               [&](std::size_t row) {
                 frame.label(say(context, GalleryText::sample_name), {.semibold = true, .maximum_lines = 1});
                 frame.label(rows[row].id, {.size = TextSize::caption, .color = frame.theme().ink_muted});
               });
  }

 private:
  /// Rows with tick boxes, and one column narrowed to what was ticked there.
  void chosen_rows(Context& context, GalleryText title, TableSelection& selection) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto names = frame.keyed(say(context, title));
    const auto scope = specimen(context, title);
    const std::array<Column, 3> columns = {
        {{.title = words(UiText::field_id), .minimum = 90},
         {.title = words(UiText::field_name), .minimum = 110, .weight = 2, .priority = 2},
         {.title = words(UiText::satisfaction_title), .minimum = 150, .priority = 1, .filter = &filter_}}};
    for (const Row& row : rows) {
      const std::string name(words(text_of(row.satisfaction)));
      if (filter_.choices.size() < rows.size()) filter_.choices.push_back({std::string(row.id), name});
    }
    const auto box = frame.column({.width = grow()});
    {
      Table table(frame,
                  {.key = "chosen",
                   .name = say(context, title),
                   .columns = columns,
                   .rows = 3,
                   .width = context.width - 40,
                   .selection = &selection,
                   .row_id = [](std::size_t row) { return std::string(rows.at(row).id); },
                   .row_name = [](std::size_t row) { return std::string(rows.at(row).id); }},
                  nullptr);
      table.rows([&](std::size_t row, Table& line) {
        line.text(rows.at(row).id);
        line.text(say(context, GalleryText::sample_name));
        line.cell([&] { satisfaction_badge(context, rows.at(row).satisfaction); });
      });
    }
    selection_bar(frame, selection, [&] {
      if (button(frame, {.key = "do", .label = words(UiText::action_export), .icon = Icon::download})) selection = {};
    });
  }

  /// A person made the second column narrow: its texts are cut, and the edge that the pointer is over shows.
  static void narrowed(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto scope = specimen(context, GalleryText::part_narrowed);
    const std::array<Column, 3> columns = {
        {{.title = words(UiText::field_id), .minimum = 66},
         {.title = words(UiText::field_name), .minimum = 90, .weight = 2},
         {.title = words(UiText::field_amount), .minimum = 146, .align = Align::end}}};
    {
      const auto names = frame.keyed("narrowed");
      ColumnWidths& widths = frame.memory().local<ColumnWidths>(frame.id("widths"));
      if (widths.given.empty()) widths.given = {68, 100, 0};
    }
    frame.pretend(Frame::Pretence::hovered);
    Table table(frame,
                {.key = "narrowed",
                 .name = say(context, GalleryText::part_narrowed),
                 .columns = columns,
                 .rows = 3,
                 .width = context.width - 40},
                nullptr);
    frame.pretend(Frame::Pretence::none);
    table.rows([&](std::size_t row, Table& line) {
      line.text(rows.at(row).id);
      line.text(say(context, GalleryText::sample_other_name));
      line.number(shell::money_text(Money{rows.at(row).amount}));
    });
  }

  [[nodiscard]] bool before(const Row& left, const Row& right) const {
    const Row& first = sort_.descending ? right : left;
    const Row& second = sort_.descending ? left : right;
    return sort_.by == 0 ? first.id < second.id : first.amount < second.amount;
  }

  TableSort sort_;
  TableSelection none_, some_{{"E002"}, {}}, all_{{"E001", "E002", "E003"}, {}};
  ColumnFilter filter_{{}, {"E002"}};
};

/// What a table costs that nobody could read: its rows are made as they come into sight.
class LongTable final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const std::array<Column, 3> columns = {
        {{.title = words(UiText::field_id), .minimum = 90},
         {.title = words(UiText::field_name), .minimum = 110, .weight = 2},
         {.title = words(UiText::field_amount), .minimum = 120, .align = Align::end}}};
    constexpr std::size_t many = 100'000;
    Table table(context.frame,
                {.key = "long",
                 .name = say(context, GalleryText::group_long),
                 .columns = columns,
                 .rows = many,
                 .width = context.width,
                 .fills = true},
                nullptr);
    table.rows([&](std::size_t row, Table& line) {
      line.text("E" + std::to_string(row + 1));
      line.text(say(context, row % 2 == 0 ? GalleryText::sample_name : GalleryText::sample_other_name));
      line.number(shell::money_text(Money{static_cast<std::int64_t>(row * 7919 % 1'000'003) * 100}));
    });
  }
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_tables() { return std::make_unique<Tables>(); }
std::unique_ptr<GalleryGroup> make_gallery_long() { return std::make_unique<LongTable>(); }

}  // namespace hengping::ui
