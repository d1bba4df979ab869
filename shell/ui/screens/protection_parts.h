// 本机保护: whether a passphrase keeps what is stored here, and what can be done about it.
#pragma once

#include "shell/ui/screen.h"

namespace hengping::ui {

/// The page itself asks for passphrases (Effects::protect); none comes through here.
void protection_section(Context& context);

}  // namespace hengping::ui
