#include "shell/app/app.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/ledger/founding.h"
#include "shell/app/import_preview.h"
#include "shell/app/json_text.h"
#include "shell/app/store_dump.h"

namespace hengping::shell {

namespace {

constexpr std::size_t device_id_bytes = 16;
constexpr std::string_view one_fact_pointer = "/facts/0";

}  // namespace

App::App(const Ports& ports, const Policy& policy)
    : ports_(ports),
      policy_(&policy),
      random_hex_([this](std::size_t bytes) { return ports_.ids.random_hex(bytes); }),
      today_(ports.clock.today()) {}

App::~App() = default;

void App::open() {
  if (phase_ == Phase::ready) return;
  phase_ = Phase::opening;
  open_failure_.clear();
  ports_.store.load();
  if (!key_ && writes_) ports_.signer.ask_for_key();
}

void App::begin_frame() {
  const CivilDate today = ports_.clock.today();
  if (today == today_) return;
  today_ = today;
  ++revision_;
}

// ---------------------------------------------------------------- reading

const LiveEvaluation& App::live() {
  if (live_ && live_->as_of() != today_) live_.reset();
  if (!live_) {
    live_.emplace(ledger_.sequence(), *policy_, today_);
  } else if (live_ledger_revision_ != ledger_revision_) {
    live_->update(ledger_.sequence());
  }
  live_ledger_revision_ = ledger_revision_;
  return *live_;
}

const ProviderVerdict* App::verdict(std::string_view provider) {
  const auto& providers = answer().providers;
  const auto found =
      std::lower_bound(providers.begin(), providers.end(), provider,
                       [](const ProviderVerdict& verdict, std::string_view id) { return verdict.provider < id; });
  return found != providers.end() && found->provider == provider ? &*found : nullptr;
}

const Ranking& App::ranking() {
  if (!ranking_ || ranking_revision_ != revision_) ranking_ = rank_providers(state(), policy(), today_);
  ranking_revision_ = revision_;
  return *ranking_;
}

// ---------------------------------------------------------------- commands

SubmitResult App::submit(const JsonValue& fact, std::span<const Attachment> attachments) {
  SubmitResult result;
  if (!takes_changes()) {
    const bool elsewhere = phase_ == Phase::ready && writing() != Writing::mine;
    result.outcome = elsewhere ? SubmitResult::Outcome::not_writer : SubmitResult::Outcome::not_ready;
    return result;
  }
  Intake intake = ledger_.examine(facts_text(fact), *policy_, &device_);
  result.faults = intake.faults().sorted();
  for (Fault& fault : result.faults) {
    if (fault.pointer.starts_with(one_fact_pointer)) fault.pointer.erase(0, one_fact_pointer.size());
  }
  check_attachments(attachments, result.faults);
  if (!result.faults.empty()) return result;
  if (intake.added() == 0) {
    result.outcome = SubmitResult::Outcome::already_there;
    if (attachments.empty()) return result;
    const std::string_view body = intake.body_of(intake.items().front());
    const auto& records = ledger_.records();
    const auto there = std::find_if(records.rbegin(), records.rend(), [body](const Record& record) {
      return record.counts_as_fact() && record.body() == body;
    });
    return there == records.rend() ? result : attach(there->hash_text(), attachments);
  }
  take(std::move(intake), attachments);
  result.outcome = SubmitResult::Outcome::accepted;
  return result;
}

void App::examine_file(std::string name, std::string bytes) {
  discard_import();
  if (phase_ != Phase::ready || outdated_) return;
  auto dump = read_store_dump(bytes);
  if (!dump) return examine(std::move(name), std::move(bytes));
  examine(name, std::move(dump->bundle));
  if (!preview_->ok || dump->facts.empty()) {
    preview_->unreadable = dump->unreadable;
    return;
  }
  if (intake_->has_news()) {
    // They may rest on what comes first.
    import_rest_ = std::move(dump->facts);
    preview_->in_two_steps = true;
  } else {
    examine(std::move(name), std::move(dump->facts));
  }
  preview_->unreadable = dump->unreadable;
}

void App::examine(std::string name, std::string bytes) {
  import_bytes_ = std::move(bytes);
  intake_ = ledger_.examine(import_bytes_, *policy_, &device_);
  intake_revision_ = ledger_revision_;
  preview_ = preview_import(ledger_, *intake_, std::move(name), import_bytes_);
}

bool App::confirm_import() {
  if (!preview_ || !intake_ || !takes_changes()) return false;
  std::string name = preview_->name;
  // Something was recorded since: what the file would do may be another thing now.
  if (intake_revision_ != ledger_revision_) examine(name, std::exchange(import_bytes_, {}));
  if (!preview_->ok) return false;
  Intake intake = std::move(*intake_);
  std::string rest = std::move(import_rest_);
  discard_import();
  if (intake.has_news()) take(std::move(intake));
  if (!rest.empty()) examine(std::move(name), std::move(rest));
  return true;
}

void App::discard_import() {
  intake_.reset();
  preview_.reset();
  import_bytes_ = std::string();
  import_rest_ = std::string();
}

void App::clear() {
  if (!takes_changes()) return;
  discard_import();
  clear_failure_.clear();
  // The feed that goes may have been handed out: its key must never sign another beginning.
  clearing_ = true;
  ports_.signer.renew_key();
}

void App::begin_anew() {
  clearing_ = false;
  ++clearings_;
  last_extract_.reset();
  settings_.backups = {};
  backup_news_ = BackupNews::none;
  backup_on_its_way_.reset();
  drafts_.clear();
  replace_ledger(Ledger());
  blobs_.clear();
  damage_.clear();
  const StoreEntry own = become(make_own_device(settings_.role, {}, {}));
  // What had not been stored yet has nothing to be stored for. Only what is on its way must be waited for.
  while (pending_.size() > (in_flight_ ? 1U : 0U)) pending_.pop_back();
  StoreChange change;
  change.remove_everything = true;
  change.puts = settings_entries(settings_);
  change.puts.push_back(own);
  enqueue(std::move(change));
}

bool App::load_demo_city(std::string_view bytes) {
  if (ledger_.size() > 0 || !takes_changes()) return false;
  Intake intake = ledger_.examine(bytes, *policy_);
  if (!intake.ok() || intake.added() == 0) return false;
  take(std::move(intake));
  return true;
}

void App::set_role(Role role) {
  Settings settings = settings_;
  settings.role = role;
  change_settings(settings);
}

void App::set_language(Language language) {
  Settings settings = settings_;
  settings.language = language;
  change_settings(settings);
}

void App::set_theme(ThemePreference theme) {
  Settings settings = settings_;
  settings.theme = theme;
  change_settings(settings);
}

void App::set_column_widths(ColumnWidths widths) {
  if (!writes_) {
    settings_.column_widths = std::move(widths);  // for the eye, as long as the other tab changes none
    return;
  }
  Settings settings = settings_;
  settings.column_widths = std::move(widths);
  change_settings(settings);
}

void App::change_settings(const Settings& settings) {
  if (settings == settings_ || !takes_changes()) return;
  settings_ = settings;
  StoreChange change;
  change.puts = settings_entries(settings_);
  // The identity's role is what its feed says of it; as long as there is no feed it follows the choice.
  if (device_.role != settings_.role && !has_own_feed())
    change.puts.push_back(become(make_own_device(settings_.role, device_.name, {})));
  enqueue(std::move(change));
}

bool App::has_own_feed() const {
  return std::any_of(ledger_.feeds().begin(), ledger_.feeds().end(),
                     [this](const Feed& feed) { return feed.device.id == device_.id; });
}

Device App::make_own_device(Role role, std::string name, std::string scope) {
  if (key_ && !key_->empty()) return hengping::make_device(role, std::move(name), std::move(scope), *key_);
  return Device{ports_.ids.random_hex(device_id_bytes), role, std::move(name), {}, {}};
}

StoreEntry App::become(Device device) {
  device_ = std::move(device);
  ledger_.set_own_device(device_.id);
  ledger_changed();
  return device_entry(device_);
}

void App::introduce(Role role, std::string name, std::string scope) {
  if (!takes_changes()) return;
  Device device = make_own_device(role, std::move(name), std::move(scope));
  settings_.role = role;
  StoreChange change;
  change.puts = settings_entries(settings_);
  if (device.role != device_.role || device.name != device_.name || device.scope != device_.scope)
    change.puts.push_back(become(std::move(device)));
  enqueue(std::move(change));
}

void App::take(Intake intake, std::span<const Attachment> attachments, std::string_view draft) {
  const std::string now = ports_.clock.now();
  const Author author{device_, now, random_hex_};
  const CivilDate today = ports_.clock.today();
  std::vector<Appended> appended;
  const auto add = [&appended](std::vector<Appended> more) {
    std::move(more.begin(), more.end(), std::back_inserter(appended));
  };
  const bool is_bundle = intake.source() == Intake::Source::bundle;
  if (!is_bundle) add(found_if_first(ledger_, author, today));
  auto taken = ledger_.take(std::move(intake), author);
  StoreChange change;
  if (!attachments.empty() && !taken.empty()) {
    const std::uint32_t first = ledger_.record_of(taken.front().feed, taken.front().first_sequence);
    state_attachments(Hash(ledger_.records()[first].hash), attachments, author, taken.back(), change);
  }
  if (!draft.empty()) remove_draft(draft, change);
  if (is_bundle) {
    extracts_changed_ = true;
    trust_first_founders(ledger_);
    add(acknowledge(ledger_, taken, author, today));
  }
  add(std::move(taken));
  take_entries(appended, std::move(change), is_bundle);
}

void App::state(StatementBody body) {
  if (!takes_changes()) return;
  const std::string now = ports_.clock.now();
  const Author author{device_, now, random_hex_};
  const CivilDate today = ports_.clock.today();
  std::vector<Appended> appended = found_if_first(ledger_, author, today);
  const bool withdraws = std::holds_alternative<AttachmentWithdrawn>(body);
  appended.push_back(ledger_.state(Statement{today, std::move(body), own_role()}, author));
  take_entries(appended, {}, withdraws);
}

void App::take_entries(const std::vector<Appended>& appended, StoreChange change, bool may_let_go) {
  change.puts = entries_of(appended, ledger_);
  if (std::exchange(extracts_changed_, false)) put_extracts(ledger_, change);
  change.puts.push_back(roots_entry(ledger_.roots()));
  ledger_changed();
  if (may_let_go) let_go(change);
  enqueue(std::move(change));
}

void App::replace_ledger(Ledger ledger) {
  live_.reset();  // these point into the ledger that goes
  attachments_.reset();
  ledger_ = std::move(ledger);
  ledger_changed();
}

void App::ledger_changed() {
  ++ledger_revision_;
  ++revision_;
}

}  // namespace hengping::shell
