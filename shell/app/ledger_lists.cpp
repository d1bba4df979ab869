// Records that do not count, contradictions, what was learnt late.
#include <algorithm>
#include <map>
#include <utility>

#include "core/codec/json_reader.h"
#include "core/rules/late_knowledge.h"
#include "shell/app/ledger_views.h"
#include "shell/app/record_views.h"

namespace hengping::shell {

namespace {

std::vector<RecordLine> lines_of(App& app, const std::vector<std::uint32_t>& records) {
  std::vector<RecordLine> lines;
  lines.reserve(records.size());
  for (const std::uint32_t one : records) lines.push_back(record_line(app, one));
  return lines;
}

bool matches(const SearchQuery& query, const RecordLine& line) {
  return query.matches(line.kind, line.on, line.provider, line.provider_name, line.enterprise, line.enterprise_name,
                       line.engagement, line.device, line.device_name, line.hash);
}

/// "provider:P1", "P1:address", "E1@2025-Q1", "R3" in two.
void split_subject(ConflictView& view) {
  const std::size_t cut = view.subject.find_first_of(":@");
  if (view.matter == Matter::registration && cut != std::string::npos) {
    view.id = view.subject.substr(cut + 1);
    return;
  }
  view.id = view.subject.substr(0, cut);
  if (cut != std::string::npos) view.detail = view.subject.substr(cut + 1);
}

std::vector<RecordMember> value_of(App& app, const SideValues& values, const Conflict& conflict, std::uint32_t side) {
  FaultList none;
  const auto value = read_json(values.of(conflict, side), none);
  if (!value) return {};
  std::vector<RecordMember> members = record_members(app.ledger().records()[side].fact, *value, app.state());
  std::erase_if(members, [](const RecordMember& member) { return member.name == "kind"; });
  return members;
}

std::optional<std::size_t> find_record(const App& app, std::string_view hash) {
  const auto wanted = hash_from_hex(hash);
  const std::uint32_t index = wanted ? app.ledger().find(*wanted) : Record::nowhere;
  return index == Record::nowhere ? std::nullopt : std::optional<std::size_t>(index);
}

}  // namespace

std::string_view record_kind(const Record& record) {
  if (record.is_fact) return kind_name(record.fact.body);
  return record.statement ? statement_name(record.statement->body) : std::string_view();
}

RecordLine record_line(App& app, std::size_t index) {
  const Record& record = app.ledger().records()[index];
  const Device& device = app.ledger().feeds()[record.feed].device;
  RecordLine line;
  line.index = index;
  line.hash = record.hash_text();
  line.kind = record_kind(record);
  line.at = instant_text(record.at());
  line.device = device.id;
  line.device_name = device.name;
  line.standing = record.standing;
  if (record.is_fact) {
    const RecordRow row = record_row(app, index);
    line.on = row.on.to_string();
    line.provider = row.provider;
    line.provider_name = row.provider_name;
    line.enterprise = row.enterprise;
    line.enterprise_name = row.enterprise_name;
    line.engagement = row.engagement;
  } else if (record.statement) {
    line.on = record.statement->on.to_string();
  }
  return line;
}

void UncountedList::update(App& app, const UncountedQuery& query) {
  const bool same_records = revision_ == app.revision();
  if (same_records && query_ == query) return;
  const auto& records = app.ledger().records();
  const auto& feeds = app.ledger().feeds();
  if (!same_records) {
    std::map<std::pair<std::string, RecordStanding>, UncountedGroup> groups;
    all_.clear();
    for (auto index = static_cast<std::uint32_t>(records.size()); index-- > 0;) {
      const Record& record = records[index];
      if (record.standing == RecordStanding::counts) continue;
      all_.push_back(index);
      const Device& device = feeds[record.feed].device;
      UncountedGroup& group = groups[{device.id, record.standing}];
      if (group.records++ == 0) group = {device.id, device.name, device.role, record.standing, 1};
    }
    groups_.clear();
    for (auto& [key, group] : groups) groups_.push_back(std::move(group));
  }
  revision_ = app.revision();
  query_ = query;
  const SearchQuery words(query.text);
  hits_.clear();
  for (const std::uint32_t index : all_) {
    const Record& record = records[index];
    if (query.standing && record.standing != *query.standing) continue;
    if (!query.device.empty() && feeds[record.feed].device.id != query.device) continue;
    if (words.empty() || matches(words, record_line(app, index))) hits_.push_back(index);
  }
}

Judgement judgement_of(const App& app, std::size_t index) {
  const Record& record = app.ledger().records()[index];
  if (!record.is_fact || !may_act(office_of(app))) return {};
  switch (record.standing) {
    case RecordStanding::unknown_device:
    case RecordStanding::refused_device:
    case RecordStanding::after_revocation:
    case RecordStanding::outside_rights: return {true, true};
    case RecordStanding::missing_part: return {false, true};
    case RecordStanding::rejected: return {true, false};
    case RecordStanding::counts:
    case RecordStanding::not_understood:
    case RecordStanding::set_aside: return {};
  }
  return {};
}

bool admit_record(App& app, std::string_view hash, const std::string& reason) {
  const auto index = find_record(app, hash);
  if (!index || reason.empty() || !judgement_of(app, *index).may_admit) return false;
  app.state(RecordAdmitted{app.ledger().records()[*index].hash, reason});
  return true;
}

bool reject_record(App& app, std::string_view hash, const std::string& reason) {
  const auto index = find_record(app, hash);
  if (!index || reason.empty() || !judgement_of(app, *index).may_reject) return false;
  app.state(RecordRejected{app.ledger().records()[*index].hash, reason});
  return true;
}

void ConflictList::update(App& app, std::size_t most) {
  if (revision_ != app.revision()) {
    revision_ = app.revision();
    conflicts_ = find_conflicts(app.ledger());
    shown_.clear();
  }
  const std::size_t wanted = std::min(most, conflicts_.size());
  if (shown_.size() > wanted) shown_.resize(wanted);
  if (shown_.size() == wanted) return;
  const SideValues values(app.ledger());
  while (shown_.size() < wanted) {
    const Conflict& conflict = conflicts_[shown_.size()];
    ConflictView view;
    view.matter = conflict.matter;
    view.subject = conflict.subject;
    split_subject(view);
    for (const std::uint32_t side : conflict.sides)
      view.sides.push_back({record_line(app, side), value_of(app, values, conflict, side), side == conflict.counting});
    shown_.push_back(std::move(view));
  }
}

bool ConflictList::keep(App& app, const ConflictView& view, std::string_view hash, const std::string& reason) {
  const auto kept = find_record(app, hash);
  if (!kept || reason.empty() || !may_act(office_of(app))) return false;
  for (const Conflict& conflict : find_conflicts(app.ledger())) {
    if (conflict.matter != view.matter || conflict.subject != view.subject) continue;
    for (const std::uint32_t side : conflict.sides) {
      if (side != *kept) continue;
      app.state(resolve(app.ledger(), conflict, side, reason));
      return true;
    }
  }
  return false;
}

void LateList::update(App& app) {
  if (revision_ == app.revision()) return;
  revision_ = app.revision();
  decisions_.clear();
  for (const LateDecision& one : late_decisions(app.ledger(), app.base_policy())) {
    LateView view;
    view.decision = record_line(app, one.decision);
    view.provider = one.provider;
    if (const ProviderState* provider = app.state().provider(one.provider)) view.provider_name = provider->profile.name;
    for (const VerdictChange& change : one.changes) view.changes.push_back(describe(change));
    view.late = lines_of(app, one.late);
    decisions_.push_back(std::move(view));
  }
}

}  // namespace hengping::shell
