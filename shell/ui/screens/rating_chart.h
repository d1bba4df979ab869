// Ratings from period to period as a chart.
#pragma once

#include <span>

#include "shell/app/rating_history.h"
#include "shell/ui/screen.h"

namespace hengping::ui {

/// The ratings in force, period by period, headed by its name; nothing while there are fewer than two periods to compare.
void rating_chart(Context& context, std::span<const shell::PeriodTally> history);

}  // namespace hengping::ui
