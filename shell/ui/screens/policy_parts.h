// The policy in force and its versions, as the settings show them.
#pragma once

#include "shell/ui/screen.h"

namespace hengping::ui {

void policy_section(Context& context, const shell::PolicyView& policy);

}  // namespace hengping::ui
