// Article 10: 结果将作为服务商评优 … 的重要依据. All providers by their score cards, and how firm that order is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/rules/score_card.h"

namespace hengping {

/// A rank, and the weight that gives it: none is the policy's own weights.
struct RankMove {
  int rank = 1;
  std::optional<Criterion> criterion;
  bool raised = false;  ///< the criterion's weight a fifth up; else a fifth down
};

struct RankedProvider {
  ScoreCard card;
  int rank = 1;               ///< 1, 2, 2, 4: one more than the number of providers with a higher total
  std::size_t tied_with = 0;  ///< how many other providers have exactly the same total; the explanation names them
  RankMove best;              ///< over the policy's weights and all variations; the first that gives it
  RankMove worst;
  std::vector<Criterion> moved_by;  ///< the criteria whose weight moves the rank, either way
  Bilingual explanation;
};

struct UnrankedProvider {
  ScoreCard card;
  bool disqualified = false;
  Bilingual reason;
};

struct Ranking {
  CivilDate as_of;
  std::string policy_id;
  int policy_version = 1;
  RatingSum pool;  ///< all ratings that the means are drawn towards
  /// How many of the 14 variations (each of 7 weights up and down) there are: a weight of 0 cannot move, nor can one grow beyond what
  /// leaves something for the others.
  int variations = 0;
  std::vector<RankedProvider> ranked;      ///< by rank, then identifier
  std::vector<UnrankedProvider> unranked;  ///< by identifier: too little data, or disqualified and so outside the pool
};

/// A variation moves one weight by a fifth and scales the others so that the total stays the same, all by whole numbers. Who is ranked is decided by
/// the policy's own weights, so that ranks of variations compare.
[[nodiscard]] Ranking rank_providers(const State& state, const Policy& policy, CivilDate as_of);

}  // namespace hengping
