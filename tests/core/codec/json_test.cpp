#include <array>
#include <catch2/catch_test_macros.hpp>

#include "core/codec/canonical.h"
#include "core/codec/json_reader.h"
#include "tests/core/support.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string refusal(std::string_view text) {
  FaultList faults;
  const auto value = read_json(text, faults);
  if (value) return "read";
  const auto sorted = faults.sorted();
  return sorted.size() == 1 && sorted[0].pointer.empty() ? sorted[0].code : "several faults";
}

std::string again(std::string_view text) {
  FaultList faults;
  const auto value = read_json(text, faults);
  return value ? canonical(*value) : "refused";
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("JSON: what is not JSON is refused with one fault at the empty pointer") {
  for (const char* text : {"",
                           "{",
                           "[1,]",
                           "{\"a\":1,}",
                           "nul",
                           "'a'",
                           "[1] 2",
                           "{\"a\" 1}",
                           "01",
                           "1.",
                           "+1",
                           "\"\t\"",
                           "// x\n1",
                           "NaN",
                           "Infinity",
                           "\"\\x\"",
                           "\"\\ud800\"",
                           "\"\\udc00\\ud800\"",
                           "\"\xC3\"",
                           "\"\xED\xA0\x80\"",
                           "\"\xC0\xAF\"",
                           "\"\xF5\x80\x80\x80\"",
                           "\xFF"}) {
    INFO(text);
    CHECK(refusal(text) == "json.syntax");
  }
  CHECK(refusal(std::string_view("[1\0]", 4)) == "json.syntax");
  CHECK(refusal(std::string_view("{}\0", 3)) == "json.syntax");
  CHECK(refusal(std::string_view("{}\0{}", 5)) == "json.syntax");
  CHECK(refusal(R"({"a":1,"a":2})") == "json.duplicate_key");
  CHECK(refusal(R"({"a":1,"\u0061":2})") == "json.duplicate_key");
  CHECK(refusal(R"([{"b":{"__proto__":1,"__proto__":2}}])") == "json.duplicate_key");
  CHECK(refusal("[1e400]") == "json.number_range");
  CHECK(refusal("[-1e400]") == "json.number_range");
  CHECK(refusal("1" + std::string(400, '0')) == "json.number_range");
}

TEST_CASE("JSON: many keys are checked for doubles in reasonable time") {
  std::string text = "{";
  for (int i = 0; i < 50'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  CHECK(refusal(text + "\"end\":0}") == "read");
  CHECK(refusal(text + "\"k31\":0}") == "json.duplicate_key");
}

TEST_CASE("JSON: a byte order mark is skipped, at the beginning only") {
  CHECK(refusal("\xEF\xBB\xBF{}") == "read");
  CHECK(refusal("{\xEF\xBB\xBF}") == "json.syntax");
}

TEST_CASE("JSON: 64 levels are read, 65 are not") {
  CHECK(refusal(nested(64)) == "read");
  CHECK(refusal(nested(65)) == "json.depth");
  CHECK(refusal(std::string(1'000'000, '[')) == "json.depth");
}

TEST_CASE("JSON: the place of a syntax error is named by line and column") {
  FaultList faults;
  CHECK_FALSE(read_json("{\n \"a\": 1,\n \"b\" 2}", faults));
  CHECK(faults.sorted()[0].message.en.find("line 3") != std::string::npos);
}

TEST_CASE("Canonical JSON: members sorted by UTF-16, shortest escapes, no white space (RFC 8785)") {
  CHECK(again(R"({ "b" : [ true , null ] , "a" : "x" })") == R"({"a":"x","b":[true,null]})");
  CHECK(again(R"("\u20ac$\u000F\nA'\u0042\u0022\u005c\\\"\/")") == "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  // The sorting example of RFC 8785, section 3.2.3.
  CHECK(again(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})") ==
        "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\xEF\xAC\xB3\":3}");
}

TEST_CASE("Canonical JSON: numbers as ECMAScript writes them") {
  // From RFC 8785, appendix B, and both sides of every change of notation.
  const std::pair<const char*, const char*> cases[] = {{"0", "0"},
                                                       {"-0", "0"},
                                                       {"-0.0", "0"},
                                                       {"5e-324", "5e-324"},
                                                       {"1.7976931348623157e308", "1.7976931348623157e+308"},
                                                       {"9007199254740992", "9007199254740992"},
                                                       {"295147905179352830000", "295147905179352830000"},
                                                       {"999999999999999900000", "999999999999999900000"},
                                                       {"1e21", "1e+21"},
                                                       {"999999999999999934463", "999999999999999900000"},
                                                       {"1e23", "1e+23"},
                                                       {"0.000001", "0.000001"},
                                                       {"0.0000001", "1e-7"},
                                                       {"333333333.3333332", "333333333.3333332"},
                                                       {"1424953923781206.2", "1424953923781206.2"},
                                                       {"1E3", "1000"},
                                                       {"33.30", "33.3"},
                                                       {"-1.5", "-1.5"},
                                                       {"123e-20", "1.23e-18"}};
  for (const auto& [given, expected] : cases) CHECK(again(given) == expected);
}

TEST_CASE("JSON: streamed elements are given with their exact text and left out of the document") {
  static constexpr std::array<std::string_view, 4> path = {"feeds", "*", "records", "*"};
  static constexpr std::array<StreamPath, 1> paths = {StreamPath(path)};
  std::vector<std::string> seen;
  FaultList faults;
  const auto document =
      read_json(R"({"feeds":[{"records":[ {"a" : [1,2]} , 7],"x":[3]},{"records":[[]]}],"records":[9]})", faults, paths,
                [&](const StreamedElement& element) {
                  seen.push_back(std::to_string(element.indices[0]) + "," + std::to_string(element.indices[1]) + " " +
                                 std::string(element.raw) + " " + canonical(element.value));
                });
  REQUIRE(document);
  CHECK(seen == std::vector<std::string>{R"(0,0 {"a" : [1,2]} {"a":[1,2]})", "0,1  7", "1,0 [] []"});
  CHECK(canonical(*document) == R"({"feeds":[{"records":[],"x":[3]},{"records":[]}],"records":[9]})");
}
