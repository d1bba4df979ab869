// Which photos and documents belong to which records, and how a bundle carries them (core/ledger/FORMAT.md "Attachments"). The bytes are kept outside
// of the ledger, by their hash: a record says what belongs to it whether or not they are there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/attachment_form.h"
#include "core/ledger/digest.h"
#include "core/ledger/statement.h"

namespace hengping {

class Ledger;

/// What stands attached by all that a ledger holds: of the statements about one record and one attachment the last that counts decides. Valid until the
/// ledger changes.
class AttachmentIndex {
 public:
  explicit AttachmentIndex(const Ledger& ledger);
  /// What belongs to the record of that hash, in the order of its statements.
  [[nodiscard]] std::vector<const AttachmentAdded*> of(const Hash& record) const;
  /// Whether it belongs to that record, and counts.
  [[nodiscard]] bool has(const Hash& record, const Hash& attachment) const;
  /// All, each attachment once, by hash; also those whose statements wait for a device to be enrolled or a missing part to come.
  [[nodiscard]] std::vector<const AttachmentAdded*> named() const;

 private:
  struct Entry {
    const Hash* about = nullptr;
    const Hash* attachment = nullptr;
    std::size_t place = 0;                   // among all statements, in their order
    const AttachmentAdded* added = nullptr;  // null: withdrawn
    bool counts = false;
  };
  std::vector<Entry> entries_;  // by record, then by place
};

/// Bytes that a bundle carries.
struct CarriedAttachment {
  std::size_t index = 0;  ///< place in the file: /attachments/<index>
  Hash hash{};
  AttachmentType type = AttachmentType::jpeg;
  std::uint64_t size = 0;  ///< bytes
  std::string_view line;   ///< as it stands in the file's text, which must outlive this
};

/// An element of a bundle's `attachments`, checked by itself. Pointers of faults begin with `/attachments/<index>`.
class FaultList;
[[nodiscard]] CarriedAttachment read_attachment_line(std::string_view line, std::size_t index, FaultList& faults);
/// The bytes that a sound line carries.
[[nodiscard]] std::string attachment_bytes(std::string_view line);
/// {"data","sha256","type"}. With no bytes, `data` is empty: whoever has them puts them in.
[[nodiscard]] std::string attachment_line(const Hash& hash, AttachmentType type, std::string_view bytes = {});

/// A bundle or ledger file as Ledger writes it, up to where attachments follow: then come their lines, by hash, a comma and a line feed between them, and
/// `attachments_end`.
[[nodiscard]] std::string opened_for_attachments(std::string bundle);
inline constexpr std::string_view attachments_end = "\n]}\n";

}  // namespace hengping
