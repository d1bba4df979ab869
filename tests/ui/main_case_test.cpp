// The main case, through the controls alone.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

void register_provider(Driver& driver) {
  driver.follow("服务商");
  driver.go(driver.node(Role::link, "登记服务商").value);
  CHECK(driver.node(Role::textbox, "服务商编号").value == "P001");
  driver.fill(Role::textbox, "名称", "长春甲软件有限公司");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F4FE12D");
  driver.fill(Role::textbox, "法定代表人", "王𠮷平");
  driver.fill(Role::textbox, "登记日期", "2025-01-02");
  driver.fill(Role::textbox, "住所", "长春市南关区人民大街1号");
  driver.fill(Role::textarea, "经营范围", "软件开发");
  driver.fill(Role::textbox, "注册资本（元）", "5000000");
  driver.press(Role::checkbox, "小快轻准");
  driver.press(Role::button, "保存");
}

void register_enterprise(Driver& driver) {
  driver.go("#/enterprises/new");
  driver.fill(Role::textbox, "名称", "长春乙工厂");
  driver.fill(Role::textbox, "统一社会信用代码", "91220103MADRMTGU16");
  driver.fill(Role::textbox, "登记日期", "2025-01-02");
  driver.fill(Role::textbox, "所属行业", "汽车零部件");
  driver.press(Role::radio, "规上");
  driver.press(Role::button, "保存");
}

void sign(Driver& driver) {
  driver.go("#/engagements/new?enterprise=Q001");
  CHECK(driver.node(Role::combobox, "试点企业").value == "Q001  长春乙工厂");
  driver.fill(Role::combobox, "服务商", "甲软");
  REQUIRE(driver.shows(Role::listbox, "服务商"));
  driver.press(Role::option, "P001  长春甲软件有限公司");
  CHECK_FALSE(driver.shows(Role::listbox, "服务商"));
  driver.fill(Role::textbox, "签订日期", "2025-01-10");
  driver.fill(Role::textbox, "约定完成日期", "2026-01-10");
  driver.fill(Role::textbox, "合同金额（元）", "12000.50");
  driver.fill(Role::textbox, "项目名称", "网关");
  driver.fill(Role::textbox, "具体功能", "采集");
  driver.fill(Role::textbox, "用途", "可视");
  driver.fill(Role::textbox, "单价（元）", "1000.05");
  driver.fill(Role::textbox, "数量", "12");
  driver.press(Role::button, "增加计划节点");
  driver.fill(Role::textbox, "节点日期", "2025-12-31");
  driver.fill(Role::textbox, "计划完成", "100");
  driver.press(Role::button, "保存");
}

void rate(Driver& driver, const std::string& period) {
  driver.go(driver.node(Role::link, "填写评价").value);
  driver.fill(Role::textbox, "评价周期", period);
  driver.press(Role::radio, "不满意");
  driver.fill(Role::textarea, "评价意见", "无人响应");
  driver.press(Role::button, "保存");
}

}  // namespace

TEST_CASE("a provider's case goes from registration to a verdict that cites its article") {
  for (const float width : {1440.0F, 390.0F}) {
    Driver driver(width, 844);
    driver.open();
    register_provider(driver);
    REQUIRE(driver.around.route == "#/providers/P001");
    CHECK(driver.says("王𠮷平"));
    CHECK(driver.says("未达到"));
    register_enterprise(driver);
    REQUIRE(driver.around.route == "#/enterprises/Q001");
    sign(driver);
    REQUIRE(driver.around.route == "#/engagements/E001");
    CHECK(driver.says("12,000.60"));
    for (const std::string period : {"2026-06", "2026-07", "2026-08", "2026-09"}) rate(driver, period);
    driver.go("#/providers/P001");
    CHECK(driver.says("未达到"));
    driver.go("#/engagements/E001");
    rate(driver, "2026-10");
    driver.go("#/providers/P001");
    CHECK(driver.shows(Role::heading, "第九条（二）"));
    CHECK(driver.says("已达到"));
    CHECK(driver.says("5 / 5 次"));
    CHECK(driver.says("试点企业对服务商满意度评价“不满意”次数达到5次的"));
    CHECK(driver.says("“无人响应”"));
    CHECK(driver.shows(Role::link, "合同 E001"));
    CHECK(driver.shows(Role::status, "已保存"));
  }
}

TEST_CASE("a withdrawn rating turns the verdict, and asks for a reason first") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  driver.go("#/engagements/E001");
  driver.press(Role::button, "撤回");
  REQUIRE(driver.shows(Role::dialog, "撤回评价"));
  const NodeId confirm = [&] {
    NodeId last = 0;
    for (const Node& node : driver.tree.nodes()) {
      if (node.role == Role::button && node.name == "撤回") last = node.id;
    }
    return last;
  }();
  driver.press(confirm);
  CHECK(driver.shows(Role::dialog, "撤回评价"));
  CHECK(driver.node(Role::textarea, "理由").has(Flag::invalid));
  driver.fill(Role::textarea, "理由", "误填");
  driver.press(confirm);
  CHECK_FALSE(driver.shows(Role::dialog, "撤回评价"));
  driver.go("#/providers/P001");
  CHECK(driver.says("4 / 5 次"));
  CHECK(driver.says("未达到"));
}

TEST_CASE("what was exported can be cleared and taken in again") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(5)));
  driver.go("#/exchange");
  driver.press(Role::button, "导出");
  REQUIRE(driver.files.files().size() == 1);
  const std::string bundle = driver.files.files().front().bytes;
  CHECK(driver.files.files().front().name == "hengping-2026-11-23.json");

  driver.press(Role::button, "清空数据");
  REQUIRE(driver.shows(Role::dialog, "清空全部数据？"));
  CHECK(driver.node(Role::button, "清空").has(Flag::disabled));
  driver.press(Role::button, "清空");
  CHECK(driver.app.ledger().sequence().facts.size() == 8);
  driver.fill(Role::textbox, "请输入“清空”以确认", "清空");
  driver.press(Role::button, "清空");
  CHECK(driver.app.ledger().sequence().facts.size() == 0);
  CHECK_FALSE(driver.shows(Role::dialog, "清空全部数据？"));

  driver.choose_file("导入", "out.json", bundle);
  CHECK(driver.says("将新增 9 条记录"));  // with the founding
  CHECK(driver.app.ledger().sequence().facts.size() == 0);
  driver.press(Role::button, "确认导入");
  CHECK(driver.app.ledger().sequence().facts.size() == 8);
  driver.go("#/providers/P001");
  CHECK(driver.says("5 / 5 次"));
}

TEST_CASE("a file with faults is refused as a whole, each with its place") {
  Driver driver;
  driver.open();
  driver.go("#/exchange");
  std::string facts = small_city(5);
  facts.replace(facts.find("2025-01-10"), 10, "2025-02-30");
  driver.choose_file("导入", "bad.json", facts);
  CHECK(driver.shows(Role::alert, "文件有 1 处错误，没有导入任何内容"));
  CHECK(driver.says("/facts/2/on"));
  CHECK_FALSE(driver.shows(Role::button, "确认导入"));
  driver.press(Role::button, "关闭");
  CHECK_FALSE(driver.says("/facts/2/on"));
  CHECK(driver.app.ledger().sequence().facts.size() == 0);
}

TEST_CASE("the status tells what is saved, and a failure can be tried again") {
  Driver driver;
  driver.open();
  CHECK(driver.shows(Role::status, "已保存"));
  driver.store.disconnect("connection lost");
  driver.go("#/providers/new");
  driver.fill(Role::textbox, "名称", "长春甲软件有限公司");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F4FE12D");
  driver.fill(Role::textbox, "法定代表人", "王明");
  driver.fill(Role::textbox, "住所", "长春");
  driver.fill(Role::textarea, "经营范围", "软件");
  driver.fill(Role::textbox, "注册资本（元）", "1");
  driver.press(Role::button, "保存");
  CHECK_FALSE(driver.shows(Role::status, "已保存"));
  CHECK(driver.says("保存失败：浏览器报告了存储错误"));
  CHECK(driver.says("技术信息：connection lost"));
  CHECK(driver.shows(Role::button, "导出"));
  driver.store.reconnect();
  driver.press(Role::button, "重试");
  CHECK(driver.shows(Role::status, "已保存"));
}

TEST_CASE("why nothing can be saved is said in words, in both languages") {
  Driver driver;
  driver.open();
  driver.store.disconnect("QuotaExceededError: 12");
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.store.pump();
  driver.frame();
  CHECK(driver.says("存储空间已满"));
  driver.app.set_language(shell::Language::english);
  driver.store.pump();
  driver.frame();
  CHECK(driver.says("The storage is full"));
  CHECK(driver.says("QuotaExceededError: 12"));
}

TEST_CASE("a store that was emptied is told as long as anybody has not read it, and until then saved is not said") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.store.pump();
  driver.store.vanish();
  driver.app.set_theme(shell::ThemePreference::dark);
  driver.store.disconnect("QuotaExceededError: x");
  driver.frame();
  CHECK(driver.says("浏览器清除了本站的存储"));
  CHECK(driver.says("正在从内存重新写入"));
  CHECK_FALSE(driver.shows(Role::status, "已保存"));
  CHECK_FALSE(driver.shows(Role::button, "关闭"));
  driver.store.reconnect();
  driver.press(Role::button, "重试");
  CHECK(driver.shows(Role::status, "已保存"));
  CHECK(driver.says("已从内存重新写入"));
  driver.press(Role::button, "关闭");
  CHECK_FALSE(driver.says("浏览器清除了本站的存储"));
}

TEST_CASE("damage offers the way to a backup, and names other devices") {
  Driver driver;
  driver.open();
  driver.store.contents()["records/gone/000000000001-0123456789abcdef"] = "x";
  Driver again;
  again.store.contents() = driver.store.contents();
  again.open();
  CHECK(again.says("部分已存数据无法读取"));
  CHECK(again.says("其他设备或备份文件"));
  again.follow("导入备份");
  CHECK(again.around.route == "#/exchange");
}

TEST_CASE("under a newer version the old page can be read and exported from, and says so") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.store.pump();
  driver.app.store_outdated();
  driver.frame();
  CHECK(driver.says("新版本正在另一个标签页中使用"));
  CHECK(driver.shows(Role::status, "已保存"));
  driver.press(Role::button, "导出");
  CHECK(driver.files.files().size() == 1);
  CHECK(driver.shows(Role::status, "已保存"));
}

TEST_CASE("what was pressed is done, also where the address changes before the next frame") {
  Driver driver;
  driver.open();
  driver.go("#/exchange");
  driver.choose_file("导入", "city.json", small_city(1));
  const NodeId confirm = driver.node(Role::button, "确认导入").id;
  driver.around.route = "#/enterprises";
  driver.press(confirm);
  CHECK(driver.around.route == "#/enterprises");
  CHECK(driver.shows(Role::link, "长春乙工厂"));
}

}  // namespace hengping::ui
