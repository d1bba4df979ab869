#include "core/facts/kinds.h"

#include <algorithm>

namespace hengping {
namespace {

constexpr Rights bureau_only{};
constexpr Rights bureau_or_enterprise{.enterprise = true};
constexpr Rights bureau_or_inspector{.inspector = true};
constexpr Rights bureau_or_provider{.provider = true};
constexpr Rights bureau_or_inspector_or_provider{.inspector = true, .provider = true};
constexpr Rights bureau_or_evaluator{.evaluator = true};
constexpr Rights enterprise_or_its_paper{.enterprise = true, .bureau = BureauRight::on_behalf};
constexpr Rights provider_or_its_paper{.provider = true, .bureau = BureauRight::on_behalf};

template <class Alternative, std::size_t index = 0>
constexpr std::size_t index_in_body() {
  if constexpr (std::is_same_v<BodyKind<index>, Alternative>) {
    return index;
  } else {
    return index_in_body<Alternative, index + 1>();
  }
}

// Filled by type, so that a row can never stand beside another kind's alternative; an alternative without a row does not compile.
constexpr auto make_kinds() {
  std::array<KindRow, body_kinds> rows{};
  rows[index_in_body<ProviderRegistered>()] = {"provider.registered", bureau_only, read_provider_registered};
  rows[index_in_body<ProviderCorrected>()] = {"provider.corrected", bureau_only, read_provider_corrected};
  rows[index_in_body<ProviderChangeReported>()] = {"provider.change_reported", bureau_or_provider,
                                                   read_provider_change_reported};
  rows[index_in_body<ProviderReinstated>()] = {"provider.reinstated", bureau_only, read_provider_reinstated};
  rows[index_in_body<EnterpriseRegistered>()] = {"enterprise.registered", bureau_only, read_enterprise_registered};
  rows[index_in_body<EnterpriseRemoved>()] = {"enterprise.removed", bureau_only, read_enterprise_removed};
  rows[index_in_body<EngagementSigned>()] = {"engagement.signed", bureau_or_enterprise, read_engagement_signed};
  rows[index_in_body<EngagementAmended>()] = {"engagement.amended", bureau_or_enterprise, read_engagement_amended};
  rows[index_in_body<EngagementEnded>()] = {"engagement.ended", bureau_only, read_engagement_ended};
  rows[index_in_body<NeedListed>()] = {"need.listed", bureau_or_provider, read_need_listed};
  rows[index_in_body<DeliverableSubmitted>()] = {"deliverable.submitted", bureau_or_provider,
                                                 read_deliverable_submitted};
  rows[index_in_body<ProgressReported>()] = {"progress.reported", bureau_or_inspector_or_provider,
                                             read_progress_reported};
  rows[index_in_body<AssessmentRecorded>()] = {"assessment.recorded", bureau_or_evaluator, read_assessment_recorded};
  rows[index_in_body<AcceptanceConcluded>()] = {"acceptance.concluded", bureau_or_enterprise,
                                                read_acceptance_concluded};
  rows[index_in_body<RatingGiven>()] = {"rating.given", enterprise_or_its_paper, read_rating_given};
  rows[index_in_body<RatingWithdrawn>()] = {"rating.withdrawn", enterprise_or_its_paper, read_rating_withdrawn};
  rows[index_in_body<ComplaintFiled>()] = {"complaint.filed", enterprise_or_its_paper, read_complaint_filed};
  rows[index_in_body<ComplaintUpheld>()] = {"complaint.upheld", bureau_only, read_complaint_upheld};
  rows[index_in_body<ComplaintDismissed>()] = {"complaint.dismissed", bureau_only, read_complaint_dismissed};
  rows[index_in_body<InspectionConducted>()] = {"inspection.conducted", bureau_or_inspector, read_inspection_conducted};
  rows[index_in_body<FindingRaised>()] = {"finding.raised", bureau_or_inspector, read_finding_raised};
  rows[index_in_body<FindingConfirmed>()] = {"finding.confirmed", bureau_only, read_finding_confirmed};
  rows[index_in_body<FindingDismissed>()] = {"finding.dismissed", bureau_only, read_finding_dismissed};
  rows[index_in_body<TriggerWaived>()] = {"trigger.waived", bureau_only, read_trigger_waived};
  rows[index_in_body<RectificationOrdered>()] = {"rectification.ordered", bureau_only, read_rectification_ordered};
  rows[index_in_body<RectificationExtended>()] = {"rectification.extended", bureau_only, read_rectification_extended};
  rows[index_in_body<RectificationSubmitted>()] = {"rectification.submitted", provider_or_its_paper,
                                                   read_rectification_submitted};
  rows[index_in_body<RectificationVerified>()] = {"rectification.verified", bureau_or_inspector,
                                                  read_rectification_verified};
  rows[index_in_body<RectificationRefused>()] = {"rectification.refused", bureau_only, read_rectification_refused};
  rows[index_in_body<RectificationVoided>()] = {"rectification.voided", bureau_only, read_rectification_voided};
  rows[index_in_body<ReplacementRequested>()] = {"replacement.requested", enterprise_or_its_paper,
                                                 read_replacement_requested};
  rows[index_in_body<ReplacementApproved>()] = {"replacement.approved", bureau_only, read_replacement_approved};
  rows[index_in_body<ReplacementRejected>()] = {"replacement.rejected", bureau_only, read_replacement_rejected};
  rows[index_in_body<DisqualificationNoticed>()] = {"disqualification.noticed", bureau_only,
                                                    read_disqualification_noticed};
  rows[index_in_body<DisqualificationReplied>()] = {"disqualification.replied", provider_or_its_paper,
                                                    read_disqualification_replied};
  rows[index_in_body<DisqualificationDecided>()] = {"disqualification.decided", bureau_only,
                                                    read_disqualification_decided};
  rows[index_in_body<DisqualificationAppealed>()] = {"disqualification.appealed", provider_or_its_paper,
                                                     read_disqualification_appealed};
  rows[index_in_body<DisqualificationAppealDecided>()] = {"disqualification.appeal_decided", bureau_only,
                                                          read_disqualification_appeal_decided};
  rows[index_in_body<AwardGiven>()] = {"award.given", bureau_only, read_award_given};
  rows[index_in_body<AwardRevoked>()] = {"award.revoked", bureau_only, read_award_revoked};
  rows[index_in_body<PolicyAdopted>()] = {"policy.adopted", bureau_only, read_policy_adopted};
  return rows;
}

constexpr auto table = make_kinds();
static_assert(std::all_of(table.begin(), table.end(), [](const KindRow& row) { return !row.name.empty(); }));

// Rows by name, in an open hash table: the kind is looked up for every fact.
constexpr std::uint8_t no_kind = 0xFF;
constexpr std::size_t slot_of(std::string_view name) {
  if (name.size() < 4) return 0;
  const auto letter = [name](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(name[at])); };
  return (name.size() * 31 + letter(1) * 7 + letter(name.size() / 2) * 13 + letter(name.size() - 3) * 17) % 256;
}
constexpr auto by_name = [] {
  std::array<std::uint8_t, 256> slots{};
  slots.fill(no_kind);
  for (std::size_t kind = 0; kind < table.size(); ++kind) {
    std::size_t slot = slot_of(table[kind].name);
    while (slots[slot] != no_kind) slot = (slot + 1) % slots.size();
    slots[slot] = static_cast<std::uint8_t>(kind);
  }
  return slots;
}();

}  // namespace

const std::array<KindRow, body_kinds>& kinds() { return table; }

std::optional<std::size_t> find_kind(std::string_view name) {
  for (std::size_t slot = slot_of(name); by_name[slot] != no_kind; slot = (slot + 1) % by_name.size()) {
    if (table[by_name[slot]].name == name) return by_name[slot];
  }
  return std::nullopt;
}

std::string_view member_name(NameSpace name_space) {
  constexpr std::array<std::string_view, name_spaces> names = {"provider", "enterprise", "engagement", "complaint",
                                                               "finding",  "inspection", "order",      "decision"};
  return names[static_cast<std::size_t>(name_space)];
}

std::string_view kind_name(const Body& body) { return table[body.index()].name; }

const Rights& rights_of(std::size_t kind) { return table[kind].rights; }

bool may_state(Role role, std::size_t kind, bool on_behalf) {
  const Rights& rights = table[kind].rights;
  switch (role) {
    case Role::bureau: return rights.bureau == BureauRight::own || on_behalf;
    case Role::enterprise: return rights.enterprise;
    case Role::inspector: return rights.inspector;
    case Role::provider: return rights.provider;
    case Role::evaluator: return rights.evaluator;
  }
  return false;
}

}  // namespace hengping
