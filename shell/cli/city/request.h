// What is asked for, and what every story rests on: the days, the names of the random streams, numbered identifiers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/civil_date.h"

namespace hengping::cli {

struct CityRequest {
  std::uint64_t providers = 0, enterprises = 0;  ///< at least 1 each
  std::uint64_t facts = 0;
  std::uint64_t seed = 0;
};

/// Nothing happens before the first or after the last day.
inline constexpr CivilDate first_day{20028};  // 2024-11-01
inline constexpr CivilDate last_day{20757};   // 2026-10-31

/// Names of the random streams.
enum Stream : std::uint64_t {
  provider_stream = 1,
  enterprise_stream = 2,
  contract_stream = 3,
  share_stream = 4,
  storyline_stream = 5,
  work_stream = 6,
  rating_stream = 7,
  extra_stream = 8,
};

/// "P007": wide enough for `count` of them, at least three digits.
inline std::string numbered(char prefix, std::uint64_t number, std::uint64_t count) {
  const std::string digits = std::to_string(number);
  const std::size_t width = std::max<std::size_t>(3, std::to_string(count).size());
  return std::string(1, prefix) + std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// Identifiers that are dealt in the order of writing.
struct Numbers {
  std::uint64_t complaints = 0, findings = 0, inspections = 0, orders = 0, decisions = 0;

  static std::string next(char prefix, std::uint64_t& number) {
    constexpr std::uint64_t four_digits = 1000;
    ++number;
    return numbered(prefix, number, std::max(number, four_digits));
  }
};

}  // namespace hengping::cli
