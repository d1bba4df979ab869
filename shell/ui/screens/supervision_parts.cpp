#include "shell/ui/screens/supervision_parts.h"

#include <algorithm>
#include <string>

#include "shell/ui/screens/detail_parts.h"

namespace hengping::ui {

namespace {

std::string number_of(std::size_t count) { return shell::count_text(static_cast<std::int64_t>(count)); }

BoxStyle wrapping_row(float gap) {
  BoxStyle style;
  style.gap = gap;
  style.line_gap = space::tight;
  style.wrap = true;
  return style;
}

/// The cases of one fate, each a link to its record.
void case_links(Context& context, UiText fate, std::span<const shell::CaseReference> cases, Tone tone) {
  if (cases.empty()) return;
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto row = frame.row(wrapping_row(12));
  badge(frame, words(fate, {number_of(cases.size())}), {.tone = tone});
  for (std::size_t index = 0; index < cases.size(); ++index) {
    const shell::CaseReference& one = cases[index];
    const auto names = frame.keyed(words(fate), index);
    const std::string name = words(one.complaint ? UiText::case_complaint : UiText::case_finding, {one.id});
    if (one.record.hash.empty()) {
      frame.text(name, {.maximum_lines = 1});
    } else {
      link(frame, {.key = "case", .label = name, .address = address_of("records", one.record.hash)});
    }
  }
}

void conduct_rule(Context& context, const shell::ConductRuleView& rule) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto names = frame.keyed(rule.article);
  Node node;
  node.id = frame.id("rule");
  node.role = Role::region;
  node.name = words(rule.article_name);
  BoxStyle style;
  style.gap = space::close;
  const auto box = frame.column(style, std::move(node));
  {
    const auto row = frame.row(wrapping_row(10));
    frame.heading(3, words(rule.article_name), {.semibold = true});
    if (rule.quiet()) badge(frame, words(UiText::conduct_none), {.tone = Tone::positive, .icon = Icon::check});
  }
  frame.text(rule.article_text, {.size = TextSize::caption, .color = frame.theme().ink_muted});
  case_links(context, UiText::conduct_confirmed, rule.confirmed, Tone::negative);
  case_links(context, UiText::conduct_open, rule.open, Tone::caution);
  case_links(context, UiText::conduct_dismissed, rule.dismissed, Tone::neutral);
}

void criterion(Context& context, const shell::CriterionView& view) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  const auto names = frame.keyed("criterion", static_cast<std::uint64_t>(view.criterion));
  // An item of a list: its name is also a section's name further down, and a landmark's has to be its own.
  Node node;
  node.id = frame.id("whole");
  node.role = Role::listitem;
  node.name = words(view.name);
  BoxStyle style;
  style.gap = space::tight;
  const auto box = frame.column(style, std::move(node));
  const bool known = !view.points.empty();
  {
    const auto row = frame.row(wrapping_row(12));
    frame.heading(3, words(view.name), {.semibold = true});
    if (known) {
      frame.text(words(UiText::score_points, {view.points}), {.semibold = true, .maximum_lines = 1});
    } else {
      badge(frame, words(UiText::score_no_data), {});
    }
    frame.text(words(UiText::score_weight, {std::to_string(view.weight)}),
               {.size = TextSize::caption, .color = theme.ink_muted, .maximum_lines = 1});
    if (!view.low.empty())
      frame.text(words(UiText::score_interval, {view.low, view.high}),
                 {.size = TextSize::caption, .color = theme.ink_muted, .maximum_lines = 1});
  }
  if (known) {
    BoxStyle bar;
    bar.width = grow(1, 0, 560);
    const auto row = frame.row(bar);
    constexpr double parts = 100;
    meter(frame, static_cast<std::int64_t>(view.share * parts), static_cast<std::int64_t>(parts * parts), Tone::accent,
          words(UiText::score_points, {view.points}));
  }
  frame.text(words(view.explanation), {.size = TextSize::caption, .color = theme.ink_secondary});
}

/// The core's sentence, with what a ref names in place of the ref.
std::string sentence_text(const Words& words, const shell::ChangeView::Sentence& sentence) {
  std::string text(words(sentence.words));
  const std::size_t at = sentence.ref.empty() ? std::string::npos : text.find(sentence.ref);
  if (at != std::string::npos) text.replace(at, sentence.ref.size(), ref_text(words, sentence.name));
  return text;
}

void change(Context& context, const shell::ChangeView& view) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  BoxStyle style;
  style.axis = frame.phone() ? Axis::column : Axis::row;
  style.cross = Align::start;
  style.gap = frame.phone() ? 2 : 16;
  const auto line = frame.box(style);
  Element& on = frame.text(view.on, {.color = theme.ink_muted, .maximum_lines = 1});
  if (!frame.phone()) on.style.width = fixed(96 * std::max(1.0F, theme.scale));
  BoxStyle inner;
  inner.gap = space::hair;
  inner.width = grow(1, 0);
  const auto column = frame.column(inner);
  for (const shell::ChangeView::Sentence& sentence : view.sentences)
    frame.text(sentence_text(words, sentence), {.semibold = true});
  if (!view.by) {
    frame.text(words(UiText::change_by_day), {.size = TextSize::caption, .color = theme.ink_muted});
    return;
  }
  const auto row = frame.row(wrapping_row(8));
  frame.text(kind_text(words, view.by->kind),
             {.size = TextSize::caption, .color = theme.ink_secondary, .maximum_lines = 1});
  record_reference(context, *view.by, false);
}

}  // namespace

void conduct_section(Context& context, std::span<const shell::ConductRuleView> rules) {
  Frame& frame = context.frame;
  const auto scope =
      section(frame, "conduct", context.words(UiText::conduct_title), context.words(UiText::conduct_detail));
  for (std::size_t index = 0; index < rules.size(); ++index) {
    if (index > 0) separator(frame);
    conduct_rule(context, rules[index]);
  }
}

void score_section(Context& context, const shell::ScoreView& score) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  const auto scope = section(frame, "score", words(UiText::score_title), words(UiText::score_detail));
  {
    const auto row = frame.row(wrapping_row(14));
    if (!score.total.empty())
      frame.text(words(UiText::score_points, {score.total}),
                 {.size = TextSize::title, .semibold = true, .maximum_lines = 1});
    if (score.rank) {
      badge(frame, words(UiText::rank_of, {std::to_string(*score.rank), number_of(score.ranked)}),
            {.tone = Tone::accent, .icon = Icon::award});
      if (score.tied_with > 0) badge(frame, words(UiText::rank_tied), {});
    } else {
      badge(frame, words(UiText::rank_none), {});
    }
  }
  frame.text(words(score.place), {.color = theme.ink_secondary});
  Node list;
  list.id = frame.id("criteria");
  list.role = Role::list;
  list.name = words(UiText::score_title);
  BoxStyle style;
  style.gap = space::apart;
  const auto criteria = frame.column(style, std::move(list));
  for (const shell::CriterionView& view : score.criteria) {
    separator(frame);
    criterion(context, view);
  }
}

void change_section(Context& context, std::span<const shell::ChangeView> changes) {
  if (changes.empty()) return;
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto scope = section(frame, "changes", words(UiText::change_title), words(UiText::change_detail));
  constexpr std::size_t few = 8;
  const auto part = [&](std::size_t first, std::size_t last) {
    for (std::size_t index = first; index < last; ++index) {
      const auto names = frame.keyed("change", index);
      separator(frame);
      change(context, changes[index]);
    }
  };
  part(0, std::min(few, changes.size()));
  if (changes.size() <= few) return;
  if (disclosure(frame, "earlier", words(UiText::change_more, {number_of(changes.size() - few)}), false))
    part(few, changes.size());
}

}  // namespace hengping::ui
