// Bundles put together by hand: what this program would not write, and anyone may send.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/head.h"
#include "core/ledger/own_device.h"
#include "core/ledger/signature.h"
#include "tests/core/support.h"

namespace hengping::test {

/// A strand with any numbers, signed by its device.
class StrandByHand {
 public:
  explicit StrandByHand(OwnDevice own) : own_(std::move(own)) {}
  /// It begins after this record.
  StrandByHand& after(const Record& record) { return after(record.hash, record.sequence, record.tick); }
  StrandByHand& after(const Hash& hash, std::uint64_t sequence, std::uint64_t tick) {
    previous_ = hash;
    sequence_ = sequence;
    tick_ = tick;
    return *this;
  }
  StrandByHand& tick(std::uint64_t next) {
    tick_ = next - 1;
    return *this;
  }
  /// One more record with this body, in canonical form.
  StrandByHand& add(std::string_view body, const std::vector<Hash>& seen = {}) {
    RecordParts parts;
    parts.at = test_instant;
    parts.body = body;
    parts.salt = "00112233445566778899aabbccddeeff";
    parts.device = own_.device.id;
    parts.previous = previous_;
    parts.seen = seen;
    parts.sequence = ++sequence_;
    parts.tick = ++tick_;
    Record& record = records_.emplace_back();
    write_record(parts, record);
    previous_ = record.hash;
    return *this;
  }
  [[nodiscard]] const Record& record(std::size_t index) const { return records_.at(index); }
  /// As it stands in a bundle.
  [[nodiscard]] std::string feed() const {
    std::vector<SetLeaf> leaves;
    for (const Record& one : records_)
      leaves.push_back(SetLeaf{hash_record(one.bytes, one.body_begin, one.body_size, 2).commitment, one.hash});
    return feed_with_bodies(set_root(leaves));
  }
  /// The same with this root of the set.
  [[nodiscard]] std::string feed_with_bodies(const Hash& bodies) const {
    const Head head{records_.back().sequence, records_.back().hash, bodies};
    const bool has_key = !own_.device.key.empty();
    const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
    std::string out = R"({"device":)" + write_device(own_.device) + R"(,"head":{"bodies":)";
    out += (has_key ? quoted(to_hex(head.bodies)) : "null") + R"(,"hash":)" + quoted(to_hex(head.hash));
    out += R"(,"seq":)" + std::to_string(head.sequence) + R"(,"signature":)";
    out += has_key ? quoted(to_hex(sign(head_message(own_.device.id, head), own_.seed))) : "null";
    out += R"(},"records":[)";
    for (std::size_t i = 0; i < records_.size(); ++i) out += (i == 0 ? "\n" : ",\n") + records_[i].bytes;
    return out + "\n]}";
  }

 private:
  OwnDevice own_;
  std::optional<Hash> previous_;
  std::uint64_t sequence_ = 0;
  std::uint64_t tick_ = 0;
  std::vector<Record> records_;
};

/// A part of a feed that shows one body as that of a record with this hash, signed by its device.
inline std::string disclosed_by_hand(const OwnDevice& own, const std::string& body, const Hash& hash,
                                     std::uint64_t sequence = 1) {
  const std::string sealed = R"("body":)" + body + R"(,"body_salt":"00112233445566778899aabbccddeeff")";
  std::vector<SetLeaf> leaves = {SetLeaf{sha256("{" + sealed + "}"), hash}};
  const Head head{sequence, hash, set_root(leaves)};
  return R"({"device":)" + write_device(own.device) + R"(,"head":{"bodies":")" + to_hex(head.bodies) + R"(","hash":")" +
         to_hex(hash) + R"(","seq":)" + std::to_string(sequence) + R"(,"signature":")" +
         to_hex(sign(head_message(own.device.id, head), own.seed)) +
         R"("},"proof":{"hashes":[],"places":[0],"size":1},"records":[)" + "\n{" + sealed + R"(,"hash":")" +
         to_hex(hash) + "\"}\n]}";
}

inline std::string bundle_of(std::initializer_list<std::string> feeds) {
  std::string out = R"({"format":"hengping.bundle","version":2,"feeds":[)";
  bool first = true;
  for (const std::string& feed : feeds) {
    out += first ? "\n" : ",\n";
    first = false;
    out += feed;
  }
  return out + "\n]}\n";
}

}  // namespace hengping::test
