#include "core/ledger/irregularities.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/instant.h"

namespace hengping {
namespace {

using Kind = Irregularity::Kind;

constexpr std::int64_t tolerated_seconds = 300;

class Search {
 public:
  explicit Search(const Ledger& ledger) : ledger_(ledger) {}

  std::vector<Irregularity> run() {
    std::map<std::string, int> beginnings;
    for (std::uint32_t index = 0; index < ledger_.feeds().size(); ++index) {
      const Feed& feed = ledger_.feeds()[index];
      // Of a feed that is shown in part nothing else is meant to be here.
      if (record(feed.records.front()).proven) continue;
      if (feed.device.key.empty()) report(Kind::unsigned_feed, record(feed.records.front()));
      if (!feed.parent) {
        if (++beginnings[feed.device.id] == 2) report(Kind::fork, record(feed.records.front()));
      } else {
        branch(feed);
      }
      clock_back(feed);
      clock_ahead(index);
    }
    std::sort(found_.begin(), found_.end(), [](const Irregularity& one, const Irregularity& other) {
      return std::tie(one.device, one.sequence, one.kind) < std::tie(other.device, other.sequence, other.kind);
    });
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Record& record(std::uint32_t index) const { return ledger_.records()[index]; }

  Irregularity& report(Kind kind, const Record& record) {
    const Device& device = ledger_.feeds()[record.feed].device;
    return found_.emplace_back(
        Irregularity{kind, device.id, device.name, record.sequence, std::string(record.at()), {}});
  }

  // A strand that follows a record which another one follows too.
  void branch(const Feed& feed) {
    const std::uint32_t before = ledger_.find(*feed.parent);
    if (before == Record::nowhere) {
      report(Kind::missing_part, record(feed.records.front()));
      return;
    }
    const Feed& above = ledger_.feeds()[record(before).feed];
    const bool first_of_branches = branched_.insert(*feed.parent).second;
    if (above.records.back() != before || !first_of_branches) report(Kind::fork, record(feed.records.front()));
  }

  void clock_back(const Feed& feed) {
    for (std::size_t i = 1; i < feed.records.size(); ++i) {
      if (record(feed.records[i]).at() >= record(feed.records[i - 1]).at()) continue;
      // With and without milliseconds, one instant may be written in two ways.
      if (seconds_of(record(feed.records[i]).at()) >= seconds_of(record(feed.records[i - 1]).at())) continue;
      report(Kind::clock_back, record(feed.records[i]));
      return;
    }
  }

  // What this feed has seen of others, and when it says that it was.
  void clock_ahead(std::uint32_t index) {
    const Feed& feed = ledger_.feeds()[index];
    for (const Seen& seen : feed.seen) {
      const std::uint32_t other = ledger_.find(seen.hash);
      if (other == Record::nowhere) continue;
      const Record& by = record(ledger_.record_of(index, seen.by));
      const Record& earlier = record(other);
      if (seconds_of(earlier.at()) <= seconds_of(by.at()) + tolerated_seconds) continue;
      if (!ahead_.insert(ledger_.feeds()[earlier.feed].device.id).second) continue;
      report(Kind::clock_ahead, earlier).other_at = by.at();
    }
  }

  const Ledger& ledger_;
  std::set<Hash> branched_;
  std::set<std::string> ahead_;
  std::vector<Irregularity> found_;
};

}  // namespace

std::string_view irregularity_name(Kind kind) {
  constexpr std::array<std::string_view, 5> names = {"unsigned_feed", "fork", "missing_part", "clock_back",
                                                     "clock_ahead"};
  return names.at(static_cast<std::size_t>(kind));
}

std::vector<Irregularity> find_irregularities(const Ledger& ledger) { return Search(ledger).run(); }

}  // namespace hengping
