#include "core/codec/bundle_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/facts/field_reader.h"
#include "core/ledger/signature.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Kind = JsonValue::Kind;

std::uint64_t whole_number(const JsonValue* value) {
  const auto number = value != nullptr && value->is(Kind::number) ? Decimal::parse(value->text()) : std::nullopt;
  return static_cast<std::uint64_t>(number ? number->scaled(0).value_or(0) : 0);
}

std::string pointer_to_feed(std::size_t index) { return "/feeds/" + std::to_string(index); }

/// Of a device without a key both must be null, and so they were in version 1.
void read_signature(FieldReader& fields, const Device& device, std::int64_t version, SignedHead& head) {
  const JsonValue* signature = fields.take("signature");
  const JsonValue* bodies = version == 1 ? nullptr : fields.take("bodies");
  const auto is_null = [](const JsonValue* value) { return value != nullptr && value->is(Kind::null); };
  if (device.key.empty()) {
    if (!is_null(signature)) fields.faults().add(CoreText::fault_bundle_signature, fields.at("signature"));
    if (version != 1 && !is_null(bodies)) fields.faults().add(CoreText::fault_record_hex, fields.at("bodies"));
    return;
  }
  const auto root = bodies != nullptr && bodies->is(Kind::string) ? hash_from_hex(bodies->text()) : std::nullopt;
  if (!root) fields.faults().add(CoreText::fault_record_hex, fields.at("bodies"));
  const auto bytes =
      signature != nullptr && signature->is(Kind::string) ? from_hex(signature->text(), signature_bytes) : std::nullopt;
  if (!bytes) fields.faults().add(CoreText::fault_record_hex, fields.at("signature"));
  if (!root || !bytes) return;
  head.head.bodies = *root;
  head.signature = *bytes;
}

std::optional<SetProof> read_proof(JsonValue& value, const std::string& pointer, FaultList& faults) {
  SetProof proof;
  FaultSink sink(faults, Fault::no_fact);
  if (!value.is(Kind::object)) {
    sink.add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
    return proof;
  }
  SymbolTable no_symbols;
  FieldReader reader(value, pointer, sink, no_symbols);
  proof.size = whole_number(reader.take("size"));
  const auto list = [&](std::string_view key, const auto& read) {
    const JsonValue* items = reader.take(key);
    if (items == nullptr || !items->is(Kind::array)) {
      sink.add(CoreText::fault_field_type, reader.at(key), {say(CoreText::type_array)});
      return;
    }
    for (std::size_t i = 0; i < items->items().size(); ++i) {
      if (!read(items->items()[i])) sink.add(CoreText::fault_record_hex, reader.at(key, i));
    }
  };
  list("places", [&proof](const JsonValue& item) {
    proof.places.push_back(whole_number(&item));
    return item.is(Kind::number) && item.text() == std::to_string(proof.places.back());
  });
  list("hashes", [&proof](const JsonValue& item) {
    const auto hash = item.is(Kind::string) ? hash_from_hex(item.text()) : std::nullopt;
    if (hash) proof.hashes.push_back(*hash);
    return hash.has_value();
  });
  reader.finish();
  return proof;
}

bool signature_holds(const InputFeed& feed) {
  const auto key = from_hex(feed.device.key, public_key_bytes);
  return key && verify_signature(head_message(feed.device.id, feed.head.head), feed.head.signature, *key);
}

/// Part of a feed: each record is proven to belong to the set that the device has signed.
void check_shown(InputFeed& feed, std::size_t index, const KnownRecords& known, FaultList& faults) {
  const std::string pointer = pointer_to_feed(index);
  if (feed.records.empty()) {
    faults.add(make_fault(CoreText::fault_field_empty_list, pointer + "/records"));
    return;
  }
  if (!signature_holds(feed)) {
    faults.add(make_fault(CoreText::fault_bundle_signature_wrong, pointer + "/head/signature", {feed.device.id}));
    return;
  }
  std::vector<SetLeaf> shown;
  for (std::size_t i = 0; i < feed.records.size(); ++i) {
    InputRecord& read = feed.records[i];
    if (!read.record.disclosed && read.device.text() != feed.device.id) {
      faults.add(make_fault(CoreText::fault_record_device, pointer + "/records/" + std::to_string(i) + "/device",
                            {feed.device.id}));
      return;
    }
    const Record& record = read.known == Record::nowhere ? read.record : known.record(read.known);
    shown.push_back(leaf_of(record));
    if (read.record.disclosed)
      read.record.hash = disclosure_name(feed.device.id, shown.back().commitment, shown.back().hash);
  }
  std::sort(shown.begin(), shown.end());
  if (proven_root(shown, *feed.proof) != feed.head.head.bodies)
    faults.add(make_fault(CoreText::fault_bundle_proof, pointer + "/proof"));
}

void read_feed(JsonValue& value, InputFeed& feed, std::size_t index, std::int64_t version, FaultList& faults) {
  const std::string pointer = pointer_to_feed(index);
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
    const auto hash = hash_from_hex(fields.text("hash"));
    if (!hash) sink.add(CoreText::fault_record_hex, fields.at("hash"));
    feed.head.head.hash = hash.value_or(Hash{});
    feed.head.head.sequence = whole_number(fields.take("seq"));
    read_signature(fields, feed.device, version, feed.head);
    fields.finish();
  }
  if (version != 1) {
    if (JsonValue* proof = reader.take("proof")) feed.proof = read_proof(*proof, reader.at("proof"), faults);
  }
  JsonValue* records = reader.take("records");
  if (records == nullptr || !records->is(Kind::array))
    sink.add(CoreText::fault_field_missing, reader.at("records"), {"records"});
  reader.finish();
}

/// The hash that the record would have under this number: tells one whose number was altered from one that stands in another's place.
Hash hash_with_number(const Record& record, std::uint64_t sequence) {
  constexpr std::string_view member = R"("seq":)";
  const std::size_t begin = record.bytes.rfind(member) + member.size();
  std::string bytes = record.bytes;
  bytes.replace(begin, bytes.find(',', begin) - begin, std::to_string(sequence));
  return hash_record(bytes, record.body_begin, record.body_size, record.version).hash;
}

/// The records of one strand, known ones by what the ledger holds.
class Strand {
 public:
  Strand(const InputFeed& feed, std::size_t index, const KnownRecords& known, FaultList& faults)
      : feed_(feed), pointer_(pointer_to_feed(index)), links_(links_of(feed, known)), faults_(faults) {}

  /// In sequence, chained by hash, ending in the head, which its device has signed.
  void check() {
    if (feed_.records.empty()) {
      faults_.add(make_fault(CoreText::fault_field_empty_list, pointer_ + "/records"));
      return;
    }
    if (!check_devices()) return;
    if (is_signed() && !signature_holds(feed_)) {
      faults_.add(make_fault(CoreText::fault_bundle_signature_wrong, pointer_ + "/head/signature", {feed_.device.id}));
      return;
    }
    if (!check_end()) return;
    // Backwards from the end: what is signed vouches for the last record, each record for the one before it. So the record that was altered is
    // named, and not the one after it.
    for (std::size_t i = feed_.records.size() - 1; i > 0; --i) {
      if (follows(i)) continue;
      if (is_under_another_number(i - 1, record(i).sequence - 1, links_[i].previous)) {
        report_order();
      } else {
        altered(i - 1);
      }
      return;
    }
    // All of it is as its device made it.
    if (report_order()) return;
    for (std::size_t i = 1; i < feed_.records.size(); ++i) {
      if (record(i).tick > record(i - 1).tick) continue;
      faults_.add(make_fault(CoreText::fault_record_tick, place(i) + "/tick"));
      return;
    }
  }

 private:
  struct Link {
    const Record* record;
    const Hash* previous;  // null: none
  };

  static std::vector<Link> links_of(const InputFeed& feed, const KnownRecords& known) {
    std::vector<Link> links;
    links.reserve(feed.records.size());
    for (const InputRecord& one : feed.records) {
      if (one.known == Record::nowhere) {
        links.push_back(Link{&one.record, one.previous ? &*one.previous : nullptr});
      } else {
        links.push_back(Link{&known.record(one.known), known.previous(one.known)});
      }
    }
    return links;
  }
  [[nodiscard]] const Record& record(std::size_t i) const { return *links_[i].record; }
  /// Whether the record follows the one before it.
  [[nodiscard]] bool follows(std::size_t i) const {
    return links_[i].previous != nullptr && *links_[i].previous == record(i - 1).hash;
  }
  [[nodiscard]] std::string place(std::size_t i) const { return pointer_ + "/records/" + std::to_string(i); }
  void altered(std::size_t i) { faults_.add(make_fault(CoreText::fault_record_altered, place(i))); }

  bool check_devices() {
    const auto other = std::find_if(feed_.records.begin(), feed_.records.end(),
                                    [this](const InputRecord& one) { return one.device.text() != feed_.device.id; });
    if (other == feed_.records.end()) return true;
    const auto i = static_cast<std::size_t>(other - feed_.records.begin());
    faults_.add(make_fault(CoreText::fault_record_device, place(i) + "/device", {feed_.device.id}));
    return false;
  }

  /// The last record is the one that the head names.
  bool check_end() {
    const std::size_t last = feed_.records.size() - 1;
    const Head& head = feed_.head.head;
    const bool same_number = head.sequence == record(last).sequence;
    if (head.hash == record(last).hash && same_number) return true;
    if (head.hash == record(last).hash || is_under_another_number(last, head.sequence, &head.hash)) {
      faults_.add(make_fault(CoreText::fault_bundle_head, pointer_ + "/head/seq"));
    } else if (is_signed() || !same_number) {
      altered(last);
    } else {
      faults_.add(make_fault(CoreText::fault_bundle_head, pointer_ + "/head"));
    }
    return false;
  }

  /// Of a record that is not the expected one: whether it is not that one altered, but another, for records are missing, repeated or reordered.
  [[nodiscard]] bool is_under_another_number(std::size_t i, std::uint64_t number, const Hash* expected) const {
    return record(i).sequence != number && (expected == nullptr || hash_with_number(record(i), number) != *expected);
  }

  bool report_order() {
    for (std::size_t i = 1; i < feed_.records.size(); ++i) {
      const std::uint64_t expected = record(i - 1).sequence + 1;
      if (record(i).sequence == expected) continue;
      faults_.add(make_fault(CoreText::fault_record_sequence, place(i) + "/seq", {std::to_string(expected)}));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_signed() const { return !feed_.device.key.empty(); }

  const InputFeed& feed_;
  std::string pointer_;
  std::vector<Link> links_;
  FaultList& faults_;
};

void check_whole(const InputFeed& feed, std::size_t index, const KnownRecords& known, FaultList& faults) {
  for (std::size_t i = 0; i < feed.records.size(); ++i) {
    if (!feed.records[i].record.disclosed) continue;
    faults.add(make_fault(CoreText::fault_bundle_proof, pointer_to_feed(index) + "/records/" + std::to_string(i)));
    return;
  }
  Strand(feed, index, known, faults).check();
}

void read_own(JsonValue& own, std::int64_t version, InputFile& file, FaultList& faults) {
  if (version == 1) {
    file.own = OwnDevice{read_device_value(own, "/own", faults), {}};
    return;
  }
  FaultSink sink(faults, Fault::no_fact);
  if (!own.is(Kind::object)) {
    sink.add(CoreText::fault_field_type, "/own", {say(CoreText::type_object)});
    return;
  }
  SymbolTable no_symbols;
  FieldReader reader(own, "/own", sink, no_symbols);
  OwnDevice device;
  if (JsonValue* header = reader.take("device")) {
    device.device = read_device_value(*header, "/own/device", faults);
  } else {
    sink.add(CoreText::fault_field_missing, "/own/device", {"device"});
  }
  const JsonValue* seed = reader.take("seed");
  const auto bytes = seed != nullptr && seed->is(Kind::string) ? from_hex(seed->text(), seed_bytes) : std::nullopt;
  const bool without_key = device.device.key.empty() && seed != nullptr && seed->is(Kind::null);
  if (!without_key && (!bytes || device.device.key.empty())) sink.add(CoreText::fault_device_seed, "/own/seed");
  reader.finish();
  device.seed = bytes.value_or(std::string());
  file.own = std::move(device);
}

void read_roots(const JsonValue& roots, InputFile& file, FaultList& faults) {
  constexpr std::size_t id_digits = 32;
  for (std::size_t i = 0; i < roots.items().size(); ++i) {
    const JsonValue& root = roots.items()[i];
    if (root.is(Kind::string) && is_hex(root.text(), id_digits)) {
      file.roots.push_back(root.text());
    } else {
      faults.add(make_fault(CoreText::fault_record_hex, "/roots/" + std::to_string(i)));
    }
  }
}

}  // namespace

InputRecord read_bundle_record(const StreamedElement& element, SymbolTable& symbols, const KnownRecords& known,
                               FaultList& faults) {
  const std::string pointer = pointer_to_feed(element.indices[0]) + "/records/" + std::to_string(element.indices[1]);
  if (element.value.find("seq") == nullptr && element.value.find("hash") != nullptr)
    return read_disclosure(element.value, element.raw, pointer, symbols, faults);
  const JsonValue* device = element.value.find("device");
  if (known.find && device != nullptr && device->is(Kind::string)) {
    InputRecord result;
    result.known = known.find(device->text(), whole_number(element.value.find("seq")), element.raw);
    if (result.known != Record::nowhere) {
      result.device = device->text();
      return result;
    }
  }
  return read_record(element.value, element.raw, pointer, symbols, faults);
}

void finish_bundle(JsonValue& document, bool ledger_file, std::int64_t version, InputFile& file,
                   const KnownRecords& known, FaultList& faults) {
  const auto member = [](bool there, std::string_view name) { return there ? name : std::string_view("format"); };
  const bool has_roots = ledger_file && version != 1;
  check_members(document,
                {"format", "version", member(ledger_file, "own"), member(has_roots, "roots"), "feeds",
                 member(version == 3, "attachments")},
                faults);
  if (has_roots) check_list(document, "roots", faults);
  check_list(document, "feeds", faults);
  if (version == 3) check_list(document, "attachments", faults);
  JsonValue* feeds = nullptr;
  for (auto& [key, value] : document.members()) {
    if (key == "feeds" && value.is(Kind::array)) feeds = &value;
    if (key == "own") read_own(value, version, file, faults);
    if (key == "roots" && value.is(Kind::array)) read_roots(value, file, faults);
  }
  if (ledger_file && !file.own) faults.add(make_fault(CoreText::fault_field_missing, "/own", {"own"}));
  if (feeds == nullptr) return;
  file.feeds.resize(std::max(file.feeds.size(), feeds->items().size()));
  const bool records_sound = faults.empty();
  for (std::size_t i = 0; i < feeds->items().size(); ++i) {
    read_feed(feeds->items()[i], file.feeds[i], i, version, faults);
    // A record that could not be read has no hash that others could follow.
    if (!records_sound || !faults.empty()) continue;
    if (file.feeds[i].proof) {
      check_shown(file.feeds[i], i, known, faults);
      for (InputRecord& one : file.feeds[i].records) one.record.proven = true;
    } else {
      check_whole(file.feeds[i], i, known, faults);
    }
  }
}

}  // namespace hengping
