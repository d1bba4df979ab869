#include "shell/app/deadline_list.h"

#include <algorithm>

#include "core/policy/policy.h"
#include "shell/app/display.h"

namespace hengping::shell {

namespace {

Urgency urgency_of(const Deadline& deadline) {
  if (!deadline.days_left) return Urgency::waits;
  if (*deadline.days_left < 0) return Urgency::overdue;
  return *deadline.days_left <= soon_days ? Urgency::soon : Urgency::later;
}

std::string id_of(const Deadline& deadline) {
  std::string id(deadline_kind_name(deadline.kind));
  for (const std::string* part : {&deadline.provider, &deadline.engagement, &deadline.ref, &deadline.article})
    id.append("\n").append(*part);
  return id;
}

bool concerns(const Deadline& deadline, Role role) {
  return std::find(deadline.roles.begin(), deadline.roles.end(), role) != deadline.roles.end();
}

}  // namespace

void DeadlineList::update(App& app, const DeadlineFilter& filter, const RoleWords& roles) {
  if (revision_ == app.revision() && filter_ == filter) return;
  const std::int32_t days = std::max(filter.days, usual_days);
  if (revision_ != app.revision() || days_ != days) {
    DeadlineQuery query;
    query.days = days;
    all_ = find_deadlines(app.state(), app.policy(), app.today(), query);
    articles_.clear();
    for (const Deadline& deadline : all_) articles_.insert(deadline.article);
  }
  ++version_;
  revision_ = app.revision();
  filter_ = filter;
  days_ = days;
  rows_.clear();
  counts_ = {};
  const SearchQuery search(filter.text);
  std::string names;
  for (const Deadline& deadline : all_) {
    if (deadline.days_left && *deadline.days_left > filter.days) continue;
    if (filter.role && !concerns(deadline, *filter.role)) continue;
    if (!filter.articles.empty() && !filter.articles.contains(deadline.article)) continue;
    const ProviderState* provider = app.state().provider(deadline.provider);
    const std::string_view name = provider != nullptr ? std::string_view(provider->profile.name) : std::string_view();
    const Bilingual article = article_name(deadline.article);
    names.clear();
    for (const Role role : deadline.roles) {
      if (roles) names.append(roles(role)).append("\n");
    }
    if (!search.matches(deadline.words.zh, deadline.words.en, deadline.engagement, deadline.ref, deadline.provider,
                        name, article.zh, article.en, names))
      continue;
    DeadlineRow row;
    row.deadline = &deadline;
    row.id = id_of(deadline);
    row.provider_name = name;
    row.urgency = urgency_of(deadline);
    if (deadline.due_on) {
      row.on = deadline.due_on->to_string();
    } else if (deadline.since) {
      row.on = deadline.since->to_string();
    }
    row.article_name = article;
    if (row.urgency == Urgency::waits) {
      ++counts_.waiting;
    } else {
      ++(row.urgency == Urgency::overdue ? counts_.overdue : counts_.due);
    }
    rows_.push_back(std::move(row));
  }
}

std::vector<Deadline> DeadlineList::shown(const Ids* only) const {
  std::vector<Deadline> deadlines;
  deadlines.reserve(rows_.size());
  for (const DeadlineRow& row : rows_) {
    if (only == nullptr || only->contains(row.id)) deadlines.push_back(*row.deadline);
  }
  return deadlines;
}

DeadlineList::Ids DeadlineList::kept(const Ids& ids) const {
  Ids left;
  for (const DeadlineRow& row : rows_) {
    if (ids.contains(row.id)) left.insert(row.id);
  }
  return left;
}

}  // namespace hengping::shell
