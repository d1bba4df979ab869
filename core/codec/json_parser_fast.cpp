#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <cmath>
#include <cstring>

#include "core/codec/canonical.h"
#include "core/codec/json_parsers.h"

namespace hengping {
namespace {

namespace rj = rapidjson;

// RapidJSON checks the bytes of the text, but makes a character of an escaped low surrogate that stands alone: three bytes ED A0–BF xx,
// which no sound text holds.
bool has_surrogate(std::string_view text) {
  std::size_t at = text.find('\xED');
  while (at != std::string_view::npos) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
    at = text.find('\xED', at + 1);
  }
  return false;
}

// Whether a number token is beyond binary64. Without an exponent it would need more digits than these.
bool is_out_of_range(std::string_view token) {
  constexpr std::size_t few_digits = 300;
  if (token.size() < few_digits && token.find_first_of("eE") == std::string_view::npos) return false;
  return std::isinf(to_double(token));
}

/// The handler's names and types are RapidJSON's.
class Handler {
 public:
  Handler(const char* text, rj::MemoryStream& stream, JsonTreeBuilder& builder)
      : text_(text), stream_(stream), builder_(builder) {}

  bool Null() { return builder_.null(); }
  bool Bool(bool value) { return builder_.boolean(value); }
  bool RawNumber(const char* token, rj::SizeType size, bool /*copy*/) {
    const std::string_view digits(token, size);
    return !is_out_of_range(digits) && builder_.number(digits);
  }
  bool String(const char* text, rj::SizeType size, bool /*copy*/) {
    const std::string_view view(text, size);
    return !has_surrogate(view) && builder_.string(view);
  }
  bool Key(const char* text, rj::SizeType size, bool /*copy*/) {
    const std::string_view view(text, size);
    return !has_surrogate(view) && builder_.key(view);
  }
  // Called before the bracket is taken from the stream.
  bool StartObject() {
    if (!builder_.open_object(here())) return false;
    // Of an object that has been read RapidJSON sees the brackets: whatever stands before the closing one is taken for the opening one.
    if (const char* end = builder_.end_of_read()) stream_.src_ = end - 2;
    return true;
  }
  bool StartArray() { return builder_.open_array(here()); }
  bool EndObject(rj::SizeType /*count*/) { return builder_.close(here() + 1); }
  bool EndArray(rj::SizeType /*count*/) { return builder_.close(here() + 1); }
  // Numbers come as written.
  static bool Int(int /*value*/) { return false; }
  static bool Uint(unsigned /*value*/) { return false; }
  static bool Int64(std::int64_t /*value*/) { return false; }
  static bool Uint64(std::uint64_t /*value*/) { return false; }
  static bool Double(double /*value*/) { return false; }

 private:
  [[nodiscard]] const char* here() const { return text_ + stream_.Tell(); }

  const char* text_;
  rj::MemoryStream& stream_;
  JsonTreeBuilder& builder_;
};

}  // namespace

bool parse_fast(std::string_view text, JsonTreeBuilder& builder) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  constexpr unsigned flags = rj::kParseIterativeFlag | rj::kParseValidateEncodingFlag | rj::kParseNumbersAsStringsFlag;
  rj::MemoryStream stream(text.data(), text.size());
  Handler handler(text.data(), stream, builder);
  rj::Reader reader;
  // A zero byte is an end to RapidJSON; only the true end is one.
  return !reader.Parse<flags>(stream, handler).IsError() && stream.Tell() == text.size();
}

}  // namespace hengping
