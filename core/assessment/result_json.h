// A self-assessment's result as JSON, for the command line and for whoever reads it by program.
#pragma once

#include "core/assessment/score.h"
#include "core/codec/json_value.h"

namespace hengping::assessment {

/// All of the result, the unconfirmed points included. Points are exact JSON numbers. What is unanswered is null.
[[nodiscard]] JsonValue result_json(const SelfAssessment& result);

}  // namespace hengping::assessment
