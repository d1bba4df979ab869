#include "core/ledger/extract.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/ledger/redaction.h"
#include "core/ledger/written_strands.h"

namespace hengping {
namespace {

using Implementation = Ledger::Implementation;

/// Which facts concern a party.
class Concern {
 public:
  Concern(const Ledger& ledger, const ExtractOptions& options) : ledger_(ledger), options_(options) {
    for (const Record& record : ledger.records()) {
      if (!record.counts_as_fact()) continue;
      parties_.learn(record.fact);
      if (const auto* order = body_as<RectificationOrdered>(record.fact.body))
        orders_.emplace(order->order.value, order->engagement);
    }
    // Again, for a complaint may have arrived before its contract.
    for (const Record& record : ledger.records()) {
      if (record.counts_as_fact()) parties_.learn(record.fact);
    }
    for (const auto& [engagement, party] : parties_.engagements) {
      const bool own = options.party == Role::provider ? is(party.provider) : is(party.enterprise);
      if (!own) continue;
      engagements_.insert(engagement);
      if (party.provider) providers_.insert(party.provider->value);
      if (party.enterprise) enterprises_.insert(party.enterprise->value);
    }
  }

  [[nodiscard]] const Parties& parties() const { return parties_; }

  /// Whether it is the party's own matter, and not only of interest to it.
  [[nodiscard]] bool is_own(const Body& body) const {
    if (options_.party == Role::bureau) return true;
    const Party party = parties_.of(body);
    return options_.party == Role::provider ? is(party.provider) : is(party.enterprise);
  }

  [[nodiscard]] bool has(const Body& body) const {
    if (options_.party == Role::bureau || body_as<PolicyAdopted>(body) != nullptr) return true;
    const Party party = parties_.of(body);
    if (const auto* registered = body_as<EnterpriseRegistered>(body))
      return is(party.enterprise) || enterprises_.contains(registered->enterprise.value);
    if (const auto* removed = body_as<EnterpriseRemoved>(body)) return enterprises_.contains(removed->enterprise.value);
    if (options_.party == Role::provider) return is(party.provider);
    return is(party.enterprise) || concerns_enterprise(body, party);
  }

 private:
  template <class Tag>
  [[nodiscard]] bool is(const std::optional<Id<Tag>>& id) const {
    return id && ledger_.symbols().text(*id) == options_.id;
  }

  // Of its providers an enterprise sees who they are, how they stand, and the orders that open Article 8 to it.
  [[nodiscard]] bool concerns_enterprise(const Body& body, const Party& party) const {
    if (!party.provider || !providers_.contains(party.provider->value)) return false;
    return visit_body(
        [this](const auto& kind) {
          if constexpr (requires { kind.order.value; }) {
            const auto found = orders_.find(kind.order.value);
            return found != orders_.end() && (!found->second || engagements_.contains(found->second->value));
          } else if constexpr (requires { kind.decision.value; }) {
            return true;
          } else if constexpr (
              requires { kind.finding.value; } || requires { kind.complaint.value; } || requires { kind.ref.value; } ||
              requires { kind.inspection.value; }) {
            return false;
          } else {
            return requires { kind.provider.value; };
          }
        },
        body);
  }

  const Ledger& ledger_;
  const ExtractOptions& options_;
  Parties parties_;
  std::unordered_map<std::uint32_t, std::optional<EngagementId>> orders_;
  std::set<std::uint32_t> engagements_, providers_, enterprises_;
};

class Extraction {
 public:
  Extraction(const Ledger& ledger, const ExtractOptions& options)
      : ledger_(ledger),
        parts_(ledger.parts()),
        options_(options),
        concern_(ledger, options),
        standing_attachments_(ledger) {}

  ExtractedBundle run() {
    choose();
    std::vector<std::string> feeds;
    for (const auto& strand : written_strands(parts_)) {
      if (write(strand, feeds)) note_attachments(strand);
    }
    result_.bundle = bundle_of(feeds);
    const auto by_hash = [](const auto* one, const auto* other) { return one->attachment < other->attachment; };
    const auto same = [](const auto* one, const auto* other) { return one->attachment == other->attachment; };
    auto& attachments = result_.attachments;
    std::stable_sort(attachments.begin(), attachments.end(), by_hash);
    attachments.erase(std::unique(attachments.begin(), attachments.end(), same), attachments.end());
    return std::move(result_);
  }

 private:
  [[nodiscard]] const Record& record(std::uint32_t index) const { return parts_.records[index]; }
  [[nodiscard]] const Device& device(std::uint32_t index) const { return parts_.feeds[record(index).feed].device; }

  void choose() {
    std::optional<Redaction> redaction;
    if (options_.redact) redaction.emplace(ledger_, concern_.parties());
    chosen_.resize(ledger_.size());
    written_whole_.resize(ledger_.size());
    for (std::uint32_t i = 0; i < chosen_.size(); ++i) {
      if (!record(i).counts_as_fact() || !concern_.has(record(i).fact.body)) continue;
      if (redaction && redaction->withholds(i)) {
        ++result_.withheld;
        continue;
      }
      chosen_[i] = true;
      devices_.insert(device(i).id);
    }
    // Who may say so must be known as well.
    for (std::uint32_t i = 0; i < chosen_.size(); ++i) {
      if (!record(i).statement || (redaction && redaction->withholds(i))) continue;
      chosen_[i] = attached_to(record(i).statement->body) != nullptr ? is_shown_attached(record(i))
                                                                     : is_needed(*record(i).statement);
    }
    result_.shown = static_cast<std::size_t>(std::count(chosen_.begin(), chosen_.end(), true));
  }

  [[nodiscard]] bool is_chosen(const Hash& hash) const {
    const std::uint32_t index = parts_.find(hash);
    return index != Record::nowhere && chosen_[index];
  }

  // Who is shown a matter of its own is shown what belongs to it; not what was taken back, where it might tell what it should not.
  [[nodiscard]] bool is_shown_attached(const Record& record) const {
    const StatementBody& body = record.statement->body;
    const std::uint32_t about = parts_.find(*attached_to(body));
    if (record.standing != RecordStanding::counts || about == Record::nowhere || !chosen_[about]) return false;
    if (!parts_.records[about].is_fact || !concern_.is_own(parts_.records[about].fact.body)) return false;
    const auto* added = std::get_if<AttachmentAdded>(&body);
    return !options_.redact || added == nullptr || standing_attachments_.has(added->about, added->attachment);
  }

  void note_attachments(const std::vector<std::uint32_t>& strand) {
    for (const std::uint32_t i : strand) {
      const auto* added =
          chosen_[i] && record(i).statement ? std::get_if<AttachmentAdded>(&record(i).statement->body) : nullptr;
      if (added != nullptr && standing_attachments_.has(added->about, added->attachment))
        result_.attachments.push_back(added);
    }
  }

  [[nodiscard]] bool is_needed(const Statement& statement) const {
    return std::visit(
        [this](const auto& body) {
          if constexpr (requires { body.device.size(); }) {
            return devices_.contains(body.device) || is_bureau(body.device);
          } else if constexpr (requires { body.record; }) {
            return is_chosen(body.record);
          } else if constexpr (requires { body.keep; }) {
            return is_chosen(body.keep);
          } else {
            return std::is_same_v<std::remove_cvref_t<decltype(body)>, BureauFounded>;
          }
        },
        statement.body);
  }

  [[nodiscard]] bool is_bureau(const std::string& id) const {
    return std::any_of(parts_.rights.begin(), parts_.rights.end(),
                       [&](const DeviceRights& one) { return one.device.id == id && one.role == Role::bureau; });
  }

  /// Whether what is chosen of it was written.
  bool write(const std::vector<std::uint32_t>& strand, std::vector<std::string>& feeds) {
    std::vector<std::uint32_t> shown;
    std::copy_if(strand.begin(), strand.end(), std::back_inserter(shown), [this](auto i) { return chosen_[i]; });
    if (shown.empty()) return false;
    if (!options_.redact && shown.size() == strand.size() && is_past_written(strand.front())) {
      append_strand(feeds.emplace_back(), parts_, strand);
      for (const std::uint32_t i : strand) written_whole_[i] = true;
      return true;
    }
    const std::uint32_t end = strand.back();
    const Feed& feed = parts_.feeds[record(end).feed];
    const bool provable = !feed.device.key.empty() && parts_.is_complete(record(end).feed);
    if (!provable) return leave_out(shown.size());
    if (!feed.head || feed.head->head.hash != record(end).hash) std::abort();  // see append_strand
    std::vector<SetLeaf> all = parts_.leaves_up_to(end);
    if (set_root(all) != feed.head->head.bodies) return leave_out(shown.size());  // its device has signed another set
    std::vector<SetLeaf> leaves;
    std::vector<std::string> disclosures;
    std::vector<std::string_view> lines;
    for (const std::uint32_t i : shown) leaves.push_back(leaf_of(record(i)));
    std::sort(leaves.begin(), leaves.end());
    if (options_.redact) {
      for (const std::uint32_t i : shown) disclosures.push_back(disclosure(record(i)));
      // By their bytes: the order of recording would tell who had recorded what before.
      std::sort(disclosures.begin(), disclosures.end());
      lines.assign(disclosures.begin(), disclosures.end());
    } else {
      for (const std::uint32_t i : shown) lines.emplace_back(record(i).bytes);
    }
    feeds.push_back(extract_text(feed.device, *feed.head, prove(all, leaves), lines));
    return true;
  }

  /// Whether all that comes before a strand stands in the bundle, or is not held. Strands come after those that they branch off from.
  [[nodiscard]] bool is_past_written(std::uint32_t first) const {
    const Place place = parts_.place_of(first);
    const std::uint32_t before =
        place.index == 0 ? parts_.before(place.feed) : parts_.feeds[place.feed].records[place.index - 1];
    return before == Record::nowhere || written_whole_[before];
  }

  bool leave_out(std::size_t count) {
    result_.unsigned_records += count;
    result_.shown -= count;
    return false;
  }

  const Ledger& ledger_;
  const Implementation& parts_;
  const ExtractOptions& options_;
  Concern concern_;
  AttachmentIndex standing_attachments_;
  std::vector<bool> chosen_;
  std::vector<bool> written_whole_;  // by record
  std::set<std::string> devices_;
  ExtractedBundle result_;
};

}  // namespace

ExtractedBundle extract_bundle(const Ledger& ledger, const ExtractOptions& options) {
  return Extraction(ledger, options).run();
}

}  // namespace hengping
