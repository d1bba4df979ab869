// What a provider's page says beyond the grounds of Article 9: conduct, the score card, and how the verdicts came about.
#pragma once

#include <span>

#include "shell/ui/screen.h"

namespace hengping::ui {

/// Article 6: each rule with its complaints and findings, by what became of them.
void conduct_section(Context& context, std::span<const shell::ConductRuleView> rules);
/// Article 10: total and rank, and each criterion with its points, weight and reasons.
void score_section(Context& context, const shell::ScoreView& score);
/// Each day on which verdicts changed, and by which record.
void change_section(Context& context, std::span<const shell::ChangeView> changes);

}  // namespace hengping::ui
