#include "core/ledger/ledger.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <tuple>
#include <utility>

#include "core/base/order.h"
#include "core/codec/json_reader.h"
#include "core/codec/record_scanner.h"
#include "core/ledger/ledger_parts.h"
#include "core/ledger/signature.h"
#include "core/text/say.h"

namespace hengping {

Intake::Intake() : content_(std::make_unique<Content>()) {}
Intake::~Intake() = default;
Intake::Intake(Intake&&) noexcept = default;
Intake& Intake::operator=(Intake&&) noexcept = default;

const SymbolTable& Intake::symbols() const { return *content_->symbols; }

Ledger::Ledger() : implementation_(std::make_unique<Implementation>()) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

std::vector<const Fact*> Intake::facts_in_legal_order() const { return in_legal_order(content_->file); }

std::string Intake::pointer_to(const Fact& fact) const {
  const auto& facts = content_->file.facts;
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const ReadFact& one) { return &one.fact == &fact; });
  return found == facts.end() ? std::string() : found->pointer(static_cast<std::size_t>(found - facts.begin()));
}

const std::string& Intake::body_of(const Item& item) const { return content_->file.facts[item.index].canonical; }

const std::vector<std::string>& Intake::roots() const { return content_->file.roots; }
const OwnDevice* Intake::own() const { return content_->file.own ? &*content_->file.own : nullptr; }

Intake Ledger::read(std::string_view text, bool to_be_taken) const {
  const Implementation& self = *implementation_;
  Intake intake;
  Intake::Content& content = *intake.content_;
  content.symbols = &self.symbols;
  content.facts_there = self.news.size();
  content.generation = self.generation;
  const KnownRecords known{.find = [&self](std::string_view device, std::uint64_t sequence,
                                           std::string_view raw) { return self.find_known(device, sequence, raw); },
                           .record = [&self](std::uint32_t record) -> const Record& { return self.records[record]; },
                           .next = [&self](std::uint32_t record) { return self.next_of(record); },
                           .previous = [&self](std::uint32_t record) { return self.previous_of(record); }};
  content.file = read_input_file(text, self.symbols, to_be_taken ? InputFile::Keep::records : InputFile::Keep::facts,
                                 intake.faults_, known);
  intake.source_ = content.file.source;
  static_cast<void>(sequence());  // brought up to date, for facts are judged against it
  return intake;
}

Intake Ledger::examine(std::string_view text, const Policy& policy, const Device* author) const {
  Intake intake = read(text, true);
  if (!intake.content_->file.readable) return intake;
  if (intake.source_ == Intake::Source::facts) {
    implementation_->examine_facts(intake, policy, author);
  } else if (intake.ok()) {
    implementation_->examine_bundle(intake);
    if (intake.ok()) implementation_->examine_attachments(intake);
  }
  return intake;
}

Intake Ledger::examine_for_answer(std::string_view text, const Policy& policy) const {
  Intake intake = read(text, false);
  if (!intake.content_->file.readable) return intake;
  if (intake.source_ == Intake::Source::facts) {
    implementation_->check_facts(intake, policy);
  } else if (intake.ok()) {
    implementation_->examine_bundle(intake);
  }
  return intake;
}

namespace {

/// Does it all, or leaves the ledger as it was when memory runs out.
template <class Work>
std::vector<Appended> all_or_nothing(Ledger::Implementation& ledger, const Work& work) {
  const std::size_t records_before = ledger.records.size();
  const std::uint64_t tick_before = ledger.tick;
  const auto extracts_before = static_cast<std::ptrdiff_t>(ledger.extracts.size());
  try {
    work();
    std::vector<Appended> appended = ledger.appended_since(records_before);
    ledger.judge();
    return appended;
  } catch (const std::bad_alloc&) {
    ledger.take_back(records_before, tick_before);
    ledger.extracts.erase(ledger.extracts.begin() + extracts_before, ledger.extracts.end());
    throw;
  }
}

}  // namespace

std::vector<Appended> Ledger::take(Intake intake, const Author& author) {
  Implementation& self = *implementation_;
  Intake::Content& content = *intake.content_;
  // Taking in what was refused, or examined against another ledger, would break what every reader relies on.
  const bool unchanged = content.facts_there == self.news.size() && content.generation == self.generation;
  if (!intake.ok() || content.symbols != &self.symbols || !unchanged) std::abort();
  auto appended = all_or_nothing(self, [&] {
    if (intake.source() == Intake::Source::bundle) {
      self.take_bundle(content);
    } else if (intake.added() > 0) {
      self.take_facts(content, author);
    }
  });
  self.adopt_heads(content.file.feeds);
  return appended;
}

void Ledger::open(Intake intake) {
  if (const OwnDevice* own = intake.own()) implementation_->own = own->device.id;
  implementation_->roots = intake.roots();
  merge(std::move(intake));
}

void Ledger::merge(Intake intake) {
  static const Device nobody;
  static const std::function<std::string(std::size_t)> no_chance;
  static_cast<void>(
      take(std::move(intake), Author{nobody, {}, no_chance}));  // a bundle's records keep their own authors
}

Appended Ledger::state(const Statement& statement, const Author& author) {
  Implementation& self = *implementation_;
  auto appended = all_or_nothing(self, [&] {
    Record record;
    record.statement = std::make_unique<Statement>(statement);
    self.make_record(write_statement(statement), author, std::move(record), self.newly_seen(author.device.id),
                     self.own_strand(author.device.id));
  });
  return std::move(appended.front());
}

FaultList Ledger::restore(const Device& device, std::string_view lines, std::string_view end_hash) {
  Implementation& self = *implementation_;
  FaultList faults;
  std::deque<InputRecord> read;
  const KnownRecords none;
  RecordScanner scanner(self.symbols, none);
  const auto pointer_to = [](std::size_t line) { return "/lines/" + std::to_string(line); };
  while (!lines.empty() && faults.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    const std::string pointer = pointer_to(read.size());
    if (end == std::string_view::npos) {
      faults.add(make_fault(CoreText::fault_record_torn, pointer));
      break;
    }
    lines.remove_prefix(end + 1);
    InputRecord next;
    if (line.empty() || scanner.read(line, nullptr, next) != line.size()) {
      auto value = read_json(line, faults);
      if (!value) break;
      next = read_record(*value, line, pointer, self.symbols, faults);
      if (!faults.empty()) break;
    }
    if (next.device.text() != device.id) {
      faults.add(make_fault(CoreText::fault_record_device, pointer + "/device", {device.id}));
    } else if (!read.empty() && next.previous != read.back().record.hash) {
      faults.add(make_fault(CoreText::fault_record_altered, pointer_to(read.size() - 1)));
    } else {
      read.push_back(std::move(next));
    }
  }
  if (faults.empty() && !read.empty() && !to_hex(read.back().record.hash).starts_with(end_hash))
    faults.add(make_fault(CoreText::fault_record_altered, pointer_to(read.size() - 1)));
  // Each record is vouched for by the one that follows it; before what is at fault, nothing is.
  if (!faults.empty() && !read.empty()) read.pop_back();
  for (InputRecord& one : read) {
    if (self.find(one.record.hash) != Record::nowhere) continue;
    const std::uint32_t strand = self.strand_for(device, one.previous, one.record);
    self.append(std::move(one.record), strand, one.seen);
  }
  return faults;
}

bool Ledger::restore_head(const Device& device, const SignedHead& head) {
  Implementation& self = *implementation_;
  const auto key = from_hex(device.key, public_key_bytes);
  if (!key || !verify_signature(head_message(device.id, head.head), head.signature, *key)) return false;
  const std::uint32_t end = self.find(head.head.hash);
  if (end == Record::nowhere) {
    self.awaited_heads.push_back(AwaitedHead{device.id, head});
    return false;
  }
  Feed& feed = self.feeds[self.records[end].feed];
  if (feed.device != device || self.records[end].sequence != head.head.sequence) return false;
  if (!feed.head || feed.head->head.sequence < head.head.sequence) feed.head = head;
  return true;
}

std::optional<HeadToSign> Ledger::head_to_sign(std::string_view device_id) const {
  const Implementation& self = *implementation_;
  const std::uint32_t strand = self.strand_to_sign(device_id);
  if (strand == Record::nowhere || self.feeds[strand].device.key.empty()) return std::nullopt;
  const Feed& feed = self.feeds[strand];
  const Record& last = self.records[feed.records.back()];
  HeadToSign result;
  result.feed = strand;
  result.head = Head{last.sequence, last.hash, self.bodies_up_to(feed.records.back())};
  result.message = head_message(device_id, result.head);
  return result;
}

bool Ledger::accept_signature(const HeadToSign& head, std::string_view signature) {
  return restore_head(implementation_->feeds[head.feed].device, SignedHead{head.head, std::string(signature)});
}

std::vector<SignedHead> Ledger::signed_heads(std::string_view device_id) const {
  std::vector<SignedHead> heads;
  for (const Feed& strand : feeds()) {
    if (strand.device.id == device_id && strand.head) heads.push_back(*strand.head);
  }
  for (const AwaitedHead& one : implementation_->awaited_heads) {
    if (one.device == device_id) heads.push_back(one.head);
  }
  return heads;
}

namespace {

/// Puts the new value in the place of what is known and judges anew; if memory runs out, all is as before.
template <class Value>
void replace_and_judge(Ledger::Implementation& ledger, Value& known, Value value) {
  known.swap(value);
  try {
    ledger.judge();
  } catch (const std::bad_alloc&) {
    known.swap(value);
    throw;
  }
}

}  // namespace

void Ledger::set_own_device(std::string_view device_id) {
  replace_and_judge(*implementation_, implementation_->own, std::string(device_id));
}

void Ledger::set_roots(std::vector<std::string> device_ids) {
  put_in_order(device_ids);
  replace_and_judge(*implementation_, implementation_->roots, std::move(device_ids));
}

const std::vector<std::string>& Ledger::roots() const { return implementation_->roots; }

std::vector<std::string> Ledger::founders() const {
  const Implementation& self = *implementation_;
  std::vector<std::string> found;
  for (const Record& record : self.records) {
    if (!record.statement || !std::holds_alternative<BureauFounded>(record.statement->body)) continue;
    const Device& device = self.feeds[record.feed].device;
    if (device.role == Role::bureau) found.push_back(device.id);
  }
  put_in_order(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

const std::vector<DeviceRights>& Ledger::rights() const { return implementation_->rights; }
const std::vector<Feed>& Ledger::feeds() const { return implementation_->feeds; }
const std::vector<Extract>& Ledger::extracts() const { return implementation_->extracts; }
const std::deque<Record>& Ledger::records() const { return implementation_->records; }
std::uint32_t Ledger::find(const Hash& hash) const { return implementation_->find(hash); }
std::uint32_t Ledger::record_of(std::uint32_t feed, std::uint64_t sequence) const {
  const auto& numbers = feeds()[feed].records;
  const std::uint64_t first = records()[numbers.front()].sequence;
  return sequence < first || sequence - first >= numbers.size() ? Record::nowhere : numbers[to_index(sequence - first)];
}

std::uint32_t Ledger::before(std::uint32_t feed) const { return implementation_->before(feed); }
bool Ledger::knows(std::uint32_t later, std::uint32_t earlier) const { return implementation_->knows(later, earlier); }
const SymbolTable& Ledger::symbols() const { return implementation_->symbols; }

FactSequence Ledger::sequence() const {
  const Implementation& self = *implementation_;
  if (self.ordered_generation != self.generation) {
    self.in_order.clear();
    self.ordered_news = 0;
    self.ordered_generation = self.generation;
  }
  if (self.ordered_news != self.news.size()) {
    const auto earlier = [&self](const Record* left, const Record* right) {
      return std::tie(left->fact.on, left->tick, self.feeds[left->feed].device.id, left->sequence, left->hash) <
             std::tie(right->fact.on, right->tick, self.feeds[right->feed].device.id, right->sequence, right->hash);
    };
    // In the end there are as many as have come. Room for them now, so that half of it is never done.
    make_room_for(self.in_order, self.news.size() - self.ordered_news);
    self.ordered.clear();
    make_room_for(self.ordered, self.news.size());
    // One more record among many is the usual case: only what is new is sorted, then merged.
    const auto known = static_cast<std::ptrdiff_t>(self.in_order.size());
    for (; self.ordered_news < self.news.size(); ++self.ordered_news)
      self.in_order.push_back(&self.records[self.news[self.ordered_news]]);
    std::sort(self.in_order.begin() + known, self.in_order.end(), earlier);
    std::inplace_merge(self.in_order.begin(), self.in_order.begin() + known, self.in_order.end(), earlier);
    for (const Record* record : self.in_order) self.ordered.push_back(&record->fact);
  } else if (self.in_order.empty()) {
    self.ordered.clear();
  }
  return FactSequence{&self.symbols, self.ordered, self.generation};
}

}  // namespace hengping
