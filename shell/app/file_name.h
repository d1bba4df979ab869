// Names of files that are handed out: made of what users typed, safe on every system that they may reach.
#pragma once

#include <string>
#include <string_view>

namespace hengping::shell {

/// The longest name, in bytes of UTF-8; file systems end at 255, and some add to a name.
inline constexpr std::size_t longest_file_name = 200;

/// `name` as one plain file name: separators, what Windows refuses, controls and what turns the direction of text become '_'; no leading dot (hidden), no dot or
/// space at the end, no name of a device; cut in its stem at a whole character. Never empty. `name` is UTF-8; what is not becomes '_'.
[[nodiscard]] std::string safe_file_name(std::string_view name);

}  // namespace hengping::shell
