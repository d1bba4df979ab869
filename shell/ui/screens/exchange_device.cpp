// 本设备: who keeps it, its check digits, and the way to enrolment.
#include <array>

#include "shell/ui/ledger_vocabulary.h"
#include "shell/ui/screens/detail_parts.h"
#include "shell/ui/screens/exchange_parts.h"
#include "shell/ui/screens/list_parts.h"

namespace hengping::ui {

namespace {

constexpr std::array<std::string_view, 5> role_ids = {"bureau", "enterprise", "inspector", "provider", "evaluator"};
constexpr std::array<hengping::Role, 5> roles = {hengping::Role::bureau, hengping::Role::enterprise,
                                                 hengping::Role::inspector, hengping::Role::provider,
                                                 hengping::Role::evaluator};

std::string_view standing_words(const Words& words, const shell::DevicesView& view) {
  const bool of_bureau = view.own.role == hengping::Role::bureau;
  switch (view.own.standing) {
    case DeviceStanding::free: return words(of_bureau ? UiText::own_standing_founds : UiText::own_standing_free);
    case DeviceStanding::root: return words(UiText::own_standing_root);
    case DeviceStanding::enrolled: return words(UiText::own_standing_enrolled);
    case DeviceStanding::unknown:
      return words(of_bureau ? UiText::own_standing_unknown_bureau : UiText::own_standing_unknown);
    case DeviceStanding::refused: return words(UiText::own_standing_refused);
    case DeviceStanding::revoked: return words(UiText::own_standing_revoked);
  }
  return {};
}

struct StepWords {
  UiText title = UiText::product_name, detail = UiText::product_name;
};

StepWords words_of(shell::EnrolmentStep step) {
  switch (step) {
    case shell::EnrolmentStep::introduce: return {UiText::step_introduce, UiText::step_introduce_detail};
    case shell::EnrolmentStep::record: return {UiText::step_record, UiText::step_record_detail};
    case shell::EnrolmentStep::hand_over: return {UiText::step_hand_over, UiText::step_hand_over_detail};
    case shell::EnrolmentStep::compare: return {UiText::step_compare, UiText::step_compare_detail};
  }
  return {};
}

void steps(Context& context, const shell::DevicesView& view) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const auto all = named_list(frame, "steps", words(UiText::steps_name), space::usual);
  bool next_is_known = false;
  for (std::size_t index = 0; index < view.steps.size(); ++index) {
    const shell::EnrolmentStepView& step = view.steps[index];
    const bool is_next = !step.done && !next_is_known;
    next_is_known = next_is_known || is_next;
    const auto names = frame.keyed("step", index);
    const auto entry = list_item(frame, {.gap = space::hair});
    {
      BoxStyle line;
      line.gap = space::close;
      line.wrap = true;
      const auto row = frame.row(line);
      const StepWords what = words_of(step.step);
      const std::string title = words(UiText::step_name, {std::to_string(index + 1), words(what.title)});
      frame.text(title, {.semibold = is_next, .color = step.done ? frame.theme().ink_muted : frame.theme().ink});
      if (step.done) badge(frame, words(UiText::step_done), {.tone = Tone::positive, .icon = Icon::check});
      if (is_next) badge(frame, words(UiText::step_next), {.tone = Tone::accent, .icon = Icon::chevron_right});
    }
    if (!step.done)
      frame.text(words(words_of(step.step).detail), {.size = TextSize::caption, .color = frame.theme().ink_secondary});
  }
}

}  // namespace

void device_fields(Context& context, shell::DeviceForm& form, const shell::DeviceFormFaults& faults, bool of_bureau) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  std::vector<Choice> choices;
  for (std::size_t index = 0; index < roles.size(); ++index) {
    if (of_bureau || roles[index] != hengping::Role::bureau)
      choices.push_back({std::string(role_ids[index]), std::string(words(text_of(roles[index])))});
  }
  std::string chosen(role_ids[static_cast<std::size_t>(form.role)]);
  const std::string_view role_error =
      faults.role == shell::EntryFault::none ? std::string_view() : words(UiText::device_role_not_here);
  if (combobox(frame,
               {.key = "role",
                .label = words(UiText::device_keeper_role),
                .error = role_error,
                .required = true,
                .names_only = true},
               choices, chosen)) {
    for (std::size_t index = 0; index < roles.size(); ++index) {
      if (role_ids[index] == chosen) form.role = roles[index];
    }
  }
  const auto missing = [&](UiText label) { return words(UiText::form_missing, {words(label)}); };
  const std::string name_error =
      faults.name == shell::EntryFault::missing && form.name.empty() ? missing(UiText::device_keeper_name) : "";
  text_field(frame, {.key = "name", .label = words(UiText::device_keeper_name), .error = name_error, .required = true},
             form.name);
  if (!shell::is_of_party(form.role)) return;
  std::string scope_error;
  if (faults.scope == shell::EntryFault::missing && form.scope.empty()) scope_error = missing(UiText::device_party);
  if (faults.scope == shell::EntryFault::malformed) scope_error = words(UiText::device_party_malformed);
  const std::string party = shell::party_name(context.app, form.role, form.scope);
  const std::string_view hint = !party.empty()       ? std::string_view(party)
                                : form.scope.empty() ? words(UiText::device_party_hint)
                                                     : words(UiText::device_party_unknown);
  text_field(
      frame,
      {.key = "scope", .label = words(UiText::device_party), .hint = hint, .error = scope_error, .required = true},
      form.scope);
}

void check_digits(Context& context, const shell::DeviceRow& row) {
  Frame& frame = context.frame;
  const auto pair = key_value_box(frame, context.words(UiText::device_check_digits));
  std::string digits;
  for (const std::string& group : row.digits) {
    if (!digits.empty()) digits += ' ';
    digits += group;
  }
  frame.text(digits, {.size = TextSize::subtitle, .semibold = true});
}

void OwnDeviceSection::form(Context& context, const shell::DevicesView& view) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  if (!filled_) form_ = shell::introduction_form(context.app);
  filled_ = true;
  Node node;
  node.id = frame.id("form");
  node.role = Role::form;
  node.name = words(UiText::own_form);
  BoxStyle style;
  style.gap = space::apart;
  style.width = grow(1, 0, 560);
  const auto names = frame.keyed("keeper");
  const auto body = frame.column(style, std::move(node));
  if (view.own.records > 0) frame.text(words(UiText::own_new_chain), {.color = frame.theme().ink_secondary});
  device_fields(context, form_, faults_, true);
  BoxStyle line;
  line.gap = space::usual;
  const auto row = frame.row(line);
  if (button(frame, {.key = "save", .label = words(UiText::action_save), .kind = ButtonKind::primary})) {
    faults_ = shell::introduce(context.app, form_);
    if (faults_.any()) {
      focus_first_error(frame);
    } else {
      editing_ = filled_ = false;
      context.toaster.say(std::string(words(UiText::own_introduced)), Tone::positive);
    }
  }
  if (view.introduced && button(frame, {.key = "cancel", .label = words(UiText::action_cancel)}))
    editing_ = filled_ = false;
}

void OwnDeviceSection::draw(Context& context, const shell::DevicesView& view) {
  Frame& frame = context.frame;
  const Words& words = context.words;
  const shell::DeviceRow& own = view.own;
  const auto scope = section(frame, "own", words(UiText::own_title), words(UiText::own_detail));
  {
    BoxStyle line;
    line.gap = space::close;
    line.wrap = true;
    const auto row = frame.row(line);
    frame.text(own.name.empty() ? words(UiText::device_no_name) : std::string_view(own.name), {.semibold = true});
    badge(frame, words(text_of(own.role)), {});
    if (!own.scope.empty()) badge(frame, own.scope, {});
    badge(frame, words(text_of(own.standing)), {.tone = tone_of(own.standing)});
  }
  frame.text(standing_words(words, view));
  // Another description is another device: only what is meant to stay is read out.
  if (view.introduced || own.standing == DeviceStanding::root) {
    check_digits(context, own);
  } else {
    frame.text(words(UiText::own_fingerprint_later), {.color = frame.theme().ink_secondary});
  }
  if (!own.is_signed) frame.text(words(UiText::device_not_signed), {.color = frame.theme().ink_secondary});
  if (!view.steps.empty() && own.standing != DeviceStanding::enrolled) steps(context, view);
  if (editing_) {
    form(context, view);
  } else if (button(frame, {.key = "introduce",
                            .label = words(view.introduced ? UiText::action_introduce_again : UiText::action_introduce),
                            .kind = view.introduced || view.steps.empty() ? ButtonKind::secondary : ButtonKind::primary,
                            .icon = Icon::person})) {
    editing_ = true;
    filled_ = false;
    faults_ = {};
  }
}

}  // namespace hengping::ui
