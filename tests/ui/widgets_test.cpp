// Single widgets: tree, money, progress, skeleton.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shell/ui/widgets_form.h"
#include "shell/ui/widgets_tree.h"
#include "tests/ui/bench.h"

namespace hengping::ui {

namespace {

constexpr std::array<TreeItem, 6> items = {{{"1", "第一章", 1},
                                            {"1.1", "第一条", 2},
                                            {"1.2", "第二条", 2},
                                            {"1.2.1", "第一项", 3},
                                            {"2", "第二章", 1},
                                            {"2.1", "第三条", 2}}};

struct TreeBench {
  std::size_t chosen = items.size();
  Bench bench{[this](Frame& frame) {
    if (const auto now = tree(frame, {.key = "tree", .name = "目录", .items = items, .chosen = chosen})) chosen = *now;
  }};
  NodeId id(std::string_view name) { return bench.node(Role::treeitem, name).id; }
  void focus(std::string_view name) { bench.act(EventType::focus, id(name)); }
  void key(std::string name) {
    const NodeId here = focused();
    bench.key(here, std::move(name));
  }
  /// Where the Tab key stops.
  NodeId focused() {
    NodeId found = 0;
    int stops = 0;
    for (const Node& node : bench.tree.nodes()) {
      if (node.role != Role::treeitem || !node.has(Flag::focusable)) continue;
      found = node.id;
      ++stops;
    }
    CHECK(stops == 1);
    return found;
  }
};

std::size_t painted(Bench& bench) {
  bench.frame();
  return bench.vertices();
}

}  // namespace

TEST_CASE("a tree is walked, opened and closed by arrow keys, and says where each item stands") {
  TreeBench tree;
  CHECK(tree.bench.shows(Role::tree, "目录"));
  CHECK(tree.bench.node(Role::treeitem, "第一章").has(Flag::collapsed));
  CHECK_FALSE(tree.bench.shows(Role::treeitem, "第一条"));
  CHECK(tree.focused() == tree.id("第一章"));
  tree.key("ArrowRight");
  CHECK(tree.bench.node(Role::treeitem, "第一章").has(Flag::expanded));
  const Node& second = tree.bench.node(Role::treeitem, "第二条");
  CHECK(second.level == 2);
  CHECK(second.row == 2);
  CHECK(second.row_count == 2);
  CHECK(second.has(Flag::collapsed));
  CHECK_FALSE(tree.bench.node(Role::treeitem, "第一条").has(Flag::collapsed));
  CHECK(tree.bench.node(Role::treeitem, "第二章").row == 2);
  tree.key("ArrowRight");  // open already: to its first child
  CHECK(tree.focused() == tree.id("第一条"));
  tree.key("ArrowRight");  // has none
  CHECK(tree.focused() == tree.id("第一条"));
  tree.key("ArrowDown");
  tree.key("ArrowRight");
  tree.key("ArrowDown");
  CHECK(tree.focused() == tree.id("第一项"));
  tree.key("ArrowLeft");
  CHECK(tree.focused() == tree.id("第二条"));
  tree.key("ArrowLeft");
  CHECK_FALSE(tree.bench.shows(Role::treeitem, "第一项"));
  CHECK(tree.focused() == tree.id("第二条"));
  tree.key("End");
  CHECK(tree.focused() == tree.id("第二章"));
  tree.key("ArrowDown");
  CHECK(tree.focused() == tree.id("第二章"));
  tree.key("Home");
  CHECK(tree.focused() == tree.id("第一章"));
  CHECK(tree.chosen == items.size());
}

TEST_CASE(
    "pressing an item of a tree chooses it and opens what it holds; a closed branch hides the focus' item and takes "
    "it") {
  TreeBench tree;
  tree.bench.press(Role::treeitem, "第一章");
  CHECK(tree.chosen == 0);
  CHECK(tree.bench.node(Role::treeitem, "第一章").has(Flag::selected));
  tree.bench.press(Role::treeitem, "第一条");
  CHECK(tree.chosen == 1);
  CHECK_FALSE(tree.bench.node(Role::treeitem, "第一章").has(Flag::selected));
  tree.bench.press(Role::treeitem, "第一章");
  CHECK_FALSE(tree.bench.shows(Role::treeitem, "第一条"));
  CHECK(tree.focused() == tree.id("第一章"));
}

TEST_CASE("the measures are read by chapter, article and item") {
  Driver driver(1440, 2000);
  driver.open();
  driver.go("#/settings");
  driver.press(Role::button, "办法全文");
  CHECK(driver.shows(Role::tree, "办法全文"));
  driver.press(Role::treeitem, "监督管理");
  CHECK(driver.shows(Role::heading, "监督管理"));
  CHECK(driver.shows(Role::heading, "第九条"));
  CHECK_FALSE(driver.shows(Role::heading, "第五条"));
  CHECK(driver.says("达到5次的"));
  const std::string_view text = "试点企业可申请更换";
  NodeId article = 0;
  for (const Node& node : driver.tree.nodes()) {
    if (node.role == Role::treeitem && node.name.find(text) != std::string::npos) article = node.id;
  }
  REQUIRE(article != 0);
  driver.press(article);
  CHECK(driver.shows(Role::heading, "第八条"));
  CHECK_FALSE(driver.shows(Role::heading, "第九条"));
}

TEST_CASE("an amount stands at the right edge, is typed plainly and shown with its thousands apart") {
  std::string amount = "1234567";
  bool money = true;
  Bench bench([&](Frame& frame) {
    const FieldOptions options{.key = "amount", .label = "金额"};
    if (money) {
      money_field(frame, options, amount);
    } else {
      text_field(frame, options, amount);
    }
  });
  const NodeId field = bench.node(Role::textbox, "金额").id;
  CHECK(bench.node(Role::textbox, "金额").has(Flag::align_end));
  CHECK(bench.node(Role::textbox, "金额").input_type == InputType::decimal);
  CHECK(bench.node(Role::textbox, "金额").value == "1234567");
  CHECK(bench.node(Role::textbox, "金额").description == "即 1,234,567.00 元");
  amount = "900";
  const std::size_t small = painted(bench);
  money = false;
  CHECK(small == painted(bench) + 3 * 4);  // ".00"
  money = true;
  amount = "9000";
  CHECK(painted(bench) >= small + 2 * 4);  // "9,000.00", and its reading
  bench.act(EventType::focus, field);
  bench.act(EventType::input, field, "9000.5");
  CHECK(amount == "9000.5");
  amount = "none";
  bench.act(EventType::blur, field);
  CHECK(bench.node(Role::textbox, "金额").description.empty());
}

TEST_CASE("progress without a known end moves, unless nothing may move; with a known one it rests") {
  float share = -1;
  Bench bench([&](Frame& frame) { progress(frame, "work", "正在签名", share); });
  CHECK(bench.node(Role::progressbar, "正在签名").has(Flag::busy));
  CHECK(bench.effects.another_frame);
  bench.around.reduced_motion = true;
  bench.frame();
  CHECK_FALSE(bench.effects.another_frame);
  CHECK(bench.node(Role::progressbar, "正在签名").has(Flag::busy));
  bench.around.reduced_motion = false;
  share = 0.25F;
  bench.frame();
  CHECK_FALSE(bench.effects.another_frame);
  CHECK(bench.node(Role::progressbar, "正在签名").number == 0.25F);
}

TEST_CASE("what can be cancelled has a button for it beside its progress") {
  bool cancelled = false;
  Bench bench([&](Frame& frame) { cancelled = progress(frame, "work", "正在签名", 0.5F, "取消") || cancelled; });
  CHECK_FALSE(cancelled);
  bench.press(Role::button, "取消");
  CHECK(cancelled);
}

TEST_CASE("the page moves only while the store has not answered") {
  Driver driver;
  driver.app.open();
  driver.frame();  // the store answers after its first painting
  CHECK(driver.patches.front().find(R"("role":"progressbar")") != std::string::npos);
  CHECK_FALSE(driver.shows(Role::progressbar, "正在打开数据"));
  CHECK_FALSE(driver.effects.another_frame);
}

TEST_CASE("where text will stand, something is painted and nothing stated") {
  bool there = false;
  Bench bench([&](Frame& frame) {
    if (there) skeleton(frame, 3);
  });
  const std::size_t without = bench.vertices();
  const std::size_t nodes = bench.tree.nodes().size();
  there = true;
  CHECK(painted(bench) > without);
  CHECK(bench.tree.nodes().size() == nodes);
}

}  // namespace hengping::ui
