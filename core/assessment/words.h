// The words of a self-assessment's result, in both languages.
#pragma once

#include "core/assessment/score.h"

namespace hengping::assessment {

[[nodiscard]] Bilingual title_words(const Questionnaire& questionnaire);
/// Score and level; of an incomplete self-assessment what is unanswered and the ranges.
[[nodiscard]] Bilingual summary_words(const SelfAssessment& result);
/// That this is a self-assessment, and how many points of the questionnaire are unconfirmed.
[[nodiscard]] Bilingual notice_words(const Questionnaire& questionnaire);
/// That the level is reached, or each thing that it lacks; `level` is complete but for its explanation.
[[nodiscard]] Bilingual explain_level(const Questionnaire& questionnaire, const SelfAssessment& result,
                                      const LevelStanding& level);

}  // namespace hengping::assessment
