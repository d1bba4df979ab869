#include "core/rules/late_knowledge.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/base/instant.h"
#include "core/rules/evaluate.h"
#include "core/state/state.h"

namespace hengping {
namespace {

using Subject = VerdictChange::Subject;

bool is_of_bureau(const Ledger& ledger, const Device& device) {
  const auto& rights = ledger.rights();
  const auto found =
      std::find_if(rights.begin(), rights.end(), [&](const DeviceRights& one) { return one.device.id == device.id; });
  if (found == rights.end() || found->role != Role::bureau) return false;
  return found->standing != DeviceStanding::unknown && found->standing != DeviceStanding::refused;
}

/// How far each strand was known: the last record of it, if any.
class Known {
 public:
  explicit Known(const Ledger& ledger) : ledger_(ledger), up_to_(ledger.feeds().size(), 0) {}

  /// Adds the record, what comes before it in its feed, and what these had seen.
  void add(std::uint32_t index) {
    std::vector<std::uint32_t> open{index};
    while (!open.empty()) {
      const Record& record = ledger_.records()[open.back()];
      open.pop_back();
      const Feed& feed = ledger_.feeds()[record.feed];
      std::uint64_t& known = up_to_[record.feed];
      if (record.sequence <= known) continue;
      for (const Seen& seen : feed.seen) {
        if (seen.by > known && seen.by <= record.sequence) follow(seen.hash, open);
      }
      const std::uint32_t before = known == 0 ? ledger_.before(record.feed) : Record::nowhere;
      if (before != Record::nowhere) open.push_back(before);
      known = record.sequence;
    }
  }

  [[nodiscard]] bool has(const Record& record) const { return record.sequence <= up_to_[record.feed]; }

 private:
  void follow(const Hash& hash, std::vector<std::uint32_t>& open) const {
    const std::uint32_t other = ledger_.find(hash);
    if (other != Record::nowhere) open.push_back(other);
  }

  const Ledger& ledger_;
  std::vector<std::uint64_t> up_to_;  // sequence number, by feed; 0: nothing of it
};

/// Facts of a ledger by the provider whom they are about, in legal order.
class ByProvider {
 public:
  ByProvider(const Ledger& ledger, const FactSequence& sequence) {
    const State state = fold(sequence, CivilDate::after_all());
    for (std::uint32_t i = 0; i < ledger.size(); ++i) {
      if (ledger.records()[i].counts_as_fact()) record_of_.emplace(&ledger.records()[i].fact, i);
    }
    facts_.resize(state.providers().size());
    for (const Fact* fact : sequence.facts) {
      const auto provider = state.provider_of(fact->body);
      of_.push_back(provider);
      if (provider) {
        facts_[*provider].push_back(of_.size() - 1);
      } else {
        common_.push_back(of_.size() - 1);
      }
    }
    for (const ProviderState& one : state.providers()) names_.push_back(state.symbols().text(one.id));
  }

  [[nodiscard]] std::optional<ProviderIndex> provider_of(std::size_t place) const { return of_[place]; }
  [[nodiscard]] const std::string& name(ProviderIndex provider) const { return names_[provider]; }
  [[nodiscard]] std::uint32_t record_of(const Fact* fact) const { return record_of_.at(fact); }
  /// Places before that one of what is about the provider, and of what is about none, in order.
  [[nodiscard]] std::vector<std::size_t> before(ProviderIndex provider, std::size_t place) const {
    std::vector<std::size_t> places;
    const auto own_end = std::lower_bound(facts_[provider].begin(), facts_[provider].end(), place);
    const auto common_end = std::lower_bound(common_.begin(), common_.end(), place);
    std::merge(facts_[provider].begin(), own_end, common_.begin(), common_end, std::back_inserter(places));
    return places;
  }

 private:
  std::unordered_map<const Fact*, std::uint32_t> record_of_;
  std::vector<std::optional<ProviderIndex>> of_;  // by place in the legal order
  std::vector<std::vector<std::size_t>> facts_;   // places, by provider
  std::vector<std::size_t> common_;               // places
  std::vector<std::string> names_;
};

/// What a decision rests on: whether a change of verdict concerns it. Nothing for facts that decide nothing.
std::function<bool(const VerdictChange&)> concern_of(const Body& body, const SymbolTable& symbols) {
  const auto is_ground = [](const VerdictChange& change) { return change.subject == Subject::ground; };
  const auto of_ref = [](Subject subject, std::set<std::string> refs) {
    return [subject, refs = std::move(refs)](const VerdictChange& change) {
      return change.subject == subject && refs.contains(change.ref);
    };
  };
  if (body_as<DisqualificationNoticed>(body) != nullptr || body_as<DisqualificationDecided>(body) != nullptr)
    return is_ground;
  if (const auto* approved = body_as<ReplacementApproved>(body))
    return of_ref(Subject::replacement, {symbols.text(approved->engagement)});
  if (const auto* rejected = body_as<ReplacementRejected>(body))
    return of_ref(Subject::replacement, {symbols.text(rejected->engagement)});
  if (const auto* waived = body_as<TriggerWaived>(body)) return of_ref(Subject::trigger, {symbols.text(waived->ref)});
  if (const auto* order = body_as<RectificationOrdered>(body)) {
    std::set<std::string> refs;
    for (const NamedRef& named : order->for_refs) refs.insert(symbols.text(named.ref));
    return of_ref(Subject::trigger, std::move(refs));
  }
  if (body_as<AwardGiven>(body) != nullptr)
    return [](const VerdictChange& change) {
      return change.subject == Subject::standing || change.subject == Subject::ground;
    };
  return {};
}

class Search {
 public:
  Search(const Ledger& ledger, const Policy& base)
      : ledger_(ledger), base_(base), sequence_(ledger.sequence()), by_provider_(ledger, sequence_) {}

  std::vector<LateDecision> run() {
    std::vector<LateDecision> found;
    for (std::size_t place = 0; place < sequence_.facts.size(); ++place) {
      const Fact& fact = *sequence_.facts[place];
      const auto concern = concern_of(fact.body, ledger_.symbols());
      const auto provider = concern ? by_provider_.provider_of(place) : std::nullopt;
      if (!provider) continue;
      LateDecision one = look_back(place, *provider);
      std::erase_if(one.changes, [&concern](const VerdictChange& change) { return !concern(change); });
      if (!one.changes.empty()) found.push_back(std::move(one));
    }
    return found;
  }

 private:
  LateDecision look_back(std::size_t place, ProviderIndex provider) const {
    LateDecision one;
    one.decision = by_provider_.record_of(sequence_.facts[place]);
    one.provider = by_provider_.name(provider);
    std::vector<const Fact*> known;
    std::vector<const Fact*> all;
    for (const std::size_t before : by_provider_.before(provider, place)) {
      const Fact* fact = sequence_.facts[before];
      const std::uint32_t record = by_provider_.record_of(fact);
      all.push_back(fact);
      if (ledger_.knows(one.decision, record)) {
        known.push_back(fact);
      } else if (by_provider_.provider_of(before)) {
        one.late.push_back(record);
      }
    }
    if (one.late.empty()) return one;
    const CivilDate on = sequence_.facts[place]->on;
    const auto as_known = judge(known, one.provider, on);
    const auto as_it_was = judge(all, one.provider, on);
    one.changes = verdict_changes(as_known ? &*as_known : nullptr, as_it_was ? &*as_it_was : nullptr);
    return one;
  }

  [[nodiscard]] std::optional<ProviderVerdict> judge(const std::vector<const Fact*>& facts, const std::string& provider,
                                                     CivilDate on) const {
    const State state = fold(FactSequence{sequence_.symbols, facts}, on);
    const ProviderState* of = state.provider(provider);
    if (of == nullptr) return std::nullopt;
    return evaluate_provider(state, *of, state.policies().in_force(base_, on), on);
  }

  const Ledger& ledger_;
  const Policy& base_;
  FactSequence sequence_;
  ByProvider by_provider_;
};

}  // namespace

std::vector<const Fact*> facts_known_on(const Ledger& ledger, CivilDate day) {
  Known known(ledger);
  for (const Feed& feed : ledger.feeds()) {
    if (!is_of_bureau(ledger, feed.device)) continue;
    // Up to the first record that claims a later day: a clock that was set back afterwards takes nothing back.
    const auto later = std::find_if(feed.records.begin(), feed.records.end(),
                                    [&](std::uint32_t record) { return day_of(ledger.records()[record].at()) > day; });
    if (later != feed.records.begin()) known.add(*(later - 1));
  }
  std::unordered_map<const Fact*, const Record*> records;
  for (const Record& record : ledger.records()) {
    if (record.counts_as_fact()) records.emplace(&record.fact, &record);
  }
  std::vector<const Fact*> facts;
  for (const Fact* fact : ledger.sequence().facts) {
    if (known.has(*records.at(fact))) facts.push_back(fact);
  }
  return facts;
}

std::vector<LateDecision> late_decisions(const Ledger& ledger, const Policy& base) {
  return Search(ledger, base).run();
}

}  // namespace hengping
