// From a file to records: what is new of it, and how it is appended.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "core/facts/sequence.h"
#include "core/base/order.h"
#include "core/ledger/author_rights.h"
#include "core/ledger/ledger_parts.h"
#include "core/text/say.h"

namespace hengping {

using Implementation = Ledger::Implementation;

namespace {

constexpr std::size_t salt_bytes = 16;

std::string pointer_to_feed(std::size_t index) { return "/feeds/" + std::to_string(index); }

// Whole feeds first, then what is shown of others, bodies alone last: a record that stands in several is taken from where most of it is known.
std::vector<std::size_t> taking_order(const InputFile& file) {
  std::vector<std::size_t> order(file.feeds.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&file](std::size_t i) {
    const InputFeed& feed = file.feeds[i];
    if (!feed.proof) return 0;
    return !feed.records.empty() && feed.records.front().record.disclosed ? 2 : 1;
  };
  put_in_order(order,
                   [&](std::size_t one, std::size_t other) { return rank(one) < rank(other); });
  return order;
}

std::size_t records_in(const InputFile& file) {
  return std::accumulate(file.feeds.begin(), file.feeds.end(), std::size_t{0},
                         [](std::size_t sum, const InputFeed& feed) { return sum + feed.records.size(); });
}

}  // namespace

std::size_t Implementation::times_there(std::string_view body) const {
  if (counted_generation != generation) {
    body_count.clear();
    counted_news = 0;
    counted_generation = generation;
  }
  for (; counted_news < news.size(); ++counted_news) ++body_count[records[news[counted_news]].body()];
  if (body_count.empty()) return 0;
  const auto found = body_count.find(body);
  return found == body_count.end() ? 0 : found->second;
}

void Implementation::check_facts(Intake& intake, const Policy& policy) const {
  Intake::Content& content = *intake.content_;
  content.skip.resize(content.file.facts.size());
  check_sequence(content.file.facts, content.skip,
                 SequenceBase{known, FactSequence{&symbols, ordered, generation}, symbols, policy}, intake.faults_);
}

void Implementation::examine_facts(Intake& intake, const Policy& policy, const Device* author) const {
  Intake::Content& content = *intake.content_;
  const std::deque<ReadFact>& facts = content.file.facts;
  content.skip.assign(facts.size(), 0);
  std::unordered_map<std::string_view, std::size_t> in_file;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const std::size_t there = facts[i].sound ? times_there(facts[i].canonical) : 0;
    if (there > 0 && ++in_file[facts[i].canonical] <= there) content.skip[i] = 1;
  }
  check_facts(intake, policy);
  if (author != nullptr) check_author(*this, *author, facts, content.skip, intake.faults_);
  if (!intake.ok()) return;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool already_there = content.skip[i] != 0;
    intake.items_.push_back(Intake::Item{i, already_there, &facts[i].fact});
    if (already_there) {
      ++intake.already_there_;
    } else {
      ++intake.added_;
      ++intake.added_by_kind_[std::string(kind_name(facts[i].fact.body))];
    }
  }
}

namespace {

/// What a bundle brings of one device.
struct Arriving {
  const Device& device;
  std::size_t strands = 0;
  std::unordered_set<Hash, HashOfHash> records;
  std::unordered_set<Hash, HashOfHash> followed;  // by new records
  bool begins = false;                            // with a new record number 1

  bool is_first_after(const std::optional<Hash>& previous) {
    return previous ? followed.insert(*previous).second : !std::exchange(begins, true);
  }
};

}  // namespace

bool Implementation::is_followed(std::string_view device, const std::optional<Hash>& previous,
                                 const Record& record) const {
  const auto held = strands.find(device);
  if (held == strands.end()) return false;
  const std::uint32_t end = before(device, previous, record);
  if (end != Record::nowhere && feeds[records[end].feed].records.back() != end) return true;
  return std::any_of(held->second.begin(), held->second.end(), [&](std::uint32_t one) {
    return feeds[one].parent == previous && records[feeds[one].records.front()].sequence == record.sequence;
  });
}

void Implementation::examine_bundle(Intake& intake) const {
  const InputFile& file = intake.content_->file;
  std::map<std::string_view, Arriving> devices;
  const std::vector<std::size_t> order = taking_order(file);
  for (const std::size_t i : order)
    ++devices.try_emplace(file.feeds[i].device.id, Arriving{file.feeds[i].device, 0, {}, {}, false})
          .first->second.strands;
  intake.items_.reserve(records_in(file));
  std::array<std::size_t, body_kinds> facts_of_kind{};
  for (const std::size_t i : order) {
    const InputFeed& feed = file.feeds[i];
    const auto of_device = strands.find(feed.device.id);
    Arriving& arriving = devices.find(feed.device.id)->second;
    // In one strand each record follows another, the one before it: none stands there twice, and nothing forks.
    const bool alone = arriving.strands == 1 && !feed.proof;
    if (arriving.device != feed.device ||
        (of_device != strands.end() && feeds[of_device->second.front()].device != feed.device)) {
      intake.faults_.add(
          make_fault(CoreText::fault_bundle_device_differs, pointer_to_feed(i) + "/device", {feed.device.id}));
      continue;
    }
    Intake::FeedNews news_of_feed{feed.device, i, feed.proof.has_value()};
    for (std::size_t j = 0; j < feed.records.size(); ++j) {
      const InputRecord& read = feed.records[j];
      const std::uint32_t held = held_as(feed.device.id, read);
      const bool already_there = held != Record::nowhere;
      const Record& record = already_there ? records[held] : read.record;
      // What stands once in a bundle stands there again only if someone put it together by hand, and is refused whatever is held; but what is shown
      // of a feed with proof may stand in another part of it too.
      const bool arrives_again = !alone && !arriving.records.insert(record.hash).second;
      if (arrives_again && feed.proof && !already_there) continue;
      if (arrives_again && !feed.proof) {
        intake.faults_.add(
            make_fault(CoreText::fault_bundle_record_twice, pointer_to_feed(i) + "/records/" + std::to_string(j)));
        return;
      }
      intake.items_.push_back(
          Intake::Item{intake.items_.size(), already_there, record.is_fact ? &record.fact : nullptr});
      if (already_there) {
        if (!record.statement) ++intake.already_there_;
        continue;
      }
      ++(record.statement ? intake.statements_added_ : intake.added_);
      if (record.is_fact) {
        ++facts_of_kind.at(record.fact.body.index());
      } else if (record.statement) {
        ++intake.added_by_kind_[std::string(statement_name(record.statement->body))];
      }
      ++news_of_feed.added;
      if (feed.proof) continue;
      if (news_of_feed.added == 1 && read.previous) {
        news_of_feed.part_missing = before(feed.device.id, read.previous, record) == Record::nowhere &&
                                    (alone || !arriving.records.contains(*read.previous));
      }
      // A feed forks where two records follow one, whichever of them came first.
      if ((!alone && !arriving.is_first_after(read.previous)) || is_followed(feed.device.id, read.previous, record))
        news_of_feed.forks = true;
    }
    intake.feeds_.push_back(std::move(news_of_feed));
  }
  if (!intake.ok()) {
    intake.items_.clear();
    intake.feeds_.clear();
  }
  for (std::size_t kind = 0; kind < body_kinds; ++kind) {
    if (facts_of_kind.at(kind) > 0) intake.added_by_kind_[std::string(kinds().at(kind).name)] = facts_of_kind.at(kind);
  }
}

std::vector<Hash> Implementation::newly_seen(std::string_view author) const {
  const std::uint32_t strand = own_strand(author);
  std::vector<Hash> seen;
  for (std::uint32_t other = 0; other < feeds.size(); ++other) {
    const std::uint32_t end = feeds[other].records.back();
    if (other == strand || records[end].proven) continue;
    if (strand == Record::nowhere || !knows(feeds[strand].records.back(), end)) seen.push_back(records[end].hash);
  }
  for (const Extract& extract : extracts) {
    const Hash& head = extract.head.head.hash;
    const auto says = [&head](const Seen& one) { return one.hash == head; };
    if (strand == Record::nowhere || std::none_of(feeds[strand].seen.begin(), feeds[strand].seen.end(), says))
      seen.push_back(head);
  }
  put_in_order(seen);
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  return seen;
}

std::uint32_t Implementation::make_record(std::string_view body, const Author& author, Record record,
                                          std::vector<Hash> seen, std::uint32_t strand) {
  const std::string salt = author.random_hex(salt_bytes);
  RecordParts parts;
  parts.at = author.at;
  parts.body = body;
  parts.salt = salt;
  parts.device = author.device.id;
  parts.seen = std::move(seen);
  parts.sequence = 1;
  parts.tick = tick + 1;
  if (strand != Record::nowhere) {
    const Record& last = records[feeds[strand].records.back()];
    parts.previous = last.hash;
    parts.sequence = last.sequence + 1;
    parts.tick = std::max(parts.tick, last.tick + 1);
  }
  write_record(parts, record);
  if (strand == Record::nowhere) strand = new_strand(author.device, parts.previous);
  append(std::move(record), strand, parts.seen);
  return strand;
}

namespace {

/// In legal order: a file has none of its own, and what a decision rests on was known to whoever recorded both at one time.
std::vector<ReadFact*> to_be_recorded(InputFile& file, const std::vector<std::uint8_t>& skip) {
  std::vector<ReadFact*> facts;
  for (std::size_t i = 0; i < file.facts.size(); ++i) {
    if (skip[i] == 0) facts.push_back(&file.facts[i]);
  }
  put_in_order(facts,
            [](const ReadFact* one, const ReadFact* other) { return comes_before(*one, *other); });
  return facts;
}

}  // namespace

void Implementation::take_facts(Intake::Content& content, const Author& author) {
  // What the author has seen of the others changes once in a run of records: with the first.
  std::vector<Hash> seen = newly_seen(author.device.id);
  const std::vector<ReadFact*> facts = to_be_recorded(content.file, content.skip);
  by_hash.make_room(facts.size());
  std::uint32_t strand = own_strand(author.device.id);
  for (ReadFact* const read : facts) {
    Record record;
    record.is_fact = true;
    record.fact = std::move(read->fact);
    for (const Mention& mention : read->mentions) {
      if (mention.defines) record.defines = Definition{true, mention.name_space, mention.symbol};
    }
    strand = make_record(read->canonical, author, std::move(record), std::exchange(seen, {}), strand);
  }
}

void Implementation::take_bundle(Intake::Content& content) {
  by_hash.make_room(records_in(content.file));
  for (const std::size_t i : taking_order(content.file)) {
    InputFeed& input = content.file.feeds[i];
    if (input.proof) {
      take_extract(input);
      continue;
    }
    std::uint32_t strand = Record::nowhere;
    for (InputRecord& read : input.records) {
      if (read.known != Record::nowhere) {
        strand = Record::nowhere;  // what comes next belongs where it stands
        continue;
      }
      if (strand == Record::nowhere) strand = strand_for(input.device, read.previous, read.record);
      append(std::move(read.record), strand, read.seen);
    }
  }
}

void Implementation::adopt_heads(std::deque<InputFeed>& from) noexcept {
  for (InputFeed& input : from) {
    if (!input.proof) adopt_head(input.device.id, std::move(input.head));
  }
  std::erase_if(awaited_heads, [this](AwaitedHead& one) {
    if (find(one.head.head.hash) == Record::nowhere) return false;
    adopt_head(one.device, std::move(one.head));
    return true;
  });
  const auto is_superfluous = [this](const Extract& one) { return is_whole(one.device.id, one.head.head.hash); };
  for (Extract& one : extracts) {
    if (is_superfluous(one)) adopt_head(one.device.id, std::move(one.head));
  }
  std::erase_if(extracts, is_superfluous);
}

void Implementation::adopt_head(std::string_view device, SignedHead head) {
  const std::uint32_t end = find(head.head.hash);
  if (end == Record::nowhere || head.signature.empty()) return;
  Feed& feed = feeds[records[end].feed];
  // Whoever shows a part of a feed names any record as its end.
  if (feed.device.id != device || records[end].sequence != head.head.sequence) return;
  if (feed.head && feed.head->head.sequence > head.head.sequence) return;
  const bool same_place = feed.head && feed.head->head.sequence == head.head.sequence;
  // A device may sign one end twice; which signature is kept must not depend on which came first.
  if (same_place &&
      std::tie(feed.head->head.bodies, feed.head->signature) <= std::tie(head.head.bodies, head.signature))
    return;
  feed.head = std::move(head);
}

std::uint32_t Implementation::held_as(std::string_view device, const InputRecord& read) const {
  if (read.known != Record::nowhere) return read.known;
  const std::uint32_t held = find(read.record.hash);
  return held == Record::nowhere && read.record.disclosed ? whole_of(device, read.record) : held;
}

void Implementation::take_extract(InputFeed& input) {
  Extract extract{input.device, input.head, *std::move(input.proof), {}};
  for (InputRecord& read : input.records) {
    std::uint32_t held = held_as(input.device.id, read);
    if (held == Record::nowhere) {
      held = static_cast<std::uint32_t>(records.size());
      const std::uint32_t strand = new_strand(input.device, read.previous);
      append(std::move(read.record), strand, read.seen);
    }
    extract.records.push_back(held);
  }
  const bool there = std::any_of(extracts.begin(), extracts.end(), [&extract](const Extract& one) {
    return one.head.head.hash == extract.head.head.hash && one.proof.places == extract.proof.places &&
           one.device.id == extract.device.id;
  });
  if (!there) extracts.push_back(std::move(extract));
}

std::vector<Appended> Implementation::appended_since(std::size_t first) const {
  std::vector<Appended> runs;
  const auto size_of_run = [this](std::size_t begin) {
    std::size_t size = 0;
    for (std::size_t i = begin; i < records.size() && records[i].feed == records[begin].feed; ++i)
      size += records[i].bytes.size() + 1;
    return size;
  };
  for (std::size_t i = first; i < records.size(); ++i) {
    const Record& record = records[i];
    if (record.proven) continue;  // stored with its extract
    if (runs.empty() || runs.back().feed != record.feed) {
      runs.push_back(Appended{record.feed, record.sequence, 0, {}});
      runs.back().lines.reserve(size_of_run(i));
    }
    ++runs.back().count;
    runs.back().lines.append(record.bytes).append("\n");
  }
  return runs;
}

void Implementation::take_back(std::size_t records_before, std::uint64_t tick_before) noexcept {
  while (records.size() > records_before) {
    const Record& last = records.back();
    Feed& feed = feeds[last.feed];
    while (!feed.seen.empty() && feed.seen.back().by == last.sequence) feed.seen.pop_back();
    if (!feed.records.empty() && feed.records.back() == records.size() - 1) feed.records.pop_back();
    by_hash.erase(last.hash, static_cast<std::uint32_t>(records.size() - 1));
    records.pop_back();
  }
  while (!feeds.empty() && feeds.back().records.empty()) {
    const auto of_device = strands.find(feeds.back().device.id);
    if (of_device != strands.end()) {
      std::erase(of_device->second, static_cast<std::uint32_t>(feeds.size() - 1));
      if (of_device->second.empty()) strands.erase(of_device);
    }
    feeds.pop_back();
  }
  tick = tick_before;
}

}  // namespace hengping
