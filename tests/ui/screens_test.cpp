// Every screen at every size, in both themes and languages.
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "shell/ui/screens/screens.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

constexpr std::string_view routes[] = {"#/",
                                       "#/providers",
                                       "#/providers/P001",
                                       "#/providers/new",
                                       "#/enterprises",
                                       "#/enterprises/Q001",
                                       "#/enterprises/new",
                                       "#/engagements",
                                       "#/engagements/E001",
                                       "#/engagements/new?provider=P001",
                                       "#/ratings",
                                       "#/ratings?provider=P001",
                                       "#/ratings/new?engagement=E001",
                                       "#/awards",
                                       "#/deadlines",
                                       "#/deadlines?role=provider",
                                       "#/records/00",
                                       "#/exchange",
                                       "#/exchange/records",
                                       "#/exchange/records?device=00&standing=missing_part",
                                       "#/settings",
                                       "#/nowhere",
                                       "#/providers/P999",
                                       "#/enterprises/Q999",
                                       "#/engagements/E999"};

bool needs_name(Role role) {
  switch (role) {
    case Role::link:
    case Role::button:
    case Role::checkbox:
    case Role::radio:
    case Role::switch_:
    case Role::textbox:
    case Role::textarea:
    case Role::searchbox:
    case Role::combobox:
    case Role::listbox:
    case Role::option:
    case Role::file:
    case Role::heading:
    case Role::navigation:
    case Role::region:
    case Role::form:
    case Role::dialog:
    case Role::table:
    case Role::columnheader:
    case Role::tab:
    case Role::tablist:
    case Role::progressbar:
    case Role::tree:
    case Role::treeitem:
    case Role::tooltip:
    case Role::image: return true;
    case Role::banner:
    case Role::main:
    case Role::text:
    case Role::list:
    case Role::listitem:
    case Role::row:
    case Role::cell:
    case Role::tabpanel:
    case Role::status:
    case Role::alert:
    case Role::separator:
    case Role::scroller:
    case Role::group: return false;
  }
  return false;
}

bool pressable(Role role) {
  return role == Role::link || role == Role::button || role == Role::radio || role == Role::checkbox ||
         role == Role::file || role == Role::textbox || role == Role::searchbox || role == Role::combobox ||
         role == Role::textarea;
}

void check(const Driver& driver) {
  std::set<NodeId> ids;
  int headings = 0;
  int mains = 0;
  for (const Node& node : driver.tree.nodes()) {
    INFO(role_name(node.role) << " “" << node.name << "”");
    CHECK(node.id != 0);
    CHECK(ids.insert(node.id).second);
    if (needs_name(node.role)) CHECK_FALSE(node.name.empty());
    if (node.role == Role::heading && node.level == 1) ++headings;
    if (node.role == Role::main) ++mains;
    if (node.role == Role::link) CHECK(node.value.starts_with("#/"));
    if (pressable(node.role)) {
      CHECK(node.rect.width >= 8);
      CHECK(node.rect.height >= 8);
      CHECK(node.rect.x >= -0.5F);
      CHECK(node.rect.x + node.rect.width <= driver.around.width + 0.5F);
    }
    if (node.error_message != 0) CHECK(driver.tree.find(node.error_message) != nullptr);
  }
  CHECK(headings == 1);
  CHECK(mains == 1);
  CHECK(driver.vertices() > 400);
  CHECK_FALSE(driver.effects.title.empty());
}

void open_all(float width, float height, bool dark, shell::Language language, bool with_data) {
  Driver driver(width, height);
  driver.around.dark = dark;
  driver.open();
  driver.app.set_language(language);
  if (with_data) REQUIRE(driver.app.load_demo_city(small_city(5)));
  for (const std::string_view route : routes) {
    INFO(route << " at " << width << " × " << height);
    driver.go(std::string(route));
    check(driver);
    CHECK(driver.effects.language == shell::language_tag(language));
  }
}

}  // namespace

TEST_CASE("every screen opens on a desktop, a tablet and a phone, in both themes and languages") {
  for (const auto& [width, height] : {std::pair{1440.0F, 900.0F}, {1024.0F, 768.0F}, {390.0F, 844.0F}}) {
    for (const bool dark : {false, true}) {
      for (const auto language : {shell::Language::chinese, shell::Language::english})
        open_all(width, height, dark, language, true);
    }
  }
}

TEST_CASE("every screen opens while there are no data") {
  open_all(1440, 900, false, shell::Language::chinese, false);
  open_all(390, 844, true, shell::Language::english, false);
}

TEST_CASE("every screen opens at twice the text size and on a very small window") {
  Driver driver(320, 480);
  driver.around.text_scale = 2;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(3)));
  for (const std::string_view route : routes) {
    INFO(route);
    driver.go(std::string(route));
    check(driver);
  }
}

TEST_CASE("targets are at least 44 px high where fingers press") {
  Driver driver(390, 844);
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  for (const std::string_view route : routes) {
    driver.go(std::string(route));
    for (const Node& node : driver.tree.nodes()) {
      if (node.role != Role::button && node.role != Role::textbox && node.role != Role::combobox &&
          node.role != Role::file && node.role != Role::checkbox)
        continue;
      INFO(route << " " << role_name(node.role) << " “" << node.name << "”");
      CHECK(node.rect.height >= 38);
    }
  }
}

TEST_CASE("each main place is a link by its name, and the current one is marked") {
  Driver driver;
  driver.open();
  for (const Place& place : places()) {
    const std::string name(Words()(place.name));
    driver.follow(name);
    CHECK(driver.shows(Role::heading, name));
    CHECK(driver.node(Role::link, name).has(Flag::current));
  }
}

TEST_CASE("on a phone the other places are behind one button") {
  Driver driver(390, 844);
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.frame();
  CHECK_FALSE(driver.shows(Role::link, "数据交换"));
  driver.press(Role::button, "更多");
  REQUIRE(driver.shows(Role::dialog, "更多"));
  driver.follow("数据交换");
  CHECK(driver.shows(Role::heading, "数据交换"));
  CHECK_FALSE(driver.shows(Role::dialog, "更多"));
}

TEST_CASE("an opened page takes the focus to its heading, the first one does not") {
  Driver driver;
  driver.open();
  CHECK(driver.focused() == 0);
  driver.follow("服务商");
  CHECK(driver.focused() == driver.node(Role::heading, "服务商").id);
}

TEST_CASE("a frame without a change patches nothing") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  for (const std::string_view route : routes) {
    INFO(route);
    driver.go(std::string(route));
    driver.patches.clear();
    driver.frame();
    for (const std::string& patch : driver.patches) CHECK(patch.empty());
  }
}

}  // namespace hengping::ui
