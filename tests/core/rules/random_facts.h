// Random facts about a small world: for properties that must hold whatever is stated.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "tests/core/facts_text.h"

namespace hengping::test {

/// Facts of a small world, drawn so that they often concern the same order, contract or finding and fall on the same days. Many are refused by
/// the ledger (a verification before any submission, say); the rest is what a device might take in, in any order of days.
class RandomFacts {
 public:
  /// Draws a whole number below its argument.
  using Draw = std::function<std::uint32_t(std::uint32_t)>;
  explicit RandomFacts(Draw draw) : draw_(std::move(draw)) {}

  std::string next() {
    const std::string id = std::to_string(below(4));
    const std::string provider = R"("provider":"P)" + std::to_string(1 + below(3)) + "\"";
    const std::string contract = R"("engagement":"C)" + std::to_string(1 + below(4)) + "\"";
    switch (below(18)) {
      case 0: return order_of(id, provider);
      case 1: return of("rectification.submitted", R"("by":"provider","text":"已整改","order":"R)" + id + "\"");
      case 2: return of("rectification.verified", outcome() + R"("order":"R)" + id + "\"");
      case 3:
        return of("rectification.extended", R"("due_on":"2025-0)" + std::to_string(3 + below(7)) +
                                                R"(-15","reason":"延","order":"R)" + id + "\"");
      case 4: return of("rectification.refused", R"("reason":"拒","order":"R)" + id + "\"");
      case 5: return of("rectification.voided", R"("reason":"误","order":"R)" + id + "\"");
      case 6:
        return of("finding.raised", R"("finding":"F)" + id + "\"," + provider + R"(,"article":"9.)" +
                                        std::to_string(4 + below(3)) + R"(","text":"见记录")");
      case 7: return of("finding.confirmed", R"("reason":"属实","finding":"F)" + id + "\"");
      case 8: return of("finding.dismissed", R"("reason":"不实","finding":"F)" + id + "\"");
      case 9: return of("provider.reinstated", provider + R"(,"reason":"整改到位")");
      case 10: return of("progress.reported", contract + R"(,"percent":)" + std::to_string(below(101)));
      case 11: return of("acceptance.concluded", contract + R"(,"outcome":"failed_major")");
      case 12:
        return of("disqualification.noticed",
                  R"("decision":"D)" + id + "\"," + provider + R"(,"grounds":["9.1"],"text":"告知")");
      case 13:
        return of("disqualification.decided", R"("outcome":"disqualified","reason":"属实","decision":"D)" + id + "\"");
      case 14: return of("engagement.ended", contract + R"(,"outcome":"completed")");
      default:
        return of("rating.given", R"("by":"enterprise",)" + contract + R"(,"period":"2025-0)" +
                                      std::to_string(1 + below(4)) + R"(","satisfaction":")" +
                                      (below(3) == 0 ? "satisfied" : "unsatisfied") + "\"");
    }
  }

 private:
  std::uint32_t below(std::uint32_t count) { return draw_(count); }
  std::string day() {
    const std::string number = std::to_string(1 + below(28));
    return "2025-0" + std::to_string(1 + below(8)) + "-" + (number.size() == 1 ? "0" : "") + number;
  }
  std::string of(std::string_view kind, const std::string& members) { return fact(kind, day(), members); }
  std::string outcome() { return below(2) == 0 ? R"("outcome":"passed",)" : R"("outcome":"failed",)"; }
  std::string order_of(const std::string& id, const std::string& provider) {
    return of("rectification.ordered", R"("order":"R)" + id + "\"," + provider + R"(,"for":[])");
  }

  Draw draw_;
};

/// Three providers and four contracts with a plan, to which random facts are added.
inline std::string small_world() {
  std::string text = R"({"format":"hengping.facts","version":1,"facts":[)" + enterprise_e1;
  for (const char* id : {"P1", "P2", "P3"}) text += "," + replaced(provider_p1, "\"P1\"", '"' + std::string(id) + '"');
  for (const char* id : {"C1", "C2", "C3", "C4"}) {
    std::string contract = replaced(engagement_c1, "\"C1\"", '"' + std::string(id) + '"');
    contract = replaced(contract, "\"P1\"", id[1] == '4' ? "\"P2\"" : "\"P1\"");
    text += "," + replaced(contract, "\"items\"", R"("plan":[{"on":"2025-06-30","percent":60.5}],"items")");
  }
  return text + "]}";
}

}  // namespace hengping::test
