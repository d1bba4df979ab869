#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "core/codec/json_parsers.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Nlohmann = nlohmann::json;

// Reads like a pointer and tells where it is: the SAX interface has no positions, and a record's exact text is wanted.
class TrackedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator(const char* at, const char** mirror) : at_(at), mirror_(mirror) {}
  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    ++at_;
    *mirror_ = at_;
    return *this;
  }
  bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** mirror_;
};

/// The handler's names and types are nlohmann's.
class Handler {
 public:
  Handler(std::string_view text, JsonTreeBuilder& builder, FaultList& faults)
      : text_(text), builder_(builder), faults_(faults), position_(text.data()) {}

  const char** position() { return &position_; }

  bool null() { return builder_.null(); }
  bool boolean(bool value) { return builder_.boolean(value); }
  bool number_integer(std::int64_t value) { return builder_.number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return builder_.number(std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& digits) { return builder_.number(digits); }
  bool string(const std::string& text) { return builder_.string(text); }
  static bool binary(Nlohmann::binary_t& /*value*/) { return false; }  // no such thing in text

  // The bracket has just been read.
  bool start_object(std::size_t /*unknown*/) { return checked(builder_.open_object(position_ - 1)); }
  bool start_array(std::size_t /*unknown*/) { return checked(builder_.open_array(position_ - 1)); }
  bool end_object() { return builder_.close(position_); }
  bool end_array() { return builder_.close(position_); }
  bool key(const std::string& name) { return checked(builder_.key(name)); }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const nlohmann::detail::exception& error) {
    constexpr int number_overflow = 406;
    fail(error.id == number_overflow ? CoreText::fault_json_number_range : CoreText::fault_json_syntax, {});
    return false;
  }

  /// nlohmann/json takes a zero byte for the end of the text; no JSON holds one.
  bool is_whole(std::size_t zero) {
    if (zero == std::string_view::npos) return true;
    position_ = text_.data() + zero;
    fail(CoreText::fault_json_syntax, {});
    return false;
  }

 private:
  bool checked(bool accepted) {
    if (accepted) return true;
    if (builder_.refusal() == JsonTreeBuilder::Refusal::depth) {
      fail(CoreText::fault_json_depth, {std::to_string(deepest_json)});
    } else {
      fail(CoreText::fault_json_duplicate_key, {builder_.refused_key()});
    }
    return false;
  }

  void fail(CoreText what, std::initializer_list<Word> words) {
    const auto offset = static_cast<std::size_t>(position_ - text_.data());
    const std::string_view before = text_.substr(0, offset);
    const std::size_t last_break = before.rfind('\n');
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t column = last_break == std::string_view::npos ? offset : offset - last_break - 1;
    const Bilingual place = say(CoreText::json_place, {std::to_string(line), std::to_string(column)});
    Fault fault = make_fault(what, "", words);
    fault.message.zh += place.zh;
    fault.message.en += place.en;
    faults_.add(std::move(fault));
  }

  std::string_view text_;
  JsonTreeBuilder& builder_;
  FaultList& faults_;
  const char* position_;
};

}  // namespace

bool parse_with_faults(std::string_view text, JsonTreeBuilder& builder, FaultList& faults) {
  Handler handler(text, builder, faults);
  const TrackedIterator begin(text.data(), handler.position());
  const TrackedIterator end(text.data() + text.size(), handler.position());
  return Nlohmann::sax_parse(begin, end, &handler) && handler.is_whole(text.find('\0'));
}

}  // namespace hengping
