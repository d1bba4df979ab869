#include "core/ledger/conflicts.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/order.h"
#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/facts/names.h"

namespace hengping {
namespace {

constexpr std::array<std::string_view, matters> matter_names = {
    "registration", "provider_field", "provider_standing", "procedure",   "contract_terms", "contract_end",
    "need",         "progress",       "assessment",        "acceptance",  "rating",         "case_verdict",
    "trigger",      "order_outcome",  "order_due_date",    "replacement", "award",          "policy"};

/// The members of a body that say something of a matter; none: all of it.
using Members = std::array<std::string_view, 4>;

/// A matter that a record writes, and which members of its body say what.
struct Written {
  Matter matter = Matter::registration;
  std::string subject;
  Members members;
};

constexpr Members whole_body{};

/// One overload a kind that writes a matter.
class Matters {
 public:
  Matters(const SymbolTable& symbols, const Parties& parties, std::vector<Written>& out)
      : symbols_(symbols), parties_(parties), out_(out) {}

  CivilDate on;

  void operator()(const ProviderRegistered& body) { registration("provider:" + text(body.provider)); }
  void operator()(const EnterpriseRegistered& body) { registration("enterprise:" + text(body.enterprise)); }
  void operator()(const EngagementSigned& body) { registration("engagement:" + text(body.engagement)); }
  void operator()(const ComplaintFiled& body) { registration("case:" + text(body.complaint)); }
  void operator()(const FindingRaised& body) { registration("case:" + text(body.finding)); }
  void operator()(const InspectionConducted& body) { registration("inspection:" + text(body.inspection)); }
  void operator()(const RectificationOrdered& body) {
    registration("order:" + text(body.order));
    for (const NamedRef& named : body.for_refs)
      add(Matter::trigger, text(body.provider) + ":" + text(named.ref), {"kind", "order"});
  }
  void operator()(const TriggerWaived& body) {
    add(Matter::trigger, text(body.provider) + ":" + text(body.ref), {"kind"});
  }
  void operator()(const DisqualificationNoticed& body) {
    registration("decision:" + text(body.decision));
    add(Matter::procedure, text(body.provider), {"decision", "grounds"});
  }
  void operator()(const DisqualificationDecided& body) { decided(body); }
  void operator()(const DisqualificationAppealDecided& body) { decided(body); }
  void operator()(const ProviderReinstated& body) { add(Matter::provider_standing, text(body.provider), {"kind"}); }
  void operator()(const ProviderCorrected& body) { field(body); }
  void operator()(const ProviderChangeReported& body) { field(body); }
  void operator()(const EngagementAmended& body) {
    if (!body.consented) return;
    const std::string& contract = text(body.engagement);
    if (body.amount) add(Matter::contract_terms, contract + ":amount", {"amount"});
    if (body.due_on) add(Matter::contract_terms, contract + ":due_on", {"due_on"});
    if (!body.items.empty()) add(Matter::contract_terms, contract + ":items", {"items"});
    if (!body.plan.empty()) add(Matter::contract_terms, contract + ":plan", {"plan"});
  }
  void operator()(const EngagementEnded& body) { add(Matter::contract_end, text(body.engagement), {"outcome"}); }
  void operator()(const NeedListed& body) {
    add(Matter::need, text(body.engagement) + ":" + text(body.need), {"from", "list", "tag", "text"});
  }
  void operator()(const ProgressReported& body) {
    add(Matter::progress, text(body.engagement) + "@" + on.to_string(), {"percent"});
  }
  void operator()(const AssessmentRecorded& body) {
    const bool before = body.phase == AssessmentPhase::before;
    add(Matter::assessment, text(body.engagement) + (before ? "@before" : "@after"), {"answers", "level", "score"});
  }
  void operator()(const AcceptanceConcluded& body) { add(Matter::acceptance, text(body.engagement), {"outcome"}); }
  void operator()(const RatingGiven& body) { rating(body); }
  void operator()(const RatingWithdrawn& body) { rating(body); }
  void operator()(const ComplaintUpheld& body) { add(Matter::case_verdict, text(body.complaint), {"kind"}); }
  void operator()(const ComplaintDismissed& body) { add(Matter::case_verdict, text(body.complaint), {"kind"}); }
  void operator()(const FindingConfirmed& body) { add(Matter::case_verdict, text(body.finding), {"kind"}); }
  void operator()(const FindingDismissed& body) { add(Matter::case_verdict, text(body.finding), {"kind"}); }
  void operator()(const RectificationVerified& body) {
    add(Matter::order_outcome, text(body.order), {"kind", "outcome"});
  }
  void operator()(const RectificationRefused& body) { add(Matter::order_outcome, text(body.order), {"kind"}); }
  void operator()(const RectificationVoided& body) { add(Matter::order_outcome, text(body.order), {"kind"}); }
  void operator()(const RectificationExtended& body) { add(Matter::order_due_date, text(body.order), {"due_on"}); }
  void operator()(const ReplacementApproved& body) { add(Matter::replacement, text(body.engagement), {"kind"}); }
  void operator()(const ReplacementRejected& body) { add(Matter::replacement, text(body.engagement), {"kind"}); }
  void operator()(const AwardGiven& body) { award(body); }
  void operator()(const AwardRevoked& body) { award(body); }
  void operator()(const PolicyAdopted& body) {
    if (body.policy) add(Matter::policy, body.policy->id + "@" + std::to_string(body.policy->version), {"policy"});
  }
  // What comes in addition to what is there contradicts nothing.
  void operator()(const EnterpriseRemoved& /*body*/) {}
  void operator()(const DeliverableSubmitted& /*body*/) {}
  void operator()(const RectificationSubmitted& /*body*/) {}
  void operator()(const ReplacementRequested& /*body*/) {}
  void operator()(const DisqualificationReplied& /*body*/) {}
  void operator()(const DisqualificationAppealed& /*body*/) {}

 private:
  template <class Tag>
  [[nodiscard]] const std::string& text(Id<Tag> id) const {
    return symbols_.text(id);
  }
  void add(Matter matter, std::string subject, const Members& members) {
    out_.push_back(Written{matter, std::move(subject), members});
  }
  void registration(std::string subject) { add(Matter::registration, std::move(subject), whole_body); }
  template <class Kind>
  void decided(const Kind& body) {
    const auto provider = parties_.of(body).provider;
    const std::string subject = provider ? text(*provider) : "decision:" + text(body.decision);
    add(Matter::provider_standing, subject, {"decision", "kind", "outcome"});
  }
  template <class Kind>
  void field(const Kind& body) {
    add(Matter::provider_field, text(body.provider) + ":" + std::string(provider_field_name(body.field)), {"value"});
  }
  template <class Kind>
  void rating(const Kind& body) {
    add(Matter::rating, text(body.engagement) + "@" + text(body.period), {"comment", "kind", "satisfaction", "scores"});
  }
  template <class Kind>
  void award(const Kind& body) {
    add(Matter::award, text(body.provider) + ":" + body.title, {"kind"});
  }

  const SymbolTable& symbols_;
  const Parties& parties_;
  std::vector<Written>& out_;
};

bool is_one_of(std::string_view key, const Members& members) {
  return std::find(members.begin(), members.end(), key) != members.end();
}

// Of a whole body what says how it came to be recorded is no part of the matter.
std::string value_of(const Record& record, const Members& members) {
  constexpr Members circumstances = {"by", "note", "on_behalf"};
  FaultList none;
  const auto body = read_json(record.body(), none);
  JsonValue value = JsonValue::object();
  if (!body) return {};
  for (const auto& [key, member] : body->members()) {
    const bool wanted = members == whole_body ? !is_one_of(key, circumstances) : is_one_of(key, members);
    if (wanted) value.set(key, member);
  }
  return canonical(value);
}

class Search {
 public:
  explicit Search(const Ledger& ledger) : ledger_(ledger) {}

  std::vector<Conflict> run() {
    // One strand knows all of itself.
    if (ledger_.feeds().size() < 2) return {};
    gather();
    for (auto& [key, writes] : written_) {
      if (writes.size() > 1) judge(key, writes);
    }
    return std::move(conflicts_);
  }

 private:
  using Key = std::pair<Matter, std::string>;
  struct Write {
    std::uint32_t record = 0;
    Members members;
  };

  [[nodiscard]] const Record& record(std::uint32_t index) const { return ledger_.records()[index]; }
  [[nodiscard]] const std::string& device(std::uint32_t index) const {
    return ledger_.feeds()[record(index).feed].device.id;
  }

  void gather() {
    std::vector<std::uint32_t> facts;
    Parties parties;
    for (std::uint32_t i = 0; i < ledger_.size(); ++i) {
      if (!record(i).counts_as_fact()) continue;
      facts.push_back(i);
      parties.learn(record(i).fact);
    }
    // By tick: what a record knows comes before it.
    put_in_order(facts, [this](std::uint32_t one, std::uint32_t other) {
      return std::tie(record(one).tick, device(one), record(one).sequence, record(one).hash) <
             std::tie(record(other).tick, device(other), record(other).sequence, record(other).hash);
    });
    std::vector<Written> out;
    Matters write(ledger_.symbols(), parties, out);
    for (const std::uint32_t i : facts) {
      out.clear();
      write.on = record(i).fact.on;
      visit_body(write, record(i).fact.body);
      for (Written& one : out) add(Key{one.matter, std::move(one.subject)}, Write{i, one.members});
    }
  }

  // Keeps of each matter only what no later record knew of.
  void add(Key key, const Write& write) {
    auto& open = written_[std::move(key)];
    std::erase_if(open, [&](const Write& earlier) { return ledger_.knows(write.record, earlier.record); });
    open.push_back(write);
  }

  void judge(const Key& key, const std::vector<Write>& writes) {
    const std::string first = value_of(record(writes.front().record), writes.front().members);
    const bool agree = std::all_of(writes.begin() + 1, writes.end(), [&](const Write& one) {
      return value_of(record(one.record), one.members) == first;
    });
    if (agree) return;
    Conflict conflict{key.first, key.second, {}, 0};
    for (const Write& one : writes) conflict.sides.push_back(one.record);
    put_in_order(conflict.sides, [this](std::uint32_t one, std::uint32_t other) {
      return std::tie(record(one).fact.on, record(one).tick, device(one), record(one).sequence, record(one).hash) <
             std::tie(record(other).fact.on, record(other).tick, device(other), record(other).sequence,
                      record(other).hash);
    });
    conflict.counting = counting(conflict);
    conflicts_.push_back(std::move(conflict));
  }

  [[nodiscard]] std::uint32_t counting(const Conflict& conflict) const {
    const bool first_counts = conflict.matter == Matter::registration || conflict.matter == Matter::trigger ||
                              conflict.matter == Matter::policy;
    if (first_counts) return conflict.sides.front();
    if (conflict.matter == Matter::order_outcome) {
      const auto voided = std::find_if(conflict.sides.begin(), conflict.sides.end(), [this](std::uint32_t one) {
        return body_as<RectificationVoided>(record(one).fact.body) != nullptr;
      });
      if (voided != conflict.sides.end()) return *voided;
    }
    return conflict.sides.back();
  }

  const Ledger& ledger_;
  std::map<Key, std::vector<Write>> written_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

std::string_view matter_name(Matter matter) { return matter_names.at(static_cast<std::size_t>(matter)); }

std::vector<Conflict> find_conflicts(const Ledger& ledger) { return Search(ledger).run(); }

ConflictResolved resolve(const Ledger& ledger, const Conflict& conflict, std::uint32_t keep, std::string reason) {
  ConflictResolved resolved{ledger.records()[keep].hash, {}, std::move(reason)};
  for (const std::uint32_t side : conflict.sides) {
    if (side != keep) resolved.set_aside.push_back(ledger.records()[side].hash);
  }
  return resolved;
}

SideValues::SideValues(const Ledger& ledger) : ledger_(ledger) {
  for (const Record& record : ledger.records()) {
    if (record.counts_as_fact()) parties_.learn(record.fact);
  }
}

std::string SideValues::of(const Conflict& conflict, std::uint32_t side) const {
  std::vector<Written> out;
  Matters write(ledger_.symbols(), parties_, out);
  write.on = ledger_.records()[side].fact.on;
  visit_body(write, ledger_.records()[side].fact.body);
  for (const Written& one : out) {
    if (one.matter == conflict.matter && one.subject == conflict.subject)
      return value_of(ledger_.records()[side], one.members);
  }
  return {};
}

std::string side_value(const Ledger& ledger, const Conflict& conflict, std::uint32_t side) {
  return SideValues(ledger).of(conflict, side);
}

}  // namespace hengping
