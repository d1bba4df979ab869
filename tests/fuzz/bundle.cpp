// Any bytes as bundles whose hashes and signatures hold: what somebody with a key could send. Each is refused with places, or taken in and then
// consistent with itself, whatever its numbers, bodies and forks.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/ledger/conflicts.h"
#include "core/ledger/extract.h"
#include "core/ledger/irregularities.h"
#include "core/rules/late_knowledge.h"
#include "core/state/state_hash.h"
#include "tests/core/ledger/by_hand.h"
#include "tests/core/rules/random_facts.h"

namespace {

using namespace hengping;

void require(bool promise, int line = __builtin_LINE()) {
  if (promise) return;
  std::fprintf(stderr, "broken promise in line %d\n", line);
  std::abort();
}

OwnDevice device(std::uint32_t number) {
  OwnDevice own;
  own.seed = std::string(seed_bytes, static_cast<char>(number + 1));
  const std::string scope = number == 2 ? "E1" : std::string();
  const Role role = number == 2 ? Role::enterprise : Role::bureau;
  own.device = make_device(role, std::to_string(number), scope, to_hex(public_key_of(own.seed)));
  return own;
}

class Sender {
 public:
  Sender(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  [[nodiscard]] bool has_more() const { return at_ < size_; }

  std::string bundle() {
    std::string out = R"({"format":"hengping.bundle","version":2,"feeds":[)";
    const std::uint32_t strands = 1 + draw(3);
    for (std::uint32_t i = 0; i < strands; ++i) out += (i == 0 ? "\n" : ",\n") + strand();
    out += "\n]}\n";
    return draw(3) == 0 ? carrying(std::move(out)) : out;
  }

 private:
  std::uint32_t draw(std::uint32_t count) { return at_ < size_ ? data_[at_++] % count : 0; }

  std::string strand() {
    test::StrandByHand strand(device(draw(3)));
    // It may begin anywhere: after a record that was sent before, or after one that nobody has.
    if (!sent_.empty() && draw(2) == 0) {
      const Sent& before = sent_[draw(static_cast<std::uint32_t>(sent_.size()))];
      strand.after(before.hash, before.sequence + draw(2), before.tick);
    } else if (draw(8) == 0) {
      strand.after(Hash{1}, draw(256), draw(256));
    }
    const std::uint32_t records = 1 + draw(4);
    for (std::uint32_t i = 0; i < records; ++i) {
      std::vector<Hash> seen;
      if (!sent_.empty() && draw(3) == 0) seen.push_back(sent_[draw(static_cast<std::uint32_t>(sent_.size()))].hash);
      strand.add(body(), seen);
      const Record& added = strand.record(i);
      sent_.push_back(Sent{added.hash, added.sequence, added.tick});
    }
    return strand.feed();
  }

  std::string body() {
    switch (draw(6)) {
      case 0: return statement();
      case 1: return bytes();
      default: {
        test::RandomFacts facts([this](std::uint32_t count) { return draw(count); });
        return canonical_of(facts.next());
      }
    }
  }

  // Readers of JSON are fuzzed by themselves; here text that is none would only hide what comes after.
  std::string bytes() {
    std::string text;
    for (std::uint32_t length = draw(256); length > 0 && has_more(); --length) text += static_cast<char>(data_[at_++]);
    const std::string read = canonical_of(text);
    return read.empty() ? R"({"kind":"from.the.future"})" : read;
  }

  std::string statement() {
    const std::string about = device(draw(3)).device.id;
    const Hash record = sent_.empty() ? Hash{} : sent_[draw(static_cast<std::uint32_t>(sent_.size()))].hash;
    StatementBody stated = BureauFounded{"x"};
    switch (draw(8)) {
      case 0: stated = DeviceEnrolled{about, draw(2) == 0 ? Role::bureau : Role::enterprise, "x", "E1", {}}; break;
      case 1: stated = DeviceRevoked{about, {record}, "x"}; break;
      case 2: stated = RecordAdmitted{record, "x"}; break;
      case 3: stated = RecordRejected{record, "x"}; break;
      case 4: stated = ConflictResolved{record, {Hash{2}}, "x"}; break;
      case 5: stated = attachment(record); break;
      case 6: stated = AttachmentWithdrawn{record, sha256(photo(draw(3))), "x"}; break;
      default: break;
    }
    const bool attaches = attached_to(stated) != nullptr;
    const Role by = attaches && draw(2) == 0 ? Role::enterprise : Role::bureau;
    return write_statement(Statement{test::day("2026-01-01"), std::move(stated), by});
  }

  static std::string photo(std::uint32_t number) { return std::string(number + 1, 'p'); }

  AttachmentAdded attachment(const Hash& about) {
    const std::string bytes = photo(draw(3));
    AttachmentAdded added;
    added.about = about;
    added.attachment = sha256(bytes);
    added.type = static_cast<AttachmentType>(draw(2));
    added.size = bytes.size() + (draw(8) == 0 ? 1U : 0U);
    return added;
  }

  /// Lines of photos, sound or with a byte spoilt, in any order and number.
  std::string carrying(std::string bundle) {
    std::string lines;
    for (std::uint32_t count = 1 + draw(4); count > 0; --count) {
      const std::string bytes = photo(draw(3));
      std::string line = attachment_line(sha256(bytes), static_cast<AttachmentType>(draw(2)), bytes);
      if (draw(3) == 0) line[9 + draw(4)] = "=A*/x"[draw(5)];
      lines += (lines.empty() ? "" : ",\n") + line;
    }
    return opened_for_attachments(std::move(bundle)) + lines + std::string(attachments_end);
  }

  static std::string canonical_of(std::string_view text) {
    FaultList faults;
    const auto value = read_json(text, faults);
    if (!value || !value->is(JsonValue::Kind::object)) return {};
    std::string out = canonical(*value);
    // `by` is stated in every record.
    if (value->find("by") == nullptr && value->find("kind") != nullptr) {
      JsonValue copy = *value;
      copy.set("by", JsonValue::string("bureau"));
      out = canonical(copy);
    }
    return out;
  }

  struct Sent {
    Hash hash{};
    std::uint64_t sequence = 0;
    std::uint64_t tick = 0;
  };
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
  std::vector<Sent> sent_;
};

void check(const Ledger& ledger) {
  const std::string bundle = ledger.write_bundle();
  Ledger again;
  Intake intake = again.examine(bundle, default_policy());
  require(intake.ok());
  again.merge(std::move(intake));
  require(again.write_bundle() == bundle);
  require(state_hash(fold(again.sequence(), CivilDate::after_all())) ==
          state_hash(fold(ledger.sequence(), CivilDate::after_all())));
  const AttachmentIndex index(ledger);
  for (const AttachmentAdded* one : index.named()) require(one->size > 0);
  for (const Record& record : ledger.records()) {
    for (const AttachmentAdded* one : index.of(record.hash)) require(one->about == record.hash);
  }
  for (const Conflict& conflict : find_conflicts(ledger)) require(conflict.sides.size() > 1);
  static_cast<void>(find_irregularities(ledger));
  static_cast<void>(late_decisions(ledger, default_policy()));
  for (const bool redact : {false, true}) {
    ExtractOptions options{Role::enterprise, "E1", redact};
    const ExtractedBundle part = extract_bundle(ledger, options);
    Ledger reader;
    Intake shown = reader.examine(part.bundle, default_policy());
    require(shown.ok());
    reader.merge(std::move(shown));
    require(reader.size() == part.shown);
    const auto shows = [&reader](const Hash& attachment) {
      return std::any_of(reader.records().begin(), reader.records().end(), [&](const Record& record) {
        const auto* added = record.statement ? std::get_if<AttachmentAdded>(&record.statement->body) : nullptr;
        return added != nullptr && added->attachment == attachment;
      });
    };
    for (const AttachmentAdded* one : part.attachments) require(shows(one->attachment));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Sender sender(data, size);
  Ledger forwards;
  std::vector<std::string> taken;
  constexpr int most_bundles = 6;
  for (int i = 0; i < most_bundles && sender.has_more(); ++i) {
    std::string bundle = sender.bundle();
    Intake intake = forwards.examine(bundle, default_policy());
    if (!intake.ok()) {
      require(intake.faults().total() > 0 && !intake.faults().sorted().front().code.empty());
      continue;
    }
    for (const CarriedAttachment& one : intake.attachments()) require(sha256(attachment_bytes(one.line)) == one.hash);
    forwards.merge(std::move(intake));
    taken.push_back(std::move(bundle));
  }
  check(forwards);
  // The other way round: the same.
  Ledger backwards;
  for (auto bundle = taken.rbegin(); bundle != taken.rend(); ++bundle) {
    Intake intake = backwards.examine(*bundle, default_policy());
    require(intake.ok());
    backwards.merge(std::move(intake));
  }
  require(backwards.write_bundle() == forwards.write_bundle());
  return 0;
}
