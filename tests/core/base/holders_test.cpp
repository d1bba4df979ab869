#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/base/boxed.h"
#include "core/base/one_or_more.h"

using namespace hengping;

TEST_CASE("A boxed value reads as the value, copies as it does, and without one as a value made of nothing") {
  Boxed<std::string> box(std::string("衡评"));
  const std::string* address = &unboxed(box);
  Boxed<std::string> copy = box;
  CHECK(*copy == "衡评");
  CHECK(&*copy != address);
  copy = std::string("other");
  CHECK(*box == "衡评");
  const Boxed<std::string> moved = std::move(box);
  CHECK(&*moved == address);  // what points at the value goes on pointing at it
  CHECK((*Boxed<std::string>()).empty());
  copy = Boxed<std::string>();
  CHECK((*copy).empty());
  CHECK(unboxed(7) == 7);
}

TEST_CASE("A list of one or more keeps the order of adding, over every growth, copy and move") {
  OneOrMore<int> list;
  CHECK(list.empty());
  CHECK(list.begin() == list.end());
  for (int count = 1; count <= 40; ++count) {
    list.push_back(count);
    CHECK(list.size() == static_cast<std::size_t>(count));
    CHECK(list.back() == count);
    CHECK(list[0] == 1);
    int expected = 1;
    for (const int value : list) CHECK(value == expected++);
    OneOrMore<int> copy = list;
    copy.push_back(-1);
    CHECK(list.size() + 1 == copy.size());
    CHECK(copy[copy.size() - 2] == count);
    const OneOrMore<int> moved = std::move(copy);
    CHECK(moved.back() == -1);
  }
  OneOrMore<int> other;
  other.push_back(5);
  other = list;
  const OneOrMore<int>& same = other;
  other = same;
  CHECK(other.size() == 40);
  OneOrMore<int> taken = std::move(other);
  other = taken;  // one that was moved from can be filled again
  other.push_back(41);
  CHECK(other.back() == 41);
  CHECK(other[39] == 40);
  other = std::move(taken);
  CHECK(other.size() == 40);
}
