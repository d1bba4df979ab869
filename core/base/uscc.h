// The unified social credit code (统一社会信用代码), GB 32100-2015.
#pragma once

#include <string_view>

namespace hengping {

/// The check character of the first 17 characters, or '\0' if one of them is not of the code's alphabet.
[[nodiscard]] char uscc_check_character(std::string_view first_17);

/// 18 characters of the code's alphabet (digits and capitals without I O S V Z) with the right check character.
[[nodiscard]] bool is_uscc(std::string_view text);

}  // namespace hengping
