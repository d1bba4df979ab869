// The rating periods of a contract, one after the other.
#pragma once

#include <algorithm>
#include <string>

#include "core/base/civil_date.h"
#include "core/base/text.h"

namespace hengping::cli {

class Periods {
 public:
  struct Period {
    std::string name;
    CivilDate ends_on;
  };

  /// From the month of `signed_on` on, by month or by quarter, as long as they end by `last`; then `final`, if the contract is due by then.
  Periods(CivilDate signed_on, CivilDate due_on, CivilDate last, bool by_quarter)
      : due_on_(due_on), last_(last), by_quarter_(by_quarter) {
    const std::string text = signed_on.to_string();
    year_ = parse_digits(text.substr(0, 4)).value_or(0);
    month_ = parse_digits(text.substr(5, 2)).value_or(1);
    if (by_quarter_) month_ = (month_ + 2) / 3 * 3;
    earliest_ = name();
    final_left_ = due_on <= last;
  }

  /// The first period, also if it has not ended yet.
  [[nodiscard]] const std::string& earliest() const { return earliest_; }
  [[nodiscard]] bool at_end() const { return ends_on() > last_ && !final_left_; }

  Period take() {
    Period period{name(), ends_on()};
    // The last word comes when the contract is done and its months have been rated.
    if (final_left_ && (period.ends_on > last_ || period.ends_on - due_on_ > days_after_due)) {
      final_left_ = false;
      year_ = end_year;  // nothing is rated month by month any more
      return {"final", std::min(due_on_ + days_after_due, last_)};
    }
    month_ += by_quarter_ ? 3 : 1;
    if (month_ > 12) {
      month_ -= 12;
      ++year_;
    }
    return period;
  }

 private:
  static constexpr std::int32_t days_after_due = 45;
  static constexpr int end_year = 2998;

  [[nodiscard]] std::string name() const {
    const std::string year = std::to_string(year_);
    if (by_quarter_) return year + "-Q" + std::to_string(month_ / 3);
    return year + (month_ < 10 ? "-0" : "-") + std::to_string(month_);
  }
  [[nodiscard]] CivilDate ends_on() const {
    const auto next =
        month_ == 12 ? CivilDate::from_parts(year_ + 1, 1, 1) : CivilDate::from_parts(year_, month_ + 1, 1);
    return next.value_or(CivilDate::after_all()) - 1;
  }

  int year_ = 0;
  int month_ = 1;
  CivilDate due_on_, last_;
  bool by_quarter_ = false;
  bool final_left_ = false;
  std::string earliest_;
};

}  // namespace hengping::cli
