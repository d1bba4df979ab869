// Every screen at every size, in both themes and languages.
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

#include "shell/ui/painter.h"
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
                                       "#/inspections",
                                       "#/inspections/new?provider=P001",
                                       "#/inspections/I1",
                                       "#/awards",
                                       "#/deadlines",
                                       "#/deadlines?role=provider",
                                       "#/records/00",
                                       "#/exchange",
                                       "#/exchange/records",
                                       "#/exchange/records?device=00&standing=missing_part",
                                       "#/settings",
                                       "#/gallery",
                                       "#/gallery/buttons",
                                       "#/gallery/fields",
                                       "#/gallery/choices",
                                       "#/gallery/photos",
                                       "#/gallery/content",
                                       "#/gallery/tables",
                                       "#/gallery/overlays",
                                       "#/gallery/charts",
                                       "#/gallery/long",
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
    case Role::image:
    case Role::photo:
    case Role::slider: return true;
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

bool edits(Role role) {
  return role == Role::textbox || role == Role::searchbox || role == Role::combobox || role == Role::textarea;
}

bool pressable(Role role) {
  return role == Role::link || role == Role::button || role == Role::radio || role == Role::checkbox ||
         role == Role::file || role == Role::tab || role == Role::option || edits(role);
}

bool inside(const Driver& driver, const Node& node, NodeId ancestor) {
  for (const Node* at = &node; at != nullptr; at = driver.tree.find(at->parent)) {
    if (at->id == ancestor) return true;
  }
  return false;
}

/// Whether its middle shows and nothing lies over it: neither what scrolls nor another thing to press.
bool can_be_hit(const Driver& driver, const Node& node) {
  const float x = node.rect.x + node.rect.width / 2;
  const float y = node.rect.y + node.rect.height / 2;
  if (!contains({0, 0, driver.around.width, driver.around.height}, x, y)) return false;
  for (const Node* at = driver.tree.find(node.parent); at != nullptr; at = driver.tree.find(at->parent)) {
    if (at->role == Role::scroller && !contains(at->rect, x, y)) return false;
  }
  return true;
}

/// The dialog, list or calendar that it lies in; 0: the page.
NodeId layer_of(const Driver& driver, const Node& node) {
  for (const Node* at = &node; at != nullptr; at = driver.tree.find(at->parent)) {
    const bool calendar = at->role == Role::group && at->name.starts_with("选择日期");
    if (at->role == Role::dialog || at->role == Role::listbox || calendar) return at->id;
  }
  return 0;
}

/// What fingers press is large enough, and nothing of its own layer lies over its middle.
void check_targets(const Driver& driver, float least = 44) {
  std::vector<const Node*> targets;
  for (const Node& node : driver.tree.nodes()) {
    if (!pressable(node.role)) continue;
    INFO(role_name(node.role) << " “" << node.name << "”");
    CHECK(node.rect.height >= 44);
    CHECK(node.rect.width >= least);
    if (can_be_hit(driver, node)) targets.push_back(&node);
  }
  for (std::size_t index = 0; index < targets.size(); ++index) {
    const Node& node = *targets[index];
    for (std::size_t later = index + 1; later < targets.size(); ++later) {
      const Node& above = *targets[later];
      // what was opened over the page lies over it on purpose
      if (layer_of(driver, above) != layer_of(driver, node) || inside(driver, above, node.id)) continue;
      INFO(role_name(node.role) << " “" << node.name << "” below " << role_name(above.role) << " “" << above.name
                                << "”");
      CHECK_FALSE(contains(above.rect, node.rect.x + node.rect.width / 2, node.rect.y + node.rect.height / 2));
    }
  }
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

TEST_CASE("targets are at least 44 px wide and high where fingers press, and none lies over another's middle") {
  // Links within a text may be nearer to each other (WCAG 2.5.8 excepts them); their middles are still their own.
  for (const auto& [width, height] : {std::pair{390.0F, 844.0F}, {320.0F, 640.0F}, {1024.0F, 768.0F}}) {
    Driver driver(width, height);
    driver.around.touch = true;
    driver.around.hover = false;
    driver.open();
    REQUIRE(driver.app.load_demo_city(small_city(5)));
    for (const std::string_view route : routes) {
      INFO(route << " at " << width);
      driver.go(std::string(route));
      check_targets(driver);
    }
    driver.go("#/ratings/new");
    driver.act(EventType::activate, driver.node(Role::combobox, "服务合同").id);
    REQUIRE(driver.shows(Role::listbox, "服务合同"));
    check_targets(driver);
    driver.go("#/engagements/E001");
    driver.press(Role::button, "撤回");
    check_targets(driver);
    driver.press(Role::button, "选择日期：日期");
    REQUIRE(driver.shows(Role::group, "选择日期：日期"));
    check_targets(driver, width < 348 ? 40 : 44);
  }
}

TEST_CASE("what a finger presses shows it, and no longer when the finger is gone") {
  Driver driver(1024, 768);
  driver.around.touch = true;
  driver.around.hover = false;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  const auto check_pressed = [&](const Node& node) {
    INFO(role_name(node.role) << " “" << node.name << "” at " << driver.around.route);
    const std::uint64_t before = driver.picture();
    driver.around.pointer_x = node.rect.x + node.rect.width / 2;
    driver.around.pointer_y = node.rect.y + node.rect.height / 2;
    driver.around.has_pointer = driver.around.pointer_down = true;
    driver.frame();
    CHECK(driver.picture() != before);
    driver.around.has_pointer = driver.around.pointer_down = false;
    driver.frame();
    CHECK(driver.picture() == before);
  };
  std::set<Role> seen;
  for (const std::string_view route :
       {"#/providers", "#/awards", "#/ratings/new", "#/providers/new", "#/exchange", "#/settings"}) {
    driver.go(std::string(route));
    const std::vector<Node> nodes = driver.tree.nodes();
    for (const Node& node : nodes) {
      const bool row = node.role == Role::row && !node.value.empty();
      const bool presses = row || (pressable(node.role) && !edits(node.role));
      const bool on = node.has(Flag::current) || node.has(Flag::checked) || node.has(Flag::disabled);
      if (!presses || on || !can_be_hit(driver, node)) continue;
      seen.insert(node.role);
      check_pressed(node);
    }
  }
  for (const Role role : {Role::link, Role::button, Role::radio, Role::tab, Role::checkbox, Role::file, Role::row}) {
    INFO(role_name(role));
    CHECK(seen.contains(role));
  }
  driver.go("#/ratings/new");
  driver.act(EventType::activate, driver.node(Role::combobox, "服务合同").id);
  for (const Node& node : std::vector<Node>(driver.tree.nodes())) {
    if (node.role == Role::option) check_pressed(node);
  }
}

TEST_CASE("whatever takes the focus by the keyboard shows it, a scrolling area too") {
  Driver driver(1280, 500);
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  driver.go("#/providers/P001");
  int scrollers = 0;
  for (const Node& node : std::vector<Node>(driver.tree.nodes())) {
    const bool scrolls = node.role == Role::scroller && node.content_height > node.rect.height + 1;
    if (!scrolls && (!pressable(node.role) || node.has(Flag::disabled) || !can_be_hit(driver, node))) continue;
    INFO(role_name(node.role) << " “" << node.name << "”");
    scrollers += scrolls ? 1 : 0;
    const std::size_t before = driver.vertices();
    Event focus;
    focus.type = EventType::focus;
    focus.node = node.id;
    focus.visible_focus = true;
    driver.frame({focus});
    CHECK(driver.vertices() > before);
    driver.act(EventType::blur, node.id);
    CHECK(driver.vertices() == before);
  }
  CHECK(scrollers == 1);
}

TEST_CASE("a chosen tab names the panel that it shows") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  driver.go("#/awards");
  int chosen = 0;
  for (const Node& tab : driver.tree.nodes()) {
    if (tab.role != Role::tab) continue;
    CHECK((tab.controls != 0) == tab.has(Flag::selected));
    if (tab.controls == 0) continue;
    ++chosen;
    const Node* panel = driver.tree.find(tab.controls);
    REQUIRE(panel != nullptr);
    CHECK(panel->role == Role::tabpanel);
    CHECK(panel->labelled_by == tab.id);
    CHECK(inside(driver, driver.node(Role::searchbox, "搜索服务商、说明、评优名称"), panel->id));
  }
  CHECK(chosen == 1);
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
