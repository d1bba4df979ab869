#include "core/facts/names.h"

namespace hengping {

std::string_view role_name(Role role) { return name_of(role, role_choices); }
std::string_view satisfaction_name(Satisfaction satisfaction) { return name_of(satisfaction, satisfaction_choices); }
std::string_view provider_type_name(ProviderType type) { return name_of(type, provider_type_choices); }
std::string_view enterprise_scale_name(EnterpriseScale scale) { return name_of(scale, enterprise_scale_choices); }
std::string_view decision_name(Decision outcome) { return name_of(outcome, decision_choices); }
std::string_view appeal_outcome_name(AppealOutcome outcome) { return name_of(outcome, appeal_outcome_choices); }
std::string_view provider_field_name(ProviderField field) { return name_of(field, provider_field_choices); }

}  // namespace hengping
