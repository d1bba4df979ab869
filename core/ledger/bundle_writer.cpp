// Bundles and ledger files: the same bytes for the same records, whatever the order in which they came.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

#include "core/codec/canonical.h"
#include "core/ledger/ledger_parts.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Implementation = Ledger::Implementation;

/// The strands of a ledger as they are written. How they are held depends on what came first; how they are written must not.
class Strands {
 public:
  explicit Strands(const Implementation& ledger) : ledger_(ledger) {
    for (std::uint32_t feed = 0; feed < ledger_.feeds.size(); ++feed) {
      const std::uint32_t before = ledger_.before(feed);
      if (before == Record::nowhere) {
        beginnings_.push_back(feed);
      } else {
        continuations_[before].push_back(feed);
      }
    }
  }

  /// Each the records of one strand.
  std::vector<std::vector<std::uint32_t>> list() {
    // Begun strands are worked off one by one; those that branch off are added at the end.
    for (const std::uint32_t feed : beginnings_) open_.push_back(ledger_.feeds[feed].records.front());
    for (std::size_t i = 0; i < open_.size(); ++i) follow(open_[i]);
    std::sort(strands_.begin(), strands_.end(),
              [this](const auto& one, const auto& other) { return place(one.front()) < place(other.front()); });
    return std::move(strands_);
  }

 private:
  [[nodiscard]] std::tuple<const std::string&, std::uint64_t, const Hash&> place(std::uint32_t record) const {
    const Record& at = ledger_.records[record];
    return {ledger_.feeds[at.feed].device.id, at.sequence, at.hash};
  }

  // Where a feed forks, the record with the smallest hash goes on with the strand.
  void follow(std::uint32_t first) {
    std::vector<std::uint32_t> strand;
    for (std::uint32_t at = first; at != Record::nowhere;) {
      strand.push_back(at);
      const Place here = ledger_.place_of(at);
      const auto& in_feed = ledger_.feeds[here.feed].records;
      std::vector<std::uint32_t> next;
      if (here.index + 1 < in_feed.size()) next.push_back(in_feed[here.index + 1]);
      if (const auto branches = continuations_.find(at); branches != continuations_.end()) {
        for (const std::uint32_t feed : branches->second) next.push_back(ledger_.feeds[feed].records.front());
      }
      std::sort(next.begin(), next.end(), [this](std::uint32_t one, std::uint32_t other) {
        return ledger_.records[one].hash < ledger_.records[other].hash;
      });
      at = next.empty() ? Record::nowhere : next.front();
      for (std::size_t i = 1; i < next.size(); ++i) open_.push_back(next[i]);
    }
    strands_.push_back(std::move(strand));
  }

  const Implementation& ledger_;
  std::vector<std::uint32_t> beginnings_;                              // feeds
  std::map<std::uint32_t, std::vector<std::uint32_t>> continuations_;  // feeds, by the record that they follow
  std::vector<std::uint32_t> open_;
  std::vector<std::vector<std::uint32_t>> strands_;
};

void append_quoted(std::string& out, std::string_view text) { out.append("\"").append(text).append("\""); }

void append_strand(std::string& out, const Implementation& ledger, const std::vector<std::uint32_t>& strand) {
  const Record& last = ledger.records[strand.back()];
  const Feed& feed = ledger.feeds[last.feed];
  const bool with_key = !feed.device.key.empty();
  // Whoever writes a bundle has had its own feed signed; the others' came with their signatures.
  if (with_key && (!feed.head || feed.head->head.hash != last.hash)) std::abort();
  out.append(R"({"device":)").append(write_device(feed.device)).append(R"(,"head":{"bodies":)");
  if (with_key) {
    append_quoted(out, to_hex(feed.head->head.bodies));
  } else {
    out += "null";
  }
  out.append(R"(,"hash":)");
  append_quoted(out, last.hash_text());
  out.append(R"(,"seq":)").append(std::to_string(last.sequence)).append(R"(,"signature":)");
  if (with_key) {
    append_quoted(out, to_hex(feed.head->signature));
  } else {
    out += "null";
  }
  out += R"(},"records":[)";
  bool first = true;
  for (const std::uint32_t record : strand) {
    out += first ? "\n" : ",\n";
    first = false;
    out += ledger.records[record].bytes;
  }
  out += "\n]}";
}

void append_feeds(std::string& out, const Implementation& ledger) {
  std::size_t size = 0;
  for (const Record& record : ledger.records) size += record.bytes.size() + 2;
  out.reserve(out.size() + size + 1024 * (ledger.feeds.size() + 1));
  out += R"("feeds":[)";
  bool first = true;
  for (const auto& strand : Strands(ledger).list()) {
    out += first ? "\n" : ",\n";
    first = false;
    append_strand(out, ledger, strand);
  }
  out += "\n]}\n";
}

}  // namespace

FaultList Ledger::check_heads() const {
  const Implementation& self = *implementation_;
  FaultList faults;
  const auto strands = Strands(self).list();
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
  const auto strands = Strands(self).list();
  for (std::size_t i = 0; i < strands.size(); ++i) {
    const auto found = std::find(strands[i].begin(), strands[i].end(), record);
    if (found == strands[i].end()) continue;
    return "/feeds/" + std::to_string(i) + "/records/" + std::to_string(found - strands[i].begin());
  }
  return {};
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
