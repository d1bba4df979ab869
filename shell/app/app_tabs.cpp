// One of several tabs: following the one that writes, taking over, and what becomes of changes that were not stored in time.
#include <algorithm>
#include <utility>

#include "core/codec/json_reader.h"
#include "shell/app/app.h"

namespace hengping::shell {

Writing App::writing() const { return taking_ ? Writing::taking : writes_ ? Writing::mine : Writing::another; }

bool App::takes_changes() {
  if (phase_ != Phase::ready || outdated_) return false;
  if (writing() == Writing::mine) return true;
  ++refusals_;
  return false;
}

void App::take_over() {
  if (phase_ != Phase::ready || outdated_ || writing() != Writing::another) return;
  taking_ = true;
  ports_.store.take_over();
}

void App::store_writer(bool mine) {
  if (mine == writes_) return;
  writes_ = mine;
  if (mine) {
    if (phase_ == Phase::ready) {
      taking_ = true;
    } else if (!key_) {
      ports_.signer.ask_for_key();
    }
    return;
  }
  taking_ = false;
  key_.reset();
  if (std::exchange(clearing_, false)) clear_failure_ = not_writer_reason;
  if (restored_) {
    // It was being opened or taken over.
    signing_.reset();
    key_is_fresh_ = false;
    former_feeds_.clear();
    lost_while_opening_ = false;
    return follow_anew();
  }
  strand();
  if (changed_) changed_();
}

void App::show(Restored& restored) {
  replace_ledger(std::move(restored.ledger));
  settings_ = restored.settings;
  blobs_ = std::move(restored.blobs);
  drafts_ = std::move(restored.drafts);
  damage_ = std::move(restored.damage);
  phase_ = Phase::ready;
  // What was examined points into the ledger that is gone.
  if (intake_) examine(preview_->name, std::exchange(import_bytes_, {}));
}

void App::follow_anew() {
  Restored restored = *std::exchange(restored_, std::nullopt);
  const bool was_exporting = exporting() || std::exchange(export_again_, false);
  signing_.reset();
  if (restored.device) {
    device_ = *restored.device;
    restored.ledger.set_own_device(device_.id);
  } else {
    device_ = Device{};
    device_.role = restored.settings.role;
  }
  show(restored);
  if (was_exporting) sign_and_hand_out();
  if (changed_) changed_();
}

void App::store_followed(std::vector<StoreEntry> entries) {
  if (phase_ != Phase::ready || writes_) return;
  const bool clear = follow(entries, ledger_, settings_, device_.id);
  ledger_changed();
  if (!clear) ports_.store.load();
  if (changed_) changed_();
}

void App::take_what_is_left() {
  std::vector<StoreEntry> entries = everything_of(ledger_);
  entries.push_back(device_entry(device_));
  for (StoreEntry& entry : settings_entries(settings_)) entries.push_back(std::move(entry));
  lost_while_opening_ = true;
  store_loaded(std::move(entries));
}

// ---------------------------------------------------------------- what was not stored

void App::strand() {
  std::vector<StoreChange> changes;
  for (Pending& one : pending_) changes.push_back(std::move(one.change));
  add_stranded(stranded_, changes, ledger_, device_, settings_, loss_ticket_ != 0);
  if (stranded_.changes == 0) stranded_ = {};  // nothing that a person did
  pending_.clear();
  in_flight_ = save_failed_ = false;
  loss_ticket_ = 0;
  store_was_lost_ = false;
}

bool App::offer(std::string_view text) {
  Intake intake = ledger_.examine(text, *policy_, &device_);
  if (!intake.ok()) return false;
  if (intake.has_news()) take(std::move(intake));
  return true;
}

bool App::restate(const Stranded::Own& own) {
  FaultList faults;
  auto body = read_json(own.body, faults);
  auto statement = body ? read_statement(*body, {}, faults) : std::nullopt;
  if (!statement) return false;
  // Founding and receipts follow from what is taken in.
  if (std::holds_alternative<BureauFounded>(statement->body) ||
      std::holds_alternative<RecordsReceived>(statement->body))
    return true;
  const auto& records = ledger_.records();
  if (std::any_of(records.begin(), records.end(), [&](const Record& record) { return record.body() == own.body; }))
    return true;
  const std::string now = ports_.clock.now();
  take_entries({ledger_.state(*statement, Author{device_, now, random_hex_})});
  return true;
}

void App::resubmit() {
  if (stranded_.changes == 0) return;
  Stranded again = std::exchange(stranded_, {});
  if (again.cleared) clear_failure_ = not_writer_reason;
  if (again.device) introduce(again.device->role, again.device->name, again.device->scope);
  if (again.settings) settings_ = *again.settings;
  if (!again.bundle.empty() && !offer(again.bundle)) stranded_.bundle = std::move(again.bundle);
  // What has come to be stored all the same is there already.
  std::erase_if(again.own, [this](const Stranded::Own& one) { return ledger_.find(one.hash) != Record::nowhere; });
  auto at = again.own.begin();
  while (at != again.own.end()) {
    const auto end = std::find_if(at, again.own.end(), [](const Stranded::Own& one) { return !one.is_fact; });
    if (at == end) {
      if (!restate(*at)) stranded_.own.push_back(std::move(*at));
      ++at;
      continue;
    }
    // Together if they can be, or one by one.
    const bool together = offer(facts_file({at, end}));
    for (; at != end; ++at) {
      if (!together && !offer(facts_file({at, at + 1}))) stranded_.own.push_back(std::move(*at));
    }
  }
  stranded_.changes = stranded_.own.size() + (stranded_.bundle.empty() ? 0 : 1);
  // Written in any case: with it the store lets go of what it held for a recovery.
  StoreChange change;
  change.puts = settings_entries(settings_);
  enqueue(std::move(change));
}

void App::export_stranded() {
  const std::string day = ports_.clock.today().to_string() + ".json";
  if (const std::string facts = facts_file(stranded_.own); !facts.empty())
    ports_.files.save("hengping-unsaved-" + day, "application/json", facts);
  if (!stranded_.bundle.empty()) ports_.files.save("hengping-received-" + day, "application/json", stranded_.bundle);
  ++exports_;
}

}  // namespace hengping::shell
