#include "core/ledger/redaction.h"

#include <algorithm>

namespace hengping {
namespace {

bool is_about_secrets(ArticleItem article) { return article == ArticleItem{9, 4} || article == ArticleItem{6, 6}; }

bool is_identifier_character(char character) {
  return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
         (character >= '0' && character <= '9') || character == '.' || character == '_' || character == '-';
}

// As a word of its own: E1 does not stand in E10.
bool has_identifier(std::string_view text, std::string_view identifier) {
  for (std::size_t at = text.find(identifier); at != std::string_view::npos; at = text.find(identifier, at + 1)) {
    const std::size_t end = at + identifier.size();
    const bool before = at > 0 && is_identifier_character(text[at - 1]);
    const bool after = end < text.size() && is_identifier_character(text[end]);
    if (!before && !after) return true;
  }
  return false;
}

// The registers and the contracts themselves name enterprises without saying anything of complaints.
bool is_of_registers_or_work(const Body& body) {
  return body_as<ProviderRegistered>(body) != nullptr || body_as<EnterpriseRegistered>(body) != nullptr ||
         body_as<EnterpriseRemoved>(body) != nullptr || body_as<EngagementSigned>(body) != nullptr ||
         body_as<EngagementAmended>(body) != nullptr || body_as<EngagementEnded>(body) != nullptr ||
         body_as<NeedListed>(body) != nullptr || body_as<DeliverableSubmitted>(body) != nullptr ||
         body_as<ProgressReported>(body) != nullptr || body_as<AssessmentRecorded>(body) != nullptr ||
         body_as<AcceptanceConcluded>(body) != nullptr || body_as<RatingGiven>(body) != nullptr ||
         body_as<RatingWithdrawn>(body) != nullptr || body_as<PolicyAdopted>(body) != nullptr;
}

/// The order that a fact names, if it is about one.
const OrderId* order_of(const Body& body) {
  return visit_body(
      [](const auto& kind) -> const OrderId* {
        if constexpr (requires { kind.order.value; }) {
          return &kind.order;
        } else {
          return nullptr;
        }
      },
      body);
}

}  // namespace

Redaction::Redaction(const Ledger& ledger, const Parties& parties) : ledger_(ledger) {
  for (const DeviceRights& one : ledger.rights()) {
    if (one.role == Role::enterprise || one.device.role == Role::enterprise) own_devices_.insert(one.device.id);
  }
  for (const Record& record : ledger.records()) {
    if (record.is_fact) note_case(record.fact, parties);
  }
  for (const Record& record : ledger.records()) {
    const auto* order = record.is_fact ? body_as<RectificationOrdered>(record.fact.body) : nullptr;
    if (order != nullptr && (refers_to_withheld(record.fact.body) || tells_of_complaint(record)))
      orders_.insert(order->order.value);
  }
}

void Redaction::note_case(const Fact& fact, const Parties& parties) {
  if (const auto* finding = body_as<FindingRaised>(fact.body)) {
    if (is_about_secrets(finding->article)) sealed_.insert(finding->finding.value);
    return;
  }
  const auto* complaint = body_as<ComplaintFiled>(fact.body);
  if (complaint == nullptr) return;
  if (is_about_secrets(complaint->article)) sealed_.insert(complaint->complaint.value);
  Tells tells{ledger_.symbols().text(complaint->engagement), {}, {}};
  const auto enterprise = parties.of(*complaint).enterprise;
  if (enterprise) tells.enterprise = ledger_.symbols().text(*enterprise);
  for (const Record& record : ledger_.records()) {
    const auto* registered = record.is_fact ? body_as<EnterpriseRegistered>(record.fact.body) : nullptr;
    if (registered != nullptr && enterprise && registered->enterprise == *enterprise) tells.name = registered->name;
  }
  complaints_.emplace(complaint->complaint.value, std::move(tells));
}

bool Redaction::refers_to_withheld(const Body& body) const {
  if (const auto* order = body_as<RectificationOrdered>(body)) {
    return std::any_of(order->for_refs.begin(), order->for_refs.end(),
                       [this](const NamedRef& named) { return sealed_.contains(named.ref.value); });
  }
  if (const auto* waived = body_as<TriggerWaived>(body)) return sealed_.contains(waived->ref.value);
  if (const auto* raised = body_as<FindingRaised>(body)) return sealed_.contains(raised->finding.value);
  if (const auto* confirmed = body_as<FindingConfirmed>(body)) return sealed_.contains(confirmed->finding.value);
  if (const auto* dismissed = body_as<FindingDismissed>(body)) return sealed_.contains(dismissed->finding.value);
  return false;
}

// A complainant's name or identifier in what supervision says; the contract only together with the complaint, for inspections name it too.
bool Redaction::tells_of_complaint(const Record& record) const {
  const std::string_view body = record.body();
  return std::any_of(complaints_.begin(), complaints_.end(), [&](const auto& entry) {
    const auto& [symbol, tells] = entry;
    if (!tells.name.empty() && body.find(tells.name) != std::string_view::npos) return true;
    if (!tells.enterprise.empty() && has_identifier(body, tells.enterprise)) return true;
    const std::string& complaint = ledger_.symbols().text(CaseId{symbol});
    return has_identifier(body, complaint) && has_identifier(body, tells.engagement);
  });
}

bool Redaction::withholds(std::uint32_t index) const {
  const Record& record = ledger_.records()[index];
  if (own_devices_.contains(ledger_.feeds()[record.feed].device.id)) return true;
  if (record.statement) {
    const auto* enrolled = std::get_if<DeviceEnrolled>(&record.statement->body);
    if (attached_to(record.statement->body) != nullptr) return tells_of_complaint(record);
    return enrolled != nullptr && enrolled->role == Role::enterprise;
  }
  const Body& body = record.fact.body;
  const bool is_complaint = body_as<ComplaintFiled>(body) != nullptr || body_as<ComplaintUpheld>(body) != nullptr ||
                            body_as<ComplaintDismissed>(body) != nullptr;
  if (is_complaint || refers_to_withheld(body)) return true;
  if (const OrderId* order = order_of(body); order != nullptr && orders_.contains(order->value)) return true;
  return !is_of_registers_or_work(body) && tells_of_complaint(record);
}

}  // namespace hengping
