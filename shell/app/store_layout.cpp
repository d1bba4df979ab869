#include "shell/app/store_layout.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "core/base/order.h"
#include "core/codec/canonical.h"
#include "core/codec/json_parts.h"
#include "core/codec/json_reader.h"
#include "core/ledger/signature.h"

namespace hengping::shell {

namespace {

constexpr std::string_view device_key_name = "device";
constexpr std::string_view feed_prefix = "feed/";
constexpr std::string_view records_prefix = "records/";
constexpr std::string_view set_aside_prefix = "set-aside/";
constexpr std::string_view set_aside_device_prefix = "set-aside/device/";
constexpr std::string_view settings_prefix = "settings/";
constexpr std::string_view role_key = "settings/role";
constexpr std::string_view language_key = "settings/language";
constexpr std::string_view theme_key = "settings/theme";
constexpr std::string_view backups_key = "settings/backups";
constexpr std::string_view columns_key = "settings/columns";
constexpr std::string_view roots_key = "roots";
constexpr std::string_view extract_prefix = "extract/";
constexpr std::size_t sequence_digits = 12;
constexpr std::size_t hash_digits = 16;

// A damaged entry costs at most this many records, and no entry grows past what a browser likes to write at once.
constexpr std::size_t records_per_chunk = 1000;

struct Chunk {
  std::uint64_t first = 0;
  std::string_view end_hash;  // empty in a store of version 1, which has no check of what was added last
  const StoreEntry* entry = nullptr;
};

struct StoredFeed {
  std::optional<Device> device;
  std::vector<SignedHead> heads;
  std::vector<Hash> ends;  // of its strands
  bool header_unreadable = false;
  std::vector<Chunk> chunks;
};

struct RecordsKey {
  std::string device;
  std::uint64_t first = 0;
  std::string_view end_hash;
};

/// Splits "records/<device>/<sequence>", with or without "-<hash>"; nothing if it has not that form.
std::optional<RecordsKey> split_records_key(std::string_view key) {
  key.remove_prefix(records_prefix.size());
  const std::size_t slash = key.find('/');
  if (slash == std::string_view::npos || slash == 0) return std::nullopt;
  const std::string_view digits = key.substr(slash + 1, sequence_digits);
  const std::string_view rest = key.substr(std::min(key.size(), slash + 1 + sequence_digits));
  if (!rest.empty() && (rest.front() != '-' || !is_hex(rest.substr(1), hash_digits))) return std::nullopt;
  std::uint64_t first = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), first);
  if (digits.size() != sequence_digits || error != std::errc() || end != digits.data() + digits.size() || first == 0)
    return std::nullopt;
  return RecordsKey{std::string(key.substr(0, slash)), first, rest.substr(std::min<std::size_t>(rest.size(), 1))};
}

JsonValue head_json(const SignedHead& head) {
  JsonValue json = JsonValue::object();
  json.set("bodies", JsonValue::string(to_hex(head.head.bodies)))
      .set("hash", JsonValue::string(to_hex(head.head.hash)));
  json.set("seq", JsonValue::number(static_cast<std::int64_t>(head.head.sequence)));
  json.set("signature", JsonValue::string(to_hex(head.signature)));
  return json;
}

std::optional<SignedHead> read_head(const JsonValue& json) {
  const auto text = [&json](std::string_view key) {
    const JsonValue* value = json.find(key);
    return value == nullptr ? std::string() : value->text();
  };
  SignedHead head;
  const auto bodies = hash_from_hex(text("bodies"));
  const auto hash = hash_from_hex(text("hash"));
  const auto signature = from_hex(text("signature"), signature_bytes);
  if (!bodies || !hash || !signature) return std::nullopt;
  head.head.bodies = *bodies;
  head.head.hash = *hash;
  head.head.sequence = static_cast<std::uint64_t>(to_double(text("seq")));
  head.signature = *signature;
  return head;
}

class Restorer {
 public:
  Restorer() = default;
  /// Adds to what is there.
  Restorer(Ledger& ledger, Settings settings) : ledger_(ledger), following_(true) {
    result_.settings = std::move(settings);
    roots_ = ledger.roots();
  }

  Restored run(const std::vector<StoreEntry>& entries) {
    for (const StoreEntry& entry : entries) sort_in(entry);
    if (!device_bytes_.empty() || has_device_) read_own_device();
    for (auto& [id, feed] : feeds_) restore_feed(id, feed);
    for (const StoreEntry* entry : extracts_) restore_extract(*entry);
    // A part of our own feed that is gone is damage; of others it may never have come.
    if (result_.device && lacks_a_part(result_.device->id) && result_.damage.empty())
      damage(DamageKind::records_at_fault, records_prefix);
    ledger_.set_roots(std::move(roots_));
    return std::move(result_);
  }

 private:
  void damage(DamageKind kind, std::string_view key) { result_.damage.push_back({kind, std::string(key), {}, {}}); }

  void sort_in(const StoreEntry& entry) {
    const std::string_view key = entry.key;
    if (key == device_key_name) {
      has_device_ = true;
      device_bytes_ = entry.bytes;
    } else if (key.starts_with(feed_prefix)) {
      const std::string id(key.substr(feed_prefix.size()));
      if (!read_feed(entry.bytes, id)) {
        feeds_[id].header_unreadable = true;
        damage(DamageKind::feed_unreadable, key);
      }
    } else if (key.starts_with(records_prefix)) {
      if (auto split = split_records_key(key)) {
        feeds_[split->device].chunks.push_back({split->first, split->end_hash, &entry});
      } else {
        damage(DamageKind::key_unknown, key);
      }
    } else if (key.starts_with(extract_prefix)) {
      extracts_.push_back(&entry);
    } else if (key == roots_key) {
      read_roots(entry.bytes);
    } else if (key.starts_with(settings_prefix)) {
      read_setting(key, entry.bytes);
    } else if (key.starts_with(draft_prefix)) {
      result_.drafts[std::string(key.substr(draft_prefix.size()))] = shell::read_draft(entry.bytes);
    } else if (key.starts_with(blob_prefix)) {
      result_.blobs.emplace(key.substr(blob_prefix.size()));
    } else if (key.starts_with(set_aside_device_prefix)) {
      ++set_aside_devices_;
    } else if (!key.starts_with(set_aside_prefix)) {
      damage(DamageKind::key_unknown, key);
    }
  }

  /// Format version 1 kept the header alone.
  bool read_feed(const std::string& bytes, const std::string& id) {
    FaultList faults;
    auto value = read_json(bytes, faults);
    if (!value || !value->is(JsonValue::Kind::object)) return false;
    const JsonValue* heads = value->find("heads");
    JsonValue header = heads == nullptr ? *value : JsonValue();
    if (const JsonValue* inner = value->find("device"); heads != nullptr && inner != nullptr) header = *inner;
    Device device = read_device_value(header, "", faults);
    if (!faults.empty() || device.id != id) return false;
    StoredFeed& feed = feeds_[id];
    feed.device = std::move(device);
    if (heads == nullptr) return true;
    for (const JsonValue& one : heads->items()) {
      if (auto head = read_head(one)) feed.heads.push_back(*std::move(head));
    }
    if (const JsonValue* ends = value->find("ends")) {
      for (const JsonValue& one : ends->items()) {
        if (const auto end = hash_from_hex(one.text())) feed.ends.push_back(*end);
      }
    }
    return true;
  }

  void restore_extract(const StoreEntry& entry) {
    Intake intake = ledger_.examine(entry.bytes, default_policy());
    if (intake.ok() && intake.source() == Intake::Source::bundle) {
      ledger_.merge(std::move(intake));
    } else {
      result_.damage.push_back({DamageKind::records_at_fault, entry.key, {}, {}});
    }
  }

  void read_roots(const std::string& bytes) {
    FaultList faults;
    const auto value = read_json(bytes, faults);
    if (!value) {
      damage(DamageKind::key_unknown, roots_key);
      return;
    }
    roots_.clear();
    for (const JsonValue& one : value->items()) roots_.push_back(one.text());
  }

  /// Values of a later version fall back to the default: nothing is lost by it.
  void read_setting(std::string_view key, std::string_view value) {
    if (key == role_key) {
      if (const auto role = role_of(value)) result_.settings.role = *role;
    } else if (key == language_key) {
      if (const auto language = language_of(value)) result_.settings.language = *language;
    } else if (key == theme_key) {
      if (const auto theme = theme_of(value)) result_.settings.theme = *theme;
    } else if (key == backups_key) {
      result_.settings.backups = backups_of(value);
    } else if (key == columns_key) {
      result_.settings.column_widths = column_widths_of(value);
    }
  }

  void read_own_device() {
    result_.device = read_device(device_bytes_);
    if (!result_.device) {
      damage(DamageKind::device_unreadable, device_key_name);
      result_.set_aside.push_back(
          {std::string(set_aside_device_prefix) + std::to_string(set_aside_devices_ + 1), device_bytes_});
      return;
    }
    const auto feed = feeds_.find(result_.device->id);
    if (feed != feeds_.end() && !feed->second.device) feed->second.device = result_.device;
  }

  void restore_feed(const std::string& id, StoredFeed& feed) {
    if (!feed.device) {
      if (feed.chunks.empty()) return;
      result_.broken.insert(id);
      if (!feed.header_unreadable) damage(DamageKind::feed_missing, feed.chunks.front().entry->key);
      return;
    }
    put_in_order(feed.chunks, [](const Chunk& a, const Chunk& b) { return a.first < b.first; });
    std::vector<std::pair<std::uint64_t, Damage>> found;
    std::uint64_t last_sound = 0;
    for (const Chunk& chunk : feed.chunks) {
      if (chunk.entry->bytes.empty()) {
        found.emplace_back(chunk.first, Damage{DamageKind::records_at_fault, chunk.entry->key, {}, {}});
        continue;
      }
      const FaultList faults = ledger_.restore(*feed.device, chunk.entry->bytes, chunk.end_hash);
      if (faults.empty()) {
        last_sound = chunk.first;
        continue;
      }
      const Fault first = faults.sorted().front();
      found.emplace_back(chunk.first,
                         Damage{DamageKind::records_at_fault, chunk.entry->key, first.pointer, first.message});
    }
    const bool whole = !lacks_a_part(id);
    if (!whole) result_.broken.insert(id);
    for (auto& [first, one] : found) {
      // What was damaged may have been brought back by an import: then a later part follows without a gap.
      if (whole && first < last_sound) continue;
      result_.broken.insert(id);
      result_.damage.push_back(std::move(one));
    }
    for (const SignedHead& head : feed.heads) static_cast<void>(ledger_.restore_head(*feed.device, head));
    // What is gone from the end leaves no gap. A header that was read after more has been written names what is yet to come.
    const bool ends_early = !following_ && std::any_of(feed.ends.begin(), feed.ends.end(), [this](const Hash& end) {
      return ledger_.find(end) == Record::nowhere;
    });
    if (!ends_early) return;
    if (result_.broken.insert(id).second) damage(DamageKind::records_at_fault, feed_key(id));
  }

  [[nodiscard]] bool lacks_a_part(const std::string& id) const {
    const auto& feeds = ledger_.feeds();
    for (std::uint32_t i = 0; i < feeds.size(); ++i) {
      if (feeds[i].device.id == id && feeds[i].parent && ledger_.before(i) == Record::nowhere) return true;
    }
    return false;
  }

  Restored result_;
  Ledger& ledger_ = result_.ledger;
  bool following_ = false;
  bool has_device_ = false;
  std::string device_bytes_;
  std::size_t set_aside_devices_ = 0;
  std::map<std::string, StoredFeed> feeds_;
  std::vector<std::string> roots_;
  std::vector<const StoreEntry*> extracts_;
};

}  // namespace

std::string feed_key(std::string_view device) { return std::string(feed_prefix).append(device); }

std::string records_key(std::string_view device, std::uint64_t first_sequence, std::string_view end_hash) {
  const std::string digits = std::to_string(first_sequence);
  std::string key = std::string(records_prefix).append(device);
  key += '/';
  if (digits.size() < sequence_digits) key.append(sequence_digits - digits.size(), '0');
  return key.append(digits).append("-").append(end_hash.substr(0, hash_digits));
}

StoreEntry device_entry(const Device& device) { return {std::string(device_key_name), write_device(device)}; }

std::vector<StoreEntry> settings_entries(const Settings& settings) {
  return {{std::string(backups_key), backups_text(settings.backups)},
          {std::string(columns_key), column_widths_text(settings.column_widths)},
          {std::string(language_key), std::string(language_tag(settings.language))},
          {std::string(role_key), std::string(role_name(settings.role))},
          {std::string(theme_key), std::string(theme_name(settings.theme))}};
}

StoreEntry feed_entry(const Ledger& ledger, std::uint32_t feed) {
  const Device& device = ledger.feeds()[feed].device;
  JsonValue heads = JsonValue::array();
  for (const SignedHead& head : ledger.signed_heads(device.id)) heads.items().push_back(head_json(head));
  JsonValue ends = JsonValue::array();
  for (const Feed& strand : ledger.feeds()) {
    const Record& last = ledger.records()[strand.records.back()];
    if (strand.device.id == device.id && !last.proven) ends.items().push_back(JsonValue::string(last.hash_text()));
  }
  std::string bytes = R"({"device":)" + write_device(device) + R"(,"ends":)" + canonical(ends) + R"(,"heads":)" +
                      canonical(heads) + "}";
  return {feed_key(device.id), std::move(bytes)};
}

void put_extracts(const Ledger& ledger, StoreChange& change) {
  for (const Extract& extract : ledger.extracts()) {
    std::string bytes = ledger.write_extract(extract);
    constexpr std::size_t name_digits = 16;
    std::string key = std::string(extract_prefix).append(extract.device.id).append("/");
    key += sha256_hex(bytes).substr(0, name_digits);
    change.puts.push_back({std::move(key), std::move(bytes)});
  }
}

StoreEntry roots_entry(const std::vector<std::string>& roots) {
  return {std::string(roots_key), canonical(list_json(roots, json_string))};
}

std::vector<StoreEntry> entries_of(const std::vector<Appended>& appended, const Ledger& ledger) {
  std::vector<StoreEntry> entries;
  std::set<std::string> headers;
  for (const Appended& run : appended) {
    const Feed& feed = ledger.feeds()[run.feed];
    if (headers.insert(feed.device.id).second) entries.push_back(feed_entry(ledger, run.feed));
    std::size_t begin = 0;
    std::uint64_t sequence = run.first_sequence;
    while (begin < run.lines.size()) {
      std::size_t end = begin;
      std::size_t count = 0;
      while (count < records_per_chunk && end < run.lines.size()) {
        end = run.lines.find('\n', end) + 1;  // every line ends in one
        ++count;
      }
      const Record& last = ledger.records()[ledger.record_of(run.feed, sequence + count - 1)];
      entries.push_back(
          {records_key(feed.device.id, sequence, last.hash_text()), run.lines.substr(begin, end - begin)});
      sequence += count;
      begin = end;
    }
  }
  return entries;
}

std::vector<StoreEntry> everything_of(const Ledger& ledger) {
  std::vector<Appended> all;
  const auto& feeds = ledger.feeds();
  for (std::uint32_t i = 0; i < feeds.size(); ++i) {
    const std::vector<std::uint32_t>& records = feeds[i].records;
    const Record& first = ledger.records()[records.front()];
    if (first.proven) continue;  // stored with its extract
    Appended run{i, first.sequence, records.size(), {}};
    for (const std::uint32_t record : records) run.lines.append(ledger.records()[record].bytes).append("\n");
    all.push_back(std::move(run));
  }
  StoreChange change;
  change.puts = entries_of(all, ledger);
  put_extracts(ledger, change);
  change.puts.push_back(roots_entry(ledger.roots()));
  return std::move(change.puts);
}

Restored restore_ledger(const std::vector<StoreEntry>& entries) { return Restorer().run(entries); }

bool follow(const std::vector<StoreEntry>& entries, Ledger& ledger, Settings& settings, std::string_view own_device) {
  Restored found = Restorer(ledger, settings).run(entries);
  settings = std::move(found.settings);
  return found.damage.empty() && (!found.device || found.device->id == own_device);
}

bool holds_records(std::string_view key) { return key.starts_with(records_prefix); }

}  // namespace hengping::shell
