// The checklists of Articles 5 and 6, score cards and ranking of Article 10, and deadlines as JSON: for the command line and the page. What
// is absent is null; points are JSON numbers with at most two decimals.
#pragma once

#include <vector>

#include "core/codec/json_value.h"
#include "core/rules/conduct.h"
#include "core/rules/deadlines.h"
#include "core/rules/duties.h"
#include "core/rules/ranking.h"
#include "core/rules/score_card.h"

namespace hengping {

/// `{"engagement", "items": [{"article", "status", "met_by": [{"ref", "on", "words"}], "missing": [{"zh", "en"}]}]}`
[[nodiscard]] JsonValue contract_duties_json(const ContractDuties& duties);

/// `{"provider", "items" (5.4 and 5.5), "contracts", "conduct": [{"article", "complaints": {"confirmed", "open", "dismissed"}, "findings",
/// "explanation"}]}`
[[nodiscard]] JsonValue provider_duties_json(const ProviderDuties& duties, const std::vector<ConductRule>& conduct);

/// `{"provider", "total", "coverage", "ranked", "criteria": [{"criterion", "weight", "points", "refs", "explanation"}], "explanation"}`;
/// satisfaction with data also has `"interval": {"low", "high"}`.
[[nodiscard]] JsonValue score_card_json(const ScoreCard& card);

/// `{"as_of", "policy", "pool": {"ratings", "mean"}, "variations", "ranked": [{"rank", "tied_with", "best", "worst", "moved_by", "explanation",
/// "card"}], "unranked": [{"disqualified", "reason", "card"}]}`; best and worst: `{"rank", "criterion", "change"}` with the change "+20%"
/// or "-20%", both null where the policy's own weights give it.
[[nodiscard]] JsonValue ranking_json(const Ranking& ranking);

/// `{"as_of", "days", "deadlines": [{"kind", "roles", "article", "provider", "engagement", "ref", "due_on", "days_left", "since", "words",
/// "left"}]}`
[[nodiscard]] JsonValue deadlines_json(const std::vector<Deadline>& deadlines, CivilDate as_of,
                                       const DeadlineQuery& query);

}  // namespace hengping
