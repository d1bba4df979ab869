#include "core/ledger/signature.h"

#include <catch2/catch_test_macros.hpp>

#include "core/ledger/digest.h"
#include "core/ledger/head.h"
#include "tests/core/ledger/keepers.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string bytes(std::string_view digits) { return from_hex(digits, digits.size() / 2).value(); }

struct Vector {
  const char* seed;
  const char* key;
  const char* message;
  const char* signature;
};

// RFC 8032 §7.1.
constexpr Vector vectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246"
     "55141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb"
     "00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc"
     "027beceea1ec40a"},
    {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
     "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2"
     "a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad"
     "9bef1177331a704"},
};

}  // namespace

TEST_CASE("Signature: Ed25519 of the standard's examples") {
  for (const Vector& one : vectors) {
    const std::string message = bytes(one.message);
    CHECK(to_hex(public_key_of(bytes(one.seed))) == one.key);
    CHECK(to_hex(sign(message, bytes(one.seed))) == one.signature);
    CHECK(verify_signature(message, bytes(one.signature), bytes(one.key)));
  }
}

TEST_CASE("Signature: another message, key or signature, or one of another length, is none") {
  const Vector& one = vectors[2];
  const std::string message = bytes(one.message);
  const std::string signature = bytes(one.signature);
  const std::string key = bytes(one.key);
  CHECK_FALSE(verify_signature(message + " ", signature, key));
  CHECK_FALSE(verify_signature("", signature, key));
  CHECK_FALSE(verify_signature(message, signature, bytes(vectors[1].key)));
  for (std::size_t i = 0; i < signature.size(); ++i) {
    std::string altered = signature;
    altered[i] = static_cast<char>(altered[i] ^ 1);
    CHECK_FALSE(verify_signature(message, altered, key));
  }
  CHECK_FALSE(verify_signature(message, signature.substr(1), key));
  CHECK_FALSE(verify_signature(message, signature + "x", key));
  CHECK_FALSE(verify_signature(message, "", key));
  CHECK_FALSE(verify_signature(message, signature, key.substr(1)));
  // Keys of small order would verify anything.
  CHECK_FALSE(verify_signature(message, std::string(64, '\0'), std::string(32, '\0')));
  CHECK_FALSE(verify_signature(message, "\1" + std::string(63, '\0'), "\1" + std::string(31, '\0')));
  // s + L is the same number to who does not look: refused, or one head had several signatures.
  CHECK_FALSE(verify_signature(bytes("72"),
                               bytes("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                     "f52db7415978abc61b2c2eb6aeebfca0387b2eaeb4302aeeb00d291612bb0c10"),
                               bytes(vectors[1].key)));
}

TEST_CASE("Signature: a ledger keeps one that is the device's over its last record, and no other") {
  Keeper keeper(1);
  Intake intake = keeper.ledger.examine(facts_file({provider_p1, enterprise_e1}), default_policy());
  static_cast<void>(keeper.ledger.take(std::move(intake), keeper.author()));
  const auto head = keeper.ledger.head_to_sign(keeper.id());
  REQUIRE(head);
  CHECK(head->head.sequence == 2);
  CHECK(head->message == head_message(keeper.id(), head->head));
  CHECK_FALSE(keeper.ledger.accept_signature(*head, sign(head->message, keyed_device(2).seed)));
  CHECK_FALSE(keeper.ledger.accept_signature(*head, sign(head->message + " ", keeper.own.seed)));
  CHECK_FALSE(keeper.ledger.accept_signature(*head, ""));
  CHECK(keeper.ledger.head_to_sign(keeper.id()).has_value());
  CHECK(keeper.ledger.accept_signature(*head, sign(head->message, keeper.own.seed)));
  CHECK_FALSE(keeper.ledger.head_to_sign(keeper.id()).has_value());
  // A device without a key has nothing to sign, nor one that has stated nothing.
  CHECK_FALSE(keeper.ledger.head_to_sign(bureau_device().id).has_value());
  Ledger without;
  Intake more = without.examine(facts_file({provider_p1}), default_policy());
  without.take(std::move(more), author(bureau_device()));
  CHECK_FALSE(without.head_to_sign(bureau_device().id).has_value());
}

TEST_CASE("Signature: a signature that comes after more has been stated vouches for what it was made over") {
  Keeper keeper(1);
  keeper.take({provider_p1});
  Intake intake = keeper.ledger.examine(facts_file({enterprise_e1}), default_policy());
  static_cast<void>(keeper.ledger.take(std::move(intake), keeper.author()));
  const auto first = keeper.ledger.head_to_sign(keeper.id());
  REQUIRE(first);
  Intake more = keeper.ledger.examine(facts_file({engagement_c1}), default_policy());
  static_cast<void>(keeper.ledger.take(std::move(more), keeper.author()));
  CHECK(keeper.ledger.accept_signature(*first, sign(first->message, keeper.own.seed)));
  const auto second = keeper.ledger.head_to_sign(keeper.id());
  REQUIRE(second);
  CHECK(second->head.sequence == 3);
  CHECK(keeper.ledger.accept_signature(*second, sign(second->message, keeper.own.seed)));
  // An older one that is late takes nothing back.
  CHECK(keeper.ledger.accept_signature(*first, sign(first->message, keeper.own.seed)));
  CHECK(faults_of(keeper.bundle()).empty());
}

TEST_CASE("Signature: a bundle whose head another key has signed is refused") {
  Keeper keeper(1);
  keeper.take({provider_p1});
  const std::string bundle = keeper.bundle();
  const SignedHead& head = *keeper.ledger.feeds()[0].head;
  const std::string other = sign(head_message(keeper.id(), head.head), keyed_device(2).seed);
  CHECK(faults_of(replaced(bundle, to_hex(head.signature), to_hex(other))) ==
        std::vector<std::string>{"/feeds/0/head/signature bundle.signature_wrong"});
}
