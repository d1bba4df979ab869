#include "core/codec/json_value.h"

#include <algorithm>

namespace hengping {

JsonValue JsonValue::boolean(bool value) {
  JsonValue result;
  result.kind_ = Kind::boolean;
  result.boolean_ = value;
  return result;
}

JsonValue JsonValue::number(std::string digits) {
  JsonValue result;
  result.kind_ = Kind::number;
  result.text_ = std::move(digits);
  return result;
}

JsonValue JsonValue::number(std::int64_t value) { return number(std::to_string(value)); }

JsonValue JsonValue::string(std::string text) {
  JsonValue result;
  result.kind_ = Kind::string;
  result.text_ = std::move(text);
  return result;
}

JsonValue JsonValue::array(std::vector<JsonValue> items) {
  JsonValue result;
  result.kind_ = Kind::array;
  result.items_ = std::move(items);
  return result;
}

JsonValue JsonValue::object(std::vector<Member> members) {
  JsonValue result;
  result.kind_ = Kind::object;
  result.members_ = std::move(members);
  return result;
}

JsonValue& JsonValue::set(std::string key, JsonValue value) {
  const auto found =
      std::find_if(members_.begin(), members_.end(), [&key](const Member& member) { return member.first == key; });
  if (found == members_.end()) {
    members_.emplace_back(std::move(key), std::move(value));
  } else {
    found->second = std::move(value);
  }
  return *this;
}

}  // namespace hengping
