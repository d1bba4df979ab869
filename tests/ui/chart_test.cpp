// Charts: a picture in words, the same numbers as a table, and values one by one for pointer, finger and keyboard.
#include "shell/ui/widgets_chart.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/driver.h"

namespace hengping::ui {

namespace {

struct Gallery : Driver {
  explicit Gallery(float width = 1280, float height = 1800) : Driver(width, height) {
    open();
    go("#/gallery/charts");
  }
  const Node& control(std::string_view chart) { return node(Role::slider, std::string(chart) + "：逐项查看"); }
  /// What is painted of the value looked at, which the tree holds as the control's value.
  std::string value(std::string_view chart) { return control(chart).value; }
  [[nodiscard]] std::vector<const Node*> below(NodeId parent, Role role) const {
    std::vector<const Node*> found;
    for (const Node& one : tree.nodes()) {
      for (const Node* at = &one; at != nullptr && at->parent != 0; at = tree.find(at->parent)) {
        if (at->parent != parent || one.role != role) continue;
        found.push_back(&one);
        break;
      }
    }
    return found;
  }
};

constexpr std::string_view charts[] = {"柱状图", "堆叠图", "折线图", "热力图", "迷你折线"};

}  // namespace

TEST_CASE("each chart is a picture named by its name and what it says, with its numbers as a table beside it") {
  Gallery page;
  for (const std::string_view name : {"柱状图", "堆叠图", "折线图", "热力图", "迷你折线", "仪表图"}) {
    INFO(name);
    CHECK(page.shows(Role::image, std::string(name) + "：固定的示例数据，总体上升。"));
    const Node& table = page.node(Role::table, name);
    const Node* figure = page.tree.find(table.parent);
    REQUIRE(figure != nullptr);
    CHECK(page.below(table.id, Role::row).size() == static_cast<std::size_t>(table.row_count));
    CHECK(page.below(table.id, Role::columnheader).size() == static_cast<std::size_t>(table.column_count));
    CHECK(page.below(table.id, Role::cell).size() ==
          static_cast<std::size_t>(table.column_count * (table.row_count - 1)));
    CHECK(table.rect.width > 40);
    CHECK(table.rect.height > 20);
  }
}

TEST_CASE("a chart's table says every value as people write it, and a dash where there is none") {
  Gallery page;
  const auto cells = page.below(page.node(Role::table, "柱状图").id, Role::cell);
  REQUIRE(cells.size() == 18);
  CHECK(cells[0]->name == "2026-01");
  CHECK(cells[1]->name == "120,000.00 元");
  CHECK(cells[4]->name == "450,000.50 元");
  CHECK(cells[10]->name == "\xE2\x80\x94");
  const auto line = page.below(page.node(Role::table, "折线图").id, Role::cell);
  CHECK(line[10]->name == "52.25%");
  CHECK(line[3]->name == "3%");
}

TEST_CASE("the button shows a chart's table to everybody, once in the tree, and hides it again") {
  Gallery page;
  const NodeId twin = page.node(Role::table, "堆叠图").id;
  const Node& picture = page.node(Role::image, "堆叠图：固定的示例数据，总体上升。");
  const Node* group = page.tree.find(page.tree.find(picture.parent)->parent);
  REQUIRE(group != nullptr);
  const auto buttons = page.below(group->id, Role::button);
  REQUIRE(buttons.size() == 1);
  CHECK(buttons[0]->name == "以表格显示");
  CHECK(buttons[0]->has(Flag::collapsed));
  const NodeId button = buttons[0]->id;
  const NodeId figure = group->id;
  const float bottom = picture.rect.y + picture.rect.height;
  page.press(button);
  const auto tables = page.below(figure, Role::table);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0]->id != twin);
  CHECK(tables[0]->row_count == 13);
  CHECK(tables[0]->rect.y >= bottom);
  CHECK(tables[0]->rect.height > 12 * 40);
  CHECK(page.tree.find(button)->has(Flag::expanded));
  page.press(button);
  REQUIRE(page.below(figure, Role::table).size() == 1);
  CHECK(page.below(figure, Role::table)[0]->id == twin);
}

TEST_CASE("where the columns do not fit, the table has a line for each value") {
  Gallery page(390, 3000);
  const Node& picture = page.node(Role::image, "堆叠图：固定的示例数据，总体上升。");
  const NodeId figure = page.tree.find(picture.parent)->parent;
  page.press(page.below(figure, Role::button)[0]->id);
  const auto tables = page.below(figure, Role::table);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0]->column_count == 3);
  CHECK(tables[0]->row_count == 12 * 3 + 1);
}

TEST_CASE("arrow keys walk through a chart's values, Home and End jump, and leaving forgets the place") {
  Gallery page;
  for (const std::string_view name : charts) {
    INFO(name);
    const NodeId control = page.control(name).id;
    CHECK(page.control(name).has(Flag::focusable));
    const std::string hint = page.value(name);
    page.act(EventType::focus, control);
    const std::string first = page.value(name);
    CHECK(first != hint);
    page.key(control, "ArrowLeft");
    CHECK(page.value(name) == first);
    page.key(control, "ArrowRight");
    CHECK(page.value(name) != first);
    CHECK(page.control(name).row == 2);
    page.key(control, "End");
    CHECK(page.control(name).row == page.control(name).row_count);
    page.key(control, "ArrowRight");
    CHECK(page.control(name).row == page.control(name).row_count);
    page.key(control, "Home");
    CHECK(page.value(name) == first);
    page.act(EventType::blur, control);
    CHECK(page.value(name) == hint);
  }
}

TEST_CASE("a chart says the category with every series' value, a heat map the one cell, walked in both directions") {
  Gallery page;
  page.act(EventType::focus, page.control("堆叠图").id);
  CHECK(page.value("堆叠图") == "2026-01 · 满意 3 · 基本满意 1 · 不满意 0");
  const NodeId heat = page.control("热力图").id;
  page.act(EventType::focus, heat);
  CHECK(page.value("热力图") == "满意 · 2026-01 · 3");
  page.key(heat, "ArrowDown");
  CHECK(page.value("热力图") == "基本满意 · 2026-01 · 1");
  for (int step = 0; step < 4; ++step) page.key(heat, "ArrowRight");
  CHECK(page.value("热力图") == "基本满意 · 2026-05 · \xE2\x80\x94");
  page.key(heat, "ArrowUp");
  CHECK(page.value("热力图") == "满意 · 2026-05 · 12");
  page.key(heat, "ArrowUp");
  CHECK(page.value("热力图") == "满意 · 2026-05 · 12");
}

TEST_CASE("a tap chooses the value under the finger") {
  Gallery page(390, 3000);
  for (const std::string_view name : charts) {
    INFO(name);
    const Node control = page.control(name);
    CHECK(control.rect.height >= 44);
    page.around.pointer_x = control.rect.x + control.rect.width - 12;
    page.around.pointer_y = control.rect.y + 4;
    page.press(control.id);
    const std::int32_t last = name == "热力图" ? 12 : control.row_count;
    CHECK(page.control(name).row == last);
  }
}

TEST_CASE("a value under the mouse is painted without a press, and gone with the mouse") {
  Gallery page;
  const Node control = page.control("折线图");
  page.frame();
  const std::size_t before = page.vertices();
  page.around.has_pointer = true;
  page.around.pointer_x = control.rect.x + control.rect.width / 2;
  page.around.pointer_y = control.rect.y + control.rect.height / 2;
  page.frame();
  CHECK(page.vertices() != before);
  CHECK(page.control("折线图").value == control.value);  // the pointer is not told to who cannot see it
  page.around.has_pointer = false;
  page.frame();
  CHECK(page.vertices() == before);
}

TEST_CASE("heat maps deepen with the value, and every step can be read on") {
  CHECK(heat_level(0, 10) == -1);
  CHECK(heat_level(1, 10) == 0);
  CHECK(heat_level(10, 10) == heat_levels - 1);
  for (std::int64_t value = 1; value < 100; ++value) CHECK(heat_level(value, 100) <= heat_level(value + 1, 100));
  for (const bool dark : {false, true}) {
    for (const bool forced : {false, true}) {
      Surroundings around;
      around.dark = dark;
      around.more_contrast = around.forced_colors = forced;
      const Theme theme = make_theme(shell::ThemePreference::system, around);
      for (int level = -1; level < heat_levels; ++level) {
        const Color color = heat_color(theme, level);
        CHECK(contrast(ink_on(theme, color), color) >= 4.5);
        if (level >= 0) CHECK(color != heat_color(theme, level - 1));
      }
    }
  }
}

TEST_CASE("values are written as people write them") {
  const Words words;
  CHECK(chart_value(words, 12345, Measure::count) == "12,345");
  CHECK(chart_value(words, 123450, Measure::money) == "1,234.50 元");
  CHECK(chart_value(words, 6250, Measure::percent) == "62.5%");
  CHECK(chart_value(words, 10'000, Measure::percent) == "100%");
  CHECK(chart_value(words, 5, Measure::percent) == "0.05%");
}

TEST_CASE("a provider's page shows how its ratings went, once there are two periods to compare") {
  {
    Driver driver(1280, 2400);
    driver.open();
    REQUIRE(driver.app.load_demo_city(small_city(5)));
    driver.go("#/providers/P001");
    CHECK(driver.shows(Role::heading, "评价走势"));
    CHECK(driver.shows(Role::image, "评价走势：5个评价周期，有效评价：满意 0，基本满意 0，不满意 5。"));
    CHECK(driver.node(Role::table, "评价走势").row_count == 6);
  }
  Driver one(1280, 2400);
  one.open();
  REQUIRE(one.app.load_demo_city(small_city(1)));
  one.go("#/providers/P001");
  CHECK_FALSE(one.shows(Role::heading, "评价走势"));
}

}  // namespace hengping::ui
