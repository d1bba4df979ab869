// The two parsers behind read_json against each other: what the fast one accepts the other accepts with the same value. What the fast one
// refuses is read again, so it may be stricter, but then it is slower than it need be.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "core/codec/canonical.h"
#include "core/codec/json_parsers.h"

using namespace hengping;
using namespace std::string_view_literals;

namespace {

struct Reading {
  bool accepted = false;
  std::string value;                  // canonical bytes
  std::vector<std::string> elements;  // streamed: indices, exact text, canonical bytes
};

constexpr std::array<std::string_view, 2> list_path = {"a", "*"};
constexpr std::array<StreamPath, 1> paths = {StreamPath(list_path)};

template <class Parse>
Reading read_with(Parse parse) {
  Reading reading;
  const ElementSink sink = [&reading](const StreamedElement& element) {
    reading.elements.push_back(std::to_string(element.indices[0]) + " " + std::string(element.raw) + " " +
                               canonical(element.value));
  };
  JsonTreeBuilder builder(paths, sink);
  reading.accepted = parse(builder);
  if (reading.accepted) reading.value = canonical(builder.take());
  return reading;
}

Reading fast(std::string_view text) {
  return read_with([text](JsonTreeBuilder& builder) { return parse_fast(text, builder); });
}
Reading thorough(std::string_view text) {
  return read_with([text](JsonTreeBuilder& builder) {
    FaultList faults;
    return parse_with_faults(text, builder, faults);
  });
}

/// Whether both accept; fails the test where the fast one accepts what the other does not, or reads it otherwise.
bool both_accept(std::string_view text) {
  const Reading one = fast(text);
  const Reading other = thorough(text);
  INFO(text);
  if (one.accepted) {
    CHECK(other.accepted);
    CHECK(one.value == other.value);
    CHECK(one.elements == other.elements);
  }
  return one.accepted && other.accepted;
}

// Every text comes whole into the one test and is broken in the other.
const std::vector<std::string> sound = {
    R"({})",
    "\xEF\xBB\xBF{}",
    R"([0, -0, 0.0, -0.5, 1e3, 1E-3, 1e+03, 18446744073709551615, 18446744073709551616, -9223372036854775809, 1.7976931348623157e308, 5e-324, 1e-400])",
    R"({"a":[{"b":[1,{"c":null}],"d":"x"},true,[],"s",2.50],"z":{"a":[1]}})",
    R"(["", "\u0000\u001f\"\\\/\b\f\n\r\t", "\ud83d\ude00\uD83D\uDE00", "é中𠮷", "힣퟿"])",
    " \t\r\n[ \t\r\n1 , 2 ] \n",
    R"({"":{"":""},"__proto__":1,"a\u0000b":2})",
    "null",
    "\"text\"",
    "-1.5e-7"};

}  // namespace

TEST_CASE("JSON parsers: sound text is read by both, to the same values and exact texts of elements") {
  for (const std::string& text : sound) CHECK(both_accept(text));
}

TEST_CASE("JSON parsers: what is no JSON is accepted by neither") {
  for (const std::string_view text : {""sv,
                                      " "sv,
                                      "\0"sv,
                                      "{}\0"sv,
                                      "{}\0{}"sv,
                                      "[1\0]"sv,
                                      "\"\0\""sv,
                                      R"("\ud800")"sv,
                                      R"("\udc00")"sv,
                                      R"("a\uDFFFb")"sv,
                                      R"({"\udc00":1})"sv,
                                      R"("\udc00\ud800")"sv,
                                      R"("\ud800\u0041")"sv,
                                      "\"\xED\xA0\x80\""sv,
                                      "\"\xED\xBF\xBF\""sv,
                                      "\"\xC0\xAF\""sv,
                                      "\"\xE0\x9F\xBF\""sv,
                                      "\"\xF0\x8F\xBF\xBF\""sv,
                                      "\"\xF4\x90\x80\x80\""sv,
                                      "\"\xF5\x80\x80\x80\""sv,
                                      "\"\xC3\""sv,
                                      "\"\x80\""sv,
                                      "[1e309]"sv,
                                      "[-1.8e308]"sv,
                                      "[01]"sv,
                                      "[1.]"sv,
                                      "[.5]"sv,
                                      "[+1]"sv,
                                      "[1e]"sv,
                                      "[-]"sv,
                                      "[--1]"sv,
                                      "[1,]"sv,
                                      "{\"a\":1,}"sv,
                                      "{\"a\":1,\"a\":2}"sv,
                                      "{\"a\" 1}"sv,
                                      "{a:1}"sv,
                                      "['a']"sv,
                                      "[NaN]"sv,
                                      "[Infinity]"sv,
                                      "[tru]"sv,
                                      "truex"sv,
                                      "[1]]"sv,
                                      "[1] 2"sv,
                                      "/**/1"sv,
                                      "[1 2]"sv,
                                      "\"\x1F\""sv,
                                      "\"\\x\""sv,
                                      "\"\\u12g4\""sv,
                                      "[\xEF\xBB\xBF]"sv,
                                      "\xEF\xBB"sv,
                                      "\v1"sv,
                                      "[\f1]"sv,
                                      "{\"a\":[{\"b\":1,\"b\":1}]}"sv}) {
    INFO(text);
    CHECK_FALSE(fast(text).accepted);
    CHECK_FALSE(thorough(text).accepted);
  }
  CHECK_FALSE(fast(std::string(65, '[') + std::string(65, ']')).accepted);
  CHECK_FALSE(fast(std::string(1'000'000, '[')).accepted);
  CHECK_FALSE(fast("1" + std::string(400, '0')).accepted);
}

TEST_CASE("JSON parsers: a number of hundreds of digits is read whichever parser refuses it") {
  const std::string number = std::string(400, '9') + "e-200";
  const std::string text = R"({"a":[1,{"b":2},)" + number + "," + number + "]}";
  std::vector<std::size_t> seen;
  FaultList faults;
  const auto document =
      read_json(text, faults, paths, [&seen](const StreamedElement& element) { seen.push_back(element.indices[0]); });
  REQUIRE(document);
  CHECK(faults.empty());
  CHECK(seen == std::vector<std::size_t>{0, 1, 2, 3});  // none of them twice
}

TEST_CASE("JSON parsers: text broken at any place is accepted by both or by neither") {
  // Every byte of every sound text left out, doubled or replaced, and every text cut off everywhere.
  constexpr std::string_view replacements = "\0\"\\{}[],:0-.eEtuD8\x1F\x80\xC3\xED\xF4 "sv;
  std::size_t accepted = 0;
  for (const std::string& text : sound) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string_view before = std::string_view(text).substr(0, i);
      const std::string_view after = std::string_view(text).substr(i + 1);
      accepted += both_accept(before) ? 1U : 0U;
      accepted += both_accept(std::string(before) + std::string(after)) ? 1U : 0U;
      accepted += both_accept(std::string(before) + text[i] + text[i] + std::string(after)) ? 1U : 0U;
      for (const char replacement : replacements) {
        accepted += both_accept(std::string(before) + replacement + std::string(after)) ? 1U : 0U;
      }
    }
  }
  CHECK(accepted > 1000);  // or the comparison above compares nothing
}
