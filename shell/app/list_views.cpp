#include "shell/app/list_views.h"

#include <algorithm>
#include <utility>

#include "core/base/order.h"
#include "shell/app/rating_status.h"

namespace hengping::shell {

namespace {

/// Sorts by `compare`, either way round; rows that it finds equal stand by identifier.
template <class Row, class Compare>
void sort_rows(std::vector<Row>& rows, SortOrder order, const Compare& compare) {
  put_in_order(rows, [order, &compare](const Row& left, const Row& right) {
    const std::weak_ordering by_column = order == SortOrder::ascending ? compare(left, right) : compare(right, left);
    if (by_column != 0) return by_column < 0;
    return compare_natural(left.id, right.id) < 0;
  });
}

std::weak_ordering compare_scale(std::optional<EnterpriseScale> left, std::optional<EnterpriseScale> right) {
  return left <=> right;  // none comes first
}

RatingTally tally_of(const EngagementState& engagement) {
  RatingTally tally;
  for (const RatingSlot& slot : engagement.ratings) {
    if (const RatingGiven* rating = slot.effective()) tally.add(rating->satisfaction);
  }
  return tally;
}

void add(RatingTally& sum, const RatingTally& part) {
  sum.satisfied += part.satisfied;
  sum.basically_satisfied += part.basically_satisfied;
  sum.unsatisfied += part.unsatisfied;
}

std::weak_ordering compare_providers(const ProviderRow& left, const ProviderRow& right, ProviderColumn column) {
  switch (column) {
    case ProviderColumn::id: return compare_natural(left.id, right.id);
    case ProviderColumn::name: return left.name <=> right.name;
    case ProviderColumn::uscc: return left.uscc <=> right.uscc;
    case ProviderColumn::legal_representative: return left.legal_representative <=> right.legal_representative;
    case ProviderColumn::registered_on: return left.registered_on <=> right.registered_on;
    case ProviderColumn::engagements: return left.engagements <=> right.engagements;
    case ProviderColumn::ratings: return left.ratings.total() <=> right.ratings.total();
    case ProviderColumn::unsatisfied: return left.unsatisfied.count <=> right.unsatisfied.count;
    case ProviderColumn::standing: return left.standing <=> right.standing;
  }
  return std::weak_ordering::equivalent;
}

std::weak_ordering compare_enterprises(const EnterpriseRow& left, const EnterpriseRow& right, EnterpriseColumn column) {
  switch (column) {
    case EnterpriseColumn::id: return compare_natural(left.id, right.id);
    case EnterpriseColumn::name: return left.name <=> right.name;
    case EnterpriseColumn::uscc: return left.uscc <=> right.uscc;
    case EnterpriseColumn::industry: return left.industry <=> right.industry;
    case EnterpriseColumn::scale: return compare_scale(left.scale, right.scale);
    case EnterpriseColumn::district: return left.district <=> right.district;
    case EnterpriseColumn::engagements: return left.engagements <=> right.engagements;
  }
  return std::weak_ordering::equivalent;
}

std::weak_ordering compare_engagements(const EngagementRow& left, const EngagementRow& right, EngagementColumn column) {
  switch (column) {
    case EngagementColumn::id: return compare_natural(left.id, right.id);
    case EngagementColumn::provider: return left.provider_name <=> right.provider_name;
    case EngagementColumn::enterprise: return left.enterprise_name <=> right.enterprise_name;
    case EngagementColumn::amount: return left.amount <=> right.amount;
    case EngagementColumn::signed_on: return left.signed_on <=> right.signed_on;
    case EngagementColumn::due_on: return left.due_on <=> right.due_on;
    case EngagementColumn::ratings: return left.ratings.total() <=> right.ratings.total();
  }
  return std::weak_ordering::equivalent;
}

}  // namespace

void ProviderList::update(App& app, const ProviderQuery& query) {
  if (revision_ == app.revision() && query_ == query) return;
  revision_ = app.revision();
  query_ = query;
  rows_.clear();
  const State& state = app.state();
  all_ = state.providers().size();
  const SearchQuery search(query.text);
  for (const ProviderState& provider : state.providers()) {
    const ProviderRegistered& registration = *provider.registration;
    const std::string& id = state.symbols().text(provider.id);
    const ProviderVerdict* verdict = app.verdict(id);
    if (verdict == nullptr) continue;
    const std::size_t met = grounds_met(*verdict);
    if (query.standing && verdict->standing != *query.standing) continue;
    if (query.only_grounds_met && met == 0) continue;
    if (query.type &&
        std::find(registration.types.begin(), registration.types.end(), *query.type) == registration.types.end())
      continue;
    if (!search.matches(id, registration.name, registration.uscc, registration.legal_representative,
                        registration.address))
      continue;
    ProviderRow row;
    row.id = id;
    row.name = registration.name;
    row.uscc = registration.uscc;
    row.legal_representative = registration.legal_representative;
    row.address = registration.address;
    row.registered_on = provider.registered_on;
    row.types = &registration.types;
    row.engagements = provider.engagements.size();
    for (const EngagementIndex index : provider.engagements) add(row.ratings, tally_of(state.engagements()[index]));
    row.standing = verdict->standing;
    row.grounds_met = met;
    row.unsatisfied = unsatisfied_count(*verdict, app.policy());
    row.verdict = verdict;
    rows_.push_back(row);
  }
  sort_rows(rows_, query.order,
            [&query](const ProviderRow& a, const ProviderRow& b) { return compare_providers(a, b, query.sort); });
}

void EnterpriseList::update(App& app, const EnterpriseQuery& query) {
  if (revision_ == app.revision() && query_ == query) return;
  revision_ = app.revision();
  query_ = query;
  rows_.clear();
  const State& state = app.state();
  all_ = state.enterprises().size();
  const SearchQuery search(query.text);
  for (const EnterpriseState& enterprise : state.enterprises()) {
    const EnterpriseRegistered& registration = *enterprise.registration;
    EnterpriseRow row;
    row.id = state.symbols().text(enterprise.id);
    row.name = registration.name;
    row.uscc = registration.uscc;
    row.industry = registration.industry;
    if (registration.district) row.district = *registration.district;
    row.scale = registration.scale;
    row.registered_on = enterprise.registered_on;
    row.engagements = enterprise.engagements.size();
    if (query.scale && row.scale != query.scale) continue;
    if (!search.matches(row.id, row.name, row.uscc, row.industry, row.district)) continue;
    rows_.push_back(row);
  }
  sort_rows(rows_, query.order,
            [&query](const EnterpriseRow& a, const EnterpriseRow& b) { return compare_enterprises(a, b, query.sort); });
}

void EngagementList::update(App& app, const EngagementQuery& query) {
  if (revision_ == app.revision() && query_ == query) return;
  revision_ = app.revision();
  query_ = query;
  rows_.clear();
  const State& state = app.state();
  all_ = state.engagements().size();
  const SearchQuery search(query.text);
  for (const EngagementState& engagement : state.engagements()) {
    const ProviderState& provider = state.providers()[engagement.provider];
    const EnterpriseState& enterprise = state.enterprises()[engagement.enterprise];
    EngagementRow row;
    row.id = state.symbols().text(engagement.id);
    row.provider = state.symbols().text(provider.id);
    row.provider_name = provider.profile.name;
    row.enterprise = state.symbols().text(enterprise.id);
    row.enterprise_name = enterprise.registration->name;
    if (!query.provider.empty() && row.provider != query.provider) continue;
    if (!query.enterprise.empty() && row.enterprise != query.enterprise) continue;
    if (!search.matches(row.id, row.provider, row.provider_name, row.enterprise, row.enterprise_name)) continue;
    row.amount = engagement.amount;
    row.signed_on = engagement.signed_on;
    row.due_on = engagement.due_on;
    row.ratings = tally_of(engagement);
    rows_.push_back(row);
  }
  sort_rows(rows_, query.order,
            [&query](const EngagementRow& a, const EngagementRow& b) { return compare_engagements(a, b, query.sort); });
}

}  // namespace hengping::shell
