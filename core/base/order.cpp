#include "core/base/order.h"

#include <algorithm>
#include <numeric>

namespace hengping {

std::vector<std::uint32_t> places_in_order(std::size_t count, PlaceLess less, const void* context) {
  const auto size = static_cast<std::uint32_t>(count);
  std::uint32_t sorted = 1;
  while (sorted < size && !less(context, sorted, sorted - 1)) ++sorted;
  if (sorted >= size) return {};
  std::vector<std::uint32_t> places(count);
  std::iota(places.begin(), places.end(), 0U);
  std::vector<std::uint32_t> merged(count);
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t from = 0; from < count; from += 2 * width) {
      const std::size_t middle = std::min(from + width, count);
      const std::size_t to = std::min(from + 2 * width, count);
      std::size_t left = from;
      std::size_t right = middle;
      std::size_t at = from;
      // Two runs that follow one another need no merging; nor does one alone.
      if (right == to || !less(context, places[right], places[middle - 1])) {
        std::copy(places.begin() + static_cast<std::ptrdiff_t>(from), places.begin() + static_cast<std::ptrdiff_t>(to),
                  merged.begin() + static_cast<std::ptrdiff_t>(from));
        continue;
      }
      while (left < middle && right < to) merged[at++] = less(context, places[right], places[left]) ? places[right++] : places[left++];
      while (left < middle) merged[at++] = places[left++];
      while (right < to) merged[at++] = places[right++];
    }
    places.swap(merged);
  }
  return places;
}

}  // namespace hengping
