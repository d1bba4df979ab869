#include "shell/app/file_name.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace hengping::shell {

namespace {

struct Character {
  char32_t code = 0;  // 0: no UTF-8, of one byte
  std::size_t size = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
  const std::uint8_t first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {};
  char32_t code = first & (0x7FU >> size);
  for (std::size_t index = at + 1; index < at + size; ++index) {
    if ((byte(index) & 0xC0U) != 0x80) return {};
    code = code << 6U | (byte(index) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
  if (code < smallest[size] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {};
  return {code, size};
}

bool is_refused(char32_t code) {
  if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return true;
  if (code < 0x80) return std::string_view("/\\:*?\"<>|").find(static_cast<char>(code)) != std::string_view::npos;
  // Marks and overrides of direction, line and paragraph separators, the byte order mark: "gpj.exe" must not look like "exe.jpg".
  return code == 0x061C || (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

bool is_device(std::string_view name) {
  std::string stem(name.substr(0, name.find('.')));
  while (!stem.empty() && stem.back() == ' ') stem.pop_back();
  std::transform(stem.begin(), stem.end(), stem.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (stem == "CON" || stem == "PRN" || stem == "AUX" || stem == "NUL") return true;
  const bool numbered = stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
  return numbered && (stem.starts_with("COM") || stem.starts_with("LPT"));
}

bool begins_character(char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) != 0x80; }

}  // namespace

std::string safe_file_name(std::string_view name) {
  std::string safe;
  for (std::size_t at = 0; at < name.size();) {
    const Character character = character_at(name, at);
    if (character.code == 0 || is_refused(character.code)) safe += '_';
    else safe += name.substr(at, character.size);
    at += character.size;
  }
  safe.erase(0, std::min(safe.find_first_not_of(". "), safe.size()));
  while (!safe.empty() && (safe.back() == '.' || safe.back() == ' ')) safe.pop_back();
  if (safe.empty() || is_device(safe)) safe.insert(0, "_");
  if (safe.size() <= longest_file_name) return safe;
  constexpr std::size_t longest_extension = 10;
  const std::size_t dot = safe.rfind('.');
  const std::string extension = dot != std::string::npos && safe.size() - dot <= longest_extension ? safe.substr(dot) : std::string();
  std::size_t end = longest_file_name - extension.size();
  while (!begins_character(safe[end]) || safe[end - 1] == ' ' || safe[end - 1] == '.') --end;
  return safe.substr(0, end) + extension;
}

}  // namespace hengping::shell
