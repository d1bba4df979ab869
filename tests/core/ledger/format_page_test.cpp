// The worked example of core/ledger/FORMAT.md is what the code writes.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

TEST_CASE("Format page: its example is the record that the ledger writes, with its hash") {
  std::ifstream file(HENGPING_SOURCE_DIR "/core/ledger/FORMAT.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  REQUIRE_FALSE(page.empty());
  Ledger ledger;
  Intake intake = ledger.examine(facts_file({enterprise_e1}), default_policy());
  REQUIRE(intake.ok());
  ledger.take(std::move(intake), author(bureau_device(), "2026-01-02T03:04:05Z"));
  CHECK(page.find("\n" + ledger.records()[0].bytes + "\n") != std::string::npos);
  CHECK(page.find("\n" + ledger.records()[0].hash_text() + "\n") != std::string::npos);
}
