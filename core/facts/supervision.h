// Facts of supervision: complaints, inspections and findings, orders to rectify (Article 7), replacement (Article 8),
// disqualification (Article 9), awards (Article 10).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/symbol.h"

namespace hengping {

/// An item of the measures such as 7.1: article and item number.
struct ArticleItem {
  std::uint8_t article = 0;
  std::uint8_t item = 0;
  auto operator<=>(const ArticleItem&) const = default;
  [[nodiscard]] std::string to_string() const { return std::to_string(article) + "." + std::to_string(item); }
};

struct ComplaintFiled {
  CaseId complaint;
  EngagementId engagement;
  ArticleItem article;  ///< 6.x or 7.x
  std::string text;
};
struct ComplaintUpheld {
  CaseId complaint;
  std::string reason;
};
struct ComplaintDismissed {
  CaseId complaint;
  std::string reason;
};

struct InspectionConducted {
  InspectionId inspection;
  ProviderId provider;
  std::optional<EngagementId> engagement;  ///< none: of every engagement of the provider
  std::string checklist;
};

struct FindingRaised {
  CaseId finding;
  ProviderId provider;
  std::optional<EngagementId> engagement;
  std::optional<InspectionId> inspection;
  ArticleItem article;  ///< 5.x, 6.x, 7.x, 9.4, 9.5 or 9.6
  std::string text;
};
struct FindingConfirmed {
  CaseId finding;
  std::string reason;
};
struct FindingDismissed {
  CaseId finding;
  std::string reason;
};

/// The bureau decides that no order is needed.
struct TriggerWaived {
  ProviderId provider;
  RefId ref = no_ref;
  std::string reason;
};

/// A ref in a list, with its place there.
struct NamedRef {
  RefId ref;
  std::size_t index = 0;
};

struct RectificationOrdered {
  OrderId order;
  ProviderId provider;
  std::optional<EngagementId> engagement;  ///< none: of every engagement of the provider
  std::vector<NamedRef> for_refs;          ///< JSON `for`: what it answers (semantics §3)
  std::optional<CivilDate> due_on;         ///< none: `rectification_days` of the policy after the order's day
  std::optional<std::string> reason_for_longer;
};
struct RectificationExtended {
  OrderId order;
  CivilDate due_on;  ///< after the effective due date that it replaces
  std::string reason;
};
struct RectificationSubmitted {
  OrderId order;
  std::string text;
};
enum class Verification : std::uint8_t { passed, failed };
struct RectificationVerified {
  OrderId order;
  Verification outcome = Verification::passed;
};
struct RectificationRefused {
  OrderId order;
  std::string reason;
};
struct RectificationVoided {
  OrderId order;
  std::string reason;
};

struct ReplacementRequested {
  EngagementId engagement;
  OrderId order;
  std::string reason;
};
struct ReplacementApproved {
  EngagementId engagement;
  std::string reason;
};
struct ReplacementRejected {
  EngagementId engagement;
  std::string reason;
};

/// 事先告知.
struct DisqualificationNoticed {
  DecisionId decision;
  ProviderId provider;
  std::vector<ArticleItem> grounds;  ///< 9.x
  std::string text;
};
struct DisqualificationReplied {
  DecisionId decision;
  std::string text;
};
enum class Decision : std::uint8_t { disqualified, retained };
struct DisqualificationDecided {
  DecisionId decision;
  Decision outcome = Decision::retained;
  std::string reason;
};
struct DisqualificationAppealed {
  DecisionId decision;
  std::string text;
};
enum class AppealOutcome : std::uint8_t { upheld, overturned };
struct DisqualificationAppealDecided {
  DecisionId decision;
  AppealOutcome outcome = AppealOutcome::upheld;
  std::string reason;
};

struct AwardGiven {
  ProviderId provider;
  std::string title;
  std::string reason;
};
struct AwardRevoked {
  ProviderId provider;
  std::string title;
  std::string reason;
};

struct Policy;

/// An edited policy comes into force (Article 11: 适时进行修订). Not a kind of semantics §1: this product's own.
struct PolicyAdopted {
  std::shared_ptr<const Policy> policy;  ///< JSON: the whole document; its id and version are new
  std::string author;                    ///< who answers for the edit
  std::string reason;
};

}  // namespace hengping
