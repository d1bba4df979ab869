// The score and level of a self-assessment, and what each level that is not reached still lacks. Exact; the same answers always give the
// same result. What is unanswered is counted as unanswered, never as 0: an incomplete result is a range.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/assessment/answers.h"
#include "core/assessment/questionnaire.h"
#include "core/base/bilingual.h"

namespace hengping::assessment {

struct QuestionScore {
  std::string id;
  int number = 0;
  std::string title;
  Points maximum;
  std::optional<Points> points;             ///< none: unanswered
  std::vector<std::string> missing_inputs;  ///< labels of the figures asked for and not given; they give no points
};

struct SectionScore {
  std::string id;
  std::string title;
  Points maximum;
  Points points;  ///< of the questions answered
  std::vector<QuestionScore> questions;
};

struct SceneStanding {
  std::string id;
  std::string title;
  bool mandatory = false;
  SceneAnswer answer;
};

/// Against what a level asks for. `missing` is never below 0.
struct Count {
  int required = 0;
  int now = 0;
  int missing = 0;
};

/// A scene to raise: of SelfAssessment::scenes, and by how many levels (1–4; counted from 0 if it is unanswered).
struct NearScene {
  std::size_t scene = 0;
  int levels_short = 0;
};

struct LevelStanding {
  int level = 0;   ///< 1–4
  Bilingual name;  ///< "二级" / "level 2"
  bool reached = false;
  Points points_required;
  Points points_missing;   ///< 0 if there are enough
  Count scenes;            ///< at this level or above
  Count mandatory_scenes;  ///< of these
  /// The fewest scenes to raise, with the fewest levels in all, for this level's scenes to suffice; mandatory ones before others, then the
  /// questionnaire's order, where they are equally near. Scenes not carried out are not among them.
  std::vector<NearScene> nearest;
  bool enough_scenes_carried_out = true;  ///< false: `nearest` does not suffice, since too few scenes are carried out
  Bilingual explanation;                  ///< what is missing, or that it is reached
};

struct SelfAssessment {
  std::string questionnaire;  ///< id
  Bilingual title;            ///< plainly a self-assessment, of which questionnaire
  std::vector<std::string> sources;
  bool complete = false;  ///< every question and every scene is answered
  int questions_unanswered = 0;
  int scenes_unanswered = 0;
  Points points;          ///< of the questions answered
  Points points_at_best;  ///< with the best answers to the rest; equal to `points` if none is unanswered
  Points maximum;
  int level = 0;  ///< 0–4, by the answers given: 0 if not even level 1 is reached
  Bilingual level_name;
  int level_at_best = 0;  ///< with the best answers to the rest
  Bilingual level_at_best_name;
  std::vector<SectionScore> sections;
  std::vector<SceneStanding> scenes;
  std::vector<LevelStanding> levels;  ///< 1 to 4
  Bilingual summary;
  Bilingual notice;                    ///< that this is a self-assessment, resting on what is unconfirmed
  std::vector<Bilingual> unconfirmed;  ///< the questionnaire's, whole
};

/// Scores answers of this questionnaire (read_answers has checked them).
[[nodiscard]] SelfAssessment score(const Questionnaire& questionnaire, const Answers& answers);

/// The highest level whose points and scenes are all there; 0 if none. One entry of `scenes` for each of the questionnaire.
[[nodiscard]] int level_reached(const Questionnaire& questionnaire, Points points,
                                const std::vector<SceneAnswer>& scenes);

/// "二级" / "level 2"; of 0 that level 1 is not reached.
[[nodiscard]] Bilingual level_name(const Questionnaire& questionnaire, int level);

}  // namespace hengping::assessment
