#include <catch2/catch_test_macros.hpp>

#include "core/assessment/recorded.h"
#include "core/codec/json_reader.h"
#include "tests/core/assessment/form.h"

using namespace hengping;
using namespace hengping::test;
using assessment::Agreement;
using assessment::RecordedCheck;

namespace {

RecordedCheck check_text(int level, std::optional<double> score, const std::string& answers) {
  FaultList faults;
  const auto value = read_json(answers, faults);
  return assessment::check_recorded(questionnaire(), level, score, &value.value());
}
RecordedCheck check_form(int level, std::optional<double> score, const Form& form) {
  return check_text(level, score, form.text());
}

/// 10 + 1.875 + 10 + 5.625 + 7 + 7 = 41.5 points, level 2.
Form level_two() {
  Form form;
  form.choose_all(false).all_scenes(2);
  form.choose("data_collection", "bcdefghijklmno").choose("management_mechanism", "b");
  form.choose("information_systems", "e").choose("funding", "d");
  form.choose("green_low_carbon", "c").choose("product_quality", "c");
  return form;
}

}  // namespace

TEST_CASE("Recorded self-assessment: level and score of its answers agree") {
  const RecordedCheck check = check_form(2, 41.5, level_two());
  CHECK(check.agreement == Agreement::agrees);
  CHECK(check.level == Agreement::agrees);
  CHECK(check.score == Agreement::agrees);
  REQUIRE(check.computed);
  CHECK(check.computed->points == points("41.5"));
  CHECK(check.explanation.zh == "记录与答卷一致：按答卷计算，得41.5分，等级：二级。");
}

TEST_CASE("Recorded self-assessment: without a score the level decides alone") {
  const RecordedCheck check = check_form(2, std::nullopt, level_two());
  CHECK(check.agreement == Agreement::agrees);
  CHECK_FALSE(check.score);
}

TEST_CASE("Recorded self-assessment: another level or another score differs") {
  const RecordedCheck level = check_form(3, 41.5, level_two());
  CHECK(level.agreement == Agreement::differs);
  CHECK(level.level == Agreement::differs);
  CHECK(level.score == Agreement::agrees);
  CHECK(level.explanation.en == "The record differs from its answers: computed from them, score 41.5, level: level 2.");
  for (const double score : {41.49, 41.51, 41.499999, 0.0}) {
    const RecordedCheck check = check_form(2, score, level_two());
    CHECK(check.agreement == Agreement::differs);
    CHECK(check.level == Agreement::agrees);
    CHECK(check.score == Agreement::differs);
  }
}

TEST_CASE("Recorded self-assessment: a score that binary cannot hold agrees when its decimal does") {
  Form form = level_two();
  form.choose("data_collection", "b");  // 0.7 instead of 10
  CHECK(check_form(1, 32.2, form).score == Agreement::agrees);
  CHECK(check_form(1, 32.2000001, form).score == Agreement::differs);
}

TEST_CASE("Recorded self-assessment: without answers, or with answers of another form, it cannot be told") {
  const RecordedCheck none = assessment::check_recorded(questionnaire(), 2, 41.5, nullptr);
  CHECK(none.agreement == Agreement::cannot_be_told);
  CHECK(none.score == Agreement::cannot_be_told);
  CHECK_FALSE(none.computed);
  CHECK(none.explanation.zh == "记录没有附答卷，无法比较。");
  for (const char* other : {"{}", R"({"q1":"yes"})", R"({"questionnaire":"miit-sme-digital-2022"})",
                            R"({"questionnaire":["miit-sme-digital-2024"]})"}) {
    const RecordedCheck check = check_text(2, 41.5, other);
    CHECK(check.agreement == Agreement::cannot_be_told);
    CHECK_FALSE(check.computed);
    CHECK(check.explanation.zh.find("不是《中小企业数字化水平评测指标（2024年版）》的格式") != std::string::npos);
  }
}

TEST_CASE("Recorded self-assessment: answers at fault cannot be told, and are no fault of the record") {
  Form form = level_two();
  form.json()["scenes"]["finance"] = 7;
  const RecordedCheck check = check_form(2, 41.5, form);
  CHECK(check.agreement == Agreement::cannot_be_told);
  CHECK_FALSE(check.computed);
  CHECK(check.explanation.zh == "答卷有1处错误，无法与记录比较。");
}

TEST_CASE("Recorded self-assessment: incomplete answers differ only from what cannot be reached any more") {
  Form form = level_two();
  form.json()["questions"].erase("network");  // 0 to 8 points more: 41.5 to 49.5, level 2 in any case
  const RecordedCheck within = check_form(2, 45.0, form);
  CHECK(within.agreement == Agreement::cannot_be_told);
  CHECK(within.level == Agreement::agrees);
  CHECK(within.score == Agreement::cannot_be_told);
  CHECK(within.explanation.zh == "答卷不完整，尚不能判断记录与答卷是否一致：按答卷计算，得41.5至49.5分，等级：二级。");
  CHECK(check_form(2, std::nullopt, form).agreement == Agreement::agrees);
  CHECK(check_form(2, 41.4, form).agreement == Agreement::differs);
  CHECK(check_form(2, 49.5, form).agreement == Agreement::cannot_be_told);
  CHECK(check_form(2, 49.6, form).agreement == Agreement::differs);
  CHECK(check_form(3, std::nullopt, form).agreement == Agreement::differs);

  form.json()["questions"].erase("information_systems");  // 31.5 to 49.5: level 1 or 2
  CHECK(check_form(0, std::nullopt, form).agreement == Agreement::differs);
  CHECK(check_form(0, std::nullopt, form).explanation.zh ==
        "记录与答卷不一致：按答卷计算，得31.5至49.5分，等级：一级至二级。");
  CHECK(check_form(1, std::nullopt, form).agreement == Agreement::cannot_be_told);
  CHECK(check_form(2, std::nullopt, form).agreement == Agreement::cannot_be_told);
  CHECK(check_form(3, std::nullopt, form).agreement == Agreement::differs);
}
