// The questionnaire of the digital-level self-assessment (数字化水平自评): scored questions, scenes with four levels each, and what an
// overall level asks for. Source: assets/assessment, whose list of unconfirmed points is part of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assessment/points.h"
#include "core/base/bilingual.h"
#include "core/base/fault.h"

namespace hengping::assessment {

/// Scenes and the whole have levels 1 to 4; 0 is none of them.
inline constexpr int highest_level = 4;

struct Option {
  std::string id;
  std::string text;
  Points points;
  bool excludes_others = false;  ///< "无": nothing else may be chosen beside it
};

/// A figure asked for beside the options. It gives no points; the source states no formula that would let it be judged.
struct Input {
  std::string id;
  std::string label;
  std::string unit;
};

enum class QuestionKind { single, multiple };

struct Question {
  std::string id;
  int number = 0;  ///< 1, 2, 3 … through all sections
  std::string title;
  QuestionKind kind = QuestionKind::single;
  Points points;  ///< the most that it can give: the best option, or all options of a multiple choice together
  std::vector<Option> options;
  std::vector<Input> inputs;           ///< may be empty
  std::optional<std::string> formula;  ///< how a figure is made, as published
};

struct Section {
  std::string id;
  std::string title;
  Points points;  ///< those of its questions together
  std::vector<Question> questions;
};

struct Scene {
  std::string id;
  std::string group;
  std::string title;
  bool mandatory = false;
  std::vector<std::string> levels;  ///< what level 1, 2, 3, 4 ask for, in this order
};

/// What an overall level asks for. All of it must be met; a scene counts when its own level is at or above this one.
struct LevelThreshold {
  int level = 0;
  std::string name;  ///< Chinese, as published: "二级"
  Points min_points;
  int min_scenes = 0;
  int min_mandatory_scenes = 0;
};

struct Questionnaire {
  std::string id;
  std::string title;
  std::vector<std::string> sources;
  std::vector<std::string>
      unconfirmed;  ///< what was not checked against the official text; stands beside every result; may be empty
  std::vector<Section> sections;
  std::vector<Scene> scenes;
  std::vector<LevelThreshold> levels;  ///< 1 to 4; none asks for less than the one before

  [[nodiscard]] Points points() const;  ///< the most that can be reached
  [[nodiscard]] int question_count() const;
  [[nodiscard]] const Question* question(std::string_view question_id) const;  ///< or null
  [[nodiscard]] const Scene* scene(std::string_view scene_id) const;           ///< or null
};

/// Reads a questionnaire. Refused are also points that do not add up, identifiers used twice, levels that ask for less than a lower one
/// or for more than exists, and a rule for levels other than the one carried out here. On faults nothing, and `faults` says why.
[[nodiscard]] std::optional<Questionnaire> read_questionnaire(std::string_view json, FaultList& faults);

/// The one that ships: 中小企业数字化水平评测指标（2024年版）.
[[nodiscard]] const Questionnaire& default_questionnaire();

/// An unconfirmed point as the document words it, with its Chinese wording; without one, the document's words in both languages.
[[nodiscard]] Bilingual unconfirmed_words(std::string_view as_documented);

}  // namespace hengping::assessment
