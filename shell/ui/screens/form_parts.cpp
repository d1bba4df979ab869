#include "shell/ui/screens/form_parts.h"

#include <utility>

namespace hengping::ui {

std::string uscc_hint(const Words& words, const shell::UsccAdvice& advice) {
  switch (advice.hint) {
    case shell::UsccHint::empty: return std::string(words(UiText::uscc_empty));
    case shell::UsccHint::incomplete: return words(UiText::uscc_incomplete, {std::to_string(advice.length)});
    case shell::UsccHint::impossible: return std::string(words(UiText::uscc_impossible));
    case shell::UsccHint::wrong_check: return words(UiText::uscc_wrong_check, {advice.expected});
    case shell::UsccHint::good: return std::string(words(UiText::uscc_good));
  }
  return {};
}

std::vector<Choice> as_choices(std::vector<shell::PartyChoice> parties) {
  std::vector<Choice> choices;
  choices.reserve(parties.size());
  for (shell::PartyChoice& party : parties) choices.push_back({std::move(party.id), std::move(party.name)});
  return choices;
}

void offer_draft(Context& context, std::string_view address) {
  context.toaster.say(std::string(context.words(UiText::draft_cancelled)), Tone::neutral,
                      {std::string(address), std::string(context.words(UiText::draft_restore)), std::string(address)});
}

bool wants_draft(Context& context, std::string_view address) { return context.toaster.taken(address); }

Scope form_body(Context& context, UiText name) {
  BoxStyle style;
  style.width = grow(1, 0, 880);
  style.gap = space::wide;
  Node node;
  node.id = context.frame.id("form");
  node.role = Role::form;
  node.name = context.words(name);
  return context.frame.column(style, std::move(node));
}

}  // namespace hengping::ui
