// What is on its way to the store, and what the store answers.
#include <utility>

#include "shell/app/app.h"

namespace hengping::shell {

SaveState App::save_state() const {
  if (phase_ != Phase::ready) return {SaveState::Kind::opening, 0, {}};
  if (pending_.empty() && stranded_.changes > 0)
    return {SaveState::Kind::failed, stranded_.changes, std::string(not_writer_reason)};
  if (pending_.empty()) return {SaveState::Kind::saved, 0, {}};
  if (save_failed_) return {SaveState::Kind::failed, pending_.size(), save_failure_};
  return {SaveState::Kind::saving, pending_.size(), {}};
}

void App::retry() {
  if (!save_failed_) return;
  save_failed_ = false;
  send_next();
}

void App::retry_quietly() {
  if (save_failed_) send_next();
}

void App::enqueue(StoreChange change) {
  if (outdated_ || !writes_) return;  // only signatures come here then, and those are made anew
  pending_.push_back({next_ticket_++, std::move(change)});
  if (pending_.size() > 1) ports_.store.hold(pending_.back().ticket, pending_.back().change);
  if (in_flight_) return;
  save_failed_ = false;  // a new action is a good moment to try again what failed
  send_next();
}

void App::send_next() {
  if (in_flight_ || pending_.empty()) return;
  in_flight_ = true;
  ports_.store.write(pending_.front().ticket, pending_.front().change);
}

void App::store_committed(std::uint64_t ticket) {
  if (!in_flight_ || pending_.empty() || pending_.front().ticket != ticket) return;
  in_flight_ = false;
  save_failed_ = false;
  if (ticket >= loss_ticket_) loss_ticket_ = 0;
  pending_.pop_front();
  send_next();
  if (changed_) changed_();
}

void App::store_failed(std::uint64_t ticket, std::string reason) {
  if (!in_flight_ || pending_.empty() || pending_.front().ticket != ticket) return;
  in_flight_ = false;
  if (pending_.size() > 1 && pending_[1].change.remove_everything) {
    // What failed would be deleted by the next change anyway.
    pending_.pop_front();
    send_next();
  } else {
    if (save_failed_ && save_failure_ == reason) return;  // told already
    save_failed_ = true;
    save_failure_ = std::move(reason);
  }
  if (changed_) changed_();
}

void App::store_lost() {
  if (phase_ == Phase::failed || (!writes_ && phase_ == Phase::ready)) return;
  if (taking_) return take_what_is_left();
  if (phase_ == Phase::opening) {
    lost_while_opening_ = restored_.has_value();  // else what is going to be read is what is there
    return;
  }
  write_everything();
  if (changed_) changed_();
}

void App::write_everything() {
  // Bytes that were stored are gone; what was on its way the page still holds.
  blobs_.clear();
  for (const Pending& one : pending_) {
    if (one.change.remove_everything) blobs_.clear();
    for (const std::string& blob : one.change.blob_removals) blobs_.erase(blob);
    blobs_.insert(one.change.blobs.begin(), one.change.blobs.end());
  }
  pending_.clear();
  in_flight_ = false;
  store_was_lost_ = true;
  damage_.clear();  // what could not be read is gone too
  StoreChange change;
  change.remove_everything = true;
  change.puts = everything_of(ledger_);
  change.puts.push_back(device_entry(device_));
  change.blobs.assign(blobs_.begin(), blobs_.end());
  for (StoreEntry& entry : settings_entries(settings_)) change.puts.push_back(std::move(entry));
  for (const auto& [name, draft] : drafts_)
    change.puts.push_back({std::string(draft_prefix).append(name), draft_bytes(draft)});
  loss_ticket_ = next_ticket_;
  enqueue(std::move(change));
}

void App::store_outdated() {
  outdated_ = true;
  if (changed_) changed_();
}

}  // namespace hengping::shell
