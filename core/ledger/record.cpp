#include "core/ledger/record.h"

#include <array>

namespace hengping {
namespace {

constexpr std::string_view begins_with_at = R"({"at":")";
constexpr std::string_view body_member = R"("body":)";
constexpr std::string_view salt_member = R"(,"body_salt":")";
constexpr std::size_t salt_digits = 32;

// One past the salt's closing quote.
std::size_t end_of_sealed(std::uint32_t body_begin, std::uint32_t body_size) {
  return body_begin + body_size + salt_member.size() + salt_digits + 1;
}

}  // namespace

std::string_view standing_name(RecordStanding standing) {
  constexpr std::array<std::string_view, record_standings> names = {
      "counts",           "not_understood", "missing_part", "unknown_device", "refused_device",
      "after_revocation", "outside_rights", "rejected",     "set_aside"};
  return names.at(static_cast<std::size_t>(standing));
}

bool is_quarantined(RecordStanding standing) {
  switch (standing) {
    case RecordStanding::counts:
    case RecordStanding::refused_device:
    case RecordStanding::rejected:
    case RecordStanding::set_aside: return false;
    case RecordStanding::not_understood:
    case RecordStanding::missing_part:
    case RecordStanding::unknown_device:
    case RecordStanding::after_revocation:
    case RecordStanding::outside_rights: return true;
  }
  return false;
}

std::string_view Record::at() const {
  if (disclosed) return {};
  const std::string_view rest = std::string_view(bytes).substr(begins_with_at.size());
  return rest.substr(0, rest.find('"'));
}

std::uint32_t body_begin_of(std::size_t at_size) {
  return static_cast<std::uint32_t>(begins_with_at.size() + at_size + std::string_view(R"(",)").size() +
                                    body_member.size());
}

std::string record_tail(const RecordParts& parts) {
  std::string out;
  out.reserve(320 + 67 * parts.seen.size());
  const auto append_hash = [&out](const Hash& hash) {
    const HexHash digits = hex_of(hash);
    out.append("\"").append(digits.data(), digits.size()).append("\"");
  };
  out.append(salt_member).append(parts.salt);
  out.append(R"(","device":")").append(parts.device).append(R"(","prev":)");
  if (parts.previous) {
    append_hash(*parts.previous);
  } else {
    out.append("null");
  }
  out.append(R"(,"seen":[)");
  for (std::size_t i = 0; i < parts.seen.size(); ++i) {
    if (i > 0) out += ',';
    append_hash(parts.seen[i]);
  }
  out.append(R"(],"seq":)").append(std::to_string(parts.sequence)).append(R"(,"tick":)");
  out.append(std::to_string(parts.tick)).append(R"(,"v":2})");
  return out;
}

void write_record(const RecordParts& parts, Record& record) {
  record.body_begin = body_begin_of(parts.at.size());
  record.body_size = static_cast<std::uint32_t>(parts.body.size());
  const std::string tail = record_tail(parts);
  record.bytes.reserve(record.body_begin + parts.body.size() + tail.size());
  record.bytes.assign(begins_with_at).append(parts.at).append(R"(",)").append(body_member);
  record.bytes.append(parts.body).append(tail);
  record.version = 2;
  record.sequence = parts.sequence;
  record.tick = parts.tick;
  take_hashes(record);
}

void take_hashes(Record& record) {
  if (record.disclosed) {
    record.commitment = commitment_of(record.bytes, record.body_begin, record.body_size);
    return;
  }
  const RecordHashes hashes = hash_record(record.bytes, record.body_begin, record.body_size, record.version);
  record.hash = hashes.hash;
  record.commitment = hashes.commitment;
}

RecordHashes hash_record(std::string_view bytes, std::uint32_t body_begin, std::uint32_t body_size,
                         std::uint32_t version) {
  RecordHashes hashes;
  if (version == 1) {
    hashes.hash = sha256(bytes);
    return hashes;
  }
  const std::size_t sealed_begin = body_begin - body_member.size();
  const std::size_t sealed_end = end_of_sealed(body_begin, body_size);
  hashes.commitment = commitment_of(bytes, body_begin, body_size);
  const HexHash digits = hex_of(hashes.commitment);
  hashes.hash = Sha256()
                    .add(bytes.substr(0, sealed_begin))
                    .add(R"("body_hash":")")
                    .add(std::string_view(digits.data(), digits.size()))
                    .add("\"")
                    .add(bytes.substr(sealed_end))
                    .finish();
  return hashes;
}

Hash commitment_of(std::string_view bytes, std::uint32_t body_begin, std::uint32_t body_size) {
  const std::size_t begin = body_begin - body_member.size();
  const std::string_view sealed = bytes.substr(begin, end_of_sealed(body_begin, body_size) - begin);
  return Sha256().add("{").add(sealed).add("}").finish();
}

Hash disclosure_name(std::string_view device, const Hash& commitment, const Hash& shown_as) {
  return Sha256().add(device).add(commitment).add(shown_as).finish();
}

std::string disclosure(const Record& record) {
  if (record.disclosed) return record.bytes;
  const std::size_t begin = record.body_begin - body_member.size();
  const std::size_t end = end_of_sealed(record.body_begin, record.body_size);
  return "{" + record.bytes.substr(begin, end - begin) + R"(,"hash":")" + record.hash_text() + "\"}";
}

}  // namespace hengping
