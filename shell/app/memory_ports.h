// In-memory twins of the ports, for tests and for a page whose browser keeps nothing. They fail, delay and stand still on command.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ledger/digest.h"
#include "core/ledger/signature.h"
#include "shell/app/ports.h"

namespace hengping::shell {

/// Answers wait until `pump`, as a browser's answers wait for the event loop.
class MemoryStore final : public Store {
 public:
  void set_listener(StoreListener& listener) { listener_ = &listener; }

  void load() override {
    answers_.emplace_back([this] {
      if (!load_failure_.empty()) {
        listener_->store_load_failed(std::exchange(load_failure_, {}));
        return;
      }
      std::vector<StoreEntry> entries;
      for (const auto& [key, bytes] : contents_) entries.push_back({key, bytes});
      for (const auto& [hash, bytes] : blobs_) entries.push_back({std::string(blob_prefix) + hash, {}});
      std::sort(entries.begin(), entries.end(), [](const auto& one, const auto& other) { return one.key < other.key; });
      listener_->store_loaded(std::move(entries));
    });
  }

  void write(std::uint64_t ticket, const StoreChange& change) override {
    ++writes_;
    const bool fails = disconnected_ || (fail_at_ != 0 && writes_ == fail_at_);
    const std::string reason = disconnected_ ? connection_reason_ : fail_reason_;
    if (std::exchange(vanished_, false)) {
      answers_.clear();
      answers_.emplace_back([this] { listener_->store_lost(); });
      return;
    }
    answers_.emplace_back([this, ticket, change, fails, reason] {
      if (fails || !answer_failure_.empty()) {
        listener_->store_failed(ticket, fails ? reason : std::exchange(answer_failure_, {}));
        return;
      }
      for (const std::string& hash : change.blobs) {
        if (blobs_.contains(hash) || staged_.contains(hash)) continue;
        return listener_->store_failed(ticket, "AttachmentError: " + hash);
      }
      apply(change);
      listener_->store_committed(ticket);
    });
  }

  void hold(std::uint64_t ticket, const StoreChange& change) override { held_.emplace_back(ticket, change); }
  /// What was held, oldest first.
  [[nodiscard]] const std::vector<std::pair<std::uint64_t, StoreChange>>& held() const { return held_; }

  /// Gives every answer that waits, and those that these lead to.
  void pump() {
    while (pump_one()) {
    }
  }
  /// Gives the oldest answer that waits. False if none does.
  bool pump_one() {
    if (answers_.empty()) return false;
    const std::function<void()> answer = std::move(answers_.front());
    answers_.pop_front();
    answer();
    return true;
  }

  /// The n-th write from now (1: the next one) is refused, and nothing of it is kept.
  void fail_write(std::size_t n, std::string reason) {
    fail_at_ = writes_ + n;
    fail_reason_ = std::move(reason);
  }
  /// The write that is on its way already is refused.
  void fail_answer(std::string reason) { answer_failure_ = std::move(reason); }
  void fail_load(std::string reason) { load_failure_ = std::move(reason); }
  /// Every write is refused until `reconnect`.
  void disconnect(std::string reason) {
    disconnected_ = true;
    connection_reason_ = std::move(reason);
  }
  void reconnect() { disconnected_ = false; }
  /// Bytes as the page hands them over, under their hash, before the change that names them.
  void stage(const std::string& hash, std::string bytes) { staged_[hash] = std::move(bytes); }
  /// The attachments that are stored, by hash.
  [[nodiscard]] const std::map<std::string, std::string>& blobs() const { return blobs_; }
  [[nodiscard]] std::map<std::string, std::string>& blobs() { return blobs_; }
  [[nodiscard]] std::size_t staged() const { return staged_.size(); }

  /// Everything is deleted behind the app's back; the next write finds out.
  void vanish() {
    contents_.clear();
    blobs_.clear();
    vanished_ = true;
  }
  /// The page is gone: what was not answered was not kept.
  void forget_answers() { answers_.clear(); }

  [[nodiscard]] std::size_t writes() const { return writes_; }
  [[nodiscard]] std::size_t waiting() const { return answers_.size(); }
  [[nodiscard]] const std::map<std::string, std::string>& contents() const { return contents_; }
  /// To be damaged by tests.
  [[nodiscard]] std::map<std::string, std::string>& contents() { return contents_; }

 private:
  void apply(const StoreChange& change) {
    if (change.remove_everything) contents_.clear();
    if (change.remove_everything) blobs_.clear();
    for (const std::string& key : change.removals) contents_.erase(key);
    for (const std::string& hash : change.blob_removals) blobs_.erase(hash);
    for (const std::string& hash : change.blobs) {
      if (auto staged = staged_.extract(hash)) blobs_.insert(std::move(staged));
    }
    for (const StoreEntry& entry : change.puts) contents_[entry.key] = entry.bytes;
  }

  StoreListener* listener_ = nullptr;
  std::map<std::string, std::string> contents_;
  std::map<std::string, std::string> staged_, blobs_;
  std::deque<std::function<void()>> answers_;
  std::vector<std::pair<std::uint64_t, StoreChange>> held_;
  std::size_t writes_ = 0;
  std::size_t fail_at_ = 0;
  std::string fail_reason_;
  std::string answer_failure_;
  std::string load_failure_;
  std::string connection_reason_;
  bool disconnected_ = false;
  bool vanished_ = false;
};

/// Answers at once, unless told to wait; each is another key.
class MemorySigner final : public Signer {
 public:
  explicit MemorySigner(std::uint64_t number = 1) : number_(number) {}
  void set_listener(SignerListener& listener) { listener_ = &listener; }

  void ask_for_key() override {
    if (!key_failure_.empty()) return listener_->key_failed(std::exchange(key_failure_, {}));
    listener_->key_ready(has_key_ ? to_hex(public_key_of(seed())) : std::string());
  }
  void renew_key() override {
    if (key_failure_.empty()) number_ += 1'000'000;
    ask_for_key();
  }
  void sign(std::uint64_t ticket, std::string_view message) override {
    if (waits_) {
      waiting_.emplace_back(ticket, message);
    } else if (!failure_.empty()) {
      listener_->signature_ready(ticket, {}, std::exchange(failure_, {}));
    } else {
      listener_->signature_ready(ticket, hengping::sign(message, seed()), {});
    }
  }

  /// As a browser without Ed25519.
  void have_no_key() { has_key_ = false; }
  /// The key is out of reach the next time that it is asked for or to be made anew.
  void fail_key(std::string reason) { key_failure_ = std::move(reason); }
  void fail_next(std::string reason) { failure_ = std::move(reason); }
  void wait() { waits_ = true; }
  void go_on() {
    waits_ = false;
    for (auto& [ticket, message] : std::exchange(waiting_, {})) sign(ticket, message);
  }
  /// The number that the key is made from: another app with the same number has the same key.
  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  [[nodiscard]] std::string seed() const {
    std::string bytes(seed_bytes, '\0');
    for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(number_ >> (8 * i) & 0xFFU);
    return bytes;
  }

  SignerListener* listener_ = nullptr;
  std::uint64_t number_;
  bool has_key_ = true;
  bool waits_ = false;
  std::string failure_;
  std::string key_failure_;
  std::vector<std::pair<std::uint64_t, std::string>> waiting_;
};

/// Stands still until it is set.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(CivilDate today, std::string now = "2026-11-23T05:31:08.123Z")
      : today_(today), now_(std::move(now)) {}
  std::string now() override { return now_; }
  CivilDate today() override { return today_; }
  void set_today(CivilDate today) { today_ = today; }
  void set_now(std::string now) { now_ = std::move(now); }

 private:
  CivilDate today_;
  std::string now_;
};

/// Counts instead of drawing lots: 00…01, 00…02, never the same twice.
class CountingIds final : public IdSource {
 public:
  explicit CountingIds(std::uint64_t first = 1) : next_(first) {}
  std::string random_hex(std::size_t bytes) override {
    std::string hex(bytes * 2, '0');
    std::uint64_t value = next_++;
    for (std::size_t i = hex.size(); i > 0 && value > 0; --i, value /= 16) hex[i - 1] = "0123456789abcdef"[value % 16];
    return hex;
  }

 private:
  std::uint64_t next_;
};

class MemoryFiles final : public FileSink {
 public:
  struct File {
    std::string name, mime, bytes;
  };
  void save(std::string_view name, std::string_view mime, std::string_view bytes) override {
    files_.push_back({std::string(name), std::string(mime), std::string(bytes)});
  }
  [[nodiscard]] const std::vector<File>& files() const { return files_; }

 private:
  std::vector<File> files_;
};

}  // namespace hengping::shell
