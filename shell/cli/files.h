// Files, read whole as bytes and written so that nobody ever sees half of one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hengping::cli {

/// The path that stands for stdin and stdout.
inline constexpr std::string_view standard_stream = "-";

/// A result, or the system's words for why there is none.
template <class Value>
struct Attempt {
  std::optional<Value> value;
  std::string error;
};

[[nodiscard]] Attempt<std::string> read_file(const std::string& path);
[[nodiscard]] bool file_exists(const std::string& path);

/// A file that comes into being as a whole: written beside its place, synced, then renamed over it. Until `commit` the old one stands; what is
/// not committed leaves nothing behind. "-" is stdout; a path that is no regular file (a pipe, a device) is written to directly.
class OutputFile {
 public:
  OutputFile() = default;
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] bool open(const std::string& path);
  /// After an error further writes do nothing; `commit` reports it.
  void write(std::string_view bytes);
  [[nodiscard]] bool commit();
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  void fail();
  bool flush();

  int descriptor_ = -1;
  bool own_ = false;    // the descriptor is this object's to close
  std::string target_;  // where the file belongs; empty when written directly
  std::string temporary_;
  std::string buffer_;
  std::string error_;
};

/// Lets one process at a time change a ledger. The lock lies beside it ("LEDGER.lock") and goes with the process.
class LedgerLock {
 public:
  LedgerLock() = default;
  ~LedgerLock();
  LedgerLock(const LedgerLock&) = delete;
  LedgerLock& operator=(const LedgerLock&) = delete;

  enum class Outcome { locked, busy, failed };
  [[nodiscard]] Outcome lock(const std::string& ledger);
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  int descriptor_ = -1;
  std::string path_;
  std::string error_;
};

}  // namespace hengping::cli
