// The ledger: append-only feeds of records, one feed a device. The bytes: core/ledger/FORMAT.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/facts/fact.h"
#include "core/ledger/device.h"
#include "core/ledger/head.h"
#include "core/ledger/intake.h"
#include "core/ledger/own_device.h"
#include "core/ledger/record.h"
#include "core/ledger/rights.h"
#include "core/policy/policy.h"
#include "core/state/state.h"

namespace hengping {

/// What a device had newly seen of another feed when it wrote a record.
struct Seen {
  std::uint64_t by = 0;  ///< the sequence number of the record that says so
  Hash hash{};           ///< the last record seen of the other feed
};

/// A strand of a device's feed: records that follow each other. A device has one, or more if its feed has forked or if parts are missing.
struct Feed {
  Device device;
  std::vector<std::uint32_t> records;  ///< indices into Ledger::records(), by sequence
  std::optional<Hash> parent;          ///< the record before the first; nothing if the first is number 1
  std::vector<Seen> seen;              ///< by rising `by`
  std::optional<SignedHead> head;      ///< the last one signed; of this device's own feed records may stand after it
};

/// What a bundle has shown of a feed, with the proof that it belongs to it.
struct Extract {
  Device device;
  SignedHead head;  ///< of the whole feed
  SetProof proof;
  std::vector<std::uint32_t> records;  ///< indices into Ledger::records(), as they stood
};

/// Who makes records, and when.
struct Author {
  const Device& device;
  std::string_view at;  ///< the instant claimed (UTC, RFC 3339)
  /// 2 × `bytes` hex digits from a cryptographic source.
  const std::function<std::string(std::size_t bytes)>& random_hex;
};

/// A run of new records of one strand, as they are to be stored: whole lines of canonical bytes.
struct Appended {
  std::uint32_t feed = 0;
  std::uint64_t first_sequence = 1;
  std::size_t count = 0;
  std::string lines;  ///< each record's bytes and '\n'
};

/// A head that waits for its device's signature.
struct HeadToSign {
  std::uint32_t feed = 0;
  Head head;
  std::string message;  ///< what is to be signed
};

class Ledger {
 public:
  Ledger();
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  /// Reads a facts file or a bundle and says what taking it in would do. All or nothing: one fault refuses the whole.
  /// `policy` is the one in force, by which records are judged valid. Facts are stated by whoever takes them in: with an `author`, its rights are
  /// checked too (semantics §5).
  [[nodiscard]] Intake examine(std::string_view text, const Policy& policy, const Device* author = nullptr) const;
  /// The same for an answer only: facts are checked and can be asked for, but not taken.
  [[nodiscard]] Intake examine_for_answer(std::string_view text, const Policy& policy) const;
  /// Takes in what was examined against this very ledger (it must be ok, and no facts have come to count since). Facts become records of the author's
  /// feed; a bundle's feeds keep their own devices. Returns what is new, to be stored. If memory runs out, nothing has happened.
  std::vector<Appended> take(Intake intake, const Author& author);
  /// Takes in a bundle or ledger file into an empty ledger, together with what a ledger file says of its keeper.
  void open(Intake intake);
  /// Takes in a bundle or the feeds of a ledger file, and nothing that a ledger file says of its keeper.
  void merge(Intake intake);
  /// Whether what was signed of each feed as a set is that set. Reading a bundle checks all the rest; this costs as much again. Faults have
  /// pointers as `write_bundle` would place the feeds.
  [[nodiscard]] FaultList check_heads() const;
  /// Makes a record of what the bureau states about the ledger itself.
  Appended state(const Statement& statement, const Author& author);

  /// Puts back stored lines that follow one another in a feed; `end_hash`: the first digits of the last one's hash. Faults name the first bad line
  /// (`/lines/<n>`); taken is what stands before it and is followed by a sound line, so that whatever is held is as it was made. What counts is known
  /// only after `set_roots` or `set_own_device`.
  [[nodiscard]] FaultList restore(const Device& device, std::string_view lines, std::string_view end_hash);
  /// Puts back a stored signature of a feed's head; false if it is not the device's, or the record is not there: then it is kept until the record comes.
  bool restore_head(const Device& device, const SignedHead& head);

  /// All that the device has signed and has to be stored.
  [[nodiscard]] std::vector<SignedHead> signed_heads(std::string_view device_id) const;

  /// The end of the device's own feed, or of a branch of it, that is not signed yet, if it has a key; to be asked until there is none. Of a feed that
  /// has lost a part, the end of what comes before it: what a device signs it has whole.
  [[nodiscard]] std::optional<HeadToSign> head_to_sign(std::string_view device_id) const;
  /// Keeps the signature; false if it is not that device's over that message.
  bool accept_signature(const HeadToSign& head, std::string_view signature);

  /// The whole ledger as a bundle: the same bytes for the same records, whatever the order in which they came. Of a device with a key only what it has
  /// signed: whoever writes a bundle has its own feed signed first (head_to_sign).
  [[nodiscard]] std::string write_bundle() const;
  /// Where a record stands in it: "/feeds/0/records/17".
  [[nodiscard]] std::string pointer_in_bundle(std::uint32_t record) const;
  /// The ledger file of the command line: a bundle that also holds what only the device that keeps it needs to know. `examine` reads both; the
  /// identity of another device is never adopted.
  [[nodiscard]] std::string write_ledger_file(const OwnDevice& own) const;

  /// This device's own records count here whoever enrols it. Empty: none is ours.
  void set_own_device(std::string_view device_id);
  /// The devices whose word is law here. Empty: every device that has founded a bureau (bureau.founded) is.
  void set_roots(std::vector<std::string> device_ids);
  [[nodiscard]] const std::vector<std::string>& roots() const;
  /// Devices of role bureau that have stated bureau.founded, sorted.
  [[nodiscard]] std::vector<std::string> founders() const;
  /// Who may state what by now: one entry a device, sorted by identifier.
  [[nodiscard]] const std::vector<DeviceRights>& rights() const;

  [[nodiscard]] const std::vector<Feed>& feeds() const;
  /// Parts of feeds that are not held whole, by device, then by head.
  [[nodiscard]] const std::vector<Extract>& extracts() const;
  /// One of them as a bundle of its own: how it is stored.
  [[nodiscard]] std::string write_extract(const Extract& extract) const;
  [[nodiscard]] const std::deque<Record>& records() const;
  [[nodiscard]] std::size_t size() const { return records().size(); }
  /// The record of that hash, or Record::nowhere.
  [[nodiscard]] std::uint32_t find(const Hash& hash) const;
  /// The record of that number in a strand, or Record::nowhere.
  [[nodiscard]] std::uint32_t record_of(std::uint32_t feed, std::uint64_t sequence) const;
  /// The record that a strand's first one follows; Record::nowhere if it is number 1, or if that record is not here.
  [[nodiscard]] std::uint32_t before(std::uint32_t feed) const;
  /// Whether `later` was made on a device that had the other record by then (or is that record).
  [[nodiscard]] bool knows(std::uint32_t later, std::uint32_t earlier) const;
  [[nodiscard]] const SymbolTable& symbols() const;
  /// All facts that count, in legal order; valid until the next change.
  [[nodiscard]] FactSequence sequence() const;

  struct Implementation;  ///< private to core/ledger
  [[nodiscard]] const Implementation& parts() const { return *implementation_; }

 private:
  [[nodiscard]] Intake read(std::string_view text, bool to_be_taken) const;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace hengping
