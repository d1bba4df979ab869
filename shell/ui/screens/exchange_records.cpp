// 暂不计入的记录: the list.
#include <array>

#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/list_parts.h"
#include "shell/ui/screens/screens.h"

namespace hengping::ui {

namespace {

constexpr std::string_view here = "#/exchange/records";

std::optional<RecordStanding> standing_of(std::string_view name) {
  for (std::size_t index = 0; index < record_standings; ++index) {
    const auto standing = static_cast<RecordStanding>(index);
    if (standing_name(standing) == name) return standing;
  }
  return std::nullopt;
}

class UncountedRecords final : public Screen {
 public:
  void draw(Context& context) override {
    const Words& words = context.words;
    const std::array<Crumb, 1> crumbs = {{{std::string(words(UiText::place_exchange)), "#/exchange"}}};
    list_screen(context, {.head = {.title = words(UiText::uncounted_title),
                                   .detail = words(UiText::uncounted_detail),
                                   .crumbs = crumbs,
                                   .here = words(UiText::uncounted_title)},
                          .is_empty = [] { return false; },
                          .update = [&] { return update(context); },
                          .filters = [&] { filters(context); },
                          .clear =
                              [&] {
                                query_ = {};
                                if (!context.route.parameters.empty()) context.go(here);
                              },
                          .cards = [&] { cards(context); },
                          .table = [&] { table(context); },
                          .none = UiText::uncounted_none});
  }

 private:
  ListSize update(Context& context) {
    query_.device = context.route.parameter("device");
    query_.standing = standing_of(context.route.parameter("standing"));
    list_.update(context.app, query_);
    return {list_.size(), list_.total()};
  }

  void filters(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const auto bar = filter_bar(frame);
    search_box(frame,
               {.key = "search",
                .label = words(UiText::uncounted_search),
                .placeholder = words(UiText::uncounted_search),
                .width = 320},
               query_.text);
    if (context.route.parameters.empty()) return;
    if (query_.standing) badge(frame, words(text_of(*query_.standing)), {.tone = Tone::accent});
    if (!query_.device.empty()) badge(frame, device_name(), {.tone = Tone::accent});
    link(frame, {.key = "all", .label = words(UiText::filter_show_all), .address = here});
  }

  [[nodiscard]] std::string device_name() const {
    for (const shell::UncountedGroup& group : list_.groups()) {
      if (group.device == query_.device) return device_text(group.device_name, group.device);
    }
    return device_text({}, query_.device);
  }

  [[nodiscard]] static std::string parties_of(const shell::RecordLine& line) {
    std::string all;
    for (const std::string* part :
         {line.provider_name.empty() ? &line.provider : &line.provider_name,
          line.enterprise_name.empty() ? &line.enterprise : &line.enterprise_name, &line.engagement}) {
      if (part->empty()) continue;
      if (!all.empty()) all += " \xC2\xB7 ";
      all += *part;
    }
    return all;
  }

  void table(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    const std::array<Column, 5> columns = {{
        {.title = words(UiText::record_title), .minimum = 150, .weight = 1},
        {.title = words(UiText::field_on), .minimum = 110, .weight = 0.2F},
        {.title = words(UiText::field_party), .minimum = 160, .weight = 2, .priority = 2},
        {.title = words(UiText::field_device), .minimum = 130, .weight = 1, .priority = 1},
        {.title = words(UiText::field_reason_why), .minimum = 170, .weight = 1},
    }};
    Table table(frame,
                {.key = "table",
                 .name = words(UiText::uncounted_title),
                 .columns = columns,
                 .rows = list_.size(),
                 .width = context.width,
                 .fills = true},
                nullptr);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::RecordLine line = shell::record_line(context.app, list_.index(index));
      const std::string address = address_of("records", line.hash);
      cells.leads_to(address);
      cells.link(kind_text(words, line.kind), address, true);
      cells.text(or_dash(line.on));
      cells.text(or_dash(parties_of(line)));
      cells.text(device_text(line.device_name, line.device));
      cells.text(words(text_of(line.standing)), {.color = frame.theme().ink_secondary});
    });
  }

  void cards(Context& context) {
    Frame& frame = context.frame;
    const Words& words = context.words;
    CardList cards(frame,
                   {.key = "cards", .name = words(UiText::uncounted_title), .rows = list_.size(), .height = 104});
    cards.rows(
        [&](std::size_t index) {
          return address_of("records", context.app.ledger().records()[list_.index(index)].hash_text());
        },
        [&](std::size_t index) {
          const shell::RecordLine line = shell::record_line(context.app, list_.index(index));
          card_title(frame, kind_text(words, line.kind), line.on);
          const TextStyle small{.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1};
          frame.label(parties_of(line), small);
          const std::string why =
              device_text(line.device_name, line.device) + " \xC2\xB7 " + std::string(words(text_of(line.standing)));
          frame.label(why, small);
        });
  }

  shell::UncountedList list_;
  shell::UncountedQuery query_;
};

}  // namespace

std::unique_ptr<Screen> make_uncounted_records() { return std::make_unique<UncountedRecords>(); }

}  // namespace hengping::ui
