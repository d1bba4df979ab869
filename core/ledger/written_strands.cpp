#include "core/ledger/written_strands.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace hengping {
namespace {

using Implementation = Ledger::Implementation;

class Strands {
 public:
  explicit Strands(const Implementation& ledger) : ledger_(ledger) {
    for (std::uint32_t feed = 0; feed < ledger_.feeds.size(); ++feed) {
      const auto& parent = ledger_.feeds[feed].parent;
      const std::uint32_t before = parent ? ledger_.find(*parent) : Record::nowhere;
      if (before == Record::nowhere) {
        beginnings_.push_back(feed);
      } else {
        continuations_[before].push_back(feed);
      }
    }
  }

  /// Each the records of one strand.
  std::vector<std::vector<std::uint32_t>> list() {
    // Begun strands are worked off one by one; those that branch off are added at the end.
    for (const std::uint32_t feed : beginnings_) open_.push_back(ledger_.feeds[feed].records.front());
    for (std::size_t i = 0; i < open_.size(); ++i) follow(open_[i]);
    // What is only shown in part is written with its proof, see extract_text.
    std::erase_if(strands_, [this](const auto& strand) {
      const Record& last = ledger_.records[strand.back()];
      const auto& head = ledger_.feeds[last.feed].head;
      return last.proven && (!head || head->head.hash != last.hash);
    });
    std::sort(strands_.begin(), strands_.end(),
              [this](const auto& one, const auto& other) { return place(one.front()) < place(other.front()); });
    return std::move(strands_);
  }

 private:
  [[nodiscard]] std::tuple<const std::string&, std::uint64_t, const Hash&> place(std::uint32_t record) const {
    const Record& at = ledger_.records[record];
    return {ledger_.feeds[at.feed].device.id, at.sequence, at.hash};
  }

  // Where a feed forks, the record with the smallest hash goes on with the strand.
  void follow(std::uint32_t first) {
    std::vector<std::uint32_t> strand;
    for (std::uint32_t at = first; at != Record::nowhere;) {
      strand.push_back(at);
      const Place here = ledger_.place_of(at);
      const auto& in_feed = ledger_.feeds[here.feed].records;
      std::vector<std::uint32_t> next;
      if (here.index + 1 < in_feed.size()) next.push_back(in_feed[here.index + 1]);
      if (const auto branches = continuations_.find(at); branches != continuations_.end()) {
        for (const std::uint32_t feed : branches->second) next.push_back(ledger_.feeds[feed].records.front());
      }
      std::sort(next.begin(), next.end(), [this](std::uint32_t one, std::uint32_t other) {
        return ledger_.records[one].hash < ledger_.records[other].hash;
      });
      at = next.empty() ? Record::nowhere : next.front();
      for (std::size_t i = 1; i < next.size(); ++i) open_.push_back(next[i]);
    }
    strands_.push_back(std::move(strand));
  }

  const Implementation& ledger_;
  std::vector<std::uint32_t> beginnings_;                              // feeds
  std::map<std::uint32_t, std::vector<std::uint32_t>> continuations_;  // feeds, by the record that they follow
  std::vector<std::uint32_t> open_;
  std::vector<std::vector<std::uint32_t>> strands_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> written_strands(const Implementation& ledger) { return Strands(ledger).list(); }

}  // namespace hengping
