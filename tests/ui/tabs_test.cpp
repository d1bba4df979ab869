// What is seen while another tab writes.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "driver.h"

namespace hengping::ui {

TEST_CASE("while another tab writes the page says so quietly, and its button takes over") {
  Driver driver;
  driver.open();
  driver.app.store_writer(false);
  driver.frame();
  CHECK(driver.node(Role::status, "另一个标签页正在编辑").role == Role::status);
  CHECK(driver.shows(Role::status, "已保存"));
  driver.patches.clear();
  driver.press(Role::button, "在此编辑");
  CHECK(std::any_of(driver.patches.begin(), driver.patches.end(),
                    [](const std::string& patch) { return patch.find("正在接手") != std::string::npos; }));
  CHECK_FALSE(driver.says("另一个标签页正在编辑"));
  CHECK(driver.app.writing() == shell::Writing::mine);
}

TEST_CASE(
    "a form that cannot be saved because another tab writes keeps what was typed, and saves it after taking over") {
  Driver driver;
  driver.open();
  driver.go("#/enterprises/new");
  driver.fill(Role::textbox, "名称", "吉林精工");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F4FE12D");
  driver.fill(Role::textbox, "所属行业", "机械");
  driver.app.store_writer(false);
  driver.press(Role::button, "保存");
  CHECK(driver.says("尚未提交：另一个标签页正在编辑"));
  CHECK(driver.says("没有更改：另一个标签页正在编辑"));
  CHECK(driver.app.ledger().size() == 0);
  driver.press(Role::button, "在此编辑");
  driver.store.pump();
  driver.frame();
  CHECK_FALSE(driver.says("尚未提交"));
  driver.press(Role::button, "保存");
  driver.store.pump();
  driver.frame();
  CHECK(driver.shows(Role::heading, "吉林精工"));
}

TEST_CASE("changes that another tab kept from being stored are told, and can be exported or submitted again") {
  Driver driver;
  driver.open();
  driver.go("#/enterprises/new");
  driver.fill(Role::textbox, "名称", "吉林精工");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F4FE12D");
  driver.fill(Role::textbox, "所属行业", "机械");
  driver.store.disconnect("QuotaExceededError: made to fail");
  driver.press(Role::button, "保存");
  driver.store.reconnect();
  driver.app.store_writer(false);
  driver.app.store_loaded({});
  driver.frame();
  CHECK(driver.shows(Role::status, "保存失败：另一个标签页接手了写入"));
  CHECK(driver.says("1 项更改没有存下"));
  driver.press(Role::button, "导出未存下的更改");
  CHECK(driver.files.files().back().bytes.find("吉林精工") != std::string::npos);
  driver.press(Role::button, "在此编辑");
  driver.store.pump();
  driver.frame();
  CHECK(driver.shows(Role::status, "已保存"));
  CHECK(driver.app.ledger().size() == 2);
  CHECK_FALSE(driver.says("没有存下"));
}

}  // namespace hengping::ui
