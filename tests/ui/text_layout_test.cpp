#include "shell/ui/text_layout.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

/// Ideographs 10 px wide, letters 5.5.
std::vector<std::string> broken(const Driver& driver, std::string_view text, float width) {
  std::vector<TextLine> lines;
  break_lines({driver.faces().regular, 10}, text, width, lines);
  std::vector<std::string> out;
  out.reserve(lines.size());
  for (const TextLine& line : lines) out.emplace_back(line.text);
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines break as Chinese typography asks") {
  Driver driver;
  driver.frame();
  SECTION("between any two ideographs") { CHECK(broken(driver, "长春市工信局", 30) == Lines{"长春市", "工信局"}); }
  SECTION("never before closing punctuation") {
    CHECK(broken(driver, "长春市，工信局", 30) == Lines{"长春", "市，工", "信局"});
  }
  SECTION("never after opening punctuation") {
    CHECK(broken(driver, "长春（市）局", 30) == Lines{"长春", "（市）", "局"});
  }
  SECTION("never inside a Latin word or a number that fits on a line") {
    CHECK(broken(driver, "长春 Changchun 市", 60) == Lines{"长春", "Changchun", "市"});
    CHECK(broken(driver, "共1234567项", 45) == Lines{"共", "1234567", "项"});
  }
  SECTION("inside a word only where nothing else helps") {
    const Lines lines = broken(driver, "abcdefghijklmnop", 30);
    CHECK(lines.size() == 4);
    CHECK(lines.front() == "abcde");
  }
  SECTION("at line feeds, empty lines included") { CHECK(broken(driver, "甲\n\n乙", 100) == Lines{"甲", "", "乙"}); }
  SECTION("spaces hang over the end") { CHECK(broken(driver, "ab cd", 14) == Lines{"ab", "cd"}); }
  SECTION("characters beyond the BMP count as one") { CHECK(broken(driver, "𠮷野家𤭢", 20) == Lines{"𠮷野", "家𤭢"}); }
  SECTION("no text is one empty line") { CHECK(broken(driver, "", 20) == Lines{""}); }
  SECTION("bytes that are no UTF-8 do no harm") { CHECK(broken(driver, "a\xFF\xE4\xBD", 100).size() == 1); }
}

TEST_CASE("what is too long for its line ends where it still fits") {
  Driver driver;
  driver.frame();
  const Face face{driver.faces().regular, 10};
  bool cut = false;
  CHECK(fitting_part(face, "长春市", 30, cut) == "长春市");
  CHECK_FALSE(cut);
  CHECK(fitting_part(face, "长春市工信局", 40, cut) == "长春市");
  CHECK(cut);
}

TEST_CASE("widths are the sums of advances") {
  Driver driver;
  driver.frame();
  const Face face{driver.faces().regular, 20};
  CHECK(text_width(face, "长春ab") == Catch::Approx(62));
  CHECK(unbreakable_width(face, "长春 abcd 市") == Catch::Approx(44));
}

}  // namespace hengping::ui
