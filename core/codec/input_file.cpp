#include "core/codec/input_file.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>

#include "core/codec/bundle_reader.h"
#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/codec/record_scanner.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Kind = JsonValue::Kind;

constexpr std::array<std::string_view, 2> facts_path = {"facts", "*"};
constexpr std::int64_t newest_bundle = 3;
constexpr std::array<std::string_view, 4> records_path = {"feeds", "*", "records", "*"};
constexpr std::array<std::string_view, 2> attachments_path = {"attachments", "*"};
constexpr std::size_t path_of_facts = 0;
constexpr std::size_t path_of_attachments = 2;

struct Gathered {
  InputFile file;
  bool facts_seen = false;
  bool records_seen = false;

  InputFeed& feed(std::size_t index) {
    if (file.feeds.size() <= index) file.feeds.resize(index + 1);
    return file.feeds[index];
  }
};

void read_streamed(const StreamedElement& element, Gathered& gathered, SymbolTable& symbols, InputFile::Keep keep,
                   const KnownRecords& known, FaultList& faults) {
  InputFile& file = gathered.file;
  if (element.path == path_of_attachments) {
    file.attachments.push_back(element.raw);
    return;
  }
  const std::size_t index = file.facts.size();
  if (element.path == path_of_facts) {
    gathered.facts_seen = true;
    ReadFact& fact = file.facts.emplace_back();
    // They differ only where records stand before facts, in a file that is refused for that.
    if (index != element.indices[0])
      fact.record = std::make_unique<const std::string>("/facts/" + std::to_string(element.indices[0]));
    read_fact(element.value, index, symbols, faults, fact);
    if (keep == InputFile::Keep::records && fact.sound) {
      constexpr std::size_t stated = sizeof R"(,"by":"bureau")";
      fact.canonical.reserve(element.raw.size() + stated);
      append_canonical(fact.canonical, element.value);
    }
    return;
  }
  gathered.records_seen = true;
  const std::size_t feed = element.indices[0];
  gathered.feed(feed).records.push_back(read_bundle_record(element, symbols, known, faults));
}

// Where the record that begins there ends, if it can be read quickly.
const char* read_quickly(const char* begin, const char* end, std::size_t feed, Gathered& gathered,
                         RecordScanner& scanner) {
  auto& records = gathered.feed(feed).records;
  const InputRecord* before = records.empty() ? nullptr : &records.back();
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  const std::size_t size = scanner.read(text, before, records.emplace_back());
  if (size == 0) {
    records.pop_back();
    return nullptr;
  }
  gathered.records_seen = true;
  return begin + size;
}

void finish_facts(const JsonValue& document, Gathered& gathered, FaultList& faults) {
  check_members(document, {"format", "version", "facts"}, faults);
  check_list(document, "facts", faults);
  gathered.file.source = Intake::Source::facts;
  gathered.file.readable = !gathered.records_seen;
}

}  // namespace

void check_members(const JsonValue& document, std::initializer_list<std::string_view> known, FaultList& faults) {
  for (const auto& [key, value] : document.members()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      faults.add(make_fault(CoreText::fault_field_unknown, "/" + pointer_token(key), {key}));
    }
  }
}

void check_list(const JsonValue& document, const std::string& key, FaultList& faults) {
  const JsonValue* list = document.find(key);
  if (list == nullptr) {
    faults.add(make_fault(CoreText::fault_field_missing, "/" + key, {key}));
  } else if (!list->is(Kind::array)) {
    faults.add(make_fault(CoreText::fault_field_type, "/" + key, {say(CoreText::type_array)}));
  }
}

InputFile read_input_file(std::string_view text, SymbolTable& symbols, InputFile::Keep keep, FaultList& faults,
                          const KnownRecords& known) {
  static constexpr std::array<StreamPath, 3> paths = {StreamPath(facts_path), StreamPath(records_path),
                                                      StreamPath(attachments_path)};
  Gathered gathered;
  FaultList found;
  RecordScanner scanner(symbols, known);
  const char* const text_end = text.data() + text.size();
  auto document = read_json(
      text, found, paths,
      [&](const StreamedElement& element) { read_streamed(element, gathered, symbols, keep, known, found); },
      [&](std::span<const std::size_t> indices, const char* begin) {
        return indices.size() == 1 ? nullptr : read_quickly(begin, text_end, indices[0], gathered, scanner);
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
  const bool is_bundle = name == "hengping.bundle" || name == "hengping.ledger";
  std::int64_t number = 0;
  if (version == nullptr) {
    found.add(make_fault(CoreText::fault_field_missing, "/version", {"version"}));
  } else {
    const auto decimal = version->is(Kind::number) ? Decimal::parse(version->text()) : std::nullopt;
    number = decimal ? decimal->scaled(0).value_or(0) : 0;
    if (number < 1 || number > (is_bundle ? newest_bundle : 1))
      found.add(make_fault(CoreText::fault_document_version, "/version"));
  }
  if (is_bundle) {
    gathered.file.source = Intake::Source::bundle;
    finish_bundle(*document, name == "hengping.ledger", number, gathered.file, known, found);
    gathered.file.readable = !gathered.facts_seen;
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
  std::sort(reads.begin(), reads.end(),
            [](const ReadFact* left, const ReadFact* right) { return comes_before(*left, *right); });
  std::vector<const Fact*> ordered;
  ordered.reserve(reads.size());
  for (const ReadFact* read : reads) ordered.push_back(&read->fact);
  return ordered;
}

}  // namespace hengping
