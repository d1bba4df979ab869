#include "core/base/text.h"

#include <algorithm>

namespace hengping {

std::size_t count_characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) !=
           0x80U;  // every byte but the continuing ones begins a character
  }));
}

std::optional<int> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
           (character >= '0' && character <= '9') || character == '.' || character == '_' || character == '-';
  });
}

bool is_period(std::string_view text) {
  if (text == "final") return true;
  if (text.size() != 7 || text[4] != '-' || !parse_digits(text.substr(0, 4))) return false;
  if (text[5] == 'Q') return text[6] >= '1' && text[6] <= '4';
  const auto month = parse_digits(text.substr(5, 2));
  return month && *month >= 1 && *month <= 12;
}

}  // namespace hengping
