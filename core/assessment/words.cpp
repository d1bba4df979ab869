#include "core/assessment/words.h"

#include <algorithm>

#include "core/rules/explanation.h"
#include "core/text/say.h"

namespace hengping::assessment {
namespace {

using Status = SceneAnswer::Status;

Bilingual scene_now(const Questionnaire& questionnaire, const SceneAnswer& answer) {
  if (answer.status == Status::unanswered) return say(CoreText::assessment_scene_unanswered);
  return say(CoreText::assessment_level_now, {level_name(questionnaire, answer.level)});
}

Bilingual nearest_words(const Questionnaire& questionnaire, const SelfAssessment& result, const LevelStanding& level) {
  Bilingual words;
  for (const NearScene& near : level.nearest) {
    const SceneStanding& scene = result.scenes[near.scene];
    const Bilingual separator = words.zh.empty() ? Bilingual{} : say(CoreText::list_separator);
    const Bilingual one = say(CoreText::assessment_gap_scene, {scene.title, scene_now(questionnaire, scene.answer)});
    words.zh += separator.zh + one.zh;
    words.en += separator.en + one.en;
  }
  return words;
}

}  // namespace

Bilingual level_name(const Questionnaire& questionnaire, int level) {
  if (level == 0) return say(CoreText::assessment_level_none);
  Bilingual name = say(CoreText::assessment_level_number, {std::to_string(level)});
  for (const LevelThreshold& threshold : questionnaire.levels) {
    if (threshold.level == level) name.zh = threshold.name;
  }
  return name;
}

Bilingual title_words(const Questionnaire& questionnaire) {
  return say(CoreText::assessment_title, {questionnaire.title});
}

Bilingual summary_words(const SelfAssessment& result) {
  if (result.complete) {
    return say(CoreText::assessment_summary_complete,
               {result.points.to_string(), result.maximum.to_string(), result.level_name});
  }
  const std::string questions = std::to_string(result.questions_unanswered);
  const std::string scenes = std::to_string(result.scenes_unanswered);
  return say(CoreText::assessment_summary_incomplete,
             {questions, scenes, result.points.to_string(), result.points_at_best.to_string(), result.level_name,
              result.level_at_best_name});
}

Bilingual notice_words(const Questionnaire& questionnaire) {
  Explanation notice;
  notice.add(CoreText::assessment_notice);
  const std::size_t unconfirmed = questionnaire.unconfirmed.size();
  if (unconfirmed != 0) notice.add(CoreText::assessment_notice_unconfirmed, {std::to_string(unconfirmed)});
  return notice.take();
}

Bilingual explain_level(const Questionnaire& questionnaire, const SelfAssessment& result, const LevelStanding& level) {
  Explanation explanation;
  if (level.reached) return explanation.add(CoreText::assessment_level_reached, {level.name}).take();
  if (level.points_missing > Points{}) {
    explanation.add(CoreText::assessment_gap_points,
                    {level.points_missing.to_string(), level.points_required.to_string(), result.points.to_string()});
  }
  const auto add_count = [&](CoreText text, const Count& count) {
    if (count.missing == 0) return;
    explanation.add(
        text, {level.name, std::to_string(count.missing), std::to_string(count.required), std::to_string(count.now)});
  };
  add_count(CoreText::assessment_gap_scenes, level.scenes);
  add_count(CoreText::assessment_gap_mandatory, level.mandatory_scenes);
  if (!level.nearest.empty()) {
    explanation.add(CoreText::assessment_gap_nearest, {nearest_words(questionnaire, result, level)});
  }
  if (!level.enough_scenes_carried_out) {
    int carried_out = 0;
    int mandatory = 0;
    for (const SceneStanding& scene : result.scenes) {
      if (scene.answer.status == Status::not_carried_out) continue;
      ++carried_out;
      if (scene.mandatory) ++mandatory;
    }
    explanation.add(CoreText::assessment_gap_beyond,
                    {level.name, std::to_string(carried_out), std::to_string(mandatory)});
  }
  return explanation.take();
}

}  // namespace hengping::assessment
