// Article 5 on the pages of contracts and providers: the checklist, progress against plan, self-assessments.
#pragma once

#include <span>

#include "shell/ui/screen.h"

namespace hengping::ui {

/// Each duty: its article, how it stands, what meets it by which records, what is missing.
void duty_list(Context& context, std::span<const shell::DutyView> duties);
/// Planned and reported share of the work, in numbers and as bars.
void progress_numbers(Context& context, const shell::ProgressView& progress);
/// Levels before and after, plainly as self-assessments.
void assessment_list(Context& context, std::span<const shell::AssessmentView> assessments);

}  // namespace hengping::ui
