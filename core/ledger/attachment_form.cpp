#include "core/ledger/attachment_form.h"

#include <algorithm>

namespace hengping {
namespace {

/// The character that begins there in UTF-8 and how many bytes it takes; 0 bytes if it is none.
struct Character {
  std::uint32_t code = 0;
  std::size_t bytes = 0;
};

Character character_at(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80U) return {first, 1};
  const std::size_t bytes = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  if (first < 0xC2U || first > 0xF4U || text.size() < bytes) return {};
  std::uint32_t code = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  if (code < least.at(bytes)) return {};
  return {code, bytes};
}

/// Control characters, those that change how others are read, and what a name may not hold on some system.
bool may_stand(std::uint32_t code) {
  const auto within = [code](std::uint32_t first, std::uint32_t last) { return code >= first && code <= last; };
  constexpr std::string_view reserved = "\"*:<>?|";
  if (code < 0x80U)
    return code >= 0x20U && code != 0x7FU && reserved.find(static_cast<char>(code)) == std::string_view::npos;
  return !within(0x80U, 0x9FU) && !within(0xD800U, 0xDFFFU) && !within(0x200BU, 0x200FU) && !within(0x2028U, 0x202EU) &&
         !within(0x2060U, 0x206FU) && code != 0xFEFFU;
}

}  // namespace

std::string attachment_name(std::string_view given) {
  given.remove_prefix(given.find_last_of("/\\") + 1);
  constexpr std::string_view at_no_end = " .";
  std::string name;
  while (!given.empty()) {
    const Character next = character_at(given);
    if (name.size() + next.bytes > longest_attachment_name) break;
    const bool begins = name.empty() && at_no_end.find(given.front()) != std::string_view::npos;
    if (next.bytes > 0 && may_stand(next.code) && !begins) name.append(given.substr(0, next.bytes));
    given.remove_prefix(std::max<std::size_t>(next.bytes, 1));
  }
  name.resize(name.find_last_not_of(at_no_end) + 1);
  return name;
}

bool is_attachment_name(std::string_view name) { return !name.empty() && attachment_name(name) == name; }

}  // namespace hengping
