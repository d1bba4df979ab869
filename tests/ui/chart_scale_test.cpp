// Scales: round steps that hold all values, labels that say the steps exactly, days at which something begins.
#include "shell/ui/chart_scale.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

namespace hengping::ui {

namespace {

std::vector<std::string> labels(std::int64_t largest, Measure measure, int most_steps, bool by_ten_thousands = true) {
  const ValueScale scale = value_scale(largest, measure, most_steps);
  const AxisFormat format = axis_format(scale, measure, by_ten_thousands);
  std::vector<std::string> all;
  for (const std::int64_t tick : scale.ticks()) all.push_back(axis_label(tick, format, measure));
  return all;
}

std::vector<std::string> days(std::string_view first, std::string_view last, std::size_t most) {
  std::vector<std::string> all;
  for (const DayTick& tick : day_ticks(CivilDate::parse(first).value(), CivilDate::parse(last).value(), most))
    all.push_back(tick.label);
  return all;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("counts step by 1, 2 or 5 of a power of ten, and never by a part of one") {
  CHECK(labels(0, Measure::count, 4) == Labels{"0", "1"});
  CHECK(labels(1, Measure::count, 4) == Labels{"0", "1"});
  CHECK(labels(4, Measure::count, 4) == Labels{"0", "1", "2", "3", "4"});
  CHECK(labels(5, Measure::count, 4) == Labels{"0", "2", "4", "6"});
  CHECK(labels(17, Measure::count, 4) == Labels{"0", "5", "10", "15", "20"});
  CHECK(labels(101, Measure::count, 5) == Labels{"0", "50", "100", "150"});
  CHECK(labels(3'000, Measure::count, 4) == Labels{"0", "1,000", "2,000", "3,000"});
}

TEST_CASE("every scale holds its largest value in whole steps, no more of them than asked") {
  for (const Measure measure : {Measure::count, Measure::money, Measure::percent}) {
    for (const int most : {1, 2, 4, 6}) {
      for (std::int64_t largest = 1; largest <= 100'000'000'000'000'000; largest = largest * 3 + 1) {
        const ValueScale scale = value_scale(largest, measure, most);
        INFO(largest << " in at most " << most << " steps: " << scale.step << " to " << scale.high);
        CHECK(scale.high >= largest);
        CHECK(scale.high % scale.step == 0);
        CHECK(scale.high / scale.step <= most);
        CHECK(scale.high - scale.step < largest);  // no empty step at the top
        CHECK(scale.share(largest) <= 1);
        CHECK(scale.share(0) == 0);
        CHECK(scale.share(scale.high) == 1);
      }
    }
  }
}

TEST_CASE("labels of one scale all differ and say their steps exactly") {
  for (const Measure measure : {Measure::count, Measure::money, Measure::percent}) {
    for (const bool by_ten_thousands : {true, false}) {
      for (std::int64_t largest = 1; largest <= 100'000'000'000'000'000; largest = largest * 2 + 1) {
        const Labels all = labels(largest, measure, 5, by_ten_thousands);
        INFO(largest);
        CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
      }
    }
  }
}

TEST_CASE("money is told in yuan, tens of thousands and hundreds of millions, elsewhere in thousands and millions") {
  const auto unit = [](std::int64_t largest, bool by_ten_thousands) {
    return axis_format(value_scale(largest, Measure::money, 5), Measure::money, by_ten_thousands).unit;
  };
  CHECK(unit(99'900, true) == AxisUnit::one);
  CHECK(unit(8'000'000'000, true) == AxisUnit::ten_thousand);
  CHECK(unit(9'870'000'000'00, true) == AxisUnit::hundred_million);
  CHECK(unit(500'000, false) == AxisUnit::thousand);
  CHECK(unit(500'000'000, false) == AxisUnit::million);
  CHECK(unit(500'000'000'000, false) == AxisUnit::billion);
  CHECK(labels(98'700'000, Measure::money, 5) == Labels{"0", "20", "40", "60", "80", "100"});
  CHECK(labels(1'200'000, Measure::money, 3) == Labels{"0", "0.5", "1.0", "1.5"});
  CHECK(labels(300, Measure::money, 4) == Labels{"0", "1", "2", "3"});
  CHECK(labels(0, Measure::money, 4) == Labels{"0", "1"});
  CHECK(labels(5, Measure::money, 5) == Labels{"0", "0.01", "0.02", "0.03", "0.04", "0.05"});
}

TEST_CASE("shares end at a hundred percent; what lies beyond has room") {
  CHECK(labels(10'000, Measure::percent, 4) == Labels{"0%", "25%", "50%", "75%", "100%"});
  CHECK(labels(8'350, Measure::percent, 5) == Labels{"0%", "20%", "40%", "60%", "80%", "100%"});
  CHECK(labels(0, Measure::percent, 4) == Labels{"0%", "25%", "50%", "75%", "100%"});
  CHECK(labels(120, Measure::percent, 3) == Labels{"0%", "0.5%", "1.0%", "1.5%"});
  CHECK(labels(13'000, Measure::percent, 3) == Labels{"0%", "50%", "100%", "150%"});
  for (std::int64_t largest = 1; largest <= 10'000; largest += 7) {
    for (const int most : {1, 2, 3, 4, 5, 6}) CHECK(value_scale(largest, Measure::percent, most).high <= 10'000);
  }
}

TEST_CASE("days, Mondays, months, quarters and years, as many as there is room for") {
  CHECK(days("2026-11-20", "2026-11-23", 6) == Labels{"2026-11-20", "11-21", "11-22", "11-23"});
  CHECK(days("2025-12-30", "2026-01-02", 6) == Labels{"2025-12-30", "12-31", "2026-01-01", "01-02"});
  CHECK(days("2026-11-01", "2026-11-23", 5) == Labels{"2026-11-02", "11-09", "11-16", "11-23"});
  CHECK(days("2026-01-15", "2026-06-30", 6) == Labels{"2026-02", "2026-03", "2026-04", "2026-05", "2026-06"});
  CHECK(days("2025-02-01", "2026-01-31", 5) == Labels{"2025-04", "2025-07", "2025-10", "2026-01"});
  CHECK(days("2020-03-01", "2026-03-01", 8) == Labels{"2021", "2022", "2023", "2024", "2025", "2026"});
  CHECK(days("1949-10-01", "2999-12-31", 4) == Labels{"2000", "2500"});
}

TEST_CASE("a span of days always has a label within it, and no more than asked") {
  const CivilDate first = CivilDate::parse("1996-02-29").value();
  for (std::int32_t length = 0; length < 40'000; length = length * 5 / 4 + 1) {
    for (const std::size_t most : {std::size_t{0}, std::size_t{2}, std::size_t{5}, std::size_t{12}}) {
      const auto ticks = day_ticks(first, first + length, most);
      INFO(length << " days, at most " << most);
      REQUIRE_FALSE(ticks.empty());
      CHECK(ticks.size() <= std::max<std::size_t>(most, 2));
      CHECK(std::is_sorted(ticks.begin(), ticks.end(), [](const auto& a, const auto& b) { return a.day < b.day; }));
      CHECK(ticks.front().day >= first);
      CHECK(ticks.back().day <= first + length);
    }
  }
}

TEST_CASE("labels that would touch are left out evenly") {
  CHECK(label_stride(12, 60, 40) == 1);
  CHECK(label_stride(12, 25, 40) == 2);
  CHECK(label_stride(12, 10, 50) == 6);
  CHECK(label_stride(3, 1, 500) == 3);
  CHECK(label_stride(1, 1, 500) == 1);
}

}  // namespace hengping::ui
