#include "shell/ui/form_state.h"

#include <algorithm>

namespace hengping::ui {

namespace {

UiText text_of(shell::WarningKind kind) {
  switch (kind) {
    case shell::WarningKind::uscc_registered: return UiText::warning_uscc_registered;
    case shell::WarningKind::name_registered: return UiText::warning_name_registered;
    case shell::WarningKind::date_in_future: return UiText::warning_date_in_future;
    case shell::WarningKind::rating_replaces: return UiText::warning_rating_replaces;
    case shell::WarningKind::rating_before_signing: return UiText::warning_rating_before_signing;
    case shell::WarningKind::amount_differs: return UiText::warning_amount_differs;
    case shell::WarningKind::plan_incomplete: return UiText::warning_plan_incomplete;
    case shell::WarningKind::nothing_to_withdraw: return UiText::warning_nothing_to_withdraw;
  }
  return UiText::warning_date_in_future;
}

}  // namespace

void FormState::refuse(Frame& frame, shell::SubmitResult result) {
  faults_ = std::move(result.faults);
  elsewhere_ = result.outcome == shell::SubmitResult::Outcome::not_writer;
  focus_first_error(frame);
}

std::string_view FormState::error(const Words& words, std::string_view pointer, bool below) {
  asked_.emplace(pointer);
  for (const Fault& fault : faults_) {
    if (fault.pointer == pointer) return words(fault.message);
    const bool inside = fault.pointer.size() > pointer.size() && fault.pointer.starts_with(pointer) &&
                        fault.pointer[pointer.size()] == '/';
    if (below && inside) return words(fault.message);
  }
  return {};
}

bool FormState::is_missing(std::string_view pointer) const {
  return std::any_of(faults_.begin(), faults_.end(),
                     [&](const Fault& fault) { return fault.pointer == pointer && fault.code == "field.missing"; });
}

void FormState::forget(std::string_view pointer) {
  std::erase_if(faults_, [&](const Fault& fault) { return fault.pointer == pointer; });
}

std::string FormState::warning(const Words& words, std::string_view pointer) const {
  for (const shell::FormWarning& warning : warnings_) {
    // a text without a place for the subject leaves it out
    if (warning.pointer == pointer) return words(text_of(warning.kind), {warning.subject});
  }
  return {};
}

void FormState::banner(Context& context) const {
  if (elsewhere_ && context.app.writing() != shell::Writing::mine) {
    const auto scope = ui::banner(context.frame, {.key = "elsewhere",
                                                  .tone = Tone::caution,
                                                  .title = context.words(UiText::tabs_form_title),
                                                  .detail = context.words(UiText::tabs_form_detail),
                                                  .live = true});
  }
  std::string rest;
  for (const Fault& fault : faults_) {
    if (asked_.contains(fault.pointer)) continue;
    if (!rest.empty()) rest += '\n';
    rest += context.words(fault.message);
  }
  if (faults_.empty()) return;
  const std::string title = context.words(UiText::form_refused, {std::to_string(faults_.size())});
  const auto scope = ui::banner(
      context.frame, {.key = "refused", .tone = Tone::negative, .title = title, .detail = rest, .live = true});
}

FieldOptions FormFields::options(const Field& field) {
  FieldOptions out;
  out.key = field.pointer;
  out.label = context_.words(field.label);
  out.hint = field.hint;
  // core names the member; a form names the field
  error_ = state_.error(context_.words, field.pointer);
  if (state_.is_missing(field.pointer)) error_ = context_.words(UiText::form_missing, {out.label});
  out.error = error_;
  warning_ = state_.warning(context_.words, field.pointer);
  out.warning = warning_;
  out.placeholder = field.placeholder;
  out.suffix = field.suffix;
  out.autocomplete = field.autocomplete;
  out.required = field.required;
  out.input_type = field.input_type;
  out.maximum_length = field.maximum_length;
  out.width = field.width;
  return out;
}

void FormFields::note(const Field& field, const FieldResult& result) {
  if (result.changed) state_.forget(field.pointer);
  changed_ = changed_ || result.changed;
  committed_ = committed_ || result.committed;
}

void FormFields::text(const Field& field, std::string& value) {
  note(field, text_field(context_.frame, options(field), value));
}

void FormFields::area(const Field& field, std::string& value, int lines) {
  note(field, text_area(context_.frame, options(field), value, lines));
}

void FormFields::date(const Field& field, std::string& value) {
  note(field, date_field(context_.frame, options(field), value, context_.app.today()));
}

void FormFields::money(const Field& field, std::string& value) {
  note(field, money_field(context_.frame, options(field), value));
}

void FormFields::pick(const Field& field, std::span<const Choice> choices, std::string& value) {
  const bool changed = combobox(context_.frame, options(field), choices, value);
  note(field, {.changed = changed, .committed = false});
}

FormEnd form_end(Context& context) {
  BoxStyle style;
  style.gap = 10;
  style.padding = {0, 4, 0, 0};
  const auto row = context.frame.row(style);
  FormEnd end;
  end.save = button(
      context.frame,
      {.key = "save", .label = context.words(UiText::action_save), .kind = ButtonKind::primary, .icon = Icon::check});
  end.cancel = button(context.frame, {.key = "cancel", .label = context.words(UiText::action_cancel)});
  return end;
}

Scope field_grid(Frame& frame, float minimum, int columns) {
  BoxStyle style;
  style.grid_minimum = frame.phone() ? 1000.0F : minimum;
  style.grid_maximum = columns;
  style.gap = 20;
  style.line_gap = 18;
  style.cross = Align::start;
  return frame.box(style);
}

}  // namespace hengping::ui
