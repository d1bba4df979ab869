// Reading JSON that is in canonical form already (RFC 8785), as records are: what is in another form is not read at all. Far quicker than reading
// any JSON and then comparing it with its canonical form, and the same: tests/core/codec/canonical_scanner_test.cpp holds one against the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/codec/json_value.h"

namespace hengping {

/// Goes along a text. What answers whether it was there leaves the place undefined where it was not.
class CanonicalScanner {
 public:
  /// Objects and lists within each other that are read; deeper ones are left to others.
  static constexpr std::size_t deepest = 32;

  explicit CanonicalScanner(std::string_view text) : text_(text) {}

  /// How many bytes have been gone past.
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool take(std::string_view piece) {
    if (text_.substr(at_, piece.size()) != piece) return false;
    at_ += piece.size();
    return true;
  }
  /// The next so many bytes, fewer at the end of the text.
  [[nodiscard]] std::string_view next(std::size_t bytes) {
    const std::string_view piece = text_.substr(at_, bytes);
    at_ += piece.size();
    return piece;
  }
  /// The decimal digits that stand here.
  [[nodiscard]] std::string_view digits() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    return next(end - at_);
  }
  /// Whether a value in canonical form stands here; `into` becomes that value, in the memory that it had before where that will do.
  [[nodiscard]] bool value(JsonValue& into) { return value(into, 0); }

 private:
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] bool value(JsonValue& into, std::size_t depth);
  [[nodiscard]] bool object(JsonValue& into, std::size_t depth);
  [[nodiscard]] bool array(JsonValue& into, std::size_t depth);
  [[nodiscard]] bool string(std::string& into);
  [[nodiscard]] bool escape(std::string& into);
  [[nodiscard]] bool number(JsonValue& into);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace hengping
