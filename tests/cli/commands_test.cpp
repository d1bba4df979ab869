#include <fcntl.h>
#include <sys/file.h>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "program.h"

using hengping::cli_tests::Folder;
using hengping::cli_tests::Result;
using nlohmann::json;

namespace {

using Words = std::vector<std::string>;

Result generate(const Folder& folder, const std::string& file, const std::string& facts = "600",
                const std::string& seed = "1", const std::string& providers = "12",
                const std::string& enterprises = "60") {
  return folder.run({"generate", "--providers", providers, "--enterprises", enterprises, "--facts", facts, "--seed",
                     seed, "-o", file});
}

const char* const bad_file =
    R"({"format":"hengping.facts","version":1,"facts":[{"kind":"enterprise.registered","on":"2025-02-30","enterprise":"X1","name":"厂","uscc":"91220103MADRMTGU16","industry":"汽车"}]})";

/// Valid by itself, with identifiers of its own.
const char* const small_file =
    R"({"format":"hengping.facts","version":1,"facts":[{"kind":"enterprise.registered","on":"2025-02-28","enterprise":"X1","name":"厂","uscc":"91220103MADRMTGU16","industry":"汽车"}]})";

}  // namespace

TEST_CASE("Help and version go to stdout and succeed") {
  const Folder folder;
  for (const Words& words :
       {Words{"--help"}, Words{"import", "--help"}, Words{"export", "-h"}, Words{"evaluate", "--help"},
        Words{"generate", "--help"}, Words{"ledger", "--help"}, Words{"ledger", "new", "--help"}, Words{"--version"}}) {
    const Result result = folder.run(words);
    CHECK(result.code == 0);
    CHECK_FALSE(result.out.empty());
    CHECK(result.err.empty());
  }
}

TEST_CASE("Wrong usage exits 2, says why on stderr and nothing on stdout") {
  const Folder folder;
  folder.write("f.json", small_file);
  for (const Words& words :
       {Words{}, Words{"merge", "a", "b"}, Words{"evaluate"}, Words{"evaluate", "f.json"},
        Words{"evaluate", "f.json", "--as-of", "2025-02-30"},
        Words{"evaluate", "f.json", "--as-of", "2025-02-28", "--bogus"}, Words{"import", "l.json"},
        Words{"import", "-", "f.json"}, Words{"export", "l.json"},
        Words{"ledger", "new", "l.json", "--role", "king", "--name", "n"}, Words{"ledger"},
        Words{"generate", "--providers", "0", "--enterprises", "1", "--facts", "9", "--seed", "1", "-o", "x"},
        Words{"generate", "--providers", "1", "--enterprises", "1", "--facts", "9", "--seed", "-1", "-o", "x"},
        Words{"--lang", "fr", "evaluate", "f.json", "--as-of", "2025-02-28"}}) {
    const Result result = folder.run(words);
    CAPTURE(words);
    CHECK(result.code == 2);
    CHECK(result.out.empty());
    CHECK_FALSE(result.err.empty());
  }
  CHECK(folder.names() == Words{"f.json"});
}

TEST_CASE("The language of the words can be chosen") {
  const Folder folder;
  CHECK(folder.run({"merge"}).err.find("merge") != std::string::npos);
  CHECK(folder.run({"--lang", "en", "unite"}).err.find("There is no command") != std::string::npos);
  CHECK(folder.run({"evaluate", "--help", "--lang=en"}).out.find("Usage") != std::string::npos);
}

TEST_CASE("Import makes a ledger, says so, and importing again changes no byte") {
  const Folder folder;
  REQUIRE(generate(folder, "city.json").code == 0);
  const Result first = folder.run({"import", "l.json", "city.json", "--json"});
  CHECK(first.code == 0);
  CHECK(first.err.find("l.json") != std::string::npos);
  const json report = json::parse(first.out);
  CHECK(report["ok"] == true);
  CHECK(report["added"] == 600);
  CHECK(report["files"][0]["added_by_kind"]["provider.registered"] == 12);
  const std::string before = folder.read("l.json");
  const Result second = folder.run({"import", "l.json", "city.json", "--json"});
  CHECK(second.code == 0);
  CHECK(second.err.empty());
  CHECK(json::parse(second.out)["added"] == 0);
  CHECK(json::parse(second.out)["already_there"] == 600);
  CHECK(folder.read("l.json") == before);
  CHECK(folder.names() == Words{"city.json", "l.json"});
}

TEST_CASE("A bad file is refused as a whole with pointers; the others go on; exit 1") {
  const Folder folder;
  REQUIRE(generate(folder, "city.json").code == 0);
  folder.write("bad.json", bad_file);
  folder.write("small.json", small_file);
  for (const Words& words :
       {Words{"import", "l.json", "city.json", "bad.json", "nowhere.json", "small.json"},
        Words{"import", "m.json", "city.json", "bad.json", "nowhere.json", "small.json", "--json"}}) {
    const Result result = folder.run(words);
    CHECK(result.code == 1);
    const json report = json::parse(result.out);
    CHECK(report["ok"] == false);
    CHECK(report["added"] == 601);
    CHECK(report["refused"] == 2);
    REQUIRE(report["faults"].size() == 2);
    CHECK(report["faults"][0]["pointer"] == "/facts/0/on");
    CHECK(report["faults"][0]["file"] == "bad.json");
    CHECK_FALSE(report["faults"][0]["message"]["zh"].get<std::string>().empty());
    CHECK(report["faults"][1]["code"] == "file.unreadable");
    CHECK(result.err.find("/facts/0/on") != std::string::npos);
  }
}

TEST_CASE("When every file is refused no ledger comes into being and none changes") {
  const Folder folder;
  folder.write("bad.json", bad_file);
  CHECK(folder.run({"import", "l.json", "bad.json"}).code == 1);
  CHECK(folder.names() == Words{"bad.json"});
  folder.write("small.json", small_file);
  REQUIRE(folder.run({"import", "l.json", "small.json"}).code == 0);
  const std::string before = folder.read("l.json");
  CHECK(folder.run({"import", "l.json", "bad.json"}).code == 1);
  CHECK(folder.read("l.json") == before);
}

TEST_CASE("A ledger, its bundle and the facts file give the same answer") {
  const Folder folder;
  REQUIRE(generate(folder, "city.json").code == 0);
  REQUIRE(folder.run({"ledger", "new", "l.json", "--role", "bureau", "--name", "数据台"}).code == 0);
  REQUIRE(folder.run({"import", "l.json", "city.json"}).code == 0);
  REQUIRE(folder.run({"export", "l.json", "-o", "b.json"}).code == 0);
  const std::string answer = folder.run({"evaluate", "city.json", "--as-of", "2026-06-30", "--json"}).out;
  CHECK(json::parse(answer)["as_of"] == "2026-06-30");
  CHECK(folder.run({"evaluate", "l.json", "--as-of", "2026-06-30", "--json"}).out == answer);
  CHECK(folder.run({"evaluate", "b.json", "--as-of", "2026-06-30", "--json"}).out == answer);
  CHECK(folder.run({"evaluate", "-", "--as-of", "2026-06-30", "--json"}, folder.read("b.json")).out == answer);
  CHECK(folder.run({"export", "l.json", "-o", "-"}).out == folder.read("b.json"));

  // Taken into another ledger, the records keep their device and bytes.
  REQUIRE(folder.run({"import", "other.json", "b.json"}).code == 0);
  REQUIRE(folder.run({"export", "other.json", "-o", "c.json"}).code == 0);
  CHECK(folder.read("b.json") == folder.read("c.json"));
  CHECK(json::parse(folder.read("l.json"))["own"]["device"]["id"] !=
        json::parse(folder.read("other.json"))["own"]["device"]["id"]);
}

TEST_CASE("In words each provider has its line, with the article of a ground that is met") {
  const Folder folder;
  REQUIRE(generate(folder, "city.json").code == 0);
  const Result chinese = folder.run({"evaluate", "city.json", "--as-of", "2026-11-01"});
  CHECK(chinese.code == 0);
  CHECK(chinese.out.find("第九条（二）") != std::string::npos);
  CHECK(chinese.out.find("P012") != std::string::npos);
  const Result english = folder.run({"evaluate", "city.json", "--as-of", "2026-11-01", "--lang", "en"});
  CHECK(english.out.find("Article 9(2)") != std::string::npos);
}

TEST_CASE("Evaluate refuses a bad file on stdout with pointers, with and without --json") {
  const Folder folder;
  folder.write("bad.json", bad_file);
  for (const Words& words : {Words{"evaluate", "bad.json", "--as-of", "2025-06-30"},
                             Words{"evaluate", "bad.json", "--as-of", "2025-06-30", "--json"}}) {
    const Result result = folder.run(words);
    CHECK(result.code == 1);
    const json refusal = json::parse(result.out);
    CHECK(refusal["ok"] == false);
    CHECK(refusal["faults"][0]["pointer"] == "/facts/0/on");
  }
  for (const std::string& text : {std::string(), std::string("{"), std::string("\0\0", 2),
                                  std::string("\xEF\xBB\xBF{}"), std::string(100000, '[')}) {
    const Result result = folder.run({"evaluate", "-", "--as-of", "2025-06-30", "--json"}, text);
    CHECK(result.code == 1);
    CHECK(json::parse(result.out)["ok"] == false);
  }
  CHECK(folder.run({"evaluate", "nowhere", "--as-of", "2025-06-30", "--json"}).code == 1);
  CHECK(folder.run({"evaluate", ".", "--as-of", "2025-06-30", "--json"}).code == 1);
}

TEST_CASE("A file that is no ledger is never turned into one") {
  const Folder folder;
  folder.write("small.json", small_file);
  REQUIRE(folder.run({"import", "l.json", "small.json"}).code == 0);
  REQUIRE(folder.run({"export", "l.json", "-o", "b.json"}).code == 0);
  REQUIRE(generate(folder, "city.json").code == 0);
  for (const char* target : {"small.json", "b.json"}) {
    const std::string before = folder.read(target);
    const Result result = folder.run({"import", target, "city.json"});
    CHECK(result.code == 1);
    CHECK(json::parse(result.out)["ok"] == false);
    CHECK(folder.read(target) == before);
  }
  CHECK(folder.run({"export", "small.json", "-o", "x.json"}).code == 1);
  const std::string before = folder.read("l.json");
  CHECK(folder.run({"ledger", "new", "l.json", "--role", "bureau", "--name", "n"}).code == 1);
  CHECK(folder.read("l.json") == before);
}

TEST_CASE("A ledger that was tampered with is refused, with the place") {
  const Folder folder;
  folder.write("small.json", small_file);
  REQUIRE(folder.run({"import", "l.json", "small.json"}).code == 0);
  std::string bytes = folder.read("l.json");
  bytes.replace(bytes.find("2025-02-28"), 10, "2025-02-27");
  folder.write("l.json", bytes);
  const Result result = folder.run({"export", "l.json", "-o", "b.json"});
  CHECK(result.code == 1);
  CHECK(json::parse(result.out)["faults"][0]["pointer"].get<std::string>().starts_with("/feeds/0"));
  CHECK(folder.names() == Words{"l.json", "small.json"});
}

TEST_CASE("A write that fails leaves the old file whole and nothing half") {
  const Folder folder;
  folder.write("small.json", small_file);
  REQUIRE(folder.run({"import", "l.json", "small.json"}).code == 0);
  REQUIRE(generate(folder, "city.json", "6000").code == 0);
  const std::string before = folder.read("l.json");
  // Files may grow to 64 blocks only, and the signal for going beyond is ignored: the write itself fails.
  const Result result = folder.run({"import", "l.json", "city.json"}, {}, "trap '' XFSZ; ulimit -f 64;");
  CHECK(result.code == 1);
  CHECK_FALSE(result.err.empty());
  CHECK(folder.read("l.json") == before);
  CHECK(folder.names() == Words{"city.json", "l.json", "small.json"});
  const Result generated = folder.run(
      {"generate", "--providers", "9", "--enterprises", "9", "--facts", "9000", "--seed", "1", "-o", "big.json"}, {},
      "trap '' XFSZ; ulimit -f 64;");
  CHECK(generated.code == 1);
  CHECK(folder.names() == Words{"city.json", "l.json", "small.json"});
}

TEST_CASE("Output that cannot be written is not reported as done") {
  const Folder folder;
  folder.write("small.json", small_file);
  CHECK(folder
            .run({"generate", "--providers", "1", "--enterprises", "1", "--facts", "9", "--seed", "1", "-o",
                  "no/such/folder"})
            .code == 1);
  CHECK(
      folder
          .run({"generate", "--providers", "1", "--enterprises", "1", "--facts", "9", "--seed", "1", "-o", "/dev/full"})
          .code == 1);
  CHECK(folder.run({"generate", "--providers", "1", "--enterprises", "1", "--facts", "9", "--seed", "1", "-o", "."})
            .code == 1);
}

TEST_CASE("One process at a time writes a ledger") {
  const Folder folder;
  folder.write("small.json", small_file);
  const int lock = ::open(folder.at("l.json.lock").c_str(), O_RDWR | O_CREAT, 0666);
  REQUIRE(lock >= 0);
  REQUIRE(::flock(lock, LOCK_EX | LOCK_NB) == 0);
  CHECK(folder.run({"import", "l.json", "small.json"}).code == 1);
  CHECK(folder.run({"ledger", "new", "l.json", "--role", "bureau", "--name", "n"}).code == 1);
  CHECK_FALSE(std::filesystem::exists(folder.at("l.json")));
  ::close(lock);
  // A lock file that a killed process left behind holds nobody up.
  CHECK(folder.run({"import", "l.json", "small.json"}).code == 0);
  CHECK(folder.names() == Words{"l.json", "small.json"});
}

TEST_CASE("A ledger behind a symbolic link stays behind it, with its permissions") {
  const Folder folder;
  folder.write("small.json", small_file);
  REQUIRE(folder.run({"ledger", "new", "real.json", "--role", "bureau", "--name", "n"}).code == 0);
  std::filesystem::permissions(folder.at("real.json"),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::create_symlink("real.json", folder.at("link.json"));
  CHECK(folder.run({"import", "link.json", "small.json"}).code == 0);
  CHECK(std::filesystem::is_symlink(folder.at("link.json")));
  CHECK(folder.read("real.json").find("X1") != std::string::npos);
  CHECK(std::filesystem::status(folder.at("real.json")).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}
