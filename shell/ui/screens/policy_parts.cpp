#include "shell/ui/screens/policy_parts.h"

#include <string>

#include "shell/ui/screens/detail_parts.h"

namespace hengping::ui {

namespace {

std::string name_of(const Words& words, const shell::PolicyVersionView& version) {
  return words(UiText::policy_version, {version.id, std::to_string(version.version)});
}

std::string validity_of(const Words& words, const shell::PolicyVersionView& version) {
  if (!version.from.empty() && !version.until.empty())
    return words(UiText::policy_from_until, {version.from, version.until});
  if (!version.from.empty()) return words(UiText::policy_from, {version.from});
  if (!version.until.empty()) return words(UiText::policy_until, {version.until});
  return std::string(words(UiText::policy_always));
}

void parameters(Context& context, const Parameters& parameters) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto grid = key_value_grid(frame);
  const auto with_unit = [&](UiText name, int value, UiText unit) {
    key_value(frame, words(name), words(unit, {std::to_string(value)}));
  };
  const auto yes_or_no = [&](UiText name, bool value) {
    key_value(frame, words(name), words(value ? UiText::parameter_yes : UiText::parameter_no));
  };
  with_unit(UiText::parameter_rectification_days, parameters.rectification_days, UiText::parameter_days);
  with_unit(UiText::parameter_rectification_limit, parameters.rectification_limit, UiText::parameter_times);
  with_unit(UiText::parameter_unsatisfied_limit, parameters.unsatisfied_limit, UiText::parameter_times);
  with_unit(UiText::parameter_progress_lag_points, parameters.progress_lag_points, UiText::parameter_points);
  with_unit(UiText::parameter_change_report_days, parameters.change_report_days, UiText::parameter_days);
  with_unit(UiText::parameter_required_level, parameters.required_level, UiText::level_number);
  with_unit(UiText::parameter_reply_days, parameters.reply_days, UiText::parameter_days);
  with_unit(UiText::parameter_appeal_days, parameters.appeal_days, UiText::parameter_days);
  yes_or_no(UiText::parameter_no_response_is_refusal, parameters.no_response_is_refusal);
  yes_or_no(UiText::parameter_replacement_after_late_completion, parameters.replacement_after_late_completion);
  yes_or_no(UiText::parameter_counters_restart_on_reinstatement, parameters.counters_restart_on_reinstatement);
}

void attachments(Context& context, const AttachmentParameters& attachments) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto grid = key_value_grid(frame);
  const auto with_unit = [&](UiText name, int value, UiText unit) {
    key_value(frame, words(name), words(unit, {shell::count_text(value)}));
  };
  with_unit(UiText::parameter_attachment_side, attachments.longest_side, UiText::parameter_pixels);
  with_unit(UiText::parameter_attachment_quality, attachments.quality_percent, UiText::score_percent);
  with_unit(UiText::parameter_attachment_largest, attachments.largest_bytes, UiText::size_bytes);
  key_value(frame, words(UiText::parameter_attachment_keep_metadata),
            words(attachments.keep_metadata ? UiText::parameter_yes : UiText::parameter_no));
}

void version_line(Context& context, const shell::PolicyVersionView& version) {
  Frame& frame = context.frame;
  const Theme& theme = frame.theme();
  const Words& words = context.words;
  BoxStyle style;
  style.gap = space::hair;
  const auto box = frame.column(style);
  {
    BoxStyle line;
    line.gap = space::usual;
    line.line_gap = space::hair;
    line.wrap = true;
    const auto row = frame.row(line);
    frame.text(name_of(words, version), {.semibold = true, .maximum_lines = 1});
    if (version.in_force) badge(frame, words(UiText::policy_in_force), {.tone = Tone::accent, .icon = Icon::check});
    frame.text(validity_of(words, version), {.color = theme.ink_secondary});
  }
  if (version.ships) {
    frame.text(words(UiText::policy_ships), {.size = TextSize::caption, .color = theme.ink_muted});
    return;
  }
  frame.text(words(UiText::policy_reason, {version.reason}), {.color = theme.ink_secondary});
  BoxStyle line;
  line.gap = space::close;
  line.wrap = true;
  const auto row = frame.row(line);
  frame.text(words(UiText::policy_adopted, {version.adopted_on, version.author}),
             {.size = TextSize::caption, .color = theme.ink_muted});
  record_reference(context, version.record, false);
}

}  // namespace

void policy_section(Context& context, const shell::PolicyView& policy) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto scope = section(frame, "policy", words(UiText::policy_title), words(UiText::policy_detail));
  key_value(frame, words(UiText::about_policy), policy.title);
  {
    const auto grid = key_value_grid(frame);
    key_value(frame, words(UiText::about_issuer), policy.issuer);
    key_value(frame, words(UiText::about_policy_version), name_of(words, policy.in_force));
    key_value(frame, words(UiText::policy_valid), validity_of(words, policy.in_force));
  }
  separator(frame);
  parameters(context, policy.parameters);
  separator(frame);
  attachments(context, policy.attachments);
  separator(frame);
  frame.heading(3, words(UiText::policy_weights), {.semibold = true});
  {
    const auto grid = key_value_grid(frame, 140);
    for (const shell::PolicyView::Weight& weight : policy.weights)
      key_value(frame, words(weight.criterion), words(UiText::score_percent, {std::to_string(weight.weight)}));
  }
  const std::string title =
      words(UiText::policy_versions, {shell::count_text(static_cast<std::int64_t>(policy.versions.size()))});
  if (!disclosure(frame, "versions", title, policy.versions.size() > 1)) return;
  for (std::size_t index = 0; index < policy.versions.size(); ++index) {
    const auto names = frame.keyed("version", index);
    if (index > 0) separator(frame);
    version_line(context, policy.versions[index]);
  }
}

}  // namespace hengping::ui
