#include "core/assessment/questionnaire.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/codec/json_reader.h"
#include "core/facts/field_reader.h"
#include "hengping/embedded_assessment.gen.h"

namespace hengping::assessment {
namespace {

using Kind = JsonValue::Kind;

constexpr std::array<Choice<QuestionKind>, 2> question_kinds = {
    {{"single", QuestionKind::single}, {"multiple", QuestionKind::multiple}}};

// The one rule for levels that this code carries out, as a document states it.
constexpr std::string_view known_level_rule =
    "both conditions; a scene counts when its own level is at or above the level asked for";  // not shown: a value

/// Calls `read(FieldReader&)` for each object of a list; reports what is no object.
template <class Read>
void read_objects(FieldReader& parent, std::string_view key, bool may_be_empty, Read read) {
  const JsonValue* given = parent.take(key);
  if (may_be_empty && given != nullptr && given->is(Kind::array) && given->items().empty()) return;
  JsonValue* list = parent.array(key, true);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    const std::string pointer = parent.at(key) + "/" + std::to_string(i);
    if (!list->items()[i].is(Kind::object)) {
      parent.faults().add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
      continue;
    }
    FieldReader reader(list->items()[i], pointer, parent.faults(), parent.symbols());
    read(reader);
    reader.finish();
  }
}

std::vector<std::string> read_texts(FieldReader& parent, std::string_view key, bool may_be_empty) {
  std::vector<std::string> result;
  const JsonValue* given = parent.take(key);
  if (may_be_empty && given != nullptr && given->is(Kind::array) && given->items().empty()) return result;
  const JsonValue* list = parent.array(key, true);
  if (list == nullptr) return result;
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    const JsonValue& item = list->items()[i];
    const std::string pointer = parent.at(key) + "/" + std::to_string(i);
    if (!item.is(Kind::string)) {
      parent.faults().add(CoreText::fault_field_type, pointer, {say(CoreText::type_string)});
    } else if (item.text().empty()) {
      parent.faults().add(CoreText::fault_field_empty, pointer);
    } else {
      result.push_back(item.text());
    }
  }
  return result;
}

int whole_number(FieldReader& reader, std::string_view key, int least, int most) {
  const JsonValue* value = reader.take(key);
  const auto decimal = value != nullptr && value->is(Kind::number) ? Decimal::parse(value->text()) : std::nullopt;
  const auto number = decimal ? decimal->scaled(0) : std::nullopt;
  if (!number || *number < least || *number > most) {
    const std::string lowest = std::to_string(least);
    reader.faults().add(CoreText::fault_assessment_number, reader.at(key), {lowest, std::to_string(most)});
    return least;
  }
  return static_cast<int>(*number);
}

Points read_points(FieldReader& reader, std::string_view key, Points least, Points most) {
  const JsonValue* value = reader.take(key);
  const auto points = value != nullptr && value->is(Kind::number) ? Points::parse_number(value->text()) : std::nullopt;
  if (!points || *points < least || *points > most) {
    reader.faults().add(CoreText::fault_assessment_points, reader.at(key), {least.to_string(), most.to_string()});
    return least;
  }
  return *points;
}

constexpr Points most_points{100'000};

/// Identifiers of one kind of thing; each may stand once.
class Unique {
 public:
  explicit Unique(CoreText what) : what_(what) {}
  std::string read(FieldReader& reader) {
    std::string id = reader.text("id");
    if (id.empty()) return id;
    if (!is_identifier(id)) {
      reader.faults().add(CoreText::fault_field_identifier, reader.at("id"));
    } else if (std::find(seen_.begin(), seen_.end(), id) != seen_.end()) {
      reader.faults().add(CoreText::fault_identifier_exists, reader.at("id"), {say(what_), id});
    }
    seen_.push_back(id);
    return id;
  }

 private:
  CoreText what_;
  std::vector<std::string> seen_;
};

void check_sum(FieldReader& reader, Points stated, Points summed) {
  if (stated == summed) return;
  reader.faults().add(CoreText::fault_assessment_points_sum, reader.at("points"),
                      {stated.to_string(), summed.to_string()});
}

Points best_of(const Question& question) {
  Points together;
  Points alone;
  for (const Option& option : question.options) {
    const bool joins_others = question.kind == QuestionKind::multiple && !option.excludes_others;
    if (joins_others) together += option.points;
    if (!joins_others) alone = std::max(alone, option.points);
  }
  return std::max(together, alone);
}

Question read_question(FieldReader& reader, Unique& ids, int number) {
  Question question;
  question.id = ids.read(reader);
  question.number = whole_number(reader, "number", number, number);
  question.title = reader.text("title");
  question.kind = reader.choice("kind", question_kinds).value_or(QuestionKind::single);
  question.points = read_points(reader, "points", Points{}, most_points);
  Unique options(CoreText::assessment_term_option);
  const std::size_t faults_before = reader.faults().count();
  read_objects(reader, "options", false, [&](FieldReader& one) {
    Option option;
    option.id = options.read(one);
    option.text = one.text("text");
    option.points = read_points(one, "points", Points{}, most_points);
    option.excludes_others = one.optional_boolean("excludes_others").value_or(false);
    question.options.push_back(std::move(option));
  });
  // A sum of what could not be read would be a second fault for one cause.
  if (reader.faults().count() == faults_before) check_sum(reader, question.points, best_of(question));
  Unique inputs(CoreText::assessment_term_input);
  read_objects(reader, "inputs", true, [&](FieldReader& one) {
    Input input;
    input.id = inputs.read(one);
    input.label = one.text("label");
    input.unit = one.text("unit");
    question.inputs.push_back(std::move(input));
  });
  question.formula = reader.optional_filled_text("formula");
  return question;
}

void read_sections(FieldReader& parent, Questionnaire& questionnaire) {
  Unique sections(CoreText::assessment_term_section);
  Unique questions(CoreText::assessment_term_question);
  int number = 0;
  read_objects(parent, "sections", false, [&](FieldReader& reader) {
    Section section;
    section.id = sections.read(reader);
    section.title = reader.text("title");
    section.points = read_points(reader, "points", Points{}, most_points);
    const std::size_t faults_before = reader.faults().count();
    Points sum;
    read_objects(reader, "questions", false, [&](FieldReader& one) {
      section.questions.push_back(read_question(one, questions, ++number));
      sum += section.questions.back().points;
    });
    if (reader.faults().count() == faults_before) check_sum(reader, section.points, sum);
    questionnaire.sections.push_back(std::move(section));
  });
}

void read_scenes(FieldReader& parent, Questionnaire& questionnaire) {
  Unique scenes(CoreText::assessment_term_scene);
  read_objects(parent, "scenes", false, [&](FieldReader& reader) {
    Scene scene;
    scene.id = scenes.read(reader);
    scene.group = reader.text("group");
    scene.title = reader.text("title");
    scene.mandatory = reader.boolean("mandatory");
    int level = 0;
    read_objects(reader, "levels", false, [&](FieldReader& one) {
      ++level;
      whole_number(one, "level", level, level);
      scene.levels.push_back(one.text("text"));
    });
    if (level != 0 && level != highest_level) reader.faults().add(CoreText::fault_assessment_four, reader.at("levels"));
    questionnaire.scenes.push_back(std::move(scene));
  });
}

void read_levels(FieldReader& parent, Questionnaire& questionnaire) {
  const auto scenes = static_cast<int>(questionnaire.scenes.size());
  const auto mandatory = static_cast<int>(std::count_if(questionnaire.scenes.begin(), questionnaire.scenes.end(),
                                                        [](const Scene& scene) { return scene.mandatory; }));
  LevelThreshold before;
  read_objects(parent, "levels", false, [&](FieldReader& reader) {
    LevelThreshold level;
    level.level = whole_number(reader, "level", before.level + 1, before.level + 1);
    level.name = reader.text("name");
    level.min_points = read_points(reader, "min_points", before.min_points, questionnaire.points());
    level.min_scenes = whole_number(reader, "min_scenes", before.min_scenes, scenes);
    level.min_mandatory_scenes = whole_number(reader, "min_mandatory_scenes", before.min_mandatory_scenes, mandatory);
    before = level;
    questionnaire.levels.push_back(std::move(level));
  });
  if (before.level != 0 && before.level != highest_level) {
    parent.faults().add(CoreText::fault_assessment_four, parent.at("levels"));
  }
}

}  // namespace

Points Questionnaire::points() const {
  Points sum;
  for (const Section& section : sections) sum += section.points;
  return sum;
}

int Questionnaire::question_count() const {
  std::size_t count = 0;
  for (const Section& section : sections) count += section.questions.size();
  return static_cast<int>(count);
}

const Question* Questionnaire::question(std::string_view question_id) const {
  for (const Section& section : sections) {
    for (const Question& question : section.questions) {
      if (question.id == question_id) return &question;
    }
  }
  return nullptr;
}

const Scene* Questionnaire::scene(std::string_view scene_id) const {
  const auto found =
      std::find_if(scenes.begin(), scenes.end(), [scene_id](const Scene& scene) { return scene.id == scene_id; });
  return found == scenes.end() ? nullptr : &*found;
}

std::optional<Questionnaire> read_questionnaire(std::string_view json, FaultList& faults) {
  auto document = read_json(json, faults);
  if (!document) return std::nullopt;
  FaultSink sink(faults, Fault::no_fact);
  if (!document->is(Kind::object)) {
    sink.add(CoreText::fault_field_type, "", {say(CoreText::type_object)});
    return std::nullopt;
  }
  SymbolTable symbols;
  FieldReader reader(*document, "", sink, symbols);
  Questionnaire questionnaire;
  questionnaire.id = Unique(CoreText::assessment_term_questionnaire).read(reader);
  questionnaire.title = reader.text("title");
  questionnaire.sources = read_texts(reader, "sources", false);
  questionnaire.unconfirmed = read_texts(reader, "unconfirmed", true);
  read_sections(reader, questionnaire);
  read_scenes(reader, questionnaire);
  // What the levels ask for is measured against points and scenes; where those are at fault it would only repeat them.
  if (sink.count() == 0) {
    read_levels(reader, questionnaire);
  } else {
    reader.take("levels");
  }
  if (const std::string rule = reader.text("level_rule"); !rule.empty() && rule != known_level_rule) {
    sink.add(CoreText::fault_assessment_level_rule, reader.at("level_rule"), {known_level_rule});
  }
  reader.finish();
  if (sink.count() != 0) return std::nullopt;
  return questionnaire;
}

const Questionnaire& default_questionnaire() {
  static const Questionnaire questionnaire = [] {
    FaultList faults;
    auto read = read_questionnaire(miit_sme_digital_2024_json, faults);
    if (!read) std::abort();  // the document that ships is tested; a broken one must not score anyone
    return *std::move(read);
  }();
  return questionnaire;
}

Bilingual unconfirmed_words(std::string_view as_documented) {
  constexpr std::string_view prefix = "assessment.unconfirmed.";
  for (std::size_t i = 0; i < core_text_keys.size(); ++i) {
    if (core_text_keys[i].starts_with(prefix) && core_text_en[i] == as_documented) {
      return Bilingual{std::string(core_text_zh[i]), std::string(core_text_en[i])};
    }
  }
  return Bilingual{std::string(as_documented), std::string(as_documented)};
}

}  // namespace hengping::assessment
