// 试点企业: the list.
#include <array>

#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

using shell::EnterpriseColumn;

class Enterprises final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const auto actions = [&] {
      link_button(context.frame, "#/enterprises/new",
                  {.key = "new",
                   .label = words(UiText::action_register_enterprise),
                   .kind = ButtonKind::primary,
                   .icon = Icon::plus});
    };
    list_screen(context, {.head = {.title = words(UiText::place_enterprises),
                                   .detail = words(UiText::enterprises_detail),
                                   .actions = actions},
                          .empty = {.sign = Icon::enterprise,
                                    .title = UiText::enterprises_empty,
                                    .detail = UiText::enterprises_empty_detail,
                                    .action = UiText::action_register_enterprise,
                                    .address = "#/enterprises/new"},
                          .update = [&] { return update(context); },
                          .filters = [&] { filters(context); },
                          .clear =
                              [&] {
                                query_ = {};
                                scale_ = 0;
                              },
                          .cards = [&] { cards(context); },
                          .table = [&] { table(context); }});
  }

 private:
  ListSize update(Context& context) {
    query_.sort = static_cast<EnterpriseColumn>(sort_.by);
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
                .label = words(UiText::enterprises_search),
                .placeholder = words(UiText::enterprises_search),
                .width = 320},
               query_.text);
    const std::array<RadioOption, 4> scales = {{{.label = words(UiText::filter_all)},
                                                {.label = words(UiText::scale_above_designated)},
                                                {.label = words(UiText::scale_below_designated)},
                                                {.label = words(UiText::scale_specialised)}}};
    segments(frame, {.key = "scale", .label = words(UiText::field_scale), .hide_label = true, .compact = true}, scales,
             scale_);
    query_.scale = scale_ <= 0 ? std::nullopt : std::optional(static_cast<EnterpriseScale>(scale_ - 1));
  }

  [[nodiscard]] static std::string_view scale_of(const Words& words, const shell::EnterpriseRow& row) {
    return row.scale ? words(text_of(*row.scale)) : or_dash({});
  }

  void table(Context& context) {
    const Words& words = context.words;
    const auto by = [](EnterpriseColumn column) { return static_cast<int>(column); };
    const std::array<Column, 7> columns = {{
        {.title = words(UiText::field_id), .minimum = 92, .weight = 0.3F, .sort = by(EnterpriseColumn::id)},
        {.title = words(UiText::field_name), .minimum = 220, .weight = 3, .sort = by(EnterpriseColumn::name)},
        {.title = words(UiText::field_uscc),
         .minimum = 196,
         .weight = 0.6F,
         .sort = by(EnterpriseColumn::uscc),
         .priority = 3},
        {.title = words(UiText::field_industry),
         .minimum = 140,
         .weight = 1.2F,
         .sort = by(EnterpriseColumn::industry)},
        {.title = words(UiText::field_scale),
         .minimum = 104,
         .weight = 0.4F,
         .sort = by(EnterpriseColumn::scale),
         .priority = 1},
        {.title = words(UiText::field_district),
         .minimum = 110,
         .weight = 0.5F,
         .sort = by(EnterpriseColumn::district),
         .priority = 2},
        {.title = words(UiText::column_contracts),
         .minimum = 108,
         .weight = 0,
         .align = Align::end,
         .sort = by(EnterpriseColumn::engagements)},
    }};
    Table table(context.frame,
                {.key = "table",
                 .name = words(UiText::place_enterprises),
                 .columns = columns,
                 .rows = list_.size(),
                 .width = context.width,
                 .fills = true},
                &sort_);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::EnterpriseRow& row = list_.row(index);
      const std::string address = address_of("enterprises", row.id);
      cells.leads_to(address);
      cells.text(row.id, {.color = context.frame.theme().ink_muted});
      cells.link(row.name, address, true);
      cells.text(row.uscc, {.color = context.frame.theme().ink_secondary});
      cells.text(row.industry);
      cells.text(scale_of(words, row));
      cells.text(or_dash(row.district));
      cells.number(shell::count_text(static_cast<std::int64_t>(row.engagements)));
    });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    CardList cards(
        frame, {.key = "cards", .name = context.words(UiText::place_enterprises), .rows = list_.size(), .height = 84});
    cards.rows([&](std::size_t index) { return address_of("enterprises", list_.row(index).id); },
               [&](std::size_t index) {
                 const shell::EnterpriseRow& row = list_.row(index);
                 card_title(frame, row.name, row.id);
                 const std::string line = std::string(row.industry) + " \xC2\xB7 " +
                                          std::string(scale_of(context.words, row)) + " \xC2\xB7 " +
                                          std::string(or_dash(row.district));
                 frame.label(line, {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
               });
  }

  shell::EnterpriseList list_;
  shell::EnterpriseQuery query_;
  TableSort sort_{};
  int scale_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_enterprises() { return std::make_unique<Enterprises>(); }

}  // namespace hengping::ui
