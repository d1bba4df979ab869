#include "core/ledger/ledger.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/codec/canonical.h"
#include "core/codec/input_file.h"
#include "core/codec/json_reader.h"
#include "core/ledger/digest.h"
#include "core/text/say.h"

namespace hengping {

struct Intake::Content {
  InputFile file;
  std::vector<std::uint8_t> skip;  // by fact: already there
  const SymbolTable* symbols = nullptr;
  std::size_t ledger_size = 0;
};

Intake::Intake() : content_(std::make_unique<Content>()) {}
Intake::~Intake() = default;
Intake::Intake(Intake&&) noexcept = default;
Intake& Intake::operator=(Intake&&) noexcept = default;

const SymbolTable& Intake::symbols() const { return *content_->symbols; }

struct Ledger::Implementation {
  // Interning while a file is examined adds names that nobody may need later; it changes no record.
  mutable SymbolTable symbols;
  std::vector<Feed> feeds;
  std::deque<Record> records;  // a deque, for facts are pointed at
  Identifiers known;
  std::uint64_t tick = 0;
  mutable std::vector<const Record*> in_order;  // all records in legal order, as far as it was asked for
  mutable std::vector<const Fact*> ordered;     // their facts
  mutable std::unordered_map<std::string_view, std::size_t> body_count;  // how often a fact stands in the ledger
  mutable std::size_t counted = 0;                                       // records in `body_count`

  std::uint32_t feed_of(const Device& device) {
    const auto found =
        std::find_if(feeds.begin(), feeds.end(), [&](const Feed& feed) { return feed.device.id == device.id; });
    if (found != feeds.end()) return static_cast<std::uint32_t>(found - feeds.begin());
    feeds.push_back(Feed{device, {}, {}});
    return static_cast<std::uint32_t>(feeds.size() - 1);
  }

  const Feed* find_feed(std::string_view device) const {
    const auto found =
        std::find_if(feeds.begin(), feeds.end(), [&](const Feed& feed) { return feed.device.id == device; });
    return found == feeds.end() ? nullptr : &*found;
  }

  void append(Record record, std::uint32_t feed, const Mentions& mentions) {
    record.feed = feed;
    tick = std::max(tick, record.tick);
    for (const Mention& mention : mentions) {
      // Facts of a ledger come before those of any file on the same day.
      if (mention.defines) known.define(mention.name_space, mention.symbol, Since{record.fact.on, -1});
    }
    feeds[feed].records.push_back(static_cast<std::uint32_t>(records.size()));
    records.push_back(std::move(record));
  }

  void append_read(InputRecord& read, ReadFact& fact, std::uint32_t feed) {
    for (auto& [device, sequence] : read.seen) feeds[feed].seen[device] = sequence;
    read.record.fact = std::move(fact.fact);
    append(std::move(read.record), feed, fact.mentions);
  }

  std::size_t times_there(std::string_view body) const {
    for (; counted < records.size(); ++counted) ++body_count[records[counted].body()];
    const auto found = body_count.find(body);
    return found == body_count.end() ? 0 : found->second;
  }

  void mark_facts_already_there(Intake::Content& content) const {
    std::unordered_map<std::string_view, std::size_t> in_file;
    for (std::size_t i = 0; i < content.file.facts.size(); ++i) {
      const ReadFact& fact = content.file.facts[i];
      if (fact.sound && ++in_file[fact.canonical] <= times_there(fact.canonical)) content.skip[i] = 1;
    }
  }

  void mark_records_already_there(Intake::Content& content, FaultList& faults) const {
    for (std::size_t i = 0; i < content.file.feeds.size(); ++i) {
      const InputFeed& input = content.file.feeds[i];
      const Feed* feed = find_feed(input.device.id);
      if (feed == nullptr) continue;
      if (feed->device != input.device) {
        faults.add(make_fault(CoreText::fault_bundle_device_differs, "/feeds/" + std::to_string(i) + "/device",
                              {input.device.id}));
      }
      const std::size_t common = std::min(feed->records.size(), input.records.size());
      for (std::size_t j = 0; j < common; ++j) {
        const InputRecord& read = input.records[j];
        if (records[feed->records[j]].hash != read.record.hash) {
          faults.add(make_fault(CoreText::fault_bundle_forked,
                                "/feeds/" + std::to_string(i) + "/records/" + std::to_string(j), {input.device.id},
                                read.fact));
          break;
        }
        content.skip[read.fact] = 1;
      }
    }
  }

  Appended take_facts(InputFile& file, const std::vector<std::uint8_t>& skip, const Device& author,
                      std::string_view at);
  std::vector<Appended> take_bundle(InputFile& file, const std::vector<std::uint8_t>& skip);
  void append_feeds(std::string& out) const;
};

namespace {

std::string record_bytes(std::string_view at, std::string_view body, std::string_view device, std::string_view previous,
                         const std::map<std::string, std::uint64_t, std::less<>>& seen, std::uint64_t sequence,
                         std::uint64_t tick) {
  std::string out = R"({"at":)";
  append_json_string(out, at);
  out += R"(,"body":)";
  out += body;
  out += R"(,"device":)";
  append_json_string(out, device);
  out += R"(,"prev":)";
  if (previous.empty()) {
    out += "null";
  } else {
    append_json_string(out, previous);
  }
  out += R"(,"seen":{)";
  bool first = true;
  for (const auto& [name, last] : seen) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, name);
    out += ':' + std::to_string(last);
  }
  out += R"(},"seq":)" + std::to_string(sequence) + R"(,"tick":)" + std::to_string(tick) + R"(,"v":1})";
  return out;
}

void append_line(Appended& appended, const Record& record) {
  if (appended.count == 0) appended.first_sequence = record.sequence;
  ++appended.count;
  appended.lines += record.bytes;
  appended.lines += '\n';
}

}  // namespace

Appended Ledger::Implementation::take_facts(InputFile& file, const std::vector<std::uint8_t>& skip,
                                            const Device& author, std::string_view at) {
  Appended appended;
  appended.feed = feed_of(author);
  // What this device has seen of the others changes once in a run of records: with the first.
  std::map<std::string, std::uint64_t, std::less<>> news;
  for (const Feed& other : feeds) {
    const std::uint64_t last = other.records.size();
    if (other.device.id == author.id || last == 0) continue;
    std::uint64_t& seen = feeds[appended.feed].seen[other.device.id];
    if (seen == last) continue;
    seen = last;
    news.emplace(other.device.id, last);
  }
  for (std::size_t i = 0; i < file.facts.size(); ++i) {
    if (skip[i] != 0) continue;
    ReadFact& fact = file.facts[i];
    const Feed& feed = feeds[appended.feed];
    Record record;
    record.sequence = feed.records.size() + 1;
    record.tick = tick + 1;
    record.at = at;
    const std::string_view previous =
        feed.records.empty() ? std::string_view() : std::string_view(records[feed.records.back()].hash);
    record.bytes = record_bytes(at, fact.canonical, author.id, previous, news, record.sequence, record.tick);
    news.clear();
    std::string before = R"({"at":)";
    append_json_string(before, at);
    record.body_begin = static_cast<std::uint32_t>(before.size() + std::string_view(R"(,"body":)").size());
    record.body_size = static_cast<std::uint32_t>(fact.canonical.size());
    record.hash = sha256_hex(record.bytes);
    record.fact = std::move(fact.fact);
    append(std::move(record), appended.feed, fact.mentions);
    append_line(appended, records.back());
  }
  return appended;
}

std::vector<Appended> Ledger::Implementation::take_bundle(InputFile& file, const std::vector<std::uint8_t>& skip) {
  std::vector<Appended> result;
  for (InputFeed& input : file.feeds) {
    Appended appended;
    for (InputRecord& read : input.records) {
      if (skip[read.fact] != 0) continue;
      appended.feed = feed_of(input.device);
      append_read(read, file.facts[read.fact], appended.feed);
      append_line(appended, records.back());
    }
    if (appended.count != 0) result.push_back(std::move(appended));
  }
  return result;
}

Ledger::Ledger() : implementation_(std::make_unique<Implementation>()) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Intake Ledger::examine(std::string_view text, const Policy& policy) const {
  Intake intake;
  Intake::Content& content = *intake.content_;
  content.symbols = &implementation_->symbols;
  content.ledger_size = size();
  content.file = read_input_file(text, implementation_->symbols, InputFile::Keep::records, intake.faults_);
  content.skip.assign(content.file.facts.size(), 0);
  intake.source_ = content.file.source;
  if (content.file.readable) {
    if (intake.source_ == Intake::Source::facts) {
      implementation_->mark_facts_already_there(content);
    } else {
      implementation_->mark_records_already_there(content, intake.faults_);
    }
    check_sequence(content.file.facts, content.skip,
                   SequenceBase{implementation_->known, sequence(), implementation_->symbols, policy}, intake.faults_);
  }
  if (!intake.ok()) return intake;
  for (std::size_t i = 0; i < content.file.facts.size(); ++i) {
    const Fact& fact = content.file.facts[i].fact;
    const bool already_there = content.skip[i] != 0;
    intake.items_.push_back(Intake::Item{i, already_there, &fact});
    if (already_there) {
      ++intake.already_there_;
    } else {
      ++intake.added_;
      ++intake.added_by_kind_[std::string(kind_name(fact.body))];
    }
  }
  return intake;
}

std::vector<Appended> Ledger::take(Intake intake, const Device& author, std::string_view at) {
  Intake::Content& content = *intake.content_;
  // Taking in what was refused, or examined against another ledger, would break what every reader relies on.
  if (!intake.ok() || content.symbols != &implementation_->symbols || content.ledger_size != size()) std::abort();
  if (intake.source() == Intake::Source::bundle) return implementation_->take_bundle(content.file, content.skip);
  if (intake.added() == 0) return {};
  std::vector<Appended> result;
  result.push_back(implementation_->take_facts(content.file, content.skip, author, at));
  return result;
}

FaultList Ledger::restore(const Device& device, std::string_view lines) {
  FaultList faults;
  std::size_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    const std::string pointer = "/lines/" + std::to_string(number);
    if (end == std::string_view::npos) {
      faults.add(make_fault(CoreText::fault_record_torn, pointer));
      return faults;
    }
    auto value = read_json(line, faults);
    if (!value) return faults;
    ReadFact fact;
    InputRecord read = read_record(*value, line, pointer, number, implementation_->symbols, fact, faults);
    if (read.device != device.id)
      faults.add(make_fault(CoreText::fault_record_device, pointer + "/device", {device.id}, number));
    const Feed* feed = implementation_->find_feed(device.id);
    const Record* last =
        feed == nullptr || feed->records.empty() ? nullptr : &implementation_->records[feed->records.back()];
    if (!faults.empty() ||
        !follows(read, last == nullptr ? 0 : last->sequence, last == nullptr ? std::string_view() : last->hash,
                 last == nullptr ? 0 : last->tick, pointer, number, faults)) {
      return faults;
    }
    implementation_->append_read(read, fact, implementation_->feed_of(device));
    lines.remove_prefix(end + 1);
    ++number;
  }
  return faults;
}

void Ledger::Implementation::append_feeds(std::string& out) const {
  std::vector<const Feed*> sorted;
  for (const Feed& feed : feeds) {
    if (!feed.records.empty()) sorted.push_back(&feed);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Feed* left, const Feed* right) { return left->device.id < right->device.id; });
  out += R"("feeds":[)";
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const Feed& feed = *sorted[i];
    out += i == 0 ? "\n" : ",\n";
    out += R"({"device":)" + write_device(feed.device) + R"(,"head":{"hash":)";
    append_json_string(out, records[feed.records.back()].hash);
    out += R"(,"seq":)" + std::to_string(feed.records.size()) + R"(,"signature":null},"records":[)";
    for (std::size_t j = 0; j < feed.records.size(); ++j) {
      out += j == 0 ? "\n" : ",\n";
      out += records[feed.records[j]].bytes;
    }
    out += "\n]}";
  }
  out += "\n]}\n";
}

std::string Ledger::write_bundle() const {
  std::string out = R"({"format":"hengping.bundle","version":1,)";
  implementation_->append_feeds(out);
  return out;
}

std::string Ledger::write_ledger_file(const Device& own) const {
  std::string out = R"({"format":"hengping.ledger","version":1,"own":)" + write_device(own) + ",\n";
  implementation_->append_feeds(out);
  return out;
}

const std::vector<Feed>& Ledger::feeds() const { return implementation_->feeds; }
const std::deque<Record>& Ledger::records() const { return implementation_->records; }
const SymbolTable& Ledger::symbols() const { return implementation_->symbols; }

FactSequence Ledger::sequence() const {
  Implementation& self = *implementation_;
  if (self.in_order.size() != self.records.size()) {
    const auto earlier = [&self](const Record* left, const Record* right) {
      return std::tie(left->fact.on, left->tick, self.feeds[left->feed].device.id, left->sequence) <
             std::tie(right->fact.on, right->tick, self.feeds[right->feed].device.id, right->sequence);
    };
    // One more record among many is the usual case: only what is new is sorted, then merged.
    const auto known = static_cast<std::ptrdiff_t>(self.in_order.size());
    for (std::size_t i = self.in_order.size(); i < self.records.size(); ++i) self.in_order.push_back(&self.records[i]);
    std::sort(self.in_order.begin() + known, self.in_order.end(), earlier);
    std::inplace_merge(self.in_order.begin(), self.in_order.begin() + known, self.in_order.end(), earlier);
    self.ordered.clear();
    for (const Record* record : self.in_order) self.ordered.push_back(&record->fact);
  }
  return FactSequence{&self.symbols, self.ordered};
}

}  // namespace hengping
