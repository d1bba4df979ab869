// Attachments as the page and the screens know them. Their bytes are the page's to hold: they are stored by their hash, in the transaction of the
// statement that names them, and never enter the program.
#pragma once

#include <cstdint>
#include <string>

namespace hengping::shell {

/// A photo or document that belongs to a record.
struct Attachment {
  std::string sha256;  ///< of the bytes, 64 lower-case hex digits
  std::string type;    ///< "image/jpeg", "image/png", "image/webp" or "application/pdf"
  std::string
      name;  ///< the file's own name, may be empty; stated without what no file name may hold, at most 200 bytes of it
  std::uint64_t size = 0;  ///< bytes
  [[nodiscard]] bool operator==(const Attachment&) const = default;
};

}  // namespace hengping::shell
