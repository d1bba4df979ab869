#include <catch2/catch_test_macros.hpp>

#include "core/policy/policy.h"
#include "hengping/embedded_policy.gen.h"
#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

TEST_CASE("Policy: the one that ships has all twelve articles with their items, and the defaults of the measures") {
  const Policy& policy = default_policy();
  CHECK(policy.id == "changchun");
  CHECK(policy.version == 1);
  for (int article = 1; article <= 12; ++article) {
    INFO(article);
    CHECK(policy.article(std::to_string(article)) != nullptr);
  }
  const std::pair<const char*, int> items[] = {{"5", 7}, {"6", 6}, {"7", 5}, {"9", 6}};
  for (const auto& [article, count] : items) {
    for (int item = 1; item <= count; ++item) CHECK(policy.article(article + ("." + std::to_string(item))) != nullptr);
    CHECK(policy.article(article + ("." + std::to_string(count + 1))) == nullptr);
  }
  CHECK(policy.article("9.2")->text == "试点企业对服务商满意度评价“不满意”次数达到5次的；");
  const Parameters& parameters = policy.parameters;
  CHECK(parameters.rectification_days == 30);
  CHECK(parameters.rectification_limit == 2);
  CHECK(parameters.unsatisfied_limit == 5);
  CHECK(parameters.progress_lag_points == 20);
  CHECK(parameters.change_report_days == 30);
  CHECK_FALSE(parameters.no_response_is_refusal);
  CHECK_FALSE(parameters.replacement_after_late_completion);
  CHECK(parameters.counters_restart_on_reinstatement);
  CHECK(parameters.required_level == 2);
  CHECK(parameters.appeal_days == 15);
  CHECK(parameters.reply_days == 5);
}

TEST_CASE("Policy: a document at fault is refused with its places") {
  const std::string good(changchun_1_json);
  const auto faults = [&](std::string_view from, std::string_view to) {
    FaultList list;
    CHECK_FALSE(read_policy(replaced(good, from, to), list));
    return faults_of(list);
  };
  using Faults = std::vector<std::string>;
  CHECK(faults("\"unsatisfied_limit\": 5", "\"unsatisfied_limit\": 0") ==
        Faults{"/parameters/unsatisfied_limit policy.number"});
  CHECK(faults("\"unsatisfied_limit\": 5", "\"unsatisfied_limit\": \"5\"") ==
        Faults{"/parameters/unsatisfied_limit policy.number"});
  CHECK(faults("\"unsatisfied_limit\": 5,", "") == Faults{"/parameters/unsatisfied_limit policy.number"});
  CHECK(faults("\"no_response_is_refusal\": false,", "") == Faults{"/parameters/no_response_is_refusal field.missing"});
  CHECK(faults("hengping.policy", "hengping.facts") == Faults{"/format policy.format"});
  CHECK(faults("\"id\"", "\"name\"") == Faults{"/id field.missing", "/name field.unknown"});
  CHECK(faults("{", "") == Faults{" json.syntax"});
}

TEST_CASE("Articles are named as the measures number them") {
  CHECK(article_name("9.2").zh == "第九条（二）");
  CHECK(article_name("9.2").en == "Article 9(2)");
  CHECK(article_name("12").zh == "第十二条");
  CHECK(article_name("10").zh == "第十条");
  CHECK(article_name("5.7").zh == "第五条（七）");
  CHECK(article_name("21").zh == "第二十一条");
}
