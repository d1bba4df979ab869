#include "core/ledger/irregularities.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "core/base/instant.h"
#include "core/base/order.h"

namespace hengping {
namespace {

using Kind = Irregularity::Kind;

constexpr std::int64_t tolerated_seconds = 300;

// How strands are held depends on what came first; what is told of them must not.
class Search {
 public:
  explicit Search(const Ledger& ledger) : ledger_(ledger) {}

  std::vector<Irregularity> run() {
    for (std::uint32_t index = 0; index < ledger_.feeds().size(); ++index) {
      const Feed& feed = ledger_.feeds()[index];
      // Of a feed that is shown in part nothing else is meant to be here.
      if (record(feed.records.front()).proven) continue;
      if (feed.device.key.empty()) note_first(Kind::unsigned_feed, feed.records.front(), {});
      if (feed.parent && ledger_.before(index) == Record::nowhere) report(Kind::missing_part, feed.records.front(), {});
      followers_[Place{feed.device.id, record(feed.records.front()).sequence, feed.parent}].push_back(
          feed.records.front());
      clock_back(index);
      clock_ahead(index);
    }
    forks();
    for (const auto& [of, one] : first_) report(of.first, one.record, one.other_at);
    put_in_order(found_, [](const Irregularity& one, const Irregularity& other) {
      return std::tie(one.device, one.sequence, one.kind, one.at) <
             std::tie(other.device, other.sequence, other.kind, other.at);
    });
    return std::move(found_);
  }

 private:
  /// Where a strand begins.
  struct Place {
    std::string device;
    std::uint64_t sequence = 0;
    std::optional<Hash> previous;
    auto operator<=>(const Place&) const = default;
  };
  struct First {
    std::uint32_t record = 0;
    std::string other_at;
  };

  [[nodiscard]] const Record& record(std::uint32_t index) const { return ledger_.records()[index]; }
  [[nodiscard]] const Device& device(std::uint32_t index) const { return ledger_.feeds()[record(index).feed].device; }

  void report(Kind kind, std::uint32_t index, std::string other_at) {
    const Record& at = record(index);
    found_.push_back(Irregularity{kind, device(index).id, device(index).name, at.sequence, std::string(at.at()),
                                  std::move(other_at)});
  }

  /// Of each device one of a kind: the first by number.
  void note_first(Kind kind, std::uint32_t index, std::string other_at) {
    const auto [found, is_new] = first_.try_emplace(std::pair(kind, device(index).id), First{index, other_at});
    First& first = found->second;
    if (is_new) return;
    if (std::tie(record(index).sequence, record(index).hash, other_at) >=
        std::tie(record(first.record).sequence, record(first.record).hash, first.other_at))
      return;
    first = First{index, std::move(other_at)};
  }

  // Records that follow one and the same, or that are all the first: of these the one with the smallest hash goes on with the feed.
  void forks() {
    for (auto& [place, records] : followers_) {
      const std::uint32_t before = ledger_.before(record(records.front()).feed);
      if (before != Record::nowhere) {
        const std::uint32_t next = ledger_.record_of(record(before).feed, place.sequence);
        if (next != Record::nowhere) records.push_back(next);
      }
      put_in_order(records,
                [this](std::uint32_t one, std::uint32_t other) { return record(one).hash < record(other).hash; });
      for (std::size_t i = 1; i < records.size(); ++i) report(Kind::fork, records[i], {});
    }
  }

  void clock_back(std::uint32_t index) {
    std::uint32_t earlier = ledger_.before(index);
    for (const std::uint32_t one : ledger_.feeds()[index].records) {
      const std::uint32_t before = std::exchange(earlier, one);
      if (before == Record::nowhere || record(one).at() >= record(before).at()) continue;
      // With and without milliseconds, one instant may be written in two ways.
      if (seconds_of(record(one).at()) >= seconds_of(record(before).at())) continue;
      note_first(Kind::clock_back, one, {});
      return;
    }
  }

  // What this feed has seen of others, and when it says that it was.
  void clock_ahead(std::uint32_t index) {
    for (const Seen& seen : ledger_.feeds()[index].seen) {
      const std::uint32_t other = ledger_.find(seen.hash);
      if (other == Record::nowhere) continue;
      const Record& by = record(ledger_.record_of(index, seen.by));
      if (seconds_of(record(other).at()) <= seconds_of(by.at()) + tolerated_seconds) continue;
      note_first(Kind::clock_ahead, other, std::string(by.at()));
    }
  }

  const Ledger& ledger_;
  std::map<Place, std::vector<std::uint32_t>> followers_;
  std::map<std::pair<Kind, std::string>, First> first_;
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
