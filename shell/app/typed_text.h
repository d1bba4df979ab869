// What people type, tidied where its meaning is not in doubt.
#pragma once

#include <string>
#include <string_view>

namespace hengping::shell {

/// Without white space (also the ideographic space) at either end.
[[nodiscard]] std::string trimmed(std::string_view typed);

/// Full-width ASCII (U+FF01–FF5E) and the ideographic space as their narrow twins.
[[nodiscard]] std::string narrow(std::string_view text);
/// The same, added to `out`.
void append_narrow(std::string& out, std::string_view text);

/// A number or an amount: full-width forms made narrow, spaces and thousands separators left out. "１，２００．5" gives "1200.5".
[[nodiscard]] std::string plain_digits(std::string_view typed);

/// A code: full-width forms made narrow, spaces left out, letters as capitals.
[[nodiscard]] std::string plain_code(std::string_view typed);

}  // namespace hengping::shell
