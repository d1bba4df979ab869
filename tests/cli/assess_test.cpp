#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "program.h"

using hengping::cli_tests::Folder;
using hengping::cli_tests::Result;
using nlohmann::json;

namespace {

const char* const some_answers =
    R"({"questionnaire":"miit-sme-digital-2024","questions":{"network":{"chosen":["b","c"]},"funding":{"chosen":["b"]}},)"
    R"("scenes":{"finance":2,"after_sales":"not_carried_out"}})";

}  // namespace

TEST_CASE("assess: score, level, what is missing and every unconfirmed point, in words") {
  const Folder folder;
  folder.write("answers.json", some_answers);
  const Result result = folder.run({"assess", "answers.json"});
  CHECK(result.code == 0);
  CHECK(result.err.empty());
  for (const char* part :
       {"数字化水平自评：中小企业数字化水平评测指标（2024年版）\n自评尚未完成：13道题、14个场景未作答。已答部分得5."
        "875分",
        "数字化基础：4 / 50 分", "未作答的题目：第2题“企业的生产设备数字化率”", "第11题（具体数据）",
        "一级：得分还差14.125分（要求20分，现有5.875分）。水平在一级及以上的场景还差5个（要求6个，现有1个）。",
        "本结果为自评", "\n  14. "}) {
    INFO(part);
    CHECK(result.out.find(part) != std::string::npos);
  }
  const Result english = folder.run({"assess", "answers.json", "--lang", "en"});
  CHECK(english.out.find("The self-assessment is incomplete") != std::string::npos);
  CHECK(english.out.find("自评") == std::string::npos);
}

TEST_CASE("assess --json: one object with the score, the levels and the unconfirmed points") {
  const Folder folder;
  const Result result = folder.run({"assess", "-", "--json"}, some_answers);
  CHECK(result.code == 0);
  const json answer = json::parse(result.out);
  CHECK(answer["points"] == 5.875);
  CHECK(answer["level"] == 0);
  CHECK(answer["complete"] == false);
  CHECK(answer["levels"].size() == 4);
  CHECK(answer["unconfirmed"].size() == 14);
}

TEST_CASE("assess: answers at fault are refused with their places") {
  const Folder folder;
  folder.write("answers.json", R"({"questionnaire":"miit-sme-digital-2024","scenes":{"finance":5}})");
  const Result result = folder.run({"assess", "answers.json"});
  CHECK(result.code == 1);
  const json answer = json::parse(result.out);
  CHECK(answer["ok"] == false);
  REQUIRE(answer["faults"].size() == 1);
  CHECK(answer["faults"][0]["pointer"] == "/scenes/finance");
  CHECK(answer["faults"][0]["code"] == "assessment.scene_level");
  CHECK(result.err.find("/scenes/finance") != std::string::npos);
  CHECK(folder.run({"assess", "missing.json"}).code == 1);
  CHECK(folder.run({"assess"}).code == 2);
  CHECK(folder.run({"assess", "--help"}).code == 0);
}
