// Photos and documents that belong to records: who may say so, and what follows.
#include <catch2/catch_test_macros.hpp>

#include "core/codec/json_reader.h"
#include "tests/core/ledger/attached.h"

using namespace hengping;
using namespace hengping::test;

namespace {

using Names = std::vector<std::string>;

std::vector<std::string> faults_of_statement(const std::string& body) {
  FaultList faults;
  auto value = read_json(body, faults);
  REQUIRE(value);
  static_cast<void>(read_statement(*value, "", faults));
  return faults_of(faults);
}

const std::string sound = write_statement(Statement{day("2025-07-01"), photo_of(Hash{1}, "x"), Role::inspector});

/// A bureau, and an enterprise of its that has given a rating.
struct City {
  Keeper bureau = founded_city();
  Keeper enterprise = enterprise_of(bureau);
  Hash contract = record_with(bureau.ledger, "\"C1\"");
  Hash rating_record{};

  City() {
    bureau.receive(enterprise);
    enterprise.take({rating("2025-01", "unsatisfied")});
    rating_record = enterprise.end();
  }
  void meet() {
    bureau.receive(enterprise);
    bureau.enrol(enterprise);
    enterprise.receive(bureau);
  }
};

}  // namespace

TEST_CASE("Attachments: a statement is read as it was written") {
  CHECK(sound == R"({"about":"01)" + std::string(62, '0') + R"(","attachment":")" + sha256_hex("x") +
                     R"(","by":"inspector","kind":"attachment.added","name":"现场.jpg","on":"2025-07-01","size":1,)" +
                     R"("type":"image/jpeg"})");
  FaultList faults;
  auto value = read_json(sound, faults);
  const auto read = read_statement(*value, "", faults);
  REQUIRE(read);
  CHECK(write_statement(*read) == sound);
  const auto withdrawn =
      write_statement(Statement{day("2025-07-01"), AttachmentWithdrawn{Hash{1}, Hash{2}, "拍到了人"}, Role::inspector});
  value = read_json(withdrawn, faults);
  const auto again = read_statement(*value, "", faults);
  REQUIRE(again);
  CHECK(write_statement(*again) == withdrawn);
}

TEST_CASE("Attachments: a statement that is not as it must be has its fault at its place") {
  CHECK(faults_of_statement(sound).empty());
  CHECK(faults_of_statement(replaced(sound, R"("size":1)", R"("size":0)")) == Names{"/size record.number"});
  CHECK(faults_of_statement(replaced(sound, R"("size":1,)", "")) == Names{"/size record.number"});
  CHECK(faults_of_statement(replaced(sound, "image/jpeg", "text/html")) == Names{"/type field.choice"});
  CHECK(faults_of_statement(replaced(sound, sha256_hex("x"), "00")) == Names{"/attachment record.hex"});
  CHECK(faults_of_statement(replaced(sound, R"("about":"01)", R"("about":"0g)")) == Names{"/about record.hex"});
  for (const char* name : {"../现场.jpg", "a/b.jpg", "CON?.jpg", ".jpg", "a.jpg ", "\u202Egpj.exe"})
    CHECK(faults_of_statement(replaced(sound, "现场.jpg", name)) == Names{"/name attachment.name"});
  CHECK(faults_of_statement(replaced(sound, "现场.jpg", std::string(201, 'a'))) == Names{"/name attachment.name"});
  CHECK(faults_of_statement(replaced(sound, "现场.jpg", std::string(200, 'a'))).empty());
  CHECK(faults_of_statement(replaced(sound, R"(,"name":"现场.jpg")", "")).empty());
  CHECK(faults_of_statement(replaced(sound, R"("name")", R"("title")")) == Names{"/title field.unknown"});
}

TEST_CASE("Attachments: only statements about attachments are anyone's but the bureau's") {
  const std::string rejected =
      write_statement(Statement{day("2025-07-01"), RecordRejected{Hash{1}, "录错"}, Role::inspector});
  CHECK(faults_of_statement(rejected) == Names{"/by role.not_allowed"});
}

TEST_CASE("Attachments: of a file's name stays what every system can bear, and what can be read") {
  CHECK(attachment_name("IMG_2034.jpg") == "IMG_2034.jpg");
  CHECK(attachment_name("C:\\fakepath\\现场 1.jpg") == "现场 1.jpg");
  CHECK(attachment_name("/etc/../../passwd") == "passwd");
  CHECK(attachment_name("..") == "");
  CHECK(attachment_name(" .hidden. ") == "hidden");
  CHECK(attachment_name("a\x01"
                        "b\n\x7f"
                        "c|d?.pdf") == "abcd.pdf");
  CHECK(attachment_name("invoice\u202Efdp.exe") == "invoicefdp.exe");
  CHECK(attachment_name("\xC0\xAF\xE0\x80\xAFx\xFF\xED\xA0\x80y") == "xy");
  const std::string long_name = attachment_name(std::string(300, 'a') + ".jpg");
  CHECK(long_name.size() == longest_attachment_name);
  // Cut between characters.
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "照";
  CHECK(attachment_name(wide).size() == 198);
  for (const std::string& name : {long_name, attachment_name(wide), std::string("𠮷野.png")})
    CHECK(is_attachment_name(name));
  CHECK_FALSE(is_attachment_name(""));
}

TEST_CASE("Attachments: the bureau may attach to any record, and verdicts stay as they were") {
  City city;
  city.meet();
  const std::string before = city.bureau.state();
  attach(city.bureau, photo_of(city.contract, "a", "合同.jpg"));
  attach(city.bureau, photo_of(city.rating_record, "b", "评价表.jpg"));
  attach(city.bureau, photo_of(city.contract, "c", "补充.jpg"));
  CHECK(attached(city.bureau.ledger, city.contract) == Names{"合同.jpg", "补充.jpg"});
  CHECK(attached(city.bureau.ledger, city.rating_record) == Names{"评价表.jpg"});
  CHECK(city.bureau.state() == before);
  CHECK(city.bureau.ledger.sequence().facts.size() == 6);
}

TEST_CASE("Attachments: others may attach to what stands in their own feed, as what they are, and to nothing else") {
  City city;
  city.meet();
  const Hash own = attach(city.enterprise, photo_of(city.rating_record, "own"));
  const Hash others = attach(city.enterprise, photo_of(city.contract, "others"));
  const Hash as_another = attach(city.enterprise, photo_of(city.rating_record, "as bureau"), Role::bureau);
  const Hash of_nothing = attach(city.enterprise, photo_of(Hash{7}, "nothing"));
  const Hash withdrawn = attach(city.enterprise, AttachmentWithdrawn{city.contract, sha256("a"), "误传"});
  city.bureau.receive(city.enterprise);
  for (const Keeper* keeper : {&city.bureau, &city.enterprise}) {
    CHECK(keeper->standing(own) == RecordStanding::counts);
    CHECK(keeper->standing(others) == RecordStanding::outside_rights);
    CHECK(keeper->standing(as_another) == RecordStanding::outside_rights);
    CHECK(keeper->standing(of_nothing) == RecordStanding::outside_rights);
    CHECK(keeper->standing(withdrawn) == RecordStanding::outside_rights);
    CHECK(attached(keeper->ledger, city.rating_record) == Names{"现场.jpg"});
    CHECK(attached(keeper->ledger, city.contract).empty());
    CHECK(AttachmentIndex(keeper->ledger).named().size() == 1);
  }
}

TEST_CASE("Attachments: what a device stated before it was enrolled is wanted already, and counts with its enrolment") {
  City city;
  const Hash early = attach(city.enterprise, photo_of(city.rating_record, "early"));
  city.bureau.receive(city.enterprise);
  CHECK(city.bureau.standing(early) == RecordStanding::unknown_device);
  CHECK(attached(city.bureau.ledger, city.rating_record).empty());
  CHECK(AttachmentIndex(city.bureau.ledger).named().size() == 1);
  city.bureau.enrol(city.enterprise);
  CHECK(city.bureau.standing(early) == RecordStanding::counts);
  CHECK(attached(city.bureau.ledger, city.rating_record) == Names{"现场.jpg"});
}

TEST_CASE("Attachments: of added and withdrawn the last decides, whatever arrived first") {
  City city;
  city.meet();
  attach(city.bureau, photo_of(city.contract, "a", "一.jpg"));
  attach(city.bureau, photo_of(city.contract, "b", "二.jpg"));
  const std::string before = city.bureau.bundle();
  attach(city.bureau, AttachmentWithdrawn{city.contract, sha256("a"), "拍到了人"});
  CHECK(attached(city.bureau.ledger, city.contract) == Names{"二.jpg"});
  CHECK(AttachmentIndex(city.bureau.ledger).named().size() == 1);
  const std::string without = city.bureau.bundle();
  attach(city.bureau, photo_of(city.contract, "a", "一.jpg"));
  CHECK(attached(city.bureau.ledger, city.contract) == Names{"二.jpg", "一.jpg"});
  // Said twice it stands once, where it stood.
  attach(city.bureau, photo_of(city.contract, "b", "二号.jpg"));
  CHECK(attached(city.bureau.ledger, city.contract) == Names{"二.jpg", "一.jpg"});
  for (const auto& order : {std::vector{before, without}, std::vector{without, before}}) {
    Keeper reader(9);
    for (const std::string& bundle : order) {
      reader.receive(bundle);
      static_cast<void>(trust_first_founders(reader.ledger));
    }
    CHECK(attached(reader.ledger, city.contract) == Names{"二.jpg"});
  }
}

TEST_CASE("Attachments: a withdrawal without right changes nothing") {
  City city;
  city.meet();
  attach(city.bureau, photo_of(city.contract, "a"));
  city.enterprise.receive(city.bureau);
  attach(city.enterprise, AttachmentWithdrawn{city.contract, sha256("a"), "不想要"});
  city.bureau.receive(city.enterprise);
  CHECK(attached(city.bureau.ledger, city.contract) == Names{"现场.jpg"});
}

TEST_CASE("Attachments: the bureau going on with its own feed is judged the quick way, and the same") {
  Keeper bureau = founded_city();
  const std::size_t facts = bureau.ledger.sequence().facts.size();
  const std::uint64_t generation = bureau.ledger.sequence().generation;
  attach(bureau, photo_of(record_with(bureau.ledger, "\"C1\""), "a"));
  bureau.take({rating_on_paper("unsatisfied")});
  CHECK(bureau.ledger.sequence().facts.size() == facts + 1);
  CHECK(bureau.ledger.sequence().generation == generation);
  CHECK(bureau.count(RecordStanding::counts) == bureau.ledger.size());
  Keeper reader(9);
  reader.receive(bureau);
  CHECK(reader.state() == bureau.state());
  CHECK(reader.count(RecordStanding::counts) == reader.ledger.size());
}

TEST_CASE("Attachments: no facts file may hold one") {
  const std::string fault = faults_of(facts_file({sound})).at(0);
  CHECK(fault.starts_with("/facts/0/kind "));
}
