// Words for what is said about the ledger itself.
#pragma once

#include <string>

#include "shell/app/ledger_views.h"
#include "shell/app/store_trouble.h"
#include "shell/ui/theme.h"
#include "shell/ui/words.h"

namespace hengping::ui {

/// Why a record does not count: "its device is not enrolled".
[[nodiscard]] UiText text_of(RecordStanding standing);
/// What has to happen for it to count.
[[nodiscard]] UiText next_of(RecordStanding standing);
[[nodiscard]] UiText text_of(DeviceStanding standing);
[[nodiscard]] Tone tone_of(DeviceStanding standing);
[[nodiscard]] UiText text_of(Matter matter);
/// "服务商资料：P1，住所".
[[nodiscard]] std::string conflict_text(const Words& words, const shell::ConflictView& conflict);
[[nodiscard]] std::string irregularity_text(const Words& words, const Irregularity& one);
/// Why the store does not keep what it is given: "the device's storage is full".
[[nodiscard]] UiText text_of(shell::StoreTrouble trouble);
/// A device's name, or the beginning of its identifier.
[[nodiscard]] std::string device_text(const std::string& name, const std::string& id);

}  // namespace hengping::ui
