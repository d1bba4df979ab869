// Bundles that carry attachments: what is sound is taken, what is not has its place, and records come in whatever becomes of them.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/codec/json_reader.h"
#include "tests/core/ledger/attached.h"

using namespace hengping;
using namespace hengping::test;

namespace {

using Places = std::vector<std::string>;

/// A bureau whose contract has three photos of different sizes.
struct Carrier {
  Keeper bureau = founded_city();
  Hash contract = record_with(bureau.ledger, "\"C1\"");
  std::vector<std::string> photos = {picture(1), picture(4099, 1), picture(20'000, 2)};

  Carrier() {
    for (const std::string& one : photos) attach(bureau, photo_of(contract, one));
  }
  [[nodiscard]] std::string bundle() const { return carrying(bureau.bundle(), photos); }
};

struct Read {
  bool ok = false;
  std::vector<std::string> bytes;
  Places faults, attachment_faults;
};

Read read(const std::string& text) {
  Ledger ledger;
  Intake intake = ledger.examine(text, default_policy());
  Read result{intake.ok(), {}, faults_of(intake.faults()), faults_of(intake.attachment_faults())};
  for (const CarriedAttachment& one : intake.attachments()) {
    result.bytes.push_back(attachment_bytes(one.line));
    CHECK(sha256(result.bytes.back()) == one.hash);
    CHECK(result.bytes.back().size() == one.size);
  }
  const std::size_t records = intake.added() + intake.statements_added();
  if (!result.ok) return result;
  ledger.merge(std::move(intake));
  CHECK(ledger.size() == records);
  return result;
}

/// Where lines of attachments begin, and where the last one ends.
std::vector<std::size_t> lines_in(const std::string& bundle) {
  const std::string opening = "\n],\"attachments\":[\n";
  std::vector<std::size_t> begins = {bundle.find(opening) + opening.size()};
  while (true) {
    const std::size_t next = bundle.find(",\n", begins.back());
    begins.push_back(next == std::string::npos ? bundle.find("\n", begins.back()) : next + 2);
    if (next == std::string::npos) return begins;
  }
}

}  // namespace

TEST_CASE("Carried: what was put in comes out, byte for byte") {
  const Carrier carrier;
  const Read whole = read(carrier.bundle());
  CHECK(whole.faults.empty());
  CHECK(whole.attachment_faults.empty());
  REQUIRE(whole.bytes.size() == 3);
  for (const std::string& one : carrier.photos) CHECK(std::count(whole.bytes.begin(), whole.bytes.end(), one) == 1);
  for (std::size_t size = 1; size < 200; ++size) {
    const std::string bytes = picture(size, size);
    CHECK(attachment_bytes(attachment_line(sha256(bytes), AttachmentType::png, bytes)) == bytes);
  }
}

TEST_CASE("Carried: a bundle without bytes is of version 2, as before; of version 3 they may be missing") {
  const Carrier carrier;
  CHECK(carrier.bureau.bundle().find("\"version\":2,\"feeds\"") != std::string::npos);
  CHECK(carrier.bundle().find("\"version\":3,\"feeds\"") != std::string::npos);
  const Read bare = read(carrying(carrier.bureau.bundle(), {}));
  CHECK(bare.ok);
  CHECK(bare.bytes.empty());
  const std::string file = carrying(carrier.bureau.ledger_file(), carrier.photos);
  CHECK(read(file).bytes.size() == 3);
  CHECK(read(file).faults.empty());
}

TEST_CASE("Carried: bytes that were altered are refused with their place, the others and the records are taken") {
  const Carrier carrier;
  const std::string bundle = carrier.bundle();
  const auto begins = lines_in(bundle);
  REQUIRE(begins.size() == 4);
  for (std::size_t line = 0; line < 3; ++line) {
    const std::string at = "/attachments/" + std::to_string(line);
    const auto changed = [&](std::size_t place, char byte) {
      std::string text = bundle;
      text[place] = byte;
      return text;
    };
    const std::size_t data = begins[line] + 9;
    const std::size_t end = bundle.find('"', data);
    for (const std::size_t place : {data, data + 1, end - 4, (data + end) / 2}) {
      for (const char byte : {'A', '/', '=', '-', '*'}) {
        if (bundle[place] == byte) continue;
        const Read result = read(changed(place, byte));
        INFO(at << " " << place - data << " as " << byte);
        CHECK(result.ok);
        CHECK(result.attachment_faults == Places{at + "/data attachment.altered"});
        CHECK(result.bytes.size() == 2);
      }
    }
    // The hash instead: then these are not the bytes of it.
    const std::size_t digit = bundle.find("\"sha256\":\"", end) + 10;
    CHECK(read(changed(digit, bundle[digit] == '0' ? '1' : '0')).attachment_faults ==
          Places{at + "/data attachment.altered"});
    CHECK(read(changed(digit, 'x')).attachment_faults == Places{at + " attachment.form"});
    // One more byte of base64, one less, none.
    for (const std::size_t count : {std::size_t{1}, std::size_t{4}, end - data}) {
      const Read shorter = read(bundle.substr(0, end - count) + bundle.substr(end));
      CHECK(shorter.attachment_faults == Places{at + "/data attachment.altered"});
    }
    CHECK(read(bundle.substr(0, end) + "AAAA" + bundle.substr(end)).bytes.size() == 2);
  }
}

TEST_CASE("Carried: spare bits of base64 that are set are an alteration, for bytes have one writing") {
  const Hash hash = sha256("x");
  const std::string line = attachment_line(hash, AttachmentType::jpeg, "x");
  CHECK(line.find("\"eA==\"") != std::string::npos);
  for (const char* data : {"eB==", "eA=", "eA", "eA===", "e===", "====", "eAAA", "eA=A", "eA==eA==", "eA==\\n"}) {
    FaultList faults;
    static_cast<void>(read_attachment_line(replaced(line, "eA==", data), 0, faults));
    INFO(data);
    CHECK(faults.total() == 1);
  }
}

TEST_CASE("Carried: of what stands twice the first is taken; what no record names is not") {
  const Carrier carrier;
  const std::string one = attachment_line(sha256(carrier.photos[0]), AttachmentType::jpeg, carrier.photos[0]);
  const std::string stranger = attachment_line(sha256("stranger"), AttachmentType::jpeg, "stranger");
  const std::string other_type = attachment_line(sha256(carrier.photos[1]), AttachmentType::pdf, carrier.photos[1]);
  const Read result = read(opened_for_attachments(carrier.bureau.bundle()) + one + ",\n" + one + ",\n" + stranger +
                           ",\n" + other_type + std::string(attachments_end));
  CHECK(result.ok);
  CHECK(result.bytes == std::vector{carrier.photos[0]});
  CHECK(result.attachment_faults == Places{"/attachments/1 attachment.twice",
                                           "/attachments/2/sha256 attachment.unnamed",
                                           "/attachments/3/sha256 attachment.unnamed"});
}

TEST_CASE("Carried: a line that is written otherwise is refused with its place") {
  const Carrier carrier;
  const std::string line = attachment_line(sha256(carrier.photos[0]), AttachmentType::jpeg, carrier.photos[0]);
  for (const std::string& bad :
       {std::string("1"), std::string("null"), std::string("\"x\""), std::string("[]"), std::string("{}"),
        replaced(line, "{", "{ "), replaced(line, "image/jpeg", "image/gif"), replaced(line, "\"type\"", "\"kind\""),
        replaced(line, "}", ",\"x\":1}"), replaced(line, "\"data\"", "\"\\u0064ata\"")}) {
    INFO(bad);
    const Read result =
        read(opened_for_attachments(carrier.bureau.bundle()) + bad + ",\n" + line + std::string(attachments_end));
    CHECK(result.ok);
    CHECK(result.attachment_faults == Places{"/attachments/0 attachment.form"});
    CHECK(result.bytes.size() == 1);
  }
}

TEST_CASE("Carried: a bundle that breaks off at any line, or within one, is refused as a whole") {
  const Carrier carrier;
  const std::string bundle = carrier.bundle();
  for (std::size_t end = bundle.find('\n'); end != std::string::npos; end = bundle.find('\n', end + 1)) {
    for (const std::size_t size : {end - 7, end, end + 1}) {
      if (size + 1 >= bundle.size()) continue;  // the last line feed carries no meaning
      const Read result = read(bundle.substr(0, size));
      CHECK_FALSE(result.ok);
      CHECK(result.bytes.empty());
      CHECK(result.faults.size() == 1);
    }
  }
}

TEST_CASE("Carried: attachments are no part of other versions, of facts files, or of anything but a list") {
  const Carrier carrier;
  const std::string bundle = carrier.bundle();
  CHECK(read(replaced(bundle, "\"version\":3", "\"version\":2")).faults == Places{"/attachments field.unknown"});
  CHECK(read(replaced(bundle, "\"version\":3", "\"version\":4")).faults.front() == "/version document.version");
  CHECK(read(replaced(carrier.bureau.bundle(), "\"version\":2", "\"version\":3")).faults ==
        Places{"/attachments field.missing"});
  CHECK(read(R"({"format":"hengping.facts","version":1,"facts":[],"attachments":[{"data":"","x":1}]})").faults ==
        Places{"/attachments field.unknown"});
  CHECK(read(bundle.substr(0, bundle.find("],\"attachments\"")) + "],\"attachments\":{}}").faults ==
        Places{"/attachments field.type"});
  CHECK(read(replaced(bundle, "{\"format\"", "{\"\":1,\"format\"")).faults == Places{"/ field.unknown"});
}

TEST_CASE("Carried: an answer is the same with attachments and without, sound or not") {
  const Carrier carrier;
  std::string altered = carrier.bundle();
  altered[lines_in(altered)[1] + 20] = '*';
  const std::string plain = evaluate_text(carrier.bureau.bundle(), day("2025-12-31")).json;
  CHECK(evaluate_text(carrier.bundle(), day("2025-12-31")).json == plain);
  CHECK(evaluate_text(altered, day("2025-12-31")).json == plain);
}

TEST_CASE("Carried: bytes come in later, with any bundle that carries them") {
  const Carrier carrier;
  Ledger ledger;
  Intake records = ledger.examine(carrier.bureau.bundle(), default_policy());
  ledger.merge(std::move(records));
  const std::string bundle = carrier.bundle();
  Intake again = ledger.examine(bundle, default_policy());
  CHECK_FALSE(again.has_news());
  CHECK(again.attachments().size() == 3);
}

TEST_CASE("Extracts: who is shown a record is shown what belongs to it, and nothing of what is withheld") {
  Keeper bureau = founded_city();
  bureau.take(
      {fact(
           "complaint.filed", "2025-03-01",
           R"("by":"enterprise","on_behalf":true,"complaint":"K1","engagement":"C1","article":"7.1","text":"无人响应")"),
       fact("inspection.conducted", "2025-04-01",
            R"("inspection":"I1","provider":"P1","checklist":"x","answers":{})")});
  const Hash contract = record_with(bureau.ledger, "\"C1\",\"enterprise\":\"E1\"");
  const Hash other = record_with(bureau.ledger, "\"C2\"");
  const Hash complained = record_with(bureau.ledger, "complaint.filed");
  const Hash inspected = record_with(bureau.ledger, "inspection.conducted");
  attach(bureau, photo_of(contract, "contract"));
  attach(bureau, photo_of(other, "other contract"));
  attach(bureau, photo_of(complained, "complaint"));
  attach(bureau, photo_of(inspected, "inspection"));
  attach(bureau, photo_of(inspected, "telling", "吉林精工 投诉.jpg"));
  attach(bureau, photo_of(inspected, "taken back"));
  attach(bureau, AttachmentWithdrawn{inspected, sha256("taken back"), "拍到了人"});
  const auto shown = [&](Role party, std::string id, bool redact) {
    const ExtractedBundle extracted = extract_bundle(bureau.ledger, ExtractOptions{party, std::move(id), redact});
    std::vector<std::string> carried;
    Ledger reader;
    Intake intake = reader.examine(extracted.bundle, default_policy());
    CHECK(faults_of(intake.faults()).empty());
    reader.merge(std::move(intake));
    const AttachmentIndex index(reader);
    for (const char* bytes : {"contract", "other contract", "complaint", "inspection", "telling", "taken back"}) {
      const Hash hash = sha256(bytes);
      const bool listed = std::any_of(extracted.attachments.begin(), extracted.attachments.end(),
                                      [&](const AttachmentAdded* one) { return one->attachment == hash; });
      if (listed) carried.emplace_back(bytes);
      // What goes along belongs to something for the reader as well; what does not is not asked for.
      const auto named = index.named();
      CHECK(listed == std::any_of(named.begin(), named.end(),
                                  [&](const AttachmentAdded* one) { return one->attachment == hash; }));
      // That it was taken back reaches whoever has it already.
      if (redact && hash != sha256("taken back"))
        CHECK((extracted.bundle.find(to_hex(hash)) != std::string::npos) == listed);
    }
    return carried;
  };
  using Carried = std::vector<std::string>;
  CHECK(shown(Role::bureau, "", false) == Carried{"contract", "other contract", "complaint", "inspection", "telling"});
  CHECK(shown(Role::bureau, "", true) == Carried{"contract", "other contract", "inspection"});
  CHECK(shown(Role::enterprise, "E1", false) == Carried{"contract", "complaint"});
  CHECK(shown(Role::enterprise, "E2", false) == Carried{"other contract"});
  CHECK(shown(Role::provider, "P1", true) == Carried{"contract", "other contract", "inspection"});
}

TEST_CASE(
    "Extracts: what is attached to a disclosed body counts as of its feed, and is found under its record's hash") {
  Keeper bureau = founded_city();
  Keeper provider(3, Role::provider, "P1");
  provider.receive(bureau);
  static_cast<void>(trust_first_founders(provider.ledger));
  provider.take({fact("progress.reported", "2025-05-01", R"("by":"provider","engagement":"C1","percent":55)")});
  const Hash report = provider.end();
  attach(provider, photo_of(report, "screen", "进度.png"));
  bureau.receive(provider);
  bureau.enrol(provider);
  CHECK(attached(bureau.ledger, report) == std::vector<std::string>{"进度.png"});
  const ExtractedBundle redacted = extract_bundle(bureau.ledger, ExtractOptions{Role::bureau, {}, true});
  REQUIRE(redacted.attachments.size() == 1);
  Keeper reader(9);
  reader.receive(redacted.bundle);
  static_cast<void>(trust_first_founders(reader.ledger));
  CHECK(record_with(reader.ledger, "progress.reported") == report);
  CHECK(attached(reader.ledger, report) == std::vector<std::string>{"进度.png"});
  CHECK(reader.count(RecordStanding::counts) == reader.ledger.size());
}
