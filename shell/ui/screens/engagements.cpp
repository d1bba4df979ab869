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
    Frame& frame = context.frame;
    const Words& words = context.words;
    page_head(context,
              {.title = words(UiText::place_engagements), .detail = words(UiText::engagements_detail), .actions = [&] {
                 link_button(frame, "#/engagements/new",
                             {.key = "new",
                              .label = words(UiText::action_register_engagement),
                              .kind = ButtonKind::primary,
                              .icon = Icon::plus});
               }});
    query_.sort = static_cast<EngagementColumn>(sort_.by);
    query_.order = sort_.descending ? shell::SortOrder::descending : shell::SortOrder::ascending;
    list_.update(context.app, query_);
    if (list_.total() == 0) {
      list_is_empty(context, Icon::contract, UiText::engagements_empty, UiText::engagements_empty_detail,
                    "#/engagements/new", UiText::action_register_engagement);
      return;
    }
    {
      const auto bar = filter_bar(frame);
      search_box(frame,
                 {.key = "search",
                  .label = words(UiText::engagements_search),
                  .placeholder = words(UiText::engagements_search),
                  .width = 360},
                 query_.text);
    }
    list_.update(context.app, query_);
    list_count(context, list_.size(), list_.total());
    if (list_.size() == 0) {
      if (list_has_no_hits(context)) query_ = {};
    } else if (frame.phone()) {
      cards(context);
    } else {
      table(context);
    }
  }

 private:
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
