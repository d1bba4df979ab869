// Every enumeration of the facts as it stands in JSON; one list serves reading and writing. The Chinese values are part of the
// format (semantics §1), not words of the interface.
#pragma once

#include <array>

#include "core/facts/fact.h"

namespace hengping {

/// One value of an enumeration as it stands in JSON.
template <class Enum>
struct Choice {
  std::string_view name;
  Enum value;
};

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

}  // namespace hengping
