// Random numbers that are the same everywhere: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
// 2014), integers only. The standard library's distributions differ between platforms, so none is used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hengping::cli {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  /// The numbers of one thing among many: a stream of its own, so that each can be made again without the others.
  Random(std::uint64_t seed, std::uint64_t kind, std::uint64_t index) : state_(mix(mix(mix(seed) + kind) + index)) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    return mix(state_);
  }
  /// From 0 to `count` − 1; `count` must be at least 1. The bias of 2⁻³² or less does not matter here.
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U); }
  /// From `first` to `last`, both included.
  std::int32_t between(std::int32_t first, std::int32_t last) {
    return first + static_cast<std::int32_t>(below(static_cast<std::uint32_t>(last - first) + 1U));
  }
  /// True in `millionths` of a million cases.
  bool chance(std::uint32_t millionths) { return below(1'000'000) < millionths; }
  template <class Value>
  const Value& pick(const std::vector<Value>& values) {
    return values[below(static_cast<std::uint32_t>(values.size()))];
  }

 private:
  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::uint64_t state_;
};

}  // namespace hengping::cli
