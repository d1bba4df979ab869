#include <string>

#include "shell/ui/screens/gallery/gallery.h"
#include "shell/ui/widgets_chart.h"

namespace hengping::ui {

namespace {

std::vector<std::string> months(int count) {
  std::vector<std::string> all;
  for (int month = 1; month <= count; ++month)
    all.push_back("2026-" + std::string(month < 10 ? "0" : "") + std::to_string(month));
  return all;
}

class Charts final : public GalleryGroup {
 public:
  void draw(Context& context) override {
    {
      const auto scope = specimen(context, GalleryText::chart_bar);
      ChartOptions chart = options(context, "bar", GalleryText::chart_bar);
      chart.categories = months(6);
      chart.measure = Measure::money;
      chart.series = {{std::string(context.words(UiText::place_engagements)),
                       {12'000'000, 45'000'050, 30'000'000, std::nullopt, 60'000'000, 98'700'000}},
                      {std::string(context.words(UiText::place_awards)),
                       {8'000'000, 21'000'000, 33'300'000, 0, 41'000'000, 70'000'000}}};
      bar_chart(context.frame, std::move(chart));
    }
    {
      const auto scope = specimen(context, GalleryText::chart_stacked);
      ChartOptions chart = options(context, "stacked", GalleryText::chart_stacked);
      chart.categories = months(12);
      chart.series = answers(context);
      stacked_chart(context.frame, std::move(chart));
    }
    {
      const auto scope = specimen(context, GalleryText::chart_line);
      ChartOptions chart = options(context, "line", GalleryText::chart_line);
      chart.measure = Measure::percent;
      for (const std::string_view day : {"2026-01-15", "2026-02-01", "2026-04-20", "2026-06-30", "2026-11-23"}) {
        chart.categories.emplace_back(day);
        chart.days.push_back(CivilDate::parse(day).value_or(CivilDate()));
      }
      chart.series = {{std::string(say(context, GalleryText::series_plan)), {1'000, 2'500, 5'000, 7'500, 10'000}},
                      {std::string(say(context, GalleryText::series_done)), {500, 2'000, 5'225, std::nullopt, 8'000}},
                      {std::string(say(context, GalleryText::sample_name)), {300, 900, 1'500, 3'000, 4'410}}};
      line_chart(context.frame, std::move(chart));
    }
    {
      const auto scope = specimen(context, GalleryText::chart_heat);
      ChartOptions chart = options(context, "heat", GalleryText::chart_heat);
      chart.categories = months(12);
      chart.series = answers(context);
      chart.series[1].values[4] = std::nullopt;
      chart.height = 150;
      heat_map(context.frame, std::move(chart));
    }
    const auto scope = specimen(context, GalleryText::chart_small);
    const auto grid = sample_grid(context.frame);
    ChartOptions dial = options(context, "gauge", GalleryText::chart_gauge);
    dial.categories = {std::string(say(context, GalleryText::series_done)),
                       std::string(say(context, GalleryText::series_plan))};
    dial.series = {{std::string(context.words(UiText::chart_value)), {6'250, 8'000}}};
    dial.measure = Measure::percent;
    dial.height = 130;
    gauge(context.frame, std::move(dial), 10'000);
    ChartOptions spark = options(context, "spark", GalleryText::chart_spark);
    spark.categories = months(12);
    spark.series = answers(context);
    sparkline(context.frame, std::move(spark));
  }

 private:
  static ChartOptions options(const Context& context, std::string_view key, GalleryText name) {
    ChartOptions chart;
    chart.key = key;
    chart.name = say(context, name);
    chart.summary = say(context, GalleryText::chart_summary);
    chart.category_name = context.words(UiText::history_period);
    return chart;
  }

  static std::vector<ChartSeries> answers(const Context& context) {
    const auto named = [&](Satisfaction satisfaction, SeriesColor color, ChartValues values) {
      return ChartSeries{std::string(context.words(text_of(satisfaction))), std::move(values), color};
    };
    return {named(Satisfaction::satisfied, SeriesColor::green, {3, 4, 6, 9, 12, 8, 7, 15, 11, 14, 18, 21}),
            named(Satisfaction::basically_satisfied, SeriesColor::grey, {1, 1, 0, 2, 3, 2, 4, 1, 0, 2, 3, 1}),
            named(Satisfaction::unsatisfied, SeriesColor::red, {0, 0, 1, 0, 2, 5, 3, 1, 0, 1, 0, 0})};
  }
};

}  // namespace

std::unique_ptr<GalleryGroup> make_gallery_charts() { return std::make_unique<Charts>(); }

}  // namespace hengping::ui
