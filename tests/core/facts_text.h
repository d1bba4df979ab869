// Facts as text, member by member.
#pragma once

#include <string>
#include <string_view>

#include "tests/core/support.h"

namespace hengping::test {

/// A fact as JSON: kind, day, and further members as they stand in the file.
inline std::string fact(std::string_view kind, std::string_view on, std::string_view members) {
  return "{\"kind\":\"" + std::string(kind) + "\",\"on\":\"" + std::string(on) + "\"" + (members.empty() ? "" : ",") +
         std::string(members) + "}";
}

inline std::string order(std::string_view id, std::string_view on, std::string_view more = "") {
  return fact("rectification.ordered", on,
              R"("order":")" + std::string(id) + R"(","provider":"P1","for":[])" + (more.empty() ? "" : ",") +
                  std::string(more));
}
inline std::string of_order(std::string_view kind, std::string_view on, std::string_view id, std::string_view more) {
  return fact("rectification." + std::string(kind), on, R"("order":")" + std::string(id) + "\"," + std::string(more));
}
inline std::string submitted(std::string_view on, std::string_view id = "R1") {
  return of_order("submitted", on, id, R"("by":"provider","text":"已整改")");
}
inline std::string verified(std::string_view on, std::string_view outcome, std::string_view id = "R1") {
  return of_order("verified", on, id, R"("outcome":")" + std::string(outcome) + "\"");
}
inline std::string finding(std::string_view id, std::string_view on, std::string_view article) {
  return fact("finding.raised", on,
              R"("finding":")" + std::string(id) + R"(","provider":"P1","article":")" + std::string(article) +
                  R"(","text":"见检查记录")");
}
inline std::string confirmed(std::string_view id, std::string_view on) {
  return fact("finding.confirmed", on, R"("finding":")" + std::string(id) + R"(","reason":"属实")");
}
inline std::string dismissed(std::string_view id, std::string_view on) {
  return fact("finding.dismissed", on, R"("finding":")" + std::string(id) + R"(","reason":"不属实")");
}
inline std::string accepted(std::string_view on, std::string_view outcome, std::string_view engagement = "C1") {
  return fact("acceptance.concluded", on,
              R"("engagement":")" + std::string(engagement) + R"(","outcome":")" + std::string(outcome) + "\"");
}
inline std::string award(std::string_view title, std::string_view provider = "P1") {
  return fact("award.given", "2025-01-01",
              R"("provider":")" + std::string(provider) + R"(","reason":"评优","title":")" + std::string(title) + "\"");
}
inline std::string reinstated(std::string_view on) {
  return fact("provider.reinstated", on, R"("provider":"P1","reason":"申诉成立")");
}

}  // namespace hengping::test
