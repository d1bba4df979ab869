// 数据交换 as a person goes through it: the first use, enrolment, what does not count, conflicts, extracts.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shell/app/ledger_views.h"
#include "tests/app/harness.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

/// Another device, which exchanges files with the one that is driven.
struct Other : shell::Harness {
  explicit Other(hengping::Role role, std::string name, std::string scope = {}) {
    clock.set_today(CivilDate::parse("2026-11-23").value());
    open();
    app.introduce(role, std::move(name), std::move(scope));
    store.pump();
  }
  void take_in(std::string bytes) {
    app.examine_file("file.json", std::move(bytes));
    REQUIRE(app.import_preview() != nullptr);
    REQUIRE(app.import_preview()->ok);
    REQUIRE(app.confirm_import());
    store.pump();
  }
};

/// A bureau's device with P1, Q1 and their contract E1.
struct Bureau : Other {
  Bureau() : Other(hengping::Role::bureau, "市工信局") {
    REQUIRE(provider("P1").ok());
    REQUIRE(enterprise("Q1").ok());
    REQUIRE(engagement("E1", "P1", "Q1").ok());
  }
};

/// No two devices have one key.
void give_key(Driver& driver, std::uint64_t number) {
  driver.signer = shell::MemorySigner(number);
  driver.signer.set_listener(driver.app);
}

void take_in(Driver& driver, const std::string& bytes) {
  driver.go("#/exchange");
  driver.choose_file("导入", "file.json", bytes);
  driver.press(Role::button, "确认导入");
}

std::string exported(Driver& driver) {
  driver.go("#/exchange");
  driver.press(Role::button, "导出");
  return driver.files.files().back().bytes;
}

/// The last button of that name: a dialog's own, above the page's.
void press_last(Driver& driver, std::string_view name) {
  NodeId last = 0;
  for (const Node& node : driver.tree.nodes()) {
    if (node.role == Role::button && node.name == name) last = node.id;
  }
  REQUIRE(last != 0);
  driver.press(last);
}

std::string digits_of(const shell::App& app) { return fingerprint(app.device().id); }

/// The driven device is the bureau's; an enterprise's file with one rating is there.
struct Asked {
  Driver driver;
  Other enterprise{hengping::Role::enterprise, "乙工厂", "Q1"};
  Asked() {
    give_key(driver, 900'001);
    driver.open();
    driver.app.introduce(hengping::Role::bureau, "市工信局", {});
    FaultList none;
    for (
        const std::string_view fact :
        {R"({"kind":"provider.registered","on":"2025-01-01","provider":"P1","name":"甲公司","uscc":"91220102MA1F4FE12D","address":"南关区","legal_representative":"王明","business_scope":"软件","registered_capital":"1000000","types":["小快轻准"]})",
         R"({"kind":"enterprise.registered","on":"2025-01-01","enterprise":"Q1","name":"乙工厂","uscc":"91220103MADRMTGU16","industry":"汽车零部件"})",
         R"({"kind":"engagement.signed","on":"2025-01-10","engagement":"E1","provider":"P1","enterprise":"Q1","amount":"12000.50","due_on":"2026-01-10","items":[{"name":"网关","function":"采集","purpose":"可视","unit_price":"1000.05","quantity":12}]})"}) {
      REQUIRE(driver.app.submit(read_json(fact, none).value()).ok());
    }
    enterprise.take_in(exported(driver));
    REQUIRE(enterprise.rating("E1", "2025-01", Satisfaction::unsatisfied).ok());
    driver.go("#/exchange");
    driver.choose_file("导入", "file.json", enterprise.bundle());
    CHECK(driver.scrolled_into_view == driver.node(Role::region, "预览：file.json").id);
    CHECK(driver.says("这台设备尚未登记：它的记录先收下，登记后才计入。"));
    driver.press(Role::button, "确认导入");
  }
  std::size_t counting() { return driver.app.ledger().sequence().facts.size(); }
};

}  // namespace

TEST_CASE("an enterprise that opens the page for the first time is led from its name to its enrolment") {
  Bureau bureau;
  for (const float width : {1280.0F, 390.0F}) {
    Driver driver(width, 844);
    give_key(driver, width > 400 ? 900'002 : 900'003);
    driver.open();
    driver.go("#/exchange");
    CHECK(driver.shows(Role::region, "本设备"));
    CHECK(driver.says("未填写使用者"));
    driver.press(Role::button, "填写使用者");
    driver.press(Role::button, "保存");
    CHECK(driver.node(Role::textbox, "使用者名称").has(Flag::invalid));
    driver.fill(Role::combobox, "使用者身份", "试点");
    driver.press(Role::option, "试点企业");
    driver.fill(Role::textbox, "使用者名称", "乙工厂");
    driver.fill(Role::textbox, "名录编号", "Q 1");
    driver.press(Role::button, "保存");
    CHECK(driver.node(Role::textbox, "名录编号").has(Flag::invalid));
    driver.fill(Role::textbox, "名录编号", "Q1");
    driver.press(Role::button, "保存");
    CHECK_FALSE(driver.shows(Role::form, "使用者"));
    CHECK(driver.app.device().scope == "Q1");
    CHECK(driver.says(digits_of(driver.app)));
    CHECK(driver.shows(Role::list, "登记步骤"));
    CHECK(driver.says("2. 填写记录"));

    take_in(driver, bureau.bundle());
    CHECK(driver.says("市工信局尚未登记本设备"));
    driver.go("#/ratings/new?engagement=E1");
    driver.fill(Role::textbox, "评价周期", width > 400 ? "2026-06" : "2026-07");
    driver.press(Role::radio, "不满意");
    driver.fill(Role::textarea, "评价意见", "无人响应");
    driver.press(Role::button, "保存");
    REQUIRE(driver.says("已保存"));
    const std::size_t before = bureau.app.ledger().sequence().facts.size();
    const std::string file = exported(driver);
    CHECK(driver.says("已生成导出文件"));

    bureau.take_in(file);
    CHECK(bureau.app.ledger().sequence().facts.size() == before);
    const shell::DevicesView asked = shell::devices_view(bureau.app);
    REQUIRE(asked.requests == 1);
    const shell::DeviceRow& row = asked.devices.at(1);
    CHECK(fingerprint(row.id) == digits_of(driver.app));
    REQUIRE_FALSE(shell::enrol(bureau.app, shell::enrolment_form(row)).any());
    CHECK(bureau.app.ledger().sequence().facts.size() == before + 1);

    take_in(driver, bureau.bundle());
    CHECK(driver.says("市工信局已登记本设备"));
    CHECK_FALSE(driver.shows(Role::list, "登记步骤"));
    // The next width is another device of the same enterprise.
    REQUIRE(shell::revoke_device(bureau.app, row.id, "换了电脑"));
  }
}

TEST_CASE("the bureau sees who asks, compares the digits and enrols; then the records count") {
  Asked city;
  CHECK(city.counting() == 3);
  CHECK(city.driver.says("1 台设备申请登记"));
  CHECK(city.driver.says("乙工厂：设备尚未登记，1 条"));
  city.driver.press(Role::button, "登记“乙工厂”");
  REQUIRE(city.driver.shows(Role::dialog, "登记设备"));
  CHECK(city.driver.says(digits_of(city.enterprise.app)));
  CHECK(city.driver.node(Role::textbox, "使用者名称").value == "乙工厂");
  CHECK(city.driver.node(Role::textbox, "名录编号").value == "Q1");
  city.driver.fill(Role::textbox, "名录编号", "");
  city.driver.press(Role::button, "登记");
  CHECK(city.driver.shows(Role::dialog, "登记设备"));
  CHECK(city.driver.node(Role::textbox, "名录编号").has(Flag::invalid));
  city.driver.fill(Role::textbox, "名录编号", "Q1");
  city.driver.press(Role::button, "登记");
  CHECK_FALSE(city.driver.shows(Role::dialog, "登记设备"));
  CHECK(city.driver.says("设备已登记"));
  CHECK(city.counting() == 4);
  CHECK(city.driver.says("没有暂不计入的记录"));

  city.driver.press(Role::button, "注销“乙工厂”");
  REQUIRE(city.driver.shows(Role::dialog, "注销设备"));
  press_last(city.driver, "注销");
  CHECK(city.driver.node(Role::textarea, "理由").has(Flag::invalid));
  city.driver.fill(Role::textarea, "理由", "电脑丢失");
  press_last(city.driver, "注销");
  CHECK_FALSE(city.driver.shows(Role::dialog, "注销设备"));
  CHECK(city.driver.says("已注销"));
  CHECK(city.counting() == 4);
}

TEST_CASE("a device that is declined no longer asks, and can be enrolled later") {
  Asked city;
  city.driver.press(Role::button, "不予登记“乙工厂”");
  city.driver.fill(Role::textarea, "理由", "核对码不符");
  press_last(city.driver, "不予登记");
  CHECK_FALSE(city.driver.says("1 台设备申请登记"));
  CHECK(city.driver.says("乙工厂：设备不予登记，1 条"));
  CHECK(city.driver.shows(Role::button, "登记“乙工厂”"));
  CHECK_FALSE(city.driver.shows(Role::button, "不予登记“乙工厂”"));
}

TEST_CASE("other roles are told who enrols, and have no buttons for it") {
  const std::string file = [] {
    Asked city;
    return exported(city.driver);
  }();
  Driver enterprise;
  give_key(enterprise, 900'004);
  enterprise.open();
  enterprise.app.introduce(hengping::Role::enterprise, "丙工厂", "Q2");
  take_in(enterprise, file);
  CHECK(enterprise.says("登记和注销设备由市工信局的设备办理"));
  for (const Node& node : enterprise.tree.nodes()) {
    CHECK_FALSE((node.role == Role::button && node.name.starts_with("登记“")));
    CHECK_FALSE((node.role == Role::button && node.name.starts_with("注销“")));
  }
}

TEST_CASE("a record that does not count is found, says why on its page, and the bureau lets it count with a reason") {
  for (const float width : {1280.0F, 390.0F}) {
    Asked city;
    city.driver.around.width = width;
    city.driver.frame();
    city.driver.follow("乙工厂：设备尚未登记，1 条");
    CHECK(city.driver.shows(Role::heading, "暂不计入的记录"));
    city.driver.fill(Role::searchbox, "搜索单位、合同、设备或哈希", "没有的");
    CHECK(city.driver.says("没有符合条件的结果"));
    city.driver.fill(Role::searchbox, "搜索单位、合同、设备或哈希", "甲公司 E1");
    CHECK(city.driver.says("共 1 条"));
    std::string address;
    for (const Node& node : city.driver.tree.nodes()) {
      if (node.role == Role::link && node.value.starts_with("#/records/")) address = node.value;
    }
    REQUIRE_FALSE(address.empty());
    city.driver.go(address);
    CHECK(city.driver.says("这条记录不计入：设备尚未登记"));
    city.driver.press(Role::button, "计入");
    press_last(city.driver, "计入");
    CHECK(city.driver.node(Role::textarea, "理由").has(Flag::invalid));
    city.driver.fill(Role::textarea, "理由", "有纸质原件");
    press_last(city.driver, "计入");
    CHECK_FALSE(city.driver.says("这条记录不计入"));
    CHECK(city.counting() == 4);
  }
}

TEST_CASE("a conflict shows both values, who and when, and goes when the bureau keeps one") {
  Asked city;
  Other second(hengping::Role::bureau, "二科");
  second.take_in(exported(city.driver));
  const auto move = [](shell::App& app, const std::string& to) {
    FaultList none;
    const std::string fact =
        R"({"kind":"provider.corrected","by":"bureau","on":"2026-02-01","provider":"P1","field":"address","value":")" +
        to + R"(","reason":"核对"})";
    REQUIRE(app.submit(read_json(fact, none).value()).ok());
  };
  move(city.driver.app, "宽城区");
  move(second.app, "朝阳区");
  take_in(city.driver, second.bundle());
  city.driver.press(Role::button, "登记“二科”");
  city.driver.press(Role::button, "登记");
  CHECK(city.driver.says("1 处冲突"));
  CHECK(city.driver.shows(Role::heading, "服务商资料：P1，住所"));
  CHECK(city.driver.says("宽城区"));
  CHECK(city.driver.says("朝阳区"));
  CHECK(city.driver.says("现在按此条"));
  city.driver.press(Role::button, "以“二科”的记录为准");
  REQUIRE(city.driver.shows(Role::dialog, "以此为准"));
  city.driver.fill(Role::textarea, "理由", "以实地核对为准");
  city.driver.press(Role::button, "以此为准");
  CHECK(city.driver.says("没有互相矛盾的记录"));
  CHECK(city.driver.says("市工信局：冲突中未被采用，1 条"));
  CHECK(city.driver.app.state().provider("P1")->profile.address == "朝阳区");
}

TEST_CASE("a decision that late records would have turned is shown with them, each with its page") {
  Asked city;
  for (int month = 2; month <= 5; ++month)
    REQUIRE(city.enterprise.rating("E1", "2025-0" + std::to_string(month), Satisfaction::unsatisfied).ok());
  FaultList none;
  REQUIRE(
      city.driver.app
          .submit(
              read_json(
                  R"({"kind":"award.given","by":"bureau","on":"2026-06-01","provider":"P1","title":"优秀服务商","reason":"评优"})",
                  none)
                  .value())
          .ok());
  city.driver.go("#/exchange");
  CHECK(city.driver.says("没有这样的决定"));
  take_in(city.driver, city.enterprise.bundle());
  city.driver.press(Role::button, "登记“乙工厂”");
  city.driver.press(Role::button, "登记");
  CHECK_FALSE(city.driver.says("没有这样的决定"));
  CHECK(city.driver.says("后来得知的记录"));
  CHECK(city.driver.shows(Role::link, "P1 甲公司"));
}

TEST_CASE("an extract is of one party, leaves out who complained when asked, and says what it leaves out") {
  Asked city;
  city.driver.press(Role::button, "登记“乙工厂”");
  city.driver.press(Role::button, "登记");
  CHECK(city.driver.node(Role::button, "生成部分导出文件").has(Flag::disabled));
  city.driver.fill(Role::combobox, "服务商", "甲");
  city.driver.press(Role::option, "P1  甲公司");
  city.driver.press(Role::checkbox, "隐去投诉人");
  const std::size_t before = city.driver.files.files().size();
  city.driver.press(Role::button, "生成部分导出文件");
  REQUIRE(city.driver.files.files().size() == before + 1);
  CHECK(city.driver.files.files().back().name == "hengping-P1-2026-11-23.json");
  CHECK(city.driver.says("因隐去投诉人而略去"));
  CHECK(city.driver.says("已生成导出文件"));
}

TEST_CASE("a statement about the ledger has a page in words, with links to the records it means") {
  Asked city;
  const std::string rating = city.enterprise.app.ledger().records().back().hash_text();
  REQUIRE(shell::reject_record(city.driver.app, rating, "重复"));
  city.driver.go("#/records/" + city.driver.app.ledger().records().back().hash_text());
  CHECK(city.driver.shows(Role::heading, "记录不予计入"));
  CHECK(city.driver.says("关于台账本身的陈述"));
  city.driver.follow("记录 " + rating.substr(0, 12));
  CHECK(city.driver.says("这条记录不计入：市工信局不予计入"));
  CHECK(city.driver.shows(Role::button, "计入"));
  CHECK_FALSE(city.driver.shows(Role::button, "不予计入"));
}

TEST_CASE("with one device's records decisions are searched for late knowledge only when asked") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/exchange");
  CHECK_FALSE(driver.says("没有这样的决定"));
  driver.press(Role::button, "查找受影响的决定");
  CHECK(driver.says("没有这样的决定"));
}

TEST_CASE("an export that fails says so and promises no file; the message comes when there is one") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/exchange");
  driver.signer.fail_next("key is gone");
  driver.press(Role::button, "导出");
  CHECK(driver.shows(Role::alert, "导出失败"));
  CHECK(driver.says("key is gone"));
  CHECK_FALSE(driver.says("已生成导出文件"));
  CHECK(driver.files.files().empty());

  driver.signer.wait();
  driver.press(Role::button, "导出");
  CHECK_FALSE(driver.says("导出失败"));
  CHECK_FALSE(driver.says("已生成导出文件"));
  driver.signer.go_on();
  driver.frame();
  CHECK(driver.says("已生成导出文件"));
  CHECK(driver.files.files().size() == 1);
}

TEST_CASE("an export that waits for the key can be called off: nothing is handed out then, and the next one is") {
  Driver driver;
  driver.open();
  REQUIRE(driver.app.load_demo_city(small_city(1)));
  driver.go("#/exchange");
  driver.signer.wait();
  driver.press(Role::button, "导出");
  REQUIRE(driver.shows(Role::progressbar, "本设备的密钥正在签名"));
  driver.press(Role::button, "取消");
  CHECK_FALSE(driver.shows(Role::progressbar, "本设备的密钥正在签名"));
  driver.signer.go_on();
  driver.frame();
  CHECK_FALSE(driver.says("已生成导出文件"));
  CHECK(driver.files.files().empty());
  driver.press(Role::button, "导出");
  CHECK(driver.files.files().size() == 1);
}

TEST_CASE("a feed that goes on from a backup is told as a fork, in plain words") {
  Asked city;
  shell::Reloaded restored(city.enterprise.stored());
  restored.clock.set_today(CivilDate::parse("2026-11-23").value());
  REQUIRE(city.enterprise.rating("E1", "2025-02", Satisfaction::satisfied).ok());
  REQUIRE(restored.rating("E1", "2025-03", Satisfaction::satisfied).ok());
  take_in(city.driver, city.enterprise.bundle());
  take_in(city.driver, restored.bundle());
  CHECK(city.driver.says("设备“乙工厂”的记录链在第"));
  CHECK(city.driver.says("可能由备份恢复后又继续使用"));
}

}  // namespace hengping::ui
