#include "core/assessment/answers.h"

#include <algorithm>

#include "core/base/decimal.h"
#include "core/codec/json_reader.h"
#include "core/facts/field_reader.h"

namespace hengping::assessment {
namespace {

using Kind = JsonValue::Kind;

constexpr std::string_view not_carried_out = "not_carried_out";

template <class Item>
std::optional<std::size_t> index_of(const std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  if (found == items.end()) return std::nullopt;
  return static_cast<std::size_t>(found - items.begin());
}

class AnswersReader {
 public:
  AnswersReader(const Questionnaire& questionnaire, FaultSink& faults)
      : questionnaire_(questionnaire), faults_(faults), answers_(blank_answers(questionnaire)) {}

  Answers read(const JsonValue& value, const std::string& pointer) {
    if (!expect(value, Kind::object, pointer)) return std::move(answers_);
    if (value.find("questionnaire") == nullptr) {
      faults_.add(CoreText::fault_field_missing, at(pointer, "questionnaire"), {"questionnaire"});
    }
    for (const auto& [key, member] : value.members()) {
      const std::string place = at(pointer, key);
      if (key == "questionnaire") {
        if (!are_answers_to(questionnaire_, value)) {
          faults_.add(CoreText::fault_assessment_questionnaire, place, {questionnaire_.id});
        }
      } else if (key == "questions") {
        read_questions(member, place);
      } else if (key == "scenes") {
        read_scenes(member, place);
      } else {
        faults_.add(CoreText::fault_field_unknown, place, {key});
      }
    }
    return std::move(answers_);
  }

 private:
  static std::string at(const std::string& pointer, std::string_view key) { return pointer + "/" + pointer_token(key); }

  bool expect(const JsonValue& value, Kind kind, const std::string& place) {
    if (value.is(kind)) return true;
    const CoreText type = kind == Kind::object  ? CoreText::type_object
                          : kind == Kind::array ? CoreText::type_array
                                                : CoreText::type_string;
    faults_.add(CoreText::fault_field_type, place, {say(type)});
    return false;
  }

  void unknown(CoreText what, const std::string& id, const std::string& place) {
    faults_.add(CoreText::fault_identifier_unknown, place, {say(what), id});
  }

  void read_questions(const JsonValue& value, const std::string& pointer) {
    if (!expect(value, Kind::object, pointer)) return;
    for (const auto& [id, answer] : value.members()) {
      std::size_t before = 0;  // questions of the sections before
      const Question* question = nullptr;
      for (const Section& section : questionnaire_.sections) {
        if (const auto index = index_of(section.questions, id)) {
          question = &section.questions[*index];
          before += *index;
          break;
        }
        before += section.questions.size();
      }
      if (question == nullptr) {
        unknown(CoreText::assessment_term_question, id, at(pointer, id));
      } else {
        read_question(*question, answers_.questions[before], answer, at(pointer, id));
      }
    }
  }

  void read_question(const Question& question, QuestionAnswer& answer, const JsonValue& value,
                     const std::string& pointer) {
    if (!expect(value, Kind::object, pointer)) return;
    for (const auto& [key, member] : value.members()) {
      if (key == "chosen") {
        read_chosen(question, answer, member, at(pointer, key));
      } else if (key == "inputs") {
        read_inputs(question, answer, member, at(pointer, key));
      } else {
        faults_.add(CoreText::fault_field_unknown, at(pointer, key), {key});
      }
    }
  }

  void read_chosen(const Question& question, QuestionAnswer& answer, const JsonValue& value,
                   const std::string& pointer) {
    if (!expect(value, Kind::array, pointer)) return;
    if (value.items().empty()) faults_.add(CoreText::fault_field_empty_list, pointer);
    std::vector<std::string> places;  // of what was chosen, for the faults about several options together
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      const JsonValue& item = value.items()[i];
      const std::string place = pointer + "/" + std::to_string(i);
      if (!expect(item, Kind::string, place)) continue;
      const auto option = index_of(question.options, item.text());
      if (!option) {
        unknown(CoreText::assessment_term_option, item.text(), place);
      } else if (std::find(answer.chosen.begin(), answer.chosen.end(), *option) != answer.chosen.end()) {
        faults_.add(CoreText::fault_assessment_chosen_twice, place, {item.text()});
      } else {
        answer.chosen.push_back(*option);
        places.push_back(place);
      }
    }
    if (answer.chosen.size() < 2) return;
    if (question.kind == QuestionKind::single) {
      faults_.add(CoreText::fault_assessment_single_choice, places[1]);
      return;
    }
    for (std::size_t i = 0; i < answer.chosen.size(); ++i) {
      const Option& option = question.options[answer.chosen[i]];
      if (option.excludes_others) {
        faults_.add(CoreText::fault_assessment_excludes_others, places[i], {option.id});
        return;
      }
    }
  }

  void read_inputs(const Question& question, QuestionAnswer& answer, const JsonValue& value,
                   const std::string& pointer) {
    if (!expect(value, Kind::object, pointer)) return;
    for (const auto& [id, number] : value.members()) {
      const auto index = index_of(question.inputs, id);
      if (!index) {
        unknown(CoreText::assessment_term_input, id, at(pointer, id));
      } else if (!number.is(Kind::number) || !Decimal::parse(number.text())) {
        faults_.add(CoreText::fault_field_type, at(pointer, id), {say(CoreText::type_number)});
      } else {
        answer.inputs[*index] = number.text();
      }
    }
  }

  void read_scenes(const JsonValue& value, const std::string& pointer) {
    if (!expect(value, Kind::object, pointer)) return;
    for (const auto& [id, answer] : value.members()) {
      const auto index = index_of(questionnaire_.scenes, id);
      if (!index) {
        unknown(CoreText::assessment_term_scene, id, at(pointer, id));
      } else {
        read_scene(answers_.scenes[*index], answer, at(pointer, id));
      }
    }
  }

  void read_scene(SceneAnswer& scene, const JsonValue& value, const std::string& pointer) {
    if (value.is(Kind::string) && value.text() == not_carried_out) {
      scene.status = SceneAnswer::Status::not_carried_out;
      return;
    }
    const auto decimal = value.is(Kind::number) ? Decimal::parse(value.text()) : std::nullopt;
    const auto level = decimal ? decimal->scaled(0) : std::nullopt;
    if (!level || *level < 0 || *level > highest_level) {
      faults_.add(CoreText::fault_assessment_scene_level, pointer);
      return;
    }
    scene.status = SceneAnswer::Status::carried_out;
    scene.level = static_cast<int>(*level);
  }

  const Questionnaire& questionnaire_;
  FaultSink& faults_;
  Answers answers_;
};

}  // namespace

Answers blank_answers(const Questionnaire& questionnaire) {
  Answers answers;
  for (const Section& section : questionnaire.sections) {
    for (const Question& question : section.questions) {
      answers.questions.push_back(QuestionAnswer{{}, std::vector<std::string>(question.inputs.size())});
    }
  }
  answers.scenes.resize(questionnaire.scenes.size());
  return answers;
}

bool are_answers_to(const Questionnaire& questionnaire, const JsonValue& value) {
  const JsonValue* named = value.find("questionnaire");
  return named != nullptr && named->is(Kind::string) && named->text() == questionnaire.id;
}

std::optional<Answers> read_answers(const Questionnaire& questionnaire, const JsonValue& value, FaultList& faults,
                                    const std::string& pointer) {
  FaultSink sink(faults, Fault::no_fact);
  Answers answers = AnswersReader(questionnaire, sink).read(value, pointer);
  if (sink.count() != 0) return std::nullopt;
  return answers;
}

std::optional<Answers> read_answers_text(const Questionnaire& questionnaire, std::string_view json, FaultList& faults) {
  const auto value = read_json(json, faults);
  if (!value) return std::nullopt;
  return read_answers(questionnaire, *value, faults);
}

}  // namespace hengping::assessment
