// The worked examples of core/ledger/FORMAT.md are what the code writes, and what SHA-256 and Ed25519 make of them step by step.
#include <catch2/catch_test_macros.hpp>

#include "core/codec/json_reader.h"
#include "core/ledger/extract.h"
#include "core/ledger/head.h"
#include "tests/core/ledger/format_example.h"
#include "tests/core/ledger/golden.h"
#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

namespace {

/// A ledger that takes in the example's bundle.
Ledger ledger_of(const FormatExample& example) {
  Ledger ledger;
  Intake intake = ledger.examine(example.bundle, default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  ledger.merge(std::move(intake));
  return ledger;
}

}  // namespace

TEST_CASE("Format page: every step of its example stands there in a line of its own") {
  const std::string page = read_beside("core/ledger/FORMAT.md");
  for (const auto& [name, line] : FormatExample().lines()) {
    INFO(name << ": " << line);
    CHECK(page.find("\n" + line + "\n") != std::string::npos);
  }
}

TEST_CASE("Format page: the ledger reads its example, and says the same of every step") {
  const FormatExample example;
  const Device device = make_device(Role::bureau, "市工信局", "", example.key);
  CHECK(device.id == example.id);
  CHECK(write_device(device) == example.header);
  CHECK(fingerprint(device.id) == example.fingerprint);
  const Ledger ledger = ledger_of(example);
  REQUIRE(ledger.size() == 3);
  CHECK(ledger.check_heads().empty());
  CHECK(ledger.write_bundle() == example.bundle);
  for (std::size_t i = 0; i < 3; ++i) {
    const Record& record = ledger.records()[i];
    CHECK(record.bytes == example.record[i].bytes);
    CHECK(record.hash_text() == example.record[i].hash);
    CHECK(record.body() == example.bodies.at(i));
    CHECK(record.standing == RecordStanding::counts);
    const SetLeaf leaf = leaf_of(record);
    CHECK(to_hex(leaf.commitment) + to_hex(leaf.hash) == example.record[i].leaf);
  }
  std::vector<SetLeaf> two = {leaf_of(ledger.records()[0]), leaf_of(ledger.records()[1])};
  CHECK(to_hex(set_root(two)) == example.roots[0]);
  REQUIRE(ledger.feeds()[0].head);
  const Head& head = ledger.feeds()[0].head->head;
  CHECK(head_message(example.id, head) == example.message);
  CHECK(to_hex(ledger.feeds()[0].head->signature) == example.signature);
}

TEST_CASE("Format page: the ledger makes the records of its example, from the same facts, salts and seed") {
  const FormatExample example;
  const Device device = make_device(Role::bureau, "市工信局", "", example.key);
  std::size_t next = 0;
  const std::function<std::string(std::size_t)> salts = [&](std::size_t /*bytes*/) { return example.salts.at(next++); };
  const Author author{device, "2026-01-02T03:04:05Z", salts};
  Ledger ledger;
  ledger.state(Statement{day("2026-01-02"), BureauFounded{"市工信局"}}, author);
  Intake intake = ledger.examine(
      facts_file(
          {enterprise_e1, R"({"kind":"enterprise.removed","on":"2025-05-15","enterprise":"E1","reason":"退出试点"})"}),
      default_policy());
  REQUIRE(intake.ok());
  ledger.take(std::move(intake), author);
  const auto head = ledger.head_to_sign(device.id);
  REQUIRE(head);
  REQUIRE(ledger.accept_signature(*head, sign(head->message, example.seed)));
  CHECK(ledger.write_bundle() == example.bundle);
}

TEST_CASE("Format page: its proof and its disclosure are those of a redacted bundle") {
  const FormatExample example;
  const Ledger ledger = ledger_of(example);
  std::vector<SetLeaf> all;
  for (const Record& record : ledger.records()) all.push_back(leaf_of(record));
  const std::vector<SetLeaf> shown = {leaf_of(ledger.records()[1])};
  const SetProof proof = prove(all, shown);
  CHECK(proof.size == 3);
  CHECK(proof.places == std::vector<std::uint64_t>{example.place});
  CHECK(proven_root(shown, proof) == ledger.feeds()[0].head->head.bodies);
  CHECK(disclosure(ledger.records()[1]) == example.disclosure);
  const std::string part = R"({"format":"hengping.bundle","version":2,"feeds":[)"
                           "\n{\"device\":" +
                           example.header + ",\"head\":" + example.head + ",\"proof\":" + example.proof +
                           ",\"records\":[\n" + example.disclosure + "\n]}\n]}\n";
  Ledger other;
  Intake intake = other.examine(part, default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  other.merge(std::move(intake));
  CHECK(other.write_bundle() == part);
  CHECK(other.sequence().facts.size() == 1);
}

TEST_CASE("Format page: its example of version 1 has the hash that it says") {
  const std::string page = read_beside("core/ledger/FORMAT.md");
  const std::size_t begin = page.find("\n{\"at\":", page.find("## Version 1")) + 1;
  const std::string record = page.substr(begin, page.find('\n', begin) - begin);
  const std::size_t example = page.find("\n{\"at\":\"2026", begin) + 1;
  REQUIRE(example > begin);
  const std::string bytes = page.substr(example, page.find('\n', example) - example);
  CHECK(page.find("\n" + sha256_hex(bytes) + "\n", example) != std::string::npos);
  // And it is a record that can be read.
  const std::string bundle = R"({"format":"hengping.bundle","version":1,"feeds":[{"device":)" +
                             write_device(bureau_device()) + R"(,"head":{"hash":")" + sha256_hex(bytes) +
                             R"(","seq":1,"signature":null},"records":[)" + bytes + "]}]}";
  CHECK(faults_of(bundle).empty());
}
