// Backups: what was handed out to keep, and what was read back and found to be everything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/civil_date.h"

namespace hengping::shell {

/// A backup is a bundle of the whole ledger; this is what it has to give back.
struct BackupRecord {
  CivilDate on;             ///< the day it was made, in Asia/Shanghai
  std::string name;         ///< of the file
  std::size_t records = 0;  ///< that it holds
  std::string state_hash;   ///< of all of them, 64 hex digits (core/state/state_hash.h)
  [[nodiscard]] bool operator==(const BackupRecord&) const = default;
};

struct Backups {
  std::optional<BackupRecord> made;    ///< the last one that left the program; what became of it is not known
  std::optional<BackupRecord> proven;  ///< the last one that was read back, and gave the state that it was made of
  [[nodiscard]] bool operator==(const Backups&) const = default;
};

/// As kept in the store; what cannot be read of it is left out: then nothing is claimed.
[[nodiscard]] std::string backups_text(const Backups& backups);
[[nodiscard]] Backups backups_of(std::string_view text);

/// Where a backup goes.
enum class BackupPlace : std::uint8_t {
  file,    ///< where the person says, or a download where the browser does not ask
  folder,  ///< the folder chosen before, beside the backups that are there
};

/// What the page did with a backup.
enum class BackupOutcome : std::uint8_t {
  read_back,   ///< it lies where it should, and these are its bytes as read from there
  handed_out,  ///< a download: where it went, and whether it is whole, only the person can see
  given_up,    ///< the person chose no place
  failed,
};

/// What became of the last attempt, or of a file that was looked at.
enum class BackupNews : std::uint8_t {
  none,
  proven,        ///< read back, and it gives everything
  handed_out,    ///< a download, to be looked at
  other,         ///< sound, and not the last backup: it gives another state
  unsound,       ///< it cannot be read as a bundle, or its records are damaged
  failed,        ///< it could not be written
  not_signed,    ///< the device's key could not sign it
};

/// What the status line says.
struct BackupStanding {
  enum class Kind : std::uint8_t {
    nothing_to_keep,  ///< there are no records
    none,             ///< no backup was ever read back, and none waits for it
    unproven,         ///< one was handed out, none was ever read back
    proven,
  };
  Kind kind = Kind::nothing_to_keep;
  CivilDate on;             ///< when the proven one was made
  int days = 0;             ///< since the proven one was made; 0: today
  std::size_t unkept = 0;   ///< records that came since the proven one, or all
  bool newer_made = false;  ///< another was handed out since, and not read back
};

/// A backup is due after so many new records, or when there is any and the last is of another day.
inline constexpr std::size_t backup_after_records = 50;

}  // namespace hengping::shell
