// The facts (semantics §1): what happened, when it took effect, and on whose paper it rests. One struct per record kind; adding one to
// `Body` makes every place that must know it fail to compile until it does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/base/boxed.h"
#include "core/base/civil_date.h"
#include "core/facts/engagements.h"
#include "core/facts/registers.h"
#include "core/facts/supervision.h"

namespace hengping {

/// Who states a fact (semantics §1): 市工信局, 试点企业, 检查人员, 服务商, 第三方评测机构.
enum class Role : std::uint8_t { bureau, enterprise, inspector, provider, evaluator };

/// Kinds that are large but few are boxed: a city's facts are ratings and reports of progress. Read it by `visit_body` and `body_as`.
using Body =
    std::variant<Boxed<ProviderRegistered>, ProviderCorrected, ProviderChangeReported, ProviderReinstated,
                 Boxed<EnterpriseRegistered>, EnterpriseRemoved, EngagementSigned, Boxed<EngagementAmended>,
                 EngagementEnded, NeedListed, DeliverableSubmitted, ProgressReported, AssessmentRecorded,
                 AcceptanceConcluded, RatingGiven, RatingWithdrawn, ComplaintFiled, ComplaintUpheld, ComplaintDismissed,
                 InspectionConducted, FindingRaised, FindingConfirmed, FindingDismissed, TriggerWaived,
                 RectificationOrdered, RectificationExtended, RectificationSubmitted, RectificationVerified,
                 RectificationRefused, RectificationVoided, ReplacementRequested, ReplacementApproved,
                 ReplacementRejected, DisqualificationNoticed, DisqualificationReplied, DisqualificationDecided,
                 DisqualificationAppealed, DisqualificationAppealDecided, AwardGiven, AwardRevoked, PolicyAdopted>;

/// The kinds of record, in the order of Body's alternatives.
inline constexpr std::size_t body_kinds = std::variant_size_v<Body>;
template <std::size_t index>
using BodyKind = std::remove_cvref_t<decltype(unboxed(std::declval<const std::variant_alternative_t<index, Body>&>()))>;

/// Calls `visitor` with the body as its kind (`const RatingGiven&` and so on).
template <class Visitor>
decltype(auto) visit_body(Visitor&& visitor, const Body& body) {
  return std::visit([&visitor](const auto& held) -> decltype(auto) { return visitor(unboxed(held)); }, body);
}

/// The body if it is of that kind, else null.
template <class Kind>
[[nodiscard]] const Kind* body_as(const Body& body) {
  return visit_body(
      [](const auto& kind) -> const Kind* {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(kind)>, Kind>) {
          return &kind;
        } else {
          return nullptr;
        }
      },
      body);
}

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
[[nodiscard]] std::string_view decision_name(Decision outcome);
[[nodiscard]] std::string_view appeal_outcome_name(AppealOutcome outcome);
[[nodiscard]] std::string_view provider_field_name(ProviderField field);

}  // namespace hengping
