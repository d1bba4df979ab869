#include "shell/app/record_views.h"

#include <algorithm>
#include <array>
#include <variant>

#include "core/codec/json_reader.h"
#include "shell/app/display.h"
#include "shell/app/ledger_views.h"
#include "shell/app/subject.h"

namespace hengping::shell {

const void* body_address(const Body& body) {
  return visit_body([](const auto& alternative) -> const void* { return &alternative; }, body);
}

RecordRow record_row(App& app, std::size_t index) {
  const Ledger& ledger = app.ledger();
  const Record& record = ledger.records()[index];
  const State& state = app.state();
  const Device& device = ledger.feeds()[record.feed].device;
  const Subject subject = subject_of(record.fact.body, ledger.symbols(), state);
  RecordRow row;
  row.index = index;
  row.kind = kind_name(record.fact.body);
  row.on = record.fact.on;
  row.by = record.fact.by;
  row.provider = subject.provider;
  row.enterprise = subject.enterprise;
  row.engagement = subject.engagement;
  row.period = subject.period;
  if (const ProviderState* provider = state.provider(subject.provider)) row.provider_name = provider->profile.name;
  if (const EnterpriseState* enterprise = state.enterprise(subject.enterprise))
    row.enterprise_name = enterprise->registration->name;
  row.hash = record.hash_text();
  row.device = device.id;
  row.device_name = device.name;
  row.sequence = record.sequence;
  row.at = record.at();
  return row;
}

std::optional<RecordDetail> record_detail(App& app, std::string_view hash) {
  const auto& records = app.ledger().records();
  const auto wanted = hash_from_hex(hash);
  const std::uint32_t index = wanted ? app.ledger().find(*wanted) : Record::nowhere;
  if (index == Record::nowhere) return std::nullopt;
  const Record& found = records[index];
  const Device& device = app.ledger().feeds()[found.feed].device;
  const RecordLine line = record_line(app, index);
  RecordDetail detail;
  detail.index = index;
  detail.hash = line.hash;
  detail.kind = line.kind;
  detail.on = line.on;
  detail.at = line.at;
  detail.device = line.device;
  detail.device_name = line.device_name;
  detail.sequence = found.sequence;
  detail.by = found.is_fact ? found.fact.by : device.role;
  detail.on_behalf = found.is_fact && found.fact.on_behalf;
  detail.in_future = found.is_fact && found.fact.on > app.today();
  detail.provider = line.provider;
  detail.provider_name = line.provider_name;
  detail.enterprise = line.enterprise;
  detail.enterprise_name = line.enterprise_name;
  detail.engagement = line.engagement;
  detail.standing = found.standing;
  if (found.fault) detail.not_understood = found.fault->message;
  detail.is_fact = found.is_fact;
  detail.disclosed = found.disclosed;
  detail.attachments = app.attachments_of(hash);
  detail.bytes = found.bytes;
  FaultList faults;
  if (const auto body = read_json(found.body(), faults))
    detail.members = record_members(found.fact, *body, app.state());
  return detail;
}

void RecordIndex::update(App& app) {
  if (revision_ == app.revision()) return;
  revision_ = app.revision();
  by_body_.clear();
  by_body_.reserve(app.ledger().size());
  std::size_t index = 0;
  for (const Record& record : app.ledger().records()) {
    if (record.counts_as_fact()) by_body_.emplace(body_address(record.fact.body), index);
    ++index;
  }
}

std::size_t RecordIndex::find(const void* body) const {
  const auto found = by_body_.find(body);
  return found == by_body_.end() ? nowhere : found->second;
}

ExchangeView exchange_view(App& app) {
  const Ledger& ledger = app.ledger();
  ExchangeView view;
  view.records = ledger.size();
  std::array<std::size_t, body_kinds> counts{};
  std::array<std::string_view, body_kinds> names{};
  for (const Record& record : ledger.records()) {
    view.bytes += record.bytes.size();
    if (!record.is_fact) continue;
    const std::size_t kind = record.fact.body.index();
    if (counts[kind]++ == 0) names[kind] = kind_name(record.fact.body);
  }
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    if (counts[kind] > 0) view.by_kind.emplace_back(names[kind], counts[kind]);
  }
  for (const Feed& feed : ledger.feeds()) {
    FeedRow row;
    row.device = feed.device.id;
    row.name = feed.device.name;
    row.role = feed.device.role;
    row.own = feed.device.id == app.device().id;
    row.records = feed.records.size();
    if (!feed.records.empty()) {
      const Record& last = ledger.records()[feed.records.back()];
      row.head_hash = last.hash_text();
      row.last_at = last.at();
    }
    view.feeds.push_back(std::move(row));
  }
  return view;
}

}  // namespace hengping::shell
