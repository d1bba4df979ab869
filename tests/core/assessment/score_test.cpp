#include <catch2/catch_test_macros.hpp>

#include "core/assessment/result_json.h"
#include "core/codec/canonical.h"
#include "hengping/embedded_assessment.gen.h"
#include "tests/core/assessment/form.h"

using namespace hengping;
using namespace hengping::test;
using assessment::score;

namespace {

/// The points of one answered question.
Points of_question(const SelfAssessment& result, std::string_view id) {
  for (const auto& section : result.sections) {
    for (const auto& question : section.questions) {
      if (question.id == id) return question.points.value();
    }
  }
  throw std::runtime_error("no such question");
}

}  // namespace

TEST_CASE("Self-assessment: the best answers give exactly 100 points and level 4") {
  const SelfAssessment result = Form().choose_all(true).all_scenes(4).scored();
  CHECK(result.complete);
  CHECK(result.points == points("100"));
  CHECK(result.points.to_string() == "100");
  CHECK(result.points_at_best == points("100"));
  CHECK(result.level == 4);
  CHECK(result.level_at_best == 4);
  for (const auto& level : result.levels) {
    CHECK(level.reached);
    CHECK(level.points_missing == Points{});
    CHECK(level.nearest.empty());
  }
  CHECK(result.summary.zh == "自评得分100分（满分100分），自评等级：四级。");
  CHECK(result.summary.en == "Self-assessed score: 100 of 100; self-assessed level: level 4.");
}

TEST_CASE("Self-assessment: the lowest answers give 0 points and no level, and are complete") {
  const SelfAssessment result = Form().choose_all(false).all_scenes(0).scored();
  CHECK(result.complete);
  CHECK(result.points == Points{});
  CHECK(result.level == 0);
  CHECK(result.level_name == Bilingual{"未达到一级", "below level 1"});
  for (const auto& section : result.sections) {
    for (const auto& question : section.questions) CHECK(question.points == Points{});
  }
}

TEST_CASE("Self-assessment: nothing answered is incomplete, not 0") {
  const SelfAssessment result = score(questionnaire(), assessment::blank_answers(questionnaire()));
  CHECK_FALSE(result.complete);
  CHECK(result.questions_unanswered == 15);
  CHECK(result.scenes_unanswered == 16);
  CHECK(result.points == Points{});
  CHECK(result.points_at_best == points("100"));
  CHECK(result.level == 0);
  CHECK(result.level_at_best == 4);
  for (const auto& section : result.sections) {
    for (const auto& question : section.questions) CHECK_FALSE(question.points);
  }
  CHECK(result.summary.zh.starts_with("自评尚未完成：15道题、16个场景未作答。"));
}

TEST_CASE("Self-assessment: one question or one scene left out makes it incomplete and opens the range") {
  Form form;
  form.choose_all(true).all_scenes(4);
  form.json()["questions"].erase("green_low_carbon");
  const SelfAssessment without_question = form.scored();
  CHECK_FALSE(without_question.complete);
  CHECK(without_question.questions_unanswered == 1);
  CHECK(without_question.points == points("93"));
  CHECK(without_question.points_at_best == points("100"));

  form.choose("green_low_carbon", "a");
  CHECK(form.scored().complete);
  CHECK(form.scored().points_at_best == points("93"));
  form.json()["scenes"].erase("finance");
  CHECK_FALSE(form.scored().complete);
  CHECK(form.scored().scenes_unanswered == 1);
  form.not_carried_out("finance");
  CHECK(form.scored().complete);
}

TEST_CASE("Self-assessment: a single choice gives its option's points") {
  CHECK(of_question(Form().choose("device_digitization", "b").scored(), "device_digitization") == points("1.5"));
  CHECK(of_question(Form().choose("funding", "d").scored(), "funding") == points("5.625"));
  CHECK(of_question(Form().choose("value_benefit", "b").scored(), "value_benefit") == points("1.5"));
  CHECK(of_question(Form().choose("planning", "a").scored(), "planning") == Points{});
}

TEST_CASE("Self-assessment: a multiple choice gives the sum of its options, exactly") {
  // Thirteen times 0.7 and once 0.9: in binary floating point this is not 10.
  CHECK(of_question(Form().choose("data_collection", "bcdefghijklmno").scored(), "data_collection") == points("10"));
  CHECK(of_question(Form().choose("data_collection", "bcd").scored(), "data_collection") == points("2.1"));
  CHECK(of_question(Form().choose("management_mechanism", "bce").scored(), "management_mechanism") == points("5.625"));
  CHECK(of_question(Form().choose("network_security", "e").scored(), "network_security") == points("1.25"));
  CHECK(of_question(Form().choose("talent", "a").scored(), "talent") == Points{});
}

TEST_CASE("Self-assessment: sections are summed by themselves") {
  const SelfAssessment result = Form()
                                    .choose("network", "bc")
                                    .choose("data_security", "b")
                                    .choose("funding", "b")
                                    .choose("market_performance", "c")
                                    .scored();
  CHECK(result.sections[0].points == points("5.25"));
  CHECK(result.sections[1].points == points("1.875"));
  CHECK(result.sections[2].points == points("3"));
  CHECK(result.points == points("10.125"));
}

TEST_CASE("Self-assessment: figures asked for and not given are listed, and give no points") {
  const SelfAssessment without = Form().choose("green_low_carbon", "b").scored();
  const auto& question = without.sections[2].questions[0];
  CHECK(question.missing_inputs == std::vector<std::string>{"企业上年综合能源消费量", "前年数据"});
  const SelfAssessment with =
      Form().choose("green_low_carbon", "b").input("green_low_carbon", "energy_last_year", 12.5).scored();
  CHECK(with.sections[2].questions[0].missing_inputs == std::vector<std::string>{"前年数据"});
  CHECK(with.points == without.points);
}

TEST_CASE("Self-assessment: points are those of the document, over many answer sheets") {
  const ordered_json document = ordered_json::parse(miit_sme_digital_2024_json);
  std::uint32_t seed = 20241;
  const auto next = [&seed](std::uint32_t below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8U) % below;
  };
  for (int sheet = 0; sheet < 200; ++sheet) {
    Form form;
    std::int64_t thousandths = 0;
    for (const auto& section : document["sections"]) {
      for (const auto& question : section["questions"]) {
        if (next(8) == 0) continue;
        std::string letters;
        const auto add = [&](const ordered_json& option) {
          letters += option["id"].get<std::string>();
          thousandths += std::llround(option["points"].get<double>() * 1000);
        };
        const auto& options = question["options"];
        if (question["kind"] == "single") {
          add(options[next(static_cast<std::uint32_t>(options.size()))]);
        } else {
          for (std::size_t i = 1; i < options.size(); ++i) {
            if (next(2) == 0) add(options[i]);
          }
          if (letters.empty()) add(options[0]);
        }
        form.choose(question["id"], letters);
      }
    }
    CHECK(form.scored().points.thousandths == thousandths);
  }
}

TEST_CASE("Self-assessment: the result says that it is one, and carries every unconfirmed point") {
  const SelfAssessment result = Form().scored();
  CHECK(result.title.zh == "数字化水平自评：中小企业数字化水平评测指标（2024年版）");
  CHECK(result.notice.zh.find("自评") != std::string::npos);
  CHECK(result.notice.zh.find("共14条") != std::string::npos);
  Questionnaire confirmed = questionnaire();
  confirmed.unconfirmed.clear();
  const SelfAssessment without = score(confirmed, assessment::blank_answers(confirmed));
  CHECK(without.notice.zh == "本结果为自评，由填报内容计算得出，不代表主管部门或第三方评测机构的认定。");
  REQUIRE(result.unconfirmed.size() == 14);
  for (std::size_t i = 0; i < 14; ++i) CHECK(result.unconfirmed[i].en == questionnaire().unconfirmed[i]);
}

TEST_CASE("Self-assessment: its JSON has exact numbers, null for what is unanswered, and the unconfirmed points") {
  const SelfAssessment result =
      Form().choose("management_mechanism", "b").scene("finance", 2).not_carried_out("after_sales").scored();
  const JsonValue value = assessment::result_json(result);
  CHECK(value.find("points")->text() == "1.875");
  const ordered_json json = ordered_json::parse(canonical(value));
  CHECK(json["questionnaire"] == "miit-sme-digital-2024");
  CHECK(json["complete"] == false);
  CHECK(json["points_at_best"] == 94.375);
  CHECK(json["sections"][1]["questions"][1]["points"] == 1.875);
  CHECK(json["sections"][1]["questions"][0]["points"].is_null());
  CHECK(json["scenes"][3]["level"] == "not_carried_out");
  CHECK(json["scenes"][12]["level"] == 2);
  CHECK(json["scenes"][0]["level"].is_null());
  REQUIRE(json["levels"].size() == 4);
  CHECK(json["levels"][0]["points"] == ordered_json({{"missing", 18.125}, {"now", 1.875}, {"required", 20}}));
  CHECK(json["levels"][0]["scenes"]["missing"] == 5);
  CHECK(json["levels"][0]["nearest"].size() == 5);
  REQUIRE(json["unconfirmed"].size() == 14);
  for (const auto& point : json["unconfirmed"]) CHECK((point.contains("zh") && point.contains("en")));
}
