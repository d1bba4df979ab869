#include "core/assessment/score.h"

#include <algorithm>

#include "core/assessment/words.h"
#include "core/base/order.h"

namespace hengping::assessment {
namespace {

using Status = SceneAnswer::Status;

struct SceneCounts {
  int all = 0;
  int mandatory = 0;
};

SceneCounts count_scenes(const Questionnaire& questionnaire, const std::vector<SceneAnswer>& scenes, int level) {
  SceneCounts counts;
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    if (scenes[i].status != Status::carried_out || scenes[i].level < level) continue;
    ++counts.all;
    if (questionnaire.scenes[i].mandatory) ++counts.mandatory;
  }
  return counts;
}

bool meets(const Questionnaire& questionnaire, const LevelThreshold& threshold, Points points,
           const std::vector<SceneAnswer>& scenes) {
  const SceneCounts counts = count_scenes(questionnaire, scenes, threshold.level);
  return points >= threshold.min_points && counts.all >= threshold.min_scenes &&
         counts.mandatory >= threshold.min_mandatory_scenes;
}

Count against(int required, int now) { return Count{required, now, std::max(0, required - now)}; }

QuestionScore score_question(const Question& question, const QuestionAnswer& answer) {
  QuestionScore result{question.id, question.number, question.title, question.points, std::nullopt, {}};
  for (const std::size_t option : answer.chosen) {
    result.points = result.points.value_or(Points{}) + question.options[option].points;
  }
  for (std::size_t i = 0; i < question.inputs.size(); ++i) {
    if (answer.inputs[i].empty()) result.missing_inputs.push_back(question.inputs[i].label);
  }
  return result;
}

void score_sections(const Questionnaire& questionnaire, const Answers& answers, SelfAssessment& result) {
  auto answer = answers.questions.begin();
  for (const Section& section : questionnaire.sections) {
    SectionScore section_score{section.id, section.title, section.points, Points{}, {}};
    for (const Question& question : section.questions) {
      QuestionScore question_score = score_question(question, *answer++);
      if (question_score.points) {
        section_score.points += *question_score.points;
        result.points_at_best += *question_score.points;
      } else {
        result.points_at_best += question.points;
        ++result.questions_unanswered;
      }
      section_score.questions.push_back(std::move(question_score));
    }
    result.points += section_score.points;
    result.sections.push_back(std::move(section_score));
  }
}

/// Chooses for LevelStanding::nearest. Of the mandatory scenes the nearest as many as are missing, then the nearest of all the rest:
/// exchanging any of these for another never takes fewer levels.
void find_nearest(const SelfAssessment& result, LevelStanding& level) {
  std::vector<NearScene> candidates;
  for (std::size_t i = 0; i < result.scenes.size(); ++i) {
    const SceneAnswer& answer = result.scenes[i].answer;
    if (answer.status == Status::not_carried_out) continue;
    if (answer.level < level.level) candidates.push_back(NearScene{i, level.level - answer.level});
  }
  const auto mandatory = [&result](const NearScene& one) { return result.scenes[one.scene].mandatory; };
  put_in_order(candidates, [&](const NearScene& left, const NearScene& right) {
    if (left.levels_short != right.levels_short) return left.levels_short < right.levels_short;
    return mandatory(left) && !mandatory(right);
  });
  int mandatory_open = level.mandatory_scenes.missing;
  int all_open = level.scenes.missing;
  std::vector<bool> taken(candidates.size(), false);
  for (std::size_t i = 0; i < candidates.size() && mandatory_open > 0; ++i) {
    if (!mandatory(candidates[i])) continue;
    taken[i] = true;
    --mandatory_open;
    --all_open;
  }
  for (std::size_t i = 0; i < candidates.size() && all_open > 0; ++i) {
    if (taken[i]) continue;
    taken[i] = true;
    --all_open;
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (taken[i]) level.nearest.push_back(candidates[i]);
  }
  level.enough_scenes_carried_out = mandatory_open <= 0 && all_open <= 0;
}

LevelStanding stand(const Questionnaire& questionnaire, const LevelThreshold& threshold, const Answers& answers,
                    const SelfAssessment& result) {
  LevelStanding level;
  level.level = threshold.level;
  level.name = level_name(questionnaire, threshold.level);
  level.reached = meets(questionnaire, threshold, result.points, answers.scenes);
  level.points_required = threshold.min_points;
  level.points_missing = shortfall(result.points, threshold.min_points);
  const SceneCounts counts = count_scenes(questionnaire, answers.scenes, threshold.level);
  level.scenes = against(threshold.min_scenes, counts.all);
  level.mandatory_scenes = against(threshold.min_mandatory_scenes, counts.mandatory);
  find_nearest(result, level);
  level.explanation = explain_level(questionnaire, result, level);
  return level;
}

}  // namespace

int level_reached(const Questionnaire& questionnaire, Points points, const std::vector<SceneAnswer>& scenes) {
  int reached = 0;
  // No level asks for less than the one before, so the highest that is met has all below it.
  for (const LevelThreshold& threshold : questionnaire.levels) {
    if (meets(questionnaire, threshold, points, scenes)) reached = threshold.level;
  }
  return reached;
}

SelfAssessment score(const Questionnaire& questionnaire, const Answers& answers) {
  SelfAssessment result;
  result.questionnaire = questionnaire.id;
  result.title = title_words(questionnaire);
  result.sources = questionnaire.sources;
  result.maximum = questionnaire.points();
  score_sections(questionnaire, answers, result);

  std::vector<SceneAnswer> scenes_at_best = answers.scenes;
  for (std::size_t i = 0; i < answers.scenes.size(); ++i) {
    const Scene& scene = questionnaire.scenes[i];
    result.scenes.push_back(SceneStanding{scene.id, scene.title, scene.mandatory, answers.scenes[i]});
    if (answers.scenes[i].status != Status::unanswered) continue;
    ++result.scenes_unanswered;
    scenes_at_best[i] = SceneAnswer{Status::carried_out, highest_level};
  }
  result.complete = result.questions_unanswered == 0 && result.scenes_unanswered == 0;
  result.level = level_reached(questionnaire, result.points, answers.scenes);
  result.level_name = level_name(questionnaire, result.level);
  result.level_at_best = level_reached(questionnaire, result.points_at_best, scenes_at_best);
  result.level_at_best_name = level_name(questionnaire, result.level_at_best);
  for (const LevelThreshold& threshold : questionnaire.levels) {
    result.levels.push_back(stand(questionnaire, threshold, answers, result));
  }
  for (const std::string& point : questionnaire.unconfirmed) result.unconfirmed.push_back(unconfirmed_words(point));
  result.summary = summary_words(result);
  result.notice = notice_words(questionnaire);
  return result;
}

}  // namespace hengping::assessment
