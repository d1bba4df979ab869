#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <vector>

#include "shell/ui/element.h"

namespace hengping::ui {

namespace {

class Boxes {
 public:
  std::uint32_t add(const BoxStyle& style, std::uint32_t parent = 0) {
    const std::uint32_t index = pool_.add();
    pool_[index].style = style;
    if (parent != 0) {
      Element& above = pool_[parent];
      (above.last == 0 ? above.first : pool_[above.last].next) = index;
      above.last = index;
    }
    return index;
  }
  std::uint32_t leaf(float width, float height, std::uint32_t parent) {
    BoxStyle style;
    style.width = fixed(width);
    style.height = fixed(height);
    return add(style, parent);
  }
  void run(std::uint32_t root, float width, float height) { Layout(pool_, theme_).run(root, {0, 0, width, height}); }
  [[nodiscard]] const Rect& rect(std::uint32_t index) const { return pool_[index].rect; }
  ElementPool& pool() { return pool_; }

 private:
  Theme theme_;
  ElementPool pool_;
};

BoxStyle row_style() {
  BoxStyle style;
  style.axis = Axis::row;
  style.width = grow();
  style.height = grow();
  return style;
}

}  // namespace

TEST_CASE("what grows shares what is left by weight") {
  Boxes boxes;
  BoxStyle style = row_style();
  style.gap = 10;
  style.padding = padding(5);
  const auto root = boxes.add(style);
  boxes.leaf(40, 20, root);
  BoxStyle one;
  one.width = grow(1, 0);
  BoxStyle three;
  three.width = grow(3, 0);
  const auto first = boxes.add(one, root);
  const auto second = boxes.add(three, root);
  boxes.run(root, 200, 100);
  CHECK(boxes.rect(first).x == 55);
  CHECK(boxes.rect(first).width == Catch::Approx(32.5));
  CHECK(boxes.rect(second).width == Catch::Approx(97.5));
}

TEST_CASE("a wrapping row goes on in a new line") {
  Boxes boxes;
  BoxStyle style = row_style();
  style.wrap = true;
  style.gap = 10;
  style.line_gap = 4;
  const auto root = boxes.add(style);
  boxes.leaf(60, 20, root);
  boxes.leaf(60, 30, root);
  const auto third = boxes.leaf(60, 20, root);
  boxes.run(root, 140, 100);
  CHECK(boxes.rect(third).x == 0);
  CHECK(boxes.rect(third).y == 34);
}

TEST_CASE("a grid has as many equal columns as fit") {
  Boxes boxes;
  BoxStyle style;
  style.width = grow();
  style.grid_minimum = 90;
  style.gap = 10;
  const auto root = boxes.add(style);
  std::vector<std::uint32_t> cells;
  for (int cell = 0; cell < 4; ++cell) {
    BoxStyle inner;
    inner.height = fixed(20);
    cells.push_back(boxes.add(inner, root));
  }
  boxes.run(root, 320, 500);
  CHECK(boxes.rect(cells[0]).width == 100);
  CHECK(boxes.rect(cells[2]).x == 220);
  CHECK(boxes.rect(cells[3]).x == 0);
  CHECK(boxes.rect(cells[3]).y == 30);
}

TEST_CASE("rows of cells with the same columns stand below each other, whatever is in them") {
  Boxes boxes;
  BoxStyle cell;
  cell.width = grow(2, 50);
  BoxStyle narrow;
  narrow.width = grow(1, 30);
  std::vector<float> places;
  for (const float content : {10.0F, 90.0F}) {
    const auto row = boxes.add(row_style());
    const auto first = boxes.add(cell, row);
    boxes.leaf(content, 10, first);
    const auto second = boxes.add(narrow, row);
    boxes.run(row, 300, 40);
    places.push_back(boxes.rect(second).x);
  }
  CHECK(places[0] == places[1]);
}

TEST_CASE("children are stretched, centred and set apart as asked") {
  Boxes boxes;
  BoxStyle style = row_style();
  style.cross = Align::center;
  style.main = Align::between;
  const auto root = boxes.add(style);
  const auto first = boxes.leaf(20, 10, root);
  const auto last = boxes.leaf(20, 30, root);
  boxes.run(root, 100, 50);
  CHECK(boxes.rect(first).y == 20);
  CHECK(boxes.rect(last).x == 80);

  BoxStyle column;
  column.width = grow();
  column.cross = Align::stretch;
  const auto stretching = boxes.add(column);
  const auto child = boxes.add({}, stretching);
  boxes.run(stretching, 100, 50);
  CHECK(boxes.rect(child).width == 100);
}

TEST_CASE("a scroller's content keeps its height and moves by the offset, which never leaves it") {
  Boxes boxes;
  BoxStyle style;
  style.width = grow();
  style.height = grow(1, 0);
  style.cross = Align::stretch;
  const auto root = boxes.add(style);
  const auto content = boxes.leaf(50, 300, root);
  boxes.pool()[root].scroller = 7;
  boxes.pool()[root].scroll_y = 40;
  boxes.run(root, 100, 100);
  CHECK(boxes.rect(root).height == 100);
  CHECK(boxes.rect(content).y == -40);
  boxes.pool()[root].scroll_y = 5000;
  boxes.run(root, 100, 100);
  CHECK(boxes.rect(content).y == -200);
  CHECK(boxes.pool()[root].scroll_y == 200);
  boxes.pool()[root].pull = 30;
  boxes.run(root, 100, 100);
  CHECK(boxes.rect(content).y == -230);
  CHECK(boxes.pool()[root].scroll_y == 200);
}

}  // namespace hengping::ui
