// 本机存储 and 备份 in the settings: what the browser keeps of the data, and what lies elsewhere in case it does not.
#pragma once

#include "shell/ui/screen.h"

namespace hengping::ui {

/// "31.4 MB".
[[nodiscard]] std::string megabytes_text(const Words& words, float megabytes);
void room_section(Context& context);
void backup_section(Context& context);

}  // namespace hengping::ui
