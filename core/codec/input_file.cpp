#include "core/codec/input_file.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <tuple>

#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Kind = JsonValue::Kind;

constexpr std::array<std::string_view, 2> facts_path = {"facts", "*"};
constexpr std::array<std::string_view, 4> records_path = {"feeds", "*", "records", "*"};

struct Gathered {
  InputFile file;
  bool facts_seen = false;
  bool records_seen = false;
};

void read_streamed(const StreamedElement& element, Gathered& gathered, SymbolTable& symbols, InputFile::Keep keep,
                   FaultList& faults) {
  InputFile& file = gathered.file;
  const std::size_t index = file.facts.size();
  if (element.indices.size() == 1) {
    gathered.facts_seen = true;
    ReadFact& fact = file.facts.emplace_back();
    // They differ only where records stand before facts, in a file that is refused for that.
    if (index != element.indices[0])
      fact.record = std::make_unique<const std::string>("/facts/" + std::to_string(element.indices[0]));
    read_fact(element.value, index, symbols, faults, fact);
    if (keep == InputFile::Keep::records && fact.sound) fact.canonical = canonical(element.value);
    return;
  }
  gathered.records_seen = true;
  const std::size_t feed = element.indices[0];
  if (file.feeds.size() <= feed) file.feeds.resize(feed + 1);
  const std::string pointer = "/feeds/" + std::to_string(feed) + "/records/" + std::to_string(element.indices[1]);
  ReadFact& fact = file.facts.emplace_back();
  InputRecord record = read_record(element.value, element.raw, pointer, index, symbols, fact, faults);
  record.fact = index;
  file.feeds[feed].records.push_back(std::move(record));
}

void check_members(const JsonValue& document, std::initializer_list<std::string_view> known, FaultList& faults) {
  for (const auto& [key, value] : document.members()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      faults.add(make_fault(CoreText::fault_field_unknown, "/" + pointer_token(key), {key}));
    }
  }
}

// A member of the document that must be a list; its elements have been streamed away.
void check_list(const JsonValue& document, const std::string& key, FaultList& faults) {
  const JsonValue* list = document.find(key);
  if (list == nullptr) {
    faults.add(make_fault(CoreText::fault_field_missing, "/" + key, {key}));
  } else if (!list->is(Kind::array)) {
    faults.add(make_fault(CoreText::fault_field_type, "/" + key, {say(CoreText::type_array)}));
  }
}

void read_feed(JsonValue& value, InputFeed& feed, std::size_t index, FaultList& faults) {
  const std::string pointer = "/feeds/" + std::to_string(index);
  if (!value.is(Kind::object)) {
    faults.add(make_fault(CoreText::fault_field_type, pointer, {say(CoreText::type_object)}));
    return;
  }
  SymbolTable no_symbols;
  FaultSink sink(faults, Fault::no_fact);
  FieldReader reader(value, pointer, sink, no_symbols);
  if (JsonValue* device = reader.take("device")) {
    feed.device = read_device_value(*device, reader.at("device"), faults);
  } else {
    sink.add(CoreText::fault_field_missing, reader.at("device"), {"device"});
  }
  JsonValue* head = reader.take("head");
  if (head == nullptr || !head->is(Kind::object)) {
    sink.add(CoreText::fault_field_missing, reader.at("head"), {"head"});
  } else {
    FieldReader fields(*head, reader.at("head"), sink, no_symbols);
    feed.head_hash = fields.text("hash");
    const JsonValue* sequence = fields.take("seq");
    const auto number =
        sequence != nullptr && sequence->is(Kind::number) ? Decimal::parse(sequence->text()) : std::nullopt;
    feed.head_sequence = static_cast<std::uint64_t>(number ? number->scaled(0).value_or(0) : 0);
    // Keys come with enrolment; until then a signature cannot be checked and must not be claimed.
    const JsonValue* signature = fields.take("signature");
    if (signature == nullptr || !signature->is(Kind::null))
      sink.add(CoreText::fault_bundle_signature, fields.at("signature"));
    fields.finish();
  }
  JsonValue* records = reader.take("records");
  if (records == nullptr || !records->is(Kind::array))
    sink.add(CoreText::fault_field_missing, reader.at("records"), {"records"});
  reader.finish();
}

// Each feed by itself: records in sequence, chained by hash, ending in the head.
void check_feed(const InputFeed& feed, std::size_t index, FaultList& faults) {
  const std::string pointer = "/feeds/" + std::to_string(index);
  if (feed.records.empty()) {
    faults.add(make_fault(CoreText::fault_field_empty_list, pointer + "/records"));
    return;
  }
  std::uint64_t count = 0;
  std::string_view last_hash;
  std::uint64_t last_tick = 0;
  for (std::size_t i = 0; i < feed.records.size(); ++i) {
    const InputRecord& record = feed.records[i];
    const std::string place = pointer + "/records/" + std::to_string(i);
    if (record.device != feed.device.id) {
      faults.add(make_fault(CoreText::fault_record_device, place + "/device", {feed.device.id}, record.fact));
      return;
    }
    if (!follows(record, count, last_hash, last_tick, place, record.fact, faults))
      return;  // what comes after it follows nothing
    count = record.record.sequence;
    last_hash = record.record.hash;
    last_tick = record.record.tick;
  }
  if (feed.head_hash != last_hash || feed.head_sequence != count) {
    faults.add(make_fault(CoreText::fault_bundle_head, pointer + "/head"));
  }
}

// Positions among all records of a bundle: by tick, then by device, then by sequence, whatever order the feeds stand in.
void place_records(InputFile& file) {
  struct Entry {
    const InputRecord* record;
    std::string_view device;
  };
  std::vector<Entry> entries;
  entries.reserve(file.facts.size());
  for (const InputFeed& feed : file.feeds) {
    for (const InputRecord& record : feed.records) entries.push_back(Entry{&record, feed.device.id});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
    return std::tie(left.record->record.tick, left.device, left.record->record.sequence) <
           std::tie(right.record->record.tick, right.device, right.record->record.sequence);
  });
  for (std::size_t i = 0; i < entries.size(); ++i)
    file.facts[entries[i].record->fact].place = static_cast<std::int64_t>(i);
}

void finish_facts(const JsonValue& document, Gathered& gathered, FaultList& faults) {
  check_members(document, {"format", "version", "facts"}, faults);
  check_list(document, "facts", faults);
  gathered.file.source = Intake::Source::facts;
  gathered.file.readable = !gathered.records_seen;
}

void finish_bundle(JsonValue& document, bool ledger_file, Gathered& gathered, FaultList& faults) {
  if (ledger_file) {
    check_members(document, {"format", "version", "own", "feeds"}, faults);
  } else {
    check_members(document, {"format", "version", "feeds"}, faults);
  }
  check_list(document, "feeds", faults);
  InputFile& file = gathered.file;
  file.source = Intake::Source::bundle;
  JsonValue* feeds = nullptr;
  for (auto& member : document.members()) {
    if (member.first == "feeds" && member.second.is(Kind::array)) feeds = &member.second;
  }
  if (feeds == nullptr) return;
  file.feeds.resize(std::max(file.feeds.size(), feeds->items().size()));
  for (std::size_t i = 0; i < feeds->items().size(); ++i) {
    InputFeed& feed = file.feeds[i];
    read_feed(feeds->items()[i], feed, i, faults);
    check_feed(feed, i, faults);
    for (std::size_t j = 0; j < i; ++j) {
      if (file.feeds[j].device.id == feed.device.id) {
        faults.add(make_fault(CoreText::fault_bundle_feed_twice, "/feeds/" + std::to_string(i) + "/device/id",
                              {feed.device.id}));
      }
    }
  }
  place_records(file);
  file.readable = !gathered.facts_seen;
}

}  // namespace

InputFile read_input_file(std::string_view text, SymbolTable& symbols, InputFile::Keep keep, FaultList& faults) {
  static constexpr std::array<StreamPath, 2> paths = {StreamPath(facts_path), StreamPath(records_path)};
  Gathered gathered;
  FaultList found;
  auto document = read_json(text, found, paths, [&](const StreamedElement& element) {
    read_streamed(element, gathered, symbols, keep, found);
  });
  if (!document) {
    // What was found before the text broke off is of a document that is none: only where it breaks off is reported.
    faults.add(found.sorted().front());
    return {};
  }
  if (!document->is(Kind::object)) {
    faults.add(make_fault(CoreText::fault_field_type, "", {say(CoreText::type_object)}));
    return {};
  }
  const JsonValue* format = document->find("format");
  const JsonValue* version = document->find("version");
  const std::string name = format != nullptr && format->is(Kind::string) ? format->text() : std::string();
  if (format == nullptr) {
    found.add(make_fault(CoreText::fault_field_missing, "/format", {"format"}));
  } else if (name != "hengping.facts" && name != "hengping.bundle" && name != "hengping.ledger") {
    found.add(make_fault(CoreText::fault_document_format, "/format"));
  }
  if (version == nullptr) {
    found.add(make_fault(CoreText::fault_field_missing, "/version", {"version"}));
  } else {
    const auto number = version->is(Kind::number) ? Decimal::parse(version->text()) : std::nullopt;
    if (!number || number->scaled(0) != 1) found.add(make_fault(CoreText::fault_document_version, "/version"));
  }
  if (name == "hengping.bundle" || name == "hengping.ledger") {
    finish_bundle(*document, name == "hengping.ledger", gathered, found);
  } else {
    finish_facts(*document, gathered, found);
  }
  faults.take(std::move(found));
  return std::move(gathered.file);
}

namespace {

/// The sound facts in the order of the file, and what their order takes.
struct Sound {
  std::size_t count = 0;
  CivilDate first = CivilDate::after_all();
  CivilDate last = CivilDate::before_all();
  bool places_rise = true;  // each fact's place is after the one before it in the file
};

Sound survey(const InputFile& file) {
  Sound sound;
  std::int64_t place = -1;
  for (const ReadFact& read : file.facts) {
    if (!read.sound) continue;
    ++sound.count;
    sound.first = std::min(sound.first, read.fact.on);
    sound.last = std::max(sound.last, read.fact.on);
    sound.places_rise = sound.places_rise && read.place > place;
    place = read.place;
  }
  return sound;
}

// A facts file's own order decides within a day: a slot for every day holds where its facts go.
std::vector<const Fact*> by_day(const InputFile& file, const Sound& sound) {
  std::vector<std::size_t> starts(static_cast<std::size_t>(sound.last - sound.first) + 2, 0);
  const auto day_of = [&sound](const ReadFact& read) { return static_cast<std::size_t>(read.fact.on - sound.first); };
  for (const ReadFact& read : file.facts) {
    if (read.sound) ++starts[day_of(read) + 1];
  }
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  std::vector<const Fact*> ordered(sound.count);
  for (const ReadFact& read : file.facts) {
    if (read.sound) ordered[starts[day_of(read)]++] = &read.fact;
  }
  return ordered;
}

}  // namespace

std::vector<const Fact*> in_legal_order(const InputFile& file) {
  const Sound sound = survey(file);
  if (sound.count == 0) return {};
  // All dates there are make 384,000 days.
  if (sound.places_rise) return by_day(file, sound);
  std::vector<const ReadFact*> reads;
  reads.reserve(sound.count);
  for (const ReadFact& read : file.facts) {
    if (read.sound) reads.push_back(&read);
  }
  std::sort(reads.begin(), reads.end(), [](const ReadFact* left, const ReadFact* right) {
    return std::tie(left->fact.on, left->place) < std::tie(right->fact.on, right->place);
  });
  std::vector<const Fact*> ordered;
  ordered.reserve(reads.size());
  for (const ReadFact* read : reads) ordered.push_back(&read->fact);
  return ordered;
}

}  // namespace hengping
