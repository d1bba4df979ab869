#include "core/codec/record_scanner.h"

#include <utility>

#include "core/base/instant.h"
#include "core/codec/canonical_scanner.h"
#include "core/facts/read_fact.h"

namespace hengping {
namespace {

constexpr std::size_t device_digits = 32;
constexpr std::size_t salt_digits = 32;
constexpr std::size_t hash_digits = 64;
constexpr std::size_t longest_instant = 24;

/// A number from 1 to 2^53; 0 if none stands there.
std::uint64_t counting_number(CanonicalScanner& scan) {
  constexpr std::uint64_t limit = std::uint64_t{1} << 53;
  constexpr std::size_t most_digits = 16;
  const std::string_view digits = scan.digits();
  if (digits.empty() || digits.size() > most_digits || digits.front() == '0') return 0;
  std::uint64_t number = 0;
  for (const char digit : digits) number = 10 * number + static_cast<std::uint64_t>(digit - '0');
  return number <= limit ? number : 0;
}

bool take_seen(CanonicalScanner& scan, std::vector<Hash>& seen) {
  if (!scan.take("[")) return false;
  if (scan.take("]")) return true;
  do {
    if (!scan.take("\"")) return false;
    const auto hash = hash_from_hex(scan.next(hash_digits));
    if (!hash || (!seen.empty() && *hash <= seen.back()) || !scan.take("\"")) return false;
    seen.push_back(*hash);
  } while (scan.take(","));
  return scan.take("]");
}

bool take_previous(CanonicalScanner& scan, std::optional<Hash>& previous) {
  if (scan.take("null")) return true;
  if (!scan.take("\"")) return false;
  previous = hash_from_hex(scan.next(hash_digits));
  return previous && scan.take("\"");
}

/// What stands after the body.
bool take_tail(CanonicalScanner& scan, InputRecord& result) {
  if (!scan.take(R"(,"body_salt":")") || !is_hex(scan.next(salt_digits), salt_digits)) return false;
  if (!scan.take(R"(","device":")")) return false;
  result.device = scan.next(device_digits);
  if (!is_hex(result.device.text(), device_digits)) return false;
  if (!scan.take(R"(","prev":)") || !take_previous(scan, result.previous)) return false;
  if (!scan.take(R"(,"seen":)") || !take_seen(scan, result.seen)) return false;
  Record& record = result.record;
  if (!scan.take(R"(,"seq":)") || (record.sequence = counting_number(scan)) == 0) return false;
  if (!scan.take(R"(,"tick":)") || (record.tick = counting_number(scan)) == 0) return false;
  return scan.take(R"(,"v":2})") && result.previous.has_value() == (record.sequence > 1);
}

}  // namespace

std::size_t RecordScanner::read(std::string_view text, const InputRecord* before, InputRecord& result) {
  // What is known comes in the order in which it is known.
  if (before != nullptr && before->known != Record::nowhere) {
    const std::uint32_t next = known_.next(before->known);
    if (next != Record::nowhere && text.starts_with(known_.record(next).bytes)) {
      result.known = next;
      result.device = before->device;
      return known_.record(next).bytes.size();
    }
  }
  CanonicalScanner scan(text);
  if (!scan.take(R"({"at":")")) return 0;
  const std::size_t at_size = text.substr(scan.at(), longest_instant + 1).find('"');
  if (at_size == std::string_view::npos || !is_instant(scan.next(at_size)) || !scan.take(R"(","body":)")) return 0;
  Record& record = result.record;
  const std::size_t body_begin = scan.at();
  if (!scan.value(body_)) return 0;
  const std::size_t body_end = scan.at();
  if (!take_tail(scan, result)) return 0;
  const std::string_view raw = text.substr(0, scan.at());
  if (known_.find) result.known = known_.find(result.device.text(), record.sequence, raw);
  if (result.known != Record::nowhere) return raw.size();

  FaultList faults;
  ReadFact read;
  read_fact(body_, 0, symbols_, faults, read);
  // A record states its fact in full and in its exact form.
  if (!read.sound || read.normalised) return 0;
  record.is_fact = true;
  record.fact = std::move(read.fact);
  for (const Mention& mention : read.mentions) {
    if (mention.defines) record.defines = Definition{true, mention.name_space, mention.symbol};
  }
  record.bytes = raw;
  record.version = 2;
  record.body_begin = static_cast<std::uint32_t>(body_begin);
  record.body_size = static_cast<std::uint32_t>(body_end - body_begin);
  take_hashes(record);
  return raw.size();
}

}  // namespace hengping
