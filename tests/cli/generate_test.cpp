#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "core/facts/kinds.h"
#include "core/facts/names.h"
#include "program.h"

using hengping::cli_tests::Folder;
using hengping::cli_tests::Result;
using nlohmann::json;

namespace {

using Texts = std::set<std::string>;

constexpr const char* today = "2026-11-23";

struct Shape {
  std::uint64_t providers = 12, enterprises = 60, facts = 600, seed = 1;
};
constexpr Shape medium{40, 300, 9000, 1};

Shape with_seed(Shape shape, std::uint64_t seed) {
  shape.seed = seed;
  return shape;
}

Result generate(const Folder& folder, const std::string& file, const Shape& shape) {
  return folder.run({"generate", "--providers", std::to_string(shape.providers), "--enterprises",
                     std::to_string(shape.enterprises), "--facts", std::to_string(shape.facts), "--seed",
                     std::to_string(shape.seed), "-o", file});
}

json facts_of(const Folder& folder, const Shape& shape) {
  REQUIRE(generate(folder, "city.json", shape).code == 0);
  return json::parse(folder.read("city.json"))["facts"];
}

/// The answer to the city that facts_of() left in the folder.
json answer_of(const Folder& folder, const std::string& day = today) {
  const Result answer = folder.run({"evaluate", "city.json", "--as-of", day, "--json"});
  INFO(answer.out.substr(0, 1000));
  REQUIRE(answer.code == 0);
  return json::parse(answer.out)["providers"];
}

/// All but the adoption of a policy: a city is judged by the policy that ships.
Texts all_kinds() {
  Texts names;
  for (const auto& kind : hengping::kinds()) names.emplace(kind.name);
  names.erase("policy.adopted");
  return names;
}

/// The values of a field of all facts of a kind.
std::map<std::string, int> values(const json& facts, const std::string& kind, const std::string& field) {
  std::map<std::string, int> found;
  for (const json& fact : facts) {
    if (fact["kind"] == kind && fact.contains(field)) ++found[fact[field].get<std::string>()];
  }
  return found;
}

template <class Values>
Texts keys(const Values& values) {
  Texts names;
  for (const auto& [name, count] : values) names.insert(name);
  return names;
}

struct Verdicts {
  Texts states, triggers, addressed, waived, grounds, standings;
};

Verdicts verdicts(const json& providers) {
  Verdicts found;
  for (const json& provider : providers) {
    found.standings.insert(provider["standing"].get<std::string>());
    for (const json& order : provider["orders"]) found.states.insert(order["state"].get<std::string>());
    for (const json& trigger : provider["triggers"]) {
      const std::string article = trigger["article"];
      found.triggers.insert(article);
      if (!trigger["addressed_by"].is_null()) found.addressed.insert(article);
      if (trigger["waived"] == true) found.waived.insert(article);
    }
    for (const json& ground : provider["grounds"]) {
      if (ground["met"] == true) found.grounds.insert(ground["article"].get<std::string>());
    }
  }
  return found;
}

std::size_t count_of(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

/// Peak memory of one run, in bytes. Freed memory is not kept back by a sanitizer.
long peak_memory(const Folder& folder, const std::string& facts) {
  const pid_t child = ::fork();
  if (child == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    if (::chdir(folder.path().c_str()) != 0 || ::dup2(nowhere, STDOUT_FILENO) < 0) ::_exit(126);
    ::setenv("ASAN_OPTIONS", "quarantine_size_mb=1:detect_leaks=0", 1);
    ::execl(HENGPING_PROGRAM, HENGPING_PROGRAM, "generate", "--providers", "50", "--enterprises", "500", "--facts",
            facts.c_str(), "--seed", "5", "-o", "/dev/null", nullptr);
    ::_exit(127);
  }
  int status = -1;
  rusage usage{};
  REQUIRE(::wait4(child, &status, 0, &usage) == child);
  REQUIRE(status == 0);
  return usage.ru_maxrss * 1024;
}

}  // namespace

TEST_CASE("A generated city holds every kind of record, from some 300 facts on") {
  const Folder folder;
  for (const Shape& shape : {medium, Shape{12, 60, 300, 20}, Shape{12, 60, 600, 20}, Shape{3, 5, 300, 4}}) {
    CAPTURE(shape.providers, shape.enterprises, shape.facts);
    Texts found;
    for (const json& fact : facts_of(folder, shape)) found.insert(fact["kind"].get<std::string>());
    CHECK(found == all_kinds());
  }
}

TEST_CASE("Every state of an order, every trigger, every ground and every standing appears, whatever the seed") {
  const Folder folder;
  const Texts articles_of_7{"7.1", "7.2", "7.3", "7.4", "7.5"};
  for (const std::uint64_t seed : {1U, 2U, 3U, 99U, 2026U}) {
    for (const Shape& shape : {medium, Shape{12, 60, 300}}) {
      CAPTURE(seed, shape.facts);
      (void)facts_of(folder, with_seed(shape, seed));
      const Verdicts found = verdicts(answer_of(folder));
      CHECK(found.states ==
            Texts{"voided", "closed_on_time", "closed_late", "refused", "awaiting_verification", "open", "lapsed"});
      CHECK(found.triggers == articles_of_7);
      CHECK(found.addressed == articles_of_7);
      CHECK(found.waived.contains("7.1"));
      CHECK(found.waived.contains("7.2"));
      CHECK(found.grounds == Texts{"9.1", "9.2", "9.3", "9.4", "9.5", "9.6"});
      CHECK(found.standings == Texts{"in_pool", "rectifying", "proposed", "disqualified"});
    }
  }
}

TEST_CASE("The small city for showing has verdicts of all kinds, some of them pressing") {
  const Folder folder;
  const json facts = facts_of(folder, Shape{12, 60, 600, 20});
  std::map<std::string, int> standings;
  std::map<std::string, int> states;
  int replaceable = 0;
  for (const json& provider : answer_of(folder)) {
    ++standings[provider["standing"]];
    replaceable += provider["replacement_available"].empty() ? 0 : 1;
    for (const json& order : provider["orders"]) {
      ++states[order["state"]];
      if (order["state"] != "open") continue;
      CHECK(order["days_left"] >= 0);
      CHECK(order["days_left"] <= 30);
    }
  }
  CHECK(standings["in_pool"] >= 4);
  CHECK(standings["rectifying"] >= 2);
  CHECK(standings["proposed"] == 1);
  CHECK(standings["disqualified"] == 1);
  CHECK(states["open"] >= 1);
  CHECK(states["awaiting_verification"] >= 1);
  CHECK(states["lapsed"] >= 1);
  CHECK(replaceable >= 1);
  CHECK(keys(values(facts, "deliverable.submitted", "deliverable")).size() == hengping::deliverable_choices.size());
}

TEST_CASE("Every value that a field can have is used, and every role speaks") {
  const Folder folder;
  const json facts = facts_of(folder, medium);
  CHECK(keys(values(facts, "deliverable.submitted", "deliverable")).size() == hengping::deliverable_choices.size());
  CHECK(keys(values(facts, "engagement.ended", "outcome")) == Texts{"completed", "replaced", "terminated"});
  CHECK(keys(values(facts, "acceptance.concluded", "outcome")) == Texts{"passed", "failed", "failed_major"});
  CHECK(keys(values(facts, "assessment.recorded", "phase")) == Texts{"before", "after"});
  CHECK(keys(values(facts, "need.listed", "list")) == Texts{"problem", "requirement", "scenario"});
  CHECK(keys(values(facts, "need.listed", "tag")) == Texts{"N", "X"});
  CHECK(keys(values(facts, "rating.given", "satisfaction")) ==
        Texts{"satisfied", "basically_satisfied", "unsatisfied"});
  CHECK(keys(values(facts, "rectification.verified", "outcome")) == Texts{"passed", "failed"});
  CHECK(keys(values(facts, "disqualification.decided", "outcome")) == Texts{"disqualified", "retained"});
  CHECK(keys(values(facts, "disqualification.appeal_decided", "outcome")) == Texts{"upheld", "overturned"});

  Texts roles;
  int linked = 0;
  int on_behalf = 0;
  int notes = 0;
  int below_required = 0;
  int longer = 0;
  std::set<bool> consents;
  for (const json& fact : facts) {
    roles.insert(fact["by"].get<std::string>());
    linked += fact.contains("from") ? 1 : 0;
    on_behalf += fact.contains("on_behalf") ? 1 : 0;
    notes += fact.contains("note") ? 1 : 0;
    longer += fact.contains("reason_for_longer") ? 1 : 0;
    if (fact["kind"] == "engagement.amended") consents.insert(fact["consented"].get<bool>());
    if (fact["kind"] == "assessment.recorded" && fact["phase"] == "after" && fact["level"] < 2) ++below_required;
  }
  CHECK(roles == Texts{"bureau", "enterprise", "inspector", "provider", "evaluator"});
  CHECK(linked > 0);
  CHECK(on_behalf > 0);
  CHECK(notes > on_behalf / 2);
  CHECK(below_required > 0);
  CHECK(longer > 0);
  CHECK(consents == std::set<bool>{false, true});
}

TEST_CASE("The successor of a replaced provider is another one, for the same enterprise") {
  const Folder folder;
  const json facts = facts_of(folder, medium);
  std::map<std::string, json> contracts;
  Texts replaced;
  for (const json& fact : facts) {
    if (fact["kind"] == "engagement.signed") contracts[fact["engagement"]] = fact;
    if (fact["kind"] == "engagement.ended" && fact["outcome"] == "replaced") replaced.insert(fact["engagement"]);
  }
  REQUIRE_FALSE(replaced.empty());
  for (const std::string& id : replaced) {
    REQUIRE(contracts.contains(id + "-2"));
    const json& successor = contracts[id + "-2"];
    CHECK(successor["enterprise"] == contracts[id]["enterprise"]);
    CHECK(successor["provider"] != contracts[id]["provider"]);
    CHECK(successor["on"] > contracts[id]["on"]);
  }
}

TEST_CASE("Amounts of contracts are the sums of their items") {
  const Folder folder;
  for (const json& fact : facts_of(folder, Shape{})) {
    CHECK(fact["on"] >= "2024-11-01");
    CHECK(fact["on"] <= "2026-10-31");
    if (fact["kind"] != "engagement.signed") continue;
    long total = 0;
    for (const json& item : fact["items"])
      total += std::stol(item["unit_price"].get<std::string>()) * item["quantity"].get<long>();
    CHECK(std::to_string(total) == fact["amount"]);
  }
}

TEST_CASE("The same seed gives the same bytes, another seed others") {
  const Folder folder;
  REQUIRE(generate(folder, "a", Shape{}).code == 0);
  REQUIRE(generate(folder, "b", Shape{}).code == 0);
  REQUIRE(generate(folder, "c", with_seed({}, 2)).code == 0);
  CHECK(folder.read("a") == folder.read("b"));
  CHECK(folder.read("a") != folder.read("c"));
  REQUIRE(generate(folder, "d", medium).code == 0);
  REQUIRE(generate(folder, "e", medium).code == 0);
  CHECK(folder.read("d") == folder.read("e"));
  const Result piped =
      folder.run({"generate", "--providers", "12", "--enterprises", "60", "--facts", "600", "--seed", "1", "-o", "-"});
  CHECK(piped.code == 0);
  CHECK(piped.out == folder.read("a"));
}

TEST_CASE("The bytes of seed 1 are those of every platform and release") {
  const Folder folder;
  REQUIRE(generate(folder, "a", Shape{}).code == 0);
  REQUIRE(generate(folder, "b", medium).code == 0);
  // FNV-1a, 64 bits. It changes only when names.json or the stories of the city do.
  const auto hash_of = [&folder](const std::string& file) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : folder.read(file)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
  };
  CHECK(hash_of("a") == 0x220FFBBB6EE092D0U);
  CHECK(hash_of("b") == 0xCF55E29531CC9C83U);
}

TEST_CASE("Every size and shape of city is valid and has exactly the facts asked for") {
  const Folder folder;
  std::uint64_t seed = 0;
  for (const Shape& shape : {Shape{1, 1, 3}, Shape{1, 1, 4}, Shape{1, 1, 9}, Shape{1, 1, 200}, Shape{1, 30, 901},
                             Shape{5, 2, 9}, Shape{5, 2, 10}, Shape{2, 5, 12}, Shape{3, 40, 84}, Shape{3, 40, 101},
                             Shape{12, 60, 132}, Shape{12, 60, 133}, Shape{12, 60, 211}, Shape{12, 60, 2000},
                             Shape{7, 7, 1001}, Shape{30, 10, 3000}, Shape{300, 60, 1000}, Shape{500, 1, 777}}) {
    for (int again = 0; again < 2; ++again) {
      const Shape seeded = with_seed(shape, ++seed * 1'000'003);
      CAPTURE(seeded.providers, seeded.enterprises, seeded.facts, seeded.seed);
      CHECK(facts_of(folder, seeded).size() == seeded.facts);
      CHECK(answer_of(folder).size() == seeded.providers);
    }
  }
}

TEST_CASE("Too few facts are refused with the number that it takes, and no file") {
  const Folder folder;
  const Result result = generate(folder, "x", Shape{12, 60, 131, 1});
  CHECK(result.code == 2);
  CHECK(result.err.find("132") != std::string::npos);
  CHECK(folder.names().empty());
}

TEST_CASE("Decent providers keep to their plans, on any day") {
  const Folder folder;
  (void)facts_of(folder, medium);
  for (const char* day : {"2025-06-30", "2025-10-15", "2026-02-28", "2026-07-01", "2026-10-31", today}) {
    CAPTURE(day);
    int far_behind = 0;
    for (const json& provider : answer_of(folder, day)) {
      for (const json& ground : provider["grounds"]) {
        far_behind += ground["article"] == "9.3" && ground["met"] == true ? 1 : 0;
      }
    }
    CHECK(far_behind <= 3);
  }
}

TEST_CASE("In a large city ratings are the most frequent records, progress next, and most providers are decent") {
  const Folder folder;
  REQUIRE(generate(folder, "city.json", Shape{300, 3000, 100'000, 7}).code == 0);
  const std::string text = folder.read("city.json");
  std::map<std::string, std::size_t> counts;
  for (const std::string& kind : all_kinds()) counts[kind] = count_of(text, "{\"kind\":\"" + kind + "\"");
  CHECK(counts["provider.registered"] == 300);
  CHECK(counts["enterprise.registered"] == 3000);
  CHECK(counts["rating.given"] > counts["progress.reported"]);
  std::size_t total = 0;
  for (const auto& [kind, count] : counts) {
    CAPTURE(kind);
    CHECK(count > 0);
    if (kind != "rating.given" && kind != "progress.reported") CHECK(count < counts["progress.reported"]);
    total += count;
  }
  CHECK(total == 100'000);

  std::map<std::string, int> standings;
  int grounds_met = 0;
  for (const json& provider : answer_of(folder)) {
    ++standings[provider["standing"]];
    for (const json& ground : provider["grounds"]) grounds_met += ground["met"] == true ? 1 : 0;
  }
  CHECK(standings["in_pool"] > 200);
  CHECK(standings["rectifying"] > 10);
  CHECK(standings["disqualified"] < 15);
  CHECK(grounds_met < 75);
}

TEST_CASE("Memory does not grow with the facts") {
  const Folder folder;
  constexpr long slack = 8L << 20U;
  CHECK(peak_memory(folder, "400000") < peak_memory(folder, "20000") + slack);
}
