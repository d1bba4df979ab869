// JSON values as text, and parts of them by pointer. Numbers keep the digits that they were written with: unlike core's canonical form, which is
// for hashing, this is for handing on what someone typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/codec/json_value.h"

namespace hengping::shell {

void append_json(std::string& out, const JsonValue& value);
[[nodiscard]] std::string json_text(const JsonValue& value);

/// The reference tokens of a JSON Pointer (RFC 6901), unescaped; none for "" and for what is no pointer.
[[nodiscard]] std::vector<std::string> pointer_tokens(std::string_view pointer);

/// The deepest existing value on the way of `tokens`: the one that they name, or the one that lacks the next of them.
[[nodiscard]] const JsonValue& nearest(const JsonValue& root, const std::vector<std::string>& tokens,
                                       std::size_t first_token);

/// At most `limit` bytes of the text, cut between characters and marked with an ellipsis if cut.
[[nodiscard]] std::string excerpt(std::string text, std::size_t limit);

}  // namespace hengping::shell
