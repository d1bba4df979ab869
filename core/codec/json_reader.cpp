#include "core/codec/json_reader.h"

#include "core/codec/json_parsers.h"

namespace hengping {

std::optional<JsonValue> read_json(std::string_view text, FaultList& faults, std::span<const StreamPath> paths,
                                   const ElementSink& sink, const ElementShortcut& shortcut) {
  JsonTreeBuilder fast(paths, sink, 0, shortcut);
  if (parse_fast(text, fast)) return fast.take();
  JsonTreeBuilder builder(paths, sink, fast.streamed());
  if (!parse_with_faults(text, builder, faults)) return std::nullopt;
  return builder.take();
}

}  // namespace hengping
