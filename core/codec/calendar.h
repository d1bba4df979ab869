// Deadlines as an iCalendar file (RFC 5545), for the calendar that people use anyway.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"
#include "core/rules/deadlines.h"

namespace hengping {

struct CalendarOptions {
  std::string Bilingual::*language = &Bilingual::zh;
  /// DTSTAMP: when the file is made, in UTC, `YYYY-MM-DDThh:mm:ssZ`. The core has no clock.
  std::string_view stamp;
  std::optional<int> alarm_days;  ///< a reminder so many days before, 0–366; none: no reminders
};

/// Every deadline that has a day becomes an event of that whole day; what waits without a day has no place in a calendar. An event's UID
/// is made from its kind, provider and ref, so that importing a later file moves the event instead of doubling it. Lines end in
/// CRLF and are folded at 75 octets between characters.
[[nodiscard]] std::string write_calendar(const std::vector<Deadline>& deadlines, CivilDate as_of,
                                         const CalendarOptions& options);

}  // namespace hengping
