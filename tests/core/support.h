// Facts as text, for tests: sound ones to begin with, and ways to spoil them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/ledger/ledger.h"
#include "core/policy/policy.h"
#include "core/rules/evaluate.h"

namespace hengping::test {

inline std::string facts_file(std::initializer_list<std::string_view> facts) {
  std::string out = R"({"format":"hengping.facts","version":1,"facts":[)";
  bool first = true;
  for (const auto fact : facts) {
    if (!first) out += ",\n";
    first = false;
    out += fact;
  }
  return out + "]}";
}

/// The text with the first `from` replaced by `to`; the test stops if it does not stand there.
inline std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  const auto at = out.find(from);
  if (at == std::string::npos) throw std::string("nothing to replace: ") + std::string(from);
  return out.replace(at, from.size(), to);
}

inline const std::string provider_p1 =
    R"({"kind":"provider.registered","on":"2024-11-05","by":"bureau","provider":"P1","name":"长春启明数科有限公司","uscc":"91220101MA00000013",)"
    R"("address":"长春市朝阳区","legal_representative":"𠮷田","business_scope":"软件开发","registered_capital":"5000000.00"})";
inline const std::string enterprise_e1 =
    R"({"kind":"enterprise.registered","on":"2024-11-06","enterprise":"E1","name":"吉林精工","uscc":"91220101MA00000013","industry":"汽车零部件"})";
inline const std::string engagement_c1 =
    R"({"kind":"engagement.signed","on":"2024-12-01","engagement":"C1","provider":"P1","enterprise":"E1","amount":"120000",)"
    R"("due_on":"2025-12-31","items":[{"name":"MES","function":"排产","purpose":"提效","unit_price":"120000","quantity":1}]})";

inline std::string rating(std::string_view period, std::string_view satisfaction, std::string_view on = "2025-06-30",
                          std::string_view engagement = "C1") {
  return R"({"kind":"rating.given","by":"enterprise","on":")" + std::string(on) + R"(","engagement":")" +
         std::string(engagement) + R"(","period":")" + std::string(period) + R"(","satisfaction":")" +
         std::string(satisfaction) + "\"}";
}

inline std::string withdrawal(std::string_view period, std::string_view on) {
  return R"({"kind":"rating.withdrawn","by":"enterprise","on":")" + std::string(on) +
         R"(","engagement":"C1","period":")" + std::string(period) + R"(","reason":"误填"})";
}

inline CivilDate day(std::string_view text) { return CivilDate::parse(text).value(); }

/// "pointer code" of every fault.
inline std::vector<std::string> faults_of(const FaultList& list) {
  std::vector<std::string> out;
  for (const Fault& fault : list.sorted()) out.push_back(fault.pointer + " " + fault.code);
  return out;
}
inline std::vector<std::string> faults_of(std::string_view text) {
  return faults_of(Ledger().examine(text, default_policy()).faults());
}

/// A device without a key.
inline Device bureau_device(char digit = 'a') {
  return Device{std::string(32, digit), Role::bureau, "市工信局", "", ""};
}

/// Digits that count instead of being drawn by chance.
inline const std::function<std::string(std::size_t)>& counting_digits() {
  static const std::function<std::string(std::size_t)> source = [next = std::uint64_t{0}](std::size_t bytes) mutable {
    std::string digits = std::to_string(++next);
    return std::string(2 * bytes - digits.size(), '0') + digits;
  };
  return source;
}

inline constexpr std::string_view test_instant = "2026-01-02T03:04:05Z";
inline Author author(const Device& device, std::string_view at = test_instant) {
  return Author{device, at, counting_digits()};
}

}  // namespace hengping::test
