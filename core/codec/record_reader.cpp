// One record of a feed, from its exact bytes (core/ledger/FORMAT.md).
#include <algorithm>

#include "core/codec/canonical.h"
#include "core/codec/input_file.h"
#include "core/facts/names.h"
#include "core/ledger/digest.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t hash_digits = 64;
constexpr std::size_t device_digits = 32;
constexpr std::size_t key_digits = 64;

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char digit) {
           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
         });
}

// 2026-11-23T05:31:08Z, with or without milliseconds: what a device claims, for display.
bool is_instant(std::string_view text) {
  if (text.size() != 20 && text.size() != 24) return false;
  const std::string_view pattern = text.size() == 20 ? "dddd-dd-ddTdd:dd:ddZ" : "dddd-dd-ddTdd:dd:dd.dddZ";
  return std::equal(text.begin(), text.end(), pattern.begin(), [](char character, char expected) {
    return expected == 'd' ? character >= '0' && character <= '9' : character == expected;
  });
}

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

void read_seen(FieldReader& reader, InputRecord& result) {
  JsonValue* seen = reader.take("seen");
  if (seen == nullptr || !seen->is(Kind::object)) {
    reader.faults().add(CoreText::fault_field_type, reader.at("seen"), {say(CoreText::type_object)});
    return;
  }
  FieldReader fields(*seen, reader.at("seen"), reader.faults(), reader.symbols());
  for (const auto& member : seen->members()) {
    if (!is_hex(member.first, device_digits)) reader.faults().add(CoreText::fault_record_hex, fields.at(member.first));
    result.seen.emplace_back(member.first, counting_number(fields, member.first));
  }
}

}  // namespace

InputRecord read_record(JsonValue& value, std::string_view raw, const std::string& pointer, std::size_t index,
                        SymbolTable& symbols, ReadFact& fact, FaultList& faults) {
  InputRecord result;
  FaultSink sink(faults, index);
  if (!value.is(Kind::object)) {
    sink.add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
    return result;
  }
  Record& record = result.record;
  record.bytes = raw;
  record.hash = sha256_hex(raw);
  // Only one writing of a record is its canonical one; any other could be hashed to pass for a second record.
  if (canonical(value) != raw) sink.add(CoreText::fault_record_canonical, pointer);

  FieldReader reader(value, pointer, sink, symbols);
  record.at = reader.text("at");
  if (!record.at.empty() && !is_instant(record.at)) sink.add(CoreText::fault_record_instant, reader.at("at"));
  const std::string device = reader.text("device");
  if (!device.empty() && !is_hex(device, device_digits)) sink.add(CoreText::fault_record_hex, reader.at("device"));
  result.device = device;
  const JsonValue* previous = reader.take("prev");
  if (previous != nullptr && previous->is(Kind::string) && is_hex(previous->text(), hash_digits)) {
    result.previous = previous->text();
  } else if (previous == nullptr || !previous->is(Kind::null)) {
    sink.add(CoreText::fault_record_hex, reader.at("prev"));
  }
  read_seen(reader, result);
  record.sequence = counting_number(reader, "seq");
  record.tick = counting_number(reader, "tick");
  if (counting_number(reader, "v") != 1) sink.add(CoreText::fault_document_version, reader.at("v"));

  JsonValue* body = reader.take("body");
  if (body == nullptr) {
    sink.add(CoreText::fault_field_missing, reader.at("body"), {"body"});
  } else {
    fact.record = std::make_unique<const std::string>(reader.at("body"));
    read_fact(*body, index, symbols, faults, fact);
    fact.canonical = canonical(*body);
    std::string before = R"({"at":)";
    append_json_string(before, record.at);
    before += R"(,"body":)";
    record.body_begin = static_cast<std::uint32_t>(before.size());
    record.body_size = static_cast<std::uint32_t>(fact.canonical.size());
    // Reading normalises (`by` stated, money as strings); a record is written in that form from the start.
    if (before.size() > raw.size() || record.body() != fact.canonical)
      sink.add(CoreText::fault_record_canonical, reader.at("body"));
  }
  reader.finish();
  return result;
}

bool follows(const InputRecord& record, std::uint64_t count, std::string_view last_hash, std::uint64_t last_tick,
             const std::string& pointer, std::size_t index, FaultList& faults) {
  if (record.record.sequence != count + 1) {
    faults.add(make_fault(CoreText::fault_record_sequence, pointer + "/seq", {std::to_string(count + 1)}, index));
    return false;
  }
  if (record.previous != last_hash) {
    faults.add(make_fault(CoreText::fault_record_chain, pointer + "/prev", {}, index));
    return false;
  }
  if (record.record.tick <= last_tick) {
    faults.add(make_fault(CoreText::fault_record_tick, pointer + "/tick", {}, index));
    return false;
  }
  return true;
}

Device read_device_value(JsonValue& value, const std::string& pointer, FaultList& faults) {
  Device device;
  FaultSink sink(faults, Fault::no_fact);
  if (!value.is(Kind::object)) {
    sink.add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
    return device;
  }
  SymbolTable no_symbols;
  FieldReader reader(value, pointer, sink, no_symbols);
  device.id = reader.text("id");
  if (!device.id.empty() && !is_hex(device.id, device_digits)) sink.add(CoreText::fault_record_hex, reader.at("id"));
  device.role = reader.choice("role", role_choices).value_or(Role::bureau);
  device.name = reader.optional_text("name").value_or("");
  const JsonValue* key = reader.take("key");
  if (key != nullptr && key->is(Kind::string) && is_hex(key->text(), key_digits)) {
    device.key = key->text();
  } else if (key == nullptr || !key->is(Kind::null)) {
    sink.add(CoreText::fault_record_hex, reader.at("key"));
  }
  reader.finish();
  return device;
}

}  // namespace hengping
