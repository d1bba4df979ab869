#include "core/state/state_hash.h"

#include <set>

#include "core/rules/evidence.h"
#include "hengping/embedded_policy.gen.h"
#include "tests/core/every_kind.h"
#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string hash_of(std::string_view text) {
  FaultList faults;
  const auto evidence = Evidence::read(text, faults);
  for (const std::string& fault : faults_of(faults)) UNSCOPED_INFO(fault);
  REQUIRE(evidence != nullptr);
  return state_hash(fold(evidence->sequence(), CivilDate::after_all()));
}

}  // namespace

TEST_CASE("State hash: the same records give the same hash, whichever device folds them") {
  Ledger a;
  const std::string text = facts_file({provider_p1, enterprise_e1, engagement_c1, rating("2025-01", "unsatisfied")});
  Intake intake = a.examine(text, default_policy());
  REQUIRE(intake.ok());
  a.take(std::move(intake), author(bureau_device(), "2026-01-01T00:00:00Z"));
  Ledger b;
  Intake copy = b.examine(a.write_bundle(), default_policy());
  REQUIRE(copy.ok());
  b.take(std::move(copy), author(bureau_device('b'), "2026-02-01T00:00:00Z"));
  const auto of = [](const Ledger& ledger) { return state_hash(fold(ledger.sequence(), CivilDate::after_all())); };
  CHECK(of(a) == of(b));
  CHECK(of(a) == hash_of(text));
  CHECK(of(a).size() == 64);
}

TEST_CASE("State hash: every kind of fact changes it") {
  std::set<std::string> seen;
  std::string text = R"({"format":"hengping.facts","version":1,"facts":[)";
  for (const std::string& one : every_kind()) {
    text += (seen.empty() ? "" : ",") + one;
    INFO(one);
    // An award revoked is as if it had not been given; everything else leaves its mark.
    const bool leaves_a_mark = one.find("award.revoked") == std::string::npos;
    CHECK(seen.insert(hash_of(text + "]}")).second == leaves_a_mark);
  }
}

TEST_CASE("State hash: an adopted policy changes it, and so does its version") {
  const auto adopted = [](std::string_view version) {
    return fact("policy.adopted", "2025-03-01",
                R"("author":"王处长","reason":"修订","policy":)" +
                    replaced(changchun_1_json, "\"version\": 1", "\"version\": " + std::string(version)));
  };
  const std::set<std::string> seen = {hash_of(facts_file({provider_p1})),
                                      hash_of(facts_file({provider_p1, adopted("2")})),
                                      hash_of(facts_file({provider_p1, adopted("3")}))};
  CHECK(seen.size() == 3);
}

TEST_CASE("Evidence: a fact's place in the text, of a facts file and of a bundle") {
  FaultList faults;
  const std::string text = facts_file({enterprise_e1, provider_p1});
  const auto evidence = Evidence::read(text, faults);
  REQUIRE(evidence != nullptr);
  CHECK(evidence->pointer_to(*evidence->sequence().facts[0]) == "/facts/1");  // registered a day earlier
  CHECK(evidence->pointer_to(Fact{}).empty());
  Ledger ledger;
  Intake intake = ledger.examine(text, default_policy());
  ledger.take(std::move(intake), author(bureau_device(), "2026-01-01T00:00:00Z"));
  const std::string bundle = ledger.write_bundle();
  const auto other = Evidence::read(bundle, faults);
  REQUIRE(other != nullptr);
  CHECK(other->pointer_to(*other->sequence().facts[0]) == "/feeds/0/records/0/body");
  CHECK(Evidence::read("{", faults) == nullptr);
  CHECK(faults.total() == 1);
}
