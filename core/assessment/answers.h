// Answers to a self-assessment questionnaire. Their form in JSON, which may stand as `answers` of an `assessment.recorded`:
//
//   { "questionnaire": "miit-sme-digital-2024",
//     "questions": { "network": { "chosen": ["b", "c"] },
//                    "device_digitization": { "chosen": ["c"], "inputs": { "equipment_total": 120, "equipment_digital": 40 } } },
//     "scenes": { "product_design": 2, "after_sales": "not_carried_out" } }
//
// `questionnaire` names the questionnaire and tells this form from any other. `questions` and `scenes` may be left out, and so may each
// question, its `chosen` or `inputs`, each input and each scene: what is left out is unanswered. `chosen` is a list of option ids, of
// exactly one for a single choice. An input is a number. A scene's answer is the level that it has reached, 0 to 4 (0: carried out, but
// short of level 1), or "not_carried_out"; the published forms have no answer for the last two, which here count at no level.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assessment/questionnaire.h"
#include "core/codec/json_value.h"

namespace hengping::assessment {

struct QuestionAnswer {
  std::vector<std::size_t> chosen;  ///< indices of Question::options, in the order given; empty: unanswered
  std::vector<std::string> inputs;  ///< as Question::inputs: the number as written, "" if it is not given
};

struct SceneAnswer {
  enum class Status { unanswered, not_carried_out, carried_out };
  Status status = Status::unanswered;
  int level = 0;  ///< 0–4; 0 unless carried out
};

/// One entry for each question (through all sections) and each scene of the questionnaire, in its order.
struct Answers {
  std::vector<QuestionAnswer> questions;
  std::vector<SceneAnswer> scenes;
};

/// Nothing answered.
[[nodiscard]] Answers blank_answers(const Questionnaire& questionnaire);

/// Whether the value claims to be answers to this questionnaire, faultless or not.
[[nodiscard]] bool are_answers_to(const Questionnaire& questionnaire, const JsonValue& value);

/// Reads answers. Faults, each with its place below `pointer`: another questionnaire, unknown questions, options, inputs or scenes, an
/// option chosen twice, two options of a single choice, others beside an option that excludes them, wrong types. On faults nothing.
[[nodiscard]] std::optional<Answers> read_answers(const Questionnaire& questionnaire, const JsonValue& value,
                                                  FaultList& faults, const std::string& pointer = {});
/// The same from text.
[[nodiscard]] std::optional<Answers> read_answers_text(const Questionnaire& questionnaire, std::string_view json,
                                                       FaultList& faults);

}  // namespace hengping::assessment
