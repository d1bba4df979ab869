#include "core/base/decimal.h"

#include <algorithm>

#include "core/base/text.h"

namespace hengping {
namespace {

constexpr std::size_t most_digits = 40;
constexpr int most_exponent = 400;

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

std::optional<int> read_exponent(std::string_view text) {
  const bool minus = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  const auto value = parse_digits(text);  // more than nine digits are out of any range
  if (!value) return std::nullopt;
  return minus ? -*value : *value;
}

// Hundredths as the shortest decimal string.
std::string shortest(std::int64_t hundredths) {
  std::string out = std::to_string(hundredths / 100);
  const std::int64_t rest = hundredths % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view token) {
  Decimal result;
  result.negative_ = !token.empty() && token.front() == '-';
  if (result.negative_) token.remove_prefix(1);
  const std::size_t mark = token.find_first_of("eE");
  const std::string_view mantissa = token.substr(0, mark);
  const std::size_t point = mantissa.find('.');
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : mantissa.substr(point + 1);
  result.digits_ = mantissa.substr(0, point);
  result.digits_ += fraction;
  if (result.digits_.empty() || !all_digits(result.digits_)) return std::nullopt;
  const std::size_t first = result.digits_.find_first_not_of('0');
  if (first == std::string::npos) {  // zero, whatever its exponent
    result.digits_.clear();
    result.negative_ = false;
    return result;
  }
  const auto written = mark == std::string_view::npos ? std::optional(0) : read_exponent(token.substr(mark + 1));
  if (!written) return std::nullopt;
  const std::size_t last = result.digits_.find_last_not_of('0');
  const auto dropped = static_cast<std::int64_t>(result.digits_.size() - 1 - last);
  const std::int64_t exponent = *written - static_cast<std::int64_t>(fraction.size()) + dropped;
  result.digits_ = result.digits_.substr(first, last - first + 1);
  if (result.digits_.size() > most_digits || exponent > most_exponent || exponent < -most_exponent) return std::nullopt;
  result.exponent_ = static_cast<int>(exponent);
  return result;
}

std::optional<std::int64_t> Decimal::scaled(int places) const {
  if (digits_.empty()) return 0;
  const int zeros = exponent_ + places;
  if (zeros < 0 || digits_.size() + static_cast<std::size_t>(zeros) > 18) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : digits_) value = value * 10 + (digit - '0');
  for (int i = 0; i < zeros; ++i) value *= 10;
  return negative_ ? -value : value;
}

std::optional<Money> Money::parse(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.size() > 15 || !all_digits(whole)) return std::nullopt;
  std::string_view fraction;
  if (point != std::string_view::npos) {
    fraction = text.substr(point + 1);
    if (fraction.empty() || fraction.size() > 2 || !all_digits(fraction)) return std::nullopt;
  }
  std::int64_t fen = 0;
  for (const char digit : whole) fen = fen * 10 + (digit - '0');
  for (std::size_t place = 0; place < 2; ++place)
    fen = fen * 10 + (place < fraction.size() ? fraction[place] - '0' : 0);
  return Money{fen};
}

std::optional<Money> Money::parse_number(std::string_view token) {
  const auto decimal = Decimal::parse(token);
  if (!decimal || decimal->negative()) return std::nullopt;
  const auto fen = decimal->scaled(2);
  constexpr std::int64_t limit = 100'000'000'000'000'000;  // 15 digits before the point
  if (!fen || *fen >= limit) return std::nullopt;
  return Money{*fen};
}

std::string Money::to_string() const { return shortest(fen); }

std::optional<Percent> Percent::parse_number(std::string_view token) {
  const auto decimal = Decimal::parse(token);
  if (!decimal) return std::nullopt;
  const auto hundredths = decimal->scaled(2);
  if (!hundredths || *hundredths < 0 || *hundredths > 10'000) return std::nullopt;
  return Percent{static_cast<std::int32_t>(*hundredths)};
}

std::string Percent::to_string() const { return shortest(hundredths); }

}  // namespace hengping
