#include "core/policy/policy_book.h"

#include <catch2/catch_test_macros.hpp>

#include "hengping/embedded_policy.gen.h"
#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string edited(int version, std::string_view from, std::string_view to) {
  return replaced(replaced(changchun_1_json, "\"version\": 1", "\"version\": " + std::to_string(version)), from, to);
}
std::string adopted(std::string_view on, const std::string& policy) {
  return fact("policy.adopted", on, R"("author":"王处长","reason":"适时修订","policy":)" + policy);
}
const std::string limit_5 = "\"unsatisfied_limit\": 5";

}  // namespace

TEST_CASE(
    "Policy: the last adopted one that holds on the day is in force, else the one before, else the one that ships") {
  const auto with = [](int version, std::optional<CivilDate> from, std::optional<CivilDate> until) {
    Policy policy = default_policy();
    policy.version = version;
    policy.holds_from = from;
    policy.holds_until = until;
    return std::make_shared<const Policy>(std::move(policy));
  };
  PolicyBook book;
  const auto version_on = [&book](std::string_view date) { return book.in_force(default_policy(), day(date)).version; };
  CHECK(version_on("2025-01-01") == 1);
  book.adopt(with(2, day("2025-01-01"), day("2025-06-30")));
  CHECK(version_on("2024-12-31") == 1);
  CHECK(version_on("2025-01-01") == 2);
  CHECK(version_on("2025-06-30") == 2);
  CHECK(version_on("2025-07-01") == 1);
  book.adopt(with(3, std::nullopt, std::nullopt));
  CHECK(version_on("2025-03-01") == 3);
  CHECK(book.has("changchun", 3));
  CHECK_FALSE(book.has("changchun", 4));
  CHECK_FALSE(book.has("jilin", 3));
  CHECK(book.all().size() == 2);
}

TEST_CASE("Policy: an edited one is a record with author and reason; it counts from its day on") {
  const Story story({rating("2025-01", "unsatisfied", "2025-02-01"),
                     adopted("2025-03-01", edited(2, limit_5, "\"unsatisfied_limit\": 1"))});
  const State before = fold(story.sequence(), day("2025-02-28"));
  CHECK(before.policies().in_force(default_policy(), day("2025-02-28")).version == 1);
  const State after = fold(story.sequence(), day("2025-03-01"));
  const Policy& policy = after.policies().in_force(default_policy(), day("2025-03-01"));
  CHECK(policy.version == 2);
  CHECK(policy.parameters.unsatisfied_limit == 1);
}

TEST_CASE("Policy: a decision keeps the version under which it was made") {
  const std::string noticed = fact("disqualification.noticed", "2025-02-01",
                                   R"("decision":"D1","provider":"P1","grounds":["9.1"],"text":"告知")");
  const auto decided = [](std::string_view on) {
    return fact("disqualification.decided", on, R"("decision":"D1","outcome":"retained","reason":"已整改")");
  };
  const std::string adoption = adopted("2025-03-01", edited(2, limit_5, limit_5));
  const Story early({noticed, decided("2025-02-28"), adoption});
  CHECK(fold(early.sequence(), day("2025-12-31")).decisions().at(0).decided->policy == nullptr);
  const Story late({noticed, decided("2025-03-02"), adoption});
  const State state = fold(late.sequence(), day("2025-12-31"));
  REQUIRE(state.decisions().at(0).decided->policy != nullptr);
  CHECK(state.decisions().at(0).decided->policy->version == 2);
}

TEST_CASE(
    "Policy: an order's longest period is that of the policy in force on its day, not of one that is only tested") {
  const std::string longer =
      adopted("2025-03-01", edited(2, "\"rectification_days\": 30", "\"rectification_days\": 60"));
  const std::string early = order("R1", "2025-02-01", R"("due_on":"2025-03-20")");
  const std::string late = order("R2", "2025-03-02", R"("due_on":"2025-04-20")");
  const auto city = [](std::initializer_list<std::string> more) {
    std::string text = R"({"format":"hengping.facts","version":1,"facts":[)" + provider_p1 + "," + enterprise_e1;
    for (const std::string& one : more) text += "," + one;
    return text + "]}";
  };
  CHECK(faults_of(city({late})) == Words{"/facts/2/due_on order.period_too_long"});
  CHECK(faults_of(city({longer, late})).empty());
  CHECK(faults_of(city({longer, early})) == Words{"/facts/3/due_on order.period_too_long"});
}

TEST_CASE("Policy: an adopted document is read as strictly as a file, and its version must be new") {
  const auto faults = [](std::initializer_list<std::string> facts) {
    std::string text = R"({"format":"hengping.facts","version":1,"facts":[)";
    for (const std::string& one : facts) text += (text.back() == '[' ? "" : ",") + one;
    return faults_of(text + "]}");
  };
  CHECK(faults({adopted("2025-03-01", edited(2, limit_5, "\"unsatisfied_limit\": 0"))}) ==
        Words{"/facts/0/policy/parameters/unsatisfied_limit policy.number"});
  CHECK(faults({adopted("2025-03-01", edited(1, limit_5, limit_5))}) ==
        Words{"/facts/0/policy/version policy.version_exists"});
  CHECK(faults(
            {adopted("2025-03-01", edited(2, limit_5, limit_5)), adopted("2025-04-01", edited(2, limit_5, limit_5))}) ==
        Words{"/facts/1/policy/version policy.version_exists"});
  CHECK(faults({adopted("2025-03-01", "7")}) == Words{"/facts/0/policy field.type"});
  CHECK(faults({fact("policy.adopted", "2025-03-01", R"("policy":)" + edited(2, limit_5, limit_5))}) ==
        Words{"/facts/0/author field.missing", "/facts/0/reason field.missing"});
}

TEST_CASE("Policy: the weights of the score card must total 100, and validity must not end before it begins") {
  FaultList list;
  CHECK_FALSE(read_policy(replaced(changchun_1_json, "\"satisfaction\": 30", "\"satisfaction\": 31"), list));
  CHECK(faults_of(list) == Words{"/score_card/weights policy.weights"});
  FaultList other;
  CHECK_FALSE(read_policy(replaced(changchun_1_json, "\"parameters\"",
                                   R"("holds_from": "2025-02-01", "holds_until": "2025-01-31", "parameters")"),
                          other));
  CHECK(faults_of(other) == Words{"/holds_until policy.validity"});
}
