// What takes minutes: run by `make fuzz`, not with every test.
#include <catch2/catch_test_macros.hpp>

#include "tests/core/ledger/alterations.h"

using namespace hengping;
using namespace hengping::test;

TEST_CASE("Altered: every byte to every other value") {
  const Keeper keeper = two_devices_and_a_fork();
  Alterations alterations(keeper);
  std::size_t complaints = 0;
  for (std::size_t at = 0; at < alterations.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      const auto complaint = alterations.try_out(at, static_cast<char>(byte));
      if (complaint && ++complaints < 20) FAIL_CHECK(*complaint);
    }
  }
  CHECK(complaints == 0);
  WARN(alterations.size() << " bytes, " << alterations.refused() << " changes refused");
}
