// The list of all ratings: the longest of the app, so rows are three numbers each and are written out only when painted.
#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "shell/app/list_views.h"
#include "core/base/order.h"
#include "shell/app/rating_status.h"

namespace hengping::shell {

namespace {

/// The place of each of `count` things when sorted by `less`; things that are alike share one.
template <class Less>
std::vector<std::uint32_t> ranks(std::size_t count, const Less& less) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  put_in_order(order, less);
  std::vector<std::uint32_t> rank(count, 0);
  for (std::size_t i = 1; i < count; ++i)
    rank[order[i]] = rank[order[i - 1]] + (less(order[i - 1], order[i]) ? 1U : 0U);
  return rank;
}

std::string_view words_of(const RatingEvent& event) {
  if (event.given == nullptr) return event.withdrawn->reason;
  return event.given->comment ? std::string_view(*event.given->comment) : std::string_view();
}

std::uint32_t satisfaction_rank(const RatingEvent& event) {
  return event.given == nullptr ? 3U : static_cast<std::uint32_t>(event.given->satisfaction);
}

struct Sortable {
  std::uint32_t primary = 0;  // by the column
  std::int32_t on = 0;
  std::uint32_t engagement_rank = 0;
  std::uint32_t engagement = 0, slot = 0, event = 0;
};

}  // namespace

void RatingList::update(App& app, const RatingQuery& query) {
  if (revision_ == app.revision() && query_ == query) return;
  const bool same_ledger = revision_ == app.revision();
  revision_ = app.revision();
  query_ = query;
  hits_.clear();
  const State& state = app.state();
  state_ = &state;
  const SymbolTable& symbols = state.symbols();
  const auto& engagements = state.engagements();

  if (!same_ledger) {
    std::set<std::string, std::less<>> periods;
    all_ = 0;
    for (const EngagementState& engagement : engagements) {
      for (const RatingSlot& slot : engagement.ratings) {
        all_ += slot.events.size();
        const std::string& period = symbols.text(slot.period);
        if (!periods.contains(period)) periods.insert(period);
      }
    }
    periods_.assign(periods.begin(), periods.end());
  }

  const auto engagement_ranks = ranks(engagements.size(), [&](std::uint32_t a, std::uint32_t b) {
    return compare_natural(symbols.text(engagements[a].id), symbols.text(engagements[b].id)) < 0;
  });
  std::vector<std::uint32_t> party_ranks;  // of engagements, by the name of their provider or enterprise
  if (query.sort == RatingColumn::provider) {
    const auto name = [&](std::uint32_t i) -> const std::string& {
      return state.providers()[engagements[i].provider].registration->name;
    };
    party_ranks = ranks(engagements.size(), [&](std::uint32_t a, std::uint32_t b) { return name(a) < name(b); });
  } else if (query.sort == RatingColumn::enterprise) {
    const auto name = [&](std::uint32_t i) -> const std::string& {
      return state.enterprises()[engagements[i].enterprise].registration->name;
    };
    party_ranks = ranks(engagements.size(), [&](std::uint32_t a, std::uint32_t b) { return name(a) < name(b); });
  }
  const auto period_rank = [&](std::string_view period) {
    return static_cast<std::uint32_t>(std::lower_bound(periods_.begin(), periods_.end(), period) - periods_.begin());
  };

  const SearchQuery search(query.text);
  std::vector<Sortable> found;
  for (std::uint32_t e = 0; e < engagements.size(); ++e) {
    const EngagementState& engagement = engagements[e];
    const ProviderState& provider = state.providers()[engagement.provider];
    const EnterpriseState& enterprise = state.enterprises()[engagement.enterprise];
    const std::string& id = symbols.text(engagement.id);
    if (!query.engagement.empty() && id != query.engagement) continue;
    if (!query.provider.empty() && symbols.text(provider.id) != query.provider) continue;
    if (!query.enterprise.empty() && symbols.text(enterprise.id) != query.enterprise) continue;
    SearchQuery::Found in_engagement = 0;
    if (!search.empty() && !engagement.ratings.empty()) {
      in_engagement = search.found_in(id) | search.found_in(symbols.text(provider.id)) |
                      search.found_in(provider.profile.name) | search.found_in(symbols.text(enterprise.id)) |
                      search.found_in(enterprise.registration->name);
    }
    for (std::uint32_t s = 0; s < engagement.ratings.size(); ++s) {
      const RatingSlot& slot = engagement.ratings[s];
      const std::string& period = symbols.text(slot.period);
      if (!query.period.empty() && period != query.period) continue;
      SearchQuery::Found in_slot = in_engagement;
      if (!search.empty() && !search.complete(in_slot)) in_slot |= search.found_in(period);
      for (std::uint32_t i = 0; i < slot.events.size(); ++i) {
        const RatingEvent& event = slot.events[i];
        if (query.satisfaction && (event.given == nullptr || event.given->satisfaction != *query.satisfaction))
          continue;
        const RatingStatus status = rating_status(slot, i);
        if (query.only_effective && status != RatingStatus::effective) continue;
        if (!search.empty() && !search.complete(in_slot) &&
            !search.complete(in_slot | search.found_in(words_of(event))))
          continue;
        Sortable row{0, event.at.on.days(), engagement_ranks[e], e, s, i};
        switch (query.sort) {
          case RatingColumn::on: break;
          case RatingColumn::period: row.primary = period_rank(period); break;
          case RatingColumn::engagement: row.primary = engagement_ranks[e]; break;
          case RatingColumn::provider:
          case RatingColumn::enterprise: row.primary = party_ranks[e]; break;
          case RatingColumn::satisfaction: row.primary = satisfaction_rank(event); break;
          case RatingColumn::status: row.primary = static_cast<std::uint32_t>(status); break;
        }
        found.push_back(row);
      }
    }
  }

  // Alike in the column: the latest first (sorted by day: as asked), then by contract, then as stated.
  const bool by_day = query.sort == RatingColumn::on;
  const bool ascending = query.order == SortOrder::ascending;
  put_in_order(found, [by_day, ascending](const Sortable& a, const Sortable& b) {
    if (a.primary != b.primary) return ascending ? a.primary < b.primary : a.primary > b.primary;
    if (a.on != b.on) return by_day && ascending ? a.on < b.on : a.on > b.on;
    if (a.engagement_rank != b.engagement_rank) return a.engagement_rank < b.engagement_rank;
    if (a.slot != b.slot) return a.slot < b.slot;
    return a.event < b.event;
  });
  hits_.reserve(found.size());
  for (const Sortable& row : found) hits_.push_back({row.engagement, row.slot, row.event});
}

RatingRow RatingList::row_of(const Hit& hit) const {
  const State& state = *state_;
  const EngagementState& engagement = state.engagements()[hit.engagement];
  const ProviderState& provider = state.providers()[engagement.provider];
  const EnterpriseState& enterprise = state.enterprises()[engagement.enterprise];
  const RatingSlot& slot = engagement.ratings[hit.slot];
  const RatingEvent& event = slot.events[hit.event];
  RatingRow row;
  row.engagement = state.symbols().text(engagement.id);
  row.period = state.symbols().text(slot.period);
  row.provider = state.symbols().text(provider.id);
  row.provider_name = provider.profile.name;
  row.enterprise = state.symbols().text(enterprise.id);
  row.enterprise_name = enterprise.registration->name;
  row.on = event.at.on;
  row.status = rating_status(slot, hit.event);
  row.words = words_of(event);
  if (event.given != nullptr) {
    row.satisfaction = event.given->satisfaction;
    row.body = event.given;
  } else {
    row.body = event.withdrawn;
  }
  return row;
}

}  // namespace hengping::shell
