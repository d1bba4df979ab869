// Small helpers for text from outside.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hengping {

/// Number of characters (Unicode code points) in valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view utf8);

/// 1 to 9 ASCII digits as a number; nothing if there is anything else.
[[nodiscard]] std::optional<int> parse_digits(std::string_view text);

/// An identifier of semantics §1: 1–64 of A-Z a-z 0-9 . _ -
[[nodiscard]] bool is_identifier(std::string_view text);

/// A rating period of semantics §1: `YYYY-MM`, `YYYY-Qn` or `final`.
[[nodiscard]] bool is_period(std::string_view text);

}  // namespace hengping
