// Every enumeration of the facts as it stands in JSON; one list serves reading and writing. The Chinese values are part of the
// format (semantics §1), not words of the interface.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "core/facts/fact.h"

namespace hengping {

/// One value of an enumeration as it stands in JSON.
template <class Enum>
struct Choice {
  std::string_view name;
  Enum value;
};

/// How the value stands in JSON.
template <class Enum, std::size_t count>
[[nodiscard]] constexpr std::string_view name_of(Enum value, const std::array<Choice<Enum>, count>& choices) {
  for (const auto& choice : choices) {
    if (choice.value == value) return choice.name;
  }
  return {};
}
/// The value that stands so in JSON, or nothing.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> value_of(std::string_view name, std::span<const Choice<Enum>> choices) {
  for (const auto& choice : choices) {
    if (choice.name == name) return choice.value;
  }
  return std::nullopt;
}

inline constexpr std::array<Choice<Role>, 5> role_choices = {{{"bureau", Role::bureau},
                                                              {"enterprise", Role::enterprise},
                                                              {"inspector", Role::inspector},
                                                              {"provider", Role::provider},
                                                              {"evaluator", Role::evaluator}}};

inline constexpr std::array<Choice<Satisfaction>, 3> satisfaction_choices = {
    {{"satisfied", Satisfaction::satisfied},
     {"basically_satisfied", Satisfaction::basically_satisfied},
     {"unsatisfied", Satisfaction::unsatisfied}}};

inline constexpr std::array<Choice<ProviderType>, 4> provider_type_choices = {{{"综合集成", ProviderType::integrator},
                                                                               {"小快轻准", ProviderType::small_fast},
                                                                               {"链主", ProviderType::chain_leader},
                                                                               {"诊断咨询", ProviderType::diagnosis}}};

inline constexpr std::array<Choice<EnterpriseScale>, 3> enterprise_scale_choices = {
    {{"规上", EnterpriseScale::above_designated},
     {"规下", EnterpriseScale::below_designated},
     {"专精特新", EnterpriseScale::specialised}}};

inline constexpr std::array<Choice<ProviderField>, 8> provider_field_choices = {
    {{"name", ProviderField::name},
     {"uscc", ProviderField::uscc},
     {"address", ProviderField::address},
     {"legal_representative", ProviderField::legal_representative},
     {"business_scope", ProviderField::business_scope},
     {"registered_capital", ProviderField::registered_capital},
     {"types", ProviderField::types},
     {"contact", ProviderField::contact}}};

/// The fields whose change Article 7(2) asks to be reported.
inline constexpr std::array<Choice<ProviderField>, 5> reportable_field_choices = {
    {{"name", ProviderField::name},
     {"address", ProviderField::address},
     {"legal_representative", ProviderField::legal_representative},
     {"business_scope", ProviderField::business_scope},
     {"registered_capital", ProviderField::registered_capital}}};

inline constexpr std::array<Choice<EngagementOutcome>, 3> engagement_outcome_choices = {
    {{"completed", EngagementOutcome::completed},
     {"replaced", EngagementOutcome::replaced},
     {"terminated", EngagementOutcome::terminated}}};

inline constexpr std::array<Choice<NeedList>, 3> need_list_choices = {
    {{"problem", NeedList::problem}, {"requirement", NeedList::requirement}, {"scenario", NeedList::scenario}}};

inline constexpr std::array<Choice<NeedTag>, 2> need_tag_choices = {
    {{"N", NeedTag::common}, {"X", NeedTag::individual}}};

inline constexpr std::array<Choice<Deliverable>, 9> deliverable_choices = {
    {{"needs_list", Deliverable::needs_list},
     {"diagnosis_report", Deliverable::diagnosis_report},
     {"transformation_plan", Deliverable::transformation_plan},
     {"implementation_record", Deliverable::implementation_record},
     {"acceptance_application", Deliverable::acceptance_application},
     {"self_assessment_report", Deliverable::self_assessment_report},
     {"typical_case", Deliverable::typical_case},
     {"implementation_guide", Deliverable::implementation_guide},
     {"solution_product", Deliverable::solution_product}}};

inline constexpr std::array<Choice<AssessmentPhase>, 2> assessment_phase_choices = {
    {{"before", AssessmentPhase::before}, {"after", AssessmentPhase::after}}};

inline constexpr std::array<Choice<AcceptanceOutcome>, 3> acceptance_outcome_choices = {
    {{"passed", AcceptanceOutcome::passed},
     {"failed", AcceptanceOutcome::failed},
     {"failed_major", AcceptanceOutcome::failed_major}}};

inline constexpr std::array<Choice<Verification>, 2> verification_choices = {
    {{"passed", Verification::passed}, {"failed", Verification::failed}}};

inline constexpr std::array<Choice<Decision>, 2> decision_choices = {
    {{"disqualified", Decision::disqualified}, {"retained", Decision::retained}}};

inline constexpr std::array<Choice<AppealOutcome>, 2> appeal_outcome_choices = {
    {{"upheld", AppealOutcome::upheld}, {"overturned", AppealOutcome::overturned}}};

}  // namespace hengping
