// Attachments for tests: bytes, the statements that name them, and bundles that carry them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ledger/attachments.h"
#include "core/ledger/extract.h"
#include "tests/core/ledger/bureaus.h"

namespace hengping::test {

inline AttachmentAdded photo_of(const Hash& about, std::string_view bytes, std::string name = "现场.jpg") {
  AttachmentAdded added;
  added.about = about;
  added.attachment = sha256(bytes);
  added.size = bytes.size();
  added.name = std::move(name);
  return added;
}

/// Says so as the keeper's own role; the statement's hash.
inline Hash attach(Keeper& keeper, StatementBody body, std::optional<Role> by = std::nullopt,
                   std::string_view on = "2025-07-01") {
  const Role role = by.value_or(keeper.own.device.role);
  static_cast<void>(keeper.ledger.state(Statement{day(on), std::move(body), role}, keeper.author()));
  keeper.sign();
  return keeper.end();
}

/// The bundle, with these bytes of what its records name.
inline std::string carrying(std::string bundle, const std::vector<std::string>& all,
                            AttachmentType type = AttachmentType::jpeg) {
  std::map<Hash, std::string> by_hash;
  for (const std::string& bytes : all) by_hash[sha256(bytes)] = bytes;
  std::string lines;
  for (const auto& [hash, bytes] : by_hash) lines += (lines.empty() ? "" : ",\n") + attachment_line(hash, type, bytes);
  return opened_for_attachments(std::move(bundle)) + lines + std::string(attachments_end);
}

/// Bytes of every value, so many.
inline std::string picture(std::size_t size, std::size_t seed = 0) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>((i * 167 + seed * 31 + i / 251) & 0xFFU);
  return bytes;
}

/// The names of what belongs to a record.
inline std::vector<std::string> attached(const Ledger& ledger, const Hash& record) {
  std::vector<std::string> names;
  for (const AttachmentAdded* one : AttachmentIndex(ledger).of(record)) names.push_back(one->name);
  return names;
}

/// The hash of the record whose body holds this text.
inline Hash record_with(const Ledger& ledger, std::string_view text) {
  for (const Record& record : ledger.records()) {
    if (record.is_fact && record.body().find(text) != std::string_view::npos)
      return record.disclosed ? record.shown_as : record.hash;
  }
  FAIL("no record says " << text);
  return {};
}

}  // namespace hengping::test
