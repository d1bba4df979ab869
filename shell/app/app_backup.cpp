// Backups: made of everything, believed only when what was read back gives the same state.
#include <algorithm>
#include <utility>

#include "core/state/state_hash.h"
#include "shell/app/app.h"

namespace hengping::shell {

namespace {

std::string hash_of(const Ledger& ledger) { return state_hash(fold(ledger.sequence(), CivilDate::after_all())); }

/// "hengping-backup-20261123T053108Z.json": names stand in the order of their time.
std::string backup_name(std::string_view now) {
  std::string digits;
  for (const char c : now.substr(0, now.find('.'))) {
    if (c != '-' && c != ':') digits += c;
  }
  return "hengping-backup-" + digits + "Z.json";
}

}  // namespace

void App::back_up(BackupPlace place) {
  if (phase_ != Phase::ready || signing_ || ledger_.size() == 0) return;
  backup_place_ = place;
  backup_news_ = BackupNews::none;
  extract_.reset();
  sign_and_hand_out();
}

void App::hand_out_backup(BackupPlace place) {
  backup_on_its_way_ = BackupRecord{ports_.clock.today(), backup_name(ports_.clock.now()), ledger_.size(), hash_of(ledger_)};
  ports_.files.save_backup(backup_on_its_way_->name, with_attachments(ledger_.write_bundle(), attachments().named()), place);
}

void App::backup_answered(BackupOutcome outcome, std::string_view bytes, std::string reason) {
  if (!backup_on_its_way_) return;
  BackupRecord record = *std::exchange(backup_on_its_way_, std::nullopt);
  switch (outcome) {
    case BackupOutcome::given_up: break;
    case BackupOutcome::failed:
      backup_news_ = BackupNews::failed;
      backup_failure_ = std::move(reason);
      break;
    case BackupOutcome::handed_out:
      settings_.backups.made = std::move(record);
      backup_news_ = BackupNews::handed_out;
      keep_backups();
      break;
    case BackupOutcome::read_back:
      settings_.backups.made = std::move(record);
      check_backup(bytes);
      break;
  }
  if (changed_) changed_();
}

BackupNews App::check_backup(std::string_view bytes) {
  if (phase_ != Phase::ready) return BackupNews::none;
  Ledger restored;
  Intake intake = restored.examine(bytes, *policy_);
  if (!intake.ok() || intake.source() != Intake::Source::bundle) return backup_news_ = BackupNews::unsound;
  restored.set_roots(ledger_.roots());
  restored.set_own_device(device_.id);
  restored.merge(std::move(intake));
  const std::string hash = hash_of(restored);
  const auto gives = [&](const std::optional<BackupRecord>& record) {
    return record && record->records == restored.size() && record->state_hash == hash;
  };
  if (gives(settings_.backups.made)) {
    settings_.backups.proven = settings_.backups.made;
  } else if (!gives(settings_.backups.proven)) {
    return backup_news_ = BackupNews::other;
  }
  keep_backups();
  return backup_news_ = BackupNews::proven;
}

void App::keep_backups() {
  if (writing() != Writing::mine) return;
  StoreChange change;
  change.puts = settings_entries(settings_);
  enqueue(std::move(change));
}

BackupStanding App::backup_standing() const {
  BackupStanding standing;
  if (ledger_.size() == 0) return standing;
  const auto& proven = settings_.backups.proven;
  standing.kind = proven ? BackupStanding::Kind::proven : settings_.backups.made ? BackupStanding::Kind::unproven : BackupStanding::Kind::none;
  standing.newer_made = settings_.backups.made && settings_.backups.made != proven;
  // Records are never taken away: what came since is what there is more.
  standing.unkept = ledger_.size() - (proven ? std::min(proven->records, ledger_.size()) : 0);
  if (proven) {
    standing.on = proven->on;
    standing.days = std::max(0, today_ - proven->on);
  }
  return standing;
}

bool App::backup_is_due() const {
  if (phase_ != Phase::ready || writing() != Writing::mine || signing_ || backup_on_its_way_ || ledger_.size() == 0) return false;
  const BackupStanding standing = backup_standing();
  if (standing.kind != BackupStanding::Kind::proven) return true;
  return standing.unkept >= backup_after_records || (standing.unkept > 0 && standing.days > 0);
}

}  // namespace hengping::shell
