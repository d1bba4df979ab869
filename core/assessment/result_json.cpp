#include "core/assessment/result_json.h"

#include "core/codec/json_parts.h"

namespace hengping::assessment {
namespace {

using Status = SceneAnswer::Status;

JsonValue number(int value) { return JsonValue::number(std::int64_t{value}); }
JsonValue number(Points points) { return JsonValue::number(points.to_string()); }

JsonValue question_json(const QuestionScore& question) {
  JsonValue json = JsonValue::object();
  json.set("id", json_string(question.id))
      .set("number", number(question.number))
      .set("title", json_string(question.title))
      .set("points", question.points ? number(*question.points) : JsonValue())
      .set("maximum", number(question.maximum))
      .set("missing_inputs", list_json(question.missing_inputs, json_string));
  return json;
}

JsonValue section_json(const SectionScore& section) {
  JsonValue json = JsonValue::object();
  json.set("id", json_string(section.id))
      .set("title", json_string(section.title))
      .set("points", number(section.points))
      .set("maximum", number(section.maximum))
      .set("questions", list_json(section.questions, question_json));
  return json;
}

JsonValue answer_json(const SceneAnswer& answer) {
  switch (answer.status) {
    case Status::unanswered: return {};
    case Status::not_carried_out: return JsonValue::string("not_carried_out");
    case Status::carried_out: return number(answer.level);
  }
  return {};
}

JsonValue scene_json(const SceneStanding& scene) {
  JsonValue json = JsonValue::object();
  json.set("id", json_string(scene.id))
      .set("title", json_string(scene.title))
      .set("mandatory", JsonValue::boolean(scene.mandatory))
      .set("level", answer_json(scene.answer));
  return json;
}

JsonValue count_json(const Count& count) {
  JsonValue json = JsonValue::object();
  json.set("required", number(count.required)).set("now", number(count.now)).set("missing", number(count.missing));
  return json;
}

JsonValue level_json(const SelfAssessment& result, const LevelStanding& level) {
  JsonValue points = JsonValue::object();
  points.set("required", number(level.points_required))
      .set("now", number(result.points))
      .set("missing", number(level.points_missing));
  JsonValue json = JsonValue::object();
  json.set("level", number(level.level))
      .set("name", bilingual_json(level.name))
      .set("reached", JsonValue::boolean(level.reached))
      .set("points", std::move(points))
      .set("scenes", count_json(level.scenes))
      .set("mandatory_scenes", count_json(level.mandatory_scenes))
      .set("nearest", list_json(level.nearest,
                                [&result](const NearScene& near) {
                                  JsonValue scene = JsonValue::object();
                                  scene.set("scene", json_string(result.scenes[near.scene].id))
                                      .set("levels_short", number(near.levels_short));
                                  return scene;
                                }))
      .set("enough_scenes_carried_out", JsonValue::boolean(level.enough_scenes_carried_out))
      .set("explanation", bilingual_json(level.explanation));
  return json;
}

}  // namespace

JsonValue result_json(const SelfAssessment& result) {
  JsonValue json = JsonValue::object();
  json.set("questionnaire", json_string(result.questionnaire))
      .set("title", bilingual_json(result.title))
      .set("sources", list_json(result.sources, json_string))
      .set("complete", JsonValue::boolean(result.complete))
      .set("questions_unanswered", number(result.questions_unanswered))
      .set("scenes_unanswered", number(result.scenes_unanswered))
      .set("points", number(result.points))
      .set("points_at_best", number(result.points_at_best))
      .set("maximum", number(result.maximum))
      .set("level", number(result.level))
      .set("level_name", bilingual_json(result.level_name))
      .set("level_at_best", number(result.level_at_best))
      .set("level_at_best_name", bilingual_json(result.level_at_best_name))
      .set("summary", bilingual_json(result.summary))
      .set("sections", list_json(result.sections, section_json))
      .set("scenes", list_json(result.scenes, scene_json))
      .set("levels",
           list_json(result.levels, [&result](const LevelStanding& level) { return level_json(result, level); }))
      .set("notice", bilingual_json(result.notice))
      .set("unconfirmed", list_json(result.unconfirmed, bilingual_json));
  return json;
}

}  // namespace hengping::assessment
