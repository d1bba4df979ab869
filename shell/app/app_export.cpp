// What leaves the device: bundles, signed up to their end, and calendars.
#include <utility>

#include "core/codec/calendar.h"
#include "shell/app/app.h"

namespace hengping::shell {

std::optional<HeadToSign> App::head_to_sign(const Ledger& ledger, std::string_view key) {
  if (key.empty()) return std::nullopt;
  for (const Feed& feed : ledger.feeds()) {
    // Whoever this device was introduced as before signed with the same key.
    if (feed.device.key != key) continue;
    if (auto head = ledger.head_to_sign(feed.device.id)) return head;
  }
  return std::nullopt;
}

void App::export_bundle() {
  if (phase_ != Phase::ready || signing_) return;
  extract_.reset();
  sign_and_hand_out();
}

void App::export_extract(const ExtractOptions& options) {
  if (phase_ != Phase::ready || signing_) return;
  extract_ = options;
  sign_and_hand_out();
}

void App::cancel_export() {
  if (exporting()) signing_.reset();
}

void App::sign_and_hand_out() {
  export_failure_.clear();
  signing_ = head_to_sign(ledger_, device_.key);
  if (!signing_) return hand_out();
  const std::string message = signing_->message;  // the answer may come from inside the call
  ports_.signer.sign(++signing_ticket_, message);
}

void App::signature_ready(std::uint64_t ticket, std::string signature, std::string reason) {
  if (!signing_ || ticket != signing_ticket_) return;
  const HeadToSign head = *std::exchange(signing_, std::nullopt);
  if (phase_ == Phase::opening) return former_key_signed(head, signature);
  if (ledger_.accept_signature(head, signature)) {
    StoreChange change;
    change.puts.push_back(feed_entry(ledger_, head.feed));
    enqueue(std::move(change));
    // Something may have been recorded while the key was at work, or another feed is of this key.
    sign_and_hand_out();
  } else {
    export_failure_ = reason.empty() ? "signature" : std::move(reason);
  }
  if (changed_) changed_();
}

void App::hand_out() {
  const std::string party = extract_ && !extract_->id.empty() ? extract_->id + "-" : std::string();
  const std::string name = "hengping-" + party + ports_.clock.today().to_string() + ".json";
  if (extract_) {
    last_extract_ = extract_bundle(ledger_, *extract_);
    const auto attachments = std::exchange(last_extract_->attachments, {});
    ports_.files.save(name, "application/json",
                      with_attachments(std::exchange(last_extract_->bundle, {}), attachments));
  } else {
    ports_.files.save(name, "application/json", with_attachments(ledger_.write_bundle(), attachments().named()));
  }
  ++exports_;
}

void App::export_calendar(const std::vector<Deadline>& deadlines) {
  CalendarOptions options;
  options.language = settings_.language == Language::chinese ? &Bilingual::zh : &Bilingual::en;
  constexpr std::size_t to_the_second = 19;  // "2026-11-23T05:31:08"
  const std::string stamp = ports_.clock.now().substr(0, to_the_second) + "Z";
  options.stamp = stamp;
  const std::string name = "hengping-" + today_.to_string() + ".ics";
  ports_.files.save(name, "text/calendar", write_calendar(deadlines, today_, options));
}

}  // namespace hengping::shell
