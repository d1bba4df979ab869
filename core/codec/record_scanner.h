// The quick way to read a record: as its device writes it, with a fact that is sound.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/symbol.h"
#include "core/codec/input_file.h"
#include "core/codec/json_value.h"

namespace hengping {

/// Reads one record after another. What it does not read is for read_bundle_record, which says what is wrong, if anything is; what it reads is read
/// just as there (tests/core/codec/record_scanner_test.cpp).
class RecordScanner {
 public:
  RecordScanner(SymbolTable& symbols, const KnownRecords& known) : symbols_(symbols), known_(known) {}

  /// How many bytes the record at the beginning of the text takes; `result` is that record. 0: it was not read, and `result` is to be dropped.
  /// `before` is the record that was read before it in the same strand, or null.
  std::size_t read(std::string_view text, const InputRecord* before, InputRecord& result);

 private:
  SymbolTable& symbols_;
  const KnownRecords& known_;
  JsonValue body_;  // its memory serves the next record too
};

}  // namespace hengping
