#include "shell/cli/city/storyline.h"

#include <array>
#include <cstddef>
#include <utility>

#include "shell/cli/city/random.h"

namespace hengping::cli {

namespace {

struct Course {
  Storyline storyline;
  std::uint32_t millionths;       ///< of the providers after the first twelve
  std::int32_t earliest, latest;  ///< the start, days before the last day
};

constexpr std::array<Course, storyline_kinds> courses = {{
    {Storyline::exemplary, 90'000, 60, 30},
    {Storyline::complaint_settled, 120'000, 420, 120},
    {Storyline::late_change, 45'000, 400, 150},
    {Storyline::unagreed_amendment, 30'000, 260, 200},
    {Storyline::failed_acceptance, 30'000, 24, 20},
    {Storyline::unfinished, 16'000, 150, 125},
    {Storyline::refusal, 8'000, 190, 120},
    {Storyline::repeated_orders, 12'000, 430, 410},
    {Storyline::lagging, 12'000, 60, 45},
    {Storyline::leak, 5'000, 160, 140},
    {Storyline::improper_benefit, 6'000, 260, 200},
    {Storyline::reinstated, 6'000, 340, 320},
}};

// A shuffle of the twelve by the seed alone.
std::array<std::uint8_t, storyline_kinds> dealt(std::uint64_t seed) {
  std::array<std::uint8_t, storyline_kinds> order{};
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint8_t>(i);
  Random random(seed, storyline_stream, storyline_kinds * storyline_kinds);
  for (std::size_t i = order.size() - 1; i > 0; --i)
    std::swap(order[i], order[random.below(static_cast<std::uint32_t>(i + 1))]);
  return order;
}

}  // namespace

Storyline storyline_at(const CityRequest& request, std::uint64_t number) {
  if (number < storyline_kinds) return courses[dealt(request.seed)[number]].storyline;
  constexpr std::uint64_t choice_kind = 1'000'000;
  std::uint32_t drawn = Random(request.seed, storyline_stream + choice_kind, number).below(1'000'000);
  for (const Course& course : courses) {
    if (drawn < course.millionths) return course.storyline;
    drawn -= course.millionths;
  }
  return Storyline::clean;
}

CivilDate storyline_start(const CityRequest& request, std::uint64_t number) {
  const Storyline storyline = storyline_at(request, number);
  Random random(request.seed, storyline_stream, number);
  for (const Course& course : courses) {
    if (course.storyline == storyline) return last_day - random.between(course.latest, course.earliest);
  }
  return last_day;
}

Fate fate_in(Storyline storyline, std::uint64_t slot, CivilDate start) {
  constexpr std::uint64_t unsatisfied_each = 2;
  Fate fate;
  switch (storyline) {
    case Storyline::clean: break;
    case Storyline::exemplary: fate.full = slot == 0; break;
    case Storyline::complaint_settled: fate.long_running = slot == 0; break;
    case Storyline::late_change:
      if (slot != 2) break;
      fate.long_running = true;
      fate.closes = false;
      fate.until = departure_day;
      break;
    case Storyline::unagreed_amendment:
      fate.long_running = slot < 2;
      fate.closes = slot != 0;
      fate.planned = slot == 1;
      break;
    case Storyline::failed_acceptance:
    case Storyline::unfinished:
    case Storyline::improper_benefit:
      fate.long_running = slot == 0;
      fate.closes = slot != 0;
      break;
    case Storyline::repeated_orders:
      fate.long_running = true;
      fate.closes = false;
      fate.unsatisfied = unsatisfied_each;
      break;
    case Storyline::lagging:
      fate.long_running = slot < 2;
      fate.closes = slot > 1;
      fate.planned = slot == 0;
      fate.behind = slot == 0;
      break;
    case Storyline::refusal:
    case Storyline::leak:
    case Storyline::reinstated: {
      if (slot != 0) break;
      fate.long_running = true;
      fate.closes = false;
      const std::int32_t days = storyline == Storyline::refusal ? refusal_ends
                                : storyline == Storyline::leak  ? leak_ends
                                                                : reinstated_ends;
      fate.until = start + days;
      break;
    }
  }
  return fate;
}

std::uint64_t reserved_facts(const Fate& fate) {
  constexpr std::uint64_t deliverables = 9;
  constexpr std::uint64_t assessments_acceptance_end = 4;
  constexpr std::uint64_t reports = 7;
  if (fate.full) return full_progress + full_needs + full_ratings + deliverables + assessments_acceptance_end;
  return fate.unsatisfied + (fate.planned ? reports : 0);
}

}  // namespace hengping::cli
