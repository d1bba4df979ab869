#include "shell/app/rating_history.h"

#include <charconv>
#include <limits>
#include <map>
#include <utility>

namespace hengping::shell {

namespace {

constexpr int most_months = 60;
constexpr int at_the_end = std::numeric_limits<int>::max();

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// By the last month, months since the year 0; of one month the quarter comes second.
std::pair<int, bool> order_of(std::string_view period) {
  if (period.size() != 7) return {at_the_end, false};
  const int year = number(period.substr(0, 4)) * 12;
  if (period[5] == 'Q') return {year + number(period.substr(6)) * 3 - 1, true};
  return {year + number(period.substr(5)) - 1, false};
}

std::string month_text(int month) {
  const auto padded = [](int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  return padded(month / 12, 4) + '-' + padded(month % 12 + 1, 2);
}

}  // namespace

std::vector<PeriodTally> rating_history(std::span<const RatingView> ratings) {
  std::map<std::pair<int, bool>, PeriodTally> periods;
  bool months_only = true;
  for (const RatingView& rating : ratings) {
    if (rating.status != RatingStatus::effective || !rating.satisfaction) continue;
    const auto place = order_of(rating.period);
    months_only = months_only && !place.second && place.first != at_the_end;
    PeriodTally& period = periods[place];
    period.period = rating.period;
    period.tally.add(*rating.satisfaction);
  }
  if (months_only && !periods.empty()) {
    const int first = periods.begin()->first.first;
    const int last = periods.rbegin()->first.first;
    for (int month = first; last - first < most_months && month < last; ++month) {
      PeriodTally& period = periods[{month, false}];
      if (period.period.empty()) period.period = month_text(month);
    }
  }
  std::vector<PeriodTally> history;
  for (auto& [place, period] : periods) history.push_back(std::move(period));
  return history;
}

}  // namespace hengping::shell
