// The sorting that everything outside the hottest places goes through.
#include "core/base/order.h"

#include <algorithm>
#include <memory>
#include <random>
#include <string>

#include <catch2/catch_all.hpp>

using hengping::put_in_order;

TEST_CASE("whatever stood there is put in order, and equals keep their turn") {
  std::mt19937 random(20'251'124);  // NOLINT: the same every time
  for (std::size_t count = 0; count < 300; ++count) {
    const auto kinds = static_cast<int>(1 + count % 17);
    std::vector<std::pair<int, std::size_t>> items;
    for (std::size_t i = 0; i < count; ++i) items.emplace_back(std::uniform_int_distribution<int>(0, kinds)(random), i);
    auto wanted = items;
    const auto less = [](const auto& one, const auto& other) { return one.first < other.first; };
    std::stable_sort(wanted.begin(), wanted.end(), less);
    put_in_order(items, less);
    REQUIRE(items == wanted);
  }
}

TEST_CASE("what is in order already is only looked at once") {
  std::vector<int> items(1000);
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = static_cast<int>(i / 3);
  std::size_t asked = 0;
  put_in_order(items, [&asked](int one, int other) {
    ++asked;
    return one < other;
  });
  CHECK(asked == items.size() - 1);
}

TEST_CASE("what can only be moved is moved, and text is ordered by its bytes") {
  std::vector<std::unique_ptr<int>> owned;
  for (const int value : {3, 1, 2}) owned.push_back(std::make_unique<int>(value));
  put_in_order(owned, [](const auto& one, const auto& other) { return *one < *other; });
  CHECK(*owned[0] == 1);
  CHECK(*owned[2] == 3);
  std::vector<std::string> texts{"乙", "b", "", "甲", "a"};
  put_in_order(texts);
  CHECK(texts == std::vector<std::string>{"", "a", "b", "乙", "甲"});
}
