#include "core/rules/ranking.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <span>

#include "core/base/order.h"
#include "core/rules/explanation.h"

namespace hengping {
namespace {

constexpr std::int64_t all_weight = 100;

/// Weights as whole numbers; only their proportions count.
using Weights = std::array<std::int64_t, criteria>;

struct Variation {
  Criterion criterion = Criterion::satisfaction;
  bool raised = false;
  Weights weights{};
};

/// With w' = w · 6/5 (or 4/5) the others become w_j · (100 − w') / (100 − w). Multiplied by 5 (100 − w), all are whole.
std::vector<Variation> variations_of(const ScoreCardParameters& parameters) {
  std::vector<Variation> result;
  for (std::size_t moved = 0; moved < criteria; ++moved) {
    for (const bool raised : {true, false}) {
      const std::int64_t weight = parameters.weights.at(moved);
      const std::int64_t fifths = raised ? 6 : 4;
      const std::int64_t left = 5 * all_weight - fifths * weight;
      if (weight == 0 || weight == all_weight || left <= 0) continue;
      Variation variation{static_cast<Criterion>(moved), raised, {}};
      for (std::size_t i = 0; i < criteria; ++i) {
        variation.weights.at(i) =
            i == moved ? fifths * weight * (all_weight - weight) : std::int64_t{parameters.weights.at(i)} * left;
      }
      result.push_back(variation);
    }
  }
  return result;
}

Total total_under(const ScoreCard& card, const Weights& weights) {
  Total total{0, 0};
  for (std::size_t i = 0; i < criteria; ++i) {
    const CriterionScore& score = card.criteria_scores.at(i);
    if (!score.points) continue;
    total.weighted += weights.at(i) * score.points->hundredths;
    total.weight += weights.at(i);
  }
  return total;
}

/// The rank of each total: one more than the number of higher ones.
std::vector<int> ranks_of(const std::vector<Total>& totals) {
  std::vector<std::size_t> order(totals.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  put_in_order(order,
            [&totals](std::size_t left, std::size_t right) { return totals[right] < totals[left]; });
  std::vector<int> ranks(totals.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool tied = i > 0 && totals[order[i]] == totals[order[i - 1]];
    ranks[order[i]] = tied ? ranks[order[i - 1]] : static_cast<int>(i) + 1;
  }
  return ranks;
}

Bilingual move_words(const RankMove& move) {
  if (!move.criterion) return say(CoreText::ranking_move_none, {std::to_string(move.rank)});
  return say(move.raised ? CoreText::ranking_move_raised : CoreText::ranking_move_lowered,
             {std::to_string(move.rank), criterion_words(*move.criterion)});
}

/// The others of a group that shares a rank; at most `most_named` of them, for a group can be the whole pool.
Bilingual name_others(std::span<const RankedProvider> group, const RankedProvider& one) {
  std::vector<std::string> others;
  for (const RankedProvider& other : group) {
    if (others.size() == most_named) break;
    if (&other != &one) others.push_back(other.card.provider);
  }
  Bilingual names = name_refs(others);
  if (one.tied_with <= most_named) return names;
  return say(CoreText::list_shortened, {names, std::to_string(one.tied_with)});
}

Bilingual explain(const RankedProvider& one, std::span<const RankedProvider> group) {
  Explanation words;
  words.add(CoreText::ranking_rank, {std::to_string(one.rank), one.card.total->rounded().to_string(),
                                     std::to_string(one.card.weight_with_data)});
  if (one.tied_with > 0) words.add(CoreText::ranking_tied, {name_others(group, one)});
  if (one.moved_by.empty()) return words.add(CoreText::ranking_firm).take();
  Bilingual moved;
  for (const Criterion criterion : one.moved_by) {
    const Bilingual separator = moved.zh.empty() ? Bilingual{} : say(CoreText::list_separator);
    const Bilingual name = criterion_words(criterion);
    moved.zh += separator.zh + name.zh;
    moved.en += separator.en + name.en;
  }
  return words.add(CoreText::ranking_moved, {move_words(one.best), move_words(one.worst), moved}).take();
}

void vary(std::vector<RankedProvider>& ranked, const std::vector<Variation>& variations) {
  std::vector<Total> totals(ranked.size());
  for (const Variation& variation : variations) {
    for (std::size_t i = 0; i < ranked.size(); ++i) totals[i] = total_under(ranked[i].card, variation.weights);
    const std::vector<int> ranks = ranks_of(totals);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      RankedProvider& one = ranked[i];
      const RankMove move{ranks[i], variation.criterion, variation.raised};
      if (move.rank < one.best.rank) one.best = move;
      if (move.rank > one.worst.rank) one.worst = move;
      const bool known = !one.moved_by.empty() && one.moved_by.back() == variation.criterion;
      if (move.rank != one.rank && !known) one.moved_by.push_back(variation.criterion);
    }
  }
}

void explain_groups(std::vector<RankedProvider>& ranked) {
  for (std::size_t first = 0, last = 0; first < ranked.size(); first = last) {
    while (last < ranked.size() && ranked[last].rank == ranked[first].rank) ++last;
    const auto group = std::span(ranked).subspan(first, last - first);
    for (RankedProvider& one : group) {
      one.tied_with = group.size() - 1;
      one.explanation = explain(one, group);
    }
  }
}

}  // namespace

Ranking rank_providers(const State& state, const Policy& policy, CivilDate as_of) {
  Ranking ranking;
  ranking.as_of = as_of;
  ranking.policy_id = policy.id;
  ranking.policy_version = policy.version;
  ranking.pool = pool_ratings(state, policy, as_of);
  for (const ProviderState& provider : state.providers()) {
    const RuleInput input{state, provider, policy, as_of};
    ScoreCard card = score_provider(input, ranking.pool);
    const bool disqualified = judge_standing(input) == Standing::disqualified;
    if (disqualified || !card.ranked) {
      Bilingual reason = disqualified ? say(CoreText::ranking_disqualified) : card.explanation;
      ranking.unranked.push_back(UnrankedProvider{std::move(card), disqualified, std::move(reason)});
    } else {
      ranking.ranked.emplace_back().card = std::move(card);
    }
  }
  put_in_order(ranking.unranked,
            [](const UnrankedProvider& left, const UnrankedProvider& right) {
              return left.card.provider < right.card.provider;
            });

  std::vector<Total> totals;
  totals.reserve(ranking.ranked.size());
  for (const RankedProvider& one : ranking.ranked) totals.push_back(*one.card.total);
  const std::vector<int> ranks = ranks_of(totals);
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    RankedProvider& one = ranking.ranked[i];
    one.rank = ranks[i];
    one.best.rank = one.worst.rank = ranks[i];
  }
  const std::vector<Variation> variations = variations_of(policy.score_card);
  ranking.variations = static_cast<int>(variations.size());
  vary(ranking.ranked, variations);
  put_in_order(ranking.ranked, [](const RankedProvider& left, const RankedProvider& right) {
    return left.rank != right.rank ? left.rank < right.rank : left.card.provider < right.card.provider;
  });
  explain_groups(ranking.ranked);
  return ranking;
}

}  // namespace hengping
