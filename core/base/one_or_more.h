// A list that mostly holds one value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

namespace hengping {

/// Values in the order in which they were added. The first stands in the list itself; room elsewhere is taken from the second on.
template <class T>
class OneOrMore {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  OneOrMore() = default;
  OneOrMore(const OneOrMore& other) { *this = other; }
  OneOrMore(OneOrMore&& other) noexcept { swap(other); }
  OneOrMore& operator=(const OneOrMore& other) {
    if (this == &other) return *this;
    size_ = 0;
    for (const T& value : other) push_back(value);
    return *this;
  }
  OneOrMore& operator=(OneOrMore&& other) noexcept {
    OneOrMore taken(std::move(other));
    swap(taken);
    return *this;
  }
  ~OneOrMore() = default;

  void push_back(const T& value) {
    if (size_ == 0) {
      one_ = value;
    } else {
      if (size_ >= room_) grow();
      if (size_ == 1) many_[0] = one_;
      many_[size_] = value;
    }
    ++size_;
  }

  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const T* begin() const { return size_ <= 1 ? &one_ : many_.get(); }
  [[nodiscard]] const T* end() const { return begin() + size_; }
  [[nodiscard]] const T& operator[](std::size_t index) const { return begin()[index]; }
  [[nodiscard]] const T& back() const { return begin()[size_ - 1]; }

 private:
  void swap(OneOrMore& other) noexcept {
    std::swap(one_, other.one_);
    std::swap(many_, other.many_);
    std::swap(size_, other.size_);
    std::swap(room_, other.room_);
  }
  void grow() {
    const std::uint32_t room = room_ == 0 ? 4 : 2 * room_;
    auto larger = std::make_unique<T[]>(room);
    for (std::uint32_t i = 0; i < size_; ++i) larger[i] = begin()[i];
    many_ = std::move(larger);
    room_ = room;
  }

  T one_{};
  std::unique_ptr<T[]> many_;
  std::uint32_t size_ = 0;
  std::uint32_t room_ = 0;
};

}  // namespace hengping
