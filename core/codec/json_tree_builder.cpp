#include "core/codec/json_tree_builder.h"

#include <algorithm>

namespace hengping {
namespace {

constexpr std::size_t few_keys = 16;

}  // namespace

bool JsonTreeBuilder::is_new_key(Frame& frame, std::string_view name) {
  const auto& members = frame.value->members();
  if (members.size() < few_keys) return frame.value->find(name) == nullptr;
  if (!frame.keys) {
    frame.keys = std::make_unique<std::unordered_set<std::string>>();
    for (const auto& member : members) frame.keys->insert(member.first);
  }
  return frame.keys->emplace(name).second;
}

bool JsonTreeBuilder::key(std::string_view name) {
  Frame& frame = frames_.back();
  if (!is_new_key(frame, name)) {
    refusal_ = Refusal::duplicate_key;
    refused_key_ = name;
    return false;
  }
  frame.value->members().emplace_back(name, JsonValue());
  return true;
}

// Whether the element that begins now in the innermost array is one of a streamed array; fills indices_.
bool JsonTreeBuilder::at_streamed_path() {
  const auto found = std::find_if(paths_.begin(), paths_.end(), [this](const StreamPath& path) {
    if (path.size() != frames_.size()) return false;
    indices_.clear();
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
      const Frame& frame = frames_[depth];
      if (frame.value->is(JsonValue::Kind::array)) {
        if (path[depth] != "*") return false;
        indices_.push_back(frame.index);
      } else if (path[depth] != frame.value->members().back().first) {
        return false;
      }
    }
    return true;
  });
  path_ = static_cast<std::size_t>(found - paths_.begin());
  return found != paths_.end();
}

// The element that was read is complete.
void JsonTreeBuilder::count() {
  if (!frames_.empty()) ++frames_.back().index;
}

JsonValue& JsonTreeBuilder::place_for_next() {
  if (frames_.empty()) return document_;
  JsonValue& parent = *frames_.back().value;
  return parent.is(JsonValue::Kind::array) ? parent.items().emplace_back() : parent.members().back().second;
}

bool JsonTreeBuilder::boolean(bool value) {
  if (streaming_ == 0 && in_array() && at_streamed_path()) {
    element_ = JsonValue::boolean(value);
    give({});
  } else {
    place_for_next() = JsonValue::boolean(value);
    count();
  }
  return true;
}

bool JsonTreeBuilder::scalar(JsonValue::Kind kind, std::string_view text) {
  if (streaming_ == 0 && in_array() && at_streamed_path()) {
    element_.become(kind, text);
    give({});
  } else {
    place_for_next().become(kind, text);
    count();
  }
  return true;
}

bool JsonTreeBuilder::open(JsonValue::Kind kind, const char* begin) {
  if (frames_.size() == deepest_json) {
    refusal_ = Refusal::depth;
    return false;
  }
  const bool streamed = streaming_ == 0 && in_array() && at_streamed_path();
  JsonValue& value = streamed ? element_ : place_for_next();
  value.become(kind, {});
  const bool may_be_read = streamed && kind == JsonValue::Kind::object && shortcut_ && streamed_ >= skip_;
  end_of_read_ = may_be_read ? shortcut_(indices_, begin) : nullptr;
  if (kind == JsonValue::Kind::object && !spare_members_.empty()) {
    value.members().swap(spare_members_.back());
    spare_members_.pop_back();
  } else if (kind == JsonValue::Kind::array && !spare_items_.empty()) {
    value.items().swap(spare_items_.back());
    spare_items_.pop_back();
  }
  Frame& frame = frames_.emplace_back();
  frame.value = &value;
  frame.begin = begin;
  frame.streamed = streamed;
  frame.read = end_of_read_ != nullptr;
  if (streamed) streaming_ = frames_.size();
  return true;
}

bool JsonTreeBuilder::close(const char* end) {
  const Frame& frame = frames_.back();
  const bool streamed = frame.streamed;
  const bool read = frame.read;
  const std::string_view raw(frame.begin, static_cast<std::size_t>(end - frame.begin));
  frames_.pop_back();
  if (streamed) streaming_ = 0;
  if (streamed && !read) {
    give(raw);
  } else {
    if (read) ++streamed_;
    count();
  }
  return true;
}

void JsonTreeBuilder::give(std::string_view raw) {
  // The path was matched when the element began; an element that holds others has left indices_ alone since.
  if (streamed_++ >= skip_) sink_(StreamedElement{path_, indices_, element_, raw});
  count();
  recycle(element_);
  element_.become(JsonValue::Kind::null, {});
}

void JsonTreeBuilder::recycle(JsonValue& value) {
  if (value.is(JsonValue::Kind::object)) {
    for (auto& member : value.members()) recycle(member.second);
    value.members().clear();
    if (value.members().capacity() != 0) spare_members_.push_back(std::move(value.members()));
  } else if (value.is(JsonValue::Kind::array)) {
    for (auto& item : value.items()) recycle(item);
    value.items().clear();
    if (value.items().capacity() != 0) spare_items_.push_back(std::move(value.items()));
  }
}

}  // namespace hengping
