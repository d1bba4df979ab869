#include "shell/app/rating_history.h"

#include <catch2/catch_test_macros.hpp>

using namespace hengping;
using namespace hengping::shell;

namespace {

RatingView rating(std::string period, Satisfaction satisfaction, RatingStatus status = RatingStatus::effective) {
  RatingView view;
  view.period = std::move(period);
  view.satisfaction = satisfaction;
  view.status = status;
  return view;
}

std::vector<std::string> periods(const std::vector<RatingView>& ratings) {
  std::vector<std::string> all;
  for (const PeriodTally& period : rating_history(ratings)) all.push_back(period.period);
  return all;
}

using Periods = std::vector<std::string>;

}  // namespace

TEST_CASE("The history of ratings counts those in force, and no other") {
  const std::vector<RatingView> ratings = {rating("2025-01", Satisfaction::satisfied),
                                           rating("2025-01", Satisfaction::unsatisfied, RatingStatus::superseded),
                                           rating("2025-01", Satisfaction::unsatisfied),
                                           rating("2025-02", Satisfaction::unsatisfied, RatingStatus::withdrawn)};
  const auto history = rating_history(ratings);
  REQUIRE(history.size() == 1);
  CHECK(history[0] == PeriodTally{"2025-01", {.satisfied = 1, .basically_satisfied = 0, .unsatisfied = 1}});
  CHECK(rating_history({}).empty());
}

TEST_CASE("Periods stand in time: a quarter after its last month, final ratings at the end") {
  CHECK(periods({rating("final", Satisfaction::satisfied), rating("2025-Q1", Satisfaction::satisfied),
                 rating("2025-04", Satisfaction::satisfied), rating("2025-03", Satisfaction::satisfied),
                 rating("2024-Q4", Satisfaction::satisfied)}) ==
        Periods{"2024-Q4", "2025-03", "2025-Q1", "2025-04", "final"});
}

TEST_CASE("Months without a rating keep their place between others, unless years lie between them") {
  CHECK(periods({rating("2024-11", Satisfaction::satisfied), rating("2025-02", Satisfaction::satisfied)}) ==
        Periods{"2024-11", "2024-12", "2025-01", "2025-02"});
  CHECK(periods({rating("0007-01", Satisfaction::satisfied), rating("9999-12", Satisfaction::satisfied)}) ==
        Periods{"0007-01", "9999-12"});
  CHECK(periods({rating("2024-11", Satisfaction::satisfied), rating("2025-Q1", Satisfaction::satisfied)}).size() == 2);
}
