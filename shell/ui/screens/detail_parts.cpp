#include "shell/ui/screens/detail_parts.h"

#include <array>

#include "shell/ui/screens/list_parts.h"

namespace hengping::ui {

Scope key_value_grid(Frame& frame, float minimum) {
  BoxStyle style;
  style.grid_minimum = minimum;
  style.grid_maximum = 3;
  style.gap = space::wide;
  style.line_gap = space::apart;
  style.cross = Align::start;
  return frame.box(style);
}

void record_reference(Context& context, const shell::RecordReference& reference, bool with_day) {
  if (reference.hash.empty()) return;
  Frame& frame = context.frame;
  BoxStyle style;
  style.gap = space::close;
  style.line_gap = space::hair;
  style.wrap = true;
  style.opt_out = true;
  const auto row = frame.row(style);
  if (with_day)
    frame.text(reference.on, {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
  const std::string name = context.words(UiText::record_hash, {shell::short_hash(reference.hash)});
  link(frame, {.key = "record",
               .label = name,
               .address = address_of("records", reference.hash),
               .quiet = true,
               .size = TextSize::caption});
}

void rating_state_badge(Context& context, shell::RatingStatus status) {
  const Tone tone = status == shell::RatingStatus::effective ? Tone::accent : Tone::neutral;
  badge(context.frame, context.words(text_of(status)), {.tone = tone});
}

void rating_summary(Context& context, const shell::RatingTally& tally) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  BoxStyle column_style;
  column_style.gap = space::close;
  const auto column = frame.column(column_style);
  share_bar(frame, tally.satisfied, tally.basically_satisfied, tally.unsatisfied, 8);
  BoxStyle style;
  style.gap = space::apart;
  style.line_gap = space::tight;
  style.wrap = true;
  const auto row = frame.row(style);
  const auto part = [&](Satisfaction satisfaction, std::size_t count) {
    BoxStyle line;
    line.gap = space::close;
    const auto box = frame.row(line);
    icon(frame, icon_of(satisfaction), 16, theme.tone(tone_of(satisfaction)).ink);
    frame.text(
        std::string(context.words(text_of(satisfaction))) + " " + shell::count_text(static_cast<std::int64_t>(count)),
        {.size = TextSize::caption, .color = theme.ink_secondary, .maximum_lines = 1});
  };
  part(Satisfaction::satisfied, tally.satisfied);
  part(Satisfaction::basically_satisfied, tally.basically_satisfied);
  part(Satisfaction::unsatisfied, tally.unsatisfied);
}

void engagement_table(Context& context, std::span<const shell::EngagementSummary> engagements, Besides page) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const bool provider = page != Besides::provider;
  const auto party = [&](const shell::EngagementSummary& row) -> const std::string& {
    return provider ? row.provider_name : row.enterprise_name;
  };
  if (frame.phone()) {
    CardList cards(frame, {.key = "engagement-cards",
                           .name = words(UiText::place_engagements),
                           .rows = engagements.size(),
                           .height = 84});
    cards.rows([&](std::size_t index) { return address_of("engagements", engagements[index].id); },
               [&](std::size_t index) {
                 const shell::EngagementSummary& row = engagements[index];
                 card_title(frame, party(row), row.id);
                 frame.label(words(UiText::engagement_card, {row.amount, row.signed_on}),
                             {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
               });
    return;
  }
  const std::array<Column, 6> columns = {{
      {.title = words(UiText::field_engagement), .minimum = 104, .weight = 0.4F},
      {.title = words(provider ? UiText::field_provider : UiText::field_enterprise), .minimum = 180, .weight = 2},
      {.title = words(UiText::field_amount), .minimum = 130, .weight = 0.3F, .align = Align::end},
      {.title = words(UiText::field_signed_on), .minimum = 116, .weight = 0.2F, .priority = 1},
      {.title = words(UiText::field_due_on), .minimum = 116, .weight = 0.2F, .priority = 2},
      {.title = words(UiText::column_ratings), .minimum = 108, .weight = 0.1F, .align = Align::end, .priority = 3},
  }};
  Table table(frame,
              {.key = "engagements",
               .name = words(UiText::place_engagements),
               .columns = columns,
               .rows = engagements.size(),
               .width = context.width - 40},
              nullptr);
  table.rows([&](std::size_t index, Table& cells) {
    const shell::EngagementSummary& row = engagements[index];
    const std::string address = address_of("engagements", row.id);
    cells.leads_to(address);
    cells.link(row.id, address, true);
    cells.text(party(row));
    cells.number(row.amount);
    cells.text(row.signed_on);
    cells.text(row.due_on);
    cells.number(shell::count_text(static_cast<std::int64_t>(row.ratings.total())));
  });
}

void item_table(Context& context, std::span<const shell::ItemView> items) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  if (frame.phone()) {
    for (std::size_t index = 0; index < items.size(); ++index) {
      const auto names = frame.keyed("item", index);
      if (index > 0) separator(frame);
      frame.text(items[index].name, {.semibold = true});
      frame.text(items[index].function + " \xC2\xB7 " + items[index].purpose, {.color = frame.theme().ink_secondary});
      frame.text(words(UiText::item_sum, {items[index].unit_price, items[index].quantity, items[index].total}));
    }
  } else {
    const std::array<Column, 6> columns = {{
        {.title = words(UiText::item_name), .minimum = 150, .weight = 1.4F},
        {.title = words(UiText::item_function), .minimum = 130, .weight = 1.4F, .priority = 1},
        {.title = words(UiText::item_purpose), .minimum = 120, .weight = 1.2F, .priority = 2},
        {.title = words(UiText::item_unit_price), .minimum = 124, .weight = 0.2F, .align = Align::end},
        {.title = words(UiText::item_quantity), .minimum = 80, .weight = 0.1F, .align = Align::end},
        {.title = words(UiText::item_total), .minimum = 130, .weight = 0.2F, .align = Align::end},
    }};
    Table table(frame,
                {.key = "items",
                 .name = words(UiText::items_title),
                 .columns = columns,
                 .rows = items.size(),
                 .width = context.width - 40},
                nullptr);
    table.rows([&](std::size_t index, Table& cells) {
      const shell::ItemView& item = items[index];
      cells.text(item.name, {.semibold = true});
      cells.text(item.function);
      cells.text(item.purpose);
      cells.number(item.unit_price);
      cells.number(item.quantity);
      cells.number(item.total);
    });
  }
}

void rating_table(Context& context, std::span<const shell::RatingView> ratings, Besides page) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto state = [&](const shell::RatingView& row) {
    if (row.satisfaction) satisfaction_badge(context, *row.satisfaction);
    if (row.status != shell::RatingStatus::effective) rating_state_badge(context, row.status);
  };
  const auto party = [&](const shell::RatingView& row) -> const std::string& {
    return page == Besides::provider ? row.enterprise_name : row.provider_name;
  };
  if (frame.phone()) {
    CardList cards(
        frame, {.key = "rating-cards", .name = words(UiText::place_ratings), .rows = ratings.size(), .height = 112});
    cards.rows([&](std::size_t index) { return address_of("engagements", ratings[index].engagement); },
               [&](std::size_t index) {
                 const shell::RatingView& row = ratings[index];
                 card_title(frame, period_text(words, row.period), row.engagement);
                 {
                   BoxStyle line;
                   line.gap = space::close;
                   const auto badges = frame.row(line);
                   state(row);
                 }
                 frame.label(row.on + " \xC2\xB7 " + party(row),
                             {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
               });
    return;
  }
  const std::array<Column, 5> columns = {{
      {.title = words(UiText::field_period), .minimum = 118, .weight = 0.3F},
      {.title = words(UiText::field_satisfaction), .minimum = 178, .weight = 0.6F},
      {.title = words(page == Besides::none       ? UiText::field_on
                      : page == Besides::provider ? UiText::field_enterprise
                                                  : UiText::field_provider),
       .minimum = 130,
       .weight = 1.3F},
      {.title = words(UiText::field_engagement), .minimum = 104, .weight = 0.3F, .priority = 1},
      {.title = words(UiText::field_comment), .minimum = 140, .weight = 1.6F, .priority = 2},
  }};
  Table table(frame,
              {.key = "ratings",
               .name = words(UiText::place_ratings),
               .columns = columns,
               .rows = ratings.size(),
               .width = context.width - 40},
              nullptr);
  table.rows([&](std::size_t index, Table& cells) {
    const shell::RatingView& row = ratings[index];
    const bool counts = row.status == shell::RatingStatus::effective;
    cells.text(period_text(words, row.period),
               {.semibold = counts, .color = counts ? frame.theme().ink : frame.theme().ink_muted});
    cells.cell([&] { state(row); });
    cells.text(page == Besides::none ? std::string_view(row.on) : std::string_view(party(row)));
    cells.link(row.engagement, address_of("engagements", row.engagement));
    cells.text(or_dash(row.words), {.color = frame.theme().ink_secondary});
  });
}

void record_list(Context& context, std::span<const shell::RecordReference> records) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  const std::string title =
      words(UiText::records_title, {shell::count_text(static_cast<std::int64_t>(records.size()))});
  const auto scope = card(frame, {});
  if (!disclosure(frame, "records", title, false)) return;
  constexpr std::size_t most = 200;
  for (std::size_t index = 0; index < records.size() && index < most; ++index) {
    const shell::RecordReference& record = records[index];
    const auto names = frame.keyed("record", index);
    separator(frame);
    BoxStyle style;
    style.gap = space::apart;
    style.line_gap = space::hair;
    style.wrap = true;
    style.main = Align::between;
    const auto row = frame.row(style);
    {
      const auto left = frame.column({});
      frame.text(kind_text(words, record.kind), {.semibold = true});
      const std::string at = shell::instant_text(record.at);
      frame.text(record.device_name.empty() ? words(UiText::record_at, {record.on, at})
                                            : words(UiText::record_by, {record.on, record.device_name, at}),
                 {.size = TextSize::caption, .color = theme.ink_muted});
    }
    record_reference(context, record, false);
  }
  if (records.size() > most)
    frame.text(words(UiText::records_more, {shell::count_text(static_cast<std::int64_t>(records.size() - most))}),
               {.color = theme.ink_muted});
}

void WithdrawalDialog::open(Context& context, std::string_view engagement, std::string_view period) {
  form_ = shell::new_withdrawal_form(context.app, engagement, period);
  faults_.clear();
  open_ = true;
}

void WithdrawalDialog::draw(Context& context) {
  if (!open_) return;
  Frame& frame = context.frame;
  const Words& words = context.words;
  const std::string detail = words(UiText::withdraw_detail, {form_.engagement, period_text(words, form_.period)});
  Dialog dialog(frame, {.key = "withdraw", .title = words(UiText::withdraw_title), .detail = detail});
  const auto error = [&](std::string_view pointer, UiText label) -> std::string {
    for (const Fault& fault : faults_) {
      if (fault.pointer != pointer) continue;
      return fault.code == "field.missing" ? words(UiText::form_missing, {words(label)})
                                           : std::string(words(fault.message));
    }
    return {};
  };
  const std::string reason_error = error("/reason", UiText::field_reason);
  const std::string on_error = error("/on", UiText::field_on);
  for (const Fault& fault : faults_) {
    if (fault.pointer == "/reason" || fault.pointer == "/on") continue;
    const auto scope =
        banner(frame, {.key = "refused", .tone = Tone::negative, .title = words(fault.message), .live = true});
    break;
  }
  text_area(frame, {.key = "reason", .label = words(UiText::field_reason), .error = reason_error, .required = true},
            form_.reason, 3);
  date_field(frame, {.key = "on", .label = words(UiText::field_on), .error = on_error, .required = true}, form_.on,
             context.app.today());
  const auto actions = dialog.actions();
  const bool cancel = button(frame, {.key = "cancel", .label = words(UiText::action_cancel)});
  const bool withdraw =
      button(frame, {.key = "confirm", .label = words(UiText::action_withdraw), .kind = ButtonKind::danger});
  if (cancel || dialog.dismissed()) {
    open_ = false;
    return;
  }
  if (!withdraw) return;
  shell::SubmitResult result = context.app.submit(shell::make_fact(form_, context.app.settings().role));
  if (result.ok()) {
    open_ = false;
    context.toaster.say(std::string(words(UiText::withdraw_done)), Tone::positive);
  } else {
    faults_ = std::move(result.faults);
    focus_first_error(frame);
  }
}

}  // namespace hengping::ui
