// Small pieces that every answer in JSON is made of.
#pragma once

#include <string>
#include <string_view>

#include "core/base/bilingual.h"
#include "core/codec/json_value.h"

namespace hengping {

[[nodiscard]] inline JsonValue json_string(std::string_view text) { return JsonValue::string(std::string(text)); }

/// `{"zh", "en"}`
[[nodiscard]] inline JsonValue bilingual_json(const Bilingual& words) {
  JsonValue json = JsonValue::object();
  json.set("zh", JsonValue::string(words.zh)).set("en", JsonValue::string(words.en));
  return json;
}

/// What `write` makes of each.
template <class Items, class Write>
[[nodiscard]] JsonValue list_json(const Items& items, Write write) {
  JsonValue json = JsonValue::array();
  json.items().reserve(items.size());
  for (const auto& item : items) json.items().push_back(write(item));
  return json;
}

}  // namespace hengping
