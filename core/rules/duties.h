// Article 5: what a provider owes to each contract, as a checklist: what is there, by which records, and what is missing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"
#include "core/rules/rule.h"

namespace hengping {

enum class DutyStatus : std::uint8_t { missing, partly, met };
[[nodiscard]] std::string_view duty_status_name(DutyStatus status);

/// A record that meets a duty, or a part of one. Records without an identifier of their own are named like the refs of semantics §3:
/// `need:<engagement>:<need>`, `deliverable:<engagement>:<deliverable>:<on>`, `assessment:<engagement>:<phase>:<on>`,
/// `progress:<engagement>:<on>`.
struct DutyRecord {
  std::string ref;
  CivilDate on;
  Bilingual words;  ///< what it is: the kind of the deliverable and its title
};

struct DutyItem {
  std::string article;  ///< "5.1"
  DutyStatus status = DutyStatus::missing;
  std::vector<DutyRecord> met_by;  ///< in the order of stating
  std::vector<Bilingual> missing;  ///< a sentence each; empty when met
};

/// The items that are owed to each contract. 5.4 and 5.5 are owed by the provider as a whole.
inline constexpr std::array<std::string_view, 5> contract_duty_articles = {"5.1", "5.2", "5.3", "5.6", "5.7"};

struct ContractDuties {
  std::string engagement;
  std::vector<DutyItem> items;  ///< by contract_duty_articles
};

struct ProviderDuties {
  std::string provider;
  DutyItem cases_and_guides;              ///< 5.4: typical cases and implementation guides
  DutyItem products;                      ///< 5.5: solution products
  std::vector<ContractDuties> contracts;  ///< by identifier
};

/// 5.1 the three lists with both tags and their links, the needs list and the diagnosis report; 5.2 the transformation plan; 5.3 the record
/// of the implementation, and the policy's `required_level` by the last assessment after it; 5.6 the self-assessment report and an
/// assessment after the transformation; 5.7 reports of progress, and the material for acceptance.
/// A link: each requirement answers a problem, each scenario a requirement, by `from`.
[[nodiscard]] ContractDuties check_contract_duties(const State& state, const EngagementState& engagement,
                                                   const Policy& policy);

/// The same without words and records, by contract_duty_articles: for counting.
[[nodiscard]] std::array<DutyStatus, contract_duty_articles.size()> contract_duty_statuses(
    const State& state, const EngagementState& engagement, const Policy& policy);

[[nodiscard]] ProviderDuties check_provider_duties(const RuleInput& input);

/// Cases, guides and products of all contracts of a provider, in the order of stating. What is submitted again under the same
/// title is one and the same; its first submission stands here.
[[nodiscard]] std::vector<DutyRecord> cases_guides_and_products(const RuleInput& input);

/// "二级" / "level 2"; levels are 0–4.
[[nodiscard]] Bilingual level_words(int level);

/// The last assessment after the transformation (Article 5(3)); null if there is none.
[[nodiscard]] const Stated<AssessmentRecorded>* last_assessment_after(const EngagementState& engagement);

}  // namespace hengping
