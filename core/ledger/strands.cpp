// Feeds as strands: where a record belongs, and which record knows which.
#include <algorithm>
#include <tuple>
#include <utility>

#include "core/ledger/ledger_parts.h"

namespace hengping {

using Implementation = Ledger::Implementation;

std::uint32_t Implementation::find(const Hash& hash) const {
  static_assert(HashIndex::nowhere == Record::nowhere);
  return by_hash.find(hash, [this](std::uint32_t record) -> const Hash& { return records[record].hash; });
}

Place Implementation::place_of(std::uint32_t record) const {
  const Record& at = records[record];
  const Feed& feed = feeds[at.feed];
  return Place{at.feed, to_index(at.sequence - records[feed.records.front()].sequence)};
}

const Hash* Implementation::previous_of(std::uint32_t record) const {
  const Place place = place_of(record);
  const Feed& feed = feeds[place.feed];
  if (place.index > 0) return &records[feed.records[place.index - 1]].hash;
  return feed.parent ? &*feed.parent : nullptr;
}

std::uint32_t Implementation::next_of(std::uint32_t record) const {
  const Place place = place_of(record);
  const auto& in_strand = feeds[place.feed].records;
  return place.index + 1 < in_strand.size() ? in_strand[place.index + 1] : Record::nowhere;
}

std::uint32_t Implementation::find_known(std::string_view device, std::uint64_t sequence, std::string_view raw) const {
  const auto found = strands.find(device);
  if (found == strands.end()) return Record::nowhere;
  for (const std::uint32_t index : found->second) {
    const Feed& feed = feeds[index];
    const std::uint64_t first = records[feed.records.front()].sequence;
    if (sequence < first || sequence - first >= feed.records.size()) continue;
    const std::uint32_t record = feed.records[to_index(sequence - first)];
    if (records[record].bytes == raw) return record;
  }
  return Record::nowhere;
}

bool Implementation::is_ancestor(std::uint32_t record, std::uint32_t of) const {
  const Place wanted = place_of(record);
  Place at = place_of(of);
  // Every strand is climbed at most once, for a record comes before those that follow it.
  while (true) {
    if (at.feed == wanted.feed) return wanted.index <= at.index;
    const std::uint32_t above = before(at.feed);
    if (above == Record::nowhere) return false;
    at = place_of(above);
  }
}

bool Implementation::knows(std::uint32_t later, std::uint32_t earlier) const {
  if (is_ancestor(earlier, later)) return true;
  if (records[earlier].tick >= records[later].tick && records[earlier].tick <= largest_followed_tick) return false;
  std::uint32_t at = later;
  while (at != Record::nowhere) {
    const Feed& feed = feeds[records[at].feed];
    for (const Seen& seen : feed.seen) {
      if (seen.by > records[at].sequence) break;
      const std::uint32_t other = find(seen.hash);
      if (other != Record::nowhere && is_ancestor(earlier, other)) return true;
      if (records[earlier].proven && was_shown(earlier, seen.hash)) return true;
    }
    at = before(records[at].feed);
  }
  return false;
}

std::uint32_t Implementation::own_strand(std::string_view device) const {
  const auto found = strands.find(device);
  return found == strands.end() ? Record::nowhere : last_to_end(found->second);
}

std::uint32_t Implementation::strand_to_sign(std::string_view device) const {
  const auto found = strands.find(device);
  if (found == strands.end()) return Record::nowhere;
  std::vector<std::size_t> vouched_for(feeds.size());  // by strand: so many of its records
  for (const std::uint32_t feed : found->second) {
    if (!feeds[feed].head) continue;
    std::uint32_t at = find(feeds[feed].head->head.hash);
    while (at != Record::nowhere) {
      const Place place = place_of(at);
      if (vouched_for[place.feed] > place.index) break;
      vouched_for[place.feed] = place.index + 1;
      at = before(place.feed);
    }
  }
  // Not only the one that it goes on with: a branch whose end is never signed reaches nobody.
  std::vector<std::uint32_t> open = found->second;
  std::erase_if(
      open, [&](std::uint32_t feed) { return vouched_for[feed] == feeds[feed].records.size() || !is_complete(feed); });
  return last_to_end(std::move(open));
}

std::uint32_t Implementation::last_to_end(std::vector<std::uint32_t> list) const {
  const auto end_of = [this](std::uint32_t feed) -> const Record& { return records[feeds[feed].records.back()]; };
  // A body alone has no place in a feed; nothing follows it.
  std::erase_if(list, [&end_of](std::uint32_t feed) { return end_of(feed).disclosed; });
  const auto last = std::max_element(list.begin(), list.end(), [&](std::uint32_t one, std::uint32_t other) {
    return std::tie(end_of(one).tick, end_of(one).hash) < std::tie(end_of(other).tick, end_of(other).hash);
  });
  return last == list.end() ? Record::nowhere : *last;
}

std::uint32_t Implementation::before(std::string_view device, const std::optional<Hash>& previous,
                                     const Record& record) const {
  const std::uint32_t found = previous ? find(*previous) : Record::nowhere;
  if (found == Record::nowhere) return found;
  const Record& earlier = records[found];
  const bool fits =
      feeds[earlier.feed].device.id == device && earlier.sequence + 1 == record.sequence && earlier.tick < record.tick;
  return fits ? found : Record::nowhere;
}

std::uint32_t Implementation::before(std::uint32_t feed) const {
  return before(feeds[feed].device.id, feeds[feed].parent, records[feeds[feed].records.front()]);
}

std::uint32_t Implementation::strand_for(const Device& device, const std::optional<Hash>& previous,
                                         const Record& record) {
  const std::uint32_t end = before(device.id, previous, record);
  if (end != Record::nowhere && feeds[records[end].feed].records.back() == end) return records[end].feed;
  return new_strand(device, previous);
}

std::uint32_t Implementation::new_strand(const Device& device, const std::optional<Hash>& previous) {
  feeds.push_back(Feed{device, {}, previous, {}, {}});
  const auto index = static_cast<std::uint32_t>(feeds.size() - 1);
  strands[device.id].push_back(index);
  return index;
}

void Implementation::append(Record&& record, std::uint32_t feed, const std::vector<Hash>& seen) {
  const auto index = static_cast<std::uint32_t>(records.size());
  record.feed = feed;
  // In this order, so that take_back can undo it wherever memory runs out.
  records.push_back(std::move(record));
  const Record& added = records.back();
  feeds[feed].records.push_back(index);
  for (const Hash& hash : seen) feeds[feed].seen.push_back(Seen{added.sequence, hash});
  by_hash.insert(added.hash, index, [this](std::uint32_t one) -> const Hash& { return records[one].hash; });
  if (added.tick <= largest_followed_tick) tick = std::max(tick, added.tick);
}

bool Implementation::is_complete(std::uint32_t feed) const {
  while (feeds[feed].parent) {
    const std::uint32_t above = before(feed);
    if (above == Record::nowhere) return false;
    feed = records[above].feed;
  }
  return true;
}

bool Implementation::is_whole(std::string_view device, const Hash& end) const {
  const std::uint32_t record = find(end);
  return record != Record::nowhere && feeds[records[record].feed].device.id == device &&
         is_complete(records[record].feed);
}

std::uint32_t Implementation::whole_of(std::string_view device, const Record& disclosed) const {
  const std::uint32_t record = find(disclosed.shown_as);
  if (record == Record::nowhere || feeds[records[record].feed].device.id != device) return Record::nowhere;
  return leaf_of(records[record]) == leaf_of(disclosed) ? record : Record::nowhere;
}

bool Implementation::was_shown(std::uint32_t record, const Hash& head) const {
  return std::any_of(extracts.begin(), extracts.end(), [&](const Extract& one) {
    return one.head.head.hash == head && std::find(one.records.begin(), one.records.end(), record) != one.records.end();
  });
}

std::vector<SetLeaf> Implementation::leaves_up_to(std::uint32_t record) const {
  std::vector<SetLeaf> leaves;
  for (std::uint32_t at = record; at != Record::nowhere;) {
    const Place place = place_of(at);
    const Feed& feed = feeds[place.feed];
    for (std::size_t i = 0; i <= place.index; ++i) leaves.push_back(leaf_of(records[feed.records[i]]));
    at = before(place.feed);
  }
  return leaves;
}

Hash Implementation::bodies_up_to(std::uint32_t record) const {
  std::vector<SetLeaf> leaves = leaves_up_to(record);
  return set_root(leaves);
}

}  // namespace hengping
