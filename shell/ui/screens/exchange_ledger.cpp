// Of the ledger: records that do not count, contradictions, what was learnt late, irregularities.
#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/exchange_parts.h"
#include "shell/ui/screens/list_parts.h"

namespace hengping::ui {

namespace {

std::string count(std::size_t value) { return shell::count_text(static_cast<std::int64_t>(value)); }

void say_none(Context& context, UiText text) {
  context.frame.text(context.words(text), {.color = context.frame.theme().ink_secondary});
}

Scope lines(Frame& frame, float gap = 4) {
  BoxStyle style;
  style.gap = gap;
  return frame.column(style);
}

Scope wrapped(Frame& frame) {
  BoxStyle style;
  style.gap = space::close;
  style.line_gap = space::tight;
  style.wrap = true;
  return frame.row(style);
}

}  // namespace

void record_line(Context& context, const shell::RecordLine& line) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto all = lines(frame, 2);
  link(frame, {.key = "record", .label = kind_text(words, line.kind), .address = address_of("records", line.hash)});
  std::string where = words(UiText::record_by, {or_dash(line.on), device_text(line.device_name, line.device), line.at});
  for (const std::string* party : {&line.provider_name, &line.enterprise_name, &line.engagement}) {
    if (!party->empty()) where += " \xC2\xB7 " + *party;
  }
  frame.text(where, {.size = TextSize::caption, .color = frame.theme().ink_muted});
}

void UncountedSection::draw(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  list_.update(context.app, {});
  const auto scope = section(frame, "uncounted", words(UiText::uncounted_title), words(UiText::uncounted_detail));
  if (list_.total() == 0) return say_none(context, UiText::uncounted_none);
  const auto& groups = list_.groups();
  for (std::size_t index = 0; index < pieces_.shown(groups.size()); ++index) {
    const shell::UncountedGroup& group = groups[index];
    const auto names = frame.keyed("group", index);
    if (index > 0) separator(frame);
    const auto all = lines(frame, 2);
    const std::string device = device_text(group.device_name, group.device);
    const std::string label =
        words(UiText::uncounted_group, {device, words(text_of(group.standing)), count(group.records)});
    const std::string address =
        "#/exchange/records?device=" + group.device + "&standing=" + std::string(standing_name(group.standing));
    link(frame, {.key = "group", .label = label, .address = address});
    frame.text(words(next_of(group.standing)), {.size = TextSize::caption, .color = frame.theme().ink_muted});
  }
  pieces_.more(context, groups.size());
  const std::string all = words(UiText::action_show_uncounted, {count(list_.total())});
  link_button(frame, "#/exchange/records", {.key = "all", .label = all, .icon = Icon::search});
}

void ConflictsSection::conflict(Context& context, const shell::ConflictView& conflict, bool may_act) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto all = lines(frame, 10);
  frame.heading(3, conflict_text(words, conflict), {.semibold = true});
  for (std::size_t index = 0; index < conflict.sides.size(); ++index) {
    const shell::ConflictSide& side = conflict.sides[index];
    const auto names = frame.keyed("side", index);
    BoxStyle sheet;
    sheet.gap = space::close;
    sheet.padding = padding(14, 10);
    sheet.radius = 10;
    sheet.background = frame.theme().sunken;
    const auto box = frame.column(sheet);
    if (side.counts) {
      const auto row = wrapped(frame);
      badge(frame, words(UiText::conflict_counts), {.tone = Tone::accent, .icon = Icon::check});
    }
    record_line(context, side.record);
    record_contents(context, side.value);
    if (!may_act) continue;
    const std::string device = device_text(side.record.device_name, side.record.device);
    const std::string label = words(UiText::action_keep_side, {device});
    const auto row = wrapped(frame);
    if (!button(frame, {.key = "keep", .label = label})) continue;
    chosen_ = conflict;
    kept_ = side.record.hash;
    dialog_.open();
  }
}

void ConflictsSection::draw(Context& context, const shell::DevicesView& view) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  list_.update(context.app, pieces_.most());
  const auto scope = section(frame, "conflicts", words(UiText::conflict_title), words(UiText::conflict_detail));
  if (list_.total() == 0) return say_none(context, UiText::conflict_none);
  const std::string many = words(UiText::conflict_many, {count(list_.total())});
  { const auto note = banner(frame, {.key = "many", .tone = Tone::caution, .title = many}); }
  for (std::size_t index = 0; index < list_.shown().size(); ++index) {
    const auto names = frame.keyed("conflict", index);
    if (index > 0) separator(frame);
    conflict(context, list_.shown()[index], shell::may_act(view.office));
  }
  pieces_.more(context, list_.total());
  if (!dialog_.draw(context, {.title = words(UiText::action_keep_this),
                              .detail = words(UiText::conflict_keep_detail),
                              .action = words(UiText::action_keep_this)}))
    return;
  if (shell::ConflictList::keep(context.app, chosen_, kept_, dialog_.reason()))
    context.toaster.say(std::string(words(UiText::conflict_kept)), Tone::positive);
}

void LateSection::draw(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto scope = section(frame, "late", words(UiText::late_title), words(UiText::late_detail));
  // With one feed it is possible, but seldom: then it is searched for only when asked.
  if (!shell::LateList::is_likely(context.app) && !disclosure(frame, "search", words(UiText::late_show), false)) return;
  list_.update(context.app);
  const auto& decisions = list_.decisions();
  if (decisions.empty()) return say_none(context, UiText::late_none);
  for (std::size_t index = 0; index < pieces_.shown(decisions.size()); ++index) {
    const shell::LateView& late = decisions[index];
    const auto names = frame.keyed("decision", index);
    if (index > 0) separator(frame);
    const auto all = lines(frame, 8);
    record_line(context, late.decision);
    link(frame, {.key = "provider",
                 .label = late.provider_name.empty() ? late.provider : late.provider + " " + late.provider_name,
                 .address = address_of("providers", late.provider)});
    frame.text(words(UiText::late_changes), {.color = frame.theme().ink_secondary});
    for (const Bilingual& change : late.changes) frame.text(words(change), {.semibold = true});
    frame.text(words(UiText::late_records), {.color = frame.theme().ink_secondary});
    constexpr std::size_t most = 20;
    for (std::size_t record = 0; record < late.late.size() && record < most; ++record) {
      const auto record_names = frame.keyed("late", record);
      record_line(context, late.late[record]);
    }
    if (late.late.size() > most) frame.text(words(UiText::records_more, {count(late.late.size() - most)}));
  }
  pieces_.more(context, decisions.size());
}

void IrregularitiesSection::draw(Context& context) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  if (revision_ != context.app.revision()) {
    list_ = shell::irregularities_view(context.app);
    revision_ = context.app.revision();
  }
  const auto scope = section(frame, "irregular", words(UiText::irregular_title), words(UiText::irregular_detail));
  if (list_.empty()) return say_none(context, UiText::irregular_none);
  for (std::size_t index = 0; index < pieces_.shown(list_.size()); ++index) {
    if (index > 0) separator(frame);
    frame.text(irregularity_text(words, list_[index]));
  }
  pieces_.more(context, list_.size());
}

}  // namespace hengping::ui
