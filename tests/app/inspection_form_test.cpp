// An inspection as one action: its record, its findings, its photos, and the draft that they come from.
#include "shell/app/inspection_form.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "harness.h"
#include "shell/app/inspection_views.h"

using namespace hengping;
using namespace hengping::shell;

namespace {

const std::string hash_a(64, 'a');
const std::string hash_b(64, 'b');

Attachment photo(const std::string& sha256) { return {sha256, "image/jpeg", "门口.jpg", 400'000}; }

/// P1 with a contract, and an inspector's form about it with two answers, of which one fails.
struct Visit : Harness {
  InspectionForm form;
  Visit() {
    open();
    provider("P1");
    enterprise("Q1");
    engagement("E1", "P1", "Q1");
    store.pump();
    app.set_role(Role::inspector);
    form = new_inspection_form(app, "P1");
    form.engagement = "E1";
    form.answers[0].answer = ItemAnswer::meets;
    form.answers[13].answer = ItemAnswer::fails;  // 7.1
    form.answers[13].remark = "驻场人员无资质";
    form.answers[14].answer = ItemAnswer::not_applicable;
    form.answers[14].remark = "远程服务";
    form.photos = {photo(hash_a), photo(hash_b)};
    for (const Attachment& one : form.photos) store.stage(one.sha256, "bytes of " + one.sha256);
  }
  std::size_t inspections() {
    InspectionList list;
    list.update(app, {});
    return list.size();
  }
};

}  // namespace

TEST_CASE("check lists name each item once, by article, with words in both languages") {
  REQUIRE_FALSE(checklists().empty());
  for (const Checklist& list : checklists()) {
    CHECK(list.version >= 1);
    CHECK(find_checklist(list.id, list.version) == &list);
    std::set<std::string> ids;
    std::string before;
    for (const ChecklistItem& item : list.items) {
      INFO(item.id);
      CHECK(ids.insert(item.id).second);
      CHECK(before <= item.article);
      before = item.article;
      CHECK_FALSE(item.text.zh.empty());
      CHECK_FALSE(item.text.en.empty());
      CHECK(list.item(item.id) == &item);
    }
    for (const char* article : {"5.1", "5.7", "6.1", "6.6", "7.1", "7.5"})
      CHECK(
          std::any_of(list.items.begin(), list.items.end(), [&](const auto& item) { return item.article == article; }));
  }
  CHECK(find_checklist("site-visit", 999) == nullptr);
}

TEST_CASE("an inspection, its findings and its photos are taken in by one write") {
  Visit visit;
  const std::size_t writes = visit.store.writes();
  std::string id;
  REQUIRE(submit_inspection(visit.app, visit.form, id).ok());
  visit.store.pump();
  CHECK(visit.store.writes() == writes + 1);
  CHECK(visit.store.blobs().size() == 2);
  const auto detail = inspection_detail(visit.app, id);
  REQUIRE(detail);
  CHECK(detail->provider == "P1");
  CHECK(detail->engagement == "E1");
  CHECK(detail->on == "2025-06-30");
  REQUIRE(detail->findings.size() == 1);
  CHECK(detail->findings[0].article == "7.1");
  CHECK(detail->findings[0].text == "驻场人员无资质");
  REQUIRE(detail->photos.size() == 2);
  CHECK(detail->photos[0] == photo(hash_a));
  CHECK(detail->photos_missing == 0);
  REQUIRE(detail->answers.size() == checklists().front().items.size());
  CHECK(detail->answers[0].answer == ItemAnswer::meets);
  CHECK(detail->answers[13].answer == ItemAnswer::fails);
  CHECK(detail->answers[14].remark == "远程服务");
  CHECK_FALSE(detail->answers[1].answer);
}

TEST_CASE("after a reload an inspection is as it was, its photos too") {
  Visit visit;
  std::string id;
  REQUIRE(submit_inspection(visit.app, visit.form, id).ok());
  visit.store.pump();
  Harness after;
  after.take_the_place_of(visit);
  after.store.blobs() = visit.store.blobs();
  after.open();
  const auto detail = inspection_detail(after.app, id);
  REQUIRE(detail);
  CHECK(detail->photos.size() == 2);
  CHECK(detail->findings.size() == 1);
  SECTION("and bytes that are gone are said to be missing") {
    Harness without;
    without.take_the_place_of(visit);
    without.open();
    const auto poor = inspection_detail(without.app, id);
    REQUIRE(poor);
    CHECK(poor->photos.empty());
    CHECK(poor->photos_missing == 2);
  }
}

TEST_CASE("what is wrong stands beside its field, and nothing is taken in") {
  Visit visit;
  visit.form.provider.clear();
  visit.form.engagement.clear();
  visit.form.answers[13].remark = "  ";
  std::string id;
  const SubmitResult result = submit_inspection(visit.app, visit.form, id);
  CHECK_FALSE(result.ok());
  const auto has = [&](std::string_view pointer) {
    return std::count_if(result.faults.begin(), result.faults.end(),
                         [pointer](const Fault& fault) { return fault.pointer == pointer; });
  };
  CHECK(has("/provider") == 1);
  CHECK(has("/items/13/text") == 1);
  CHECK(visit.inspections() == 0);
  CHECK(visit.store.blobs().empty());
}

TEST_CASE("what fails raises a finding by the article chosen, or none if it is not to") {
  Visit visit;
  visit.form.answers[13].article = "9.4";
  visit.form.answers[15].answer = ItemAnswer::fails;
  visit.form.answers[15].raises = false;
  std::string id;
  REQUIRE(submit_inspection(visit.app, visit.form, id).ok());
  const auto detail = inspection_detail(visit.app, id);
  REQUIRE(detail);
  REQUIRE(detail->findings.size() == 1);
  CHECK(detail->findings[0].article == "9.4");
}

TEST_CASE("identifiers are of the day and the device, and count on") {
  Visit visit;
  std::string first, second;
  visit.form.photos.clear();
  REQUIRE(submit_inspection(visit.app, visit.form, first).ok());
  REQUIRE(submit_inspection(visit.app, visit.form, second).ok());
  CHECK(first == "I20250630-" + visit.app.device().id.substr(0, 4) + "-1");
  CHECK(second == first.substr(0, first.size() - 1) + "2");
  CHECK(visit.inspections() == 2);
  InspectionList list;
  list.update(visit.app, {second, {}});
  CHECK(list.size() == 1);
  CHECK(list.total() == 2);
  CHECK(list.row(0).findings == 1);
  list.update(visit.app, {{}, "P9"});
  CHECK(list.size() == 0);
}

TEST_CASE("a draft is there after a reload with its photos, and goes with the write of what it became") {
  Visit visit;
  visit.store.pump();
  keep_inspection(visit.app, visit.form);
  visit.store.pump();
  CHECK(visit.store.blobs().size() == 2);
  CHECK(visit.store.contents().contains("draft/inspection"));
  Harness after;
  after.take_the_place_of(visit);
  after.store.blobs() = visit.store.blobs();
  after.open();
  CHECK(after.app.damage().empty());
  const auto kept = kept_inspection(after.app);
  REQUIRE(kept);
  CHECK(*kept == visit.form);
  const std::size_t writes = after.store.writes();
  std::string id;
  REQUIRE(submit_inspection(after.app, *kept, id).ok());
  after.store.pump();
  CHECK(after.store.writes() == writes + 1);
  CHECK_FALSE(after.store.contents().contains("draft/inspection"));
  CHECK(after.store.blobs().size() == 2);
  CHECK_FALSE(kept_inspection(after.app));
  CHECK(inspection_detail(after.app, id)->photos.size() == 2);
}

TEST_CASE("a draft that was kept already is not written again, and a photo taken out of it is let go") {
  Visit visit;
  visit.store.pump();
  keep_inspection(visit.app, visit.form);
  const std::size_t writes = visit.store.writes();
  keep_inspection(visit.app, visit.form);
  visit.store.pump();
  CHECK(visit.store.writes() == writes);
  visit.form.photos.pop_back();
  keep_inspection(visit.app, visit.form);
  visit.store.pump();
  CHECK(visit.store.blobs().size() == 1);
  visit.app.drop_draft(inspection_draft);
  visit.store.pump();
  CHECK(visit.store.blobs().empty());
  CHECK_FALSE(visit.store.contents().contains("draft/inspection"));
}

TEST_CASE("dropping a draft leaves the photos that a record names") {
  Visit visit;
  std::string id;
  REQUIRE(submit_inspection(visit.app, visit.form, id).ok());
  keep_inspection(visit.app, visit.form);
  visit.app.drop_draft(inspection_draft);
  visit.store.pump();
  CHECK(visit.store.blobs().size() == 2);
  CHECK(inspection_detail(visit.app, id)->photos.size() == 2);
}

TEST_CASE("a draft that cannot be read, or of a list that is no more, is not taken for another") {
  Visit visit;
  visit.app.keep_draft(inspection_draft, "{}");
  CHECK_FALSE(kept_inspection(visit.app));
  keep_inspection(visit.app, visit.form);
  std::string text = *visit.app.draft(inspection_draft);
  text.replace(text.find("site-visit"), 10, "other-list");
  visit.app.keep_draft(inspection_draft, text);
  CHECK_FALSE(kept_inspection(visit.app));
}

TEST_CASE("after everything was deleted there is no draft; after a loss it is written anew") {
  Visit visit;
  visit.store.pump();
  keep_inspection(visit.app, visit.form);
  visit.store.pump();
  SECTION("deleted") {
    visit.app.clear();
    visit.store.pump();
    CHECK(visit.app.draft(inspection_draft) == nullptr);
    CHECK_FALSE(visit.store.contents().contains("draft/inspection"));
  }
  SECTION("lost") {
    visit.store.vanish();
    visit.app.set_role(Role::bureau);
    visit.store.pump();
    CHECK(visit.store.contents().contains("draft/inspection"));
  }
}
