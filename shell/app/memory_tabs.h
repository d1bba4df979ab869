// Several tabs over one store in memory, as web/page/tabs.js and store.js do it over the browser's: one writes, the others follow.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "shell/app/ports.h"

namespace hengping::shell {

class MemoryTab;

/// What the tabs share.
struct MemoryDatabase {
  std::map<std::string, std::string> contents;
  std::uint64_t fence = 0;    ///< the number of the tab that may write
  std::uint64_t changes = 0;  ///< transactions so far
  bool emptied = false;       ///< deleted by the browser, and nothing has been written since
  std::vector<MemoryTab*> tabs;
  MemoryTab* holder = nullptr;  ///< of the lock
};

/// One tab's way to it. Answers wait until `pump`, and as long as the tab is frozen.
class MemoryTab final : public Store {
 public:
  explicit MemoryTab(MemoryDatabase& database) : database_(database) {
    database_.tabs.push_back(this);
    if (database_.holder == nullptr) database_.holder = this;
    writes_ = database_.holder == this;
  }
  ~MemoryTab() override { close(); }
  MemoryTab(const MemoryTab&) = delete;
  MemoryTab& operator=(const MemoryTab&) = delete;

  void set_listener(StoreListener& listener) {
    listener_ = &listener;
    if (!writes_) listener.store_writer(false);
  }
  [[nodiscard]] bool writes() const { return writes_; }
  /// Whether something was asked to be written that is not.
  [[nodiscard]] bool has_unsaved() const { return !unsaved_.empty(); }

  void load() override {
    answers_.emplace_back([this] { read_anew(); });
  }
  void write(std::uint64_t ticket, const StoreChange& change) override {
    unsaved_[ticket] = change;
    answers_.emplace_back([this, ticket, change] { commit(ticket, change); });
  }
  void hold(std::uint64_t ticket, const StoreChange& change) override { unsaved_[ticket] = change; }
  void take_over() override {
    answers_.emplace_back([this] {
      MemoryTab* const before = std::exchange(database_.holder, this);
      if (before != nullptr && before != this) before->give_way();
      writes_ = true;
      read_anew();
    });
  }

  bool pump_one() {
    if (frozen_ || answers_.empty()) return false;
    const std::function<void()> answer = std::move(answers_.front());
    answers_.pop_front();
    answer();
    return true;
  }
  /// The tab does nothing, and hears nothing of what the others do, until `thaw`.
  void freeze() { frozen_ = true; }
  /// What was on its way before goes first; only then it learns what it has missed.
  void thaw() {
    frozen_ = false;
    answers_.emplace_back([this] {
      if (writes_ && database_.holder != this) lose();
      if (!writes_ && changes_ != database_.changes) read_anew();
    });
  }
  /// Writes are refused for that reason as long as it is not empty.
  void refuse(std::string reason) { refusal_ = std::move(reason); }
  /// The next write is kept, and the tab never hears of it.
  void swallow_answer() { swallows_ = true; }
  void fail_load(std::string reason) { load_failure_ = std::move(reason); }
  /// The tab is gone, and the next one takes its place.
  void close() {
    std::erase(database_.tabs, this);
    answers_.clear();
    if (database_.holder != this) return;
    database_.holder = database_.tabs.empty() ? nullptr : database_.tabs.front();
    if (database_.holder != nullptr) database_.holder->win();
  }

 private:
  void win() {
    answers_.emplace_back([this] {
      writes_ = true;
      read_anew();
    });
  }
  /// Asked politely it answers when nothing is on its way; frozen, it does not even notice.
  void give_way() {
    if (!frozen_) lose();
  }
  void lose() {
    if (!std::exchange(writes_, false)) return;
    answers_.emplace_back([this] {
      listener_->store_writer(false);
      if (!unsaved_.empty() || changes_ != database_.changes) read_anew();
    });
  }

  void read_anew() {
    if (!load_failure_.empty()) {
      if (loaded_) writes_ = false;
      return listener_->store_load_failed(std::exchange(load_failure_, {}));
    }
    if (writes_) fence_ = ++database_.fence;
    if (loaded_ && database_.emptied) {
      if (!writes_) return;  // what is shown is all that is left
      listener_->store_writer(true);
      return listener_->store_lost();
    }
    loaded_ = true;
    changes_ = database_.changes;
    std::vector<StoreEntry> entries;
    for (const auto& [key, bytes] : database_.contents) entries.push_back({key, bytes});
    listener_->store_writer(writes_);
    listener_->store_loaded(std::move(entries));
  }

  void commit(std::uint64_t ticket, const StoreChange& change) {
    if (!writes_) return;
    if (fence_ != database_.fence) return lose();
    if (!refusal_.empty()) return listener_->store_failed(ticket, refusal_);
    if (change.remove_everything) database_.contents.clear();
    for (const std::string& key : change.removals) database_.contents.erase(key);
    std::vector<std::string> keys;
    for (const StoreEntry& entry : change.puts) {
      database_.contents[entry.key] = entry.bytes;
      keys.push_back(entry.key);
    }
    database_.emptied = false;
    changes_ = ++database_.changes;
    const bool to_be_read = change.remove_everything || !change.removals.empty();
    for (MemoryTab* const other : database_.tabs) {
      if (other != this && !other->frozen_) other->hear(changes_, to_be_read ? std::vector<std::string>() : keys);
    }
    if (std::exchange(swallows_, false)) return;
    unsaved_.erase(unsaved_.begin(), unsaved_.upper_bound(ticket));
    listener_->store_committed(ticket);
  }

  void hear(std::uint64_t change, std::vector<std::string> keys) {
    answers_.emplace_back([this, change, keys = std::move(keys)] {
      if (writes_ || !loaded_ || change <= changes_) return;
      std::vector<StoreEntry> entries;
      for (const std::string& key : keys) {
        if (const auto found = database_.contents.find(key); found != database_.contents.end())
          entries.push_back({key, found->second});
      }
      if (change != changes_ + 1 || keys.empty() || entries.size() != keys.size()) return read_anew();
      changes_ = change;
      listener_->store_followed(std::move(entries));
    });
  }

  MemoryDatabase& database_;
  StoreListener* listener_ = nullptr;
  std::deque<std::function<void()>> answers_;
  std::map<std::uint64_t, StoreChange> unsaved_;
  std::uint64_t fence_ = 0;
  std::uint64_t changes_ = 0;
  std::string refusal_;
  std::string load_failure_;
  bool writes_ = false;
  bool loaded_ = false;
  bool frozen_ = false;
  bool swallows_ = false;
};

}  // namespace hengping::shell
