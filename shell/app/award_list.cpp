#include "shell/app/award_list.h"

#include <algorithm>
#include <compare>

#include "core/base/order.h"

namespace hengping::shell {

namespace {

std::weak_ordering compare_ranked(const RankedRow& left, const RankedRow& right, AwardColumn column) {
  switch (column) {
    case AwardColumn::rank: return left.rank <=> right.rank;
    case AwardColumn::provider: return left.name <=> right.name;
    case AwardColumn::total:
      if (left.exact_total == right.exact_total) return std::weak_ordering::equivalent;
      return left.exact_total < right.exact_total ? std::weak_ordering::less : std::weak_ordering::greater;
    case AwardColumn::coverage: return left.weight_with_data <=> right.weight_with_data;
  }
  return std::weak_ordering::equivalent;
}

}  // namespace

void AwardList::update(App& app, const AwardQuery& query) {
  if (revision_ == app.revision() && query_ == query) return;
  revision_ = app.revision();
  query_ = query;
  all_ = app.state().providers().size();
  const SearchQuery search(query.text);
  list_ranked(app, search);
  list_unranked(app, search);
  list_awards(app, search);
}

void AwardList::list_ranked(App& app, const SearchQuery& search) {
  ranked_.clear();
  const Ranking& ranking = app.ranking();
  all_ranked_ = ranking.ranked.size();
  for (const RankedProvider& one : ranking.ranked) {
    const ProviderState& provider = *app.state().provider(one.card.provider);
    if (!search.matches(one.card.provider, provider.profile.name, one.explanation.zh, one.explanation.en)) continue;
    RankedRow row;
    row.id = one.card.provider;
    row.name = provider.profile.name;
    row.rank = one.rank;
    row.tied_with = one.tied_with;
    row.best = one.best.rank;
    row.worst = one.worst.rank;
    row.firm = one.moved_by.empty();
    for (const Criterion criterion : one.moved_by) row.moved_by.push_back(criterion_words(criterion));
    row.total = total_text(one.card.total->rounded());
    row.exact_total = *one.card.total;
    row.weight_with_data = one.card.weight_with_data;
    row.awards = provider.awards.size();
    row.reason = &one.explanation;
    ranked_.push_back(std::move(row));
  }
  put_in_order(ranked_, [this](const RankedRow& left, const RankedRow& right) {
    const bool up = query_.order == SortOrder::ascending;
    const auto by_column = compare_ranked(up ? left : right, up ? right : left, query_.sort);
    if (by_column != 0) return by_column < 0;
    return compare_natural(left.id, right.id) < 0;
  });
}

void AwardList::list_unranked(App& app, const SearchQuery& search) {
  unranked_.clear();
  const Ranking& ranking = app.ranking();
  all_unranked_ = ranking.unranked.size();
  for (const UnrankedProvider& one : ranking.unranked) {
    const ProviderState& provider = *app.state().provider(one.card.provider);
    if (!search.matches(one.card.provider, provider.profile.name, one.reason.zh, one.reason.en)) continue;
    UnrankedRow row;
    row.id = one.card.provider;
    row.name = provider.profile.name;
    if (one.card.total) row.total = total_text(one.card.total->rounded());
    row.weight_with_data = one.card.weight_with_data;
    row.disqualified = one.disqualified;
    row.reason = &one.reason;
    unranked_.push_back(std::move(row));
  }
  put_in_order(unranked_,
            [](const UnrankedRow& left, const UnrankedRow& right) { return compare_natural(left.id, right.id) < 0; });
}

void AwardList::list_awards(App& app, const SearchQuery& search) {
  awards_.clear();
  all_awards_ = 0;
  records_.update(app);
  const State& state = app.state();
  for (const ProviderState& provider : state.providers()) {
    all_awards_ += provider.awards.size();
    const std::string& id = state.symbols().text(provider.id);
    for (const Stated<AwardGiven>& award : provider.awards) {
      if (!search.matches(id, provider.profile.name, award.body->title, award.body->reason)) continue;
      AwardRow row;
      row.id = id;
      row.name = provider.profile.name;
      row.title = award.body->title;
      row.reason = award.body->reason;
      row.on = award.at.on;
      const std::size_t record = records_.find(award.body);
      if (record != RecordIndex::nowhere) row.hash = app.ledger().records()[record].hash_text();
      awards_.push_back(row);
    }
  }
  put_in_order(awards_, [](const AwardRow& left, const AwardRow& right) {
    if (left.on != right.on) return left.on > right.on;
    return compare_natural(left.id, right.id) < 0;
  });
}

}  // namespace hengping::shell
