#include "core/ledger/signature.h"

#include <sodium/crypto_sign_ed25519.h>

#include <array>
#include <cstdlib>

namespace hengping {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

struct KeyPair {
  std::array<unsigned char, crypto_sign_ed25519_PUBLICKEYBYTES> public_key{};
  std::array<unsigned char, crypto_sign_ed25519_SECRETKEYBYTES> secret_key{};
};

KeyPair pair_of(std::string_view seed) {
  static_assert(seed_bytes == crypto_sign_ed25519_SEEDBYTES);
  if (seed.size() != seed_bytes) std::abort();  // whoever hands in a key has checked it
  KeyPair pair;
  crypto_sign_ed25519_seed_keypair(pair.public_key.data(), pair.secret_key.data(), bytes_of(seed));
  return pair;
}

}  // namespace

std::string public_key_of(std::string_view seed) {
  const KeyPair pair = pair_of(seed);
  return {reinterpret_cast<const char*>(pair.public_key.data()), pair.public_key.size()};
}

std::string sign(std::string_view message, std::string_view seed) {
  const KeyPair pair = pair_of(seed);
  std::array<unsigned char, signature_bytes> signature{};
  static_assert(signature_bytes == crypto_sign_ed25519_BYTES);
  crypto_sign_ed25519_detached(signature.data(), nullptr, bytes_of(message), message.size(), pair.secret_key.data());
  return {reinterpret_cast<const char*>(signature.data()), signature.size()};
}

bool verify_signature(std::string_view message, std::string_view signature, std::string_view public_key) {
  if (signature.size() != signature_bytes || public_key.size() != public_key_bytes) return false;
  return crypto_sign_ed25519_verify_detached(bytes_of(signature), bytes_of(message), message.size(),
                                             bytes_of(public_key)) == 0;
}

}  // namespace hengping
