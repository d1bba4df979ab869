// Photos and documents on the page's side of the program: one change for a record and what belongs to it, and bytes that may be missing.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "shell/app/record_views.h"
#include "shell/app/store_trouble.h"
#include "tests/app/harness.h"

using namespace hengping;
using namespace hengping::shell;

namespace {

using Outcome = SubmitResult::Outcome;
using Names = std::vector<std::string>;

const std::string inspection =
    R"({"kind":"inspection.conducted","on":"2025-03-01","inspection":"I1","provider":"P1","checklist":"x","answers":{}})";

/// As the page makes it, its bytes handed to the store.
Attachment staged(Harness& at, const std::string& bytes, std::string name = "现场.jpg") {
  at.store.stage(sha256_hex(bytes), bytes);
  return {sha256_hex(bytes), "image/jpeg", std::move(name), bytes.size()};
}

JsonValue json(std::string_view text) {
  FaultList faults;
  return read_json(text, faults).value();
}

/// The last fact's record.
std::string last_fact(const App& app) {
  const auto& records = app.ledger().records();
  const auto found = std::find_if(records.rbegin(), records.rend(), [](const Record& one) { return one.is_fact; });
  REQUIRE(found != records.rend());
  return found->hash_text();
}

Names names(const std::vector<Attachment>& list) {
  Names all;
  for (const Attachment& one : list) all.push_back(one.name);
  return all;
}

Names places(const SubmitResult& result) {
  Names all;
  for (const Fault& fault : result.faults) all.push_back(fault.pointer + " " + fault.code);
  return all;
}

/// An open app with a provider.
struct Opened : Harness {
  Opened() {
    open();
    provider("P1");
    store.pump();
  }
  SubmitResult inspect(const std::vector<Attachment>& attachments, std::string_view fact = inspection) {
    return app.submit(json(fact), attachments);
  }
};

bool import(Harness& into, const std::string& bundle) {
  into.app.examine_file("x.json", bundle);
  return into.app.confirm_import();
}

}  // namespace

TEST_CASE("Attachments: a record and its photos are one change, and stored with their bytes") {
  Opened here;
  const std::vector<Attachment> photos = {staged(here, "one", "一.jpg"), staged(here, "two", "二.jpg")};
  const std::size_t writes = here.store.writes();
  const std::size_t entries = here.store.contents().size();
  REQUIRE(here.inspect(photos).outcome == Outcome::accepted);
  CHECK(here.app.save_state().pending == 1);
  CHECK(here.app.save_state().kind == SaveState::Kind::saving);
  CHECK(here.store.blobs().empty());
  here.store.pump();
  CHECK(here.store.writes() == writes + 1);
  CHECK(here.app.save_state().kind == SaveState::Kind::saved);
  // One chunk for the three records.
  CHECK(here.store.contents().size() == entries + 1);
  CHECK(here.store.blobs().size() == 2);
  CHECK(here.store.blobs().at(sha256_hex("two")) == "two");
  CHECK(here.store.staged() == 0);
  CHECK(here.app.attachments_of(last_fact(here.app)) == photos);
  CHECK(here.app.wanted_attachments().empty());
  const auto detail = record_detail(here.app, last_fact(here.app));
  REQUIRE(detail);
  CHECK(detail->attachments == photos);
}

TEST_CASE("Attachments: what cannot be attached has its place, and nothing at all is recorded") {
  Opened here;
  const std::size_t records = here.app.ledger().size();
  const Attachment good = staged(here, "good");
  Attachment bad{"12", "image/heic", "x", 0};
  CHECK(places(here.inspect({good, bad})) == Names{"/attachments/1/sha256 record.hex",
                                                   "/attachments/1/type attachment.type",
                                                   "/attachments/1/size attachment.large"});
  Attachment large = good;
  large.size = 8'388'609;
  CHECK(places(here.inspect({large})) == Names{"/attachments/0/size attachment.large"});
  const SubmitResult both =
      here.inspect({large}, R"({"kind":"inspection.conducted","on":"2025-03-01","inspection":"I1"})");
  CHECK(both.outcome == Outcome::refused);
  CHECK(both.faults.size() > 1);
  CHECK(here.app.ledger().size() == records);
  CHECK(here.app.save_state().kind == SaveState::Kind::saved);
  large.size = 8'388'608;
  CHECK(here.inspect({large}).ok());
}

TEST_CASE("Attachments: bytes that the page does not have make the write fail, told in words, until it has them") {
  Opened here;
  REQUIRE(here.inspect({Attachment{sha256_hex("lost"), "image/png", "x.png", 4}}).ok());
  here.store.pump();
  CHECK(here.app.save_state().kind == SaveState::Kind::failed);
  CHECK(trouble_of(here.app.save_state().reason) == StoreTrouble::attachment_gone);
  here.store.stage(sha256_hex("lost"), "lost");
  here.app.retry();
  here.store.pump();
  CHECK(here.app.save_state().kind == SaveState::Kind::saved);
  CHECK(here.store.blobs().size() == 1);
}

TEST_CASE("Attachments: the same photo of two records is stored once, and chosen twice it is stated once") {
  Opened here;
  const Attachment photo = staged(here, "one");
  here.inspect({photo, photo});
  here.store.pump();
  CHECK(here.app.attachments_of(last_fact(here.app)).size() == 1);
  // Not handed over again: the store has it.
  CHECK(
      here.inspect(
              {photo},
              R"({"kind":"inspection.conducted","on":"2025-03-02","inspection":"I2","provider":"P1","checklist":"x","answers":{}})")
          .ok());
  here.store.pump();
  CHECK(here.app.save_state().kind == SaveState::Kind::saved);
  CHECK(here.store.blobs().size() == 1);
  CHECK(here.app.attachments_of(last_fact(here.app)).size() == 1);
}

TEST_CASE("Attachments: a fact that is there already gets those that it has not") {
  Opened here;
  here.inspect({staged(here, "one", "一.jpg")});
  const std::string record = last_fact(here.app);
  const std::size_t records = here.app.ledger().size();
  CHECK(here.inspect({staged(here, "one", "一.jpg")}).outcome == Outcome::already_there);
  CHECK(here.inspect({}).outcome == Outcome::already_there);
  CHECK(here.app.ledger().size() == records);
  CHECK(here.inspect({staged(here, "one"), staged(here, "two", "二.jpg")}).outcome == Outcome::accepted);
  CHECK(here.app.ledger().size() == records + 1);
  CHECK(names(here.app.attachments_of(record)) == Names{"一.jpg", "二.jpg"});
  here.store.pump();
  CHECK(here.store.blobs().size() == 2);
}

TEST_CASE("Attachments: they are added to a record that is there, by name and by right") {
  Opened here;
  here.inspect({});
  const std::string record = last_fact(here.app);
  CHECK(here.app.attach(record, std::vector{staged(here, "a", "C:\\fakepath\\../a\x01.jpg")}).ok());
  CHECK(names(here.app.attachments_of(record)) == Names{"a.jpg"});
  const SubmitResult nowhere = here.app.attach(std::string(64, '0'), std::vector{staged(here, "b")});
  CHECK(places(nowhere) == Names{" attachment.record"});
  CHECK(here.app.attach("x", {}).outcome == Outcome::refused);
  here.app.export_bundle();

  Harness inspector;
  inspector.open();
  inspector.app.introduce(Role::inspector, "检查员", {});
  REQUIRE(import(inspector, here.files.files().back().bytes));
  CHECK(places(inspector.app.attach(record, std::vector{staged(inspector, "c")})) == Names{" attachment.not_own"});
  CHECK_FALSE(inspector.app.withdraw_attachment(record, sha256_hex("a"), "误传"));
  const std::string own =
      R"({"kind":"inspection.conducted","by":"inspector","on":"2025-03-05","inspection":"I5","provider":"P1","checklist":"x","answers":{}})";
  CHECK(inspector.app.submit(json(own), std::vector{staged(inspector, "d", "d.jpg")}).ok());
  const Record& stated = inspector.app.ledger().records().back();
  REQUIRE(stated.statement);
  CHECK(stated.statement->by == Role::inspector);
  CHECK(names(inspector.app.attachments_of(last_fact(inspector.app))) == Names{"d.jpg"});
}

TEST_CASE("Attachments: after a reload they are where they were") {
  Opened here;
  here.inspect({staged(here, "one"), staged(here, "two")});
  here.store.pump();
  Harness again;
  again.store.blobs() = here.store.blobs();
  again.take_the_place_of(here);
  again.open();
  CHECK(again.app.damage().empty());
  CHECK(again.app.attachments_of(last_fact(again.app)) == here.app.attachments_of(last_fact(here.app)));
  CHECK(again.app.wanted_attachments().empty());
  // Bytes that have gone from the store are missing, and named so.
  Harness without;
  without.take_the_place_of(here);
  without.open();
  CHECK(without.app.damage().empty());
  CHECK(without.app.wanted_attachments().size() == 2);
  CHECK_FALSE(without.app.has_attachment(sha256_hex("one")));
  CHECK(without.app.attachments_of(last_fact(without.app)).size() == 2);
}

TEST_CASE(
    "Attachments: one that is withdrawn is listed no more and its bytes are let go, unless another record names them") {
  Opened here;
  here.inspect({staged(here, "face"), staged(here, "shared")});
  const std::string first = last_fact(here.app);
  here.inspect(
      {staged(here, "shared")},
      R"({"kind":"inspection.conducted","on":"2025-03-02","inspection":"I2","provider":"P1","checklist":"x","answers":{}})");
  here.store.pump();
  CHECK_FALSE(here.app.withdraw_attachment(first, sha256_hex("face"), ""));
  CHECK_FALSE(here.app.withdraw_attachment(first, sha256_hex("other"), "误拍"));
  CHECK(here.app.withdraw_attachment(first, sha256_hex("face"), "拍到了人"));
  CHECK(here.app.withdraw_attachment(first, sha256_hex("shared"), "误传"));
  CHECK_FALSE(here.app.withdraw_attachment(first, sha256_hex("shared"), "误传"));
  here.store.pump();
  CHECK(here.app.attachments_of(first).empty());
  CHECK(here.app.attachments_of(last_fact(here.app)).size() == 1);
  CHECK(here.store.blobs().size() == 1);
  CHECK(here.store.blobs().contains(sha256_hex("shared")));
  CHECK(here.app.wanted_attachments().empty());
}

TEST_CASE("Attachments: clearing lets all bytes go") {
  Opened here;
  here.inspect({staged(here, "one")});
  here.store.pump();
  here.app.clear();
  here.store.pump();
  CHECK(here.store.blobs().empty());
  CHECK_FALSE(here.app.has_attachment(sha256_hex("one")));
}

TEST_CASE("Attachments: of a store that was lost the bytes are missing, but what was on its way is stored") {
  Opened here;
  here.inspect({staged(here, "stored")});
  here.store.pump();
  here.store.vanish();
  here.inspect(
      {staged(here, "on its way")},
      R"({"kind":"inspection.conducted","on":"2025-03-02","inspection":"I2","provider":"P1","checklist":"x","answers":{}})");
  here.store.pump();
  CHECK(here.app.save_state().kind == SaveState::Kind::saved);
  CHECK(here.store.blobs().size() == 1);
  CHECK(here.store.blobs().contains(sha256_hex("on its way")));
  const auto wanted = here.app.wanted_attachments();
  REQUIRE(wanted.size() == 1);
  CHECK(wanted.front().sha256 == sha256_hex("stored"));
}

TEST_CASE("Attachments: a bundle goes out with a line for each that is held, and comes in without their bytes") {
  Opened here;
  here.inspect({staged(here, "one", "一.jpg"), staged(here, "two", "二.jpg")});
  const std::string bundle = here.bundle();
  CHECK(bundle.starts_with(R"({"format":"hengping.bundle","version":3,)"));
  for (const char* bytes : {"one", "two"})
    CHECK(bundle.find("\n{\"data\":\"\",\"sha256\":\"" + sha256_hex(bytes) + "\",\"type\":\"image/jpeg\"}") !=
          std::string::npos);
  const std::string stripped = bundle.substr(0, bundle.find("[\n", bundle.find("\"attachments\""))) + "[]}\n";
  Harness there;
  there.open();
  REQUIRE(import(there, stripped));
  CHECK(names(there.app.attachments_of(last_fact(there.app))).size() == 2);
  CHECK(there.app.wanted_attachments().size() == 2);
  // Nothing is offered that is not there.
  CHECK(there.bundle().starts_with(R"({"format":"hengping.bundle","version":2,)"));
  there.store.stage(sha256_hex("one"), "one");
  there.store.stage(sha256_hex("stranger"), "stranger");
  const Names arrived = {sha256_hex("one"), sha256_hex("stranger"), sha256_hex("one"), "x"};
  CHECK(there.app.keep_attachments(arrived) == 1);
  CHECK(there.app.keep_attachments(arrived) == 0);
  there.store.pump();
  CHECK(there.app.save_state().kind == SaveState::Kind::saved);
  CHECK(there.store.blobs().size() == 1);
  REQUIRE(there.app.wanted_attachments().size() == 1);
  CHECK(there.app.wanted_attachments().front().name == "二.jpg");
}

TEST_CASE("Attachments: an extract names what belongs to the records that it shows") {
  Opened here;
  here.enterprise("Q1");
  here.engagement("C1", "P1", "Q1");
  here.app.attach(last_fact(here.app), std::vector{staged(here, "contract")});
  here.inspect({staged(here, "inspection")});
  here.app.export_extract(ExtractOptions{Role::enterprise, "Q1", false});
  const std::string& bundle = here.files.files().back().bytes;
  CHECK(bundle.find("\"sha256\":\"" + sha256_hex("contract")) != std::string::npos);
  CHECK(bundle.find(sha256_hex("inspection")) == std::string::npos);
}

TEST_CASE("Attachments: what another device has withdrawn is let go here as well") {
  Opened here;
  here.inspect({staged(here, "face")});
  const std::string record = last_fact(here.app);
  const std::string before = here.bundle();
  Harness there;
  there.open();
  there.store.stage(sha256_hex("face"), "face");
  REQUIRE(import(there, before));
  CHECK(there.app.keep_attachments(std::vector{sha256_hex("face")}) == 1);
  there.store.pump();
  CHECK(there.store.blobs().size() == 1);
  here.app.withdraw_attachment(record, sha256_hex("face"), "拍到了人");
  REQUIRE(import(there, here.bundle()));
  there.store.pump();
  CHECK(there.store.blobs().empty());
  CHECK(there.app.attachments_of(record).empty());
  // A bundle of before brings nothing back.
  import(there, before);
  CHECK(there.app.keep_attachments(std::vector{sha256_hex("face")}) == 0);
}

TEST_CASE("Attachments: the policy in force says how large they may be") {
  Opened here;
  CHECK(here.app.policy().attachments.largest_bytes == 8'388'608);
  CHECK(here.app.policy().attachments.longest_side == 2048);
  CHECK(here.app.policy().attachments.quality_percent == 85);
  CHECK_FALSE(here.app.policy().attachments.keep_metadata);
}
