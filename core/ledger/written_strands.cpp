#include "core/ledger/written_strands.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/order.h"

namespace hengping {
namespace {

using Implementation = Ledger::Implementation;

class Strands {
 public:
  explicit Strands(const Implementation& ledger)
      : ledger_(ledger), whole_(ledger.records.size()), reached_(ledger.records.size()) {
    // Without a key nothing is signed; of other feeds what nobody has vouched for would be refused by every reader.
    for (std::uint32_t i = 0; i < whole_.size(); ++i) {
      const Record& record = ledger_.records[i];
      whole_[i] = !record.proven && ledger_.feeds[record.feed].device.key.empty();
    }
    for (const Feed& feed : ledger_.feeds) {
      if (feed.head) mark_whole(feed.head->head.hash);
    }
    for (std::uint32_t feed = 0; feed < ledger_.feeds.size(); ++feed) {
      const std::uint32_t first = ledger_.feeds[feed].records.front();
      const std::uint32_t before = ledger_.before(feed);
      if (before == Record::nowhere) {
        if (whole_[first]) open_.push_back(first);
      } else {
        branches_[before].push_back(first);
      }
    }
  }

  /// Each the records of one strand.
  std::vector<std::vector<std::uint32_t>> list() {
    // Those that branch off are added at the end, and worked off like the others.
    for (std::size_t i = 0; i < open_.size(); ++i) follow(open_[i]);
    put_in_order(strands_,
              [this](const auto& one, const auto& other) { return place(one.front()) < place(other.front()); });
    return std::move(strands_);
  }

 private:
  [[nodiscard]] std::tuple<const std::string&, std::uint64_t, const Hash&> place(std::uint32_t record) const {
    const Record& at = ledger_.records[record];
    return {ledger_.feeds[at.feed].device.id, at.sequence, at.hash};
  }

  // What has only been shown is part of a feed that is held whole by now.
  void mark_whole(const Hash& end) {
    for (std::uint32_t at = ledger_.find(end); at != Record::nowhere && !reached_[at];) {
      reached_[at] = true;
      whole_[at] = true;
      const Place here = ledger_.place_of(at);
      at = here.index == 0 ? ledger_.before(here.feed) : ledger_.feeds[here.feed].records[here.index - 1];
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> followers(std::uint32_t record) const {
    std::vector<std::uint32_t> next;
    const Place here = ledger_.place_of(record);
    const auto& in_feed = ledger_.feeds[here.feed].records;
    if (here.index + 1 < in_feed.size()) next.push_back(in_feed[here.index + 1]);
    if (const auto found = branches_.find(record); found != branches_.end())
      next.insert(next.end(), found->second.begin(), found->second.end());
    std::erase_if(next, [this](std::uint32_t one) { return !whole_[one]; });
    put_in_order(next, [this](std::uint32_t one, std::uint32_t other) {
      return ledger_.records[one].hash < ledger_.records[other].hash;
    });
    return next;
  }

  void follow(std::uint32_t first) {
    std::vector<std::uint32_t> strand;
    for (std::uint32_t at = first; at != Record::nowhere;) {
      strand.push_back(at);
      const auto next = followers(at);
      at = next.empty() ? Record::nowhere : next.front();
      if (next.size() > 1) open_.insert(open_.end(), next.begin() + 1, next.end());
    }
    strands_.push_back(std::move(strand));
  }

  const Implementation& ledger_;
  std::vector<bool> whole_;    // by record: of a feed that is held whole, not only shown
  std::vector<bool> reached_;  // by record: from the head of its feed, walking back
  std::map<std::uint32_t, std::vector<std::uint32_t>>
      branches_;                     // first records of strands, by the record that they follow
  std::vector<std::uint32_t> open_;  // first records of strands to be written
  std::vector<std::vector<std::uint32_t>> strands_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> written_strands(const Implementation& ledger) { return Strands(ledger).list(); }

}  // namespace hengping
