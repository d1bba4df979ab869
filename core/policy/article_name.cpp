#include <array>

#include "core/base/text.h"
#include "core/policy/policy.h"
#include "core/text/say.h"

namespace hengping {
namespace {

// 1 to 99 in Chinese numerals, as the measures number their articles.
std::string chinese_number(int number) {
  static constexpr std::array digits = {
      CoreText::numeral_0, CoreText::numeral_1, CoreText::numeral_2, CoreText::numeral_3, CoreText::numeral_4,
      CoreText::numeral_5, CoreText::numeral_6, CoreText::numeral_7, CoreText::numeral_8, CoreText::numeral_9};
  const auto digit = [](int value) { return say(digits.at(static_cast<std::size_t>(value))).zh; };
  std::string out;
  if (number >= 20) out += digit(number / 10);
  if (number >= 10) out += say(CoreText::numeral_10).zh;
  if (number % 10 != 0) out += digit(number % 10);
  return out;
}

}  // namespace

Bilingual article_name(std::string_view number) {
  const std::size_t point = number.find('.');
  const int article = parse_digits(number.substr(0, point)).value_or(0);
  if (point == std::string_view::npos) {
    return say(CoreText::article_name, {Bilingual{chinese_number(article), std::to_string(article)}});
  }
  const int item = parse_digits(number.substr(point + 1)).value_or(0);
  return say(CoreText::article_item_name, {Bilingual{chinese_number(article), std::to_string(article)},
                                           Bilingual{chinese_number(item), std::to_string(item)}});
}

}  // namespace hengping
