// What the app needs from where it runs. The page implements these on the browser; memory_ports.h holds twins that fail on command.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"

namespace hengping::shell {

struct StoreEntry {
  std::string key;
  std::string bytes;
  [[nodiscard]] bool operator==(const StoreEntry&) const = default;
};

/// One transaction: everything is removed first if so asked (blobs too), then the removals, then the puts. All of it happens, or nothing.
struct StoreChange {
  bool remove_everything = false;
  std::vector<std::string> removals;
  std::vector<StoreEntry> puts;
  /// SHA-256 (64 hex digits) of bytes that the store has been handed by the page and keeps with this change; what it has already it leaves as it is. If
  /// it knows nothing of one of them, the write fails.
  std::vector<std::string> blobs;
  std::vector<std::string> blob_removals;  ///< SHA-256 of stored bytes that are let go
};

/// A load names each blob that is stored by an entry without bytes: this, then its SHA-256.
inline constexpr std::string_view blob_prefix = "blob/";

/// Answers of a Store. They come later than the call, never from inside it.
class StoreListener {
 public:
  virtual ~StoreListener() = default;
  virtual void store_loaded(std::vector<StoreEntry> entries) = 0;  ///< everything, in byte order of the keys
  virtual void store_load_failed(std::string reason) = 0;
  virtual void store_committed(std::uint64_t ticket) = 0;                   ///< durable: the transaction has completed
  virtual void store_failed(std::uint64_t ticket, std::string reason) = 0;  ///< nothing of that write was kept
  /// Everything that was durable is gone: the browser has deleted it, or another store stands in its place. What was on its way is not answered
  /// any more; writing goes to the store that is there now.
  virtual void store_lost() = 0;
  /// A newer version of the app takes the store over, elsewhere: this one can write no more.
  virtual void store_outdated() = 0;
};

/// A durable map from keys to bytes.
class Store {
 public:
  virtual ~Store() = default;
  virtual void load() = 0;
  /// Begins one transaction; `change` is copied. Answered once, by that ticket, through the listener.
  virtual void write(std::uint64_t ticket, const StoreChange& change) = 0;
  /// A change that waits until those before it are durable: should the app stop, a recovery must not lose it. Not answered; `change` is copied.
  virtual void hold(std::uint64_t ticket, const StoreChange& change) = 0;
};

/// Answers of a Signer; they may come from inside the call.
class SignerListener {
 public:
  virtual ~SignerListener() = default;
  /// The device's public key, 64 hex digits; empty where no key can be kept: then nothing is signed.
  virtual void key_ready(std::string public_key) = 0;
  /// The key cannot be reached or made for now, for that `reason`; whether there is one is not known.
  virtual void key_failed(std::string reason) = 0;
  /// 64 bytes; empty if it could not be signed, for that `reason`.
  virtual void signature_ready(std::uint64_t ticket, std::string signature, std::string reason) = 0;
};

/// Keeps this device's Ed25519 key, which never leaves it.
class Signer {
 public:
  virtual ~Signer() = default;
  /// Asks for the key; the first time one is made.
  virtual void ask_for_key() = 0;
  /// Forgets the key for ever and makes another.
  virtual void renew_key() = 0;
  virtual void sign(std::uint64_t ticket, std::string_view message) = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::string now() = 0;  ///< an instant, `2026-11-23T05:31:08.123Z`; for display only
  virtual CivilDate today() = 0;  ///< the civil date in Asia/Shanghai
};

class IdSource {
 public:
  virtual ~IdSource() = default;
  virtual std::string random_hex(
      std::size_t bytes) = 0;  ///< 2 × `bytes` lower-case hex digits from a cryptographic source
};

class FileSink {
 public:
  virtual ~FileSink() = default;
  /// Hands a file to the user (a download); `name` is the suggested one. A bundle of version 3 names the attachments that belong into it by lines whose
  /// `data` is empty: whoever keeps the bytes puts them in, and leaves out the line of what it has not.
  virtual void save(std::string_view name, std::string_view mime, std::string_view bytes) = 0;
};

}  // namespace hengping::shell
