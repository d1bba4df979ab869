#include "core/codec/canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "core/base/order.h"

namespace hengping {
namespace {

// UTF-16 order differs from UTF-8's byte order only between U+E000–U+FFFF and what lies beyond the BMP (surrogates D800–DFFF sort
// first). Comparing bytes with lead bytes EE and EF raised above F0–F4 gives it without decoding.
int utf16_rank(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if (value == 0xEE || value == 0xEF) return value + 16;
  return value;
}

// Most numbers: whole ones that binary64 holds exactly are written in full.
bool is_short_integer(std::string_view token) {
  constexpr std::size_t most_digits = 15;
  if (token == "0") return true;
  if (token.starts_with('-')) token.remove_prefix(1);
  return !token.empty() && token.size() <= most_digits && token.front() != '0' &&
         std::all_of(token.begin(), token.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

void append_number(std::string& out, std::string_view token) {
  if (is_short_integer(token)) {
    out += token;
  } else {
    append_json_number(out, to_double(token));
  }
}

void append_object(std::string& out, const JsonValue& value) {
  // Small objects, nearly all, are sorted without asking for memory.
  std::array<const JsonValue::Member*, 24> few;
  std::vector<const JsonValue::Member*> many;
  const std::size_t count = value.members().size();
  if (count > few.size()) many.resize(count);
  const std::span<const JsonValue::Member*> sorted = count > few.size() ? std::span(many) : std::span(few).first(count);
  std::transform(value.members().begin(), value.members().end(), sorted.begin(),
                 [](const JsonValue::Member& member) { return &member; });
  put_in_order(sorted,
            [](const auto* left, const auto* right) { return sorts_before(left->first, right->first); });
  out += '{';
  bool first = true;
  for (const auto* member : sorted) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, member->first);
    out += ':';
    append_canonical(out, member->second);
  }
  out += '}';
}

/// Compares a value with the text that it should be, piece by piece.
class Matcher {
 public:
  explicit Matcher(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t consumed() const { return at_; }

  bool match(const JsonValue& value) {
    switch (value.kind()) {
      case JsonValue::Kind::null: return take("null");
      case JsonValue::Kind::boolean: return take(value.as_boolean() ? "true" : "false");
      case JsonValue::Kind::number: {
        number_.clear();
        append_number(number_, value.text());
        return take(number_);
      }
      case JsonValue::Kind::string: return string(value.text());
      case JsonValue::Kind::array: return array(value);
      case JsonValue::Kind::object: return object(value);
    }
    return false;
  }

 private:
  bool take(std::string_view piece) {
    if (text_.substr(at_, piece.size()) != piece) return false;
    at_ += piece.size();
    return true;
  }
  bool string(std::string_view text) {
    const bool plain = std::none_of(text.begin(), text.end(), [](char character) {
      return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
    });
    if (plain) return take("\"") && take(text) && take("\"");
    std::string written;
    append_json_string(written, text);
    return take(written);
  }
  bool array(const JsonValue& value) {
    if (!take("[")) return false;
    bool first = true;
    for (const JsonValue& item : value.items()) {
      if ((!first && !take(",")) || !match(item)) return false;
      first = false;
    }
    return take("]");
  }
  bool object(const JsonValue& value) {
    if (!take("{")) return false;
    const JsonValue::Member* before = nullptr;
    for (const JsonValue::Member& member : value.members()) {
      if (before != nullptr && (!sorts_before(before->first, member.first) || !take(","))) return false;
      if (!string(member.first) || !take(":") || !match(member.second)) return false;
      before = &member;
    }
    return take("}");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string number_;
};

}  // namespace

bool sorts_before(std::string_view name, std::string_view other) {
  const auto [left, right] = std::mismatch(name.begin(), name.end(), other.begin(), other.end());
  if (right == other.end()) return false;
  return left == name.end() || utf16_rank(*left) < utf16_rank(*right);
}

bool is_canonical_number(std::string_view token) {
  if (is_short_integer(token)) return true;
  const double value = to_double(token);
  if (!std::isfinite(value)) return false;
  std::string written;
  append_json_number(written, value);
  return written == token;
}

std::optional<std::size_t> match_canonical(const JsonValue& value, std::string_view text) {
  Matcher matcher(text);
  if (!matcher.match(value)) return std::nullopt;
  return matcher.consumed();
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto is_plain = [](char character) {
    return static_cast<unsigned char>(character) >= 0x20 && character != '"' && character != '\\';
  };
  out += '"';
  while (!text.empty()) {
    // Most texts have nothing to escape: whole runs are copied at once.
    const auto end = std::find_if_not(text.begin(), text.end(), is_plain);
    out.append(text.begin(), end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    if (text.empty()) break;
    const char character = text.front();
    text.remove_prefix(1);
    switch (character) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: {
        const auto byte = static_cast<unsigned char>(character);
        out += "\\u00";
        out += hex[byte >> 4U];
        out += hex[byte & 15U];
      }
    }
  }
  out += '"';
}

void append_json_number(std::string& out, double value) {
  if (value == 0) {  // also -0
    out += '0';
    return;
  }
  // The shortest digits that read back as the same binary64, as d.ddde±xx.
  std::array<char, 32> buffer{};
  const auto written =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
  std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  if (text.front() == '-') {
    out += '-';
    text.remove_prefix(1);
  }
  const std::size_t mark = text.find('e');
  int exponent = std::abs(std::atoi(std::string(text.substr(mark + 2)).c_str()));
  if (text[mark + 1] == '-') exponent = -exponent;
  std::string digits(text.substr(0, 1));
  if (mark > 2) digits += text.substr(2, mark - 2);
  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // ECMAScript's n: the value is 0.digits × 10^n
  if (count <= point && point <= 21) {
    out += digits;
    out.append(static_cast<std::size_t>(point - count), '0');
  } else if (0 < point && point <= 21) {
    out.append(digits, 0, static_cast<std::size_t>(point));
    out += '.';
    out.append(digits, static_cast<std::size_t>(point));
  } else if (-6 < point && point <= 0) {
    out += "0.";
    out.append(static_cast<std::size_t>(-point), '0');
    out += digits;
  } else {
    out += digits.front();
    if (count > 1) {
      out += '.';
      out.append(digits, 1);
    }
    out += 'e';
    out += exponent < 0 ? '-' : '+';
    out += std::to_string(std::abs(exponent));
  }
}

double to_double(std::string_view token) {
  if (is_short_integer(token)) {
    std::int64_t whole = 0;
    std::from_chars(token.data(), token.data() + token.size(), whole);
    return static_cast<double>(whole);
  }
  // strtod, not from_chars: the latter answers "out of range" for what rounds to 0, which is a valid number of value 0. The programs
  // never leave the "C" locale.
  return std::strtod(std::string(token).c_str(), nullptr);
}

void append_canonical(std::string& out, const JsonValue& value) {
  switch (value.kind()) {
    case JsonValue::Kind::null: out += "null"; break;
    case JsonValue::Kind::boolean: out += value.as_boolean() ? "true" : "false"; break;
    case JsonValue::Kind::number: append_number(out, value.text()); break;
    case JsonValue::Kind::string: append_json_string(out, value.text()); break;
    case JsonValue::Kind::array: {
      out += '[';
      bool first = true;
      for (const auto& item : value.items()) {
        if (!first) out += ',';
        first = false;
        append_canonical(out, item);
      }
      out += ']';
      break;
    }
    case JsonValue::Kind::object: append_object(out, value); break;
  }
}

std::string canonical(const JsonValue& value) {
  std::string out;
  append_canonical(out, value);
  return out;
}

}  // namespace hengping
