#include "core/codec/canonical_scanner.h"

#include <algorithm>
#include <array>

#include "core/codec/canonical.h"

namespace hengping {
namespace {

constexpr std::array<bool, 256> bytes_that_stand_for_themselves() {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0x20; byte < 0x80; ++byte) table.at(byte) = byte != '"' && byte != '\\';
  return table;
}
constexpr std::array<bool, 256> plain = bytes_that_stand_for_themselves();

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool continues(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

/// How many bytes the character beyond ASCII takes that stands there; 0 if it is not well-formed UTF-8 (Unicode, table 3-7).
std::size_t character_size(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  const unsigned second = byte_at(text, at + 1);
  if (lead < 0xC2 || lead > 0xF4 || !continues(second)) return 0;
  if (lead < 0xE0) return 2;
  if (!continues(byte_at(text, at + 2))) return 0;
  // Neither longer than need be nor a surrogate; beyond these, nothing above U+10FFFF.
  if (lead < 0xF0) return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ? 0 : 3;
  if (!continues(byte_at(text, at + 3))) return 0;
  return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ? 0 : 4;
}

}  // namespace

bool CanonicalScanner::value(JsonValue& into, std::size_t depth) {
  if (depth == deepest) return false;
  const char first = peek();
  if (first == '{') return object(into, depth);
  into.members().clear();
  if (first == '[') return array(into, depth);
  into.items().clear();
  switch (first) {
    case '"': return string(into.become_string());
    case 'n': into.become(JsonValue::Kind::null, {}); return take("null");
    case 't': into = JsonValue::boolean(true); return take("true");
    case 'f': into = JsonValue::boolean(false); return take("false");
    default: return number(into);
  }
}

bool CanonicalScanner::object(JsonValue& into, std::size_t depth) {
  into.become(JsonValue::Kind::object, {});
  into.items().clear();
  auto& members = into.members();
  std::size_t count = 0;
  ++at_;
  if (peek() != '}') {
    do {
      if (count == members.size()) members.emplace_back(std::string(), JsonValue());
      auto& [key, member] = members[count];
      if (!string(key) || !take(":") || !value(member, depth + 1)) return false;
      // Which also says that no key stands twice.
      if (count > 0 && !sorts_before(members[count - 1].first, key)) return false;
      ++count;
    } while (take(","));
  }
  members.erase(members.begin() + static_cast<std::ptrdiff_t>(count), members.end());
  return take("}");
}

bool CanonicalScanner::array(JsonValue& into, std::size_t depth) {
  into.become(JsonValue::Kind::array, {});
  auto& items = into.items();
  std::size_t count = 0;
  ++at_;
  if (peek() != ']') {
    do {
      if (count == items.size()) items.emplace_back();
      if (!value(items[count], depth + 1)) return false;
      ++count;
    } while (take(","));
  }
  items.resize(count);
  return take("]");
}

bool CanonicalScanner::string(std::string& into) {
  if (peek() != '"') return false;
  std::size_t begin = ++at_;
  while (at_ < text_.size() && plain[static_cast<unsigned char>(text_[at_])]) ++at_;
  if (peek() == '"') {
    into.assign(text_.data() + begin, at_++ - begin);
    return true;
  }
  into.clear();
  while (true) {
    const unsigned byte = byte_at(text_, at_);
    if (plain.at(byte)) {
      ++at_;
    } else if (byte >= 0x80) {
      const std::size_t size = character_size(text_, at_);
      if (size == 0) return false;
      at_ += size;
    } else {
      into.append(text_, begin, at_ - begin);
      if (byte == '"') break;
      if (byte != '\\' || !escape(into)) return false;
      begin = at_;
    }
  }
  ++at_;
  return true;
}

// What must be escaped, in the one way in which it is.
bool CanonicalScanner::escape(std::string& into) {
  constexpr std::string_view letters = "\"\\bfnrt";
  constexpr std::string_view meant = "\"\\\b\f\n\r\t";
  constexpr std::string_view digits = "0123456789abcdef";
  ++at_;
  if (const std::size_t letter = letters.find(peek()); at_ < text_.size() && letter != std::string_view::npos) {
    into += meant[letter];
    ++at_;
    return true;
  }
  if (!take("u00")) return false;
  const std::string_view code = next(2);
  if (code.size() != 2 || (code[0] != '0' && code[0] != '1')) return false;
  const std::size_t low = digits.find(code[1]);
  if (low == std::string_view::npos) return false;
  const char character = static_cast<char>((code[0] == '1' ? 16U : 0U) + low);
  into += character;
  return meant.find(character) == std::string_view::npos;
}

bool CanonicalScanner::number(JsonValue& into) {
  const std::size_t end = std::min(text_.find_first_not_of("0123456789-+.e", at_), text_.size());
  const std::string_view token = text_.substr(at_, end - at_);
  at_ = end;
  if (!is_canonical_number(token)) return false;
  into.become(JsonValue::Kind::number, token);
  return true;
}

}  // namespace hengping
