// What of a text is one piece.
#include "shell/ui/text/clusters.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shell/ui/text_layout.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

using Pieces = std::vector<std::string>;

Pieces pieces(std::string_view text) {
  Pieces out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t first = next_code_point(text, at);
    at = cluster_end(text, first, at);
    out.emplace_back(text.substr(begin, at - begin));
  }
  return out;
}

}  // namespace

TEST_CASE("plain characters are a piece each") {
  CHECK(pieces("衡评 a1，《𠮷》") == Pieces{"衡", "评", " ", "a", "1", "，", "《", "𠮷", "》"});
}

TEST_CASE("marks and variation selectors belong to what they follow") {
  CHECK(pieces("葛\U000E0100城") == Pieces{"葛\U000E0100", "城"});
  CHECK(pieces("\u8FBB\uFE00") == Pieces{"\u8FBB\uFE00"});
  CHECK(pieces("e\u0301a\u0308\u0304o") == Pieces{"e\u0301", "a\u0308\u0304", "o"});
  CHECK(pieces("か\u3099") == Pieces{"か\u3099"});
  CHECK(pieces("1\uFE0F\u20E3") == Pieces{"1\uFE0F\u20E3"});
  SECTION("a line does not hang its marks on the one before") { CHECK(pieces("\n\u0301") == Pieces{"\n", "\u0301"}); }
}

TEST_CASE("joined signs, skin tones and flags are one piece") {
  CHECK(pieces("👩\u200D👧\u200D👦!") == Pieces{"👩\u200D👧\u200D👦", "!"});
  CHECK(pieces("👍\U0001F3FD甲") == Pieces{"👍\U0001F3FD", "甲"});
  CHECK(pieces("\U0001F1E8\U0001F1F3\U0001F1EF\U0001F1F5\U0001F1E8") ==
        Pieces{"\U0001F1E8\U0001F1F3", "\U0001F1EF\U0001F1F5", "\U0001F1E8"});
  SECTION("a joiner between words joins nothing") { CHECK(pieces("中\u200D国") == Pieces{"中\u200D", "国"}); }
}

TEST_CASE("words of the scripts whose letters join are one piece, up to the space") {
  CHECK(pieces("ئۇيغۇر تىلى 1") == Pieces{"ئۇيغۇر", " ", "تىلى", " ", "1"});
  CHECK(pieces("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ") == Pieces{"ᠮᠣᠩᠭᠣᠯ", " ", "ᠪᠢᠴᠢᠭ"});
  CHECK(pieces("ᥖᥭᥰ 局") == Pieces{"ᥖᥭᥰ", " ", "局"});
  SECTION("of Tibetan a syllable with its dot") { CHECK(pieces("བོད་ཡིག།") == Pieces{"བོད་", "ཡིག།"}); }
  SECTION("without spaces they are taken apart before they fit nowhere, never before a mark") {
    std::string text;
    for (int syllable = 0; syllable < 40; ++syllable) text += "ที่";
    std::string joined;
    for (const std::string& piece : pieces(text)) {
      CHECK(piece.size() <= 14 * 3);
      CHECK(piece.substr(0, 3) == "ท");
      joined += piece;
    }
    CHECK(joined == text);
  }
}

TEST_CASE("bytes that are no UTF-8, surrogates among them, are no cluster's number") {
  std::size_t at = 0;
  CHECK(next_code_point("\xED\xA0\x80", at) == 0xFFFD);
  CHECK(pieces("a\xCC") == Pieces{"a", "\xCC"});
}

TEST_CASE("the same cluster has the same number, until they are given out anew") {
  Clusters clusters;
  const char32_t first = clusters.number("e\u0301");
  CHECK(clusters.number("a\u0301") != first);
  CHECK(clusters.number("e\u0301") == first);
  CHECK(clusters.text(first) == "e\u0301");
  for (std::size_t count = 0; count < Clusters::most; ++count)
    static_cast<void>(clusters.number(std::to_string(count)));
  CHECK(clusters.size() == Clusters::most);
  CHECK(clusters.number("more") == 0xFFFD);
  CHECK(clusters.text(first) == "e\u0301");
  clusters.clear();
  CHECK(Clusters::is_number(clusters.number("more")));
}

TEST_CASE("lines and ellipses leave clusters whole") {
  Driver driver;
  driver.frame();
  const Face face{driver.faces().regular, 10};  // ideographs 10 px wide, others 5.5, a cluster as its first character
  const auto broken = [&](std::string_view text, float width) {
    std::vector<TextLine> lines;
    break_lines(face, text, width, lines);
    Pieces out;
    for (const TextLine& line : lines) out.emplace_back(line.text);
    return out;
  };
  CHECK(broken("葛\U000E0100城葛\U000E0100城", 20) == Pieces{"葛\U000E0100城", "葛\U000E0100城"});
  CHECK(broken("甲 cafe\u0301s 乙", 40) == Pieces{"甲", "cafe\u0301s", "乙"});
  CHECK(broken("e\u0301e\u0301e\u0301e\u0301", 11.5F) == Pieces{"e\u0301e\u0301", "e\u0301e\u0301"});
  CHECK(broken("ئۇيغۇر تىلى", 6) == Pieces{"ئۇيغۇر", "تىلى"});
  bool cut = false;
  CHECK(fitting_part(face, "葛\U000E0100葛\U000E0100葛\U000E0100葛\U000E0100", 35, cut) == "葛\U000E0100葛\U000E0100");
  CHECK(cut);
}

}  // namespace hengping::ui
