// What an attachment may be: photos and documents that belong to a record (core/ledger/FORMAT.md "Attachments").
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/facts/names.h"

namespace hengping {

enum class AttachmentType : std::uint8_t { jpeg, png, webp, pdf };
inline constexpr std::array<Choice<AttachmentType>, 4> attachment_type_choices = {
    {{"image/jpeg", AttachmentType::jpeg},
     {"image/png", AttachmentType::png},
     {"image/webp", AttachmentType::webp},
     {"application/pdf", AttachmentType::pdf}}};
[[nodiscard]] constexpr std::string_view attachment_type_name(AttachmentType type) {
  return name_of(type, attachment_type_choices);
}

/// Bytes of UTF-8.
inline constexpr std::size_t longest_attachment_name = 200;
/// What may be kept of a file's own name: without its folders, without control and format characters and what systems do not allow in names, no dots or
/// spaces at its ends, cut to the longest. May be empty. The name comes from whoever chose the file; others write it to their disks.
[[nodiscard]] std::string attachment_name(std::string_view given);
/// Whether a name is as `attachment_name` leaves it, and not empty.
[[nodiscard]] bool is_attachment_name(std::string_view name);

}  // namespace hengping
