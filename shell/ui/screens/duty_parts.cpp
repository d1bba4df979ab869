#include "shell/ui/screens/duty_parts.h"

#include <algorithm>
#include <string>

#include "shell/ui/screens/detail_parts.h"

namespace hengping::ui {

namespace {

void duty_records(Context& context, const shell::DutyView& duty) {
  Frame& frame = context.frame;
  const std::string title =
      context.words(UiText::ground_records, {shell::count_text(static_cast<std::int64_t>(duty.met_by.size()))});
  constexpr std::size_t few = 4;
  if (!disclosure(frame, "records", title, duty.met_by.size() <= few)) return;
  for (std::size_t index = 0; index < duty.met_by.size(); ++index) {
    const shell::DutyRecordView& record = duty.met_by[index];
    const auto names = frame.keyed("record", index);
    BoxStyle line;
    line.gap = space::usual;
    line.line_gap = space::hair;
    line.wrap = true;
    const auto row = frame.row(line);
    frame.text(context.words(record.words), {.color = frame.theme().ink_secondary});
    if (record.record.hash.empty()) {
      frame.text(record.on, {.size = TextSize::caption, .color = frame.theme().ink_muted, .maximum_lines = 1});
    } else {
      record_reference(context, record.record);
    }
  }
}

/// One sentence with a sign before it.
void sentence(Frame& frame, Icon sign, Color ink, std::string_view text) {
  BoxStyle line;
  line.gap = space::close;
  line.cross = Align::start;
  line.axis = Axis::row;
  const auto row = frame.box(line);
  {
    BoxStyle plate;
    plate.padding = {0, 3, 0, 0};
    const auto box = frame.row(plate);
    icon(frame, sign, 15, ink);
  }
  Element& words = frame.text(text);
  words.style.width = grow(1, 0);
}

/// A named share as a bar with its percent.
void share_line(Context& context, UiText name, double share, std::string_view percent, Tone tone) {
  Frame& frame = context.frame;
  BoxStyle style;
  style.gap = space::apart;
  style.width = grow(1, 0, 560);
  const auto row = frame.row(style);
  Element& title = frame.text(context.words(name), {.maximum_lines = 1});
  title.style.width = fixed(72 * std::max(1.0F, frame.theme().scale));
  const std::string spoken = std::string(context.words(name)) + " " + std::string(percent) + "%";
  constexpr double parts = 100;
  meter(frame, static_cast<std::int64_t>(share * parts), static_cast<std::int64_t>(parts * parts), tone, spoken);
  Element& number = frame.text(std::string(percent) + "%", {.semibold = true, .maximum_lines = 1, .align = Align::end});
  number.style.width = fixed(64 * std::max(1.0F, frame.theme().scale));
}

}  // namespace

void duty_list(Context& context, std::span<const shell::DutyView> duties) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  for (std::size_t index = 0; index < duties.size(); ++index) {
    const shell::DutyView& duty = duties[index];
    const auto names = frame.keyed(duty.article);
    if (index > 0) separator(frame);
    Node node;
    node.id = frame.id("duty");
    node.role = Role::region;
    node.name = words(duty.article_name);
    BoxStyle style;
    style.gap = space::close;
    const auto box = frame.column(style, std::move(node));
    {
      BoxStyle head;
      head.gap = space::usual;
      head.line_gap = space::tight;
      head.wrap = true;
      const auto row = frame.row(head);
      frame.heading(3, words(duty.article_name), {.semibold = true});
      badge(frame, words(text_of(duty.status)), {.tone = tone_of(duty.status), .icon = icon_of(duty.status)});
    }
    frame.text(duty.article_text, {.size = TextSize::caption, .color = theme.ink_muted});
    for (const Bilingual& missing : duty.missing)
      sentence(frame, Icon::cross, duty.status == DutyStatus::partly ? theme.caution.ink : theme.ink_muted,
               words(missing));
    if (!duty.met_by.empty()) duty_records(context, duty);
  }
}

void progress_numbers(Context& context, const shell::ProgressView& progress) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  const bool planned = !progress.planned.empty();
  {
    BoxStyle style;
    style.gap = space::usual;
    style.line_gap = space::tight;
    style.wrap = true;
    const auto row = frame.row(style);
    if (!progress.active) {
      frame.text(words(UiText::progress_ended), {.color = theme.ink_secondary});
    } else if (!planned) {
      frame.text(words(UiText::progress_no_plan), {.color = theme.ink_secondary});
    } else {
      frame.text(words(UiText::progress_compare, {progress.planned, progress.reported}));
      badge(frame,
            progress.behind ? words(UiText::progress_behind, {progress.lag})
                            : std::string(words(UiText::progress_on_plan)),
            {.tone = progress.behind ? Tone::caution : Tone::positive,
             .icon = progress.behind ? Icon::clock : Icon::check});
    }
  }
  if (planned && progress.active)
    share_line(context, UiText::progress_planned, progress.planned_share, progress.planned, Tone::neutral);
  share_line(context, UiText::progress_reported, progress.reported_share, progress.reported,
             planned && progress.active && progress.behind ? Tone::caution : Tone::accent);
  frame.text(progress.reported_on.empty() ? std::string(words(UiText::progress_never))
                                          : words(UiText::progress_reported_on, {progress.reported_on}),
             {.size = TextSize::caption, .color = theme.ink_muted});
}

void assessment_list(Context& context, std::span<const shell::AssessmentView> assessments) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  if (assessments.empty()) frame.text(words(UiText::assessment_none), {.color = theme.ink_muted});
  for (std::size_t index = 0; index < assessments.size(); ++index) {
    const shell::AssessmentView& one = assessments[index];
    const auto names = frame.keyed("assessment", index);
    if (index > 0) separator(frame);
    BoxStyle line;
    line.gap = space::usual;
    line.line_gap = space::tight;
    line.wrap = true;
    const auto row = frame.row(line);
    const bool before = one.phase == AssessmentPhase::before;
    frame.text(words(before ? UiText::assessment_before : UiText::assessment_after),
               {.color = theme.ink_secondary, .maximum_lines = 1});
    frame.text(words(one.level_words), {.semibold = true, .maximum_lines = 1});
    if (!one.score.empty()) frame.text(words(UiText::score_points, {one.score}), {.maximum_lines = 1});
    if (one.last) badge(frame, words(UiText::assessment_counts), {.tone = Tone::accent});
    record_reference(context, one.record);
  }
}

}  // namespace hengping::ui
