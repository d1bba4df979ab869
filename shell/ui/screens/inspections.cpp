// 检查: the list of all inspections.
#include <array>

#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

constexpr std::string_view form_address = "#/inspections/new";

class Inspections final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const bool drafted = context.app.draft(shell::inspection_draft) != nullptr;
    const auto actions = [&] {
      link_button(context.frame, form_address,
                  {.key = "new",
                   .label = words(drafted ? UiText::inspection_continue : UiText::action_start_inspection),
                   .kind = ButtonKind::primary,
                   .icon = Icon::checklist});
    };
    list_screen(context,
                {.head = {.title = words(UiText::place_inspections),
                          .detail = words(drafted ? UiText::inspection_continue_detail : UiText::inspections_detail),
                          .actions = actions},
                 .empty = {.sign = Icon::checklist,
                           .title = UiText::inspections_empty,
                           .detail = UiText::inspections_empty_detail,
                           .action = UiText::action_start_inspection,
                           .address = form_address},
                 .update = [&] { return update(context); },
                 .filters = [&] { filters(context); },
                 .clear = [&] { clear(context); },
                 .cards = [&] { cards(context); },
                 .table = [&] { table(context); }});
  }

 private:
  ListSize update(Context& context) {
    query_.provider = context.route.parameter("provider");
    list_.update(context.app, query_);
    return {list_.size(), list_.total()};
  }

  void clear(Context& context) {
    query_ = {};
    if (!context.route.parameters.empty()) context.go("#/inspections");
  }

  void filters(Context& context) {
    const auto bar = filter_bar(context.frame);
    const std::string_view label = context.words(UiText::inspections_search);
    search_box(context.frame, {.key = "search", .label = label, .placeholder = label, .width = 320}, query_.text);
  }

  void table(Context& context) {
    const Words& words = context.words;
    const Theme& theme = context.frame.theme();
    const std::array<Column, 6> columns = {{
        {.title = words(UiText::field_on), .minimum = 112, .weight = 0.1F},
        {.title = words(UiText::field_id), .minimum = 170, .weight = 0.4F},
        {.title = words(UiText::field_provider), .minimum = 160, .weight = 1.6F},
        {.title = words(UiText::field_engagement), .minimum = 100, .weight = 0.3F, .priority = 2},
        {.title = words(UiText::inspection_answers), .minimum = 120, .weight = 0.6F, .priority = 3},
        {.title = words(UiText::inspection_findings), .minimum = 100, .weight = 0, .align = Align::end},
    }};
    Table table(context.frame,
                {.key = "table",
                 .name = words(UiText::place_inspections),
                 .columns = columns,
                 .rows = list_.size(),
                 .width = context.width,
                 .fills = true},
                nullptr);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::InspectionRow& row = list_.row(index);
      const std::string address = address_of("inspections", row.id);
      cells.leads_to(address);
      cells.text(row.on.to_string(), {.color = theme.ink_secondary});
      cells.link(row.id, address, true);
      cells.link(row.provider_name, address_of("providers", row.provider));
      cells.text(or_dash(row.engagement));
      cells.text(row.checklist);
      cells.number(shell::count_text(static_cast<std::int64_t>(row.findings)),
                   row.findings > 0 ? theme.negative.ink : theme.ink_muted);
    });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    CardList cards(
        frame, {.key = "cards", .name = context.words(UiText::place_inspections), .rows = list_.size(), .height = 100});
    cards.rows([&](std::size_t index) { return address_of("inspections", list_.row(index).id); },
               [&](std::size_t index) {
                 const shell::InspectionRow& row = list_.row(index);
                 card_title(frame, row.provider_name, row.id);
                 frame.label(row.on.to_string() + " \xC2\xB7 " + std::string(row.checklist),
                             {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
                 const std::string count = shell::count_text(static_cast<std::int64_t>(row.findings));
                 frame.label(std::string(context.words(UiText::inspection_findings)) + " " + count,
                             {.size = TextSize::caption, .maximum_lines = 1});
               });
  }

  shell::InspectionList list_;
  shell::InspectionQuery query_;
};

}  // namespace

std::unique_ptr<Screen> make_inspections() { return std::make_unique<Inspections>(); }

}  // namespace hengping::ui
