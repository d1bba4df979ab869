#include "core/assessment/recorded.h"

#include "core/codec/canonical.h"
#include "core/text/say.h"

namespace hengping::assessment {
namespace {

/// A value against the range in which the answers put it.
template <class Value>
Agreement against(Value recorded, Value least, Value most) {
  if (recorded < least || recorded > most) return Agreement::differs;
  return least < most ? Agreement::cannot_be_told : Agreement::agrees;
}

Agreement both(Agreement level, std::optional<Agreement> score) {
  if (level == Agreement::differs || score == Agreement::differs) return Agreement::differs;
  if (level == Agreement::cannot_be_told || score == Agreement::cannot_be_told) return Agreement::cannot_be_told;
  return Agreement::agrees;
}

/// One word if both are the same.
Bilingual range_words(const Bilingual& least, const Bilingual& most) {
  return least == most ? least : say(CoreText::assessment_range, {least, most});
}

Bilingual computed_words(const SelfAssessment& computed) {
  const std::string least = computed.points.to_string();
  const std::string most = computed.points_at_best.to_string();
  return say(CoreText::assessment_result, {range_words(Bilingual{least, least}, Bilingual{most, most}),
                                           range_words(computed.level_name, computed.level_at_best_name)});
}

CoreText agreement_text(Agreement agreement) {
  switch (agreement) {
    case Agreement::agrees: return CoreText::assessment_recorded_agrees;
    case Agreement::differs: return CoreText::assessment_recorded_differs;
    case Agreement::cannot_be_told: return CoreText::assessment_recorded_incomplete;
  }
  return CoreText::assessment_recorded_incomplete;
}

}  // namespace

RecordedCheck check_recorded(const Questionnaire& questionnaire, int level, std::optional<double> recorded_score,
                             const JsonValue* answers) {
  RecordedCheck check;
  if (recorded_score) check.score = Agreement::cannot_be_told;
  if (answers == nullptr) {
    check.explanation = say(CoreText::assessment_recorded_no_answers);
    return check;
  }
  if (!are_answers_to(questionnaire, *answers)) {
    check.explanation = say(CoreText::assessment_recorded_other_form, {questionnaire.title});
    return check;
  }
  FaultList faults;
  const auto read = read_answers(questionnaire, *answers, faults);
  if (!read) {
    check.explanation = say(CoreText::assessment_recorded_faulty, {std::to_string(faults.total())});
    return check;
  }
  check.computed = score(questionnaire, *read);
  const SelfAssessment& computed = *check.computed;
  check.level = against(level, computed.level, computed.level_at_best);
  if (recorded_score) {
    // Both sides as the binary64 nearest to their decimal: equal decimals are equal here, and no sum was made in binary.
    check.score = against(*recorded_score, to_double(computed.points.to_string()),
                          to_double(computed.points_at_best.to_string()));
  }
  check.agreement = both(check.level, check.score);
  check.explanation = say(agreement_text(check.agreement), {computed_words(computed)});
  return check;
}

}  // namespace hengping::assessment
