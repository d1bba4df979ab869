// 工作台: what stands, what needs a look, what happened last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bilingual.h"
#include "shell/app/app.h"
#include "shell/app/deadline_list.h"
#include "shell/app/display.h"
#include "shell/app/list_views.h"

namespace hengping::shell {

/// A provider that meets a ground, or is one or two unsatisfied ratings away from Article 9(2).
struct AttentionRow {
  std::string provider, name;
  std::vector<std::string> grounds_met;      ///< article numbers
  std::vector<Bilingual> grounds_met_names;  ///< the same, "第九条（二）"
  UnsatisfiedCount unsatisfied;
};

struct RecentRecord {
  std::size_t record = 0;  ///< index into Ledger::records()
  std::string hash;
  std::string kind, on, at;
  std::string provider, provider_name, enterprise, enterprise_name, engagement, period;  ///< empty where it names none
  std::optional<Satisfaction> satisfaction;                                              ///< of a rating
};

inline constexpr std::size_t most_pressing = 6;
inline constexpr std::int32_t pressing_days = 30;

/// What to do first while something is missing, in the order in which the work goes.
enum class FirstStep : std::uint8_t { register_provider, register_enterprise, sign_engagement, give_rating, none };

/// One of the most pressing matters.
struct PressingRow {
  Deadline deadline;
  Urgency urgency = Urgency::later;
  std::string on;  ///< see DeadlineRow
  std::string provider_name;
};

struct WorkbenchView {
  std::size_t providers = 0, enterprises = 0, engagements = 0;
  std::size_t records = 0;
  std::size_t providers_meeting_grounds = 0;
  RatingTally ratings;                  ///< effective ones
  std::vector<AttentionRow> attention;  ///< those who meet a ground first, then the nearest, then by id
  /// At most `most_pressing`. A party sees what it is late with first, then by day, then what waits. The bureau sees what waits for itself
  /// first, then what is due, the nearest first, then what others are late with, the latest first.
  std::vector<PressingRow> pressing;
  DeadlineCounts deadlines;           ///< within `pressing_days`, for `deadline_role`
  std::optional<Role> deadline_role;  ///< who works here; none: the bureau, which looks after all
  std::vector<RecentRecord> recent;   ///< latest in the ledger first, at most 12
  FirstStep first_step = FirstStep::register_provider;
};
[[nodiscard]] WorkbenchView workbench_view(App& app);

}  // namespace hengping::shell
