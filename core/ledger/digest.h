// The hash that names records: SHA-256 (FIPS 180-4), by libsodium.
#pragma once

#include <string>
#include <string_view>

namespace hengping {

/// SHA-256 of the bytes as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace hengping
