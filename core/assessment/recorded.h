// Whether a recorded level and score (`assessment.recorded`) are those of the answers recorded with them. For display only: what the
// answers hold is free (semantics §1), and the recorded level stays what counts.
#pragma once

#include <optional>

#include "core/assessment/score.h"

namespace hengping::assessment {

enum class Agreement { agrees, differs, cannot_be_told };

struct RecordedCheck {
  Agreement agreement =
      Agreement::cannot_be_told;  ///< differs if level or score differs; agrees if all that is recorded agrees
  Agreement level = Agreement::cannot_be_told;
  std::optional<Agreement> score;          ///< none: no score is recorded
  std::optional<SelfAssessment> computed;  ///< none: no answers, or none of this form
  Bilingual explanation;
};

/// Compares. Incomplete answers differ from what no completion of them can reach, agree with what none can change, and otherwise cannot
/// be told. `level` is 0–4; `score` is the recorded JSON number's binary64, which is how facts compare numbers; `answers` may be null.
[[nodiscard]] RecordedCheck check_recorded(const Questionnaire& questionnaire, int level, std::optional<double> score,
                                           const JsonValue* answers);

}  // namespace hengping::assessment
