#include "core/codec/record_reader.h"

#include <algorithm>
#include <utility>

#include "core/base/instant.h"
#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/facts/field_reader.h"
#include "core/facts/read_fact.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t device_digits = 32;
constexpr std::size_t salt_digits = 32;

// A whole number from 1 to 2^53, so that every reader of JSON reads the same.
std::uint64_t counting_number(FieldReader& reader, std::string_view key) {
  const JsonValue* value = reader.take(key);
  const auto decimal = value != nullptr && value->is(Kind::number) ? Decimal::parse(value->text()) : std::nullopt;
  const auto number = decimal ? decimal->scaled(0) : std::nullopt;
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  if (!number || *number < 1 || *number > limit) {
    reader.faults().add(CoreText::fault_record_number, reader.at(key));
    return 0;
  }
  return static_cast<std::uint64_t>(*number);
}

std::string hex_text(FieldReader& reader, std::string_view key, std::size_t digits) {
  std::string text = reader.text(key);
  if (!text.empty() && !is_hex(text, digits)) reader.faults().add(CoreText::fault_record_hex, reader.at(key));
  return text;
}

std::optional<Hash> previous_hash(FieldReader& reader) {
  const JsonValue* value = reader.take("prev");
  if (value != nullptr && value->is(Kind::null)) return std::nullopt;
  const auto hash = value != nullptr && value->is(Kind::string) ? hash_from_hex(value->text()) : std::nullopt;
  if (!hash) reader.faults().add(CoreText::fault_record_hex, reader.at("prev"));
  return hash;
}

std::vector<Hash> seen_hashes(FieldReader& reader) {
  std::vector<Hash> result;
  const JsonValue* seen = reader.take("seen");
  if (seen == nullptr || !seen->is(Kind::array)) {
    reader.faults().add(CoreText::fault_field_type, reader.at("seen"), {say(CoreText::type_array)});
    return result;
  }
  for (std::size_t i = 0; i < seen->items().size(); ++i) {
    const JsonValue& item = seen->items()[i];
    const auto hash = item.is(Kind::string) ? hash_from_hex(item.text()) : std::nullopt;
    if (!hash || (!result.empty() && *hash <= result.back())) {
      reader.faults().add(CoreText::fault_record_hex, reader.at("seen", i));
      return result;
    }
    result.push_back(*hash);
  }
  return result;
}

// Version 1 named what it had seen by number. It is checked to be canonical like the rest, and not used: a feed that forked has two records
// of one number.
bool seen_numbers(FieldReader& reader) {
  const JsonValue* seen = reader.take("seen");
  if (seen != nullptr && seen->is(Kind::object)) return true;
  reader.faults().add(CoreText::fault_field_type, reader.at("seen"), {say(CoreText::type_object)});
  return false;
}

void keep_as_not_understood(Record& record, const FaultList& faults) {
  record.is_fact = false;
  record.statement.reset();
  record.fault = std::make_unique<Fault>(faults.sorted().front());
}

// The body as a fact or a statement. Reading normalises it (`by` stated, money as strings), and a record is written in that form.
void read_body(JsonValue& body, const std::string& pointer, SymbolTable& symbols, Record& record) {
  FaultList faults;
  const JsonValue* kind = body.find("kind");
  if (kind != nullptr && kind->is(Kind::string) && is_statement_kind(kind->text())) {
    auto statement = read_statement(body, pointer, faults);
    if (statement) record.statement = std::make_unique<Statement>(*std::move(statement));
  } else {
    ReadFact read;
    read.record = std::make_unique<const std::string>(pointer);
    read_fact(body, 0, symbols, faults, read);
    record.is_fact = read.sound;
    record.fact = std::move(read.fact);
    for (const Mention& mention : read.mentions) {
      if (mention.defines) record.defines = Definition{true, mention.name_space, mention.symbol};
    }
  }
  if (!faults.empty()) keep_as_not_understood(record, faults);
}

// How many bytes of the record its body takes; nothing if they are not its canonical form.
std::optional<std::size_t> match_body(const JsonValue& body, std::string_view raw, const Record& record) {
  const std::string_view text = raw.substr(record.body_begin);
  auto size = match_canonical(body, text);
  if (size || !record.fault) return size;
  // What was not understood may have been changed in reading it.
  FaultList none;
  const auto anew = read_json(raw, none);
  const JsonValue* untouched = anew ? anew->find("body") : nullptr;
  if (untouched != nullptr) size = match_canonical(*untouched, text);
  return size;
}

}  // namespace

InputRecord read_record(JsonValue& value, std::string_view raw, const std::string& pointer, SymbolTable& symbols,
                        FaultList& faults) {
  InputRecord result;
  FaultSink sink(faults, Fault::no_fact);
  if (!value.is(Kind::object)) {
    sink.add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
    return result;
  }
  Record& record = result.record;
  FieldReader reader(value, pointer, sink, symbols);
  record.version = static_cast<std::uint32_t>(counting_number(reader, "v"));
  if (record.version > 2) sink.add(CoreText::fault_document_version, reader.at("v"));
  const std::string at = reader.text("at");
  if (!at.empty() && !is_instant(at)) sink.add(CoreText::fault_record_instant, reader.at("at"));
  result.device = hex_text(reader, "device", device_digits);
  result.previous = previous_hash(reader);
  const std::string salt = record.version == 1 ? std::string() : hex_text(reader, "body_salt", salt_digits);
  if (record.version == 1) {
    seen_numbers(reader);
  } else {
    result.seen = seen_hashes(reader);
  }
  record.sequence = counting_number(reader, "seq");
  record.tick = counting_number(reader, "tick");
  JsonValue* body = reader.object("body", true);
  reader.finish();
  if (sink.count() != 0 || body == nullptr) return result;
  if (result.previous.has_value() != (record.sequence > 1)) {
    sink.add(CoreText::fault_record_chain, reader.at("prev"));
    return result;
  }

  record.bytes = raw;
  record.body_begin = std::min(body_begin_of(at.size()), static_cast<std::uint32_t>(raw.size()));
  read_body(*body, reader.at("body"), symbols, record);
  const auto body_size = match_body(*body, raw, record);
  // Only one writing of a record is its canonical one; any other could be hashed to pass for a second record.
  bool is_canonical = body_size.has_value();
  if (is_canonical && record.version == 1) {
    is_canonical = match_canonical(value, raw) == raw.size();
  } else if (is_canonical) {
    RecordParts parts;
    parts.salt = salt;
    parts.device = result.device.text();
    parts.previous = result.previous;
    parts.seen = result.seen;
    parts.sequence = record.sequence;
    parts.tick = record.tick;
    is_canonical = raw.starts_with(R"({"at":")" + at + R"(","body":)") &&
                   raw.substr(record.body_begin + *body_size) == record_tail(parts);
  }
  if (!is_canonical) {
    sink.add(CoreText::fault_record_canonical, pointer);
    return result;
  }
  record.body_size = static_cast<std::uint32_t>(*body_size);
  take_hashes(record);
  return result;
}

InputRecord read_disclosure(JsonValue& value, std::string_view raw, const std::string& pointer, SymbolTable& symbols,
                            FaultList& faults) {
  InputRecord result;
  FaultSink sink(faults, Fault::no_fact);
  FieldReader reader(value, pointer, sink, symbols);
  Record& record = result.record;
  const std::string salt = hex_text(reader, "body_salt", salt_digits);
  const auto hash = hash_from_hex(reader.text("hash"));
  if (!hash) sink.add(CoreText::fault_record_hex, reader.at("hash"));
  JsonValue* body = reader.object("body", true);
  reader.finish();
  if (sink.count() != 0 || body == nullptr) return result;
  constexpr std::string_view begin = R"({"body":)";
  record.bytes = raw;
  record.proven = true;
  record.disclosed = true;
  record.shown_as = *hash;
  record.body_begin = begin.size();
  read_body(*body, reader.at("body"), symbols, record);
  const auto body_size = match_body(*body, raw, record);
  const std::string tail = R"(,"body_salt":")" + salt + R"(","hash":")" + to_hex(*hash) + "\"}";
  if (!body_size || !raw.starts_with(begin) || raw.substr(begin.size() + *body_size) != tail) {
    sink.add(CoreText::fault_record_canonical, pointer);
    return result;
  }
  record.body_size = static_cast<std::uint32_t>(*body_size);
  take_hashes(record);
  return result;
}

}  // namespace hengping
