#include "core/base/instant.h"

#include <algorithm>

#include "core/base/text.h"

namespace hengping {
namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

std::int64_t number(std::string_view digits) { return parse_digits(digits).value_or(0); }

}  // namespace

bool is_instant(std::string_view text) {
  if (text.size() != 20 && text.size() != 24) return false;
  const std::string_view pattern = text.size() == 20 ? "dddd-dd-ddTdd:dd:ddZ" : "dddd-dd-ddTdd:dd:dd.dddZ";
  return std::equal(text.begin(), text.end(), pattern.begin(), [](char character, char expected) {
    return expected == 'd' ? character >= '0' && character <= '9' : character == expected;
  });
}

std::int64_t seconds_of(std::string_view instant) {
  const auto date = is_instant(instant) ? CivilDate::parse(instant.substr(0, 10)) : std::nullopt;
  if (!date) return 0;
  return date->days() * day + number(instant.substr(11, 2)) * hour + number(instant.substr(14, 2)) * 60 +
         number(instant.substr(17, 2));
}

CivilDate day_of(std::string_view instant) {
  constexpr std::int64_t shanghai = 8 * hour;
  return CivilDate(static_cast<std::int32_t>((seconds_of(instant) + shanghai) / day));
}

}  // namespace hengping
