// The policy: the numbers and switches that the measures leave open, and the text of every article (semantics §6).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/fault.h"
#include "core/codec/json_value.h"

namespace hengping {

/// An article or item: "1", "5", "5.1" … "12", with the text of the measures.
struct Article {
  std::string number;
  int chapter = 1;   ///< 1-based, of Policy::chapters
  std::string text;  ///< as published, Chinese
};

struct Parameters {
  int rectification_days = 30;
  int rectification_limit = 2;
  int unsatisfied_limit = 5;  ///< Article 9(2): the count at which the ground is met
  int progress_lag_points = 20;
  int change_report_days = 30;
  bool no_response_is_refusal = false;
  bool replacement_after_late_completion = false;
  bool counters_restart_on_reinstatement = true;
  int required_level = 2;
  int appeal_days = 15;
  int reply_days = 5;
};

/// What Article 10's tracking evaluation looks at (core/rules/score_card.h).
enum class Criterion : std::uint8_t {
  satisfaction,     ///< 满意度评价
  complaints,       ///< 投诉
  rectification,    ///< 限期整改
  timeliness,       ///< 序时进度
  levels,           ///< 数字化水平达到的等级
  deliverables,     ///< 第五条的成果
  cases_and_guides  ///< 典型案例、实施指南和产品 (Article 5(4) and 5(5): 评优的重要依据)
};
inline constexpr std::size_t criteria = 7;
[[nodiscard]] std::string_view criterion_name(Criterion criterion);

/// How the score card weighs and when it says "no data".
struct ScoreCardParameters {
  std::array<int, criteria> weights = {30, 15, 15, 10,
                                       15, 10, 5};  ///< whole points, each 0–100, by Criterion; total 100
  int minimum_ratings = 3;                          ///< fewer effective ratings are no data
  int prior_ratings = 5;                            ///< the pool's mean counts as so many ratings (shrinkage)
  int basically_satisfied_points = 60;              ///< of 100 that 基本满意 earns
  int complaint_points = 25;        ///< of 100 lost for each upheld complaint, shared among the contracts
  int cases_for_full_points = 3;    ///< cases, guides and products that earn all points
  int least_weight_with_data = 60;  ///< with less weight behind its data a provider is not ranked
};

/// What becomes of photos and documents before they are stored.
struct AttachmentParameters {
  int longest_side = 2048;        ///< pixels; larger pictures are made smaller
  int quality_percent = 85;       ///< of JPEG; in the document `quality`, 0.85
  bool keep_metadata = false;     ///< else what a camera writes along (place, time, device) is left out
  int largest_bytes = 8'388'608;  ///< of what is stored; what is larger is refused
};

struct Policy {
  std::string id;
  int version = 1;
  std::string title;
  std::string issuer;
  std::optional<CivilDate> holds_from;   ///< first day; none: from the beginning
  std::optional<CivilDate> holds_until;  ///< last day; none: until further notice
  std::vector<std::string> chapters;     ///< titles
  std::vector<Article> articles;         ///< in the order of the measures
  Parameters parameters;
  ScoreCardParameters score_card;
  AttachmentParameters attachments;

  /// Whether it holds on that day.
  [[nodiscard]] bool holds_on(CivilDate day) const {
    return (!holds_from || *holds_from <= day) && (!holds_until || day <= *holds_until);
  }
  /// The article of that number ("9.2"), or null.
  [[nodiscard]] const Article* article(std::string_view number) const;
};

/// Reads a policy document (assets/policy). On faults the policy is empty and `faults` says why.
[[nodiscard]] std::optional<Policy> read_policy(std::string_view json, FaultList& faults);

class FaultSink;
/// Reads one that stands inside another document; pointers of faults begin with `pointer`.
[[nodiscard]] std::optional<Policy> read_policy_value(JsonValue& document, const std::string& pointer, FaultSink& sink);

/// The policy that ships: changchun version 1.
[[nodiscard]] const Policy& default_policy();

/// "9.2" → "第九条（二）" / "Article 9(2)".
[[nodiscard]] Bilingual article_name(std::string_view number);

}  // namespace hengping
