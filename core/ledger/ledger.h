// The ledger: append-only feeds of records, one feed a device. The bytes: core/ledger/FORMAT.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/fault.h"
#include "core/facts/fact.h"
#include "core/policy/policy.h"
#include "core/state/state.h"

namespace hengping {

/// A device that keeps a feed. `key` is its Ed25519 public key in hex, empty as long as the device has none.
struct Device {
  std::string id;  ///< 32 hex digits
  Role role = Role::bureau;
  std::string name;
  std::string key;
  [[nodiscard]] bool operator==(const Device&) const = default;
};

/// A record: immutable, named by the hash of its canonical bytes.
struct Record {
  std::string bytes;           ///< canonical JSON (RFC 8785), exactly as hashed
  std::string hash;            ///< SHA-256 of `bytes`, 64 hex digits
  std::uint32_t feed = 0;      ///< index into Ledger::feeds()
  std::uint64_t sequence = 0;  ///< 1, 2, 3 … within its feed
  std::uint64_t tick = 0;      ///< one more than the largest tick that the device had seen: orders feeds without clocks
  std::string at;              ///< instant claimed by the device (UTC, RFC 3339), for display only
  Fact fact;
  std::uint32_t body_begin = 0;  ///< where the fact stands in `bytes`
  std::uint32_t body_size = 0;
  /// The fact's own canonical bytes.
  [[nodiscard]] std::string_view body() const { return std::string_view(bytes).substr(body_begin, body_size); }
};

struct Feed {
  Device device;
  std::vector<std::uint32_t> records;  ///< indices into Ledger::records(), by sequence
  std::map<std::string, std::uint64_t, std::less<>>
      seen;  ///< of other feeds, the last sequence that this device had seen
};

/// What taking in a file would do; made by Ledger::examine, changes nothing until Ledger::take.
class Intake {
 public:
  enum class Source : std::uint8_t { facts, bundle };
  struct Item {
    std::size_t index = 0;  ///< place in the file: /facts/<index>
    bool already_there = false;
    const Fact* fact = nullptr;
  };

  Intake();
  ~Intake();
  Intake(Intake&&) noexcept;
  Intake& operator=(Intake&&) noexcept;

  [[nodiscard]] bool ok() const { return faults_.empty(); }
  [[nodiscard]] const FaultList& faults() const { return faults_; }
  [[nodiscard]] Source source() const { return source_; }
  [[nodiscard]] std::size_t added() const { return added_; }
  [[nodiscard]] std::size_t already_there() const { return already_there_; }
  /// New facts by kind name.
  [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& added_by_kind() const { return added_by_kind_; }
  /// The facts of the file, in its order (empty when it has faults).
  [[nodiscard]] const std::vector<Item>& items() const { return items_; }
  /// The identifiers that the items' facts hold belong to this table.
  [[nodiscard]] const SymbolTable& symbols() const;

 private:
  friend class Ledger;
  struct Content;
  std::unique_ptr<Content> content_;
  FaultList faults_;
  Source source_ = Source::facts;
  std::size_t added_ = 0;
  std::size_t already_there_ = 0;
  std::map<std::string, std::size_t, std::less<>> added_by_kind_;
  std::vector<Item> items_;
};

/// A run of new records of one feed, as they are to be stored: whole lines of canonical bytes.
struct Appended {
  std::uint32_t feed = 0;
  std::uint64_t first_sequence = 1;
  std::size_t count = 0;
  std::string lines;  ///< each record's bytes and '\n'
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
  /// `policy` is the one in force, by which records are judged valid.
  [[nodiscard]] Intake examine(std::string_view text, const Policy& policy) const;
  /// Takes in what was examined against this very ledger (it must be ok and the ledger unchanged since). Facts become records of
  /// `author`'s feed, claimed at the instant `at`; a bundle's feeds keep their own devices. Returns what is new, to be stored.
  std::vector<Appended> take(Intake intake, const Device& author, std::string_view at);

  /// Puts stored lines of one feed back. Faults name the first bad line (`/lines/<n>`), and nothing after it is taken.
  [[nodiscard]] FaultList restore(const Device& device, std::string_view lines);

  /// The whole ledger as a bundle: the same bytes for the same records, whatever the order in which they came.
  [[nodiscard]] std::string write_bundle() const;
  /// The ledger file of the command line: a bundle that also holds the identity of the device that keeps it. `examine` reads both; the
  /// identity of another device is never adopted.
  [[nodiscard]] std::string write_ledger_file(const Device& own) const;

  [[nodiscard]] const std::vector<Feed>& feeds() const;
  [[nodiscard]] const std::deque<Record>& records() const;
  [[nodiscard]] std::size_t size() const { return records().size(); }
  [[nodiscard]] const SymbolTable& symbols() const;
  /// All facts in legal order; valid until the next take or restore.
  [[nodiscard]] FactSequence sequence() const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

/// Reads and writes the header of a feed: {"id","key","name","role"}.
[[nodiscard]] std::string write_device(const Device& device);
[[nodiscard]] std::optional<Device> read_device(std::string_view json);
/// The identity that a ledger file holds; nothing if the text is no ledger file.
[[nodiscard]] std::optional<Device> read_ledger_owner(std::string_view text);

}  // namespace hengping
