#include <catch2/catch_test_macros.hpp>

#include "tests/core/ledger/worlds.h"

using namespace hengping::test;

TEST_CASE("Convergence: a thousand worlds") {
  for (std::uint32_t seed = 1000; seed < 2000; ++seed) World(seed).run(60);
}
