// What the steps of reading and evaluating cost by themselves, natively; `make bench` builds and runs it.
#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/symbol.h"
#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "core/facts/read_fact.h"
#include "core/ledger/ledger.h"
#include "core/rules/evaluate.h"
#include "tests/core/support.h"

namespace {

using namespace hengping;

constexpr std::string_view rating =
    R"({"kind":"rating.given","on":"2025-10-04","by":"enterprise","engagement":"E9670","period":"2025-09",)"
    R"("satisfaction":"basically_satisfied","comment":"功能够用，报表还可再简化"})";

std::string numbered(std::string_view before, int number) { return std::string(before) + std::to_string(number); }

/// A city of ratings alone, as text: `providers` with ten contracts each, rated every month until there are `facts` facts.
std::string city(int providers, int facts) {
  std::string out = R"({"format":"hengping.facts","version":1,"facts":[)";
  out +=
      R"({"kind":"enterprise.registered","on":"2024-11-01","enterprise":"Q1","name":"精工","uscc":"91220101MA00000013","industry":"汽车"})";
  int count = 1;
  for (int provider = 0; provider < providers; ++provider, ++count) {
    out +=
        R"(,{"kind":"provider.registered","on":"2024-11-05","provider":")" + numbered("P", provider) +
        R"(","name":"数科","uscc":"91220101MA00000013","address":"长春","legal_representative":"王","business_scope":"软件",)"
        R"("registered_capital":"5000000"})";
  }
  for (int contract = 0; contract < 10 * providers; ++contract, ++count) {
    out += R"(,{"kind":"engagement.signed","on":"2024-12-01","engagement":")" + numbered("E", contract) +
           R"(","provider":")" + numbered("P", contract / 10) +
           R"(","enterprise":"Q1","amount":"1000","due_on":"2026-12-31",)"
           R"("items":[{"name":"MES","function":"排产","purpose":"提效","unit_price":"1000","quantity":1}]})";
  }
  for (int i = 0; count < facts; ++i, ++count) {
    out += R"(,{"kind":"rating.given","on":"2025-10-04","by":"enterprise","engagement":")" +
           numbered("E", i % (10 * providers)) + R"(","period":")" + numbered("20", 10 + i / (10 * providers) % 90) +
           R"(-09","satisfaction":"satisfied"})";
  }
  return out + "]}";
}

}  // namespace

TEST_CASE("Small steps") {
  BENCHMARK("a date") { return CivilDate::parse("2025-10-04"); };
  BENCHMARK("a percentage") { return Percent::parse_number("33.25"); };
  SymbolTable symbols;
  for (int i = 0; i < 10'000; ++i) static_cast<void>(symbols.intern<EngagementId>(numbered("E", i)));
  BENCHMARK("an identifier that is known") { return symbols.intern<EngagementId>("E9670"); };
  BENCHMARK("a rating as JSON") {
    FaultList faults;
    return read_json(rating, faults);
  };
  FaultList faults;
  const JsonValue value = read_json(rating, faults).value();
  BENCHMARK("a rating as a fact") {
    JsonValue copy = value;
    ReadFact read;
    read_fact(copy, 3, symbols, faults, read);
    return read;
  };
  BENCHMARK("a rating in canonical bytes") { return canonical(value); };
  REQUIRE(faults.empty());
}

TEST_CASE("A ledger of 100,000 facts") {
  const CivilDate today = CivilDate::parse("2026-10-31").value();
  const Device device{std::string(32, 'a'), Role::bureau, "", "", ""};
  Ledger ledger;
  Intake intake = ledger.examine(city(300, 100'000), default_policy());
  REQUIRE(intake.ok());
  ledger.take(std::move(intake), test::author(device, "2026-11-23T05:31:08Z"));
  BENCHMARK("fold and evaluate") {
    const State state = fold(ledger.sequence(), today);
    return evaluate(state, default_policy(), today);
  };
}
