// What the page says of the browser's promise to keep the data, of room, and of backups.
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

constexpr std::string_view back_up = "立即备份";

void fill_city(Driver& driver) {
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.store.pump();
}

}  // namespace

TEST_CASE("the status line says how old the last backup is that gives everything") {
  Driver driver;
  driver.open();
  CHECK_FALSE(driver.says("备份"));
  fill_city(driver);
  driver.frame();
  CHECK(driver.says("尚无备份"));
  driver.go("#/settings");
  CHECK(driver.says("还没有核对过的备份"));
  driver.press(Role::button, back_up);
  REQUIRE(driver.files.backups().size() == 1);
  CHECK(driver.says("正在写入并读回核对备份"));
  CHECK(driver.says("尚无备份"));
  driver.app.backup_answered(shell::BackupOutcome::read_back, driver.files.backups().back().bytes, {});
  driver.frame();
  CHECK(driver.says("今日已备份"));
  CHECK(driver.says("备份已读回并核对：能恢复全部记录。"));
  driver.clock.set_today(CivilDate::parse("2026-11-26").value());
  driver.frame();
  CHECK(driver.says("3 天前备份"));
  CHECK(driver.shows(Role::status, "已保存"));
}

TEST_CASE("a download is to be looked at, and the file chosen decides") {
  Driver driver;
  driver.open();
  fill_city(driver);
  driver.go("#/settings");
  driver.press(Role::button, back_up);
  driver.app.backup_answered(shell::BackupOutcome::handed_out, {}, {});
  driver.frame();
  CHECK(driver.says("备份未核对"));
  const std::string bytes = driver.files.backups().back().bytes;
  driver.choose_file("核对备份文件", "half.json", bytes.substr(0, bytes.size() / 2));
  CHECK(driver.says("这个文件不能用作备份"));
  CHECK(driver.says("备份未核对"));
  driver.choose_file("核对备份文件", "backup.json", bytes);
  CHECK(driver.says("今日已备份"));
}

TEST_CASE("a backup that could not be written says why") {
  Driver driver;
  driver.open();
  fill_city(driver);
  driver.go("#/settings");
  driver.press(Role::button, back_up);
  driver.app.backup_answered(shell::BackupOutcome::failed, {}, "QuotaExceededError: the disk");
  driver.frame();
  CHECK(driver.says("备份未能写入"));
  CHECK(driver.says("QuotaExceededError: the disk"));
}

TEST_CASE("a folder for backups is chosen, allowed and given up by the person") {
  Driver driver;
  driver.around.backup_folder = BackupFolder::impossible;
  driver.open();
  driver.go("#/settings");
  CHECK_FALSE(driver.shows(Role::button, "选择备份文件夹"));
  CHECK(driver.says("此浏览器不能自动写入文件夹"));
  driver.around.backup_folder = BackupFolder::none;
  driver.frame();
  driver.press(Role::button, "选择备份文件夹");
  driver.around.backup_folder = BackupFolder::forbidden;
  driver.frame();
  driver.press(Role::button, "重新允许");
  driver.around.backup_folder = BackupFolder::chosen;
  driver.frame();
  CHECK_FALSE(driver.shows(Role::button, "重新允许"));
  driver.press(Role::button, "停止自动备份");
  CHECK(driver.requests == std::vector{PageRequest::choose_folder, PageRequest::allow_folder, PageRequest::forget_folder});
}

TEST_CASE("room that runs out is told before it is gone, with a way to back up") {
  Driver driver;
  driver.open();
  driver.around.room = {.known = true, .used_mb = 300, .quota_mb = 1000};
  driver.frame();
  CHECK_FALSE(driver.says("存储空间"));
  driver.around.room.used_mb = 810;
  driver.frame();
  CHECK(driver.says("存储空间将满"));
  CHECK(driver.says("已用 810.0 MB，共 1000.0 MB"));
  driver.around.room.used_mb = 992;
  driver.frame();
  CHECK(driver.says("存储空间几乎用完"));
  fill_city(driver);
  driver.press(Role::button, back_up);
  CHECK(driver.files.backups().size() == 1);
}

TEST_CASE("whether the browser keeps the data is said as it answers, and can be asked for") {
  Driver driver;
  driver.open();
  driver.go("#/settings");
  CHECK(driver.says("此浏览器不说明是否会自动清除"));
  driver.around.room = {.known = true, .used_mb = 3, .quota_mb = 1000, .kept = Room::Kept::may_go};
  driver.frame();
  CHECK(driver.says("已用 3.0 MB，可用 1000.0 MB"));
  driver.press(Role::button, "请求长期保存");
  CHECK(driver.requests == std::vector{PageRequest::keep_data});
  driver.around.room.kept = Room::Kept::stays;
  driver.frame();
  CHECK(driver.says("浏览器已承诺不自动清除"));
  CHECK_FALSE(driver.shows(Role::button, "请求长期保存"));
}

TEST_CASE("a store that the browser has cleared does not look new") {
  Driver driver(390, 844);
  driver.around.room.cleared = true;
  driver.open();
  CHECK(driver.says("浏览器清除了本页保存的数据"));
  CHECK(driver.shows(Role::link, "导入备份"));
  driver.press(Role::button, "知道了");
  CHECK(driver.requests == std::vector{PageRequest::note_clearing});
}

}  // namespace hengping::ui
