// What can be taken in: facts files (semantics §1), bundles and ledger files (core/ledger/FORMAT.md).
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/codec/record_reader.h"
#include "core/facts/read_fact.h"
#include "core/ledger/head.h"
#include "core/ledger/intake.h"
#include "core/ledger/own_device.h"

namespace hengping {

/// A strand of a bundle.
struct InputFeed {
  Device device;
  SignedHead head;                  ///< without signature and root if the device has no key
  std::optional<SetProof> proof;    ///< where only part of the feed is shown
  std::deque<InputRecord> records;  ///< large to move
};

struct InputFile {
  enum class Keep : std::uint8_t {
    facts,    ///< for an answer only
    records,  ///< also the canonical bytes, to be taken in
  };
  Intake::Source source = Intake::Source::facts;
  bool readable = false;           ///< JSON of a known format: `facts` are worth judging further
  std::deque<ReadFact> facts;      ///< of facts files, in their order; a deque, for they are many, and large to move
  std::deque<InputFeed> feeds;     ///< of bundles
  std::vector<std::string> roots;  ///< of ledger files
  std::optional<OwnDevice> own;    ///< of ledger files
  /// Of bundles of version 3: the elements of `attachments` as they stand in the text, unread; empty where one is no object or array.
  std::vector<std::string_view> attachments;
};

/// What a ledger holds already and need not read again; empty functions where there is none.
struct KnownRecords {
  /// The record of these very bytes, or Record::nowhere.
  std::function<std::uint32_t(std::string_view device, std::uint64_t sequence, std::string_view raw)> find;
  std::function<const Record&(std::uint32_t)> record;
  std::function<std::uint32_t(std::uint32_t)> next;    ///< the record after it in its strand, or Record::nowhere
  std::function<const Hash*(std::uint32_t)> previous;  ///< the hash of the record before it in its feed, or null
};

/// Reads the text; all faults of form, chain, hash and signature go to `faults`.
[[nodiscard]] InputFile read_input_file(std::string_view text, SymbolTable& symbols, InputFile::Keep keep,
                                        FaultList& faults, const KnownRecords& known = {});

/// The sound facts of a facts file as if they were the whole ledger, in legal order.
[[nodiscard]] std::vector<const Fact*> in_legal_order(const InputFile& file);

}  // namespace hengping
