// What can be taken in: facts files (semantics §1), bundles and ledger files (core/ledger/FORMAT.md).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/facts/read_fact.h"
#include "core/facts/sequence.h"
#include "core/ledger/ledger.h"

namespace hengping {

/// One record of a feed as read; `fact` is the index into InputFile::facts.
struct InputRecord {
  Record record;         ///< without its fact, which stands in InputFile::facts until it is taken
  std::string device;    ///< the feed's device, as the record names it
  std::string previous;  ///< hash of the record before it in its feed; empty for the first
  std::vector<std::pair<std::string, std::uint64_t>> seen;
  std::size_t fact = 0;
};

struct InputFeed {
  Device device;
  std::string head_hash;
  std::uint64_t head_sequence = 0;
  std::vector<InputRecord> records;
};

struct InputFile {
  enum class Keep : std::uint8_t {
    facts,    ///< for an answer only
    records,  ///< also the canonical bytes, to be taken in
  };
  Intake::Source source = Intake::Source::facts;
  bool readable = false;         ///< JSON of a known format: `facts` are worth judging further
  std::deque<ReadFact> facts;    ///< in the order of the file; a deque, for they are many, and large to move
  std::vector<InputFeed> feeds;  ///< of bundles
};

/// Reads the text; all faults of form, chain and hash go to `faults`.
[[nodiscard]] InputFile read_input_file(std::string_view text, SymbolTable& symbols, InputFile::Keep keep,
                                        FaultList& faults);

/// The sound facts of a file as if it were the whole ledger, in legal order.
[[nodiscard]] std::vector<const Fact*> in_legal_order(const InputFile& file);

/// Reads one record from its exact bytes and parsed value. Pointers of faults begin with `pointer`.
[[nodiscard]] InputRecord read_record(JsonValue& value, std::string_view raw, const std::string& pointer,
                                      std::size_t index, SymbolTable& symbols, ReadFact& fact, FaultList& faults);

/// Whether `record` may follow in a feed that has `count` records, the last with this hash and tick; faults say why not.
[[nodiscard]] bool follows(const InputRecord& record, std::uint64_t count, std::string_view last_hash,
                           std::uint64_t last_tick, const std::string& pointer, std::size_t index, FaultList& faults);

/// Reads a device header.
[[nodiscard]] Device read_device_value(JsonValue& value, const std::string& pointer, FaultList& faults);

}  // namespace hengping
