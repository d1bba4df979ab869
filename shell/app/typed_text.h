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

/// A date as `YYYY-MM-DD`, if it was typed year first and names a day that there is: "20250102", "2025.1.2", "２０２５／１／２", "2025年1月2日".
/// Anything else comes back as it was typed.
[[nodiscard]] std::string typed_date(std::string_view typed);

/// A code: full-width forms made narrow, spaces left out, letters as capitals.
[[nodiscard]] std::string plain_code(std::string_view typed);

}  // namespace hengping::shell
