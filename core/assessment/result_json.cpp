#include "core/assessment/result_json.h"

namespace hengping::assessment {
namespace {

using Status = SceneAnswer::Status;

JsonValue bilingual(const Bilingual& words) {
  JsonValue json = JsonValue::object();
  json.set("zh", JsonValue::string(words.zh)).set("en", JsonValue::string(words.en));
  return json;
}

JsonValue text(const std::string& words) { return JsonValue::string(words); }
JsonValue number(int value) { return JsonValue::number(std::int64_t{value}); }
JsonValue number(Points points) { return JsonValue::number(points.to_string()); }

template <class Items, class Write>
JsonValue list(const Items& items, Write write) {
  JsonValue json = JsonValue::array();
  for (const auto& item : items) json.items().push_back(write(item));
  return json;
}

JsonValue question_json(const QuestionScore& question) {
  JsonValue json = JsonValue::object();
  json.set("id", text(question.id))
      .set("number", number(question.number))
      .set("title", text(question.title))
      .set("points", question.points ? number(*question.points) : JsonValue())
      .set("maximum", number(question.maximum))
      .set("missing_inputs", list(question.missing_inputs, text));
  return json;
}

JsonValue section_json(const SectionScore& section) {
  JsonValue json = JsonValue::object();
  json.set("id", text(section.id))
      .set("title", text(section.title))
      .set("points", number(section.points))
      .set("maximum", number(section.maximum))
      .set("questions", list(section.questions, question_json));
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
  json.set("id", text(scene.id))
      .set("title", text(scene.title))
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
      .set("name", bilingual(level.name))
      .set("reached", JsonValue::boolean(level.reached))
      .set("points", std::move(points))
      .set("scenes", count_json(level.scenes))
      .set("mandatory_scenes", count_json(level.mandatory_scenes))
      .set("nearest",
           list(level.nearest,
                [&result](const NearScene& near) {
                  JsonValue scene = JsonValue::object();
                  scene.set("scene", text(result.scenes[near.scene].id)).set("levels_short", number(near.levels_short));
                  return scene;
                }))
      .set("enough_scenes_carried_out", JsonValue::boolean(level.enough_scenes_carried_out))
      .set("explanation", bilingual(level.explanation));
  return json;
}

}  // namespace

JsonValue result_json(const SelfAssessment& result) {
  JsonValue json = JsonValue::object();
  json.set("questionnaire", text(result.questionnaire))
      .set("title", bilingual(result.title))
      .set("sources", list(result.sources, text))
      .set("complete", JsonValue::boolean(result.complete))
      .set("questions_unanswered", number(result.questions_unanswered))
      .set("scenes_unanswered", number(result.scenes_unanswered))
      .set("points", number(result.points))
      .set("points_at_best", number(result.points_at_best))
      .set("maximum", number(result.maximum))
      .set("level", number(result.level))
      .set("level_name", bilingual(result.level_name))
      .set("level_at_best", number(result.level_at_best))
      .set("level_at_best_name", bilingual(result.level_at_best_name))
      .set("summary", bilingual(result.summary))
      .set("sections", list(result.sections, section_json))
      .set("scenes", list(result.scenes, scene_json))
      .set("levels", list(result.levels, [&result](const LevelStanding& level) { return level_json(result, level); }))
      .set("notice", bilingual(result.notice))
      .set("unconfirmed", list(result.unconfirmed, bilingual));
  return json;
}

}  // namespace hengping::assessment
