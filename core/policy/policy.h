// The policy: the numbers and switches that the measures leave open, and the text of every article (semantics §6).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/fault.h"

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

  /// The article of that number ("9.2"), or null.
  [[nodiscard]] const Article* article(std::string_view number) const;
};

/// Reads a policy document (assets/policy). On faults the policy is empty and `faults` says why.
[[nodiscard]] std::optional<Policy> read_policy(std::string_view json, FaultList& faults);

/// The policy that ships: changchun version 1.
[[nodiscard]] const Policy& default_policy();

/// "9.2" → "第九条（二）" / "Article 9(2)".
[[nodiscard]] Bilingual article_name(std::string_view number);

}  // namespace hengping
