// One record: what was stated, as it is kept and passed on, and how it is hashed. The bytes: core/ledger/FORMAT.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/facts/kinds.h"
#include "core/ledger/digest.h"
#include "core/ledger/statement.h"

namespace hengping {

/// Whether a record counts, and why not (semantics §5; core/ledger/admission.h).
enum class RecordStanding : std::uint8_t {
  counts,
  not_understood,  ///< of a kind, or written in a form, that this version does not know
  missing_part,    ///< records before it in its feed have not arrived
  unknown_device,  ///< the bureau has not enrolled its device
  refused_device,  ///< the bureau has declined to
  after_revocation,
  outside_rights,  ///< its device's role may not state this kind, or not of this party
  rejected,        ///< the bureau has said so
  set_aside,       ///< another record stands in its place (conflict.resolved)
};
inline constexpr std::size_t record_standings = 9;
/// "counts", "not_understood" and so on.
[[nodiscard]] std::string_view standing_name(RecordStanding standing);
/// Whether it waits for something that may still come: enrolment, a missing part, a decision, a newer version.
[[nodiscard]] bool is_quarantined(RecordStanding standing);

/// The identifier that a fact makes exist.
struct Definition {
  bool there = false;
  NameSpace name_space = NameSpace::provider;
  std::uint32_t symbol = 0;
};

/// Immutable, named by its hash.
struct Record {
  static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

  std::string bytes;           ///< canonical JSON (RFC 8785)
  Hash hash{};                 ///< see `hash_record`
  Hash commitment{};           ///< to body and salt; all zero in version 1
  std::uint32_t feed = 0;      ///< index into Ledger::feeds()
  std::uint32_t version = 2;   ///< of its format
  std::uint64_t sequence = 0;  ///< 1, 2, 3 … within its feed
  std::uint64_t tick = 0;      ///< one more than the largest tick that the device had seen: orders feeds without clocks
  std::uint32_t body_begin = 0;  ///< where the body stands in `bytes`
  std::uint32_t body_size = 0;
  RecordStanding standing = RecordStanding::counts;
  /// Of a bundle that shows only part of a feed: that it belongs to the feed is proven, what stands around it is not known.
  bool proven = false;
  /// Shown with its body only (a redacted bundle): `bytes` are the canonical {"body","body_salt","hash"}; its number and tick are not known (0).
  bool disclosed = false;
  /// Of what is disclosed: the hash of the record that its device says it is of. Nobody else can tell, so `hash` is another (disclosure_name), and
  /// what is decided of that record is not decided of this.
  Hash shown_as{};
  bool is_fact = false;  ///< else a statement, or not understood
  Definition defines;
  Fact fact;                             ///< meaningful only if `is_fact`
  std::unique_ptr<Statement> statement;  ///< null if it is none
  std::unique_ptr<Fault> fault;          ///< why it is not understood; null if it is

  /// Whether it is a fact that verdicts are drawn from.
  [[nodiscard]] bool counts_as_fact() const { return is_fact && standing == RecordStanding::counts; }
  /// The body's own canonical bytes.
  [[nodiscard]] std::string_view body() const { return std::string_view(bytes).substr(body_begin, body_size); }
  /// The instant that its device claims (UTC, RFC 3339), for display only.
  [[nodiscard]] std::string_view at() const;
  [[nodiscard]] std::string hash_text() const { return to_hex(hash); }
};

/// What a record is written from.
struct RecordParts {
  std::string_view at;
  std::string_view body;  ///< canonical bytes
  std::string_view salt;  ///< 32 hex digits by chance: without it a body could be guessed from its hash
  std::string_view device;
  std::optional<Hash> previous;
  std::vector<Hash> seen;  ///< sorted
  std::uint64_t sequence = 0;
  std::uint64_t tick = 0;
};
/// What stands after the body: `,"body_salt":…}`.
[[nodiscard]] std::string record_tail(const RecordParts& parts);
/// Fills in `bytes`, `hash`, `sequence`, `tick`, and where the body stands.
void write_record(const RecordParts& parts, Record& record);

/// Where the body of a record's bytes begins; it stands first after `at`.
[[nodiscard]] std::uint32_t body_begin_of(std::size_t at_size);

/// The canonical {"body","body_salt","hash"} of a record: what a redacted bundle shows of it.
[[nodiscard]] std::string disclosure(const Record& record);
/// What a disclosed body is kept under: SHA-256 over the device's identifier, the commitment, and the hash that it is shown as.
[[nodiscard]] Hash disclosure_name(std::string_view device, const Hash& commitment, const Hash& shown_as);
/// Fills in hash and commitment from the bytes; of what is disclosed the commitment alone.
void take_hashes(Record& record);
/// SHA-256 of a body with its salt, both as they stand in the canonical bytes of a record or disclosure.
[[nodiscard]] Hash commitment_of(std::string_view bytes, std::uint32_t body_begin, std::uint32_t body_size);

struct RecordHashes {
  Hash commitment{};  ///< of body and salt; all zero in version 1
  Hash hash{};        ///< of all else and the commitment
};
/// Version 2: the body with its salt is hashed by itself, and stands as that hash in what the record's own hash is taken of, so that a body can
/// be left out or shown alone. Version 1: SHA-256 of the bytes.
[[nodiscard]] RecordHashes hash_record(std::string_view bytes, std::uint32_t body_begin, std::uint32_t body_size,
                                       std::uint32_t version);

}  // namespace hengping
