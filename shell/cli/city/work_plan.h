// What of the work a contract's facts suffice for, decided before the contract is written, because it holds the plan.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/civil_date.h"
#include "core/facts/engagements.h"
#include "shell/cli/city/layout.h"
#include "shell/cli/city/random.h"

namespace hengping::cli {

struct WorkPlan {
  struct Report {
    CivilDate on;
    std::int64_t hundredths = 0;  ///< of a percent
  };
  std::vector<PlanPoint> plan;  ///< empty: the contract states none
  std::vector<Report> reports;  ///< enough to keep a decent provider less than 20 points behind at all times
  std::uint64_t needs = 0;
  std::uint64_t prepared = 0;     ///< lists, diagnosis, plan, records of the implementation
  std::uint64_t closing = 0;      ///< 0, or from acceptance and end on what else there is room for
  std::uint64_t works_shown = 0;  ///< case, guide, solution
  bool assessed_before = false;
  enum class Visit : std::uint8_t {
    none,
    inspection,
    finding_dismissed,
    complaint_dismissed,
    complaint_waived,
    amended
  };
  Visit visit = Visit::none;

  [[nodiscard]] std::uint64_t facts() const;
};

inline constexpr std::uint64_t closing_least = 2;  ///< accepted and ended
inline constexpr std::uint64_t closing_most = 5;   ///< and application, assessment, report

[[nodiscard]] std::uint64_t facts_of(WorkPlan::Visit visit);
[[nodiscard]] WorkPlan plan_work(const Contract& contract, Random& random);

}  // namespace hengping::cli
