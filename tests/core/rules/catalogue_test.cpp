#include "core/rules/catalogue.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/codec/json_reader.h"
#include "core/facts/kinds.h"
#include "core/rules/rule.h"
#include "hengping/embedded_policy.gen.h"
#include "tests/core/support.h"

using namespace hengping;

namespace {

std::set<std::string> all_of(std::vector<std::string_view> (Rule::*member)() const) {
  std::set<std::string> names;
  for (const Rule& rule : catalogue()) {
    for (const std::string_view name : (rule.*member)()) names.emplace(name);
  }
  return names;
}

}  // namespace

TEST_CASE(
    "Catalogue: every item of Articles 5, 7 and 9 has its rule, Articles 6, 8 and 10 theirs, each with words of its "
    "own") {
  std::vector<std::string> articles;
  std::set<std::string> zh;
  std::set<std::string> en;
  for (const Rule& rule : catalogue()) {
    articles.emplace_back(rule.article());
    zh.insert(rule.words().zh);
    en.insert(rule.words().en);
    CHECK_FALSE(rule.records().empty());
  }
  CHECK(articles == std::vector<std::string>{"5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "6",
                                             "7.1", "7.2", "7.3", "7.4", "7.5", "7",   "8",   "9.1",
                                             "9.2", "9.3", "9.4", "9.5", "9.6", "9",   "10"});
  CHECK(zh.size() + 1 == articles.size());  // 9.4 and 9.5 say the same
  CHECK(en.size() + 1 == articles.size());
  for (const GroundRule& ground : ground_rules())
    CHECK(std::find(articles.begin(), articles.end(), ground.article) != articles.end());
}

TEST_CASE("Catalogue: every kind of record that a rule reads exists, and what no rule reads is known") {
  std::set<std::string> unread;
  for (const KindRow& kind : kinds()) unread.emplace(kind.name);
  for (const std::string& record : all_of(&Rule::records)) {
    INFO(record);
    CHECK(unread.erase(record) == 1);
  }
  CHECK(unread == std::set<std::string>{"enterprise.registered", "enterprise.removed", "inspection.conducted",
                                        "policy.adopted", "provider.corrected"});
}

TEST_CASE("Catalogue: every parameter of the policy is some rule's, and no rule takes one that is not there") {
  FaultList faults;
  const auto document = read_json(changchun_1_json, faults);
  REQUIRE(document);
  std::set<std::string> unused{"score_card"};
  for (const auto& [name, value] : document->find("parameters")->members()) unused.insert(name);
  for (const std::string& parameter : all_of(&Rule::parameters)) {
    INFO(parameter);
    CHECK(unused.erase(parameter) == 1);
  }
  CHECK(unused.empty());
}
