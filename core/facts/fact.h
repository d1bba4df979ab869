// The facts (semantics §1): what happened, when it took effect, and on whose paper it rests. One struct per record kind; adding one to
// `Body` makes every place that must know it fail to compile until it does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/civil_date.h"
#include "core/facts/engagements.h"
#include "core/facts/registers.h"
#include "core/facts/supervision.h"

namespace hengping {

/// Who states a fact (semantics §1): 市工信局, 试点企业, 检查人员, 服务商, 第三方评测机构.
enum class Role : std::uint8_t { bureau, enterprise, inspector, provider, evaluator };

using Body =
    std::variant<ProviderRegistered, ProviderCorrected, ProviderChangeReported, ProviderReinstated,
                 EnterpriseRegistered, EnterpriseRemoved, EngagementSigned, EngagementAmended, EngagementEnded,
                 NeedListed, DeliverableSubmitted, ProgressReported, AssessmentRecorded, AcceptanceConcluded,
                 RatingGiven, RatingWithdrawn, ComplaintFiled, ComplaintUpheld, ComplaintDismissed, InspectionConducted,
                 FindingRaised, FindingConfirmed, FindingDismissed, TriggerWaived, RectificationOrdered,
                 RectificationExtended, RectificationSubmitted, RectificationVerified, RectificationRefused,
                 RectificationVoided, ReplacementRequested, ReplacementApproved, ReplacementRejected,
                 DisqualificationNoticed, DisqualificationReplied, DisqualificationDecided, DisqualificationAppealed,
                 DisqualificationAppealDecided, AwardGiven, AwardRevoked, PolicyAdopted>;

struct Fact {
  CivilDate on;  ///< the civil date in Asia/Shanghai on which it took effect
  Role by = Role::bureau;
  bool on_behalf = false;  ///< stated by the bureau from a paper form of the party (semantics §5)
  std::optional<std::string> note;
  Body body;
};

/// `provider.registered` and so on, by the alternative's index in Body.
[[nodiscard]] std::string_view kind_name(const Body& body);
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::string_view satisfaction_name(Satisfaction satisfaction);
[[nodiscard]] std::string_view provider_type_name(ProviderType type);
[[nodiscard]] std::string_view enterprise_scale_name(EnterpriseScale scale);
[[nodiscard]] std::string_view provider_field_name(ProviderField field);

}  // namespace hengping
