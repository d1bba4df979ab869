// Names of files made of what users typed.
#include <catch2/catch_all.hpp>

#include "shell/app/file_name.h"

using hengping::shell::longest_file_name;
using hengping::shell::safe_file_name;

TEST_CASE("A plain name stays as it is, rare characters and all") {
  for (const std::string_view name : {"hengping-2026-11-24.json", "整改通知书 𠮷野.pdf", "a.b.c", "émile-É", "COM10.txt", "Console"})
    CHECK(safe_file_name(name) == name);
}

TEST_CASE("A name cannot leave its folder, hide itself, or mean a device") {
  CHECK(safe_file_name("../../etc/passwd") == "_.._etc_passwd");
  CHECK(safe_file_name("C:\\Windows\\a.json") == "C__Windows_a.json");
  CHECK(safe_file_name(".bashrc") == "bashrc");
  CHECK(safe_file_name(" . .. name. . ") == "name");
  CHECK(safe_file_name("con") == "_con");
  CHECK(safe_file_name("Lpt1.json") == "_Lpt1.json");
  CHECK(safe_file_name("nul .txt") == "_nul .txt");
}

TEST_CASE("A name shows what it is: no controls, no turned direction, no broken UTF-8") {
  CHECK(safe_file_name("a\r\nb\tc\x7F.txt") == "a__b_c_.txt");
  CHECK(safe_file_name("photo\u202Egpj.exe") == "photo_gpj.exe");
  CHECK(safe_file_name("a\u200B\u2066\uFEFF\u2029\u0085z") == "a_____z");
  CHECK(safe_file_name("a\xFF\xC0\xAF\xED\xA0\x80z") == "a______z");
  CHECK(safe_file_name("cut\xE4\xBD") == "cut__");
}

TEST_CASE("A name is never empty, never too long, and cut between characters before its ending") {
  CHECK(safe_file_name("") == "_");
  CHECK(safe_file_name(" ..") == "_");
  std::string long_name;
  for (int i = 0; i < 90; ++i) long_name += "企";
  const std::string cut = safe_file_name(long_name + ".json");
  CHECK(cut.size() == 65 * 3 + 5);
  CHECK(cut.ends_with("企.json"));
  CHECK(safe_file_name(std::string(longest_file_name - 1, 'x') + " z") == std::string(longest_file_name - 1, 'x'));
  CHECK(safe_file_name(std::string(longest_file_name, 'x')).size() == longest_file_name);
  CHECK(safe_file_name(std::string(500, 'x') + "." + std::string(50, 'y')).size() == longest_file_name);
}
