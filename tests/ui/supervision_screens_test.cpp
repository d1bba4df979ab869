// What the pages show of Articles 5, 6, 7 and 10, of deadlines, records and the policy: by role and name.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shell/app/deadline_list.h"
#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

/// P001 and its contract E001 of small_city, with orders, cases, deliverables and an award; today is 2026-11-23.
std::string supervised_city() {
  std::string facts = small_city(3);
  facts.resize(facts.size() - 2);  // "]}"
  return facts + R"(,
{"kind":"rectification.ordered","on":"2026-05-06","order":"R001","provider":"P001","engagement":"E001","for":[]},
{"kind":"rectification.ordered","on":"2026-11-10","order":"R002","provider":"P001","for":[]},
{"kind":"complaint.filed","on":"2026-10-01","by":"enterprise","complaint":"C001","engagement":"E001","article":"6.4","text":"加价"},
{"kind":"complaint.upheld","on":"2026-10-08","complaint":"C001","reason":"属实"},
{"kind":"finding.raised","on":"2026-10-02","finding":"F001","provider":"P001","article":"6.4","text":"加项"},
{"kind":"deliverable.submitted","on":"2026-02-02","by":"provider","engagement":"E001","deliverable":"transformation_plan","title":"甲厂改造方案"},
{"kind":"deliverable.submitted","on":"2026-02-03","by":"provider","engagement":"E001","deliverable":"typical_case","title":"排产案例"},
{"kind":"progress.reported","on":"2026-03-02","engagement":"E001","percent":40},
{"kind":"assessment.recorded","on":"2026-04-02","by":"evaluator","engagement":"E001","phase":"after","level":2,"score":61.5},
{"kind":"award.given","on":"2026-06-01","provider":"P001","title":"优秀服务商","reason":"案例突出"}]})";
}

/// The hash of the first record of that kind.
std::string hash_of(const shell::App& app, std::string_view kind) {
  for (const Record& record : app.ledger().records()) {
    if (record.body().find("\"kind\":\"" + std::string(kind) + "\"") != std::string_view::npos) return record.hash_text();
  }
  FAIL("no record of kind " << kind);
  return {};
}

struct City : Driver {
  explicit City(float width = 1440, float height = 900) : Driver(width, height) {
    open();
    REQUIRE(app.load_demo_city(supervised_city()));
  }
  /// Whether some node below the part of that name says this.
  [[nodiscard]] bool says_in(std::string_view part, std::string_view words, Role role = Role::region) const {
    const Node* region = tree.find(role, part);
    if (region == nullptr) return false;
    return std::any_of(tree.nodes().begin(), tree.nodes().end(), [&](const Node& node) {
      if (node.name.find(words) == std::string::npos) return false;
      for (const Node* above = &node; above != nullptr; above = tree.find(above->parent)) {
        if (above->id == region->id) return true;
      }
      return false;
    });
  }
};

}  // namespace

TEST_CASE("a contract's page is a checklist of Article 5, with what is missing and the records that meet it") {
  for (const float width : {1440.0F, 390.0F}) {
    City city(width, 844);
    city.go("#/engagements/E001");
    CHECK(city.says_in("职责清单", "第五条（一）"));
    CHECK(city.says_in("第五条（二）", "达到"));
    CHECK(city.says_in("第五条（二）", "甲厂改造方案"));
    CHECK(city.says_in("第五条（一）", "缺"));
    CHECK(city.says_in("第五条（一）", "诊断报告"));
    CHECK(city.says_in("第五条（三）", "部分"));
    CHECK(city.says_in("完成进度", "没有约定进度计划"));
    CHECK(city.says_in("完成进度", "报告 40%"));
    CHECK(city.says_in("数字化水平自评", "二级"));
    CHECK(city.says_in("数字化水平自评", "61.5 分"));
  }
}

TEST_CASE("a provider's page gives conduct by rule, the score card by criterion, and how the verdicts changed") {
  for (const float width : {1440.0F, 390.0F}) {
    City city(width, 844);
    city.go("#/providers/P001");
    CHECK(city.says_in("第六条（四）", "属实 1 项"));
    CHECK(city.says_in("第六条（四）", "投诉 C001"));
    CHECK(city.says_in("第六条（四）", "待认定 1 项"));
    CHECK(city.says_in("第六条（四）", "检查问题 F001"));
    CHECK(city.says_in("第六条（一）", "无投诉和问题"));
    CHECK(city.says_in("跟踪评价", "满意度评价"));
    CHECK(city.says_in("序时进度", "无数据", Role::listitem));
    CHECK(city.says_in("投诉", "75 分", Role::listitem));
    CHECK(city.says_in("变化过程", "期限届满或日期到来"));
    CHECK(city.says_in("变化过程", "限期整改通知"));
    CHECK(city.says_in("典型案例、指南和产品", "排产案例"));
    city.follow("投诉 C001");
    CHECK(city.shows(Role::heading, "投诉"));
    CHECK(city.says("加价"));
    CHECK(city.says("试点企业"));
    const std::string hash = hash_of(city.app, "complaint.filed");
    CHECK(city.around.route == "#/records/" + hash);
    CHECK(city.says(hash));
  }
}

TEST_CASE("awards: who is ranked, who is not and why, and what was given; found by search") {
  City city;
  city.follow("评优");
  CHECK(city.shows(Role::heading, "评优"));
  CHECK(city.shows(Role::tab, "排名 1"));
  CHECK(city.says("第 1 名"));
  CHECK(city.shows(Role::link, "长春甲软件有限公司"));
  city.press(Role::tab, "已授予 1");
  CHECK(city.says("优秀服务商"));
  CHECK(city.says("案例突出"));
  city.fill(Role::searchbox, "搜索服务商、说明、评优名称", "没有这个");
  CHECK(city.says("没有符合条件的结果"));
  city.press(Role::button, "清除筛选");
  CHECK(city.says("优秀服务商"));
  city.press(Role::tab, "未参加排名 0");
  CHECK(city.says("所有服务商都已参加排名。"));
}

TEST_CASE("deadlines: what is overdue stands first; the list is narrowed and goes out as a calendar file") {
  City city;
  city.go("#/");
  CHECK(city.says_in("到期与待办", "逾期"));
  city.follow("查看全部到期事项");
  CHECK(city.shows(Role::heading, "到期事项"));
  CHECK(city.says("逾期 171 天"));  // R001 was due on 2026-06-05
  CHECK(city.says("还有 17 天"));
  CHECK(city.says("等待办理"));
  city.press(Role::radio, "7 天内");
  CHECK_FALSE(city.says("还有 17 天"));
  city.press(Role::radio, "30 天内");
  city.fill(Role::searchbox, "搜索事项、服务商、合同", "R002");
  CHECK_FALSE(city.says("逾期 171 天"));
  city.press(Role::button, "下载日历文件");
  REQUIRE(city.files.files().size() == 1);
  CHECK(city.files.files().front().bytes.find("R002") != std::string::npos);
  CHECK(city.files.files().front().bytes.find("R001") == std::string::npos);
  CHECK(city.says("已生成日历文件"));
}

TEST_CASE("deadlines of a role: the workbench's link leads to one's own") {
  City city;
  city.app.set_role(hengping::Role::enterprise);
  city.go("#/");
  city.follow("查看全部到期事项");
  CHECK(city.around.route == "#/deadlines?role=enterprise");
  CHECK(city.node(Role::combobox, "身份").value.find("试点企业") != std::string::npos);
  CHECK_FALSE(city.says("R001"));
  CHECK(city.says("服务合同E001"));
}

TEST_CASE("deadlines: the filter goes back to all roles, and clearing takes back all filters") {
  City city;
  shell::DeadlineList list;
  list.update(city.app, {});
  const std::string all = "共 " + std::to_string(list.total()) + " 条";
  city.go("#/deadlines?role=enterprise");
  CHECK(city.node(Role::combobox, "身份").value == "试点企业");
  CHECK(city.shows(Role::status, "找到 1 条，" + all));
  city.press(Role::combobox, "身份");
  CHECK(city.shows(Role::option, "市工信局"));
  city.press(Role::option, "全部身份");
  CHECK(city.node(Role::combobox, "身份").value == "全部身份");
  CHECK(city.shows(Role::status, all));
  city.press(Role::radio, "7 天内");
  city.press(Role::combobox, "身份");
  city.press(Role::option, "试点企业");
  city.fill(Role::searchbox, "搜索事项、服务商、合同", "没有这个");
  city.press(Role::button, "清除筛选");
  CHECK(city.shows(Role::status, all));
  CHECK(city.node(Role::combobox, "身份").value == "全部身份");
  CHECK(city.node(Role::radio, "30 天内").has(Flag::checked));
  CHECK(city.around.route == "#/deadlines");
  city.fill(Role::searchbox, "搜索事项、服务商、合同", "检查人员");
  CHECK_FALSE(city.says("逾期 171 天"));
  city.fill(Role::searchbox, "搜索事项、服务商、合同", "第七条");
  CHECK(city.says("逾期 171 天"));
}

TEST_CASE(
    "deadlines: rows that were chosen go out as a calendar file of their own, and what is filtered away is chosen no "
    "more") {
  City city;
  city.go("#/deadlines");
  const auto box_of = [&](std::string_view order) {
    for (const Node& node : city.tree.nodes()) {
      if (node.role == Role::checkbox && node.name.find(order) != std::string::npos) return node.id;
    }
    return NodeId{0};
  };
  REQUIRE(box_of("R001") != 0);
  CHECK_FALSE(city.shows(Role::button, "下载所选的日历文件"));
  city.press(box_of("R001"));
  CHECK(city.shows(Role::status, "已选 1 条"));
  CHECK(city.around.route == "#/deadlines");  // the row itself was not pressed
  city.press(Role::button, "下载所选的日历文件");
  REQUIRE(city.files.files().size() == 1);
  CHECK(city.files.files().front().bytes.find("R001") != std::string::npos);
  CHECK(city.files.files().front().bytes.find("R002") == std::string::npos);
  city.press(box_of("R002"));
  city.fill(Role::searchbox, "搜索事项、服务商、合同", "R002");
  CHECK(city.shows(Role::status, "已选 1 条"));
  city.fill(Role::searchbox, "搜索事项、服务商、合同", "");
  CHECK(city.shows(Role::status, "已选 1 条"));
  CHECK_FALSE(city.tree.find(box_of("R001"))->has(Flag::checked));
  CHECK(city.tree.find(box_of("R002"))->has(Flag::checked));
}

TEST_CASE("deadlines: the column of articles narrows the list, and clearing the filters takes that back") {
  City city;
  city.go("#/deadlines");
  CHECK(city.says("逾期 171 天"));
  city.press(Role::button, "筛选：依据");
  CHECK(city.shows(Role::checkbox, "第七条"));
  city.press(Role::checkbox, "第六条（四）");
  CHECK_FALSE(city.says("逾期 171 天"));
  CHECK(city.says("F001"));
  city.key(city.focused(), "Escape");
  city.fill(Role::searchbox, "搜索事项、服务商、合同", "没有这个");
  city.press(Role::button, "清除筛选");
  CHECK(city.says("逾期 171 天"));
}

TEST_CASE("a record's page says in words what it states, with links to whom it concerns, before where it comes from") {
  City city;
  city.go("#/records/" + hash_of(city.app, "engagement.signed"));
  CHECK(city.says_in("记录内容", " 元"));
  CHECK(city.shows(Role::link, "P001 长春甲软件有限公司"));
  CHECK(city.shows(Role::link, "E001"));
  CHECK_FALSE(city.says_in("记录内容", "{"));
  CHECK_FALSE(city.says_in("记录内容", "["));
  CHECK(city.node(Role::region, "记录内容").rect.y < city.node(Role::region, "出处").rect.y);
  city.go("#/records/" + hash_of(city.app, "complaint.filed"));
  CHECK(city.says_in("记录内容", "第六条（四）"));
}

TEST_CASE("the workbench's latest records lead to their pages") {
  City city;
  const std::string hash = city.app.ledger().records().back().hash_text();
  city.go("#/");
  for (const Node& node : city.tree.nodes()) {
    if (node.role == Role::link && node.value == "#/records/" + hash) return;
  }
  FAIL("no link to the latest record");
}

TEST_CASE("Article 9(1) says that its limit has to be exceeded, not reached") {
  City city;
  city.go("#/providers/P001");
  CHECK(city.says_in("第九条（一）", "2 次（超过 2 次即达到）"));
}

TEST_CASE("the settings tell the policy in force, its numbers and who adopted which version") {
  City city;
  city.go("#/settings");
  CHECK(city.says_in("现行规则", "changchun 第 1 版"));
  CHECK(city.says_in("现行规则", "30 天"));
  CHECK(city.says_in("现行规则", "满意度评价"));
  CHECK(city.says_in("现行规则", "未限定期限"));
}

}  // namespace hengping::ui
