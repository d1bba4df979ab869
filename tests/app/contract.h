// A harness that already holds one contract.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "harness.h"
#include "shell/app/view_models.h"

namespace hengping::shell {

/// One provider and its contract with a plan, as of 2025-06-30; the plan asks for 50 % by 2025-06-01.
struct Contract : Harness {
  Contract() {
    open();
    provider("P1", "长春隆拓有限公司");
    enterprise("Q1", "甲厂");
    REQUIRE(engagement("E1", "P1", "Q1", "2025-01-10", true).ok());
  }
  void need(const char* id, const char* list, const char* tag, const char* from = "") {
    std::string json = R"({"kind":"need.listed","on":"2025-02-01","by":"provider","engagement":"E1","need":")" +
                       std::string(id) + R"(","list":")" + list + R"(","tag":")" + tag + R"(","text":"排产")";
    if (*from != '\0') json += R"(,"from":")" + std::string(from) + "\"";
    REQUIRE(fact(json + "}").ok());
  }
  void deliver(const char* deliverable, const char* title = "报告") {
    REQUIRE(
        fact(R"({"kind":"deliverable.submitted","on":"2025-02-02","by":"provider","engagement":"E1","deliverable":")" +
             std::string(deliverable) + R"(","title":")" + title + "\"}")
            .ok());
  }
  void complaint(const char* id, const char* article) {
    REQUIRE(fact(R"({"kind":"complaint.filed","on":"2025-03-01","by":"enterprise","engagement":"E1","complaint":")" +
                 std::string(id) + R"(","article":")" + article + R"(","text":"说明"})")
                .ok());
  }
  /// Ratings, progress and a level reached: data for more than the least weight of the score card.
  void enough_to_rank() {
    for (const char* period : {"2025-01", "2025-02", "2025-03", "2025-04"})
      rating("E1", period, Satisfaction::satisfied, "2025-05-01");
    REQUIRE(fact(R"({"kind":"progress.reported","on":"2025-06-20","engagement":"E1","percent":60})").ok());
    REQUIRE(
        fact(
            R"({"kind":"assessment.recorded","on":"2025-06-25","by":"evaluator","engagement":"E1","phase":"after","level":2})")
            .ok());
  }
  const Record& record(const RecordReference& reference) const { return app.ledger().records()[reference.record]; }
};

}  // namespace hengping::shell
