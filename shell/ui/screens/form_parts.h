// What the forms have in common.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "shell/ui/form_state.h"

namespace hengping::ui {

/// What to say below a 统一社会信用代码 while it is typed.
[[nodiscard]] std::string uscc_hint(const Words& words, const shell::UsccAdvice& advice);
[[nodiscard]] std::vector<Choice> as_choices(std::vector<shell::PartyChoice> parties);

/// Opens the form's landmark at the width that is good to read.
Scope form_body(Context& context, UiText name);

}  // namespace hengping::ui
