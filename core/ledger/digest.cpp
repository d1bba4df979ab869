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

std::string_view view_of(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

void write_hex(std::string_view bytes, char* out) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    *out++ = digits[byte >> 4U];
    *out++ = digits[byte & 15U];
  }
}

constexpr std::uint8_t no_digit = 16;

constexpr std::array<std::uint8_t, 256> values_of_digits() {
  std::array<std::uint8_t, 256> table{};
  for (std::uint8_t& value : table) value = no_digit;
  for (std::uint8_t i = 0; i < 10; ++i) table.at(std::size_t{'0'} + i) = i;
  for (std::uint8_t i = 10; i < 16; ++i) table.at(std::size_t{'a'} + i - 10) = i;
  return table;
}

/// Fills `out` from twice as many digits; whether there are just so many, and nothing else.
template <class Bytes>
bool read_hex(std::string_view digits, Bytes& out) {
  static constexpr std::array<std::uint8_t, 256> values = values_of_digits();
  if (digits.size() != 2 * out.size()) return false;
  unsigned seen = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const unsigned high = values.at(static_cast<unsigned char>(digits[2 * i]));
    const unsigned low = values.at(static_cast<unsigned char>(digits[2 * i + 1]));
    seen |= high | low;
    out[i] = static_cast<typename Bytes::value_type>((high << 4U | low) & 0xFFU);
  }
  return seen < no_digit;
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
  std::string out(2 * bytes.size(), '\0');
  write_hex(bytes, out.data());
  return out;
}

std::string to_hex(const Hash& hash) { return to_hex(view_of(hash)); }

HexHash hex_of(const Hash& hash) {
  HexHash out{};
  write_hex(view_of(hash), out.data());
  return out;
}

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char digit) {
           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
         });
}

std::optional<std::string> from_hex(std::string_view digits, std::size_t bytes) {
  std::string out(bytes, '\0');
  if (!read_hex(digits, out)) return std::nullopt;
  return out;
}

std::optional<Hash> hash_from_hex(std::string_view digits) {
  Hash hash{};
  if (!read_hex(digits, hash)) return std::nullopt;
  return hash;
}

}  // namespace hengping
