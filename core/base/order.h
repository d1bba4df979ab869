// Sorting that costs the program little room: std::sort brings some 8 kB of WebAssembly for every type and every order that it sorts by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace hengping {

/// Whether the element at the first place stands before the one at the second.
using PlaceLess = bool (*)(const void* context, std::uint32_t one, std::uint32_t other);

/// The places 0 … `count` - 1 in order; equals keep their turn. Empty where they are in order already. At most 2^32 - 1.
[[nodiscard]] std::vector<std::uint32_t> places_in_order(std::size_t count, PlaceLess less, const void* context);

/// Sorts a range with random access by `less`, a strict weak order; equals keep their turn. What is in order already costs one comparison an element.
template <class Items, class Less = std::less<>>
void put_in_order(Items& items, const Less& less = {}) {
  using std::begin;
  const auto first = begin(items);
  struct Context {
    decltype(first) items;
    const Less& less;
  };
  using Difference = typename std::iterator_traits<decltype(begin(items))>::difference_type;
  const Context context{first, less};
  const std::vector<std::uint32_t> places = places_in_order(
      std::size(items),
      [](const void* given, std::uint32_t one, std::uint32_t other) -> bool {
        const auto& known = *static_cast<const Context*>(given);
        return known.less(known.items[static_cast<Difference>(one)], known.items[static_cast<Difference>(other)]);
      },
      &context);
  if (places.empty()) return;
  std::vector<typename std::iterator_traits<decltype(begin(items))>::value_type> sorted;
  sorted.reserve(places.size());
  for (const std::uint32_t place : places) sorted.push_back(std::move(first[static_cast<Difference>(place)]));
  auto to = first;
  for (auto& item : sorted) *to++ = std::move(item);
}

}  // namespace hengping
