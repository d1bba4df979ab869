#include "core/rules/catalogue.h"

#include <algorithm>
#include <array>

#include "core/rules/rule.h"

namespace hengping {
namespace {

// What rules read together.
constexpr std::string_view complaint_records = "complaint.filed,complaint.upheld,complaint.dismissed";
constexpr std::string_view finding_records = "finding.raised,finding.confirmed,finding.dismissed";
constexpr std::string_view order_records =
    "rectification.ordered,rectification.extended,rectification.submitted,rectification.verified,rectification.refused,"
    "rectification.voided";

// Kinds of record and parameters of the policy, separated by commas. A test holds both against the kinds and the policy that there are.
constexpr std::array rules_of_the_measures = {
    Rule{"5.1", {"need.listed,deliverable.submitted"}, "", CoreText::rule_5_1},
    Rule{"5.2", {"deliverable.submitted"}, "", CoreText::rule_5_2},
    Rule{"5.3", {"deliverable.submitted,assessment.recorded"}, "required_level", CoreText::rule_5_3},
    Rule{"5.4", {"deliverable.submitted"}, "", CoreText::rule_5_4},
    Rule{"5.5", {"deliverable.submitted"}, "", CoreText::rule_5_5},
    Rule{"5.6", {"deliverable.submitted,assessment.recorded"}, "", CoreText::rule_5_6},
    Rule{"5.7", {"progress.reported,deliverable.submitted"}, "", CoreText::rule_5_7},
    Rule{"6", {complaint_records, finding_records}, "", CoreText::rule_6},
    Rule{"7.1", {complaint_records}, "", CoreText::rule_7_1},
    Rule{"7.2", {"provider.change_reported"}, "change_report_days", CoreText::rule_7_2},
    Rule{"7.3", {"engagement.amended"}, "", CoreText::rule_7_3},
    Rule{"7.4", {"acceptance.concluded"}, "", CoreText::rule_7_4},
    Rule{"7.5", {finding_records}, "", CoreText::rule_7_5},
    Rule{"7", {order_records, "trigger.waived"}, "rectification_days", CoreText::rule_7},
    Rule{"8",
         {order_records, "replacement.requested,replacement.approved,replacement.rejected,engagement.ended"},
         "replacement_after_late_completion",
         CoreText::rule_8},
    Rule{"9.1",
         {order_records, "provider.reinstated"},
         "rectification_limit,no_response_is_refusal,counters_restart_on_reinstatement",
         CoreText::rule_9_1},
    Rule{"9.2",
         {"rating.given,rating.withdrawn,provider.reinstated"},
         "unsatisfied_limit,counters_restart_on_reinstatement",
         CoreText::rule_9_2},
    Rule{"9.3",
         {"engagement.signed,engagement.amended,engagement.ended,progress.reported"},
         "progress_lag_points",
         CoreText::rule_9_3},
    Rule{"9.4", {finding_records, "provider.reinstated"}, "counters_restart_on_reinstatement", CoreText::rule_9_4},
    Rule{"9.5", {finding_records, "provider.reinstated"}, "counters_restart_on_reinstatement", CoreText::rule_9_5},
    Rule{"9.6",
         {finding_records, "acceptance.concluded,provider.reinstated"},
         "counters_restart_on_reinstatement",
         CoreText::rule_9_6},
    Rule{"9",
         {"provider.registered,provider.reinstated,disqualification.noticed,disqualification.replied,disqualification."
          "decided,disqualification.appealed,disqualification.appeal_decided"},
         "reply_days,appeal_days",
         CoreText::rule_9},
    Rule{"10",
         {complaint_records, order_records,
          "rating.given,rating.withdrawn,progress.reported,assessment.recorded,deliverable.submitted,award.given,award."
          "revoked"},
         "score_card,required_level",
         CoreText::rule_10},
};

void split(std::string_view list, std::vector<std::string_view>& words) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    words.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace

std::vector<std::string_view> Rule::records() const {
  std::vector<std::string_view> names;
  for (const std::string_view list : records_) split(list, names);
  return names;
}
std::vector<std::string_view> Rule::parameters() const {
  std::vector<std::string_view> names;
  split(parameters_, names);
  return names;
}
Bilingual Rule::words() const { return say(words_); }

std::span<const Rule> catalogue() { return rules_of_the_measures; }

std::span<const GroundRule> ground_rules() {
  static constexpr std::array rules = {GroundRule{"9.1", judge_ground_9_1}, GroundRule{"9.2", judge_ground_9_2},
                                       GroundRule{"9.3", judge_ground_9_3}, GroundRule{"9.4", judge_ground_9_4},
                                       GroundRule{"9.5", judge_ground_9_5}, GroundRule{"9.6", judge_ground_9_6}};
  return rules;
}

}  // namespace hengping
