// Forms: errors beside their fields, nothing lost, choices by keyboard.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/ui/driver.h"

namespace hengping::ui {

TEST_CASE("faults stand beside their fields in the user's words, and the first such field takes the focus") {
  Driver driver;
  driver.open();
  driver.go("#/providers/new");
  driver.fill(Role::textbox, "法定代表人", "王明");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F4FE12X");
  driver.press(Role::button, "保存");
  CHECK(driver.around.route == "#/providers/new");
  CHECK(driver.app.ledger().sequence().facts.size() == 0);
  const Node& name = driver.node(Role::textbox, "名称");
  CHECK(name.has(Flag::invalid));
  REQUIRE(driver.tree.find(name.error_message) != nullptr);
  CHECK(driver.tree.find(name.error_message)->name == "请填写“名称”");
  CHECK(driver.focused() == name.id);
  const Node& code = driver.node(Role::textbox, "统一社会信用代码");
  CHECK(code.has(Flag::invalid));
  CHECK(code.value == "91220102MA1F4FE12X");
  CHECK_FALSE(driver.node(Role::textbox, "法定代表人").has(Flag::invalid));
  CHECK(driver.node(Role::textbox, "法定代表人").value == "王明");
  CHECK(driver.shows(Role::alert, "有 5 处需要修改，尚未保存"));
}

TEST_CASE("an error goes when its field is mended, the others stay") {
  Driver driver;
  driver.open();
  driver.go("#/enterprises/new");
  driver.press(Role::button, "保存");
  driver.fill(Role::textbox, "名称", "长春乙工厂");
  CHECK_FALSE(driver.node(Role::textbox, "名称").has(Flag::invalid));
  CHECK(driver.node(Role::textbox, "所属行业").has(Flag::invalid));
}

TEST_CASE("a draft is still there after looking elsewhere, and gone after it was cancelled") {
  Driver driver;
  driver.open();
  driver.go("#/enterprises/new");
  driver.fill(Role::textbox, "名称", "长春乙工厂");
  driver.go("#/providers");
  driver.go("#/enterprises/new");
  CHECK(driver.node(Role::textbox, "名称").value == "长春乙工厂");
  driver.press(Role::button, "取消");
  CHECK(driver.around.route == "#/enterprises");
  driver.go("#/enterprises/new");
  CHECK(driver.node(Role::textbox, "名称").value.empty());
}

TEST_CASE("faults of a list of items stand at the item") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(0)));
  driver.go("#/engagements/new?provider=P001&enterprise=Q001");
  driver.press(Role::button, "增加一项");
  REQUIRE(driver.shows(Role::group, "清单第 2 项"));
  driver.fill(Role::textbox, "合同金额（元）", "1");
  driver.fill(Role::textbox, "约定完成日期", "2027-01-01");
  driver.fill(Role::textbox, "项目名称", "网关");
  driver.fill(Role::textbox, "具体功能", "采集");
  driver.fill(Role::textbox, "用途", "可视");
  driver.fill(Role::textbox, "单价（元）", "1");
  driver.fill(Role::textbox, "数量", "0");
  driver.press(Role::button, "保存");
  CHECK(driver.node(Role::textbox, "数量").has(Flag::invalid));
  CHECK_FALSE(driver.node(Role::textbox, "项目名称").has(Flag::invalid));
  driver.press(Role::button, "删除第 2 项");
  CHECK_FALSE(driver.shows(Role::group, "清单第 2 项"));
  driver.fill(Role::textbox, "数量", "1");
  driver.press(Role::button, "保存");
  CHECK(driver.around.route == "#/engagements/E002");
}

TEST_CASE("the code's check character is told while it is typed") {
  Driver driver;
  driver.open();
  driver.go("#/providers/new");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F");
  CHECK(driver.node(Role::textbox, "统一社会信用代码").description == "已输入 12 位，共 18 位");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F4FE12X");
  CHECK(driver.node(Role::textbox, "统一社会信用代码").description == "校验码不符，应为 D，请核对");
  driver.fill(Role::textbox, "统一社会信用代码", "91220102MA1F4FE12D");
  CHECK(driver.node(Role::textbox, "统一社会信用代码").description == "代码校验通过");
}

TEST_CASE("one of many is chosen by keyboard alone") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(0)));
  driver.go("#/ratings/new");
  const NodeId box = driver.node(Role::combobox, "服务合同").id;
  driver.act(EventType::focus, box);
  driver.key(box, "ArrowDown");
  REQUIRE(driver.shows(Role::listbox, "服务合同"));
  const Node& open = driver.node(Role::combobox, "服务合同");
  CHECK(open.has(Flag::expanded));
  REQUIRE(open.active_descendant != 0);
  CHECK(driver.tree.find(open.active_descendant)->role == Role::option);
  driver.key(box, "Escape");
  CHECK_FALSE(driver.shows(Role::listbox, "服务合同"));
  driver.act(EventType::input, box, "E001");
  driver.act(EventType::commit, box);
  CHECK_FALSE(driver.shows(Role::listbox, "服务合同"));
  CHECK(driver.node(Role::combobox, "服务合同").value.starts_with("E001  "));
}

TEST_CASE("what was typed into a choice and fits nothing is not taken") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(0)));
  driver.go("#/ratings/new?engagement=E001");
  const NodeId box = driver.node(Role::combobox, "服务合同").id;
  driver.act(EventType::input, box, "nothing such");
  CHECK(driver.says("没有匹配的选项"));
  driver.act(EventType::dismiss, box);
  CHECK(driver.node(Role::combobox, "服务合同").value.starts_with("E001  "));
}

TEST_CASE("a calendar is shown whole, over its field where there is no room beside it") {
  Driver driver(390, 560);
  driver.around.touch = true;
  driver.open();
  driver.go("#/providers/new");
  driver.press(Role::button, "选择日期：登记日期");
  const Rect calendar = driver.node(Role::group, "选择日期：登记日期").rect;
  const Rect today = driver.node(Role::button, "今天 2026-11-23").rect;
  CHECK(calendar.y >= 0);
  CHECK(calendar.y + calendar.height <= 560);
  CHECK(today.y + today.height <= calendar.y + calendar.height);
}

TEST_CASE("a day is picked from the calendar") {
  Driver driver;
  driver.open();
  driver.go("#/providers/new");
  driver.press(Role::button, "选择日期：登记日期");
  CHECK(driver.says("2026年11月"));
  CHECK(driver.tree.find(driver.focused())->name == "2026-11-23");
  driver.key(driver.focused(), "ArrowUp");
  CHECK(driver.tree.find(driver.focused())->name == "2026-11-16");
  driver.press(Role::button, "上个月");
  CHECK(driver.says("2026年10月"));
  driver.press(Role::button, "2026-10-08");
  CHECK(driver.node(Role::textbox, "登记日期").value == "2026-10-08");
  CHECK_FALSE(driver.says("2026年10月"));
}

TEST_CASE("Escape and a press outside close a dialog and change nothing") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/engagements/E001");
  driver.press(Role::button, "撤回");
  const NodeId dialog = driver.node(Role::dialog, "撤回评价").id;
  driver.key(driver.node(Role::textarea, "理由").id, "Escape");
  CHECK_FALSE(driver.shows(Role::dialog, "撤回评价"));
  driver.press(Role::button, "撤回");
  driver.act(EventType::dismiss, dialog);
  CHECK_FALSE(driver.shows(Role::dialog, "撤回评价"));
  CHECK(driver.app.ledger().sequence().facts.size() == 4);
}

TEST_CASE("Escape closes what lies on top and leaves what lies below it") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/engagements/E001");
  driver.press(Role::button, "撤回");
  driver.press(Role::button, "选择日期：日期");
  REQUIRE(driver.shows(Role::group, "选择日期：日期"));
  driver.key(driver.focused(), "Escape");
  CHECK_FALSE(driver.shows(Role::group, "选择日期：日期"));
  REQUIRE(driver.shows(Role::dialog, "撤回评价"));
  driver.key(driver.node(Role::textarea, "理由").id, "Escape");
  CHECK_FALSE(driver.shows(Role::dialog, "撤回评价"));

  SECTION("twice within one frame closes both") {
    driver.press(Role::button, "撤回");
    driver.press(Role::button, "选择日期：日期");
    Event escape;
    escape.type = EventType::key;
    escape.node = driver.focused();
    escape.text = "Escape";
    driver.frame({escape, escape});
    CHECK_FALSE(driver.shows(Role::group, "选择日期：日期"));
    CHECK_FALSE(driver.shows(Role::dialog, "撤回评价"));
  }
  SECTION("a press beside the calendar closes the calendar only") {
    driver.press(Role::button, "撤回");
    driver.press(Role::button, "选择日期：日期");
    driver.act(EventType::dismiss, driver.node(Role::button, "选择日期：日期").id);
    CHECK_FALSE(driver.shows(Role::group, "选择日期：日期"));
    CHECK(driver.shows(Role::dialog, "撤回评价"));
  }
}

TEST_CASE("a day may be typed as people write it, and stands there as a date when the field is left") {
  Driver driver;
  driver.open();
  driver.go("#/providers/new");
  const NodeId field = driver.node(Role::textbox, "登记日期").id;
  for (const std::string_view typed : {"20251008", "2025.10.8", "2025年10月8日", "２０２５－１０－８"}) {
    driver.fill(Role::textbox, "登记日期", std::string(typed));
    CHECK(driver.node(Role::textbox, "登记日期").value == typed);
    driver.act(EventType::blur, field);
    CHECK(driver.node(Role::textbox, "登记日期").value == "2025-10-08");
  }
  driver.fill(Role::textbox, "登记日期", "2025-02-30");
  driver.act(EventType::blur, field);
  CHECK(driver.node(Role::textbox, "登记日期").value == "2025-02-30");
  driver.fill(Role::textbox, "登记日期", "2025/3/4");
  driver.press(Role::button, "选择日期：登记日期");
  CHECK(driver.tree.find(driver.focused())->name == "2025-03-04");
}

TEST_CASE("text and a press that come in one frame are taken in their order") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(0)));
  driver.go("#/ratings/new?engagement=E001");
  std::vector<Event> events(4);
  events[0].type = EventType::input;
  events[0].node = driver.node(Role::textbox, "评价周期").id;
  events[0].text = "2026-03";
  events[1].node = driver.node(Role::radio, "不满意").id;
  events[2].type = EventType::input;
  events[2].node = driver.node(Role::textarea, "评价意见").id;
  events[2].text = "无人响应";
  events[3].node = driver.node(Role::button, "保存").id;
  driver.frame(events);
  CHECK(driver.around.route == "#/engagements/E001");
  CHECK(driver.says("“无人响应”"));
}

TEST_CASE("language and look change at once and are kept") {
  Driver driver;
  driver.open();
  driver.go("#/settings");
  driver.press(Role::radio, "English");
  CHECK(driver.shows(Role::heading, "Settings"));
  CHECK(driver.effects.language == "en");
  CHECK(driver.effects.title.starts_with("Settings"));
  driver.press(Role::radio, "Dark");
  CHECK(driver.app.settings().theme == shell::ThemePreference::dark);
  driver.press(Role::radio, "Enterprise");
  CHECK(driver.app.settings().role == hengping::Role::enterprise);
}

}  // namespace hengping::ui
