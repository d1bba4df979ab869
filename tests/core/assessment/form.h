// A filled-in form of the self-assessment that ships, for tests: written as its JSON and read as anyone's would be.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/assessment/score.h"
#include "tests/core/support.h"

namespace hengping::test {

using assessment::Answers;
using assessment::Points;
using assessment::Questionnaire;
using assessment::SelfAssessment;
using nlohmann::ordered_json;

inline const Questionnaire& questionnaire() { return assessment::default_questionnaire(); }

/// "43.375" as points.
inline Points points(std::string_view number) { return Points::parse_number(number).value(); }

class Form {
 public:
  Form() { json_["questionnaire"] = questionnaire().id; }

  /// The options by their letters: "bcd".
  Form& choose(const std::string& question, std::string_view letters) {
    json_["questions"][question]["chosen"] = ordered_json::array();
    for (const char letter : letters) json_["questions"][question]["chosen"].push_back(std::string(1, letter));
    return *this;
  }
  /// Of every question the options that give most, or those that give least.
  Form& choose_all(bool best) {
    for (const auto& section : questionnaire().sections) {
      for (const auto& question : section.questions) choose(question.id, best ? best_of(question) : "a");
    }
    return *this;
  }
  Form& input(const std::string& question, const std::string& id, const ordered_json& number) {
    json_["questions"][question]["inputs"][id] = number;
    return *this;
  }
  Form& scene(const std::string& id, int level) {
    json_["scenes"][id] = level;
    return *this;
  }
  Form& not_carried_out(const std::string& id) {
    json_["scenes"][id] = "not_carried_out";
    return *this;
  }
  Form& all_scenes(int level) {
    for (const auto& scene : questionnaire().scenes) json_["scenes"][scene.id] = level;
    return *this;
  }
  /// So many mandatory and other scenes at a level, the first of the questionnaire; all others at 0.
  Form& scenes_at(int level, int mandatory, int others) {
    for (const auto& scene : questionnaire().scenes) {
      int& left = scene.mandatory ? mandatory : others;
      json_["scenes"][scene.id] = left-- > 0 ? level : 0;
    }
    return *this;
  }

  [[nodiscard]] ordered_json& json() { return json_; }
  [[nodiscard]] std::string text() const { return json_.dump(); }
  [[nodiscard]] Answers answers() const {
    FaultList faults;
    const auto read = assessment::read_answers_text(questionnaire(), text(), faults);
    if (!read) throw std::runtime_error("the form has faults: " + faults.sorted().front().pointer);
    return *read;
  }
  [[nodiscard]] SelfAssessment scored() const { return assessment::score(questionnaire(), answers()); }

 private:
  static std::string best_of(const assessment::Question& question) {
    std::string letters;
    Points most;
    for (const auto& option : question.options) {
      if (question.kind == assessment::QuestionKind::multiple) {
        if (!option.excludes_others) letters += option.id;
      } else if (option.points >= most) {
        most = option.points;
        letters = option.id;
      }
    }
    return letters;
  }

  ordered_json json_ = ordered_json::object();
};

}  // namespace hengping::test
