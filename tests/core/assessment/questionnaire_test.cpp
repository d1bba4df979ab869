#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "core/assessment/questionnaire.h"
#include "hengping/embedded_assessment.gen.h"
#include "tests/core/assessment/form.h"

using namespace hengping;
using namespace hengping::test;
using assessment::default_questionnaire;
using assessment::QuestionKind;
using assessment::read_questionnaire;

namespace {

using Faults = std::vector<std::string>;
using Edit = std::function<void(ordered_json&)>;

/// The faults of the questionnaire that ships after a change to it.
Faults faults_after(const Edit& edit) {
  ordered_json document = ordered_json::parse(miit_sme_digital_2024_json);
  edit(document);
  FaultList faults;
  const auto read = read_questionnaire(document.dump(), faults);
  CHECK(read.has_value() == faults.empty());
  return faults_of(faults);
}

}  // namespace

TEST_CASE("Points: exact to the thousandth, from 0 to 1000") {
  CHECK(points("1.875").thousandths == 1875);
  CHECK(points("0.7").thousandths == 700);
  CHECK(points("1e2").thousandths == 100'000);
  CHECK(points("1000").thousandths == 1'000'000);
  for (const char* token : {"-0.1", "1000.001", "0.0001", "1e400"}) CHECK_FALSE(Points::parse_number(token));
  for (const char* text : {"0", "0.7", "1.25", "1.875", "20", "100", "0.001", "10.01"}) {
    CHECK(points(text).to_string() == text);
  }
  CHECK(shortfall(points("19.99"), points("20")) == points("0.01"));
  CHECK(shortfall(points("20"), points("20")) == Points{});
  CHECK(shortfall(points("20.01"), points("20")) == Points{});
}

TEST_CASE("Questionnaire: the one that ships has 15 questions of 50, 30 and 20 points, together 100") {
  const Questionnaire& shipped = default_questionnaire();
  CHECK(shipped.id == "miit-sme-digital-2024");
  CHECK(shipped.title == "中小企业数字化水平评测指标（2024年版）");
  CHECK(shipped.question_count() == 15);
  CHECK(shipped.points() == points("100"));
  REQUIRE(shipped.sections.size() == 3);
  const char* const section_points[] = {"50", "30", "20"};
  std::int64_t all = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(shipped.sections[i].points == points(section_points[i]));
    Points of_questions;
    for (const auto& question : shipped.sections[i].questions) of_questions += question.points;
    CHECK(of_questions == points(section_points[i]));
    all += of_questions.thousandths;
  }
  CHECK(all == 100'000);
}

TEST_CASE("Questionnaire: the options of each question add up to its points") {
  int single = 0;
  int multiple = 0;
  for (const auto& section : default_questionnaire().sections) {
    for (const auto& question : section.questions) {
      INFO(question.id);
      Points sum;
      Points best;
      for (const auto& option : question.options) {
        sum += option.points;
        best = std::max(best, option.points);
        if (option.excludes_others) CHECK(option.points == Points{});
      }
      const bool is_single = question.kind == QuestionKind::single;
      CHECK((is_single ? best : sum) == question.points);
      (is_single ? single : multiple) += 1;
      CHECK(default_questionnaire().question(question.id) == &question);
    }
  }
  CHECK(single == 9);
  CHECK(multiple == 6);
  CHECK(default_questionnaire().question("product_design") == nullptr);
}

TEST_CASE(
    "Questionnaire: 16 scenes with four levels each, ten of them mandatory, and thresholds at 20, 40, 60 and 80") {
  const Questionnaire& shipped = default_questionnaire();
  CHECK(shipped.scenes.size() == 16);
  CHECK(std::count_if(shipped.scenes.begin(), shipped.scenes.end(), [](const auto& one) { return one.mandatory; }) ==
        10);
  for (const auto& scene : shipped.scenes) CHECK(scene.levels.size() == 4);
  CHECK(shipped.scene("warehouse_logistics")->mandatory);
  CHECK(shipped.scene("network") == nullptr);
  const int expected[][3] = {{20, 6, 3}, {40, 6, 3}, {60, 8, 5}, {80, 10, 6}};
  REQUIRE(shipped.levels.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(shipped.levels[i].level == static_cast<int>(i) + 1);
    CHECK(shipped.levels[i].min_points == points(std::to_string(expected[i][0])));
    CHECK(shipped.levels[i].min_scenes == expected[i][1]);
    CHECK(shipped.levels[i].min_mandatory_scenes == expected[i][2]);
  }
}

TEST_CASE("Questionnaire: every unconfirmed point is kept as documented and has a Chinese wording") {
  const ordered_json document = ordered_json::parse(miit_sme_digital_2024_json);
  const Questionnaire& shipped = default_questionnaire();
  REQUIRE(shipped.unconfirmed.size() == document["unconfirmed"].size());
  REQUIRE(shipped.unconfirmed.size() == 14);
  for (std::size_t i = 0; i < shipped.unconfirmed.size(); ++i) {
    CHECK(shipped.unconfirmed[i] == document["unconfirmed"][i].get<std::string>());
    const Bilingual words = assessment::unconfirmed_words(shipped.unconfirmed[i]);
    CHECK(words.en == shipped.unconfirmed[i]);
    CHECK(words.zh != words.en);
  }
  CHECK(assessment::unconfirmed_words("a new point") == Bilingual{"a new point", "a new point"});
}

TEST_CASE("Questionnaire: points that do not add up are refused") {
  CHECK(faults_after([](auto& d) { d["sections"][0]["points"] = 51; }) ==
        Faults{"/sections/0/points assessment.points_sum"});
  CHECK(faults_after([](auto& d) { d["sections"][0]["questions"][0]["points"] = 9; }) ==
        Faults{"/sections/0/questions/0/points assessment.points_sum"});
  CHECK(faults_after([](auto& d) { d["sections"][0]["questions"][1]["options"][4]["points"] = 5.5; }) ==
        Faults{"/sections/0/questions/1/points assessment.points_sum"});
  CHECK(faults_after([](auto& d) { d["sections"][0]["questions"][3]["options"][14]["points"] = 0.7; }) ==
        Faults{"/sections/0/questions/3/points assessment.points_sum"});
  // An option that excludes the others is not added to them.
  CHECK(faults_after([](auto& d) { d["sections"][0]["questions"][0]["options"][0]["points"] = 8; }).empty());
  CHECK(faults_after([](auto& d) { d["sections"][0]["questions"][0]["options"][0]["points"] = 9; }) ==
        Faults{"/sections/0/questions/0/points assessment.points_sum"});
}

TEST_CASE("Questionnaire: points that are no exact points are refused with their place") {
  const std::string at = "/sections/0/questions/0/options/1/points assessment.points";
  for (const ordered_json& wrong : {ordered_json(-1), ordered_json(2.0001), ordered_json(101), ordered_json("2"),
                                    ordered_json(nullptr), ordered_json(true)}) {
    INFO(wrong.dump());
    CHECK(faults_after([&](auto& d) { d["sections"][0]["questions"][0]["options"][1]["points"] = wrong; }) ==
          Faults{at});
  }
  CHECK(faults_after([](auto& d) { d["sections"][0]["questions"][0]["options"][1].erase("points"); }) == Faults{at});
}

TEST_CASE("Questionnaire: an identifier stands once and is well formed") {
  CHECK(faults_after([](auto& d) { d["sections"][1]["id"] = "foundation"; }) ==
        Faults{"/sections/1/id identifier.exists"});
  CHECK(faults_after([](auto& d) { d["sections"][1]["questions"][0]["id"] = "network"; }) ==
        Faults{"/sections/1/questions/0/id identifier.exists"});
  CHECK(faults_after([](auto& d) { d["sections"][0]["questions"][0]["options"][1]["id"] = "a"; }) ==
        Faults{"/sections/0/questions/0/options/1/id identifier.exists"});
  CHECK(faults_after([](auto& d) {
          d["sections"][0]["questions"][1]["inputs"][1]["id"] = "device_digitization_rate";
        }) == Faults{"/sections/0/questions/1/inputs/1/id identifier.exists"});
  CHECK(faults_after([](auto& d) { d["scenes"][1]["id"] = "product_design"; }) ==
        Faults{"/scenes/1/id identifier.exists"});
  CHECK(faults_after([](auto& d) { d["scenes"][1]["id"] = "process design"; }) ==
        Faults{"/scenes/1/id field.identifier"});
  CHECK(faults_after([](auto& d) { d["id"] = ""; }) == Faults{"/id field.empty"});
}

TEST_CASE("Questionnaire: questions are numbered through and of a known kind") {
  CHECK(faults_after([](auto& d) { d["sections"][1]["questions"][0]["number"] = 9; }) ==
        Faults{"/sections/1/questions/0/number assessment.number"});
  CHECK(faults_after([](auto& d) { d["sections"][1]["questions"][0]["kind"] = "several"; }) ==
        Faults{"/sections/1/questions/0/kind field.choice"});
  CHECK(faults_after([](auto& d) { d["sections"][1]["questions"][0]["formula"] = ""; }) ==
        Faults{"/sections/1/questions/0/formula field.empty"});
}

TEST_CASE("Questionnaire: levels are four, rise, and ask for no more than there is") {
  CHECK(faults_after([](auto& d) { d["levels"].erase(3); }) == Faults{"/levels assessment.four"});
  CHECK(faults_after([](auto& d) { d["levels"][2]["level"] = 4; }) == Faults{"/levels/2/level assessment.number"});
  CHECK(faults_after([](auto& d) { d["levels"][1]["min_points"] = 19.999; }) ==
        Faults{"/levels/1/min_points assessment.points"});
  CHECK(faults_after([](auto& d) { d["levels"][1]["min_points"] = 20; }).empty());
  CHECK(faults_after([](auto& d) { d["levels"][3]["min_points"] = 100.001; }) ==
        Faults{"/levels/3/min_points assessment.points"});
  CHECK(faults_after([](auto& d) { d["levels"][3]["min_scenes"] = 17; }) ==
        Faults{"/levels/3/min_scenes assessment.number"});
  CHECK(faults_after([](auto& d) { d["levels"][2]["min_scenes"] = 5; }) ==
        Faults{"/levels/2/min_scenes assessment.number"});
  CHECK(faults_after([](auto& d) { d["levels"][3]["min_mandatory_scenes"] = 11; }) ==
        Faults{"/levels/3/min_mandatory_scenes assessment.number"});
  CHECK(faults_after([](auto& d) { d["scenes"][0]["levels"].erase(3); }) == Faults{"/scenes/0/levels assessment.four"});
  CHECK(faults_after([](auto& d) { d["scenes"][0]["levels"][1]["level"] = 1; }) ==
        Faults{"/scenes/0/levels/1/level assessment.number"});
}

TEST_CASE("Questionnaire: another rule for levels is refused rather than ignored") {
  CHECK(faults_after([](auto& d) { d["level_rule"] = "either condition"; }) ==
        Faults{"/level_rule assessment.level_rule"});
  CHECK(faults_after([](auto& d) { d.erase("level_rule"); }) == Faults{"/level_rule field.missing"});
}

TEST_CASE("Questionnaire: members missing, unknown or of the wrong type are refused with their places") {
  CHECK(faults_after([](auto& d) { d["version"] = 2; }) == Faults{"/version field.unknown"});
  CHECK(faults_after([](auto& d) { d.erase("unconfirmed"); }) == Faults{"/unconfirmed field.missing"});
  CHECK(faults_after([](auto& d) { d["unconfirmed"][0] = 1; }) == Faults{"/unconfirmed/0 field.type"});
  CHECK(faults_after([](auto& d) { d["unconfirmed"][0] = ""; }) == Faults{"/unconfirmed/0 field.empty"});
  CHECK(faults_after([](auto& d) { d["unconfirmed"] = ordered_json::array(); }).empty());
  CHECK(faults_after([](auto& d) { d["sources"] = ordered_json::array(); }) == Faults{"/sources field.empty_list"});
  CHECK(faults_after([](auto& d) { d["scenes"][0] = 1; }) == Faults{"/scenes/0 field.type"});
  CHECK(faults_after([](auto& d) { d["scenes"][0].erase("mandatory"); }) ==
        Faults{"/scenes/0/mandatory field.missing"});
  CHECK(faults_after([](auto& d) { d["levels"] = 1; }) == Faults{"/levels field.type"});
  CHECK(faults_after([](auto& d) { d = ordered_json::array(); }) == Faults{" field.type"});
  FaultList faults;
  CHECK_FALSE(read_questionnaire("{", faults));
  CHECK(faults_of(faults) == Faults{" json.syntax"});
}
