// A bureau with a root key, its city, and the devices of enterprises that ask to be enrolled.
#pragma once

#include <string>
#include <utility>

#include "tests/core/facts_text.h"
#include "tests/core/ledger/keepers.h"

namespace hengping::test {

inline std::string complaint(std::string_view id, std::string_view engagement = "C1") {
  return fact("complaint.filed", "2025-03-01",
              R"("by":"enterprise","complaint":")" + std::string(id) + R"(","engagement":")" + std::string(engagement) +
                  R"(","article":"7.1","text":"无人响应")");
}

inline std::string rating_on_paper(std::string_view satisfaction) {
  return fact(
      "rating.given", "2025-06-30",
      R"("on_behalf":true,"engagement":"C1","period":"2025-01","satisfaction":")" + std::string(satisfaction) + "\"");
}

/// A bureau with a root key: P1, E1, their contract C1, and E2 with its own contract C2.
inline Keeper founded_city() {
  Keeper bureau(1);
  bureau.found();
  bureau.take({provider_p1, enterprise_e1, replaced(enterprise_e1, "\"E1\"", "\"E2\""), engagement_c1,
               replaced(replaced(engagement_c1, "\"C1\"", "\"C2\""), "\"E1\"", "\"E2\"")});
  return bureau;
}

/// An enterprise's device that has what the bureau has.
inline Keeper enterprise_of(const Keeper& bureau, int number = 2, std::string scope = "E1") {
  Keeper enterprise(number, Role::enterprise, std::move(scope));
  enterprise.receive(bureau);
  static_cast<void>(trust_first_founders(enterprise.ledger));
  return enterprise;
}

}  // namespace hengping::test
