#include "core/codec/json_reader.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_set>
#include <vector>

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

// An object or array that is being read.
struct Frame {
  JsonValue value;
  std::string key;        // the member that is being read
  std::size_t index = 0;  // the element that is being read
  const char* begin = nullptr;
  bool streamed = false;                 // goes to the sink when it is complete
  std::unordered_set<std::string> keys;  // only of large objects, so that hostile ones cost no quadratic time
};

constexpr std::size_t few_keys = 16;

class Handler {
 public:
  Handler(std::string_view text, FaultList& faults, std::span<const StreamPath> paths, const ElementSink& sink)
      : text_(text), faults_(faults), paths_(paths), sink_(sink) {}

  const char** position() { return &position_; }
  std::optional<JsonValue> result() { return std::move(result_); }

  bool null() { return put(JsonValue()); }
  bool boolean(bool value) { return put(JsonValue::boolean(value)); }
  bool number_integer(std::int64_t value) { return put(JsonValue::number(value)); }
  bool number_unsigned(std::uint64_t value) { return put(JsonValue::number(std::to_string(value))); }
  bool number_float(double /*value*/, const std::string& digits) { return put(JsonValue::number(digits)); }
  bool string(std::string& text) { return put(JsonValue::string(std::move(text))); }
  static bool binary(Nlohmann::binary_t& /*value*/) { return false; }  // no such thing in text

  bool start_object(std::size_t /*unknown*/) { return open(JsonValue::object()); }
  bool start_array(std::size_t /*unknown*/) { return open(JsonValue::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    Frame& frame = frames_.back();
    if (!is_new_key(frame, name)) {
      fail(CoreText::fault_json_duplicate_key, {name});
      return false;
    }
    frame.key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/, const nlohmann::detail::exception& error) {
    constexpr int number_overflow = 406;
    fail(error.id == number_overflow ? CoreText::fault_json_number_range : CoreText::fault_json_syntax, {});
    return false;
  }

 private:
  static bool is_new_key(Frame& frame, const std::string& name) {
    const auto& members = frame.value.members();
    if (members.size() < few_keys) return frame.value.find(name) == nullptr;
    if (frame.keys.empty()) {
      for (const auto& member : members) frame.keys.insert(member.first);
    }
    return frame.keys.insert(name).second;
  }

  void fail(CoreText what, std::initializer_list<Word> words) {
    const auto offset = static_cast<std::size_t>(position_ == nullptr ? 0 : position_ - text_.data());
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

  // Whether the element that begins now in the innermost array is one of a streamed array; fills indices_.
  bool at_streamed_path() {
    return std::any_of(paths_.begin(), paths_.end(), [this](const StreamPath& path) {
      if (path.size() != frames_.size()) return false;
      indices_.clear();
      for (std::size_t depth = 0; depth < path.size(); ++depth) {
        const Frame& frame = frames_[depth];
        if (frame.value.is(JsonValue::Kind::array)) {
          if (path[depth] != "*") return false;
          indices_.push_back(frame.index);
        } else if (path[depth] != frame.key) {
          return false;
        }
      }
      return true;
    });
  }

  bool in_array() const { return !frames_.empty() && frames_.back().value.is(JsonValue::Kind::array); }

  bool open(JsonValue value) {
    if (frames_.size() == deepest_json) {
      fail(CoreText::fault_json_depth, {std::to_string(deepest_json)});
      return false;
    }
    const bool streamed = streaming_ == 0 && in_array() && at_streamed_path();
    if (streamed) streaming_ = frames_.size() + 1;
    Frame& frame = frames_.emplace_back();
    frame.value = std::move(value);
    frame.begin = position_ - 1;  // the bracket has just been read
    frame.streamed = streamed;
    return true;
  }

  bool close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.streamed) {
      streaming_ = 0;
      give(frame.value, std::string_view(frame.begin, static_cast<std::size_t>(position_ - frame.begin)));
      return true;
    }
    attach(std::move(frame.value));
    return true;
  }

  bool put(JsonValue value) {
    if (streaming_ == 0 && in_array() && at_streamed_path()) {
      give(value, {});
    } else {
      attach(std::move(value));
    }
    return true;
  }

  void give(JsonValue& value, std::string_view raw) {
    // The path was matched when the element began; an element that holds others has left indices_ alone since.
    sink_(StreamedElement{indices_, value, raw});
    ++frames_.back().index;
  }

  void attach(JsonValue value) {
    if (frames_.empty()) {
      result_ = std::move(value);
      return;
    }
    Frame& parent = frames_.back();
    if (parent.value.is(JsonValue::Kind::array)) {
      parent.value.items().push_back(std::move(value));
      ++parent.index;
    } else {
      parent.value.members().emplace_back(std::move(parent.key), std::move(value));
    }
  }

  std::string_view text_;
  FaultList& faults_;
  std::span<const StreamPath> paths_;
  const ElementSink& sink_;
  const char* position_ = nullptr;
  std::vector<Frame> frames_;
  std::vector<std::size_t> indices_;
  std::size_t streaming_ = 0;  // the depth of the streamed element that is being read, 0 outside
  std::optional<JsonValue> result_;
};

}  // namespace

std::optional<JsonValue> read_json(std::string_view text, FaultList& faults, std::span<const StreamPath> paths,
                                   const ElementSink& sink) {
  Handler handler(text, faults, paths, sink);
  *handler.position() = text.data();
  const TrackedIterator begin(text.data(), handler.position());
  const TrackedIterator end(text.data() + text.size(), handler.position());
  if (!Nlohmann::sax_parse(begin, end, &handler)) return std::nullopt;
  return handler.result();
}

}  // namespace hengping
