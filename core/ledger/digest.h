// The hash that names records: SHA-256 (FIPS 180-4), by libsodium.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace hengping {

/// A SHA-256 digest.
using Hash = std::array<std::uint8_t, 32>;

/// For hash tables: a digest is evenly spread already.
struct HashOfHash {
  std::size_t operator()(const Hash& hash) const {
    std::size_t value = 0;
    std::memcpy(&value, hash.data(), sizeof value);
    return value;
  }
};

/// Hashes bytes that come in parts.
class Sha256 {
 public:
  Sha256();
  Sha256& add(std::string_view bytes);
  Sha256& add(const Hash& hash);
  [[nodiscard]] Hash finish();

 private:
  // libsodium's state, whose header stays out of ours.
  alignas(std::uint64_t) std::array<std::byte, 104> state_;
};

[[nodiscard]] Hash sha256(std::string_view bytes);
/// SHA-256 of the bytes as 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// Lower-case hex digits, two a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);
[[nodiscard]] std::string to_hex(const Hash& hash);
/// The same without a string.
using HexHash = std::array<char, 64>;
[[nodiscard]] HexHash hex_of(const Hash& hash);
/// The bytes that these digits write; nothing if they are not `2 × bytes` lower-case hex digits.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view digits, std::size_t bytes);
[[nodiscard]] std::optional<Hash> hash_from_hex(std::string_view digits);
/// Whether the text is this many lower-case hex digits.
[[nodiscard]] bool is_hex(std::string_view text, std::size_t digits);

}  // namespace hengping
