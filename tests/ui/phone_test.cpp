// Phones: the soft keyboard, and turning the device.
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

void focus(Driver& driver, NodeId field) { driver.act(EventType::focus, field); }

}  // namespace

TEST_CASE(
    "a soft keyboard takes its part of the page: what is always there gives way, and the field written in is brought "
    "into sight, once") {
  Driver driver(390, 844);
  driver.open();
  driver.go("#/providers/new");
  const NodeId field = driver.node(Role::textbox, "联系方式").id;
  focus(driver, field);
  CHECK(driver.shows(Role::button, "更多"));
  driver.around.keyboard_inset = 340;
  driver.frame();
  CHECK_FALSE(driver.shows(Role::button, "更多"));
  const Node* scroller = nullptr;
  for (const Node& node : driver.tree.nodes()) {
    if (node.role == Role::scroller && driver.tree.find(node.parent)->role == Role::main) scroller = &node;
  }
  REQUIRE(scroller != nullptr);
  CHECK(scroller->rect.y + scroller->rect.height <= 844 - 340);
  CHECK(driver.scrolled_into_view == field);
  driver.scrolled_into_view = 0;
  driver.frame();
  CHECK(driver.scrolled_into_view == 0);
  driver.around.keyboard_inset = 0;
  driver.frame();
  CHECK(driver.shows(Role::button, "更多"));
}

TEST_CASE("nothing is scrolled for a keyboard while no field is written in") {
  Driver driver(390, 844);
  driver.open();
  driver.go("#/providers/new");
  focus(driver, driver.node(Role::button, "保存").id);
  driver.scrolled_into_view = 0;
  driver.around.keyboard_inset = 340;
  driver.frame();
  CHECK(driver.scrolled_into_view == 0);
}

TEST_CASE("turning the device keeps what was typed, the focus and the place, and the field in sight") {
  Driver driver(390, 844);
  driver.open();
  driver.go("#/enterprises/new");
  const NodeId field = driver.node(Role::textbox, "所属行业").id;
  focus(driver, field);
  driver.fill(Role::textbox, "所属行业", "汽车零部件");
  driver.scrolled_into_view = 0;
  driver.around.width = 844;
  driver.around.height = 390;
  driver.frame();
  CHECK(driver.node(Role::textbox, "所属行业").id == field);
  CHECK(driver.node(Role::textbox, "所属行业").value == "汽车零部件");
  CHECK(driver.scrolled_into_view == field);
  driver.around.width = 390;
  driver.around.height = 844;
  driver.frame();
  CHECK(driver.node(Role::textbox, "所属行业").id == field);
  driver.fill(Role::textbox, "名称", "长春乙工厂");
  driver.fill(Role::textbox, "统一社会信用代码", "91220103MADRMTGU16");
  driver.press(Role::button, "保存");
  CHECK(driver.around.route == "#/enterprises/Q001");
  CHECK(driver.says("汽车零部件"));
}

TEST_CASE("a page pulled beyond its edges follows the finger, and comes back with it") {
  Driver driver(390, 844);
  driver.open();
  driver.go("#/providers/new");
  NodeId id = 0;
  for (const Node& node : driver.tree.nodes()) {
    if (node.role == Role::scroller && driver.tree.find(node.parent)->role == Role::main) id = node.id;
  }
  const auto scroll_to = [&](float y) {
    Event event;
    event.type = EventType::scroll;
    event.node = id;
    event.y = y;
    driver.patches.clear();
    driver.frame({event});
  };
  const auto top = [&] { return driver.node(Role::textbox, "名称").rect.y; };
  const auto end = [&] { return driver.tree.find(id)->content_height - driver.tree.find(id)->rect.height; };
  REQUIRE(end() > 100);
  const float rest = top();
  const std::uint64_t picture = driver.picture();
  scroll_to(-50);
  CHECK(top() == rest + 50);
  CHECK(driver.picture() != picture);
  CHECK(driver.tree.find(id)->scroll_y == -50);  // the page's own scroller is left where the finger has it
  for (const std::string& patch : driver.patches) CHECK(patch.find("scrollY") == std::string::npos);
  scroll_to(-5000);
  CHECK(top() <= rest + 844);
  scroll_to(0);
  CHECK(top() == rest);
  CHECK(driver.picture() == picture);
  scroll_to(end());
  const float low = top();
  scroll_to(end() + 60);
  CHECK(top() == low - 60);
  scroll_to(end());
  CHECK(top() == low);
  SECTION("what became shorter meanwhile is not pulled") {
    scroll_to(end() + 60);
    driver.go("#/settings");
    driver.go("#/providers/new");
    scroll_to(0);
    CHECK(top() == rest);
  }
}

TEST_CASE("a dialog that is higher than what a keyboard leaves can be scrolled") {
  Driver driver(390, 844);
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/engagements/E001");
  driver.press(Role::button, "撤回");
  focus(driver, driver.node(Role::textarea, "理由").id);
  driver.around.height = 390;
  driver.around.keyboard_inset = 180;
  driver.frame();
  const Node& dialog = driver.node(Role::dialog, "撤回评价");
  CHECK(dialog.rect.y >= 0);
  CHECK(dialog.rect.y + dialog.rect.height <= 390 - 180 + 0.5F);
  const Node* content = nullptr;
  for (const Node& node : driver.tree.nodes()) {
    if (node.role == Role::scroller && node.parent == dialog.id) content = &node;
  }
  REQUIRE(content != nullptr);
  CHECK(content->rect.height <= dialog.rect.height + 0.5F);
  CHECK(content->content_height > content->rect.height);
  CHECK(driver.scrolled_into_view == driver.node(Role::textarea, "理由").id);
}

}  // namespace hengping::ui
