// Canonical JSON: the JSON Canonicalization Scheme of RFC 8785. What is hashed is written by this, once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/codec/json_value.h"

namespace hengping {

/// Members sorted by UTF-16 code units, no white space, numbers as ECMAScript writes a binary64.
void append_canonical(std::string& out, const JsonValue& value);
[[nodiscard]] std::string canonical(const JsonValue& value);

/// A string literal with RFC 8785's escapes.
void append_json_string(std::string& out, std::string_view text);

/// A finite binary64 as ECMAScript's Number::toString writes it.
void append_json_number(std::string& out, double value);

/// Whether these bytes are a number, written so.
[[nodiscard]] bool is_canonical_number(std::string_view token);

/// Whether a member of the one name stands before one of the other: by UTF-16 code units.
[[nodiscard]] bool sorts_before(std::string_view name, std::string_view other);

/// The binary64 nearest to a JSON number token.
[[nodiscard]] double to_double(std::string_view token);

/// How many bytes at the beginning of `text` are the canonical form of `value`; nothing if they are not. Writes nothing, so that the form of
/// many records can be checked.
[[nodiscard]] std::optional<std::size_t> match_canonical(const JsonValue& value, std::string_view text);

}  // namespace hengping
