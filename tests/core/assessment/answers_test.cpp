#include <catch2/catch_test_macros.hpp>

#include "core/assessment/answers.h"
#include "core/codec/json_reader.h"
#include "tests/core/assessment/form.h"

using namespace hengping;
using namespace hengping::test;
using assessment::read_answers;
using assessment::read_answers_text;
using Status = assessment::SceneAnswer::Status;

namespace {

using Faults = std::vector<std::string>;

Faults faults_in(const std::string& text) {
  FaultList faults;
  const auto read = read_answers_text(questionnaire(), text, faults);
  CHECK(read.has_value() == faults.empty());
  return faults_of(faults);
}

Faults faults_with(const std::string& members) {
  return faults_in(R"({"questionnaire":"miit-sme-digital-2024",)" + members + "}");
}
Faults faults_of_network(const std::string& answer) { return faults_with(R"("questions":{"network":)" + answer + "}"); }
Faults faults_of_scene(const std::string& answer) { return faults_with(R"("scenes":{"finance":)" + answer + "}"); }

}  // namespace

TEST_CASE("Answers: what is given is read, what is left out is unanswered") {
  const Answers answers = Form()
                              .choose("network", "db")
                              .choose("device_digitization", "c")
                              .input("device_digitization", "equipment_total", 120)
                              .scene("product_design", 0)
                              .scene("process_design", 4)
                              .not_carried_out("marketing")
                              .answers();
  REQUIRE(answers.questions.size() == 15);
  CHECK(answers.questions[0].chosen == std::vector<std::size_t>{3, 1});
  CHECK(answers.questions[1].chosen == std::vector<std::size_t>{2});
  CHECK(answers.questions[1].inputs == std::vector<std::string>{"", "120", ""});
  CHECK(answers.questions[2].chosen.empty());
  REQUIRE(answers.scenes.size() == 16);
  const std::pair<Status, int> expected[] = {
      {Status::carried_out, 0}, {Status::carried_out, 4}, {Status::not_carried_out, 0}, {Status::unanswered, 0}};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(answers.scenes[i].status == expected[i].first);
    CHECK(answers.scenes[i].level == expected[i].second);
  }
}

TEST_CASE("Answers: questions of later sections find their place") {
  const Answers answers = Form().choose("planning", "f").choose("value_benefit", "c").answers();
  CHECK(answers.questions[7].chosen == std::vector<std::size_t>{5});
  CHECK(answers.questions[14].chosen == std::vector<std::size_t>{2});
}

TEST_CASE("Answers: figures may stand without a choice, and keep their digits") {
  FaultList faults;
  const auto read = read_answers_text(
      questionnaire(),
      R"({"questionnaire":"miit-sme-digital-2024","questions":{"funding":{"inputs":{"digital_investment_per_year":12.50}}}})",
      faults);
  REQUIRE(read);
  CHECK(read->questions[10].chosen.empty());
  CHECK(read->questions[10].inputs == std::vector<std::string>{"12.50"});
}

TEST_CASE("Answers: they name the questionnaire that they answer") {
  CHECK(faults_in("{}") == Faults{"/questionnaire field.missing"});
  CHECK(faults_in(R"({"questionnaire":"miit-sme-digital-2022"})") == Faults{"/questionnaire assessment.questionnaire"});
  CHECK(faults_in(R"({"questionnaire":2024})") == Faults{"/questionnaire assessment.questionnaire"});
  CHECK(faults_in(R"({"questionnaire":"miit-sme-digital-2024"})").empty());
}

TEST_CASE("Answers: two options of a single choice are refused at the second") {
  CHECK(faults_with(R"("questions":{"planning":{"chosen":["b","c","d"]}})") ==
        Faults{"/questions/planning/chosen/1 assessment.single_choice"});
  CHECK(faults_with(R"("questions":{"planning":{"chosen":["b"]}})").empty());
}

TEST_CASE("Answers: nothing stands beside an option that excludes the others") {
  CHECK(faults_of_network(R"({"chosen":["a","b"]})") ==
        Faults{"/questions/network/chosen/0 assessment.excludes_others"});
  CHECK(faults_of_network(R"({"chosen":["b","c","a"]})") ==
        Faults{"/questions/network/chosen/2 assessment.excludes_others"});
  CHECK(faults_of_network(R"({"chosen":["a"]})").empty());
  CHECK(faults_of_network(R"({"chosen":["b","c","d","e"]})").empty());
}

TEST_CASE("Answers: an option is chosen once") {
  CHECK(faults_of_network(R"({"chosen":["b","c","b"]})") ==
        Faults{"/questions/network/chosen/2 assessment.chosen_twice"});
  CHECK(faults_with(R"("questions":{"planning":{"chosen":["b","b"]}})") ==
        Faults{"/questions/planning/chosen/1 assessment.chosen_twice"});
}

TEST_CASE("Answers: unknown questions, options, figures and scenes are refused with their places") {
  CHECK(faults_with(R"("questions":{"colour":{"chosen":["a"]}})") == Faults{"/questions/colour identifier.unknown"});
  CHECK(faults_of_network(R"({"chosen":["f"]})") == Faults{"/questions/network/chosen/0 identifier.unknown"});
  CHECK(faults_of_network(R"({"inputs":{"length":1}})") ==
        Faults{"/questions/network/inputs/length identifier.unknown"});
  CHECK(faults_with(R"("scenes":{"network":1})") == Faults{"/scenes/network identifier.unknown"});
  CHECK(faults_with(R"("scenes":{"a/b~c":1})") == Faults{"/scenes/a~1b~0c identifier.unknown"});
  CHECK(faults_with(R"("score":1)") == Faults{"/score field.unknown"});
  CHECK(faults_of_network(R"({"choice":["a"]})") == Faults{"/questions/network/choice field.unknown"});
}

TEST_CASE("Answers: a scene's level is a whole number from 0 to 4, or not carried out") {
  for (const char* good : {"0", "4", "2.0", "3e0", R"("not_carried_out")"}) CHECK(faults_of_scene(good).empty());
  for (const char* wrong : {"-1", "5", "2.5", R"("2")", R"("")", "null", "true", "[]", "{}", "1e300"}) {
    INFO(wrong);
    CHECK(faults_of_scene(wrong) == Faults{"/scenes/finance assessment.scene_level"});
  }
}

TEST_CASE("Answers: wrong types are refused with their places") {
  CHECK(faults_in("[]") == Faults{" field.type"});
  CHECK(faults_in("{") == Faults{" json.syntax"});
  CHECK(faults_with(R"("questions":[])") == Faults{"/questions field.type"});
  CHECK(faults_with(R"("scenes":[])") == Faults{"/scenes field.type"});
  CHECK(faults_of_network(R"(["b"])") == Faults{"/questions/network field.type"});
  CHECK(faults_of_network(R"({"chosen":"b"})") == Faults{"/questions/network/chosen field.type"});
  CHECK(faults_of_network(R"({"chosen":[]})") == Faults{"/questions/network/chosen field.empty_list"});
  CHECK(faults_of_network(R"({"chosen":["b",2]})") == Faults{"/questions/network/chosen/1 field.type"});
  CHECK(faults_of_network(R"({"inputs":[]})") == Faults{"/questions/network/inputs field.type"});
  CHECK(faults_with(R"("questions":{"funding":{"inputs":{"digital_investment_per_year":"12"}}})") ==
        Faults{"/questions/funding/inputs/digital_investment_per_year field.type"});
}

TEST_CASE("Answers: every fault is listed, below the place where the answers stand") {
  FaultList parse_faults;
  const auto value = read_json(
      R"({"questionnaire":"miit-sme-digital-2024","scenes":{"finance":9,"x":1},"questions":{"network":{"chosen":["z"]}}})",
      parse_faults);
  REQUIRE(value);
  FaultList faults;
  CHECK_FALSE(read_answers(questionnaire(), *value, faults, "/facts/3/answers"));
  CHECK(faults_of(faults) == Faults{"/facts/3/answers/scenes/finance assessment.scene_level",
                                    "/facts/3/answers/scenes/x identifier.unknown",
                                    "/facts/3/answers/questions/network/chosen/0 identifier.unknown"});
}
