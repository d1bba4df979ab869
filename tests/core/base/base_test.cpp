#include <catch2/catch_test_macros.hpp>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/fault.h"
#include "core/base/symbol.h"
#include "core/base/text.h"
#include "core/base/uscc.h"

using namespace hengping;

TEST_CASE("Dates: only real days from 1949-10-01 to 2999-12-31 are read") {
  CHECK(CivilDate::parse("1949-10-01"));
  CHECK_FALSE(CivilDate::parse("1949-09-30"));
  CHECK(CivilDate::parse("2999-12-31"));
  CHECK_FALSE(CivilDate::parse("3000-01-01"));
  CHECK(CivilDate::parse("2024-02-29"));
  CHECK_FALSE(CivilDate::parse("2023-02-29"));
  CHECK_FALSE(CivilDate::parse("2100-02-29"));
  CHECK(CivilDate::parse("2000-02-29"));
  CHECK_FALSE(CivilDate::parse("2024-04-31"));
  CHECK_FALSE(CivilDate::parse("2024-00-10"));
  CHECK_FALSE(CivilDate::parse("2024-13-10"));
  CHECK_FALSE(CivilDate::parse("2024-01-00"));
  for (const char* text :
       {"", "2024-1-01", "2024-01-1", "2024/01/01", "2024-01-01 ", "20240101", "+024-01-01", "２024-01-01"}) {
    CHECK_FALSE(CivilDate::parse(text));
  }
}

TEST_CASE("Dates: every day reads back as it was written, each one later than the last") {
  auto date = CivilDate::parse("1949-10-01").value();
  const auto last = CivilDate::parse("2999-12-31").value();
  std::string before = "1949-09-30";
  for (; date <= last; date = date + 1) {
    const std::string text = date.to_string();
    if (CivilDate::parse(text) != date || text <= before) FAIL(text);
    before = text;
  }
  CHECK(CivilDate::parse("2025-04-02").value() - CivilDate::parse("2025-03-03").value() == 30);
}

TEST_CASE("Money: kept to the fen, at most 15 digits before the point and two after it") {
  CHECK(Money::parse("0").value().fen == 0);
  CHECK(Money::parse("1200.5").value().fen == 120050);
  CHECK(Money::parse("0.05").value().fen == 5);
  CHECK(Money::parse("999999999999999.99").value().fen == 99999999999999999);
  for (const char* text : {"", ".5", "1.", "1.234", "-1", "+1", "1e3", "1,000", "1000000000000000", " 1", "１"})
    CHECK_FALSE(Money::parse(text));
  CHECK(Money::parse_number("1e3").value().fen == 100000);
  CHECK(Money::parse_number("1.50").value().fen == 150);
  CHECK(Money::parse_number("999999999999999.99").value().fen == 99999999999999999);
  CHECK(Money::parse_number("0e99999999999999999").value().fen == 0);
  for (const char* token : {"-1", "0.001", "1e15", "1e400", "1e-3", "999999999999999.999"})
    CHECK_FALSE(Money::parse_number(token));
  for (const char* text : {"0", "1200", "1200.5", "0.05", "999999999999999.99"})
    CHECK(Money::parse(text).value().to_string() == text);
}

TEST_CASE("Percentages: from 0 to 100 with at most two decimals, by value") {
  CHECK(Percent::parse_number("33.33").value().hundredths == 3333);
  CHECK(Percent::parse_number("1e2").value().hundredths == 10000);
  CHECK(Percent::parse_number("33.330").value().hundredths == 3333);
  CHECK(Percent::parse_number("-0.0").value().hundredths == 0);
  CHECK(Percent::parse_number("33.3").value().to_string() == "33.3");
  for (const char* token : {"100.01", "-0.01", "33.333", "1e-3"}) CHECK_FALSE(Percent::parse_number(token));
}

TEST_CASE("Identifiers: 1 to 64 letters, digits and . _ -") {
  CHECK(is_identifier("P001"));
  CHECK(is_identifier("a.b_c-D9"));
  CHECK(is_identifier(std::string(64, 'x')));
  CHECK_FALSE(is_identifier(std::string(65, 'x')));
  for (const char* text : {"", "P 1", "P/1", "编号", "P1\n"}) CHECK_FALSE(is_identifier(text));
}

TEST_CASE("Periods: a month, a quarter or final") {
  for (const char* text : {"2025-01", "2025-12", "2025-Q1", "2025-Q4", "final"}) CHECK(is_period(text));
  for (const char* text :
       {"2025-13", "2025-00", "2025-Q0", "2025-Q5", "2025", "Final", "2025-1", "2025-q1", "2025-011", ""})
    CHECK_FALSE(is_period(text));
}

TEST_CASE("USCC: the check character of GB 32100-2015 decides") {
  CHECK(is_uscc("91350100M000100Y43"));  // the standard's own worked example
  CHECK_FALSE(is_uscc("91350100M000100Y44"));
  CHECK_FALSE(is_uscc("91350100M000100Y4"));
  CHECK_FALSE(is_uscc("91350100m000100Y43"));
  CHECK_FALSE(is_uscc("9135010OM000100Y43"));
  CHECK(uscc_check_character("91350100M000100Y4") == '3');
  const std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const std::string good = "91350100M000100Y43";
  for (std::size_t place = 0; place < 18; ++place) {  // no single wrong character passes
    for (const char other : alphabet) {
      std::string wrong = good;
      wrong[place] = other;
      CHECK(is_uscc(wrong) == (wrong == good));
    }
  }
}

TEST_CASE("Characters are counted as code points, also beyond the BMP") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("abc") == 3);
  CHECK(count_characters("𠮷田㛃") == 3);
}

TEST_CASE("Symbols: equal texts are one symbol, and texts stay where they are") {
  SymbolTable table;
  const auto first = table.intern<ProviderId>("P1");
  const std::string* address = &table.text(first);
  for (int i = 0; i < 10'000; ++i) CHECK(table.intern<ProviderId>("X" + std::to_string(i)) != first);
  CHECK(table.intern<ProviderId>("P1") == first);
  CHECK(&table.text(first) == address);
  CHECK_FALSE(table.find<ProviderId>("P2"));
  const SymbolTable moved = std::move(table);
  CHECK(moved.find<ProviderId>("P1") == first);
}

TEST_CASE("Faults: the first hundred in the order of the document, all of them counted") {
  FaultList list;
  for (std::size_t i = 1000; i-- > 0;) list.add(Fault{"/facts/" + std::to_string(i), "x", {}, i});
  list.add(Fault{"/version", "x", {}});
  const auto sorted = list.sorted();
  CHECK(list.total() == 1001);
  REQUIRE(sorted.size() == 100);
  CHECK(sorted[0].pointer == "/version");
  CHECK(sorted[1].pointer == "/facts/0");
  CHECK(sorted[99].pointer == "/facts/98");
}
