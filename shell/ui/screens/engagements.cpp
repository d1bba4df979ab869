// 服务合同: the list.
#include <array>

#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

using shell::EngagementColumn;

class Engagements final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const auto actions = [&] {
      link_button(context.frame, "#/engagements/new",
                  {.key = "new",
                   .label = words(UiText::action_register_engagement),
                   .kind = ButtonKind::primary,
                   .icon = Icon::plus});
    };
    list_screen(context, {.head = {.title = words(UiText::place_engagements),
                                   .detail = words(UiText::engagements_detail),
                                   .actions = actions},
                          .empty = {.sign = Icon::contract,
                                    .title = UiText::engagements_empty,
                                    .detail = UiText::engagements_empty_detail,
                                    .action = UiText::action_register_engagement,
                                    .address = "#/engagements/new"},
                          .update = [&] { return update(context); },
                          .filters = [&] { filters(context); },
                          .clear = [&] { query_ = {}; },
                          .cards = [&] { cards(context); },
                          .table = [&] { table(context); }});
  }

 private:
  ListSize update(Context& context) {
    query_.sort = static_cast<EngagementColumn>(sort_.by);
    query_.order = sort_.descending ? shell::SortOrder::descending : shell::SortOrder::ascending;
    list_.update(context.app, query_);
    return {list_.size(), list_.total()};
  }

  void filters(Context& context) {
    const auto bar = filter_bar(context.frame);
    search_box(context.frame,
               {.key = "search",
                .label = context.words(UiText::engagements_search),
                .placeholder = context.words(UiText::engagements_search),
                .width = 360},
               query_.text);
  }

  void table(Context& context) {
    const Words& words = context.words;
    const auto by = [](EngagementColumn column) { return static_cast<int>(column); };
    const std::array<Column, 7> columns = {{
        {.title = words(UiText::field_engagement), .minimum = 104, .weight = 0.4F, .sort = by(EngagementColumn::id)},
        {.title = words(UiText::field_provider), .minimum = 180, .weight = 2, .sort = by(EngagementColumn::provider)},
        {.title = words(UiText::field_enterprise),
         .minimum = 180,
         .weight = 2,
         .sort = by(EngagementColumn::enterprise)},
        {.title = words(UiText::field_amount),
         .minimum = 136,
         .weight = 0.3F,
         .align = Align::end,
         .sort = by(EngagementColumn::amount)},
        {.title = words(UiText::field_signed_on),
         .minimum = 118,
         .weight = 0.2F,
         .sort = by(EngagementColumn::signed_on),
         .priority = 2},
        {.title = words(UiText::field_due_on),
         .minimum = 118,
         .weight = 0.2F,
         .sort = by(EngagementColumn::due_on),
         .priority = 3},
        {.title = words(UiText::column_ratings),
         .minimum = 108,
         .weight = 0,
         .align = Align::end,
         .sort = by(EngagementColumn::ratings),
         .priority = 1},
    }};
    Table table(context.frame,
                {.key = "table",
                 .name = words(UiText::place_engagements),
                 .columns = columns,
                 .rows = list_.size(),
                 .width = context.width,
                 .fills = true},
                &sort_);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::EngagementRow& row = list_.row(index);
      const std::string address = address_of("engagements", row.id);
      cells.leads_to(address);
      cells.link(row.id, address, true);
      cells.link(row.provider_name, address_of("providers", row.provider));
      cells.text(row.enterprise_name);
      cells.number(shell::money_text(row.amount));
      cells.text(row.signed_on.to_string());
      cells.text(row.due_on.to_string());
      cells.number(shell::count_text(static_cast<std::int64_t>(row.ratings.total())));
    });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    CardList cards(
        frame, {.key = "cards", .name = context.words(UiText::place_engagements), .rows = list_.size(), .height = 108});
    cards.rows([&](std::size_t index) { return address_of("engagements", list_.row(index).id); },
               [&](std::size_t index) {
                 const shell::EngagementRow& row = list_.row(index);
                 card_title(frame, row.provider_name, row.id);
                 frame.label(row.enterprise_name, {.color = frame.theme().ink_secondary, .maximum_lines = 1});
                 frame.label(
                     context.words(UiText::engagement_card, {shell::money_text(row.amount), row.signed_on.to_string()}),
                     {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
               });
  }

  shell::EngagementList list_;
  shell::EngagementQuery query_;
  TableSort sort_{};
};

}  // namespace

std::unique_ptr<Screen> make_engagements() { return std::make_unique<Engagements>(); }

}  // namespace hengping::ui
