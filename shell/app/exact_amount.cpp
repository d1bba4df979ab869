#include "shell/app/exact_amount.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/codec/canonical.h"

namespace hengping::shell {

namespace {

constexpr int largest_exponent = 400;
constexpr std::size_t money_decimals = 2;

int digit_of(char c) { return c - '0'; }
char char_of(int digit) { return static_cast<char>('0' + digit); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `digits` with zeros in front so that it has at least `length`.
std::string padded(const std::string& digits, std::size_t length) {
  return digits.size() >= length ? digits : std::string(length - digits.size(), '0') + digits;
}

std::string add_digits(std::string left, std::string right) {
  const std::size_t length = std::max(left.size(), right.size());
  left = padded(left, length);
  right = padded(right, length);
  int carry = 0;
  for (std::size_t i = length; i > 0; --i) {
    const int sum = digit_of(left[i - 1]) + digit_of(right[i - 1]) + carry;
    left[i - 1] = char_of(sum % 10);
    carry = sum / 10;
  }
  return carry > 0 ? "1" + left : left;
}

}  // namespace

void ExactAmount::normalise() {
  while (decimals_ > 0 && !digits_.empty() && digits_.back() == '0') {
    digits_.pop_back();
    --decimals_;
  }
  digits_.erase(0, std::min(digits_.find_first_not_of('0'), digits_.size()));
  if (digits_.empty()) decimals_ = 0;
}

ExactAmount ExactAmount::of(Money money) {
  ExactAmount amount;
  amount.digits_ = std::to_string(money.fen);
  amount.decimals_ = money_decimals;
  amount.normalise();
  return amount;
}

ExactAmount ExactAmount::of(double number) {
  std::string token;
  append_json_number(token, number);
  return parse(token).value_or(ExactAmount());
}

std::optional<ExactAmount> ExactAmount::parse(std::string_view token) {
  ExactAmount amount;
  std::size_t i = 0;
  while (i < token.size() && is_digit(token[i])) amount.digits_ += token[i++];
  if (i == 0) return std::nullopt;
  if (i > 1 && token[0] == '0') return std::nullopt;
  if (i < token.size() && token[i] == '.') {
    const std::size_t point = i++;
    while (i < token.size() && is_digit(token[i])) amount.digits_ += token[i++];
    amount.decimals_ = i - point - 1;
    if (amount.decimals_ == 0) return std::nullopt;
  }
  int exponent = 0;
  if (i < token.size() && (token[i] == 'e' || token[i] == 'E')) {
    ++i;
    const bool negative = i < token.size() && token[i] == '-';
    if (i < token.size() && (token[i] == '-' || token[i] == '+')) ++i;
    const auto digits = parse_digits(token.substr(i));
    if (!digits || *digits > largest_exponent) return std::nullopt;
    exponent = negative ? -*digits : *digits;
    i = token.size();
  }
  if (i != token.size()) return std::nullopt;
  if (exponent < 0) {
    amount.decimals_ += static_cast<std::size_t>(-exponent);
  } else {
    const auto shift = static_cast<std::size_t>(exponent);
    const std::size_t from_decimals = std::min(shift, amount.decimals_);
    amount.decimals_ -= from_decimals;
    amount.digits_.append(shift - from_decimals, '0');
  }
  amount.normalise();
  return amount;
}

ExactAmount ExactAmount::operator+(const ExactAmount& other) const {
  ExactAmount sum;
  sum.decimals_ = std::max(decimals_, other.decimals_);
  sum.digits_ = add_digits(digits_ + std::string(sum.decimals_ - decimals_, '0'),
                           other.digits_ + std::string(sum.decimals_ - other.decimals_, '0'));
  sum.normalise();
  return sum;
}

ExactAmount ExactAmount::operator*(const ExactAmount& other) const {
  std::vector<int> cells(digits_.size() + other.digits_.size(), 0);
  for (std::size_t i = digits_.size(); i > 0; --i) {
    int carry = 0;
    for (std::size_t j = other.digits_.size(); j > 0; --j) {
      const int value = cells[i + j - 1] + digit_of(digits_[i - 1]) * digit_of(other.digits_[j - 1]) + carry;
      cells[i + j - 1] = value % 10;
      carry = value / 10;
    }
    cells[i - 1] += carry;
  }
  ExactAmount product;
  for (const int cell : cells) product.digits_ += char_of(cell);
  product.decimals_ = decimals_ + other.decimals_;
  product.normalise();
  return product;
}

std::string ExactAmount::money_text() const {
  std::string digits = digits_;
  std::size_t decimals = decimals_;
  if (decimals > money_decimals) {
    digits = padded(digits, decimals + 1);
    const bool up = digits[digits.size() - (decimals - money_decimals)] >= '5';
    digits.resize(digits.size() - (decimals - money_decimals));
    if (up) digits = add_digits(digits, "1");
    decimals = money_decimals;
  }
  digits.append(money_decimals - decimals, '0');
  digits = padded(digits, money_decimals + 1);
  const std::size_t point = digits.size() - money_decimals;
  std::string yuan = digits.substr(0, point);
  yuan.erase(0, std::min(yuan.find_first_not_of('0'), yuan.size() - 1));
  return group_thousands(yuan) + '.' + digits.substr(point);
}

std::string group_thousands(std::string_view digits) {
  std::string out;
  out.reserve(digits.size() + digits.size() / 3);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

}  // namespace hengping::shell
