#include "core/ledger/irregularities.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/instant.h"
#include "tests/core/facts_text.h"
#include "tests/core/ledger/keepers.h"

using namespace hengping;
using namespace hengping::test;

using Told = std::vector<std::string>;

namespace {

/// "kind device's name number at [seen at]"
Told told(const Ledger& ledger) {
  Told out;
  for (const Irregularity& one : find_irregularities(ledger)) {
    out.push_back(std::string(irregularity_name(one.kind)) + " " + one.device_name + " " +
                  std::to_string(one.sequence) + " " + one.at + (one.other_at.empty() ? "" : " " + one.other_at));
  }
  return out;
}

}  // namespace

TEST_CASE("Irregularities: of an ordinary ledger there is nothing to tell") {
  Keeper one(1);
  one.take({provider_p1});
  Keeper other(2);
  other.receive(one);
  other.at = "2026-01-02T03:00:00Z";  // four minutes behind
  other.take({award("甲")});
  CHECK(told(other.ledger).empty());
  CHECK(find_irregularities(Ledger()).empty());
}

TEST_CASE("Irregularities: a clock that was set back is told once, with the first record that shows it") {
  Keeper keeper(1);
  keeper.at = "2026-01-02T08:00:00Z";
  keeper.take({provider_p1});
  keeper.at = "2026-01-02T08:00:00.250Z";  // the same second, written otherwise
  keeper.take({award("甲")});
  keeper.at = "2026-01-02T08:00:00Z";
  keeper.take({award("乙")});
  CHECK(told(keeper.ledger).empty());
  keeper.at = "2026-01-01T08:00:00Z";
  keeper.take({award("丙")});
  keeper.at = "2025-01-01T08:00:00Z";
  keeper.take({award("丁")});
  CHECK(told(keeper.ledger) == Told{"clock_back 设备1 4 2026-01-01T08:00:00Z"});
  CHECK(keeper.ledger.sequence().facts.size() == 5);  // no harm is done
}

TEST_CASE(
    "Irregularities: a clock that ran ahead is told when another device has seen its record earlier than it claims") {
  Keeper fast(1);
  fast.at = "2026-02-01T00:00:00Z";
  fast.take({provider_p1});
  fast.at = "2026-02-03T00:00:00Z";
  fast.take({award("甲")});
  Keeper other(2);
  other.receive(fast);
  other.at = "2026-01-31T23:50:00Z";
  other.take({award("乙")});
  CHECK(told(other.ledger) == Told{"clock_ahead 设备1 2 2026-02-03T00:00:00Z 2026-01-31T23:50:00Z"});
  // The order of the facts rests on what was seen, not on clocks.
  std::vector<std::string> titles;
  for (const Fact* one : other.ledger.sequence().facts) {
    if (const auto* given = body_as<AwardGiven>(one->body)) titles.push_back(given->title);
  }
  CHECK(titles == Told{"甲", "乙"});
}

TEST_CASE("Irregularities: five minutes between two clocks are nothing") {
  for (const auto& [seen_at, count] : {std::pair("2026-01-02T03:00:00Z", 0U), std::pair("2026-01-02T02:59:59Z", 1U)}) {
    Keeper one(1);
    one.at = "2026-01-02T03:05:00Z";
    one.take({provider_p1});
    Keeper other(2);
    other.receive(one);
    other.at = seen_at;
    other.take({award("甲")});
    CHECK(told(other.ledger).size() == count);
  }
}

TEST_CASE("Irregularities: a feed that nobody signs is told once") {
  Ledger ledger;
  Intake intake = ledger.examine(facts_file({provider_p1, enterprise_e1}), default_policy());
  ledger.take(std::move(intake), author(bureau_device()));
  CHECK(told(ledger) == Told{"unsigned_feed 市工信局 1 2026-01-02T03:04:05Z"});
}

TEST_CASE("Irregularities: of a fork each branch but one is told, in the same words whatever came first") {
  Keeper first(1);
  first.take({provider_p1});
  std::vector<Keeper> copies;
  for (const char* salts : {"2", "3", "4"}) {
    Keeper& copy = copies.emplace_back(first, salts);
    copy.at = "2026-01-1" + std::string(salts) + "T00:00:00Z";
    copy.take({award(salts)});
    copy.take({award("更多")});
  }
  Told expected;
  std::vector<std::size_t> order = {0, 1, 2};
  do {
    Ledger ledger;
    for (const std::size_t i : order) {
      Intake intake = ledger.examine(copies[i].bundle(), default_policy());
      REQUIRE(intake.ok());
      ledger.merge(std::move(intake));
    }
    const Told now = told(ledger);
    if (expected.empty()) expected = now;
    CHECK(now == expected);
    CHECK(now.size() == 2);
    for (const std::string& one : now) CHECK(one.starts_with("fork 设备1 2 "));
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("Instants: their form, their seconds and their civil day") {
  CHECK(is_instant("2026-11-23T05:31:08Z"));
  CHECK(is_instant("2026-11-23T05:31:08.120Z"));
  for (const char* text : {"", "2026-11-23", "2026-11-23T05:31:08", "2026-11-23T05:31:08.12Z", "2026-11-23 05:31:08Z",
                           "2026-11-23T05:31:08z", "2026-11-23T05:31:0:Z"}) {
    CHECK_FALSE(is_instant(text));
    CHECK(seconds_of(text) == 0);
  }
  CHECK(seconds_of("1970-01-02T01:01:01Z") == 24 * 3600 + 3661);
  CHECK(seconds_of("2026-02-30T00:00:00Z") == 0);
  CHECK(day_of("2026-01-01T15:59:59Z") == day("2026-01-01"));
  CHECK(day_of("2026-01-01T16:00:00Z") == day("2026-01-02"));  // midnight in Shanghai
}
