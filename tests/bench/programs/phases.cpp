// Times every phase from a facts file's text to the answer's bytes, and prints milliseconds as JSON. The same program runs natively and, compiled
// to WebAssembly, under node: tests/bench/compare.mjs runs both in turn with their JavaScript twins.
//   phases FILE YYYY-MM-DD ROUNDS    every phase by itself
//   phases FILE YYYY-MM-DD ledger    one more fact in a ledger that holds the file, as the app adds it, a hundred times
//   phases FILE YYYY-MM-DD answer    one answer, as the command line gives it, and the memory that it took at most
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/codec/input_file.h"
#include "core/codec/json_reader.h"
#include "core/facts/sequence.h"
#include "core/ledger/ledger.h"
#include "core/rules/evaluate.h"
#include "core/rules/live_evaluation.h"
#include "tests/bench/measure.h"
#include "tests/core/support.h"

namespace {

using namespace hengping;
using namespace hengping::bench;

double milliseconds_since(double start) { return processor_time() - start; }

/// Times by phase, in the order of first use.
class Stopwatch {
 public:
  template <class Work>
  auto time(const char* phase, Work work) {
    const double start = processor_time();
    auto result = work();
    add(phase, milliseconds_since(start));
    return result;
  }
  void add(const char* phase, double milliseconds) {
    const auto found = std::find(names_.begin(), names_.end(), phase);
    if (found == names_.end()) {
      names_.emplace_back(phase);
      times_.push_back({milliseconds});
    } else {
      times_[static_cast<std::size_t>(found - names_.begin())].push_back(milliseconds);
    }
  }
  void print() const {
    std::printf("{");
    for (std::size_t i = 0; i < names_.size(); ++i) {
      std::printf("%s\"%s\":[", i == 0 ? "" : ",", names_[i].c_str());
      for (std::size_t j = 0; j < times_[i].size(); ++j) std::printf("%s%.3f", j == 0 ? "" : ",", times_[i][j]);
      std::printf("]");
    }
    std::printf("}\n");
  }

 private:
  std::vector<std::string> names_;
  std::vector<std::vector<double>> times_;
};

/// The JSON layer alone, every fact handed out and dropped.
std::size_t count_facts(std::string_view text) {
  static constexpr std::array<std::string_view, 2> path = {"facts", "*"};
  static constexpr std::array<StreamPath, 1> paths = {StreamPath(path)};
  FaultList faults;
  std::size_t count = 0;
  const auto document = read_json(text, faults, paths, [&count](const StreamedElement& /*element*/) { ++count; });
  require(document.has_value(), "the file is not JSON");
  return count;
}

/// The verdicts of all facts but the last, then of all: what one more fact costs in memory.
void time_last_fact(const SymbolTable& symbols, std::span<const Fact* const> ordered, CivilDate as_of,
                    Stopwatch& watch) {
  const auto end = std::find_if(ordered.begin(), ordered.end(), [as_of](const Fact* fact) { return fact->on > as_of; });
  if (end == ordered.begin()) return;
  const auto all = static_cast<std::size_t>(end - ordered.begin());
  LiveEvaluation live(FactSequence{&symbols, ordered.first(all - 1)}, default_policy(), as_of);
  watch.time("one more fact, in memory", [&] {
    live.update(FactSequence{&symbols, ordered.first(all)});
    return 0;
  });
}

/// What the app does when a form is saved: a rating's text is examined, taken into the ledger and judged.
void time_ledger(std::string_view text, CivilDate as_of, Stopwatch& watch) {
  constexpr int times = 100;
  const Device device{std::string(32, 'a'), Role::bureau, "", "", ""};
  Ledger ledger;
  Intake intake = ledger.examine(text, default_policy());
  require(intake.ok(), "the file has faults");
  std::string engagement;
  for (const Intake::Item& item : intake.items()) {
    const auto* signed_one = body_as<EngagementSigned>(item.fact->body);
    if (signed_one != nullptr) engagement = ledger.symbols().text(signed_one->engagement);
  }
  require(!engagement.empty(), "the file has no contract");
  ledger.take(std::move(intake), test::author(device, "2026-11-23T05:31:08Z"));
  LiveEvaluation live(ledger.sequence(), default_policy(), as_of);
  for (int i = 0; i < times; ++i) {
    // Every one is new, or it would be already there and taken in for nothing.
    const std::string rating = R"({"format":"hengping.facts","version":1,"facts":[{"kind":"rating.given","on":")" +
                               as_of.to_string() + R"(","by":"enterprise","engagement":")" + engagement +
                               R"(","period":"final","satisfaction":"satisfied","comment":")" + std::to_string(i) +
                               R"("}]})";
    const auto added = watch.time("one more fact, from its text, in the ledger", [&] {
      Intake one = ledger.examine(rating, live.policy());
      const std::size_t count = one.added();
      ledger.take(std::move(one), test::author(device, "2026-11-23T05:31:08Z"));
      live.update(ledger.sequence());
      return count;
    });
    require(added == 1, "the rating was not added");
  }
}

void time_phases(std::string_view text, CivilDate as_of, Stopwatch& watch) {
  const double start = processor_time();
  SymbolTable symbols;
  FaultList faults;
  const InputFile file = watch.time("JSON and reading of facts",
                                    [&] { return read_input_file(text, symbols, InputFile::Keep::facts, faults); });
  watch.time("checks between facts", [&] {
    const std::vector<std::uint8_t> none(file.facts.size(), 0);
    check_sequence(file.facts, none, SequenceBase{Identifiers(), FactSequence{&symbols, {}}, symbols, default_policy()},
                   faults);
    return 0;
  });
  require(faults.empty(), "the file has faults");
  const auto ordered = watch.time("legal order", [&] { return in_legal_order(file); });
  const double in_memory = processor_time();
  const State state = watch.time("fold", [&] { return fold(FactSequence{&symbols, ordered}, as_of); });
  const Policy& policy = state.policies().in_force(default_policy(), as_of);
  const Answer answer = watch.time("evaluate", [&] { return evaluate(state, policy, as_of); });
  watch.add("fold and evaluate, facts in memory", milliseconds_since(in_memory));
  time_last_fact(symbols, ordered, as_of, watch);
  const std::string json = watch.time("writing the answer", [&] { return write_answer(answer); });
  require(!json.empty(), "there is no answer");
  watch.add("file to answer, phase by phase", milliseconds_since(start));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "phases FILE YYYY-MM-DD ROUNDS|ledger|answer\n");
    return 2;
  }
  const std::string text = read_all(arguments[1]);
  const auto as_of = CivilDate::parse(arguments[2]);
  require(as_of.has_value(), "the date is none");
  if (std::string_view(arguments[3]) == "answer") {
    const double start = processor_time();
    const EvaluateResult result = evaluate_text(text, *as_of);
    const double time = milliseconds_since(start);
    require(result.ok, "the file has faults");
    std::printf("{\"milliseconds\":%.3f,\"memory\":%.0f,\"answer\":%zu}\n", time, most_memory(), result.json.size());
    return 0;
  }
  if (std::string_view(arguments[3]) == "ledger") {
    Stopwatch watch;
    time_ledger(text, *as_of, watch);
    watch.print();
    return 0;
  }
  const int rounds = std::atoi(arguments[3]);
  Stopwatch watch;
  for (int round = 0; round < rounds; ++round) {
    watch.time("JSON alone", [&] { return count_facts(text); });
    time_phases(text, *as_of, watch);
    watch.time("file to answer", [&] { return evaluate_text(text, *as_of).json.size(); });
  }
  watch.print();
  return 0;
}
