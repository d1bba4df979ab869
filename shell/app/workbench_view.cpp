#include "shell/app/workbench_view.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <variant>

#include "core/base/order.h"
#include "shell/app/rating_status.h"
#include "shell/app/record_views.h"

namespace hengping::shell {

namespace {

constexpr std::size_t most_recent = 12;

FirstStep first_step(const WorkbenchView& view) {
  if (view.providers == 0) return FirstStep::register_provider;
  if (view.enterprises == 0) return FirstStep::register_enterprise;
  if (view.engagements == 0) return FirstStep::sign_engagement;
  if (view.ratings.total() == 0) return FirstStep::give_rating;
  return FirstStep::none;
}

RecentRecord recent_record(App& app, std::size_t index) {
  const RecordRow row = record_row(app, index);
  RecentRecord recent;
  recent.record = index;
  recent.kind = row.kind;
  recent.hash = row.hash;
  recent.on = row.on.to_string();
  recent.at = instant_text(row.at);
  recent.provider = row.provider;
  recent.provider_name = row.provider_name;
  recent.enterprise = row.enterprise;
  recent.enterprise_name = row.enterprise_name;
  recent.engagement = row.engagement;
  recent.period = row.period;
  if (const auto* rating = body_as<RatingGiven>(app.ledger().records()[index].fact.body))
    recent.satisfaction = rating->satisfaction;
  return recent;
}

constexpr int overdue_part = 2;

/// What waits for the bureau comes first, then what falls due, what is overdue, and what waits for others.
int part_for_bureau(const DeadlineRow& row) {
  const auto& roles = row.deadline->roles;
  if (row.urgency == Urgency::overdue) return overdue_part;
  if (row.urgency != Urgency::waits) return 1;
  return std::find(roles.begin(), roles.end(), Role::bureau) != roles.end() ? 0 : overdue_part + 1;
}

void add_deadlines(App& app, WorkbenchView& view) {
  DeadlineFilter filter;
  filter.days = pressing_days;
  if (app.settings().role != Role::bureau) filter.role = app.settings().role;
  view.deadline_role = filter.role;
  DeadlineList list;
  list.update(app, filter);
  view.deadlines = list.counts();
  std::vector<std::size_t> order(list.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (!filter.role) {
    put_in_order(order, [&list](std::size_t left, std::size_t right) {
      const int left_part = part_for_bureau(list.row(left));
      const int right_part = part_for_bureau(list.row(right));
      if (left_part != right_part) return left_part < right_part;
      // The list has the longest overdue first; what has only just become so can still be helped.
      return left_part == overdue_part && list.row(left).on > list.row(right).on;
    });
  }
  for (std::size_t i = 0; i < order.size() && i < most_pressing; ++i) {
    const DeadlineRow& row = list.row(order[i]);
    PressingRow pressing;
    pressing.deadline = *row.deadline;
    pressing.urgency = row.urgency;
    pressing.on = row.on;
    pressing.provider_name = row.provider_name;
    view.pressing.push_back(std::move(pressing));
  }
}

}  // namespace

WorkbenchView workbench_view(App& app) {
  const State& state = app.state();
  WorkbenchView view;
  view.providers = state.providers().size();
  view.enterprises = state.enterprises().size();
  view.engagements = state.engagements().size();
  view.records = app.ledger().sequence().facts.size();
  for (const EngagementState& engagement : state.engagements()) {
    for (const RatingSlot& slot : engagement.ratings) {
      if (const RatingGiven* rating = slot.effective()) view.ratings.add(rating->satisfaction);
    }
  }
  for (const ProviderVerdict& verdict : app.answer().providers) {
    const ProviderState* provider = state.provider(verdict.provider);
    if (provider == nullptr) continue;
    AttentionRow row;
    row.unsatisfied = unsatisfied_count(verdict, app.policy());
    for (const GroundVerdict& ground : verdict.grounds) {
      if (!ground.met) continue;
      row.grounds_met.push_back(ground.article);
      row.grounds_met_names.push_back(article_name(ground.article));
    }
    if (!row.grounds_met.empty()) ++view.providers_meeting_grounds;
    if (row.grounds_met.empty() && !row.unsatisfied.near()) continue;
    row.provider = verdict.provider;
    row.name = provider->profile.name;
    view.attention.push_back(std::move(row));
  }
  put_in_order(view.attention, [](const AttentionRow& a, const AttentionRow& b) {
    if (a.grounds_met.empty() != b.grounds_met.empty()) return b.grounds_met.empty();
    if (a.unsatisfied.distance() != b.unsatisfied.distance())
      return a.unsatisfied.distance() < b.unsatisfied.distance();
    return compare_natural(a.provider, b.provider) < 0;
  });
  for (std::size_t i = app.ledger().size(); i > 0 && view.recent.size() < most_recent; --i) {
    if (!app.ledger().records()[i - 1].counts_as_fact()) continue;
    view.recent.push_back(recent_record(app, i - 1));
  }
  add_deadlines(app, view);
  view.first_step = first_step(view);
  return view;
}

}  // namespace hengping::shell
