#include <catch2/catch_test_macros.hpp>

#include "core/facts/read_fact.h"
#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

namespace {

struct Case {
  explicit Case(std::vector<std::string> ratings) {
    std::string text =
        R"({"format":"hengping.facts","version":1,"facts":[)" + provider_p1 + "," + enterprise_e1 + "," + engagement_c1;
    for (const auto& one : ratings) text += "," + one;
    Intake intake = ledger.examine(text + "]}", default_policy());
    REQUIRE(faults_of(intake.faults()).empty());
    ledger.take(std::move(intake), author(bureau_device(), "2026-01-01T00:00:00Z"));
  }
  GroundVerdict on(std::string_view date, const Policy& policy = default_policy()) const {
    const State state = fold(ledger.sequence(), day(date));
    return evaluate(state, policy, day(date)).providers.at(0).grounds.at(1);
  }
  Ledger ledger;
};

std::vector<std::string> unsatisfied(int count) {
  std::vector<std::string> out;
  for (int i = 1; i <= count; ++i) out.push_back(rating("2025-0" + std::to_string(i), "unsatisfied"));
  return out;
}

}  // namespace

TEST_CASE("Article 9(2): four unsatisfied ratings do not meet the ground, five do") {
  const auto four = Case(unsatisfied(4)).on("2025-12-31");
  CHECK_FALSE(four.met);
  CHECK(four.count == 4);
  CHECK(four.limit == 5);
  CHECK(four.explanation.zh.find("再有1次“不满意”即达到第九条（二）") != std::string::npos);
  const auto five = Case(unsatisfied(5)).on("2025-12-31");
  CHECK(five.met);
  CHECK(five.count == 5);
  CHECK(five.refs == std::vector<std::string>{"C1@2025-01", "C1@2025-02", "C1@2025-03", "C1@2025-04", "C1@2025-05"});
  CHECK(five.explanation.zh.find("已达到第九条（二）") != std::string::npos);
  CHECK(five.explanation.en.find("Article 9(2)") != std::string::npos);
}

TEST_CASE("Article 9(2): only facts up to the day count, the day itself included") {
  auto ratings = unsatisfied(4);
  ratings.push_back(rating("2025-09", "unsatisfied", "2025-09-30"));
  const Case city(ratings);
  CHECK_FALSE(city.on("2025-09-29").met);
  CHECK(city.on("2025-09-30").met);
  CHECK(city.on("2024-12-01").count == 0);
}

TEST_CASE("Article 9(2): of one contract and period the last rating counts") {
  auto ratings = unsatisfied(5);
  ratings.push_back(rating("2025-05", "basically_satisfied", "2025-07-01"));
  const auto verdict = Case(ratings).on("2025-12-31");
  CHECK(verdict.count == 4);
  CHECK(verdict.explanation.zh.find("C1@2025-05，其后已另行评价") != std::string::npos);
  ratings.push_back(rating("2025-05", "unsatisfied", "2025-07-02"));
  CHECK(Case(ratings).on("2025-12-31").count == 5);
}

TEST_CASE("Article 9(2): a rating stated twice in one period counts once") {
  CHECK(
      Case({rating("2025-01", "unsatisfied"), rating("2025-01", "unsatisfied", "2025-07-01")}).on("2025-12-31").count ==
      1);
}

TEST_CASE("Article 9(2): a withdrawn rating does not count until one is given again") {
  auto ratings = unsatisfied(5);
  ratings.push_back(withdrawal("2025-03", "2025-07-01"));
  const Case city(ratings);
  CHECK(city.on("2025-06-30").met);
  const auto verdict = city.on("2025-07-01");
  CHECK(verdict.count == 4);
  CHECK(verdict.explanation.zh.find("C1@2025-03，评价已撤回") != std::string::npos);
  ratings.push_back(rating("2025-03", "unsatisfied", "2025-07-01"));
  CHECK(Case(ratings).on("2025-07-01").count == 5);
}

TEST_CASE("Article 9(2): on one day the place in the file decides") {
  CHECK(Case({withdrawal("2025-01", "2025-06-30"), rating("2025-01", "unsatisfied")}).on("2025-12-31").count == 1);
  CHECK(Case({rating("2025-01", "unsatisfied"), withdrawal("2025-01", "2025-06-30")}).on("2025-12-31").count == 0);
}

TEST_CASE("Article 9(2): facts need not be sorted") {
  const auto verdict =
      Case({withdrawal("2025-01", "2025-07-01"), rating("2025-01", "unsatisfied", "2025-06-01")}).on("2025-12-31");
  CHECK(verdict.count == 0);
}

TEST_CASE("Article 9(2): month, quarter and final are periods of their own, and other ratings do not count") {
  const auto verdict =
      Case({rating("2025-01", "unsatisfied"), rating("2025-Q1", "unsatisfied"), rating("final", "unsatisfied"),
            rating("2025-02", "satisfied"), rating("2025-03", "basically_satisfied")})
          .on("2025-12-31");
  CHECK(verdict.count == 3);
  CHECK(verdict.refs == std::vector<std::string>{"C1@2025-01", "C1@2025-Q1", "C1@final"});
}

TEST_CASE("Article 9(2): the ratings of all contracts of the provider count together") {
  const std::string second = replaced(engagement_c1, "\"C1\"", "\"A1\"");
  const auto verdict =
      Case({second, rating("2025-01", "unsatisfied"), rating("2025-01", "unsatisfied", "2025-06-30", "A1")})
          .on("2025-12-31");
  CHECK(verdict.count == 2);
  CHECK(verdict.refs == std::vector<std::string>{"A1@2025-01", "C1@2025-01"});
}

TEST_CASE("Article 9(2): the limit is the policy's") {
  Policy policy = default_policy();
  policy.parameters.unsatisfied_limit = 3;
  CHECK(Case(unsatisfied(3)).on("2025-12-31", policy).met);
  CHECK_FALSE(Case(unsatisfied(2)).on("2025-12-31", policy).met);
}

TEST_CASE("Article 9(2): an explanation names at most twenty records; refs hold all") {
  std::vector<std::string> ratings;
  for (int year = 2023; year <= 2025; ++year) {
    for (int month = 1; month <= 12; ++month) {
      ratings.push_back(
          rating(std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month), "unsatisfied"));
    }
  }
  const auto verdict = Case(ratings).on("2025-12-31");
  CHECK(verdict.refs.size() == 36);
  CHECK(verdict.explanation.zh.find("等，共36项") != std::string::npos);
  CHECK(verdict.explanation.zh.find("C1@2024-09") == std::string::npos);
}
