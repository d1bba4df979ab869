// What the page says of itself: whether it opens without a network, and that a newer version waits.
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/driver.h"

namespace hengping::ui {

TEST_CASE("that the page works offline is claimed only when it does") {
  Driver driver;
  driver.open();
  CHECK_FALSE(driver.says("离线"));
  driver.around.offline = Offline::preparing;
  driver.frame();
  CHECK(driver.says("正在准备离线使用"));
  CHECK_FALSE(driver.says("可离线使用"));
  driver.around.offline = Offline::ready;
  driver.frame();
  CHECK(driver.says("可离线使用"));
  CHECK_FALSE(driver.says("正在准备离线使用"));
  CHECK(driver.shows(Role::status, "已保存"));
}

TEST_CASE("a phone is told once that everything is there") {
  Driver driver(390, 844);
  driver.around.offline = Offline::preparing;
  driver.open();
  CHECK_FALSE(driver.says("断网时也能打开和使用"));
  driver.around.offline = Offline::ready;
  driver.frame();
  CHECK(driver.says("断网时也能打开和使用"));
  driver.around.seconds += 60;
  driver.frame();
  driver.around.seconds += 60;
  driver.frame();
  CHECK_FALSE(driver.says("断网时也能打开和使用"));
}

TEST_CASE("who comes back to a page that is complete is not told again") {
  Driver driver(390, 844);
  driver.around.offline = Offline::unknown;
  driver.open();
  driver.around.offline = Offline::ready;
  driver.frame();
  CHECK_FALSE(driver.says("断网时也能打开和使用"));
}

TEST_CASE("a newer version is offered and never taken unasked") {
  Driver driver;
  driver.open();
  driver.around.newer_version = true;
  driver.go("#/providers/new");
  driver.fill(Role::textbox, "名称", "长春甲软件有限公司");
  CHECK(driver.says("新版本已备好"));
  CHECK(driver.requests.empty());
  CHECK(driver.node(Role::textbox, "名称").value == "长春甲软件有限公司");
  driver.press(Role::button, "更新");
  CHECK(driver.requests == std::vector{PageRequest::take_newer});
  driver.frame();
  CHECK(driver.requests == std::vector{PageRequest::take_newer});
}

TEST_CASE("a newer version waits until everything is saved") {
  Driver driver;
  driver.open();
  driver.around.newer_version = true;
  driver.store.disconnect("connection lost");
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.store.pump();
  driver.frame();
  CHECK(driver.node(Role::button, "更新").has(Flag::disabled));
  driver.press(Role::button, "更新");
  CHECK(driver.requests.empty());
  driver.store.reconnect();
  driver.press(Role::button, "重试");
  CHECK_FALSE(driver.node(Role::button, "更新").has(Flag::disabled));
}

}  // namespace hengping::ui
