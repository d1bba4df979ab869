// Long lists: only what shows is built, whatever their length.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

constexpr int many = 3000;

/// One provider and so many enterprises: Q1000, Q1001 …
std::string long_city() {
  std::string facts = R"({"format":"hengping.facts","version":1,"facts":[)";
  for (int number = 0; number < many; ++number) {
    if (number > 0) facts += ",\n";
    facts += R"({"kind":"enterprise.registered","on":"2025-01-03","enterprise":"Q)" + std::to_string(1000 + number) +
             R"(","name":"长春第)" + std::to_string(number) +
             R"(工厂","uscc":"91220103MADRMTGU16","industry":"汽车零部件"})";
  }
  return facts + "]}";
}

std::size_t count(const Driver& driver, Role role) {
  return static_cast<std::size_t>(std::count_if(driver.tree.nodes().begin(), driver.tree.nodes().end(),
                                                [&](const Node& node) { return node.role == role; }));
}

const Node* first_scroller_in_table(const Driver& driver) {
  for (const Node& node : driver.tree.nodes()) {
    const Node* parent = driver.tree.find(node.parent);
    if (node.role == Role::scroller && parent != nullptr && parent->role == Role::table) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("of a long table only the rows that show are stated, with their places in the whole") {
  Driver driver(1280, 800);
  driver.open();
  REQUIRE(driver.app.load_demo_city(long_city()));
  driver.go("#/enterprises");
  const Node& table = driver.node(Role::table, "试点企业");
  CHECK(table.row_count == many + 1);
  CHECK(count(driver, Role::row) < 40);
  CHECK(driver.shows(Role::link, "长春第0工厂"));
  const Node* scroller = first_scroller_in_table(driver);
  REQUIRE(scroller != nullptr);
  CHECK(scroller->content_height > static_cast<float>(many) * 40);

  Event scroll;
  scroll.type = EventType::scroll;
  scroll.node = scroller->id;
  scroll.y = scroller->content_height / 2;
  driver.frame({scroll});
  CHECK_FALSE(driver.shows(Role::link, "长春第0工厂"));
  CHECK(driver.shows(Role::link, "长春第1505工厂"));
  CHECK(count(driver, Role::row) < 40);
  const Node& link = driver.node(Role::link, "长春第1505工厂");
  const Node* row = driver.tree.find(driver.tree.find(link.parent)->parent);
  CHECK(row->row == 1507);
}

TEST_CASE("a row that has the focus stays while it is scrolled away, in its place, and goes with the focus") {
  for (const float width : {1280.0F, 390.0F}) {
    INFO("width " << width);
    Driver driver(width, 800);
    driver.open();
    REQUIRE(driver.app.load_demo_city(long_city()));
    driver.go("#/enterprises");
    const auto link = [&](std::string_view name) -> const Node* {
      for (const Node& node : driver.tree.nodes()) {
        if (node.role == Role::link && node.name.find(name) != std::string::npos) return &node;
      }
      return nullptr;
    };
    REQUIRE(link("长春第3工厂") != nullptr);
    const NodeId id = link("长春第3工厂")->id;
    const float before = link("长春第3工厂")->rect.y;
    const Node* scroller = driver.tree.find(id);
    while (scroller->role != Role::scroller) scroller = driver.tree.find(scroller->parent);
    Event scroll;
    scroll.type = EventType::scroll;
    scroll.node = scroller->id;
    scroll.y = scroller->content_height / 2;
    driver.act(EventType::focus, id);
    driver.frame({scroll});
    REQUIRE(driver.tree.find(id) != nullptr);
    CHECK(driver.tree.find(id)->rect.y == before - scroll.y);
    CHECK(count(driver, Role::row) + count(driver, Role::listitem) < 42);
    const std::size_t with = count(driver, Role::link);
    driver.act(EventType::blur, id);
    CHECK(driver.tree.find(id) == nullptr);
    CHECK(count(driver, Role::link) == with - 1);

    scroll.y = 0;
    driver.frame({scroll});
    driver.act(EventType::focus, id);
    driver.go("#/providers");
    driver.go("#/enterprises");
    CHECK(link("长春第3工厂")->rect.y == before);
  }
}

TEST_CASE(
    "a list below what shows has its first rows all the same, and one above its last: the Tab key comes to them") {
  {
    Driver driver(1280, 300);
    driver.open();
    REQUIRE(driver.app.load_demo_city(small_city(5)));
    driver.go("#/providers/P001");
    CHECK(driver.node(Role::link, "E001").rect.y > 300);
  }
  Driver phone(390, 300);
  phone.open();
  REQUIRE(phone.app.load_demo_city(long_city()));
  phone.go("#/enterprises");
  const std::size_t few = count(phone, Role::listitem);
  CHECK(few >= 4);
  CHECK(few < 20);
}

TEST_CASE("on a phone the same list is cards, and as few") {
  Driver driver(390, 844);
  driver.open();
  REQUIRE(driver.app.load_demo_city(long_city()));
  driver.go("#/enterprises");
  CHECK(count(driver, Role::table) == 0);
  CHECK(count(driver, Role::listitem) > 5);
  CHECK(count(driver, Role::listitem) < 40);
}

TEST_CASE("a list is searched as one types, and says how many it found") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(long_city()));
  driver.go("#/enterprises");
  CHECK(driver.shows(Role::status, "共 3,000 条"));
  driver.fill(Role::searchbox, "搜索名称、编号、代码、行业", "第2999");
  CHECK(driver.shows(Role::status, "找到 1 条，共 3,000 条"));
  CHECK(driver.shows(Role::link, "长春第2999工厂"));
  driver.fill(Role::searchbox, "搜索名称、编号、代码、行业", "没有");
  CHECK(driver.says("没有符合条件的结果"));
  driver.press(Role::button, "清除筛选");
  CHECK(driver.shows(Role::status, "共 3,000 条"));
}

TEST_CASE("a column's head sorts, and sorts the other way when pressed again") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(long_city()));
  driver.go("#/enterprises");
  CHECK(driver.node(Role::columnheader, "编号").sort == Sort::ascending);
  driver.press(Role::button, "编号");
  CHECK(driver.node(Role::columnheader, "编号").sort == Sort::descending);
  CHECK(driver.shows(Role::link, "长春第2999工厂"));
  driver.press(Role::button, "名称");
  CHECK(driver.node(Role::columnheader, "名称").sort == Sort::ascending);
  CHECK(driver.node(Role::columnheader, "编号").sort == Sort::none);
}

TEST_CASE("pressing a row anywhere leads where its link does") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/providers");
  const Node& link = driver.node(Role::link, "长春甲软件有限公司");
  const Node* row = driver.tree.find(driver.tree.find(link.parent)->parent);
  REQUIRE(row != nullptr);
  CHECK(row->value == link.value);
  driver.press(row->id);
  CHECK(driver.around.route == "#/providers/P001");
}

TEST_CASE("a page keeps its place for coming back to it") {
  Driver driver(1280, 500);
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  driver.go("#/providers/P001");
  NodeId scroller = 0;
  for (const Node& node : driver.tree.nodes()) {
    const Node* parent = driver.tree.find(node.parent);
    if (node.role == Role::scroller && parent != nullptr && parent->role == Role::main) scroller = node.id;
  }
  REQUIRE(scroller != 0);
  Event scroll;
  scroll.type = EventType::scroll;
  scroll.node = scroller;
  scroll.y = 120;
  driver.frame({scroll});
  driver.go("#/providers");
  CHECK(driver.tree.find(scroller) == nullptr);
  driver.go("#/providers/P001");
  REQUIRE(driver.tree.find(scroller) != nullptr);
  CHECK(driver.tree.find(scroller)->scroll_y == 120);
}

TEST_CASE("a column stays as wide as it was made, also when the page is opened again") {
  Driver driver(1600, 900);
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/providers");
  const auto width = [](Driver& of) { return of.node(Role::columnheader, "名称").rect.width; };
  const float before = width(driver);
  for (int press = 0; press < 3; ++press) driver.key(driver.node(Role::separator, "列宽：名称").id, "ArrowLeft");
  const float given = width(driver);
  CHECK(given == before - 48);
  Driver again(1600, 900);
  again.store.contents() = driver.store.contents();
  again.open();
  again.go("#/providers");
  CHECK(std::abs(width(again) - given) < 1);  // whole px are kept
  again.key(again.node(Role::separator, "列宽：名称").id, "Enter");
  CHECK(std::abs(width(again) - before) < 1);
  CHECK(again.app.settings().column_widths.empty());
}

}  // namespace hengping::ui
