// How a bundle carries attachments: a line each.
#include <algorithm>
#include <array>
#include <optional>

#include "core/base/fault.h"
#include "core/ledger/attachments.h"
#include "core/text/say.h"

namespace hengping {
namespace {

constexpr std::string_view before_data = R"({"data":")";
constexpr std::string_view before_hash = R"(","sha256":")";
constexpr std::string_view before_type = R"(","type":")";
constexpr std::string_view after_type = R"("})";
constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::uint8_t no_digit = 0xFF;
constexpr std::array<std::uint8_t, 256> values = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(no_digit);
  for (std::size_t i = 0; i < digits.size(); ++i)
    table[static_cast<unsigned char>(digits[i])] = static_cast<std::uint8_t>(i);
  return table;
}();

/// Hands the bytes of base64 (RFC 4648 §4, padded, no spare bits set) on in pieces, so that no more than one of them is held. False if it is none.
template <class Take>
bool decode(std::string_view text, const Take& take) {
  if (text.size() % 4 != 0) return false;
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  constexpr std::size_t piece = 4096;
  std::string bytes;
  bytes.reserve(piece);
  for (std::size_t at = 0; at < text.size(); at += 4) {
    const std::size_t real = at + 4 == text.size() ? 4 - padding : 4;
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::uint8_t value = i < real ? values[static_cast<unsigned char>(text[at + i])] : 0;
      if (value == no_digit) return false;
      group = group << 6U | value;
    }
    for (std::size_t i = 0; i + 1 < real; ++i) bytes += static_cast<char>(group >> (16 - 8 * i) & 0xFFU);
    if (real < 4 && (group & (real == 2 ? 0xFFFFU : 0xFFU)) != 0) return false;
    if (bytes.size() + 3 <= piece && at + 4 < text.size()) continue;
    take(std::string_view(bytes));
    bytes.clear();
  }
  return true;
}

struct Parts {
  std::string_view data, hash, type;
};

/// Of a line in canonical form.
std::optional<Parts> split(std::string_view line) {
  if (!line.starts_with(before_data)) return std::nullopt;
  line.remove_prefix(before_data.size());
  Parts parts;
  const auto cut = [&line](std::string_view& part, std::string_view end) {
    const std::size_t size = line.find('"');
    if (size == std::string_view::npos || !line.substr(size).starts_with(end)) return false;
    part = line.substr(0, size);
    line.remove_prefix(size + end.size());
    return true;
  };
  if (!cut(parts.data, before_hash) || !cut(parts.hash, before_type) || !cut(parts.type, after_type))
    return std::nullopt;
  return line.empty() ? std::optional(parts) : std::nullopt;
}

}  // namespace

CarriedAttachment read_attachment_line(std::string_view line, std::size_t index, FaultList& faults) {
  CarriedAttachment carried;
  carried.index = index;
  carried.line = line;
  const std::string pointer = "/attachments/" + std::to_string(index);
  const auto parts = split(line);
  const auto hash = parts ? hash_from_hex(parts->hash) : std::nullopt;
  const auto type = parts ? value_of<AttachmentType>(parts->type, attachment_type_choices) : std::nullopt;
  if (!hash || !type) {
    faults.add(make_fault(CoreText::fault_attachment_form, pointer));
    return carried;
  }
  carried.hash = *hash;
  carried.type = *type;
  Sha256 digest;
  const bool readable = decode(parts->data, [&](std::string_view bytes) {
    digest.add(bytes);
    carried.size += bytes.size();
  });
  if (!readable || carried.size == 0 || digest.finish() != *hash)
    faults.add(make_fault(CoreText::fault_attachment_altered, pointer + "/data"));
  return carried;
}

std::string attachment_bytes(std::string_view line) {
  std::string all;
  if (const auto parts = split(line)) decode(parts->data, [&all](std::string_view bytes) { all += bytes; });
  return all;
}

std::string attachment_line(const Hash& hash, AttachmentType type, std::string_view bytes) {
  std::string line(before_data);
  line.reserve(bytes.size() / 3 * 4 + 128);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t real = std::min<std::size_t>(bytes.size() - at, 3);
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8U | (i < real ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) line += i <= real ? digits[group >> (18 - 6 * i) & 0x3FU] : '=';
  }
  line.append(before_hash).append(to_hex(hash)).append(before_type);
  return line.append(attachment_type_name(type)).append(after_type);
}

std::string opened_for_attachments(std::string bundle) {
  constexpr std::string_view version = R"("version":)";
  constexpr std::string_view end = "}\n";
  bundle[bundle.find(version) + version.size()] = '3';
  bundle.resize(bundle.size() - end.size());
  return bundle.append(R"(,"attachments":[)").append("\n");
}

}  // namespace hengping
