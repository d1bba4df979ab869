#include "shell/ui/screens/rating_chart.h"

#include "shell/ui/widgets_chart.h"

namespace hengping::ui {

void rating_chart(Context& context, std::span<const shell::PeriodTally> history) {
  if (history.size() < 2) return;
  const Words& words = context.words;
  const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  const auto named = [&](Satisfaction satisfaction, SeriesColor color) {
    return ChartSeries{std::string(words(text_of(satisfaction))), {}, color};
  };
  ChartOptions chart;
  chart.key = "history";
  chart.name = words(UiText::history_title);
  chart.category_name = words(UiText::history_period);
  chart.series = {named(Satisfaction::satisfied, SeriesColor::green),
                  named(Satisfaction::basically_satisfied, SeriesColor::grey),
                  named(Satisfaction::unsatisfied, SeriesColor::red)};
  shell::RatingTally sum;
  for (const shell::PeriodTally& period : history) {
    chart.categories.push_back(period.period == "final" ? period_text(words, period.period) : period.period);
    chart.series[0].values.emplace_back(number(period.tally.satisfied));
    chart.series[1].values.emplace_back(number(period.tally.basically_satisfied));
    chart.series[2].values.emplace_back(number(period.tally.unsatisfied));
    sum.satisfied += period.tally.satisfied;
    sum.basically_satisfied += period.tally.basically_satisfied;
    sum.unsatisfied += period.tally.unsatisfied;
  }
  const auto text = [&](std::size_t count) { return shell::count_text(number(count)); };
  chart.summary = words(UiText::history_summary, {text(history.size()), text(sum.satisfied),
                                                  text(sum.basically_satisfied), text(sum.unsatisfied)});
  context.frame.heading(3, chart.name, {.semibold = true});
  stacked_chart(context.frame, std::move(chart));
}

}  // namespace hengping::ui
