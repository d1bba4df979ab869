// What a ledger is made of; private to core/ledger.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/codec/input_file.h"
#include "core/facts/identifiers.h"
#include "core/ledger/hash_index.h"
#include "core/ledger/ledger.h"

namespace hengping {

struct Intake::Content {
  InputFile file;
  std::vector<std::uint8_t> skip;  // by fact of a facts file: already there
  const SymbolTable* symbols = nullptr;
  std::size_t facts_there = 0;  // in the ledger that it was examined against
  std::uint64_t generation = 0;
};

/// A number of records as an index: of what fits into memory.
template <class Number>
[[nodiscard]] constexpr std::size_t to_index(Number number) {
  if constexpr (sizeof(std::size_t) < sizeof(Number)) {
    return static_cast<std::size_t>(number);
  } else {
    return number;
  }
}

/// Room for so many more, so that adding them needs no memory; grows as adding one by one would.
template <class Element>
void make_room_for(std::vector<Element>& list, std::size_t more) {
  const std::size_t size = list.size() + more;
  if (size > list.capacity()) list.reserve(std::max(size, 2 * list.capacity()));
}

/// No ledger comes near it. Ticks beyond are someone's mischief: nobody's clock follows them, so that everyone's own numbers stay small
/// enough to be written.
inline constexpr std::uint64_t largest_followed_tick = std::uint64_t{1} << 52U;

/// Where a record stands in its strand.
struct Place {
  std::uint32_t feed = 0;
  std::size_t index = 0;
};

/// A stored signature whose record has been lost.
struct AwaitedHead {
  std::string device;
  SignedHead head;
};

struct Ledger::Implementation {
  // ---- what is held
  // Interning while a file is examined adds names that nobody may need later; it changes no record.
  mutable SymbolTable symbols;
  std::vector<Feed> feeds;
  std::deque<Record> records;  // a deque, for facts are pointed at
  HashIndex by_hash;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> strands;  // feeds by device
  std::uint64_t tick = 0;
  std::string own;
  std::vector<std::string> roots;
  std::vector<Extract> extracts;
  std::vector<AwaitedHead> awaited_heads;

  // ---- what follows from it
  Identifiers known;  // of facts that count
  std::vector<DeviceRights> rights;
  std::uint64_t generation = 0;                 // grows when what counted before does no longer
  std::size_t judged = 0;                       // records whose standing is settled
  bool facts_awaited = false;                   // some records wait for facts that make them their device's own matter
  std::vector<std::uint32_t> news;              // records that count since the order was asked for
  mutable std::vector<const Record*> in_order;  // all facts that count, in legal order, as far as it was asked for
  mutable std::vector<const Fact*> ordered;
  mutable std::uint64_t ordered_generation = 0;
  mutable std::size_t ordered_news = 0;
  mutable std::unordered_map<std::string_view, std::size_t> body_count;  // how often a fact stands in the ledger
  mutable std::uint64_t counted_generation = 0;
  mutable std::size_t counted_news = 0;

  // ---- feeds (core/ledger/strands.cpp)
  [[nodiscard]] std::uint32_t find(const Hash& hash) const;
  [[nodiscard]] Place place_of(std::uint32_t record) const;
  /// The hash of the record before this one in its feed, or null.
  [[nodiscard]] const Hash* previous_of(std::uint32_t record) const;
  /// The record after this one in its strand; Record::nowhere if there is none.
  [[nodiscard]] std::uint32_t next_of(std::uint32_t record) const;
  [[nodiscard]] std::uint32_t find_known(std::string_view device, std::uint64_t sequence, std::string_view raw) const;
  /// Whether a record is the other or comes before it in the same feed.
  [[nodiscard]] bool is_ancestor(std::uint32_t record, std::uint32_t of) const;
  [[nodiscard]] bool knows(std::uint32_t later, std::uint32_t earlier) const;
  /// The strand of the device that it goes on with; Record::nowhere if it has none.
  [[nodiscard]] std::uint32_t own_strand(std::string_view device) const;
  /// The same among those whose past is here and whose end no signature of the device vouches for.
  [[nodiscard]] std::uint32_t strand_to_sign(std::string_view device) const;
  /// Of these strands the one that ends last, bodies alone left out; Record::nowhere of none.
  [[nodiscard]] std::uint32_t last_to_end(std::vector<std::uint32_t> list) const;
  /// The record that one of this device with these numbers may follow: of the same device, with the number before, and an earlier tick.
  /// Record::nowhere if it is not here. What a record says that it follows, and cannot, counts as not here: nobody writes into another's feed.
  [[nodiscard]] std::uint32_t before(std::string_view device, const std::optional<Hash>& previous,
                                     const Record& record) const;
  /// The same of a strand's first record.
  [[nodiscard]] std::uint32_t before(std::uint32_t feed) const;
  /// The strand that the record belongs to; made if there is none.
  std::uint32_t strand_for(const Device& device, const std::optional<Hash>& previous, const Record& record);
  std::uint32_t new_strand(const Device& device, const std::optional<Hash>& previous);
  void append(Record&& record, std::uint32_t feed, const std::vector<Hash>& seen);
  /// Whether all records of the strand's past are here.
  [[nodiscard]] bool is_complete(std::uint32_t feed) const;
  /// Whether this device's feed is held from its beginning to this record.
  [[nodiscard]] bool is_whole(std::string_view device, const Hash& end) const;
  /// Of a disclosed body: the very record that it is of, if that is held; else Record::nowhere.
  [[nodiscard]] std::uint32_t whole_of(std::string_view device, const Record& disclosed) const;
  /// Whether an extract with that head has shown the record.
  [[nodiscard]] bool was_shown(std::uint32_t record, const Hash& head) const;
  /// The feed's records up to this one as members of its set, and the root over them.
  [[nodiscard]] std::vector<SetLeaf> leaves_up_to(std::uint32_t record) const;
  [[nodiscard]] Hash bodies_up_to(std::uint32_t record) const;

  // ---- taking in (core/ledger/taking_in.cpp)
  [[nodiscard]] std::size_t times_there(std::string_view body) const;
  void check_facts(Intake& intake, const Policy& policy) const;
  void examine_facts(Intake& intake, const Policy& policy, const Device* author) const;
  void examine_bundle(Intake& intake) const;
  void examine_attachments(Intake& intake) const;
  /// Whether a held record follows the same one as this new one would.
  [[nodiscard]] bool is_followed(std::string_view device, const std::optional<Hash>& previous,
                                 const Record& record) const;
  void take_facts(Intake::Content& content, const Author& author);
  void take_bundle(Intake::Content& content);
  void take_extract(InputFeed& input);
  /// The record that says the same already; Record::nowhere if there is none.
  [[nodiscard]] std::uint32_t held_as(std::string_view device, const InputRecord& read) const;
  /// Keeps the signature if its record is here: it vouches for all before it.
  void adopt_head(std::string_view device, SignedHead head);
  /// The ends of the others' feeds that the author's records do not say yet that it has seen, sorted.
  [[nodiscard]] std::vector<Hash> newly_seen(std::string_view author) const;
  /// Makes the record's bytes with this body and appends it to this strand, the author's; Record::nowhere begins one. Returns the strand.
  std::uint32_t make_record(std::string_view body, const Author& author, Record record, std::vector<Hash> seen,
                            std::uint32_t strand);
  /// Keeps the signatures of strands that now end where these heads say.
  void adopt_heads(std::deque<InputFeed>& from) noexcept;
  /// Undoes what has been appended since there were so many records: nothing of a taking in that fails may stay.
  void take_back(std::size_t records_before, std::uint64_t tick_before) noexcept;
  /// The runs of records from that index on.
  [[nodiscard]] std::vector<Appended> appended_since(std::size_t first) const;

  // ---- who counts (core/ledger/admission.cpp)
  /// Settles the standing of all records after some have come. If memory runs out, nothing has changed.
  void judge();
  bool judge_own_news();
  void define(const Record& record) noexcept;
  /// For what these records define, so that defining it needs no memory.
  void make_room(std::size_t first, std::size_t last);
};

}  // namespace hengping
