#include "core/ledger/digest.h"

#include <sodium/crypto_hash_sha256.h>

#include <algorithm>

namespace hengping {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  static_assert(sizeof(unsigned char) == sizeof(char));
  return reinterpret_cast<const unsigned char*>(text.data());
}

crypto_hash_sha256_state* state_in(std::array<std::byte, sizeof(crypto_hash_sha256_state)>& bytes) {
  static_assert(alignof(crypto_hash_sha256_state) <= alignof(std::uint64_t));
  return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());
}

std::uint8_t value_of_digit(char digit) {
  return static_cast<std::uint8_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

}  // namespace

Sha256::Sha256() { crypto_hash_sha256_init(state_in(state_)); }

Sha256& Sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(state_in(state_), bytes_of(bytes), bytes.size());
  return *this;
}

Sha256& Sha256::add(const Hash& hash) {
  crypto_hash_sha256_update(state_in(state_), hash.data(), hash.size());
  return *this;
}

Hash Sha256::finish() {
  Hash hash{};
  static_assert(sizeof hash == crypto_hash_sha256_BYTES);
  crypto_hash_sha256_final(state_in(state_), hash.data());
  return hash;
}

Hash sha256(std::string_view bytes) {
  Hash hash{};
  crypto_hash_sha256(hash.data(), bytes_of(bytes), bytes.size());
  return hash;
}

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256(bytes)); }

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::string to_hex(const Hash& hash) {
  return to_hex(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()));
}

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char digit) {
           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
         });
}

std::optional<std::string> from_hex(std::string_view digits, std::size_t bytes) {
  if (!is_hex(digits, 2 * bytes)) return std::nullopt;
  std::string out(bytes, '\0');
  for (std::size_t i = 0; i < bytes; ++i)
    out[i] = static_cast<char>(value_of_digit(digits[2 * i]) << 4U | value_of_digit(digits[2 * i + 1]));
  return out;
}

std::optional<Hash> hash_from_hex(std::string_view digits) {
  Hash hash{};
  if (!is_hex(digits, 2 * hash.size())) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i)
    hash[i] = static_cast<std::uint8_t>(value_of_digit(digits[2 * i]) << 4U | value_of_digit(digits[2 * i + 1]));
  return hash;
}

}  // namespace hengping
