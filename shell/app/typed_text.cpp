#include "shell/app/typed_text.h"

#include <array>

#include "core/base/civil_date.h"

namespace hengping::shell {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// UTF-8 of U+3000, the space that Chinese input methods type.
constexpr std::string_view ideographic_space = "\xE3\x80\x80";

}  // namespace

void append_narrow(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i + 2 < text.size()) {
      const auto first = static_cast<unsigned char>(text[i]);
      const auto second = static_cast<unsigned char>(text[i + 1]);
      const auto third = static_cast<unsigned char>(text[i + 2]);
      if (first == 0xEF && second == 0xBC && third >= 0x81) {
        out += static_cast<char>(third - 0x81 + 0x21);
        i += 2;
        continue;
      }
      if (first == 0xEF && second == 0xBD && third <= 0x9E) {
        out += static_cast<char>(third - 0x80 + 0x60);
        i += 2;
        continue;
      }
      if (text.substr(i, ideographic_space.size()) == ideographic_space) {
        out += ' ';
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
}

std::string narrow(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_narrow(out, text);
  return out;
}

std::string trimmed(std::string_view typed) {
  for (bool again = true; again;) {
    again = false;
    if (!typed.empty() && is_space(typed.front())) {
      typed.remove_prefix(1);
      again = true;
    } else if (typed.starts_with(ideographic_space)) {
      typed.remove_prefix(ideographic_space.size());
      again = true;
    }
    if (!typed.empty() && is_space(typed.back())) {
      typed.remove_suffix(1);
      again = true;
    } else if (typed.ends_with(ideographic_space)) {
      typed.remove_suffix(ideographic_space.size());
      again = true;
    }
  }
  return std::string(typed);
}

std::string plain_digits(std::string_view typed) {
  std::string out;
  for (const char c : narrow(typed)) {
    if (!is_space(c) && c != ',') out += c;
  }
  return out;
}

std::string typed_date(std::string_view typed) {
  std::array<std::string, 3> parts;  // year, month, day
  std::size_t part = 0;
  bool between = false;  // a separator came; the next digit begins the next part
  for (const char c : narrow(trimmed(typed))) {
    if (!is_digit(c)) {
      // any mark divides, for 年, 月 and 日 do so too; letters do not
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || parts[0].empty()) return std::string(typed);
      between = true;
      continue;
    }
    if (between && ++part == parts.size()) return std::string(typed);
    between = false;
    parts[part] += c;
  }
  if (part == 0 && parts[0].size() == 8) parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6)};
  for (std::size_t index = 1; index < parts.size(); ++index) {
    if (parts[index].size() == 1) parts[index].insert(0, 1, '0');
  }
  const std::string date = parts[0] + "-" + parts[1] + "-" + parts[2];
  return CivilDate::parse(date) ? date : std::string(typed);
}

std::string plain_code(std::string_view typed) {
  std::string out;
  for (const char c : narrow(typed)) {
    if (is_space(c)) continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

}  // namespace hengping::shell
