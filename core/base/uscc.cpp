#include "core/base/uscc.h"

#include <cstddef>

namespace hengping {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t modulus = 31;
static_assert(alphabet.size() == modulus);

}  // namespace

char uscc_check_character(std::string_view first_17) {
  if (first_17.size() != 17) return '\0';
  std::size_t sum = 0;
  std::size_t weight = 1;  // 3^i modulo 31
  for (const char character : first_17) {
    const std::size_t value = alphabet.find(character);
    if (value == std::string_view::npos) return '\0';
    sum = (sum + value * weight) % modulus;
    weight = weight * 3 % modulus;
  }
  return alphabet[(modulus - sum) % modulus];
}

bool is_uscc(std::string_view text) {
  if (text.size() != 18) return false;
  const char check = uscc_check_character(text.substr(0, 17));
  return check != '\0' && check == text[17];
}

}  // namespace hengping
