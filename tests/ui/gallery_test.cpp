// The gallery: every group opens, looks as told, and works as the widgets do.
#include "shell/ui/screens/gallery/gallery.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/driver.h"

namespace hengping::ui {

TEST_CASE("the gallery leads to each of its groups") {
  Driver driver;
  driver.open();
  for (const GalleryEntry& group : gallery_groups()) {
    driver.go("#/gallery");
    const std::string title(gallery_text_zh.at(static_cast<std::size_t>(group.title)));
    driver.follow(title);
    CHECK(driver.around.route == "#/gallery/" + std::string(group.name));
    CHECK(driver.shows(Role::heading, title));
  }
  driver.go("#/gallery/nothing");
  CHECK(driver.shows(Role::heading, Words()(UiText::page_missing)));
}

TEST_CASE("what looks hovered or pressed in the gallery differs from the plain look, and from itself only by a hand") {
  Driver driver(1280, 1200);
  driver.open();
  driver.go("#/gallery/buttons");
  const auto primary = [&] {
    return std::count_if(driver.tree.nodes().begin(), driver.tree.nodes().end(), [](const Node& node) {
      return node.role == Role::button && node.name == "保存" && !node.has(Flag::disabled);
    });
  };
  CHECK(primary() == 4);  // plain, hovered, pressed and the wide one
  const std::size_t vertices = driver.vertices();
  driver.frame();
  CHECK(driver.vertices() == vertices);
}

TEST_CASE("of a hundred thousand rows only those that show are stated, the last as well as the first") {
  Driver driver(1280, 800);
  driver.open();
  driver.go("#/gallery/long");
  const Node& table = driver.node(Role::table, "十万行的表");
  CHECK(table.row_count == 100'001);
  const auto rows = [&] {
    return std::count_if(driver.tree.nodes().begin(), driver.tree.nodes().end(),
                         [](const Node& node) { return node.role == Role::row; });
  };
  CHECK(rows() < 40);
  CHECK(driver.shows(Role::cell, "E1"));
  NodeId scroller = 0;
  float high = 0;
  for (const Node& node : driver.tree.nodes()) {
    if (node.role == Role::scroller && node.parent == table.id) {
      scroller = node.id;
      high = node.content_height;
    }
  }
  REQUIRE(scroller != 0);
  Event scroll;
  scroll.type = EventType::scroll;
  scroll.node = scroller;
  scroll.y = high;
  driver.frame({scroll});
  CHECK(driver.shows(Role::cell, "E100000"));
  CHECK(rows() < 40);
}

}  // namespace hengping::ui
