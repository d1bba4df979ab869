// Records as pages name and show them: what a ref names, what a ground rests on, what a record says.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "contract.h"
#include "shell/app/view_models.h"

using namespace hengping;
using namespace hengping::shell;

using Names = std::vector<std::string>;

TEST_CASE("A failed acceptance and a lag rest on the records that decide them") {
  Contract contract;
  const auto conclude = [&](const char* on, const char* outcome) {
    REQUIRE(contract
                .fact(R"({"kind":"acceptance.concluded","engagement":"E1","on":")" + std::string(on) +
                      R"(","outcome":")" + outcome + "\"}")
                .ok());
  };
  const auto only = [&](std::size_t ground) {
    const auto detail = provider_detail(contract.app, "P1");
    REQUIRE(detail->grounds.at(ground).references.size() == 1);
    return detail->grounds.at(ground).references.front();
  };
  GroundReference lag = only(2);
  CHECK(lag.record.hash.empty());  // nothing was reported yet
  CHECK(lag.plan.kind == "engagement.signed");
  REQUIRE(contract.fact(R"({"kind":"progress.reported","on":"2025-05-20","engagement":"E1","percent":10})").ok());
  REQUIRE(contract.fact(R"({"kind":"progress.reported","on":"2025-05-30","engagement":"E1","percent":20})").ok());
  lag = only(2);
  CHECK(lag.record.kind == "progress.reported");
  CHECK(lag.record.on == "2025-05-30");
  REQUIRE(
      contract
          .fact(R"({"kind":"engagement.amended","on":"2025-06-01","engagement":"E1","consented":true,"reason":"延期",
                "plan":[{"on":"2025-06-20","percent":80}]})")
          .ok());
  CHECK(only(2).plan.kind == "engagement.amended");

  conclude("2025-06-02", "failed");
  conclude("2025-06-03", "failed_major");
  conclude("2025-06-04", "failed_major");
  conclude("2025-06-05", "failed");
  const GroundReference failed = only(5);
  CHECK(failed.ref == "acceptance:E1");
  CHECK(failed.name.kind == RefName::Kind::acceptance);
  CHECK(failed.name.id == "E1");
  CHECK(failed.record.kind == "acceptance.concluded");
  CHECK(failed.record.on == "2025-06-04");
}

TEST_CASE("A ref is told apart by what it names") {
  Contract contract;
  contract.complaint("C1", "7.1");
  REQUIRE(contract.fact(R"({"kind":"rectification.ordered","on":"2025-05-01","order":"R1","provider":"P1","for":[]})")
              .ok());
  using Kind = RefName::Kind;
  const auto named = [&](const char* ref) { return name_ref(ref, contract.app.state()); };
  CHECK(named("C1").kind == Kind::complaint);
  CHECK(named("R1").kind == Kind::order);
  CHECK(named("E1").kind == Kind::engagement);
  CHECK(named("nobody").kind == Kind::other);
  CHECK(named("E1@2025-01").period == "2025-01");
  CHECK(named("acceptance:E1:2025-06-04").on == "2025-06-04");
  CHECK(named("amendment:E1:2025-06-04").kind == Kind::amendment);
  const RefName change = named("change:P1:legal_representative:2025-12-10");
  CHECK(change.kind == Kind::change);
  CHECK(change.on == "2025-12-10");
  CHECK(change.field == ProviderField::legal_representative);
  CHECK(named("some:thing").id == "some:thing");
}

TEST_CASE("More than so many orders meet Article 9(1): its count is measured against one more than the limit") {
  Contract contract;
  const auto order = [&](const char* id) {
    REQUIRE(contract
                .fact(R"({"kind":"rectification.ordered","on":"2025-06-20","provider":"P1","for":[],"order":")" +
                      std::string(id) + "\"}")
                .ok());
  };
  order("R1");
  order("R2");
  GroundView ground = provider_detail(contract.app, "P1")->grounds.front();
  CHECK(ground.limit == 2);
  CHECK(ground.needed == 3);
  CHECK_FALSE(ground.met);
  CHECK(ground.near);
}

TEST_CASE("A record's page holds what it says and what vouches for it") {
  Contract contract;
  const Record& record = contract.app.ledger().records().at(3);  // after the founding of the ledger, provider and enterprise
  const auto detail = record_detail(contract.app, record.hash_text());
  REQUIRE(detail);
  CHECK(detail->kind == "engagement.signed");
  CHECK(detail->bytes == record.bytes);
  CHECK(detail->engagement == "E1");
  CHECK(detail->provider_name == "长春隆拓有限公司");
  CHECK(detail->sequence == 4);
  CHECK_FALSE(detail->in_future);
  const auto amount = std::find_if(detail->members.begin(), detail->members.end(),
                                   [](const auto& one) { return one.name == "amount"; });
  REQUIRE(amount != detail->members.end());
  CHECK(std::get<MoneyValue>(amount->value).text == "12,000.50");
  Names names;
  for (const RecordMember& member : detail->members) names.push_back(member.name);
  names.resize(7);
  CHECK(names == Names{"engagement", "provider", "enterprise", "amount", "due_on", "items", "plan"});
  CHECK(std::get<PartyValue>(detail->members[1].value).name == "长春隆拓有限公司");
  CHECK(std::get<std::vector<ItemView>>(detail->members[5].value).at(0).total == "12,000.60");
  CHECK(std::get<std::vector<PlanView>>(detail->members[6].value).at(0).percent == "50");
  CHECK_FALSE(record_detail(contract.app, "00"));
}
