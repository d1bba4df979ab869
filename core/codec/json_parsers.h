// The two parsers behind read_json. Which texts are JSON is for nlohmann/json to say, with the place where one is not; RapidJSON reads the usual
// text, which is sound, faster (tests/bench), and is believed only when it accepts. It is stricter in places (numbers of hundreds of
// digits), never more lenient: tests/core/codec/json_parsers_test.cpp and tests/fuzz/json_parsers.cpp hold the two against each other.
#pragma once

#include <string_view>

#include "core/base/fault.h"
#include "core/codec/json_tree_builder.h"

namespace hengping {

/// Whether the text was accepted; the builder then holds it.
[[nodiscard]] bool parse_fast(std::string_view text, JsonTreeBuilder& builder);

/// The same with one fault, at the empty pointer, for a text that is no JSON.
[[nodiscard]] bool parse_with_faults(std::string_view text, JsonTreeBuilder& builder, FaultList& faults);

}  // namespace hengping
