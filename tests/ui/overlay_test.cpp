// What lies over the page: passing messages and the whole of texts that were cut.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shell/ui/widgets_overlay.h"
#include "tests/ui/bench.h"

namespace hengping::ui {

namespace {

struct ToastBench {
  Toaster toaster;
  Bench bench{[this](Frame& frame) {
    frame.text("页面");
    toaster.draw(frame, frame.surroundings().seconds);
  }};
  void say(std::string text, ToastAction action = {}) {
    toaster.say(std::move(text), Tone::positive, std::move(action));
    bench.frame();
  }
};

const ToastAction undo = {.key = "undo", .label = "撤销", .address = "#/back"};
constexpr std::string_view whole = "一个很长很长很长很长很长很长很长很长很长的名称";

/// A narrow button of a long name, and a wide one.
void cut_and_whole(Frame& frame) {
  BoxStyle style;
  style.width = fixed(140);
  style.padding = padding(20);
  {
    const auto narrow = frame.column(style);
    link(frame, {.key = "cut", .label = whole, .address = "#/cut"});
  }
  {
    Node node;
    node.id = frame.id("form");
    node.role = Role::form;
    node.name = "表单";
    style.height = fixed(80);
    const auto form = frame.column(style, std::move(node));
    frame.label(whole, {.maximum_lines = 1});
  }
  link(frame, {.key = "all", .label = "短名", .address = "#/all"});
  hint(frame);
}

}  // namespace

TEST_CASE("messages stand together, at most three, and each goes when its time is over") {
  ToastBench toasts;
  toasts.bench.wait(100);
  toasts.say("甲");
  toasts.bench.wait(2);
  toasts.say("乙");
  CHECK(toasts.bench.shows(Role::status, "乙"));
  CHECK(toasts.bench.shows(Role::text, "甲"));
  toasts.bench.wait(3.5);
  CHECK_FALSE(toasts.bench.says("甲"));
  CHECK(toasts.bench.shows(Role::status, "乙"));
  toasts.bench.wait(2);
  CHECK_FALSE(toasts.bench.says("乙"));
  CHECK(toasts.bench.effects.wake_after_ms < 0);
  for (const char* text : {"一", "二", "三", "四"}) toasts.say(text);
  CHECK_FALSE(toasts.bench.shows(Role::text, "一"));
  CHECK(toasts.bench.shows(Role::text, "二"));
  CHECK(toasts.bench.shows(Role::status, "四"));
  CHECK(toasts.bench.effects.wake_after_ms > 0);
}

TEST_CASE("a message after a long time of nothing still has its whole time") {
  ToastBench toasts;
  toasts.toaster.say("甲", Tone::positive);
  toasts.bench.wait(3600);
  CHECK(toasts.bench.shows(Role::status, "甲"));
  toasts.bench.wait(4);
  CHECK(toasts.bench.shows(Role::status, "甲"));
}

TEST_CASE("a message with an action stays ten seconds; the action is told once and leads to its place") {
  ToastBench toasts;
  toasts.say("已删除", undo);
  toasts.bench.wait(9);
  toasts.bench.press(Role::button, "撤销");
  CHECK(toasts.bench.around.route == "#/back");
  CHECK_FALSE(toasts.bench.says("已删除"));
  CHECK_FALSE(toasts.toaster.taken("other"));
  CHECK(toasts.toaster.taken("undo"));
  CHECK_FALSE(toasts.toaster.taken("undo"));
  toasts.say("已删除", undo);
  toasts.bench.wait(10.1);
  CHECK_FALSE(toasts.bench.says("已删除"));
}

TEST_CASE("a message's time stands still under the pointer and while its action has the focus; Escape takes it away") {
  ToastBench toasts;
  toasts.say("已删除", undo);
  toasts.bench.point_at(toasts.bench.node(Role::status, "已删除"));
  CHECK(toasts.bench.effects.wake_after_ms < 0);
  toasts.bench.wait(60);
  CHECK(toasts.bench.shows(Role::status, "已删除"));
  toasts.bench.point(1, 1);
  toasts.bench.wait(9);
  CHECK(toasts.bench.shows(Role::status, "已删除"));
  const NodeId action = toasts.bench.node(Role::button, "撤销").id;
  toasts.bench.act(EventType::focus, action);
  toasts.bench.wait(60);
  CHECK(toasts.bench.shows(Role::status, "已删除"));
  toasts.bench.key(action, "Escape");
  CHECK_FALSE(toasts.bench.says("已删除"));
  CHECK_FALSE(toasts.toaster.taken("undo"));
}

TEST_CASE("a form that was cancelled comes back with what was typed, as long as the message shows") {
  Driver driver;
  driver.open();
  driver.go("#/enterprises/new");
  driver.press(Role::button, "取消");
  CHECK_FALSE(driver.shows(Role::button, "恢复填写"));  // nothing was typed
  driver.go("#/enterprises/new");
  driver.fill(Role::textbox, "名称", "长春乙工厂");
  driver.press(Role::button, "取消");
  CHECK(driver.around.route == "#/enterprises");
  driver.press(Role::button, "恢复填写");
  CHECK(driver.around.route == "#/enterprises/new");
  CHECK(driver.node(Role::textbox, "名称").value == "长春乙工厂");
  CHECK_FALSE(driver.shows(Role::button, "恢复填写"));
  driver.press(Role::button, "取消");
  driver.around.seconds += 11;
  driver.frame();
  CHECK_FALSE(driver.shows(Role::button, "恢复填写"));
  driver.go("#/enterprises/new");
  CHECK(driver.node(Role::textbox, "名称").value.empty());
}

TEST_CASE("pointing at a text that was cut shows the whole of it, after a moment and as long as one points at either") {
  Bench bench(cut_and_whole);
  CHECK(bench.node(Role::link, whole).has(Flag::cut));
  CHECK_FALSE(bench.node(Role::link, "短名").has(Flag::cut));
  CHECK(bench.effects.wake_after_ms < 0);
  bench.point_at(bench.node(Role::link, whole));
  CHECK_FALSE(bench.shows(Role::tooltip, whole));
  CHECK(bench.effects.wake_after_ms > 0);
  bench.wait(0.6);
  REQUIRE(bench.shows(Role::tooltip, whole));
  const Rect rect = bench.node(Role::tooltip, whole).rect;
  CHECK(rect.width > 140);
  bench.point_at(bench.node(Role::tooltip, whole));
  bench.wait(5);
  CHECK(bench.shows(Role::tooltip, whole));
  bench.point(700, 500);
  bench.frame();
  CHECK_FALSE(bench.shows(Role::tooltip, whole));
  CHECK_FALSE(bench.node(Role::form, "表单").has(Flag::cut));  // not for whoever comes anywhere near
  bench.point_at(bench.node(Role::form, "表单"));
  bench.wait(1);
  CHECK_FALSE(bench.shows(Role::tooltip, whole));
  bench.point_at(bench.node(Role::link, "短名"));
  bench.wait(1);
  for (const Node& node : bench.tree.nodes()) CHECK(node.role != Role::tooltip);
}

TEST_CASE("the keyboard's focus shows the whole text as well; Escape takes it away until one comes again") {
  Bench bench(cut_and_whole);
  Event focus;
  focus.type = EventType::focus;
  focus.node = bench.node(Role::link, whole).id;
  focus.visible_focus = true;
  bench.frame({focus});
  bench.wait(0.6);
  REQUIRE(bench.shows(Role::tooltip, whole));
  bench.key(focus.node, "Escape");
  bench.wait(2);
  CHECK_FALSE(bench.shows(Role::tooltip, whole));
  bench.act(EventType::blur, focus.node);
  bench.frame();
  bench.frame({focus});
  bench.wait(0.6);
  CHECK(bench.shows(Role::tooltip, whole));
}

TEST_CASE("a finger that rests on a text that was cut shows the whole of it at once, until the next touch") {
  Bench bench(cut_and_whole, 390, 600);
  const Node& link = bench.node(Role::link, whole);
  const Rect rect = link.rect;
  bench.point(rect.x + 4, rect.y + 4, true);
  bench.act(EventType::hold, link.id);
  CHECK(bench.shows(Role::tooltip, whole));
  bench.around.has_pointer = bench.around.pointer_down = false;
  bench.wait(3);
  CHECK(bench.shows(Role::tooltip, whole));
  bench.point(380, 590, true);
  bench.frame();
  CHECK_FALSE(bench.shows(Role::tooltip, whole));
}

}  // namespace hengping::ui
