// What the forms have in common.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "shell/ui/form_state.h"

namespace hengping::ui {

/// What to say below a 统一社会信用代码 while it is typed.
[[nodiscard]] std::string uscc_hint(const Words& words, const shell::UsccAdvice& advice);
[[nodiscard]] std::vector<Choice> as_choices(std::vector<shell::PartyChoice> parties);

/// Says that the form was left, and for a while offers to bring back what was typed; `address` is the form's.
void offer_draft(Context& context, std::string_view address);
/// True once after that offer was taken.
[[nodiscard]] bool wants_draft(Context& context, std::string_view address);

/// What was typed into a form that was cancelled.
template <class Form>
class Draft {
 public:
  /// The form is left. If it differs from `blank`, it is kept and offered.
  void leave(Context& context, std::string_view address, Form form, const Form& blank) {
    if (form == blank) return;
    form_ = std::move(form);
    offer_draft(context, address);
  }
  /// Puts what was kept into `form`, if that was asked for.
  bool restore(Context& context, std::string_view address, Form& form) {
    if (!wants_draft(context, address)) return false;
    form = std::exchange(form_, {});
    return true;
  }

 private:
  Form form_;
};

/// Opens the form's landmark at the width that is good to read.
Scope form_body(Context& context, UiText name);

}  // namespace hengping::ui
