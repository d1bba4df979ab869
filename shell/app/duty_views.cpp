#include "shell/app/duty_views.h"

#include "core/rules/progress_lag.h"
#include "shell/app/display.h"

namespace hengping::shell {

DutyView duty_view(const DutyItem& item, const Policy& policy, const Records& records) {
  DutyView view;
  view.article = item.article;
  view.article_name = article_name(item.article);
  if (const Article* article = policy.article(item.article)) view.article_text = article->text;
  view.status = item.status;
  for (const DutyRecord& record : item.met_by)
    view.met_by.push_back({record.on.to_string(), record.words, records.find_duty_record(record.ref)});
  view.missing = item.missing;
  return view;
}

ProgressView progress_view(const EngagementState& engagement, CivilDate day) {
  constexpr double hundredths = 100;
  ProgressView view;
  view.active = engagement.active();
  const Percent reported = engagement.progress.empty() ? Percent{} : engagement.progress.back().body->percent;
  view.reported = percent_text(reported);
  view.reported_share = reported.hundredths / hundredths;
  if (!engagement.progress.empty()) view.reported_on = engagement.progress.back().at.on.to_string();
  if (engagement.plan.empty()) return view;
  const Lag planned = planned_progress(engagement, day);
  const Lag lag = progress_lag(engagement, day);
  view.planned = planned.to_string();
  view.planned_share = static_cast<double>(planned.numerator) / static_cast<double>(planned.denominator) / hundredths;
  view.lag = lag.to_string();
  view.behind = lag.numerator > 0;
  return view;
}

std::vector<AssessmentView> assessment_views(const EngagementState& engagement, const Records& records) {
  std::vector<AssessmentView> views;
  for (const Stated<AssessmentRecorded>& recorded : engagement.assessments) {
    for (AssessmentView& earlier : views) {
      if (earlier.phase == recorded.body->phase) earlier.last = false;
    }
    AssessmentView view;
    view.phase = recorded.body->phase;
    view.level = recorded.body->level;
    view.level_words = level_words(view.level);
    if (recorded.body->score) view.score = quantity_text(*recorded.body->score);
    view.on = recorded.at.on.to_string();
    view.last = true;
    view.record = records.find(recorded.body);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace hengping::shell
