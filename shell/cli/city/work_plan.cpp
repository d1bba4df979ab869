#include "shell/cli/city/work_plan.h"

#include <algorithm>

namespace hengping::cli {

namespace {

constexpr std::int64_t whole = 10'000;  // hundredths of a percent
constexpr std::int64_t hundredths_per_point = 100;

/// What is left of the facts that may go into the work.
class Room {
 public:
  explicit Room(std::uint64_t facts) : left_(facts) {}
  bool take(std::uint64_t facts) {
    if (facts > left_) return false;
    left_ -= facts;
    return true;
  }
  std::uint64_t take_up_to(std::uint64_t facts) {
    const std::uint64_t taken = std::min(facts, left_);
    left_ -= taken;
    return taken;
  }
  [[nodiscard]] std::uint64_t left() const { return left_; }

 private:
  std::uint64_t left_;
};

std::vector<PlanPoint> make_plan(const Contract& contract, Random& random, bool uneven) {
  constexpr std::int32_t most_uneven = 7;
  std::vector<PlanPoint> plan;
  const std::int32_t points = random.between(3, 5);
  const std::int32_t days = contract.due_on - contract.signed_on;
  for (std::int32_t i = 1; i <= points; ++i) {
    const std::int32_t less = i == points ? 0 : random.between(0, uneven ? most_uneven : 2);
    plan.push_back(PlanPoint{contract.signed_on + days * i / points,
                             Percent{static_cast<std::int32_t>((100 * i / points - less) * hundredths_per_point)}});
  }
  return plan;
}

std::int64_t planned(const Contract& contract, const std::vector<PlanPoint>& plan, CivilDate day) {
  CivilDate from = contract.signed_on;
  std::int64_t percent = 0;
  for (const PlanPoint& point : plan) {
    if (day <= point.on) return percent + (point.percent.hundredths - percent) * (day - from) / (point.on - from);
    from = point.on;
    percent = point.percent.hundredths;
  }
  return percent;
}

/// Reports at even steps of the contract's days, and one at the end of what is told. A decent provider is a little ahead of the plan at each.
std::vector<WorkPlan::Report> make_reports(const Contract& contract, const std::vector<PlanPoint>& plan, Random& random,
                                           std::int32_t steps) {
  constexpr std::int32_t current_days = 25;  // so far ahead the last report looks: it is the newest for a while
  constexpr std::int64_t behind_percent = 55;
  constexpr std::int64_t most_ahead = 5;
  std::vector<WorkPlan::Report> reports;
  std::int64_t reached = 0;
  const std::int32_t days = contract.due_on - contract.signed_on;
  const auto report = [&](CivilDate on, CivilDate as_planned_for) {
    const std::int64_t ahead = random.between(0, most_ahead) * hundredths_per_point + (random.below(4) == 0 ? 50 : 0);
    std::int64_t percent =
        planned(contract, plan, as_planned_for) / hundredths_per_point * hundredths_per_point + ahead;
    percent = contract.fate.behind ? percent * behind_percent / 100 / 50 * 50
              : as_planned_for >= contract.due_on
                  ? whole
                  : std::min(percent + hundredths_per_point, whole - hundredths_per_point);
    reached = std::max(reached, percent);
    reports.push_back({on, reached});
  };
  for (std::int32_t i = 1; i <= steps; ++i) {
    const CivilDate on = contract.signed_on + days * i / steps;
    if (on > contract.fate.until) break;
    report(on, on);
  }
  if (contract.due_on > contract.fate.until) {
    const CivilDate on = contract.fate.until - random.between(0, 4);
    if (on > contract.signed_on && (reports.empty() || on > reports.back().on + 5))
      report(on, contract.fate.until + current_days);
  }
  return reports;
}

void plan_progress(WorkPlan& work, Room& room, const Contract& contract, Random& random) {
  constexpr std::uint64_t plenty = 16;
  constexpr std::int32_t fine_steps = 9;
  constexpr std::int32_t few_steps = 6;
  const bool fine = room.left() >= plenty && !contract.fate.planned;
  const std::vector<PlanPoint> plan = make_plan(contract, random, fine);
  std::vector<WorkPlan::Report> reports = make_reports(contract, plan, random, fine ? fine_steps : few_steps);
  if (reports.empty() || !room.take(reports.size())) return;
  work.plan = plan;
  work.reports = std::move(reports);
}

WorkPlan::Visit draw_visit(Random& random) {
  const std::uint32_t drawn = random.below(100);
  if (drawn < 14) return WorkPlan::Visit::inspection;
  if (drawn < 19) return WorkPlan::Visit::finding_dismissed;
  if (drawn < 25) return WorkPlan::Visit::complaint_dismissed;
  if (drawn < 27) return WorkPlan::Visit::complaint_waived;
  return drawn < 35 ? WorkPlan::Visit::amended : WorkPlan::Visit::none;
}

WorkPlan everything(const Contract& contract, Random& random) {
  WorkPlan work;
  work.plan = make_plan(contract, random, false);
  work.reports = make_reports(contract, work.plan, random, static_cast<std::int32_t>(full_progress));
  work.needs = full_needs;
  work.prepared = 4;
  work.closing = closing_most;
  work.works_shown = 3;
  work.assessed_before = true;
  return work;
}

}  // namespace

std::uint64_t facts_of(WorkPlan::Visit visit) {
  switch (visit) {
    case WorkPlan::Visit::none: return 0;
    case WorkPlan::Visit::inspection:
    case WorkPlan::Visit::amended: return 1;
    case WorkPlan::Visit::complaint_dismissed: return 2;
    case WorkPlan::Visit::finding_dismissed:
    case WorkPlan::Visit::complaint_waived: return 3;
  }
  return 0;
}

std::uint64_t WorkPlan::facts() const {
  return reports.size() + needs + prepared + closing + works_shown + (assessed_before ? 1 : 0) + facts_of(visit);
}

WorkPlan plan_work(const Contract& contract, Random& random) {
  if (contract.fate.full) return everything(contract, random);
  constexpr std::uint64_t few = 16;         // facts go into one thing rather than into a little of each
  constexpr std::int32_t visits_from = 90;  // days after the signing
  constexpr std::int32_t closing_days = 20;
  constexpr std::uint32_t shown = 120'000;
  constexpr std::uint32_t few_with_needs = 400'000;
  WorkPlan work;
  const bool rich = contract.facts >= few;
  const std::uint64_t rated = contract.facts * (rich ? 38 : 50) / 100;
  Room whole_room(contract.facts - std::min(contract.facts, contract.fate.unsatisfied));
  const bool progress = contract.fate.planned || random.chance(rich ? 600'000 : 300'000);
  if (progress) plan_progress(work, whole_room, contract, random);
  Room room(whole_room.left() - std::min(whole_room.left(), rated));

  const bool ends = contract.fate.closes && contract.due_on + closing_days <= contract.fate.until;
  if (ends && room.take(closing_least)) work.closing = closing_least;
  const WorkPlan::Visit visit = draw_visit(random);
  if (contract.signed_on + visits_from <= contract.fate.until && room.take(facts_of(visit))) work.visit = visit;
  if (rich || random.chance(few_with_needs))
    work.needs = room.take_up_to(static_cast<std::uint64_t>(random.between(0, 6)));
  if (!progress) plan_progress(work, room, contract, random);
  work.assessed_before = room.take(1);
  work.prepared = room.take_up_to(static_cast<std::uint64_t>(random.between(2, 7)));
  if (work.closing > 0) work.closing += room.take_up_to(closing_most - closing_least);
  if (work.closing > 0 && random.chance(shown)) {
    work.works_shown = room.take_up_to(static_cast<std::uint64_t>(random.between(1, 3)));
  }
  return work;
}

}  // namespace hengping::cli
