// What the keys of the store hold, and how a ledger is put back from them.
//
//   device                                this device's identity, as core writes it
//   feed/<device>                         {"device": its header, "ends": hashes of its strands' last records,
//                                          "heads": signed ends of its strands}
//   records/<device>/<first, 12 digits>-<first 16 hex digits of the last one's hash>
//                                         lines of canonical records, those that one action added to one strand of a feed
//   extract/<device>/<first 16 hex digits of the hash of its text>
//                                         part of another feed with its proof, a bundle of its own
//   roots                                 the devices whose word is law here, a JSON list
//   settings/role, settings/language, settings/theme, settings/columns, settings/backups
//   draft/<form>                          what is being filled in (drafts.h)
//   set-aside/…                           a copy of what could not be read and had to be replaced
//   blob/<SHA-256>                        in a load only: bytes of that hash are stored
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/ledger.h"
#include "shell/app/drafts.h"
#include "shell/app/ports.h"
#include "shell/app/settings.h"

namespace hengping::shell {

enum class DamageKind : std::uint8_t {
  device_unreadable,  ///< this device's identity; a new one was made, the bytes were set aside
  feed_unreadable,    ///< a feed's header; its records cannot be attributed and are not shown
  feed_missing,       ///< records without a header of their feed
  records_at_fault,   ///< some records of a chunk; those before the fault are shown
  key_unknown,        ///< an entry that this version does not know; left as it is
};

/// A stored part that could not be read.
struct Damage {
  DamageKind kind = DamageKind::records_at_fault;
  std::string key;
  std::string place;  ///< within the entry ("/lines/3"), may be empty
  Bilingual detail;   ///< core's words for the fault; empty where `kind` says it all
};

/// What was found in the store.
struct Restored {
  Ledger ledger;
  std::optional<Device> device;  ///< this device's identity, if it is stored and readable
  /// Feeds that lost records: such a one cannot be gone on with, for its next sequence number is taken.
  std::set<std::string, std::less<>> broken;
  Settings settings;
  std::map<std::string, Draft, std::less<>> drafts;  ///< by their forms
  std::set<std::string, std::less<>> blobs;          ///< SHA-256 of the attachments whose bytes are stored
  std::vector<Damage> damage;
  std::vector<StoreEntry> set_aside;  ///< to be written before what they copy is replaced
};

inline constexpr std::string_view draft_prefix = "draft/";

/// Puts together what the entries hold. Everything sound is kept; what is not is named and stays where it is.
[[nodiscard]] Restored restore_ledger(const std::vector<StoreEntry>& entries);

/// Takes in what another tab has changed. False where it is not clear what that comes to: then everything has to be read anew.
[[nodiscard]] bool follow(const std::vector<StoreEntry>& entries, Ledger& ledger, Settings& settings,
                          std::string_view own_device);

/// Whether an entry of that key holds lines of records.
[[nodiscard]] bool holds_records(std::string_view key);

/// The entries of newly taken records: their chunks and the headers of their feeds.
[[nodiscard]] std::vector<StoreEntry> entries_of(const std::vector<Appended>& appended, const Ledger& ledger);
/// The parts of feeds that are held with their proofs. One that an import has made whole stays in the store, where it does no harm.
void put_extracts(const Ledger& ledger, StoreChange& change);
/// The header and signed heads of a strand's device.
[[nodiscard]] StoreEntry feed_entry(const Ledger& ledger, std::uint32_t feed);
/// All of a ledger, of which nothing is stored any more.
[[nodiscard]] std::vector<StoreEntry> everything_of(const Ledger& ledger);
[[nodiscard]] StoreEntry roots_entry(const std::vector<std::string>& roots);
[[nodiscard]] StoreEntry device_entry(const Device& device);
[[nodiscard]] std::vector<StoreEntry> settings_entries(const Settings& settings);

[[nodiscard]] std::string feed_key(std::string_view device);
[[nodiscard]] std::string records_key(std::string_view device, std::uint64_t first_sequence, std::string_view end_hash);

}  // namespace hengping::shell
