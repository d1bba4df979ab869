// Instants as devices claim them: UTC, "2026-11-23T05:31:08Z" with or without milliseconds. For display and for evidence of arrival; no verdict
// rests on them.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/civil_date.h"

namespace hengping {

/// Whether the text has that form.
[[nodiscard]] bool is_instant(std::string_view text);
/// Seconds since 1970-01-01T00:00:00Z; 0 for a date that does not exist.
[[nodiscard]] std::int64_t seconds_of(std::string_view instant);
/// The civil date in Asia/Shanghai at that instant (UTC+8 since 1991).
[[nodiscard]] CivilDate day_of(std::string_view instant);

}  // namespace hengping
