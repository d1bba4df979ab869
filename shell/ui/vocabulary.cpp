#include "shell/ui/vocabulary.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace hengping::ui {

UiText text_of(Standing standing) {
  switch (standing) {
    case Standing::in_pool: return UiText::standing_in_pool;
    case Standing::rectifying: return UiText::standing_rectifying;
    case Standing::proposed: return UiText::standing_proposed;
    case Standing::disqualified: return UiText::standing_disqualified;
  }
  return UiText::standing_in_pool;
}

UiText text_of(Satisfaction satisfaction) {
  switch (satisfaction) {
    case Satisfaction::satisfied: return UiText::satisfaction_satisfied;
    case Satisfaction::basically_satisfied: return UiText::satisfaction_basically_satisfied;
    case Satisfaction::unsatisfied: return UiText::satisfaction_unsatisfied;
  }
  return UiText::satisfaction_satisfied;
}

UiText text_of(ProviderType type) {
  switch (type) {
    case ProviderType::integrator: return UiText::provider_type_integrator;
    case ProviderType::small_fast: return UiText::provider_type_small_fast;
    case ProviderType::chain_leader: return UiText::provider_type_chain_leader;
    case ProviderType::diagnosis: return UiText::provider_type_diagnosis;
  }
  return UiText::provider_type_integrator;
}

UiText text_of(EnterpriseScale scale) {
  switch (scale) {
    case EnterpriseScale::above_designated: return UiText::scale_above_designated;
    case EnterpriseScale::below_designated: return UiText::scale_below_designated;
    case EnterpriseScale::specialised: return UiText::scale_specialised;
  }
  return UiText::scale_above_designated;
}

UiText text_of(hengping::Role role) {
  switch (role) {
    case hengping::Role::bureau: return UiText::role_bureau;
    case hengping::Role::enterprise: return UiText::role_enterprise;
    case hengping::Role::inspector: return UiText::role_inspector;
    case hengping::Role::provider: return UiText::role_provider;
    case hengping::Role::evaluator: return UiText::role_evaluator;
  }
  return UiText::role_bureau;
}

UiText text_of(shell::RatingStatus status) {
  switch (status) {
    case shell::RatingStatus::effective: return UiText::rating_effective;
    case shell::RatingStatus::superseded: return UiText::rating_superseded;
    case shell::RatingStatus::withdrawn: return UiText::rating_withdrawn;
    case shell::RatingStatus::withdrawal: return UiText::rating_withdrawal;
  }
  return UiText::rating_effective;
}

std::string_view kind_text(const Words& words, std::string_view kind) {
  static constexpr NamedTexts<52> kinds = {{
      {"provider.registered", UiText::kind_provider_registered},
      {"provider.corrected", UiText::kind_provider_corrected},
      {"provider.change_reported", UiText::kind_provider_change_reported},
      {"provider.reinstated", UiText::kind_provider_reinstated},
      {"enterprise.registered", UiText::kind_enterprise_registered},
      {"enterprise.removed", UiText::kind_enterprise_removed},
      {"engagement.signed", UiText::kind_engagement_signed},
      {"engagement.amended", UiText::kind_engagement_amended},
      {"engagement.ended", UiText::kind_engagement_ended},
      {"need.listed", UiText::kind_need_listed},
      {"deliverable.submitted", UiText::kind_deliverable_submitted},
      {"progress.reported", UiText::kind_progress_reported},
      {"assessment.recorded", UiText::kind_assessment_recorded},
      {"acceptance.concluded", UiText::kind_acceptance_concluded},
      {"rating.given", UiText::kind_rating_given},
      {"rating.withdrawn", UiText::kind_rating_withdrawn},
      {"complaint.filed", UiText::kind_complaint_filed},
      {"complaint.upheld", UiText::kind_complaint_upheld},
      {"complaint.dismissed", UiText::kind_complaint_dismissed},
      {"inspection.conducted", UiText::kind_inspection_conducted},
      {"finding.raised", UiText::kind_finding_raised},
      {"finding.confirmed", UiText::kind_finding_confirmed},
      {"finding.dismissed", UiText::kind_finding_dismissed},
      {"trigger.waived", UiText::kind_trigger_waived},
      {"rectification.ordered", UiText::kind_rectification_ordered},
      {"rectification.extended", UiText::kind_rectification_extended},
      {"rectification.submitted", UiText::kind_rectification_submitted},
      {"rectification.verified", UiText::kind_rectification_verified},
      {"rectification.refused", UiText::kind_rectification_refused},
      {"rectification.voided", UiText::kind_rectification_voided},
      {"replacement.requested", UiText::kind_replacement_requested},
      {"replacement.approved", UiText::kind_replacement_approved},
      {"replacement.rejected", UiText::kind_replacement_rejected},
      {"disqualification.noticed", UiText::kind_disqualification_noticed},
      {"disqualification.replied", UiText::kind_disqualification_replied},
      {"disqualification.decided", UiText::kind_disqualification_decided},
      {"disqualification.appealed", UiText::kind_disqualification_appealed},
      {"disqualification.appeal_decided", UiText::kind_disqualification_appeal_decided},
      {"award.given", UiText::kind_award_given},
      {"award.revoked", UiText::kind_award_revoked},
      {"policy.adopted", UiText::kind_policy_adopted},
      {"bureau.founded", UiText::kind_bureau_founded},
      {"device.enrolled", UiText::kind_device_enrolled},
      {"device.refused", UiText::kind_device_refused},
      {"device.revoked", UiText::kind_device_revoked},
      {"record.admitted", UiText::kind_record_admitted},
      {"record.rejected", UiText::kind_record_rejected},
      {"conflict.resolved", UiText::kind_conflict_resolved},
      {"records.received", UiText::kind_records_received},
      {"attachment.added", UiText::kind_attachment_added},
      {"attachment.withdrawn", UiText::kind_attachment_withdrawn},
      {"", UiText::kind_unknown},
  }};
  return named_text(words, kinds, kind);
}

Icon icon_of_kind(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, Icon>, 19> groups = {{
      {"provider.", Icon::provider},
      {"enterprise.", Icon::enterprise},
      {"engagement.", Icon::contract},
      {"need.", Icon::file},
      {"deliverable.", Icon::file},
      {"progress.", Icon::clock},
      {"assessment.", Icon::file},
      {"acceptance.", Icon::check},
      {"rating.", Icon::rating},
      {"complaint.", Icon::warning},
      {"inspection.", Icon::checklist},
      {"finding.", Icon::warning},
      {"trigger.", Icon::info},
      {"rectification.", Icon::calendar},
      {"replacement.", Icon::contract},
      {"disqualification.", Icon::shield},
      {"award.", Icon::award},
      {"policy.", Icon::settings},
      {"", Icon::file},
  }};
  return std::find_if(groups.begin(), groups.end(), [kind](const auto& group) { return kind.starts_with(group.first); })
      ->second;
}

UiText text_of(OrderStatus status) {
  switch (status) {
    case OrderStatus::voided: return UiText::order_voided;
    case OrderStatus::closed_on_time: return UiText::order_closed_on_time;
    case OrderStatus::closed_late: return UiText::order_closed_late;
    case OrderStatus::refused: return UiText::order_refused;
    case OrderStatus::awaiting_verification: return UiText::order_awaiting_verification;
    case OrderStatus::open: return UiText::order_open;
    case OrderStatus::lapsed: return UiText::order_lapsed;
  }
  return UiText::order_open;
}

UiText text_of(DutyStatus status) {
  switch (status) {
    case DutyStatus::missing: return UiText::duty_missing;
    case DutyStatus::partly: return UiText::duty_partly;
    case DutyStatus::met: return UiText::duty_met;
  }
  return UiText::duty_missing;
}

Tone tone_of(DutyStatus status) {
  switch (status) {
    case DutyStatus::missing: return Tone::neutral;
    case DutyStatus::partly: return Tone::caution;
    case DutyStatus::met: return Tone::positive;
  }
  return Tone::neutral;
}

Icon icon_of(DutyStatus status) {
  switch (status) {
    case DutyStatus::missing: return Icon::cross;
    case DutyStatus::partly: return Icon::clock;
    case DutyStatus::met: return Icon::check;
  }
  return Icon::none;
}

Tone tone_of(shell::Urgency urgency) {
  switch (urgency) {
    case shell::Urgency::overdue: return Tone::negative;
    case shell::Urgency::soon: return Tone::caution;
    case shell::Urgency::later: return Tone::neutral;
    case shell::Urgency::waits: return Tone::accent;
  }
  return Tone::neutral;
}

Icon icon_of(shell::Urgency urgency) {
  switch (urgency) {
    case shell::Urgency::overdue: return Icon::warning;
    case shell::Urgency::soon:
    case shell::Urgency::later: return Icon::calendar;
    case shell::Urgency::waits: return Icon::clock;
  }
  return Icon::none;
}

std::string urgency_text(const Words& words, const Deadline& deadline) {
  if (!deadline.days_left) return std::string(words(UiText::deadline_waits));
  const std::int32_t left = *deadline.days_left;
  if (left == 0) return std::string(words(UiText::deadline_today));
  if (left < 0) return words(UiText::deadline_overdue, {std::to_string(-left)});
  return words(UiText::deadline_left, {std::to_string(left)});
}

Tone tone_of(OrderStatus status) {
  switch (status) {
    case OrderStatus::voided: return Tone::neutral;
    case OrderStatus::closed_on_time: return Tone::positive;
    case OrderStatus::closed_late:
    case OrderStatus::awaiting_verification:
    case OrderStatus::open: return Tone::caution;
    case OrderStatus::refused:
    case OrderStatus::lapsed: return Tone::negative;
  }
  return Tone::neutral;
}

Tone tone_of(Standing standing) {
  switch (standing) {
    case Standing::in_pool: return Tone::positive;
    case Standing::rectifying: return Tone::caution;
    case Standing::proposed: return Tone::caution;
    case Standing::disqualified: return Tone::negative;
  }
  return Tone::neutral;
}

Tone tone_of(Satisfaction satisfaction) {
  switch (satisfaction) {
    case Satisfaction::satisfied: return Tone::positive;
    case Satisfaction::basically_satisfied: return Tone::neutral;
    case Satisfaction::unsatisfied: return Tone::negative;
  }
  return Tone::neutral;
}

Icon icon_of(Standing standing) {
  switch (standing) {
    case Standing::in_pool: return Icon::check;
    case Standing::rectifying: return Icon::clock;
    case Standing::proposed: return Icon::warning;
    case Standing::disqualified: return Icon::cross;
  }
  return Icon::none;
}

Icon icon_of(Satisfaction satisfaction) {
  switch (satisfaction) {
    case Satisfaction::satisfied: return Icon::smile;
    case Satisfaction::basically_satisfied: return Icon::neutral_face;
    case Satisfaction::unsatisfied: return Icon::frown;
  }
  return Icon::none;
}

UiText text_of(ProviderField field) {
  switch (field) {
    case ProviderField::name: return UiText::member_name;
    case ProviderField::uscc: return UiText::member_uscc;
    case ProviderField::address: return UiText::member_address;
    case ProviderField::legal_representative: return UiText::member_legal_representative;
    case ProviderField::business_scope: return UiText::member_business_scope;
    case ProviderField::registered_capital: return UiText::member_registered_capital;
    case ProviderField::types: return UiText::member_types;
    case ProviderField::contact: return UiText::member_contact;
  }
  return UiText::member_name;
}

std::string ref_text(const Words& words, const shell::RefName& name) {
  using Kind = shell::RefName::Kind;
  switch (name.kind) {
    case Kind::other: return name.id;
    case Kind::complaint: return words(UiText::case_complaint, {name.id});
    case Kind::finding: return words(UiText::case_finding, {name.id});
    case Kind::order: return words(UiText::order_named, {name.id});
    case Kind::engagement: return words(UiText::engagement_named, {name.id});
    case Kind::acceptance:
      if (name.on.empty()) return words(UiText::ref_acceptance, {name.id});
      return words(UiText::ref_acceptance_on, {name.id, name.on});
    case Kind::amendment: return words(UiText::ref_amendment, {name.id, name.on});
    case Kind::change: return words(UiText::ref_change, {name.on, words(text_of(name.field))});
    case Kind::rating: return words(UiText::ref_rating, {name.id, period_text(words, name.period)});
  }
  return name.id;
}

std::string period_text(const Words& words, std::string_view period) {
  if (period == "final") return std::string(words(UiText::period_final));
  if (period.size() != 7) return std::string(period);
  const std::string_view year = period.substr(0, 4);
  if (period[5] == 'Q') return words(UiText::period_quarter, {year, period.substr(6)});
  const std::string_view month = period[5] == '0' ? period.substr(6) : period.substr(5);
  return words(UiText::period_month, {year, month});
}

std::string size_text(const Words& words, std::uint64_t bytes) {
  if (bytes < 1024) return words(UiText::size_bytes, {std::to_string(bytes)});
  const std::uint64_t tenths = bytes * 10 / 1024;
  if (tenths < 10240)
    return words(UiText::size_kibibytes, {std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)});
  const std::uint64_t mebi = tenths / 1024;
  return words(UiText::size_mebibytes, {std::to_string(mebi / 10) + "." + std::to_string(mebi % 10)});
}

}  // namespace hengping::ui
