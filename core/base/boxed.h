// Large values among many small ones.
#pragma once

#include <memory>
#include <utility>

namespace hengping {

/// A value that is kept elsewhere: an alternative of a variant that is large but rare, so that the others do not take its room. It copies
/// as the value does. Made without one, or moved from, it reads as a `T` made without arguments.
template <class T>
class Boxed {
 public:
  Boxed() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): it stands where the value would
  Boxed(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Boxed(const Boxed& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(const Boxed& other) {
    Boxed copy(other);
    value_ = std::move(copy.value_);
    return *this;
  }
  Boxed& operator=(Boxed&&) noexcept = default;
  ~Boxed() = default;

  [[nodiscard]] const T& operator*() const {
    static const T nothing;
    return value_ ? *value_ : nothing;
  }

 private:
  std::unique_ptr<T> value_;
};

/// The value itself, boxed or not.
template <class T>
const T& unboxed(const T& value) {
  return value;
}
template <class T>
const T& unboxed(const Boxed<T>& value) {
  return *value;
}

}  // namespace hengping
