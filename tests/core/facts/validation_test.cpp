// semantics §1 "Faults", each by name. Pointers are those of the members at fault.
#include <catch2/catch_test_macros.hpp>

#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

using Faults = std::vector<std::string>;

namespace {

// A sound little city with one more fact.
std::string city_and(std::string_view fact) { return facts_file({provider_p1, enterprise_e1, engagement_c1, fact}); }
Faults provider_with(std::string_view from, std::string_view to) {
  return faults_of(facts_file({replaced(provider_p1, from, to)}));
}
Faults engagement_with(std::string_view from, std::string_view to) {
  return faults_of(facts_file({provider_p1, enterprise_e1, replaced(engagement_c1, from, to)}));
}
std::string with_plan(std::string_view plan) {
  return facts_file({provider_p1, enterprise_e1,
                     replaced(engagement_c1, "\"items\"", "\"plan\":" + std::string(plan) + ",\"items\"")});
}

}  // namespace

TEST_CASE("Validation: sound facts have no fault") {
  CHECK(faults_of(city_and(rating("2025-01", "unsatisfied"))).empty());
  CHECK(faults_of(facts_file({})).empty());
}

TEST_CASE("Validation: the document has its format, version and facts, and nothing else") {
  CHECK(faults_of("[]") == Faults{" field.type"});
  CHECK(faults_of("{}") == Faults{"/format field.missing", "/version field.missing", "/facts field.missing"});
  CHECK(faults_of(R"({"format":"x","version":1,"facts":[]})") == Faults{"/format document.format"});
  CHECK(faults_of(R"({"format":"hengping.facts","version":2,"facts":[]})") == Faults{"/version document.version"});
  CHECK(faults_of(R"({"format":"hengping.facts","version":"1","facts":[]})") == Faults{"/version document.version"});
  CHECK(faults_of(R"({"format":"hengping.facts","version":1.0,"facts":[]})").empty());
  CHECK(faults_of(R"({"format":"hengping.facts","version":1,"facts":{}})") == Faults{"/facts field.type"});
  CHECK(faults_of(R"({"format":"hengping.facts","version":1,"facts":[],"a/b~":1})") == Faults{"/a~1b~0 field.unknown"});
  CHECK(faults_of(facts_file({"7", "[]", "null"})) ==
        Faults{"/facts/0 field.type", "/facts/1 field.type", "/facts/2 field.type"});
}

TEST_CASE("Validation: text that is not JSON gives one fault at the empty pointer, whatever came before") {
  CHECK(faults_of(facts_file({"7"}).substr(0, 50)) == Faults{" json.syntax"});
  CHECK(faults_of(facts_file({R"({"kind":"x","kind":"y"})"})) == Faults{" json.duplicate_key"});
}

TEST_CASE("Validation: kind, date and role of every fact") {
  CHECK(faults_of(facts_file({"{}"})) == Faults{"/facts/0/on field.missing", "/facts/0/kind field.missing"});
  CHECK(faults_of(facts_file({R"({"kind":"provider.vanished","on":"2025-01-01"})"})) ==
        Faults{"/facts/0/kind kind.unknown"});
  CHECK(faults_of(facts_file({R"({"kind":5,"on":"2025-01-01"})"})) == Faults{"/facts/0/kind field.type"});
  CHECK(provider_with("2024-11-05", "2024-11-31") == Faults{"/facts/0/on field.date"});
  CHECK(provider_with("\"2024-11-05\"", "20241105") == Faults{"/facts/0/on field.type"});
  CHECK(provider_with("\"bureau\"", "\"mayor\"") == Faults{"/facts/0/by field.choice"});
}

TEST_CASE("Validation: a role states only what it may (semantics §5)") {
  CHECK(provider_with("\"bureau\"", "\"enterprise\"") == Faults{"/facts/0/by role.not_allowed"});
  CHECK(provider_with("\"bureau\"", "\"provider\"") == Faults{"/facts/0/by role.not_allowed"});
  CHECK(engagement_with("\"engagement.signed\"", "\"engagement.signed\",\"by\":\"enterprise\"").empty());
  CHECK(engagement_with("\"engagement.signed\"", "\"engagement.signed\",\"by\":\"inspector\"") ==
        Faults{"/facts/2/by role.not_allowed"});
  const std::string given = rating("2025-01", "satisfied");
  for (const char* role : {"inspector", "provider", "evaluator"}) {
    CHECK(faults_of(city_and(replaced(given, "enterprise", role))) == Faults{"/facts/3/by role.not_allowed"});
  }
  CHECK(faults_of(city_and(replaced(given, "\"by\":\"enterprise\"", "\"by\":\"bureau\""))) ==
        Faults{"/facts/3/by role.on_behalf"});
  CHECK(faults_of(city_and(replaced(given, "\"by\":\"enterprise\",", ""))) == Faults{"/facts/3/by role.on_behalf"});
  CHECK(faults_of(city_and(replaced(given, "\"by\":\"enterprise\"", "\"by\":\"bureau\",\"on_behalf\":true"))).empty());
  CHECK(faults_of(city_and(replaced(given, "\"by\":\"enterprise\"", "\"on_behalf\":false"))) ==
        Faults{"/facts/3/by role.on_behalf"});
  CHECK(faults_of(city_and(replaced(given, "\"by\":\"enterprise\"", "\"by\":\"bureau\",\"on_behalf\":1"))) ==
        Faults{"/facts/3/on_behalf field.type", "/facts/3/by role.on_behalf"});
}

TEST_CASE("Validation: on_behalf stands only on kinds that a party states") {
  CHECK(provider_with("\"kind\"", "\"on_behalf\":true,\"kind\"") == Faults{"/facts/0/on_behalf field.unknown"});
}

TEST_CASE("Validation: a note may stand on any fact") {
  CHECK(provider_with("\"kind\"", "\"note\":\"\",\"kind\"").empty());
  CHECK(provider_with("\"kind\"", "\"note\":null,\"kind\"") == Faults{"/facts/0/note field.type"});
}

TEST_CASE("Validation: missing, empty, wrong and unknown members of a provider") {
  for (const char* member :
       {"name", "uscc", "address", "legal_representative", "business_scope", "registered_capital", "provider"}) {
    const std::string place = "/facts/0/" + std::string(member);
    const std::string key = "\"" + std::string(member) + "\":";
    INFO(member);
    CHECK(provider_with(key, "\"x\":") == Faults{place + " field.missing", "/facts/0/x field.unknown"});
    CHECK(provider_with(key, key + "null,\"x\":") == Faults{place + " field.type", "/facts/0/x field.unknown"});
  }
  CHECK(provider_with("\"长春市朝阳区\"", "\"\"") == Faults{"/facts/0/address field.empty"});
  CHECK(provider_with("\"P1\"", "\"P 1\"") == Faults{"/facts/0/provider field.identifier"});
  CHECK(provider_with("\"kind\"", "\"contact\":\"\",\"kind\"").empty());
  CHECK(provider_with("\"kind\"", "\"types\":[\"链主\",\"小快轻准\"],\"kind\"").empty());
  CHECK(provider_with("\"kind\"", "\"types\":[],\"kind\"") == Faults{"/facts/0/types field.empty_list"});
  CHECK(provider_with("\"kind\"", "\"types\":[\"链主\",\"x\",5],\"kind\"") ==
        Faults{"/facts/0/types/1 field.choice", "/facts/0/types/2 field.type"});
}

TEST_CASE("Validation: a wrong unified social credit code is refused at its member") {
  CHECK(provider_with("91220101MA00000013", "91220101MA00000014") == Faults{"/facts/0/uscc field.uscc_check"});
  CHECK(provider_with("91220101MA00000013", "91220101MA0000001") == Faults{"/facts/0/uscc field.uscc_form"});
  CHECK(provider_with("91220101MA00000013", "") == Faults{"/facts/0/uscc field.empty"});
}

TEST_CASE("Validation: texts have at most 100,000 characters, counted as code points") {
  std::string name;
  for (int i = 0; i < 100'000; ++i) name += "𠮷";
  CHECK(provider_with("长春启明数科有限公司", name).empty());
  CHECK(provider_with("长春启明数科有限公司", name + "田") == Faults{"/facts/0/name field.too_long"});
}

TEST_CASE("Validation: money is a decimal string or a number of the same range") {
  for (const char* money : {"\"0\"", "0", "1e3", "\"999999999999999.99\"", "999999999999999.99", "0.10", "\"007\""}) {
    CHECK(engagement_with("\"amount\":\"120000\"", "\"amount\":" + std::string(money)).empty());
  }
  for (const char* money : {"\"\"", "\"-1\"", "-1", "0.001", "\"1.234\"", "1e15", "\"1e3\"", "\"１\""}) {
    CHECK(engagement_with("\"amount\":\"120000\"", "\"amount\":" + std::string(money)) ==
          Faults{"/facts/2/amount field.money"});
  }
  CHECK(engagement_with("\"amount\":\"120000\"", "\"amount\":true") == Faults{"/facts/2/amount field.type"});
}

TEST_CASE("Validation: the items of a contract") {
  CHECK(engagement_with("\"quantity\":1", "\"quantity\":0") == Faults{"/facts/2/items/0/quantity field.positive"});
  CHECK(engagement_with("\"quantity\":1", "\"quantity\":0.5,\"standard\":true").empty());
  CHECK(engagement_with("\"quantity\":1", "\"quantity\":\"1\"") == Faults{"/facts/2/items/0/quantity field.type"});
  CHECK(engagement_with("\"quantity\":1", "\"quantity\":1,\"standard\":\"yes\"") ==
        Faults{"/facts/2/items/0/standard field.type"});
  CHECK(engagement_with("\"quantity\":1", "\"quantity\":1,\"brand\":\"x\"") ==
        Faults{"/facts/2/items/0/brand field.unknown"});
  CHECK(engagement_with(R"([{"name":"MES","function":"排产","purpose":"提效","unit_price":"120000","quantity":1}])",
                        "[]") == Faults{"/facts/2/items field.empty_list"});
  CHECK(engagement_with(R"([{"name":"MES","function":"排产","purpose":"提效","unit_price":"120000","quantity":1}])",
                        "[5]") == Faults{"/facts/2/items/0 field.type"});
}

TEST_CASE("Validation: a contract's due date is not before the day of signing") {
  CHECK(engagement_with("2025-12-31", "2024-11-30") == Faults{"/facts/2/due_on date.due_before_on"});
  CHECK(engagement_with("2025-12-31", "2024-12-01").empty());
}

TEST_CASE("Validation: levels are whole numbers from 0 to 4, by value") {
  for (const char* level : {"0", "4", "2.0", "4e0"}) {
    CHECK(engagement_with("\"items\"", "\"baseline_level\":" + std::string(level) + ",\"items\"").empty());
  }
  for (const char* level : {"5", "-1", "1.5"}) {
    CHECK(engagement_with("\"items\"", "\"baseline_level\":" + std::string(level) + ",\"items\"") ==
          Faults{"/facts/2/baseline_level field.level"});
  }
}

TEST_CASE("Validation: a plan's dates and percents strictly rise, its first point after the day of signing") {
  CHECK(faults_of(with_plan(R"([{"on":"2024-12-02","percent":0},{"on":"2025-01-01","percent":99.99}])")).empty());
  CHECK(faults_of(with_plan(R"([{"on":"2024-12-01","percent":10}])")) ==
        Faults{"/facts/2/plan/0/on plan.before_signing"});
  CHECK(faults_of(with_plan(R"([{"on":"2025-01-01","percent":10},{"on":"2025-01-01","percent":20}])")) ==
        Faults{"/facts/2/plan/1/on plan.date_not_rising"});
  CHECK(faults_of(with_plan(R"([{"on":"2025-01-01","percent":10},{"on":"2025-02-01","percent":10}])")) ==
        Faults{"/facts/2/plan/1/percent plan.percent_not_rising"});
  CHECK(faults_of(with_plan(R"([{"on":"2025-01-01","percent":100.5}])")) ==
        Faults{"/facts/2/plan/0/percent field.percent"});
  CHECK(faults_of(with_plan(R"([{"on":"2025-01-01","percent":"5"}])")) == Faults{"/facts/2/plan/0/percent field.type"});
  CHECK(faults_of(with_plan("[]")) == Faults{"/facts/2/plan field.empty_list"});
  CHECK(faults_of(with_plan("[1]")) == Faults{"/facts/2/plan/0 field.type"});
}

TEST_CASE("Validation: ratings have a period, a satisfaction and perhaps scores") {
  const std::string given = rating("2025-01", "satisfied");
  CHECK(faults_of(city_and(replaced(given, "2025-01", "2025-13"))) == Faults{"/facts/3/period field.period"});
  CHECK(faults_of(city_and(replaced(given, "\"satisfied\"", "\"happy\""))) ==
        Faults{"/facts/3/satisfaction field.choice"});
  CHECK(faults_of(city_and(replaced(given, "\"period\"", R"("scores":{"a/b":4.5},"comment":"","period")"))).empty());
  CHECK(faults_of(city_and(replaced(given, "\"period\"", R"("scores":{"a/b":"4"},"period")"))) ==
        Faults{"/facts/3/scores/a~1b field.type"});
  CHECK(faults_of(city_and(replaced(given, "\"period\"", R"("scores":[4],"period")"))) ==
        Faults{"/facts/3/scores field.type"});
  CHECK(faults_of(city_and(replaced(withdrawal("2025-01", "2025-07-01"), "误填", ""))) ==
        Faults{"/facts/3/reason field.empty"});
}

TEST_CASE("Validation: a withdrawal without a rating is no fault") {
  CHECK(faults_of(city_and(withdrawal("2025-01", "2025-07-01"))).empty());
}

TEST_CASE("Validation: what does not exist, or not yet") {
  CHECK(faults_of(facts_file({enterprise_e1, engagement_c1})) == Faults{"/facts/1/provider identifier.unknown"});
  CHECK(faults_of(facts_file({engagement_c1})) ==
        Faults{"/facts/0/provider identifier.unknown", "/facts/0/enterprise identifier.unknown"});
  CHECK(faults_of(facts_file({provider_p1, enterprise_e1, replaced(engagement_c1, "2024-12-01", "2024-11-05")})) ==
        Faults{"/facts/2/enterprise identifier.not_yet"});
  CHECK(faults_of(city_and(rating("2025-01", "satisfied", "2024-11-30"))) ==
        Faults{"/facts/3/engagement identifier.not_yet"});
}

TEST_CASE("Validation: on one day what is named must stand earlier in the file") {
  const std::string same_day = replaced(engagement_c1, "2024-12-01", "2024-11-06");
  CHECK(faults_of(facts_file({provider_p1, enterprise_e1, same_day})).empty());
  CHECK(faults_of(facts_file({provider_p1, same_day, enterprise_e1})) ==
        Faults{"/facts/1/enterprise identifier.not_yet"});
}

TEST_CASE("Validation: facts need not be sorted by date") {
  CHECK(faults_of(facts_file({rating("2025-01", "satisfied"), engagement_c1, enterprise_e1, provider_p1})).empty());
}

TEST_CASE("Validation: an identifier is used once per type; of two the later in order is at fault") {
  CHECK(faults_of(facts_file({provider_p1, replaced(provider_p1, "启明", "光明")})) ==
        Faults{"/facts/1/provider identifier.exists"});
  CHECK(faults_of(facts_file({provider_p1, replaced(provider_p1, "2024-11-05", "2024-11-04")})) ==
        Faults{"/facts/0/provider identifier.exists"});
  CHECK(faults_of(facts_file({provider_p1, replaced(enterprise_e1, "\"E1\"", "\"P1\"")})).empty());
}

TEST_CASE("Validation: a fact with a fault still makes its identifier exist") {
  CHECK(faults_of(facts_file({replaced(provider_p1, "长春市朝阳区", ""), enterprise_e1, engagement_c1})) ==
        Faults{"/facts/0/address field.empty"});
  CHECK(faults_of(facts_file({replaced(provider_p1, "2024-11-05", "2024-11-31"), enterprise_e1, engagement_c1})) ==
        Faults{"/facts/0/on field.date"});
  CHECK(faults_of(facts_file({provider_p1, enterprise_e1, replaced(engagement_c1, "\"120000\"", "-1"),
                              rating("2025-01", "satisfied")})) == Faults{"/facts/2/amount field.money"});
}

TEST_CASE("Validation: every fault is found, those of form and those of sequence") {
  CHECK(faults_of(facts_file({replaced(engagement_c1, "\"120000\"", "-1"), "{}"})) ==
        Faults{"/facts/0/amount field.money", "/facts/0/provider identifier.unknown",
               "/facts/0/enterprise identifier.unknown", "/facts/1/on field.missing", "/facts/1/kind field.missing"});
}

TEST_CASE("Validation: at most a hundred faults are listed, the first ones, and all are counted") {
  std::string text = R"({"format":"hengping.facts","version":1,"facts":[7)";
  for (int i = 1; i < 5000; ++i) text += ",7";
  const auto intake = Ledger().examine(text + "]}", default_policy());
  CHECK(intake.faults().total() == 5000);
  const auto faults = faults_of(intake.faults());
  REQUIRE(faults.size() == 100);
  CHECK(faults.back() == "/facts/99 field.type");
}

TEST_CASE("Validation: every fault says in Chinese and in English what is wrong") {
  for (const Fault& fault :
       Ledger().examine(facts_file({engagement_c1, "{}", "7"}), default_policy()).faults().sorted()) {
    CHECK_FALSE(fault.message.zh.empty());
    CHECK_FALSE(fault.message.en.empty());
    CHECK(fault.message.zh != fault.message.en);
  }
}

TEST_CASE("Evaluate: a refused text gives the faults as JSON, an accepted one the answer") {
  const auto refused = evaluate_text(facts_file({"7"}), day("2025-06-30"));
  CHECK_FALSE(refused.ok);
  CHECK(refused.json.starts_with(R"({"ok": false, "total": 1, "faults": [)"));
  CHECK(refused.json.find(R"({"pointer": "/facts/0", "code": "field.type", "message": {"zh": ")") != std::string::npos);
  const auto answered = evaluate_text(city_and(rating("2025-01", "unsatisfied")), day("2025-06-30"));
  CHECK(answered.ok);
  CHECK(answered.json.starts_with(
      "{\"as_of\": \"2025-06-30\", \"policy\": {\"id\": \"changchun\", \"version\": 1}, \"providers\": [\n"
      "{\"provider\": \"P1\", \"standing\": \"in_pool\", \"triggers\": [], \"orders\": [], \"grounds\": [{\"article\": "
      "\"9.1\", "
      "\"met\": false, \"count\": 0, \"limit\": 2, \"refusals\": 0, \"refs\": [], \"explanation\": {\"zh\": \""));
  CHECK(answered.json.find(
            "{\"article\": \"9.2\", \"met\": false, \"count\": 1, \"limit\": 5, \"refs\": [\"C1@2025-01\"], ") !=
        std::string::npos);
  CHECK(answered.json.find("{\"article\": \"9.3\", \"met\": false, \"lag\": 0, \"limit\": 20, \"refs\": [], ") !=
        std::string::npos);
  CHECK(answered.json.find("{\"article\": \"9.4\", \"met\": false, \"count\": 0, \"refs\": [], ") != std::string::npos);
  CHECK(answered.json.ends_with("}}], \"replacement_available\": []}]}\n"));
}

TEST_CASE("Evaluate: providers registered by the day, in byte order of their identifiers") {
  const auto other = [](std::string_view id, std::string_view on) {
    return replaced(replaced(provider_p1, "\"P1\"", "\"" + std::string(id) + "\""), "2024-11-05", on);
  };
  const auto json = evaluate_text(facts_file({other("p", "2024-01-01"), other("P10", "2024-01-01"),
                                              other("P9", "2024-01-02"), other("Z", "2024-01-03")}),
                                  day("2024-01-02"))
                        .json;
  const auto at = [&](std::string_view id) { return json.find("\"provider\": \"" + std::string(id) + "\""); };
  CHECK(at("P10") < at("P9"));
  CHECK(at("P9") < at("p"));
  CHECK(at("p") != std::string::npos);
  CHECK(at("Z") == std::string::npos);
}
