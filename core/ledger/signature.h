// Signatures of devices: Ed25519 (RFC 8032), by libsodium. Keys are handed in; none is made here, for the core knows no chance.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hengping {

inline constexpr std::size_t seed_bytes = 32;
inline constexpr std::size_t public_key_bytes = 32;
inline constexpr std::size_t signature_bytes = 64;

/// The public key that belongs to a private seed of 32 bytes (RFC 8032 §5.1.5).
[[nodiscard]] std::string public_key_of(std::string_view seed);
/// The signature, 64 bytes; the same for the same seed and message.
[[nodiscard]] std::string sign(std::string_view message, std::string_view seed);
/// Whether this is the key's signature of the message. Keys and signatures of another length are none.
[[nodiscard]] bool verify_signature(std::string_view message, std::string_view signature, std::string_view public_key);

}  // namespace hengping
