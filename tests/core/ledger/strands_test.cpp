// Feeds that arrive in parts, twice, forked, or from someone who lies about them.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/ledger/irregularities.h"
#include "tests/core/facts_text.h"
#include "tests/core/ledger/by_hand.h"
#include "tests/core/ledger/keepers.h"

using namespace hengping;
using namespace hengping::test;

using Faults = std::vector<std::string>;

namespace {

std::string award_body(std::string_view title) { return replaced(award(title), "{", R"({"by":"bureau",)"); }

/// A bureau with as many records as asked for, the first registering P1.
Keeper bureau(int number, int records) {
  Keeper keeper(number);
  keeper.take({provider_p1});
  for (int i = 2; i <= records; ++i) keeper.take({award(std::to_string(i))});
  return keeper;
}

/// A bundle of the device's records from one number to another, with the head that they have there.
std::string part(const Keeper& keeper, std::size_t first, std::size_t last) {
  std::vector<const Record*> of_device;
  for (const Record& record : keeper.ledger.records()) {
    if (keeper.ledger.feeds()[record.feed].device.id == keeper.id()) of_device.push_back(&record);
  }
  Head head{last, of_device.at(last - 1)->hash, {}};
  std::string feed = R"({"device":)" + write_device(keeper.own.device) + R"(,"head":{"bodies":")" +
                     to_hex(head.bodies) + R"(","hash":")" + to_hex(head.hash) + R"(","seq":)" + std::to_string(last) +
                     R"(,"signature":")" + to_hex(sign(head_message(keeper.id(), head), keeper.own.seed)) +
                     R"("},"records":[)";
  for (std::size_t i = first; i <= last; ++i) feed += (i == first ? "\n" : ",\n") + of_device.at(i - 1)->bytes;
  return bundle_of({feed + "\n]}"});
}

void merge(Ledger& ledger, std::string_view bundle) {
  Intake intake = ledger.examine(bundle, default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  ledger.merge(std::move(intake));
}

std::size_t counting(const Ledger& ledger) {
  return static_cast<std::size_t>(std::count_if(ledger.records().begin(), ledger.records().end(),
                                                [](const Record& one) { return one.counts_as_fact(); }));
}

std::vector<std::string> irregularities(const Ledger& ledger) {
  std::vector<std::string> out;
  for (const Irregularity& one : find_irregularities(ledger))
    out.push_back(std::string(irregularity_name(one.kind)) + " " + std::to_string(one.sequence));
  return out;
}

}  // namespace

TEST_CASE("Strands: what comes without its beginning is kept, does not count, and does once the beginning has come") {
  const Keeper sender = bureau(1, 5);
  Ledger ledger;
  Intake intake = ledger.examine(part(sender, 3, 5), default_policy());
  REQUIRE(faults_of(intake.faults()).empty());
  REQUIRE(intake.feeds().size() == 1);
  CHECK(intake.feeds()[0].part_missing);
  CHECK_FALSE(intake.feeds()[0].forks);
  ledger.merge(std::move(intake));
  for (const Record& record : ledger.records()) CHECK(record.standing == RecordStanding::missing_part);
  CHECK(ledger.sequence().facts.empty());
  CHECK(irregularities(ledger) == Faults{"missing_part 3"});
  REQUIRE(ledger.rights().size() == 1);
  CHECK(ledger.rights()[0].waiting == 3);

  Intake beginning = ledger.examine(part(sender, 1, 2), default_policy());
  REQUIRE(beginning.ok());
  CHECK_FALSE(beginning.feeds()[0].part_missing);
  CHECK_FALSE(beginning.feeds()[0].forks);
  ledger.merge(std::move(beginning));
  CHECK(counting(ledger) == 5);
  CHECK(irregularities(ledger).empty());
  CHECK(ledger.rights()[0].waiting == 0);
}

TEST_CASE("Strands: a feed in parts is written as one, the same bytes whichever part came first") {
  const Keeper sender = bureau(1, 6);
  std::vector<std::string> parts = {part(sender, 1, 2), part(sender, 3, 4), part(sender, 5, 6), part(sender, 2, 5)};
  std::vector<std::size_t> order = {0, 1, 2, 3};
  std::string written;
  do {
    Ledger ledger;
    for (const std::size_t i : order) {
      Intake intake = ledger.examine(parts[i], default_policy());
      REQUIRE(faults_of(intake.faults()).empty());
      ledger.merge(std::move(intake));
    }
    CHECK(counting(ledger) == 6);
    CHECK(irregularities(ledger).empty());
    const std::string bundle = ledger.write_bundle();
    if (written.empty()) written = bundle;
    CHECK(bundle == written);
    CHECK(faults_of(bundle).empty());
    // Whoever goes on with this feed does so at its end.
    CHECK(ledger.find(ledger.head_to_sign(sender.id()) ? ledger.head_to_sign(sender.id())->head.hash : sender.end()) !=
          Record::nowhere);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("Strands: a bundle that was sent before changes nothing") {
  const Keeper sender = bureau(1, 3);
  Ledger ledger;
  for (int i = 0; i < 2; ++i) {
    Intake intake = ledger.examine(sender.bundle(), default_policy());
    REQUIRE(intake.ok());
    CHECK(intake.added() == (i == 0 ? 3U : 0U));
    ledger.merge(std::move(intake));
  }
  const Keeper later = bureau(1, 5);
  Intake replay = ledger.examine(later.bundle(), default_policy());
  REQUIRE(replay.ok());
  CHECK(replay.added() == 2);
  ledger.merge(std::move(replay));
  merge(ledger, sender.bundle());  // an older one takes nothing back
  CHECK(ledger.write_bundle() == later.bundle());
}

TEST_CASE(
    "Strands: records repeated, reordered, dropped from the middle or from the end are refused with their place") {
  const Keeper sender = bureau(1, 4);
  const std::string bundle = sender.bundle();
  const auto bytes = [&sender](std::size_t i) { return sender.ledger.records()[i].bytes; };
  const auto refused = [](const std::string& text) {
    const Faults faults = faults_of(text);
    return faults.size() == 1 ? faults.front() : std::string("not one fault");
  };
  CHECK(refused(replaced(bundle, bytes(1), bytes(1) + ",\n" + bytes(1))) == "/feeds/0/records/2/seq record.sequence");
  CHECK(refused(replaced(replaced(replaced(bundle, bytes(1), "@"), bytes(2), bytes(1)), "@", bytes(2))) ==
        "/feeds/0/records/1/seq record.sequence");
  CHECK(refused(replaced(bundle, bytes(1) + ",\n", "")) == "/feeds/0/records/1/seq record.sequence");
  CHECK(refused(replaced(bundle, ",\n" + bytes(3), "")) == "/feeds/0/head/seq bundle.head");
  // Without its beginning it is a part, and no fault.
  CHECK(faults_of(replaced(bundle, bytes(0) + ",\n", "")).empty());
}

TEST_CASE("Strands: a forked feed is taken in with both ends, whichever came first, and the fork is told") {
  const Keeper before = bureau(1, 3);
  Keeper one(before, "1");
  Keeper other(before, "2");
  one.take({award("甲")});
  one.take({award("乙")});
  other.take({award("丙")});

  const auto merged = [](std::initializer_list<const Keeper*> keepers, std::size_t forks) {
    auto ledger = std::make_unique<Ledger>();
    std::size_t told = 0;
    for (const Keeper* keeper : keepers) {
      Intake intake = ledger->examine(keeper->bundle(), default_policy());
      REQUIRE(intake.ok());
      for (const auto& news : intake.feeds()) told += news.forks ? 1U : 0U;
      ledger->merge(std::move(intake));
    }
    CHECK(told == forks);
    return ledger;
  };
  const auto ledger = merged({&one, &other}, 1);
  const auto reversed = merged({&other, &one}, 1);
  const auto all = merged({&before, &other, &one}, 1);
  for (const Ledger* each : {ledger.get(), reversed.get(), all.get()}) {
    CHECK(counting(*each) == 6);
    CHECK(irregularities(*each) == Faults{"fork 4"});
    CHECK(each->write_bundle() == ledger->write_bundle());
  }
  // A bundle that is forked itself says so to who had nothing of it.
  Ledger fresh;
  Intake intake = fresh.examine(ledger->write_bundle(), default_policy());
  REQUIRE(intake.ok());
  REQUIRE(intake.feeds().size() == 2);
  CHECK(intake.feeds()[0].forks != intake.feeds()[1].forks);
  fresh.merge(std::move(intake));
  CHECK(fresh.write_bundle() == ledger->write_bundle());
}

TEST_CASE("Strands: a feed that forks at its very beginning is told too") {
  const Keeper one = bureau(1, 1);
  Keeper other(1);
  other.take({replaced(provider_p1, "\"P1\"", "\"P2\"")});
  Ledger ledger;
  merge(ledger, one.bundle());
  Intake intake = ledger.examine(other.bundle(), default_policy());
  REQUIRE(intake.ok());
  CHECK(intake.feeds()[0].forks);
  ledger.merge(std::move(intake));
  CHECK(counting(ledger) == 2);
  CHECK(irregularities(ledger) == Faults{"fork 1"});
  CHECK(faults_of(ledger.write_bundle()).empty());
}

TEST_CASE("Strands: after a fork the device goes on with one end, and says that it has seen the other") {
  const Keeper before = bureau(1, 2);
  Keeper one(before, "1");
  Keeper other(before, "2");
  one.take({award("甲")});
  other.take({award("乙")});
  other.take({award("丙")});
  one.receive(other);
  const Hash left = one.ledger.records()[2].hash;
  one.take({award("丁")});
  const Record& next = one.ledger.records().back();
  CHECK(next.sequence == 5);  // with the end that has gone further
  CHECK(next.bytes.find(R"("seen":[")" + to_hex(left) + "\"]") != std::string::npos);
  other.receive(one);
  CHECK(other.bundle() == one.bundle());
  CHECK(other.state() == one.state());
}

TEST_CASE("Strands: a part that has been here before stands between new records") {
  const Keeper sender = bureau(1, 5);
  Ledger ledger;
  merge(ledger, part(sender, 3, 3));
  merge(ledger, sender.bundle());
  CHECK(counting(ledger) == 5);
  CHECK(ledger.write_bundle() == sender.bundle());
  for (std::uint32_t i = 0; i < ledger.size(); ++i) {
    const Record& record = ledger.records()[i];
    CHECK(ledger.record_of(record.feed, record.sequence) == i);
  }
}

TEST_CASE("Strands: nobody writes into another's feed by saying that a record follows it") {
  Keeper victim = bureau(1, 3);
  const OwnDevice liar = keyed_device(2);
  const Record& last = victim.ledger.records()[2];
  const std::string forged = bundle_of({StrandByHand(liar).after(last).add(award_body("冒")).feed()});
  const std::string far = bundle_of({StrandByHand(liar).after(last.hash, 77, 77).add(award_body("冒")).feed()});
  for (const std::string& lie : {forged, far}) {
    Ledger ledger;
    merge(ledger, victim.bundle());
    Intake intake = ledger.examine(lie, default_policy());
    REQUIRE(intake.ok());
    CHECK(intake.feeds()[0].part_missing);
    ledger.merge(std::move(intake));
    REQUIRE(ledger.feeds().size() == 2);
    CHECK(ledger.feeds()[0].records.size() == 3);
    CHECK(ledger.records()[3].standing == RecordStanding::missing_part);
    // The same if the lie was there first.
    Ledger other;
    merge(other, lie);
    merge(other, victim.bundle());
    CHECK(other.records()[0].standing == RecordStanding::missing_part);
    CHECK(other.write_bundle() == ledger.write_bundle());
    CHECK(faults_of(other.write_bundle()).empty());
    CHECK(irregularities(other) == irregularities(ledger));
  }
}

TEST_CASE("Strands: a strand whose numbers or ticks do not follow what it names stands as if that were not there") {
  const OwnDevice own = keyed_device(1);
  StrandByHand first(own);
  first.add(award_body("零")).add(award_body("一"));
  const std::string beginning = bundle_of({first.feed()});
  const Record& last = first.record(1);
  for (const std::string& lie :
       {bundle_of({StrandByHand(own).after(last.hash, 5, last.tick).add(award_body("二")).feed()}),
        bundle_of({StrandByHand(own).after(last.hash, last.sequence, 0).add(award_body("二")).feed()})}) {
    std::string written;
    for (const bool lie_first : {false, true}) {
      Ledger ledger;
      merge(ledger, lie_first ? lie : beginning);
      merge(ledger, lie_first ? beginning : lie);
      REQUIRE(ledger.size() == 3);
      CHECK(ledger.records()[lie_first ? 0 : 2].standing == RecordStanding::missing_part);
      if (written.empty()) written = ledger.write_bundle();
      CHECK(ledger.write_bundle() == written);
      CHECK(faults_of(written).empty());
    }
  }
}

TEST_CASE("Strands: another description under a device's identifier is refused, also within one bundle") {
  const Keeper keeper = bureau(1, 2);
  OwnDevice without_key = keeper.own;
  without_key.device.key.clear();
  without_key.device.scope.clear();
  without_key.seed.clear();
  const std::string forged = StrandByHand(without_key).add(award_body("冒")).feed();
  const std::string genuine = keeper.bundle();
  const std::size_t begin = genuine.find("[\n") + 2;
  const std::string feed = genuine.substr(begin, genuine.rfind("\n]}") - begin);
  CHECK(faults_of(bundle_of({feed, forged})) == Faults{"/feeds/1/device bundle.device_differs"});
  CHECK(faults_of(bundle_of({forged, feed})) == Faults{"/feeds/1/device bundle.device_differs"});
  CHECK(faults_of(keeper.ledger.examine(bundle_of({forged}), default_policy()).faults()) ==
        Faults{"/feeds/0/device bundle.device_differs"});
}

TEST_CASE("Strands: a tick out of all proportion stops nobody from going on") {
  const std::uint64_t largest = std::uint64_t{1} << 53U;
  const std::string bundle = bundle_of({StrandByHand(keyed_device(9)).tick(largest).add(award_body("大")).feed()});
  Keeper keeper = bureau(1, 2);
  keeper.receive(bundle);
  keeper.take({award("三")});
  keeper.take({award("四")});
  CHECK(faults_of(keeper.bundle()).empty());
  CHECK(faults_of(keeper.ledger_file()).empty());
}
