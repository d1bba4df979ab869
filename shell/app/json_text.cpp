#include "shell/app/json_text.h"

#include "core/base/text.h"
#include "core/codec/canonical.h"

namespace hengping::shell {

void append_json(std::string& out, const JsonValue& value) {
  switch (value.kind()) {
    case JsonValue::Kind::null: out += "null"; return;
    case JsonValue::Kind::boolean: out += value.as_boolean() ? "true" : "false"; return;
    case JsonValue::Kind::number: out += value.text(); return;
    case JsonValue::Kind::string: append_json_string(out, value.text()); return;
    case JsonValue::Kind::array: {
      out += '[';
      bool first = true;
      for (const JsonValue& item : value.items()) {
        if (!first) out += ',';
        first = false;
        append_json(out, item);
      }
      out += ']';
      return;
    }
    case JsonValue::Kind::object: {
      out += '{';
      bool first = true;
      for (const auto& [key, member] : value.members()) {
        if (!first) out += ',';
        first = false;
        append_json_string(out, key);
        out += ':';
        append_json(out, member);
      }
      out += '}';
      return;
    }
  }
}

std::string json_text(const JsonValue& value) {
  std::string out;
  append_json(out, value);
  return out;
}

std::vector<std::string> pointer_tokens(std::string_view pointer) {
  std::vector<std::string> tokens;
  if (pointer.empty() || pointer.front() != '/') return tokens;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    const char c = pointer[i];
    if (c == '/') {
      tokens.emplace_back();
    } else if (c == '~' && i + 1 < pointer.size()) {
      ++i;
      tokens.back() += pointer[i] == '1' ? '/' : '~';
    } else {
      tokens.back() += c;
    }
  }
  return tokens;
}

const JsonValue& nearest(const JsonValue& root, const std::vector<std::string>& tokens, std::size_t first_token) {
  const JsonValue* at = &root;
  for (std::size_t i = first_token; i < tokens.size(); ++i) {
    const JsonValue* next = nullptr;
    if (at->is(JsonValue::Kind::object)) {
      next = at->find(tokens[i]);
    } else if (at->is(JsonValue::Kind::array)) {
      const auto index = parse_digits(tokens[i]);
      if (index && static_cast<std::size_t>(*index) < at->items().size())
        next = &at->items()[static_cast<std::size_t>(*index)];
    }
    if (next == nullptr) break;
    at = next;
  }
  return *at;
}

std::string excerpt(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  text += "…";
  return text;
}

}  // namespace hengping::shell
