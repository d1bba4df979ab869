// What the scanner reads is what is JSON in canonical form, no more and no less, and it reads the same values.
#include "core/codec/canonical_scanner.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"

using namespace hengping;
using namespace std::string_literals;

namespace {

/// Whether the whole text is JSON in canonical form, by reading it and writing it anew.
bool is_canonical(std::string_view text) {
  FaultList faults;
  const auto value = read_json(text, faults);
  return value && canonical(*value) == text;
}

/// One scanner's memory for everything that is read: nothing of an earlier value may show in a later one.
class Scans {
 public:
  /// Whether the text is read, and as what it is.
  bool read(std::string_view text) {
    CanonicalScanner scan(text);
    const bool accepted = scan.value(value_) && scan.at() == text.size();
    if (accepted) {
      INFO(text);
      CHECK(canonical(value_) == text);
    }
    return accepted;
  }

 private:
  JsonValue value_;
};

class Chance {
 public:
  std::size_t below(std::size_t count) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state_ >> 8U) % count;
  }
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint32_t state_ = 20261123;
};

// Each stands for itself between quotes, in canonical form.
const std::vector<std::string> characters = {"a",
                                             "Z",
                                             "0",
                                             " ",
                                             "/",
                                             "\x7F",
                                             "é",
                                             "ǅ",
                                             "中",
                                             "𠮷",
                                             "\xEE\x80\x80",
                                             "\xEF\xBF\xBF",
                                             "\xED\x9F\xBF",
                                             "\\\"",
                                             "\\\\",
                                             "\\b",
                                             "\\f",
                                             "\\n",
                                             "\\r",
                                             "\\t",
                                             "\\u0000",
                                             "\\u000b",
                                             "\\u001f"};
const std::vector<std::string> numbers = {
    "0",   "7",    "-1",    "10",     "123456789012345",      "1234567890123456", "9007199254740992",
    "0.5", "-0.1", "1e+21", "1.5e-7", "100000000000000000000"};

/// A value at random, in canonical form or nearly so: members are sorted only if they happen to be.
std::string random_value(Chance& chance, int depth) {
  const auto text = [&] {
    std::string out = "\"";
    for (std::size_t left = chance.below(5); left > 0; --left) out += chance.one_of(characters);
    return out + "\"";
  };
  const std::size_t kind = chance.below(depth == 0 ? 5U : 7U);
  if (kind == 0) return "null";
  if (kind == 1) return chance.below(2) == 0 ? "true" : "false";
  if (kind == 2) return chance.one_of(numbers);
  if (kind <= 4) return text();
  const bool is_object = kind == 5;
  std::string out = is_object ? "{" : "[";
  for (std::size_t left = chance.below(4); left > 0; --left) {
    if (out.size() > 1) out += ',';
    if (is_object) out += text() + ":";
    out += random_value(chance, depth - 1);
  }
  return out + (is_object ? "}" : "]");
}

}  // namespace

TEST_CASE("Canonical scanner: reads every value in canonical form, whatever it read before") {
  Scans scans;
  for (const std::string& text :
       {R"({})"s, R"([])"s, R"({"a":1,"b":[true,false,null],"c":{"d":"e"}})"s, R"([[],{},"",0])"s, R"({"":0})"s,
        R"({"1":0,"10":0,"9":0})"s, R"({"a":[1,2,3],"b":"x"})"s, R"({"a":"x","b":[{}]})"s,
        // UTF-16 code units: beyond the BMP comes before U+E000 and above.
        "{\"𠮷\":0,\"\xEE\x80\x80\":0}"s, R"("\u0000\b\t\n\u000b\f\r\u001f\"\\/")"s}) {
    INFO(text);
    REQUIRE(is_canonical(text));
    CHECK(scans.read(text));
  }
  for (const std::string& character : characters) CHECK(scans.read("\"" + character + "\""));
  for (const std::string& number : numbers) CHECK(scans.read(number));
}

TEST_CASE("Canonical scanner: reads nothing in another form, and nothing that is not JSON") {
  Scans scans;
  for (const std::string& text :
       {""s, " 0"s, "0 "s, "[1, 2]"s, "{ }"s, R"({"b":0,"a":0})"s, R"({"a":0,"a":0})"s,
        "{\"\xEE\x80\x80\":0,\"𠮷\":0}"s, "-0"s, "01"s, "-01"s, "+1"s, "1."s, ".5"s, "1.0"s, "0.50"s, "1e5"s, "1E+21"s,
        "1e21"s, "1e+021"s, "1e999"s, "-1e999"s, "1e-999"s, "12345678901234567"s, "--1"s, "1-1"s, "e"s, "-"s, "NaN"s,
        "Infinity"s, "nul"s, "truE"s, "tru"s, R"("\/")"s, R"("\u0008")"s, R"("\u000A")"s, R"("\u000B")"s,
        R"("\u001F")"s, R"("\u0020")"s, R"("\u00e9")"s, R"("\ud83d\ude00")"s, R"("\u0041")"s, R"("\x")"s, R"("\u00)"s,
        R"("\)"s, R"("a)"s, "\"\n\""s, "\"\x1F\""s, "\"\0\""s, "\"\\\0\""s,
        // Not UTF-8: alone, cut off, too long, a surrogate, beyond the last character.
        "\"\x80\""s, "\"\xC3\""s, "\"\xC0\x80\""s, "\"\xC1\xBF\""s, "\"\xE0\x9F\xBF\""s, "\"\xE4\xB8\""s,
        "\"\xED\xA0\x80\""s, "\"\xF0\x8F\xBF\xBF\""s, "\"\xF0\xA0\xAE\""s, "\"\xF4\x90\x80\x80\""s,
        "\"\xF5\x80\x80\x80\""s, "\"\xFF\""s, "[1,]"s, "[,1]"s, "[1"s, "{\"a\":}"s, "{\"a\"}"s, "{\"a\":1,}"s, "{a:1}"s,
        "[1}"s, "1,2"s}) {
    INFO(text);
    REQUIRE_FALSE(is_canonical(text));
    CHECK_FALSE(scans.read(text));
  }
}

TEST_CASE("Canonical scanner: leaves what is nested deeply to others") {
  Scans scans;
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(scans.read(nested(CanonicalScanner::deepest)));
  CHECK_FALSE(scans.read(nested(CanonicalScanner::deepest + 1)));
  CHECK_FALSE(scans.read(std::string(100'000, '[')));
}

TEST_CASE("Canonical scanner: agrees with reading and writing anew on texts at random, sound and spoilt") {
  Scans scans;
  Chance chance;
  std::size_t canonical_ones = 0;
  const std::string spoilers = "{}[]\",:\\u0019eE+-. \n\tabfnrt\x80\xC3\xA9\xED\xEE\xF0\x7F\x1F";
  for (int round = 0; round < 6000; ++round) {
    std::string text = random_value(chance, 4);
    for (std::size_t change = chance.below(3); change > 0 && !text.empty(); --change) {
      const std::size_t at = chance.below(text.size());
      switch (chance.below(3)) {
        case 0: text[at] = chance.one_of(spoilers); break;
        case 1: text.insert(at, 1, chance.one_of(spoilers)); break;
        default: text.erase(at, 1);
      }
    }
    const bool expected = is_canonical(text);
    if (expected) ++canonical_ones;
    INFO(text);
    CHECK(scans.read(text) == expected);
  }
  CHECK(canonical_ones > 1000);
  CHECK(canonical_ones < 5000);
}
