// Bundles and ledger files: the same bytes for the same records, whatever the order in which they came.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/codec/canonical.h"
#include "core/ledger/written_strands.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Implementation = Ledger::Implementation;

void append_quoted(std::string& out, std::string_view text) { out.append("\"").append(text).append("\""); }

void append_head(std::string& out, const SignedHead& head) {
  out.append(R"("head":{"bodies":)");
  append_quoted(out, to_hex(head.head.bodies));
  out.append(R"(,"hash":)");
  append_quoted(out, to_hex(head.head.hash));
  out.append(R"(,"seq":)").append(std::to_string(head.head.sequence)).append(R"(,"signature":)");
  append_quoted(out, to_hex(head.signature));
  out += '}';
}

template <class Items, class Append>
void append_list(std::string& out, const Items& items, std::string_view separator, Append append) {
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    out += separator;
    append(item);
  }
}

/// {"hashes","places","size"}
void append_proof(std::string& out, const SetProof& proof) {
  out.append(R"("proof":{"hashes":[)");
  append_list(out, proof.hashes, "", [&out](const Hash& hash) { append_quoted(out, to_hex(hash)); });
  out.append(R"(],"places":[)");
  append_list(out, proof.places, "", [&out](std::uint64_t place) { out += std::to_string(place); });
  out.append(R"(],"size":)").append(std::to_string(proof.size)).append("}");
}

/// The lines of a part of a feed: whole records by number, disclosed bodies by their bytes.
std::vector<std::string_view> lines_of(const Implementation& ledger, const Extract& extract) {
  std::vector<const Record*> records;
  for (const std::uint32_t one : extract.records) {
    // The record itself, where it has come to be known: what was shown first must not show.
    const Record& shown = ledger.records[one];
    const std::uint32_t whole = shown.disclosed ? ledger.whole_of(extract.device.id, shown) : Record::nowhere;
    records.push_back(whole == Record::nowhere ? &shown : &ledger.records[whole]);
  }
  std::sort(records.begin(), records.end(), [](const Record* one, const Record* other) {
    return std::tie(one->sequence, one->bytes) < std::tie(other->sequence, other->bytes);
  });
  std::vector<std::string_view> lines;
  for (const Record* record : records) lines.emplace_back(record->bytes);
  return lines;
}

std::string extract_text(const Implementation& ledger, const Extract& extract) {
  return extract_text(extract.device, extract.head, extract.proof, lines_of(ledger, extract));
}

void append_feeds(std::string& out, const Implementation& ledger) {
  std::size_t size = 0;
  for (const Record& record : ledger.records) size += record.bytes.size() + 2;
  out.reserve(out.size() + size + 1024 * (ledger.feeds.size() + 1));
  out += R"("feeds":[)";
  std::vector<std::string> parts;
  for (const auto& strand : written_strands(ledger)) append_strand(parts.emplace_back(), ledger, strand);
  // After the feeds that are whole, the parts of others; each by device, then by what it shows.
  std::set<std::string> extracts;
  for (const Extract& one : ledger.extracts) extracts.insert(extract_text(ledger, one));
  std::move(extracts.begin(), extracts.end(), std::back_inserter(parts));
  append_list(out, parts, "\n", [&out](const std::string& part) { out += part; });
  out += "\n]}\n";
}

}  // namespace

void append_strand(std::string& out, const Implementation& ledger, const std::vector<std::uint32_t>& strand) {
  const Record& last = ledger.records[strand.back()];
  const Feed& feed = ledger.feeds[last.feed];
  const bool with_key = !feed.device.key.empty();
  // Whoever writes a bundle has had its own feed signed; the others' came with their signatures.
  if (with_key && (!feed.head || feed.head->head.hash != last.hash)) std::abort();
  out.append(R"({"device":)").append(write_device(feed.device)).append(",");
  if (with_key) {
    append_head(out, *feed.head);
  } else {
    out.append(R"("head":{"bodies":null,"hash":)");
    append_quoted(out, last.hash_text());
    out.append(R"(,"seq":)").append(std::to_string(last.sequence)).append(R"(,"signature":null})");
  }
  out.append(R"(,"records":[)");
  append_list(out, strand, "\n", [&](std::uint32_t record) { out += ledger.records[record].bytes; });
  out += "\n]}";
}

std::string extract_text(const Device& device, const SignedHead& head, const SetProof& proof,
                         const std::vector<std::string_view>& lines) {
  std::string out = R"({"device":)" + write_device(device) + ",";
  append_head(out, head);
  out += ',';
  append_proof(out, proof);
  out.append(R"(,"records":[)");
  append_list(out, lines, "\n", [&out](std::string_view line) { out += line; });
  return out + "\n]}";
}

std::string bundle_of(const std::vector<std::string>& feeds) {
  std::string out = R"({"format":"hengping.bundle","version":2,"feeds":[)";
  append_list(out, feeds, "\n", [&out](const std::string& feed) { out += feed; });
  return out + "\n]}\n";
}

FaultList Ledger::check_heads() const {
  const Implementation& self = *implementation_;
  FaultList faults;
  const auto strands = written_strands(self);
  for (std::size_t i = 0; i < strands.size(); ++i) {
    const std::uint32_t last = strands[i].back();
    const Feed& feed = self.feeds[self.records[last].feed];
    // Of a feed whose beginning is missing the set is not known.
    if (!feed.head || !self.is_complete(self.records[last].feed)) continue;
    if (feed.head->head.bodies != self.bodies_up_to(last))
      faults.add(make_fault(CoreText::fault_bundle_bodies, "/feeds/" + std::to_string(i) + "/head/bodies"));
  }
  return faults;
}

std::string Ledger::pointer_in_bundle(std::uint32_t record) const {
  const Implementation& self = *implementation_;
  const auto strands = written_strands(self);
  for (std::size_t i = 0; i < strands.size(); ++i) {
    const auto found = std::find(strands[i].begin(), strands[i].end(), record);
    if (found == strands[i].end()) continue;
    return "/feeds/" + std::to_string(i) + "/records/" + std::to_string(found - strands[i].begin());
  }
  return {};
}

std::string Ledger::write_extract(const Extract& extract) const {
  return bundle_of({extract_text(*implementation_, extract)});
}

std::string Ledger::write_bundle() const {
  std::string out = R"({"format":"hengping.bundle","version":2,)";
  append_feeds(out, *implementation_);
  return out;
}

std::string Ledger::write_ledger_file(const OwnDevice& own) const {
  std::string out =
      R"({"format":"hengping.ledger","version":2,"own":{"device":)" + write_device(own.device) + R"(,"seed":)";
  if (own.seed.empty()) {
    out += "null";
  } else {
    append_quoted(out, to_hex(own.seed));
  }
  out += R"(},"roots":[)";
  bool first = true;
  for (const std::string& root : roots()) {
    if (!first) out += ',';
    first = false;
    append_quoted(out, root);
  }
  out += "],\n";
  append_feeds(out, *implementation_);
  return out;
}

}  // namespace hengping
