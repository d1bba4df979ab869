// One provider, enterprise or contract in full. Each is built by one call; the screen keeps it until App::revision() differs. They own their
// texts, so they may be kept across commands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"
#include "core/rules/verdict.h"
#include "shell/app/app.h"
#include "shell/app/display.h"
#include "shell/app/duty_views.h"
#include "shell/app/list_views.h"
#include "shell/app/record_references.h"
#include "shell/app/ref_name.h"
#include "shell/app/supervision_views.h"

namespace hengping::shell {

/// One of the refs of a ground, found in the ledger: for 9.1 an order, for 9.2 an unsatisfied rating, for 9.3 a contract that is behind its
/// plan, for 9.4 to 9.6 a finding or a contract's failed acceptance.
struct GroundReference {
  std::string ref;  ///< as in the answer: "E7@2025-03"
  RefName name;     ///< the same in parts
  std::string engagement;
  std::string period;
  std::string enterprise;
  std::string enterprise_name;
  std::string words;  ///< the comment; may be empty
  RecordReference
      record;  ///< that decided it: for 9.3 the last report of progress, for an acceptance the last that failed and counts
  RecordReference plan;  ///< of 9.3: the contract or the amendment whose plan is in force
};

/// A ground of Article 9 with everything needed to show why it is met or not.
struct GroundView {
  std::string article;       ///< "9.2"
  Bilingual article_name;    ///< "第九条（二）" / "Article 9(2)"
  std::string article_text;  ///< the measures' own words, Chinese
  bool met = false;
  bool near = false;                  ///< not met, but one or two counts short of it
  std::optional<std::int64_t> count;  ///< of 9.1, 9.2, 9.4–9.6
  std::string lag;                    ///< of 9.3, percentage points: "3.25"; empty otherwise
  std::optional<std::int64_t> limit;
  std::optional<std::int64_t> needed;  ///< the count that meets it: the limit, or of 9.1 ("more than") one more
  Bilingual explanation;
  std::vector<GroundReference> references;
};

/// A rating as a detail lists it.
struct RatingView {
  std::string engagement, period, on;
  std::string provider, provider_name, enterprise, enterprise_name;
  RatingStatus status = RatingStatus::effective;
  std::optional<Satisfaction> satisfaction;
  std::string words;
  RecordReference record;
};

struct EngagementSummary {
  std::string id, provider, provider_name, enterprise, enterprise_name;
  std::string amount, signed_on, due_on;
  RatingTally ratings;
};

struct TriggerView {
  TriggerVerdict verdict;
  RefName name;  ///< of its ref
};

struct ProviderDetail {
  std::string id, name, uscc, address, legal_representative, business_scope, registered_capital, registered_on;
  std::string contact;  ///< may be empty
  std::vector<ProviderType> types;
  Standing standing = Standing::in_pool;
  std::vector<GroundView> grounds;
  std::vector<TriggerView> triggers;  ///< Article 7
  std::vector<OrderVerdict> orders;
  std::vector<std::string> replacement_available;  ///< Article 8: contracts
  RatingTally ratings;                             ///< effective ones
  UnsatisfiedCount unsatisfied;
  std::vector<ConductRuleView> conduct;  ///< Article 6
  std::vector<DutyView> products;        ///< Articles 5(4) and 5(5): what the provider owes as a whole
  std::optional<ScoreView> score;        ///< Article 10
  std::vector<ChangeView> changes;       ///< latest first
  std::vector<EngagementSummary> engagements;
  std::vector<RatingView> rating_list;   ///< superseded and withdrawn ones too, latest first
  std::vector<RecordReference> records;  ///< all that concern it, latest first
};
/// Nothing if no such provider is registered by today.
[[nodiscard]] std::optional<ProviderDetail> provider_detail(App& app, std::string_view id);

struct EnterpriseDetail {
  std::string id, name, uscc, industry, registered_on;
  std::optional<EnterpriseScale> scale;
  std::string district;  ///< may be empty
  std::vector<EngagementSummary> engagements;
  std::vector<RatingView> rating_list;
  std::vector<RecordReference> records;
};
[[nodiscard]] std::optional<EnterpriseDetail> enterprise_detail(App& app, std::string_view id);

struct ItemView {
  std::string name, function, purpose, unit_price, quantity;
  std::string total;  ///< unit price × quantity, exact, rounded half up to fen only where it does not come out even
  bool rounded = false;
  std::optional<bool> standard;
};

[[nodiscard]] ItemView item_view(const Item& item);

struct PlanView {
  std::string on;
  std::string percent;  ///< "33.3"
};

struct EngagementDetail {
  EngagementSummary summary;
  std::optional<int> baseline_level;  ///< 0–4
  std::vector<ItemView> items;
  std::string items_total;
  bool items_total_differs = false;  ///< from the contract's amount: worth a look, no fault
  std::vector<PlanView> plan;        ///< empty: none was stated
  ProgressView progress;
  std::vector<DutyView> duties;  ///< Article 5, of this contract
  std::size_t duties_met = 0;
  std::vector<AssessmentView> assessments;
  std::vector<RatingView> rating_list;
  std::vector<RecordReference> records;
};
[[nodiscard]] std::optional<EngagementDetail> engagement_detail(App& app, std::string_view id);

}  // namespace hengping::shell
