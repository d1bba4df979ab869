#include "shell/cli/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace hengping::cli {

namespace {

constexpr std::size_t chunk = 1U << 16U;
constexpr mode_t default_mode = 0666;
constexpr mode_t permission_bits = 07777;

std::string system_words(int number) { return std::generic_category().message(number); }

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// The path behind a symbolic link, so that a rename replaces the file and not the link.
std::string resolved(const std::string& path) {
  char* real = realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out = real;
  std::free(real);  // NOLINT: realpath's contract
  return out;
}

mode_t current_umask() {
  const mode_t mask = umask(0);
  umask(mask);
  return mask;
}

}  // namespace

Attempt<std::string> read_file(const std::string& path) {
  const bool standard = path == standard_stream;
  const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {std::nullopt, system_words(errno)};
  std::string bytes;
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
    bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
  int error = 0;
  while (true) {
    const std::size_t size = bytes.size();
    if (bytes.capacity() - size < chunk && bytes.capacity() < size + 1) bytes.reserve(size * 2 + chunk);
    const std::size_t room = std::max<std::size_t>(bytes.capacity() - size, 1);
    bytes.resize(size + room);
    const ssize_t count = ::read(descriptor, bytes.data() + size, room);
    if (count < 0 && errno == EINTR) {
      bytes.resize(size);
      continue;
    }
    if (count <= 0) {
      if (count < 0) error = errno;
      bytes.resize(size);
      break;
    }
    bytes.resize(size + static_cast<std::size_t>(count));
  }
  if (!standard) ::close(descriptor);
  if (error != 0) return {std::nullopt, system_words(error)};
  return {std::move(bytes), {}};
}

bool file_exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

// ---------------------------------------------------------------- OutputFile

OutputFile::~OutputFile() {
  if (own_ && descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void OutputFile::fail() {
  if (error_.empty()) error_ = system_words(errno);
}

bool OutputFile::open(const std::string& path) {
  if (path == standard_stream) {
    descriptor_ = STDOUT_FILENO;
    return true;
  }
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    fail();
    return false;
  }
  own_ = true;
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail();
    return descriptor_ >= 0;
  }
  target_ = exists ? resolved(path) : path;
  std::string pattern = target_ + ".XXXXXX";
  descriptor_ = ::mkstemp(pattern.data());
  if (descriptor_ < 0) {
    fail();
    return false;
  }
  temporary_ = pattern;
  const mode_t mode = exists ? status.st_mode & permission_bits : default_mode & ~current_umask();
  if (::fchmod(descriptor_, mode) != 0) fail();
  return error_.empty();
}

void OutputFile::write(std::string_view bytes) {
  if (!error_.empty()) return;
  buffer_ += bytes;
  if (buffer_.size() >= chunk) flush();
}

bool OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count < 0) {
      if (errno == EINTR) continue;
      fail();
    } else {
      rest.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  buffer_.clear();
  return error_.empty();
}

bool OutputFile::commit() {
  if (!flush()) return false;
  if (target_.empty()) return true;
  if (::fsync(descriptor_) != 0) fail();
  if (::close(descriptor_) != 0) fail();
  descriptor_ = -1;
  if (error_.empty() && ::rename(temporary_.c_str(), target_.c_str()) != 0) fail();
  if (!error_.empty()) return false;
  temporary_.clear();
  // The new name itself must survive a power cut; some file systems cannot sync folders, and then it is theirs to keep.
  const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
  return true;
}

// ---------------------------------------------------------------- LedgerLock

LedgerLock::~LedgerLock() {
  if (descriptor_ < 0) return;
  ::unlink(path_.c_str());  // while the lock is held, so that nobody can hold a lock on a file that is gone
  ::close(descriptor_);
}

LedgerLock::Outcome LedgerLock::lock(const std::string& ledger) {
  path_ = (file_exists(ledger) ? resolved(ledger) : ledger) + ".lock";
  while (true) {
    const int descriptor = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, default_mode);
    if (descriptor < 0) {
      error_ = system_words(errno);
      return Outcome::failed;
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const int number = errno;
      ::close(descriptor);
      if (number == EWOULDBLOCK) return Outcome::busy;
      error_ = system_words(number);
      return Outcome::failed;
    }
    // Whoever held it before may have removed the file in between: then this is a lock on nothing.
    struct stat held {};
    struct stat named {};
    if (::fstat(descriptor, &held) == 0 && ::stat(path_.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
        held.st_dev == named.st_dev) {
      descriptor_ = descriptor;
      return Outcome::locked;
    }
    ::close(descriptor);
  }
}

}  // namespace hengping::cli
