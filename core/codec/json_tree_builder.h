// From the events of a JSON parser to values: the part of reading JSON that is the same whichever parser reads. Checks what parsers leave to
// their callers (unique keys, depth), and hands out elements of streamed arrays one by one.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/codec/json_reader.h"
#include "core/codec/json_value.h"

namespace hengping {

/// Every event returns whether reading may go on; if not, `refusal` says why.
class JsonTreeBuilder {
 public:
  enum class Refusal : std::uint8_t { none, duplicate_key, depth };

  /// The first `skip` streamed elements were given to the sink by an earlier reading of the same text and are not given again.
  JsonTreeBuilder(std::span<const StreamPath> paths, const ElementSink& sink, std::size_t skip = 0,
                  ElementShortcut shortcut = {})
      : paths_(paths), sink_(sink), skip_(skip), shortcut_(std::move(shortcut)) {}

  bool null() { return scalar(JsonValue::Kind::null, {}); }
  bool boolean(bool value);
  bool number(std::string_view token) { return scalar(JsonValue::Kind::number, token); }
  bool string(std::string_view text) { return scalar(JsonValue::Kind::string, text); }
  bool key(std::string_view name);
  /// `begin` is where the bracket stands, `end` the place after the closing one.
  bool open_object(const char* begin) { return open(JsonValue::Kind::object, begin); }
  /// Of the object that was just opened: where it ends, if it has been read by the shortcut. The parser goes on with its closing bracket.
  [[nodiscard]] const char* end_of_read() const { return end_of_read_; }
  bool open_array(const char* begin) { return open(JsonValue::Kind::array, begin); }
  bool close(const char* end);

  [[nodiscard]] Refusal refusal() const { return refusal_; }
  [[nodiscard]] const std::string& refused_key() const { return refused_key_; }
  /// How many streamed elements came by.
  [[nodiscard]] std::size_t streamed() const { return streamed_; }
  /// The document, once the parser has accepted the text.
  [[nodiscard]] JsonValue take() { return std::move(document_); }

 private:
  // An object or array that is being read. It stands at its final place: its parent gets no other child before it is closed.
  struct Frame {
    JsonValue* value = nullptr;
    std::size_t index = 0;  // the element that is being read, of an array
    const char* begin = nullptr;
    bool streamed = false;  // goes to the sink when it is complete
    bool read = false;      // by the shortcut
    std::unique_ptr<std::unordered_set<std::string>>
        keys;  // only of large objects, so that hostile ones cost no quadratic time
  };

  [[nodiscard]] bool in_array() const { return !frames_.empty() && frames_.back().value->is(JsonValue::Kind::array); }
  bool scalar(JsonValue::Kind kind, std::string_view text);
  bool open(JsonValue::Kind kind, const char* begin);
  bool is_new_key(Frame& frame, std::string_view name);
  bool at_streamed_path();
  JsonValue& place_for_next();
  void count();
  void give(std::string_view raw);
  void recycle(JsonValue& value);

  std::span<const StreamPath> paths_;
  const ElementSink& sink_;
  std::size_t skip_;
  ElementShortcut shortcut_;
  const char* end_of_read_ = nullptr;
  std::size_t streamed_ = 0;
  std::vector<Frame> frames_;
  std::vector<std::size_t> indices_;
  std::size_t path_ = 0;       // of the streamed element
  std::size_t streaming_ = 0;  // the depth of the streamed element that is being read, 0 outside
  JsonValue document_;
  JsonValue element_;  // the streamed one
  // Of streamed elements that were dropped: most need what the one before them needed.
  std::vector<std::vector<JsonValue>> spare_items_;
  std::vector<std::vector<JsonValue::Member>> spare_members_;
  Refusal refusal_ = Refusal::none;
  std::string refused_key_;
};

}  // namespace hengping
