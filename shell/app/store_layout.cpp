#include "shell/app/store_layout.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

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
constexpr std::size_t sequence_digits = 12;

// A damaged entry costs at most this many records, and no entry grows past what a browser likes to write at once.
constexpr std::size_t records_per_chunk = 1000;

struct Chunk {
  std::uint64_t first = 0;
  StoreEntry entry;
};

struct StoredFeed {
  std::optional<Device> device;
  bool header_unreadable = false;
  std::vector<Chunk> chunks;
};

/// Splits "records/<device>/<sequence>"; nothing if it has not that form.
std::optional<std::pair<std::string, std::uint64_t>> split_records_key(std::string_view key) {
  key.remove_prefix(records_prefix.size());
  const std::size_t slash = key.find('/');
  if (slash == std::string_view::npos || slash == 0) return std::nullopt;
  const std::string_view digits = key.substr(slash + 1);
  std::uint64_t first = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), first);
  if (digits.size() != sequence_digits || error != std::errc() || end != digits.data() + digits.size() || first == 0)
    return std::nullopt;
  return std::pair(std::string(key.substr(0, slash)), first);
}

std::string_view without_first_lines(std::string_view lines, std::uint64_t count) {
  for (; count > 0 && !lines.empty(); --count) lines.remove_prefix(std::min(lines.find('\n'), lines.size() - 1) + 1);
  return lines;
}

class Restorer {
 public:
  Restored run(std::vector<StoreEntry> entries) {
    for (StoreEntry& entry : entries) sort_in(std::move(entry));
    if (!device_bytes_.empty() || has_device_) read_own_device();
    for (auto& [id, feed] : feeds_) restore_feed(id, feed);
    // A feed that lost records cannot be gone on with: its next sequence number is taken. Another identity begins another feed.
    if (result_.device && broken_.contains(result_.device->id)) result_.device.reset();
    return std::move(result_);
  }

 private:
  void damage(DamageKind kind, std::string_view key) { result_.damage.push_back({kind, std::string(key), {}, {}}); }

  void sort_in(StoreEntry entry) {
    const std::string_view key = entry.key;
    if (key == device_key_name) {
      has_device_ = true;
      device_bytes_ = std::move(entry.bytes);
    } else if (key.starts_with(feed_prefix)) {
      const std::string id(key.substr(feed_prefix.size()));
      auto device = read_device(entry.bytes);
      if (device && device->id == id) {
        feeds_[id].device = std::move(device);
      } else {
        feeds_[id].header_unreadable = true;
        damage(DamageKind::feed_unreadable, key);
      }
    } else if (key.starts_with(records_prefix)) {
      if (auto split = split_records_key(key)) {
        feeds_[split->first].chunks.push_back({split->second, std::move(entry)});
      } else {
        damage(DamageKind::key_unknown, key);
      }
    } else if (key.starts_with(settings_prefix)) {
      read_setting(key, entry.bytes);
    } else if (key.starts_with(set_aside_device_prefix)) {
      ++set_aside_devices_;
    } else if (!key.starts_with(set_aside_prefix)) {
      damage(DamageKind::key_unknown, key);
    }
  }

  /// Values of a later version fall back to the default: nothing is lost by it.
  void read_setting(std::string_view key, std::string_view value) {
    if (key == role_key) {
      if (const auto role = role_of(value)) result_.settings.role = *role;
    } else if (key == language_key) {
      if (const auto language = language_of(value)) result_.settings.language = *language;
    } else if (key == theme_key) {
      if (const auto theme = theme_of(value)) result_.settings.theme = *theme;
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
    if (feed.chunks.empty()) return;
    if (!feed.device) {
      broken_.insert(id);
      if (!feed.header_unreadable) damage(DamageKind::feed_missing, feed.chunks.front().entry.key);
      return;
    }
    std::sort(feed.chunks.begin(), feed.chunks.end(), [](const Chunk& a, const Chunk& b) { return a.first < b.first; });
    std::vector<Damage> found;
    for (const Chunk& chunk : feed.chunks) {
      if (chunk.entry.bytes.empty()) {
        found.push_back({DamageKind::records_at_fault, chunk.entry.key, {}, {}});
        continue;
      }
      // After an import that brought back what was lost, chunks may overlap; what is there is not read again.
      const std::string_view lines = without_first_lines(
          chunk.entry.bytes, restored_count(id) + 1 - std::min(chunk.first, restored_count(id) + 1));
      if (lines.empty()) continue;
      const FaultList faults = result_.ledger.restore(*feed.device, lines);
      if (faults.empty()) {
        found.clear();  // the chain is whole up to here, whatever was damaged before
        continue;
      }
      const Fault first = faults.sorted().front();
      found.push_back({DamageKind::records_at_fault, chunk.entry.key, first.pointer, first.message});
    }
    if (!found.empty()) broken_.insert(id);
    for (Damage& one : found) result_.damage.push_back(std::move(one));
  }

  [[nodiscard]] std::uint64_t restored_count(const std::string& id) const {
    for (const Feed& feed : result_.ledger.feeds()) {
      if (feed.device.id == id) return feed.records.size();
    }
    return 0;
  }

  Restored result_;
  bool has_device_ = false;
  std::string device_bytes_;
  std::size_t set_aside_devices_ = 0;
  std::map<std::string, StoredFeed> feeds_;
  std::set<std::string> broken_;
};

}  // namespace

std::string feed_key(std::string_view device) { return std::string(feed_prefix).append(device); }

std::string records_key(std::string_view device, std::uint64_t first_sequence) {
  const std::string digits = std::to_string(first_sequence);
  std::string key = std::string(records_prefix).append(device);
  key += '/';
  if (digits.size() < sequence_digits) key.append(sequence_digits - digits.size(), '0');
  return key + digits;
}

StoreEntry device_entry(const Device& device) { return {std::string(device_key_name), write_device(device)}; }

std::vector<StoreEntry> settings_entries(const Settings& settings) {
  return {{std::string(language_key), std::string(language_tag(settings.language))},
          {std::string(role_key), std::string(role_name(settings.role))},
          {std::string(theme_key), std::string(theme_name(settings.theme))}};
}

std::vector<StoreEntry> entries_of(const std::vector<Appended>& appended, const Ledger& ledger) {
  std::vector<StoreEntry> entries;
  for (const Appended& run : appended) {
    const Device& device = ledger.feeds()[run.feed].device;
    entries.push_back({feed_key(device.id), write_device(device)});
    std::size_t begin = 0;
    std::uint64_t sequence = run.first_sequence;
    while (begin < run.lines.size()) {
      std::size_t end = begin;
      std::size_t count = 0;
      while (count < records_per_chunk && end < run.lines.size()) {
        end = run.lines.find('\n', end) + 1;  // every line ends in one
        ++count;
      }
      entries.push_back({records_key(device.id, sequence), run.lines.substr(begin, end - begin)});
      sequence += count;
      begin = end;
    }
  }
  return entries;
}

Restored restore_ledger(std::vector<StoreEntry> entries) { return Restorer().run(std::move(entries)); }

}  // namespace hengping::shell
