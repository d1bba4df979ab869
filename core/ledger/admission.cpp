// Which records count: a function of the records that are held, the roots, and which device is ours; never of the order of arrival.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "core/ledger/ledger_parts.h"
#include "core/ledger/parties.h"

namespace hengping {
namespace {

using Implementation = Ledger::Implementation;

class Judging {
 public:
  explicit Judging(Implementation& ledger) : ledger_(ledger) {}

  void run() {
    describe_devices();
    settle_rights();
    gather_decisions();
    standings_.resize(ledger_.records.size());
    for (std::uint32_t i = 0; i < standings_.size(); ++i) standings_[i] = judge_device(i);
    // Before it is asked whose matters records are: what is rejected says nothing of that, what is admitted does.
    for (std::uint32_t i = 0; i < standings_.size(); ++i) decide(i);
    settle_parties();
  }

  [[nodiscard]] bool are_facts_awaited() const { return facts_awaited_; }
  std::vector<RecordStanding> take_standings() { return std::move(standings_); }
  std::vector<DeviceRights> take_rights() {
    for (std::uint32_t i = 0; i < standings_.size(); ++i) {
      if (doubled_[i]) continue;
      DeviceRights& rights = rights_of(i);
      ++rights.records;
      if (is_quarantined(standings_[i])) ++rights.waiting;
    }
    std::vector<DeviceRights> list;
    for (auto& [id, one] : devices_) list.push_back(std::move(one));
    return list;
  }

 private:
  [[nodiscard]] const Record& record(std::uint32_t i) const { return ledger_.records[i]; }
  [[nodiscard]] const std::string& device_of(std::uint32_t i) const { return ledger_.feeds[record(i).feed].device.id; }
  [[nodiscard]] DeviceRights& rights_of(std::uint32_t i) { return *rights_by_feed_[record(i).feed]; }

  void describe_devices() {
    for (std::uint32_t feed = 0; feed < ledger_.feeds.size(); ++feed) {
      const Device& device = ledger_.feeds[feed].device;
      DeviceRights& rights = devices_[device.id];
      rights.device = device;
      rights.role = device.role;
      rights.name = device.name;
      rights.scope = device.scope;
      complete_.push_back(ledger_.is_complete(feed));
    }
    for (const Feed& feed : ledger_.feeds) rights_by_feed_.push_back(&devices_[feed.device.id]);
    doubled_.resize(ledger_.records.size());
    for (std::uint32_t i = 0; i < ledger_.records.size(); ++i) {
      doubled_[i] = record(i).disclosed && ledger_.whole_of(device_of(i), record(i)) != Record::nowhere;
      if (record(i).disclosed) shown_as_.emplace(record(i).shown_as, i);
      if (record(i).statement && !doubled_[i] && (complete_[record(i).feed] || record(i).proven))
        statements_.push_back(i);
    }
    std::sort(statements_.begin(), statements_.end(), [this](std::uint32_t one, std::uint32_t other) {
      return std::tie(record(one).tick, device_of(one), record(one).sequence, record(one).hash) <
             std::tie(record(other).tick, device_of(other), record(other).sequence, record(other).hash);
    });
    roots_.insert(ledger_.roots.begin(), ledger_.roots.end());
    if (!roots_.empty()) return;
    for (const std::uint32_t i : statements_) {
      if (std::holds_alternative<BureauFounded>(record(i).statement->body) && rights_of(i).role == Role::bureau)
        roots_.insert(device_of(i));
    }
  }

  // Roots enrol devices of role bureau; these and the roots enrol all others. So two rounds settle who may state what.
  void settle_rights() {
    for (auto& [id, rights] : devices_) {
      if (roots_.empty()) {
        rights.standing = DeviceStanding::free;
      } else if (roots_.contains(id)) {
        rights.standing = DeviceStanding::root;
        rights.role = Role::bureau;
      }
    }
    if (roots_.empty()) return;
    for (const std::uint32_t i : statements_) {
      if (roots_.contains(device_of(i))) apply(i);
    }
    std::vector<std::uint32_t> of_bureau;
    for (const std::uint32_t i : statements_) {
      if (!roots_.contains(device_of(i)) && judge_device(i) == RecordStanding::counts) of_bureau.push_back(i);
    }
    if (of_bureau.empty()) return;
    std::set<std::string, std::less<>> bureaus;
    for (auto& [id, rights] : devices_) {
      if (rights.role == Role::bureau && rights.standing != DeviceStanding::unknown &&
          rights.standing != DeviceStanding::refused)
        bureaus.insert(id);
    }
    for (auto& [id, rights] : devices_) {
      if (bureaus.contains(id)) continue;
      rights.standing = DeviceStanding::unknown;
      revocations_.erase(id);
    }
    for (const std::uint32_t i : statements_) {
      const bool of_root = roots_.contains(device_of(i));
      const std::string* about = subject_of(i);
      if (about == nullptr || bureaus.contains(*about)) continue;
      if (of_root || std::binary_search(of_bureau.begin(), of_bureau.end(), i, [this](auto one, auto other) {
            return std::tie(record(one).tick, device_of(one), record(one).sequence, record(one).hash) <
                   std::tie(record(other).tick, device_of(other), record(other).sequence, record(other).hash);
          }))
        apply(i);
    }
  }

  [[nodiscard]] const std::string* subject_of(std::uint32_t i) const {
    return std::visit(
        [](const auto& body) -> const std::string* {
          if constexpr (requires { body.device.size(); }) {
            return &body.device;
          } else {
            return nullptr;
          }
        },
        record(i).statement->body);
  }

  void apply(std::uint32_t i) {
    const std::string* about = subject_of(i);
    if (about == nullptr || roots_.contains(*about)) return;  // a root is not of anyone's giving
    const auto found = devices_.find(*about);
    if (found == devices_.end()) return;  // nothing of it has arrived
    DeviceRights& rights = found->second;
    const StatementBody& body = record(i).statement->body;
    const bool by_root = roots_.contains(device_of(i));
    if (const auto* enrolled = std::get_if<DeviceEnrolled>(&body)) {
      if (enrolled->role == Role::bureau && !by_root) return;       // only a root makes another bureau
      if (rights.device.key.empty() && !enrolled->through) return;  // without a key, nothing says where its records end
      enrol(i, rights, *enrolled);
    } else if (const auto* revoked = std::get_if<DeviceRevoked>(&body)) {
      revocations_[*about].push_back(Revocation{i, revoked->heads});
    } else if (rights.standing == DeviceStanding::unknown) {
      rights.standing = DeviceStanding::refused;
    }
    renew(rights);
  }

  // An enrolment ends the revocations that it knew of; one that was stated elsewhere meanwhile holds.
  void enrol(std::uint32_t i, DeviceRights& rights, const DeviceEnrolled& enrolled) {
    rights.standing = DeviceStanding::enrolled;
    rights.role = enrolled.role;
    rights.name = enrolled.name;
    rights.scope = enrolled.scope;
    auto& revocations = revocations_[rights.device.id];
    std::erase_if(revocations, [&](const Revocation& one) { return ledger_.knows(i, one.by); });
    if (enrolled.through) revocations.push_back(Revocation{i, {*enrolled.through}});
  }

  void renew(DeviceRights& rights) {
    rights.revoked_after.clear();
    for (const Revocation& one : revocations_[rights.device.id]) rights.revoked_after.push_back(one.heads);
    const bool was_enrolled = rights.standing == DeviceStanding::enrolled || rights.standing == DeviceStanding::revoked;
    if (!was_enrolled) return;
    // A feed without a key is enrolled up to a record; that is no revocation.
    const bool revoked = std::any_of(revocations_[rights.device.id].begin(), revocations_[rights.device.id].end(),
                                     [this](const Revocation& one) {
                                       return std::holds_alternative<DeviceRevoked>(record(one.by).statement->body);
                                     });
    rights.standing = revoked ? DeviceStanding::revoked : DeviceStanding::enrolled;
  }

  [[nodiscard]] bool is_revoked(std::uint32_t i) {
    if (revocations_.empty()) return false;
    const auto found = revocations_.find(device_of(i));
    if (found == revocations_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Revocation& one) {
      return std::none_of(one.heads.begin(), one.heads.end(), [&](const Hash& head) {
        const std::uint32_t last = ledger_.find(head);
        return last != Record::nowhere && ledger_.is_ancestor(i, last);
      });
    });
  }

  // What can be said of a record without knowing what others say of it.
  RecordStanding judge_device(std::uint32_t i) {
    const Record& one = record(i);
    if (doubled_[i]) return RecordStanding::set_aside;
    if (!complete_[one.feed] && !one.proven) return RecordStanding::missing_part;
    if (one.fault) return RecordStanding::not_understood;
    const DeviceRights& rights = rights_of(i);
    switch (rights.standing) {
      case DeviceStanding::unknown:
        if (device_of(i) != ledger_.own) return RecordStanding::unknown_device;
        break;
      case DeviceStanding::refused: return RecordStanding::refused_device;
      case DeviceStanding::free:
      case DeviceStanding::root:
      case DeviceStanding::enrolled:
      case DeviceStanding::revoked: break;
    }
    if (is_revoked(i)) return RecordStanding::after_revocation;
    if (one.statement) return may_say(i, rights) ? RecordStanding::counts : RecordStanding::outside_rights;
    const bool may = may_state(rights.role, one.fact.body.index(), one.fact.on_behalf) || rights.role == Role::bureau;
    const bool own_word = rights.role == Role::bureau || one.fact.by == rights.role;
    return may && own_word ? RecordStanding::counts : RecordStanding::outside_rights;
  }

  // All that is stated about the ledger is the bureau's; what is attached to a record also says whoever keeps the feed that it stands in.
  bool may_say(std::uint32_t i, const DeviceRights& rights) const {
    if (rights.role == Role::bureau) return true;
    const Statement& statement = *record(i).statement;
    const Hash* about = attached_to(statement.body);
    if (about == nullptr || statement.by != rights.role) return false;
    const std::uint32_t held = ledger_.find(*about);
    if (held != Record::nowhere) return device_of(held) == device_of(i);
    const auto [first, last] = shown_as_.equal_range(*about);
    return std::any_of(first, last, [&](const auto& shown) { return device_of(shown.second) == device_of(i); });
  }

  void gather_decisions() {
    for (const std::uint32_t i : statements_) {
      if (judge_device(i) != RecordStanding::counts) continue;
      const StatementBody& body = record(i).statement->body;
      if (const auto* admitted = std::get_if<RecordAdmitted>(&body))
        decided_[admitted->record] = RecordStanding::counts;
      if (const auto* rejected = std::get_if<RecordRejected>(&body))
        decided_[rejected->record] = RecordStanding::rejected;
      if (const auto* resolved = std::get_if<ConflictResolved>(&body)) {
        set_aside_.erase(resolved->keep);
        set_aside_.insert(resolved->set_aside.begin(), resolved->set_aside.end());
      }
    }
  }

  // Devices of a party may state what is of that party (semantics §5: "its own").
  void settle_parties() {
    const bool any = std::any_of(devices_.begin(), devices_.end(), [](const auto& one) {
      return !one.second.scope.empty() && (one.second.role == Role::enterprise || one.second.role == Role::provider);
    });
    if (!any) return;
    Parties parties;
    std::vector<std::uint32_t> in_order;
    for (std::uint32_t i = 0; i < standings_.size(); ++i) {
      if (record(i).is_fact && standings_[i] == RecordStanding::counts) in_order.push_back(i);
    }
    std::sort(in_order.begin(), in_order.end(), [this](std::uint32_t one, std::uint32_t other) {
      return std::tie(record(one).tick, device_of(one), record(one).sequence, record(one).hash) <
             std::tie(record(other).tick, device_of(other), record(other).sequence, record(other).hash);
    });
    for (const std::uint32_t i : in_order) {
      const Body& body = record(i).fact.body;
      if (body_as<EngagementSigned>(body) != nullptr && !is_its_own(i, parties) && !is_admitted(i)) continue;
      parties.learn(record(i).fact);
    }
    for (const std::uint32_t i : in_order) {
      if (is_its_own(i, parties) || is_admitted(i)) continue;
      standings_[i] = RecordStanding::outside_rights;
      facts_awaited_ = true;
    }
  }

  [[nodiscard]] bool is_its_own(std::uint32_t i, const Parties& parties) {
    const DeviceRights& rights = rights_of(i);
    return parties.is_of(record(i).fact.body, rights.role, rights.scope, ledger_.symbols);
  }

  [[nodiscard]] bool is_admitted(std::uint32_t i) const {
    const auto decided = decided_.find(record(i).hash);
    return decided != decided_.end() && decided->second == RecordStanding::counts;
  }

  void decide(std::uint32_t i) {
    if (!record(i).is_fact || (decided_.empty() && set_aside_.empty())) return;
    const auto decided = decided_.find(record(i).hash);
    RecordStanding& standing = standings_[i];
    const bool can_be_admitted =
        standing == RecordStanding::unknown_device || standing == RecordStanding::refused_device ||
        standing == RecordStanding::after_revocation || standing == RecordStanding::outside_rights;
    if (decided != decided_.end()) {
      if (decided->second == RecordStanding::rejected) standing = RecordStanding::rejected;
      if (decided->second == RecordStanding::counts && can_be_admitted) standing = RecordStanding::counts;
    }
    if (standing == RecordStanding::counts && set_aside_.contains(record(i).hash)) standing = RecordStanding::set_aside;
  }

  struct Revocation {
    std::uint32_t by = 0;
    std::vector<Hash> heads;
  };

  Implementation& ledger_;
  std::map<std::string, DeviceRights, std::less<>> devices_;
  std::vector<DeviceRights*> rights_by_feed_;
  std::vector<bool> complete_;  // by feed
  std::vector<bool> doubled_;   // by record: a disclosed body whose record is here
  std::vector<std::uint32_t> statements_;
  std::unordered_multimap<Hash, std::uint32_t, HashOfHash> shown_as_;  // records of which the body is disclosed
  std::set<std::string, std::less<>> roots_;
  std::map<std::string, std::vector<Revocation>, std::less<>> revocations_;
  std::unordered_map<Hash, RecordStanding, HashOfHash> decided_;
  std::set<Hash> set_aside_;
  std::vector<RecordStanding> standings_;
  bool facts_awaited_ = false;
};

}  // namespace

std::string_view device_standing_name(DeviceStanding standing) {
  constexpr std::array<std::string_view, 6> names = {"free", "root", "enrolled", "unknown", "refused", "revoked"};
  return names.at(static_cast<std::size_t>(standing));
}

// A device that goes on with its own feed, as what it is known to be, changes nothing for others: the usual case, and the one that must not take
// the longer the more is held.
bool Implementation::judge_own_news() {
  if (judged == 0 || judged == records.size()) return false;
  const auto own_rights = std::find_if(rights.begin(), rights.end(), [this](const DeviceRights& one) {
    return one.device.id == own && one.role == Role::bureau && one.revoked_after.empty() &&
           (one.standing == DeviceStanding::free || one.standing == DeviceStanding::root ||
            one.standing == DeviceStanding::enrolled);
  });
  if (own_rights == rights.end()) return false;
  // Some of what waits may wait for this: for a part of this feed, or for the contract that makes it someone's own matter.
  if (own_rights->waiting != 0 || facts_awaited) return false;
  for (std::size_t i = judged; i < records.size(); ++i) {
    const Record& one = records[i];
    const Feed& feed = feeds[one.feed];
    const bool plain = one.is_fact || (one.statement && attached_to(one.statement->body) != nullptr);
    if (!plain || feed.device.id != own || feed.records.front() >= judged) return false;
  }
  const std::size_t added = records.size() - judged;
  make_room_for(news, added);
  make_room(judged, records.size());
  own_rights->records += added;
  for (; judged < records.size(); ++judged) {
    if (!records[judged].is_fact) continue;
    news.push_back(static_cast<std::uint32_t>(judged));
    define(records[judged]);
  }
  return true;
}

void Implementation::make_room(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    const Definition& defines = records[i].defines;
    if (defines.there) known.make_room(defines.name_space, defines.symbol);
  }
}

void Implementation::define(const Record& record) noexcept {
  // Facts of a ledger come before those of any file on the same day.
  if (record.defines.there) known.define(record.defines.name_space, record.defines.symbol, Since{record.fact.on, -1});
}

void Implementation::judge() {
  if (judge_own_news()) return;
  Judging judging(*this);
  judging.run();
  std::vector<DeviceRights> next_rights = judging.take_rights();
  const std::vector<RecordStanding> standings = judging.take_standings();
  std::vector<std::uint32_t> come;
  std::vector<std::uint32_t> counting;
  bool gone = false;
  for (std::uint32_t i = 0; i < standings.size(); ++i) {
    const bool counted = i < judged && records[i].counts_as_fact();
    const bool counts = records[i].is_fact && standings[i] == RecordStanding::counts;
    if (counts) counting.push_back(i);
    if (counts && !counted) come.push_back(i);
    if (counted && !counts) gone = true;
  }
  make_room_for(news, come.size());
  make_room(0, records.size());
  // Nothing below needs memory.
  for (std::uint32_t i = 0; i < standings.size(); ++i) records[i].standing = standings[i];
  rights.swap(next_rights);
  judged = records.size();
  facts_awaited = judging.are_facts_awaited();
  if (gone) {
    ++generation;
    news.swap(counting);
    known.clear();
    for (const std::uint32_t i : news) define(records[i]);
  } else {
    news.insert(news.end(), come.begin(), come.end());
    for (const std::uint32_t i : come) define(records[i]);
  }
}

}  // namespace hengping
