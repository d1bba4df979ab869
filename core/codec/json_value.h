// A JSON value as it was written: numbers keep their digits, so money stays exact (semantics §1).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hengping {

class JsonValue {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
  using Member = std::pair<std::string, JsonValue>;

  JsonValue() = default;
  [[nodiscard]] static JsonValue boolean(bool value);
  [[nodiscard]] static JsonValue number(std::string digits);  ///< a JSON number token
  [[nodiscard]] static JsonValue number(std::int64_t value);
  [[nodiscard]] static JsonValue string(std::string text);
  [[nodiscard]] static JsonValue array(std::vector<JsonValue> items = {});
  [[nodiscard]] static JsonValue object(std::vector<Member> members = {});

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is(Kind kind) const { return kind_ == kind; }
  [[nodiscard]] bool as_boolean() const { return boolean_; }
  /// A string's text, or a number's token as written.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<JsonValue>& items() const { return items_; }
  [[nodiscard]] std::vector<JsonValue>& items() { return items_; }
  /// In the order written; keys are unique.
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }
  [[nodiscard]] std::vector<Member>& members() { return members_; }
  /// The member of that name, or null.
  [[nodiscard]] const JsonValue* find(std::string_view key) const {
    for (const Member& member : members_) {
      if (member.first == key) return &member.second;
    }
    return nullptr;
  }
  /// Sets or adds a member. Returns this, to be chained.
  JsonValue& set(std::string key, JsonValue value);
  /// Becomes an empty object or array, null, or a string or number of that text; keeps the memory of its text.
  void become(Kind kind, std::string_view text) {
    kind_ = kind;
    text_.assign(text);
  }
  /// Becomes a string whose text is yet to be written.
  std::string& become_string() {
    kind_ = Kind::string;
    return text_;
  }

 private:
  Kind kind_ = Kind::null;
  bool boolean_ = false;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<Member> members_;
};

}  // namespace hengping
