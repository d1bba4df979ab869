// The commands of Article 10 and of the calendar, run as a person would.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "program.h"

using hengping::cli_tests::Folder;
using hengping::cli_tests::Result;
using nlohmann::json;

namespace {

using Words = std::vector<std::string>;

/// P1 with contract C1 (due 2025-12-31), three good ratings, an order of 3 March; P2 with nothing.
const char* const city = R"({"format":"hengping.facts","version":1,"facts":[
{"kind":"provider.registered","on":"2024-11-05","provider":"P1","name":"长春启明数科有限公司","uscc":"91220101MA00000013","address":"长春市","legal_representative":"王五","business_scope":"软件开发","registered_capital":"5000000"},
{"kind":"provider.registered","on":"2024-11-05","provider":"P2","name":"长春云图有限公司","uscc":"91220101MA00000013","address":"长春市","legal_representative":"赵六","business_scope":"软件开发","registered_capital":"5000000"},
{"kind":"enterprise.registered","on":"2024-11-06","enterprise":"E1","name":"吉林精工","uscc":"91220101MA00000013","industry":"汽车零部件"},
{"kind":"engagement.signed","on":"2024-12-01","engagement":"C1","provider":"P1","enterprise":"E1","amount":"120000","due_on":"2025-12-31","items":[{"name":"MES","function":"排产","purpose":"提效","unit_price":"120000","quantity":1}]},
{"kind":"deliverable.submitted","on":"2025-02-01","by":"provider","engagement":"C1","deliverable":"transformation_plan","title":"方案一"},
{"kind":"rating.given","on":"2025-02-28","by":"enterprise","engagement":"C1","period":"2025-01","satisfaction":"satisfied"},
{"kind":"rating.given","on":"2025-02-28","by":"enterprise","engagement":"C1","period":"2025-02","satisfaction":"satisfied"},
{"kind":"rating.given","on":"2025-02-28","by":"enterprise","engagement":"C1","period":"2025-03","satisfaction":"satisfied"},
{"kind":"rectification.ordered","on":"2025-03-03","order":"R1","provider":"P1","for":[]},
{"kind":"rectification.submitted","on":"2025-03-10","by":"provider","order":"R1","text":"已整改"},
{"kind":"rectification.verified","on":"2025-03-15","order":"R1","outcome":"passed"},
{"kind":"rectification.ordered","on":"2025-04-01","order":"R2","provider":"P1","for":[]}
]})";

json output(const Result& result) {
  CHECK(result.code == 0);
  return json::parse(result.out);
}

}  // namespace

TEST_CASE("hengping deadlines lists what falls due within the days, for a role or all") {
  const Folder folder;
  folder.write("c.json", city);
  const json all = output(folder.run({"deadlines", "c.json", "--as-of", "2025-04-15", "--json"}));
  CHECK(all["as_of"] == "2025-04-15");
  CHECK(all["days"] == 30);
  REQUIRE(all["deadlines"].size() == 1);
  CHECK(all["deadlines"][0]["ref"] == "R2");
  CHECK(all["deadlines"][0]["due_on"] == "2025-05-01");
  CHECK(all["deadlines"][0]["days_left"] == 16);
  CHECK(all["deadlines"][0]["roles"] == json::array({"provider"}));
  CHECK(all["deadlines"][0]["engagement"].is_null());
  CHECK(output(folder.run({"deadlines", "c.json", "--as-of", "2025-04-15", "--days", "15", "--json"}))["deadlines"]
            .empty());
  CHECK(output(folder.run({"deadlines", "c.json", "--as-of", "2025-04-15", "--days", "260", "--role", "enterprise",
                           "--json"}))["deadlines"][0]["ref"] == "C1");
  const Result words = folder.run({"deadlines", "c.json", "--as-of", "2025-05-03"});
  CHECK(words.code == 0);
  CHECK(words.out.find("R2应于2025-05-01前（含当日）完成整改。已逾期2天。") != std::string::npos);
  CHECK(folder.run({"--lang", "en", "deadlines", "c.json", "--as-of", "2025-05-03"}).out.find("Days overdue: 2.") !=
        std::string::npos);
}

TEST_CASE("hengping deadlines writes a calendar beside the list, or alone to stdout") {
  const Folder folder;
  folder.write("c.json", city);
  const Result result = folder.run({"deadlines", "c.json", "--as-of", "2025-04-15", "--ics", "d.ics", "--json"});
  CHECK(output(result)["deadlines"].size() == 1);
  const std::string calendar = folder.read("d.ics");
  CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(calendar.find("DTSTART;VALUE=DATE:20250501\r\n") != std::string::npos);
  CHECK(calendar.ends_with("END:VCALENDAR\r\n"));
  const Result piped = folder.run({"deadlines", "c.json", "--as-of", "2025-04-15", "--ics", "-"});
  CHECK(piped.code == 0);
  CHECK(piped.out.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(piped.out.ends_with("END:VCALENDAR\r\n"));
  const Result nowhere = folder.run({"deadlines", "c.json", "--as-of", "2025-04-15", "--ics", "no/such/d.ics"});
  CHECK(nowhere.code == 1);
  CHECK(nowhere.out.empty());
}

TEST_CASE("hengping rank gives ranks with their cards, and the others with the reason") {
  const Folder folder;
  folder.write("c.json", city);
  const json ranking = output(folder.run({"rank", "c.json", "--as-of", "2025-04-15", "--json"}));
  CHECK(ranking["policy"] == json({{"id", "changchun"}, {"version", 1}}));
  CHECK(ranking["pool"] == json({{"ratings", 3}, {"mean", 100}}));
  REQUIRE(ranking["ranked"].size() == 1);
  const json& first = ranking["ranked"][0];
  CHECK(first["rank"] == 1);
  CHECK(first["best"] == json({{"rank", 1}, {"criterion", nullptr}, {"change", nullptr}}));
  CHECK(first["card"]["provider"] == "P1");
  CHECK(first["card"]["coverage"] == 65);  // satisfaction 30, complaints 15, rectification 15, cases 5
  CHECK(first["card"]["total"] == 92.31);  // 6000 / 65
  CHECK(first["card"]["criteria"].size() == 7);
  CHECK(first["card"]["criteria"][0]["interval"] == json({{"low", 43.84}, {"high", 100}}));
  CHECK(first["card"]["criteria"][3]["points"].is_null());
  REQUIRE(ranking["unranked"].size() == 1);
  CHECK(ranking["unranked"][0]["card"]["provider"] == "P2");
  CHECK(ranking["unranked"][0]["card"]["total"].is_null());
  const Result words = folder.run({"rank", "c.json", "--as-of", "2025-04-15"});
  CHECK(words.out.find("92.31") != std::string::npos);
  CHECK(words.out.find("没有可以计分的指标") != std::string::npos);
}

TEST_CASE("hengping duties lists a contract's checklist, or a provider's with its conduct") {
  const Folder folder;
  folder.write("c.json", city);
  const json contract =
      output(folder.run({"duties", "c.json", "--engagement", "C1", "--as-of", "2025-04-15", "--json"}));
  REQUIRE(contract["items"].size() == 5);
  CHECK(contract["items"][1]["article"] == "5.2");
  CHECK(contract["items"][1]["status"] == "met");
  CHECK(contract["items"][1]["met_by"][0]["ref"] == "deliverable:C1:transformation_plan:2025-02-01");
  CHECK(contract["items"][2]["status"] == "missing");
  CHECK(contract["items"][2]["missing"].size() == 2);
  const json provider = output(folder.run({"duties", "c.json", "--provider", "P1", "--as-of", "2025-04-15", "--json"}));
  CHECK(provider["contracts"].size() == 1);
  CHECK(provider["items"].size() == 2);
  CHECK(provider["conduct"].size() == 6);
  const Result words = folder.run({"duties", "c.json", "--provider", "P1", "--as-of", "2025-04-15"});
  CHECK(words.code == 0);
  CHECK(words.out.find("第五条（二）：已完成") != std::string::npos);
  CHECK(words.out.find("数字化转型方案《方案一》") != std::string::npos);
  CHECK(words.out.find("没有关于第六条（一）的投诉和检查问题。") != std::string::npos);
}

TEST_CASE("deadlines, rank and duties explain themselves in both languages") {
  const Folder folder;
  for (const std::string command : {"deadlines", "rank", "duties"}) {
    const Result chinese = folder.run({command, "--help"});
    const Result english = folder.run({"--lang", "en", command, "--help"});
    CHECK(chinese.code == 0);
    CHECK(english.code == 0);
    CHECK(chinese.err.empty());
    CHECK(chinese.out.find("--as-of") != std::string::npos);
    CHECK(chinese.out != english.out);
  }
}

TEST_CASE("deadlines, rank and duties refuse what evaluate refuses, and wrong usage") {
  const Folder folder;
  folder.write("c.json", city);
  folder.write("bad.json", "{}");
  for (const Words& words :
       {Words{"deadlines", "bad.json", "--as-of", "2025-04-15"}, Words{"rank", "bad.json", "--as-of", "2025-04-15"},
        Words{"rank", "none.json", "--as-of", "2025-04-15"},
        Words{"duties", "bad.json", "--as-of", "2025-04-15", "--provider", "P1"}}) {
    const Result result = folder.run(words);
    CAPTURE(words);
    CHECK(result.code == 1);
    CHECK(json::parse(result.out)["ok"] == false);
  }
  for (const Words& words : {Words{"duties", "c.json", "--as-of", "2025-04-15", "--provider", "P9"},
                             Words{"duties", "c.json", "--as-of", "2025-04-15", "--engagement", "C9"},
                             Words{"duties", "c.json", "--as-of", "2024-11-30", "--engagement", "C1"}}) {
    const Result result = folder.run(words);
    CAPTURE(words);
    CHECK(result.code == 1);
    CHECK(json::parse(result.out)["ok"] == false);
    CHECK(json::parse(result.out)["faults"].size() == 1);
    CHECK_FALSE(result.err.empty());
  }
  for (const Words& words :
       {Words{"deadlines", "c.json"}, Words{"deadlines", "c.json", "--as-of", "2025-04-31"},
        Words{"deadlines", "c.json", "--as-of", "2025-04-15", "--days", "-1"},
        Words{"deadlines", "c.json", "--as-of", "2025-04-15", "--days", "36501"},
        Words{"deadlines", "c.json", "--as-of", "2025-04-15", "--role", "king"},
        Words{"deadlines", "c.json", "--as-of", "2025-04-15", "--ics", "-", "--json"}, Words{"rank", "c.json"},
        Words{"duties", "c.json", "--as-of", "2025-04-15"},
        Words{"duties", "c.json", "--as-of", "2025-04-15", "--provider", "P1", "--engagement", "C1"}}) {
    const Result result = folder.run(words);
    CAPTURE(words);
    CHECK(result.code == 2);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
  }
}
