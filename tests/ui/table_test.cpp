// Tables under the hand: widths, tick boxes, narrowing, and a head that stays in sight.
#include <array>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shell/ui/widgets_form.h"
#include "shell/ui/widgets_table.h"
#include "tests/ui/bench.h"

namespace hengping::ui {

namespace {

using Catch::Approx;

struct Sheet {
  std::size_t rows = 5;
  bool fills = true;
  float width = 800;
  TableSort sort{};
  TableSelection selection{};
  ColumnFilter filter{{{"a", "甲类"}, {"b", "乙类"}}, {}};

  void draw(Frame& frame) {
    BoxStyle page;
    page.width = grow();
    page.height = grow(1, 0);
    const auto scroller = frame.scroller("page", page, "页面");
    if (!fills) frame.space(0, 100);
    const std::array<Column, 4> columns = {{
        {.title = "编号", .minimum = 100, .weight = 0, .sort = 0},
        {.title = "名称", .minimum = 150, .weight = 2},
        {.title = "金额", .minimum = 120, .weight = 1, .align = Align::end, .priority = 1},
        {.title = "类别", .minimum = 100, .weight = 1, .filter = &filter},
    }};
    Table table(frame,
                {.key = "table",
                 .name = "表",
                 .columns = columns,
                 .rows = rows,
                 .width = width,
                 .fills = fills,
                 .selection = &selection,
                 .row_id = [](std::size_t row) { return "r" + std::to_string(row); },
                 .row_name = [](std::size_t row) { return "第" + std::to_string(row) + "条"; }},
                &sort);
    table.rows([&](std::size_t row, Table& cells) {
      cells.text(std::to_string(row));
      cells.link("名" + std::to_string(row), "#/x/" + std::to_string(row));
      cells.number("1,000.00");
      cells.text("甲类");
    });
    selection_bar(frame, selection, [] {});
    if (!fills) frame.space(0, 2000);
  }
};

struct TableBench {
  Sheet sheet;
  Bench bench;
  explicit TableBench(Sheet with = {}) : sheet(std::move(with)), bench([this](Frame& frame) { sheet.draw(frame); }) {}
  float width_of(std::string_view column) { return bench.node(Role::columnheader, column).rect.width; }
  float right_of(std::string_view column) {
    const Rect rect = bench.node(Role::columnheader, column).rect;
    return rect.x + rect.width;
  }
  const Node& edge(std::string_view column) { return bench.node(Role::separator, "列宽：" + std::string(column)); }
  void tick(std::size_t row, bool shift = false) {
    Event event;
    event.node = bench.node(Role::checkbox, "选择：第" + std::to_string(row) + "条").id;
    event.shift = shift;
    bench.frame({event});
  }
  NodeId scroller_of_rows() {
    NodeId found = 0;
    for (const Node& node : bench.tree.nodes()) {
      const Node* parent = bench.tree.find(node.parent);
      if (node.role == Role::scroller && parent != nullptr && parent->role == Role::table) found = node.id;
    }
    return found;
  }
  void scroll(NodeId scroller, float y) {
    Event event;
    event.type = EventType::scroll;
    event.node = scroller;
    event.y = y;
    bench.frame({event});
  }
};

}  // namespace

TEST_CASE("a column's edge is dragged: it follows the pointer, cells too, and the columns after it make room") {
  TableBench table;
  const float before = table.width_of("名称");
  const float end = table.right_of("类别");
  const Rect edge = table.edge("名称").rect;
  table.bench.point_at(table.edge("名称"));
  table.bench.point_at(table.edge("名称"), true);
  const float x = edge.x + edge.width / 2;
  table.bench.point(x + 30, edge.y + 4, true);
  table.bench.point(x + 60, edge.y + 4, true);
  table.bench.point(x + 60, edge.y + 4, false);
  CHECK(table.width_of("名称") == Approx(before + 60).margin(1));
  CHECK(table.right_of("类别") == Approx(end).margin(1));
  const Node& link = table.bench.node(Role::link, "名0");
  CHECK(table.bench.tree.find(link.parent)->rect.width == Approx(before + 60).margin(1));
  table.bench.point(x - 200, edge.y + 4, false);  // let go: it stays
  CHECK(table.width_of("名称") == Approx(before + 60).margin(1));
}

TEST_CASE("a hand that is already elsewhere when its press is heard of drags the edge all the same") {
  TableBench table;
  const float before = table.width_of("名称");
  const Rect edge = table.edge("名称").rect;
  Event focus;
  focus.type = EventType::focus;
  focus.node = table.edge("名称").id;
  table.bench.around.has_pointer = table.bench.around.pointer_down = true;
  table.bench.around.pointer_x = edge.x + edge.width / 2 + 40;
  table.bench.around.pointer_y = edge.y + 4;
  table.bench.frame({focus});
  CHECK(table.width_of("名称") == Approx(before + 40).margin(2));
}

TEST_CASE("a press that begins beside an edge and comes over it moves nothing") {
  TableBench table;
  const float before = table.width_of("名称");
  const Rect edge = table.edge("名称").rect;
  table.bench.point(edge.x - 60, edge.y + 200, true);
  table.bench.point(edge.x + 2, edge.y + 4, true);
  table.bench.point(edge.x + 80, edge.y + 4, true);
  CHECK(table.width_of("名称") == Approx(before).margin(0.5));
}

TEST_CASE(
    "column widths by keyboard: one stop for the Tab key, arrows between edges and for the width, Enter for the "
    "table's own") {
  TableBench table;
  int stops = 0;
  for (const Node& node : table.bench.tree.nodes())
    stops += node.role == Role::separator && node.has(Flag::focusable) ? 1 : 0;
  CHECK(stops == 1);
  CHECK(table.edge("编号").has(Flag::focusable));
  CHECK_FALSE(table.bench.shows(Role::separator, "列宽：类别"));  // nothing stands after it
  const float number = table.width_of("编号");
  const float name = table.width_of("名称");
  const NodeId first = table.edge("编号").id;
  table.bench.key(first, "ArrowRight");
  CHECK(table.width_of("编号") == Approx(number + 16).margin(1));
  table.bench.key(first, "ArrowLeft");
  table.bench.key(first, "ArrowLeft");
  CHECK(table.width_of("编号") == Approx(number - 16).margin(1));
  table.bench.key(first, "ArrowDown");
  CHECK(table.bench.focused() == table.edge("名称").id);
  CHECK(table.edge("名称").has(Flag::focusable));
  CHECK_FALSE(table.edge("编号").has(Flag::focusable));
  const float share = table.edge("名称").number;
  table.bench.key(table.edge("名称").id, "End");
  CHECK(table.edge("名称").number > share);
  CHECK(table.right_of("类别") <= 800);
  CHECK(table.width_of("类别") >= 99);
  table.bench.key(table.edge("名称").id, "Home");
  CHECK(table.width_of("名称") == Approx(56).margin(0.5));
  table.bench.key(table.edge("名称").id, "Enter");
  CHECK(table.width_of("名称") == Approx(name).margin(0.5));
  CHECK(table.width_of("编号") == Approx(number).margin(0.5));
}

TEST_CASE("an edge pressed twice at once gives the columns their own widths back, pressed twice slowly it does not") {
  TableBench table;
  const float own = table.width_of("编号");
  const NodeId edge = table.edge("编号").id;
  table.bench.key(edge, "ArrowRight");
  table.bench.press(edge);
  table.bench.wait(1);
  table.bench.press(edge);
  CHECK(table.width_of("编号") == Approx(own + 16).margin(1));
  table.bench.wait(0.2);
  table.bench.press(edge);
  CHECK(table.width_of("编号") == Approx(own).margin(0.5));
}

TEST_CASE("widths given where there was room wait while there is none: no column is pushed out") {
  TableBench table;
  table.bench.key(table.edge("名称").id, "End");
  const float wide = table.width_of("名称");
  table.bench.around.width = table.sheet.width = 560;
  table.bench.frame();
  CHECK(table.right_of("类别") <= 560);
  CHECK(table.width_of("名称") < wide);
  table.bench.around.width = table.sheet.width = 800;
  table.bench.frame();
  CHECK(table.width_of("名称") == Approx(wide).margin(0.5));
}

TEST_CASE("rows are chosen by tick boxes, a range with Shift also over rows that do not show") {
  TableBench table(Sheet{.rows = 3000});
  CHECK(table.bench.node(Role::table, "表").column_count == 5);
  CHECK(table.bench.node(Role::columnheader, "编号").column == 2);
  table.tick(2);
  CHECK(table.sheet.selection.ids == std::set<std::string, std::less<>>{"r2"});
  CHECK(table.bench.node(Role::checkbox, "选择：第2条").has(Flag::checked));
  CHECK(table.bench.shows(Role::status, "已选 1 条"));
  CHECK(table.bench.node(Role::checkbox, "全选").has(Flag::mixed));
  table.scroll(table.scroller_of_rows(), 48.0F * 2000);
  table.tick(2001, true);
  CHECK(table.sheet.selection.ids.size() == 2000);
  CHECK(table.sheet.selection.ids.contains("r1500"));
  CHECK_FALSE(table.sheet.selection.ids.contains("r2002"));
  CHECK(table.bench.shows(Role::status, "已选 2,000 条"));
  table.tick(2001);
  CHECK(table.sheet.selection.ids.size() == 1999);
  table.tick(1999);
  table.tick(2003, true);  // takes what the press means: 1999 was let go, so 2003 is chosen with all between
  CHECK(table.sheet.selection.ids.contains("r2003"));
}

TEST_CASE("the head's tick box chooses all rows and lets go of them; the button below lets go too") {
  TableBench table(Sheet{.rows = 300});
  table.bench.press(Role::checkbox, "全选");
  CHECK(table.sheet.selection.ids.size() == 300);
  CHECK(table.bench.node(Role::checkbox, "全选").has(Flag::checked));
  CHECK_FALSE(table.bench.node(Role::checkbox, "全选").has(Flag::mixed));
  table.bench.press(Role::checkbox, "全选");
  CHECK(table.sheet.selection.ids.empty());
  table.tick(1);
  table.bench.press(Role::button, "取消选择");
  CHECK(table.sheet.selection.ids.empty());
  CHECK_FALSE(table.bench.says("已选"));
}

TEST_CASE("a column is narrowed to some of its values; Escape closes the choice and gives the focus back") {
  TableBench table;
  table.bench.press(Role::button, "筛选：类别");
  CHECK(table.bench.node(Role::button, "筛选：类别").has(Flag::expanded));
  REQUIRE(table.bench.shows(Role::checkbox, "乙类"));
  CHECK(table.bench.focused() == table.bench.node(Role::checkbox, "甲类").id);
  table.bench.press(Role::checkbox, "乙类");
  CHECK(table.sheet.filter.chosen == std::set<std::string, std::less<>>{"b"});
  CHECK(table.bench.node(Role::checkbox, "乙类").has(Flag::checked));
  table.bench.key(table.bench.focused(), "Escape");
  CHECK_FALSE(table.bench.shows(Role::checkbox, "乙类"));
  CHECK(table.bench.focused() == table.bench.node(Role::button, "筛选：类别").id);
  table.bench.press(Role::button, "筛选：类别");
  table.bench.press(Role::button, "查看全部");
  CHECK(table.sheet.filter.chosen.empty());
  table.bench.act(EventType::dismiss, table.bench.node(Role::button, "筛选：类别").id);
  CHECK_FALSE(table.bench.shows(Role::checkbox, "乙类"));
}

TEST_CASE("a column that narrows the list is not hidden where there is little room") {
  TableBench table;
  table.bench.around.width = table.sheet.width = 400;
  table.bench.frame();
  CHECK_FALSE(table.bench.shows(Role::columnheader, "金额"));
  CHECK(table.bench.shows(Role::columnheader, "类别"));
}

TEST_CASE("the head of a table that scrolls with its page stays in sight as long as its rows do") {
  TableBench table(Sheet{.rows = 40, .fills = false});
  const auto head = [&] { return table.bench.tree.find(table.bench.node(Role::columnheader, "编号").parent)->rect; };
  const NodeId page = table.bench.node(Role::scroller, "页面").id;
  CHECK(head().y == Approx(101));
  table.scroll(page, 600);
  CHECK(head().y == Approx(0).margin(0.01));
  CHECK(table.bench.node(Role::button, "编号").rect.y < 42);
  table.bench.press(Role::button, "编号");
  CHECK(table.bench.node(Role::columnheader, "编号").sort == Sort::descending);
  const Rect whole = table.bench.node(Role::table, "表").rect;
  table.scroll(page, 600 + whole.y + whole.height - 20);  // 20 px of the table are left
  const Rect rest = table.bench.node(Role::table, "表").rect;
  CHECK(rest.y + rest.height == Approx(20).margin(1));
  CHECK(head().y + head().height <= rest.y + rest.height + 0.01F);
  table.scroll(page, 0);
  CHECK(head().y == Approx(101));
}

}  // namespace hengping::ui
