// The parts of reading a bundle or ledger file (core/ledger/FORMAT.md): its records one by one, then what is said around them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/codec/input_file.h"
#include "core/codec/json_reader.h"

namespace hengping {

/// A record that comes by while the text is read.
[[nodiscard]] InputRecord read_bundle_record(const StreamedElement& element, SymbolTable& symbols,
                                             const KnownRecords& known, FaultList& faults);

/// What is left of the document when its records have gone by: headers, heads and signatures, checked against the records in `file`.
void finish_bundle(JsonValue& document, bool ledger_file, std::int64_t version, InputFile& file,
                   const KnownRecords& known, FaultList& faults);

/// Reports members of the document that are none of `known`.
void check_members(const JsonValue& document, std::initializer_list<std::string_view> known, FaultList& faults);
/// Reports a member of the document that is not a list; its elements have been streamed away.
void check_list(const JsonValue& document, const std::string& key, FaultList& faults);

}  // namespace hengping
