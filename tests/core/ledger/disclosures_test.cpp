// Bodies that are shown without their records: what their device says of them binds nobody else.
#include <catch2/catch_test_macros.hpp>

#include "core/ledger/extract.h"
#include "tests/core/ledger/bureaus.h"
#include "tests/core/ledger/by_hand.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string redacted(const Keeper& keeper) {
  ExtractOptions options;
  options.redact = true;
  return extract_bundle(keeper.ledger, options).bundle;
}

void merge(Ledger& ledger, std::string_view bundle) {
  Intake intake = ledger.examine(bundle, default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  ledger.merge(std::move(intake));
}

std::string state_of(const Ledger& ledger) { return state_hash(fold(ledger.sequence(), CivilDate::after_all())); }

}  // namespace

TEST_CASE("Bundles: one in which a record stands twice is refused, whether or not it is held already") {
  StrandByHand strand(keyed_device(1));
  strand.add(write_statement(Statement{day("2026-01-01"), BureauFounded{"市工信局"}}));
  const std::string twice = bundle_of({strand.feed(), strand.feed()});
  const auto refusal = [&twice](const Ledger& ledger) {
    return faults_of(ledger.examine(twice, default_policy()).faults());
  };
  Ledger ledger;
  CHECK(refusal(ledger) == std::vector<std::string>{"/feeds/1/records/0 bundle.record_twice"});
  merge(ledger, bundle_of({strand.feed()}));
  CHECK(refusal(ledger) == std::vector<std::string>{"/feeds/1/records/0 bundle.record_twice"});
}

TEST_CASE("Extracts: a branch of a forked feed is shown with proof where what it branched off from is") {
  for (const std::string_view salts : {"a", "b", "c", "d"}) {
    Keeper bureau = founded_city();
    Keeper restored(bureau, salts);
    bureau.take({rating("2025-01", "unsatisfied")});
    restored.take({rating("2025-02", "unsatisfied"), rating("2025-03", "unsatisfied")});
    bureau.receive(restored);
    ExtractOptions scoped;
    scoped.party = Role::enterprise;
    scoped.id = "E1";
    Ledger ledger;
    ledger.set_roots({bureau.id()});
    const ExtractedBundle extracted = extract_bundle(bureau.ledger, scoped);
    merge(ledger, extracted.bundle);
    CHECK(extracted.unsigned_records == 0);
    CHECK(ledger.size() == extracted.shown);
    for (const Record& record : ledger.records()) CHECK(record.standing == RecordStanding::counts);
  }
}

TEST_CASE("Disclosures: a redacted bundle says what the ledger says of all that it shows") {
  const Keeper bureau = founded_city();
  Ledger ledger;
  merge(ledger, redacted(bureau));
  CHECK(state_of(ledger) == bureau.state());
  CHECK(ledger.write_bundle() == redacted(bureau));
  merge(ledger, redacted(bureau));
  CHECK(ledger.write_bundle() == redacted(bureau));
}

TEST_CASE("Disclosures: with the whole feed nothing counts twice, whichever came first") {
  Keeper bureau = founded_city();
  const std::string early = redacted(bureau);
  bureau.take({award("甲"), award("甲")});  // a fact may stand twice, and then it counts twice
  const std::string late = redacted(bureau);
  for (const auto& order :
       {std::vector{early, bureau.bundle()}, std::vector{bureau.bundle(), early}, std::vector{late, bureau.bundle()},
        std::vector{early, late, bureau.bundle()}, std::vector{late, bureau.bundle(), early, late}}) {
    Ledger ledger;
    ledger.set_roots({bureau.id()});
    for (const std::string& bundle : order) merge(ledger, bundle);
    CHECK(state_of(ledger) == bureau.state());
    CHECK(ledger.sequence().facts.size() == 7);
    CHECK(ledger.write_bundle() == bureau.bundle());
  }
}

TEST_CASE("Disclosures: parts of which some is held whole are written the same, whichever came first") {
  Keeper bureau = founded_city();
  ExtractOptions scoped;
  scoped.party = Role::enterprise;
  scoped.id = "E1";
  const std::string part = extract_bundle(bureau.ledger, scoped).bundle;
  bureau.take({award("甲")});
  const std::string bare = redacted(bureau);
  Ledger one;
  merge(one, part);
  merge(one, bare);
  Ledger other;
  merge(other, bare);
  merge(other, part);
  CHECK(one.write_bundle() == other.write_bundle());
  CHECK(state_of(one) == state_of(other));
  CHECK(state_of(one) == bureau.state());
  CHECK(faults_of(one.write_bundle()).empty());
  Ledger reread;
  merge(reread, one.write_bundle());
  CHECK(reread.write_bundle() == one.write_bundle());
}

TEST_CASE("Disclosures: nobody shows a body as that of another's record") {
  const Keeper bureau = founded_city();
  const OwnDevice liar = keyed_device(9);
  const Hash taken = bureau.end();
  const std::string lie = bundle_of({disclosed_by_hand(
      liar, R"({"by":"bureau","kind":"award.given","on":"2025-01-01","provider":"P1","reason":"评优","title":"冒"})",
      taken)});
  std::string written;
  for (const bool lie_first : {false, true}) {
    Ledger ledger;
    ledger.set_roots({bureau.id()});
    merge(ledger, lie_first ? lie : bureau.bundle());
    merge(ledger, lie_first ? bureau.bundle() : lie);
    // It keeps nobody from the record itself, and is passed on as it came: as its device's word.
    CHECK(state_of(ledger) == bureau.state());
    CHECK(ledger.records()[ledger.find(taken)].standing == RecordStanding::counts);
    if (written.empty()) written = ledger.write_bundle();
    CHECK(ledger.write_bundle() == written);
    CHECK(faults_of(written).empty());
  }
}

TEST_CASE("Disclosures: nobody signs the end of another's feed by showing a part with that end") {
  const Keeper bureau = founded_city();
  const OwnDevice liar = keyed_device(9);
  const SignedHead& genuine = *bureau.ledger.feeds()[0].head;
  for (int i = 0; i < 20; ++i) {
    const std::string body =
        R"({"by":"bureau","kind":"award.given","on":"2025-01-01","provider":"P1","reason":"评优","title":")" +
        std::to_string(i) + "\"}";
    const std::string lie = bundle_of({disclosed_by_hand(liar, body, genuine.head.hash, genuine.head.sequence)});
    Ledger ledger;
    merge(ledger, bureau.bundle());
    merge(ledger, lie);
    CHECK(ledger.feeds()[0].head->signature == genuine.signature);
    CHECK(faults_of(ledger.write_bundle()).empty());
    CHECK(ledger.extracts().size() == 1);
  }
}

TEST_CASE("Disclosures: what the bureau has decided of a record holds for no other body under its hash") {
  Keeper bureau = founded_city();
  Keeper enterprise = enterprise_of(bureau);
  enterprise.take({rating("2025-01", "unsatisfied")});
  bureau.receive(enterprise);
  bureau.state(RecordAdmitted{enterprise.end(), "电话核实"});
  // Someone passes on the bureau's feed without the enterprise's, and a body of his own making instead.
  Ledger ledger;
  ledger.set_roots({bureau.id()});
  std::string of_bureau;
  for (const std::string& feed : {bureau.bundle()}) {
    const std::size_t begin = feed.find(R"({"device":{"id":")" + bureau.id());
    of_bureau = feed.substr(begin, feed.find("\n]}", begin) + 3 - begin);
  }
  merge(ledger, bundle_of({of_bureau}));
  merge(
      ledger,
      bundle_of({disclosed_by_hand(
          keyed_device(9, Role::enterprise),
          R"({"by":"enterprise","engagement":"C1","kind":"rating.given","on":"2025-06-30","period":"2025-01","satisfaction":"satisfied"})",
          enterprise.end())}));
  CHECK(ledger.records().back().standing == RecordStanding::unknown_device);
}

TEST_CASE("Disclosures: whoever has but bodies of its own feed signs none of them, and follows none") {
  const Keeper bureau = founded_city();
  Keeper emptied(1);
  emptied.use_salts("9");
  emptied.receive(redacted(bureau));
  CHECK_FALSE(emptied.ledger.head_to_sign(emptied.id()).has_value());
  emptied.take({award("甲")});
  CHECK(emptied.ledger.records().back().sequence == 1);
  CHECK(faults_of(emptied.bundle()).empty());
  Keeper other(2);
  other.receive(emptied);
  CHECK(other.bundle() == emptied.bundle());
}
