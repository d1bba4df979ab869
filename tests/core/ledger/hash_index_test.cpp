#include "core/ledger/hash_index.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

using namespace hengping;

TEST_CASE("Hash index: finds what a map finds, whatever was put in and taken out, also where hashes begin alike") {
  std::vector<Hash> hashes;
  for (int i = 0; i < 600; ++i) {
    hashes.push_back(sha256(std::to_string(i)));
    // A third begin alike and crowd in one place, a third begin with few values.
    if (i % 3 == 0) hashes.back()[0] = hashes.back()[1] = hashes.back()[2] = hashes.back()[3] = 0xFF;
    if (i % 3 == 1) hashes.back()[1] = hashes.back()[2] = hashes.back()[3] = 0;
  }
  const auto hash_of = [&hashes](std::uint32_t number) -> const Hash& { return hashes[number]; };
  HashIndex index;
  std::map<Hash, std::uint32_t> expected;
  std::uint32_t chance = 11;
  for (int step = 0; step < 20000; ++step) {
    chance = chance * 1664525U + 1013904223U;
    const std::uint32_t number = (chance >> 8U) % 600U;
    // Now more comes in than goes out, now the other way.
    if ((chance >> 4U) % 8U < (step / 2000 % 2 == 0 ? 6U : 2U)) {
      index.insert(hashes[number], number, hash_of);
      expected.emplace(hashes[number], number);
    } else {
      index.erase(hashes[number], number);
      expected.erase(hashes[number]);
    }
    const std::uint32_t asked = (chance >> 16U) % 600U;
    REQUIRE(index.find(hashes[asked], hash_of) == (expected.contains(hashes[asked]) ? asked : HashIndex::nowhere));
  }
  for (std::uint32_t number = 0; number < 600; ++number)
    CHECK(index.find(hashes[number], hash_of) == (expected.contains(hashes[number]) ? number : HashIndex::nowhere));
}

TEST_CASE("Hash index: the first number of a hash stays, and another's is not taken out for it") {
  const Hash hash = sha256("one");
  const std::vector<Hash> hashes = {hash, hash};
  const auto hash_of = [&hashes](std::uint32_t number) -> const Hash& { return hashes[number]; };
  HashIndex index;
  CHECK(index.find(hash, hash_of) == HashIndex::nowhere);
  index.erase(hash, 0);
  index.insert(hash, 0, hash_of);
  index.insert(hash, 1, hash_of);
  CHECK(index.find(hash, hash_of) == 0);
  index.erase(hash, 1);
  CHECK(index.find(hash, hash_of) == 0);
  index.erase(hash, 0);
  CHECK(index.find(hash, hash_of) == HashIndex::nowhere);
}
