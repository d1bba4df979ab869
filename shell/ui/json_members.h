// Writes the flat JSON that goes to the page in every frame, without building values first.
#pragma once

#include <array>
#include <charconv>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hengping::ui {

inline void append_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      out += '\\';
      out += character;
    } else if (byte < 0x20U) {
      out += "\\u00";
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    } else {
      out += character;
    }
  }
  out += '"';
}

/// Numbers must be finite: JSON has no others.
template <typename Number>
void append_json_number(std::string& out, Number number) {
  std::array<char, 48> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  out.append(buffer.data(), result.ptr);
}

/// One JSON object, member by member; members that say nothing (empty text, zero) are left out.
class JsonMembers {
 public:
  explicit JsonMembers(std::string& out) : out_(out) { out_ += '{'; }
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    name(key);
    append_json_text(out_, value);
  }
  template <typename Number>
  void number(std::string_view key, Number value) {
    if (value != Number{}) always(key, value);
  }
  template <typename Number>
  void always(std::string_view key, Number value) {
    name(key);
    append_json_number(out_, value);
  }
  void flag(std::string_view key, bool value) {
    if (!value) return;
    name(key);
    out_ += "true";
  }
  void list(std::string_view key, std::initializer_list<float> values) {
    name(key);
    char separator = '[';
    for (const float value : values) {
      out_ += separator;
      append_json_number(out_, value);
      separator = ',';
    }
    out_ += ']';
  }
  /// JSON text as it is.
  void raw(std::string_view key, std::string_view json) {
    name(key);
    out_ += json;
  }
  void close() { out_ += '}'; }

 private:
  void name(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_text(out_, key);
    out_ += ':';
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace hengping::ui
