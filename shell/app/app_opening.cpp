// From what the store and the key answer to an app that is ready.
#include <utility>

#include "core/ledger/founding.h"
#include "shell/app/app.h"

namespace hengping::shell {

void App::store_loaded(std::vector<StoreEntry> entries) {
  if (phase_ != Phase::opening) return;
  restored_ = restore_ledger(entries);
  finish_opening();
}

void App::key_ready(std::string public_key) {
  key_ = std::move(public_key);
  if (clearing_) {
    begin_anew();
    if (changed_) changed_();
  } else {
    finish_opening();
  }
}

void App::key_failed(std::string reason) {
  if (std::exchange(clearing_, false)) {
    clear_failure_ = std::move(reason);
    if (changed_) changed_();
    return;
  }
  key_.reset();
  key_is_fresh_ = false;
  former_feeds_.clear();
  restored_.reset();
  lost_while_opening_ = false;
  store_load_failed(std::move(reason));
}

void App::finish_opening() {
  if (phase_ != Phase::opening || !restored_ || !key_) return;
  std::optional<Device> identity = restored_->device;
  if (!identity && !key_->empty()) {
    // What could not be read may be told from the feed that this key has signed.
    for (const Feed& feed : restored_->ledger.feeds()) {
      if (feed.device.key == *key_) identity = feed.device;
    }
  }
  const bool is_of_key = identity && identity->key == *key_;
  // The store may have been emptied or replaced behind our back: whatever this key has signed, it may not begin a feed again, nor go on with one.
  if (!is_of_key && !key_->empty() && !key_is_fresh_) return renew_key();
  const bool keeps_identity = is_of_key && !restored_->broken.contains(identity->id);
  // A key never signs two beginnings of one feed.
  if (is_of_key && !key_->empty() && !keeps_identity) return give_up_key();
  Restored restored = *std::exchange(restored_, std::nullopt);
  replace_ledger(std::move(restored.ledger));
  settings_ = restored.settings;
  drafts_ = std::move(restored.drafts);
  blobs_ = std::move(restored.blobs);
  damage_ = std::move(restored.damage);
  phase_ = Phase::ready;
  StoreChange change;
  change.puts = std::move(restored.set_aside);
  if (keeps_identity) {
    const bool is_stored = restored.device.has_value();
    change.puts.push_back(become(*std::move(identity)));
    if (!is_stored) enqueue(std::move(change));
  } else {
    const std::optional<Device> former = std::move(identity);
    change.puts.push_back(former ? become(make_own_device(former->role, former->name, former->scope))
                                 : become(make_own_device(settings_.role, {}, {})));
    for (const std::uint32_t feed : std::exchange(former_feeds_, {})) change.puts.push_back(feed_entry(ledger_, feed));
    enqueue(std::move(change));
    if (former) adopt(*former);
  }
  if (std::exchange(lost_while_opening_, false)) write_everything();
  if (changed_) changed_();
}

void App::renew_key() {
  key_is_fresh_ = true;  // the answer may come from inside the call
  ports_.signer.renew_key();
}

void App::give_up_key() {
  signing_ = head_to_sign(restored_->ledger, *key_);
  if (!signing_) return renew_key();
  const std::string message = signing_->message;
  ports_.signer.sign(++signing_ticket_, message);
}

void App::former_key_signed(const HeadToSign& head, std::string_view signature) {
  // What it cannot sign any more stays on this device.
  if (!restored_->ledger.accept_signature(head, signature)) return renew_key();
  former_feeds_.push_back(head.feed);
  give_up_key();
}

void App::adopt(const Device& former) {
  const std::string now = ports_.clock.now();
  const auto appended = adopt_former_feed(ledger_, former, Author{device_, now, random_hex_}, ports_.clock.today());
  if (!appended.empty()) take_entries(appended);
}

void App::store_load_failed(std::string reason) {
  if (phase_ != Phase::opening) return;
  phase_ = Phase::failed;
  open_failure_ = std::move(reason);
  if (changed_) changed_();
}

}  // namespace hengping::shell
