// Reading JSON from outside: strict (RFC 8259, I-JSON's unique keys), depth at most 64, long arrays element by element.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/fault.h"
#include "core/codec/json_value.h"

namespace hengping {

/// Arrays and objects open at once, the document being the first (semantics §1).
inline constexpr std::size_t deepest_json = 64;

/// One element of a streamed array. `indices` are those of the arrays on the way to it, its own last; `raw` is its text as written
/// (only for objects and arrays). The callee may move from `value`.
struct StreamedElement {
  std::size_t path;  ///< which of the paths that were asked for
  std::span<const std::size_t> indices;
  JsonValue& value;
  std::string_view raw;
};

using ElementSink = std::function<void(const StreamedElement&)>;

/// May read an object of a streamed array by itself, before anything else does: `begin` is where it stands in the text. Says where it ends, if it is
/// JSON and was read; then the sink is not given it. Null: it is read like others.
using ElementShortcut = std::function<const char*(std::span<const std::size_t> indices, const char* begin)>;

/// Where the streamed arrays of a document are: member names, "*" for any index of an array, ending in "*".
/// {"facts", "*"} or {"feeds", "*", "records", "*"}.
using StreamPath = std::span<const std::string_view>;

/// Reads the whole document. Elements at one of `paths` go to `sink` and are left out of the result (their arrays stay empty).
/// Text that is not JSON gives one fault with the empty pointer and no value; elements read before that were already given to the
/// sink, so the caller drops what it gathered. A byte order mark is skipped.
[[nodiscard]] std::optional<JsonValue> read_json(std::string_view text, FaultList& faults,
                                                 std::span<const StreamPath> paths = {}, const ElementSink& sink = {},
                                                 const ElementShortcut& shortcut = {});

}  // namespace hengping
