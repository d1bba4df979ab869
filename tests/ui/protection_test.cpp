// 本机保护 in the settings: what is said of this device, and what the page is asked for.
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/driver.h"

namespace hengping::ui {

TEST_CASE("without a passphrase the settings say that the device's own protection is all there is") {
  Driver driver;
  driver.around.protection = Protection::open;
  driver.open();
  driver.go("#/settings");
  CHECK(driver.says("本机数据只靠设备自身的保护"));
  CHECK(driver.says("导出给他人的文件不加密"));
  CHECK_FALSE(driver.shows(Role::button, "立即锁定"));
  driver.press(Role::button, "设置口令");
  CHECK(driver.requests == std::vector{PageRequest::set_passphrase});
  driver.frame();
  CHECK(driver.requests.size() == 1);
}

TEST_CASE("where the browser cannot encrypt, no passphrase is offered, and why is said") {
  Driver driver;
  driver.open();
  driver.go("#/settings");
  CHECK(driver.says("此处无法设置口令"));
  CHECK(driver.says("本机数据只靠设备自身的保护"));
  CHECK_FALSE(driver.shows(Role::button, "设置口令"));
}

TEST_CASE("a locked store can be locked at once, and its passphrase changed or removed") {
  Driver driver;
  driver.around.protection = Protection::locked;
  driver.open();
  driver.go("#/settings");
  CHECK(driver.says("已设口令"));
  CHECK_FALSE(driver.says("只靠设备自身"));
  CHECK_FALSE(driver.shows(Role::button, "设置口令"));
  driver.press(Role::button, "立即锁定");
  driver.press(Role::button, "更改口令");
  driver.press(Role::button, "取消口令");
  CHECK(driver.requests ==
        std::vector{PageRequest::lock_now, PageRequest::change_passphrase, PageRequest::remove_passphrase});
}

TEST_CASE("the time until the page locks itself is what the page says, and is asked of the page") {
  Driver driver;
  driver.around.protection = Protection::locked;
  driver.open();
  driver.go("#/settings");
  CHECK(driver.node(Role::radio, "15 分钟").has(Flag::checked));
  driver.press(Role::radio, "5 分钟");
  driver.press(Role::radio, "60 分钟");
  CHECK(driver.requests == std::vector{PageRequest::auto_lock_5, PageRequest::auto_lock_60});
  driver.around.auto_lock = AutoLock::minutes_60;
  driver.frame();
  CHECK(driver.node(Role::radio, "60 分钟").has(Flag::checked));
  CHECK_FALSE(driver.node(Role::radio, "15 分钟").has(Flag::checked));
}

}  // namespace hengping::ui
