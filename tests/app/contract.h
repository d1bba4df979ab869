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
  const Record& record(const RecordReference& reference) const { return app.ledger().records()[reference.record]; }
};

}  // namespace hengping::shell
