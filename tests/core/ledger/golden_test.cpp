// Files of every version, as the program of their time wrote them: they open forever, and say what they said.
#include "tests/core/ledger/golden.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/core/ledger/golden_city.h"

using namespace hengping;
using namespace hengping::test;

using Counts = std::map<std::string, std::size_t>;

namespace {

/// What version 3 carries after the feeds.
std::string golden_lines() {
  const auto photo = attachment_line(sha256(golden_photo), AttachmentType::jpeg, golden_photo);
  const auto document = attachment_line(sha256(golden_document), AttachmentType::pdf, golden_document);
  const bool photo_first = sha256(golden_photo) < sha256(golden_document);
  return (photo_first ? photo + ",\n" + document : document + ",\n" + photo) + std::string(attachments_end);
}

struct Golden {
  const char* name;
  std::size_t records;
  const char* state;
  Counts standings;
  std::size_t unsigned_feeds;
};

const Golden files[] = {
    {"v1.bundle.json", 43, "305b151ae759adf4a9009b0e869afbf8038e5231ee22fdc07451d538536a743e", {{"counts", 43}}, 2},
    {"v1.ledger.json", 41, "a2119b7d730db5fc5c150b39f18877330ff1373d1f761d6bfa43edfcee6c5648", {{"counts", 41}}, 1},
    {"v2.bundle.json",
     54,
     "88ae55b1dcdf56da5e01aa3d1a8fb9b3f446a61aa8d982bdf8b88066912705ce",
     {{"counts", 49},
      {"after_revocation", 1},
      {"refused_device", 1},
      {"rejected", 1},
      {"set_aside", 1},
      {"unknown_device", 1}},
     0},
    {"v2.ledger.json",
     54,
     "88ae55b1dcdf56da5e01aa3d1a8fb9b3f446a61aa8d982bdf8b88066912705ce",
     {{"counts", 49},
      {"after_revocation", 1},
      {"refused_device", 1},
      {"rejected", 1},
      {"set_aside", 1},
      {"unknown_device", 1}},
     0},
    {"v3.bundle.json",
     59,
     "88ae55b1dcdf56da5e01aa3d1a8fb9b3f446a61aa8d982bdf8b88066912705ce",
     {{"counts", 54},
      {"after_revocation", 1},
      {"refused_device", 1},
      {"rejected", 1},
      {"set_aside", 1},
      {"unknown_device", 1}},
     0},
    {"v2.scoped.json", 42, "9823ec85ce99191b8ea273239d78979fa34b21bc2bf1b9f764f9a714809cc22e", {{"counts", 42}}, 0},
    {"v2.redacted.json",
     37,
     "f0db144b500eed8025ee9fa57741b0df553d5a16719f3cb96383f4702c425150",
     {{"counts", 36}, {"unknown_device", 1}},
     0},
};

Counts standings(const Ledger& ledger) {
  Counts counts;
  for (const Record& record : ledger.records()) ++counts[std::string(standing_name(record.standing))];
  return counts;
}

std::string state_of(const Ledger& ledger) { return state_hash(fold(ledger.sequence(), CivilDate::after_all())); }

Ledger opened(const std::string& text) {
  Ledger ledger;
  Intake intake = ledger.examine(text, default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  ledger.open(std::move(intake));
  return ledger;
}

}  // namespace

TEST_CASE("Golden: every file opens and says what it said") {
  for (const Golden& file : files) {
    INFO(file.name);
    const Ledger ledger = opened(golden(file.name));
    CHECK(ledger.size() == file.records);
    CHECK(state_of(ledger) == file.state);
    CHECK(standings(ledger) == file.standings);
    CHECK(ledger.check_heads().empty());
    std::size_t unsigned_feeds = 0;
    for (const DeviceRights& one : ledger.rights()) unsigned_feeds += one.device.key.empty() ? 1U : 0U;
    CHECK(unsigned_feeds == file.unsigned_feeds);
  }
}

TEST_CASE("Golden: what is of version 2 is written again byte by byte") {
  for (const char* name : {"v2.bundle.json", "v2.scoped.json", "v2.redacted.json"})
    CHECK(opened(golden(name)).write_bundle() == golden(name));
  const std::string file = golden("v2.ledger.json");
  Intake intake = Ledger().examine(file, default_policy());
  REQUIRE(intake.own() != nullptr);
  const OwnDevice own = *intake.own();
  CHECK(opened(file).write_ledger_file(own) == file);
  CHECK(opened(file).write_bundle() == golden("v2.bundle.json"));
}

TEST_CASE("Golden: version 2 is still written as it was, from the same facts, seeds and salts") {
  const Keeper city = golden_city();
  CHECK(city.bundle() == golden("v2.bundle.json"));
  CHECK(city.ledger_file() == golden("v2.ledger.json"));
}

TEST_CASE("Golden: what is of version 1 is written as version 2, its records as they were") {
  const Ledger ledger = opened(golden("v1.bundle.json"));
  const std::string bundle = ledger.write_bundle();
  CHECK(faults_of(bundle).empty());
  for (const Record& record : ledger.records()) {
    CHECK(record.version == 1);
    CHECK(bundle.find(record.bytes) != std::string::npos);
  }
  CHECK(opened(bundle).write_bundle() == bundle);
}

TEST_CASE("Golden: a ledger of version 1 goes on under a key, and its records count on") {
  Ledger ledger = opened(golden("v1.ledger.json"));
  Intake intake = Ledger().examine(golden("v1.ledger.json"), default_policy());
  const Device former = intake.own()->device;
  const std::string before = state_of(ledger);
  const OwnDevice own = keyed_device(1, Role::bureau, {}, former.name);
  ledger.set_own_device(own.device.id);
  const auto appended = adopt_former_feed(ledger, former, author(own.device), day("2026-11-23"));
  CHECK(appended.size() == 2);
  CHECK(ledger.roots() == std::vector{own.device.id});
  CHECK(state_of(ledger) == before);
  CHECK(standings(ledger) == Counts{{"counts", 43}});
  const auto head = ledger.head_to_sign(own.device.id);
  REQUIRE(head);
  REQUIRE(ledger.accept_signature(*head, sign(head->message, own.seed)));
  CHECK(state_of(opened(ledger.write_ledger_file(own))) == before);
  CHECK(state_of(opened(ledger.write_bundle())) == before);
  // Whoever takes the old bundle in as well has it twice of nothing.
  Intake again = ledger.examine(golden("v1.ledger.json"), default_policy());
  CHECK(again.ok());
  CHECK(again.added() == 0);
}

TEST_CASE("Golden: the bureau's city of version 2 holds all that can be told of devices") {
  const Ledger ledger = opened(golden("v2.bundle.json"));
  Counts devices;
  for (const DeviceRights& one : ledger.rights()) ++devices[std::string(device_standing_name(one.standing))];
  CHECK(devices == Counts{{"root", 1}, {"revoked", 1}, {"refused", 1}, {"unknown", 1}});
  Counts statements;
  for (const Record& record : ledger.records()) {
    if (record.statement) ++statements[std::string(statement_name(record.statement->body))];
  }
  CHECK(statements.size() == 8);
}

TEST_CASE("Golden: version 3 is still written as it was, from the same facts, seeds, salts and bytes") {
  const Keeper city = golden_city_with_photos();
  CHECK(opened_for_attachments(city.bundle()) + golden_lines() == golden("v3.bundle.json"));
  CHECK(opened_for_attachments(city.ledger_file()) + golden_lines() == golden("v3.ledger.json"));
}

TEST_CASE("Golden: a bundle of version 3 says what belongs to what, and brings every kind of statement") {
  const std::string bundle = golden("v3.bundle.json");
  Ledger ledger;
  Intake intake = ledger.examine(bundle, default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  CHECK(faults_of(intake.attachment_faults()).empty());
  std::vector<std::string> bytes;
  for (const CarriedAttachment& one : intake.attachments()) bytes.push_back(attachment_bytes(one.line));
  std::sort(bytes.begin(), bytes.end());
  CHECK(bytes == std::vector{golden_document, golden_photo});
  ledger.open(std::move(intake));
  const AttachmentIndex index(ledger);
  CHECK(index.named().size() == 2);
  std::map<std::string, std::vector<std::string>> attached;
  for (const Record& record : ledger.records()) {
    for (const AttachmentAdded* one : index.of(record.hash))
      attached[std::string(kind_name(record.fact.body))].push_back(one->name);
  }
  CHECK(attached == std::map<std::string, std::vector<std::string>>{{"engagement.signed", {""}},
                                                                    {"finding.raised", {"现场一.jpg", "检查表.pdf"}}});
  Counts statements;
  for (const Record& record : ledger.records()) {
    if (record.statement) ++statements[std::string(statement_name(record.statement->body))];
  }
  CHECK(statements.size() == statement_kinds);
  const std::string bare = bundle.substr(0, bundle.find("\n],\"attachments\"")) + "\n]}\n";
  CHECK(ledger.write_bundle() == replaced(bare, "\"version\":3", "\"version\":2"));
}
