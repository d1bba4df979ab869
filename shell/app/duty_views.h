// Article 5 as the pages show it: what a contract is owed, what is there by which records, and what is missing; progress and
// self-assessments beside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/rules/duties.h"
#include "shell/app/app.h"
#include "shell/app/record_references.h"

namespace hengping::shell {

/// A record that meets a duty, or a part of one.
struct DutyRecordView {
  std::string on;
  Bilingual words;
  RecordReference record;
};

struct DutyView {
  std::string article;       ///< "5.1"
  Bilingual article_name;    ///< "第五条（一）"
  std::string article_text;  ///< the measures' own words, Chinese
  DutyStatus status = DutyStatus::missing;
  std::vector<DutyRecordView> met_by;  ///< in the order of stating
  std::vector<Bilingual> missing;      ///< a sentence each
};
[[nodiscard]] DutyView duty_view(const DutyItem& item, const Policy& policy, const Records& records);

/// Planned and reported share of the work today, in percent as people write them: "62.5". Of a contract without a plan `planned` and
/// `lag` are empty.
struct ProgressView {
  std::string planned;
  std::string reported;     ///< "0" while nothing was reported
  std::string reported_on;  ///< day of the last report; empty: none
  std::string lag;          ///< percentage points, "0" if it is not behind
  bool behind = false;
  bool active = true;        ///< an ended contract is not measured any more (Article 9(3))
  double planned_share = 0;  ///< 0–100, for drawing only
  double reported_share = 0;
};
[[nodiscard]] ProgressView progress_view(const EngagementState& engagement, CivilDate day);

/// One assessment of the digital level (数字化水平自评), before or after the transformation.
struct AssessmentView {
  AssessmentPhase phase = AssessmentPhase::before;
  int level = 0;          ///< 0–4
  Bilingual level_words;  ///< "二级"
  std::string score;      ///< empty: none was recorded
  std::string on;
  bool last = false;  ///< the last of its phase: the one that counts
  RecordReference record;
};
/// In the order of stating.
[[nodiscard]] std::vector<AssessmentView> assessment_views(const EngagementState& engagement, const Records& records);

}  // namespace hengping::shell
