// The one object that the screens talk to: it holds the ledger, keeps it in the store, and answers for today.
//
// A frame goes: `begin_frame()`, then any reading, then commands. Pointers, references and views that reading gave are valid until
// the next `begin_frame()`, command or store answer; `revision()` tells whether anything that they show has changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/codec/json_value.h"
#include "core/ledger/attachments.h"
#include "core/ledger/extract.h"
#include "core/ledger/ledger.h"
#include "core/policy/policy.h"
#include "core/rules/deadlines.h"
#include "core/rules/live_evaluation.h"
#include "core/rules/ranking.h"
#include "core/state/state.h"
#include "shell/app/attachments.h"
#include "shell/app/backup.h"
#include "shell/app/ports.h"
#include "shell/app/settings.h"
#include "shell/app/store_layout.h"
#include "shell/app/stranded.h"

namespace hengping::shell {

enum class Phase : std::uint8_t {
  opening,  ///< the store has not answered yet
  ready,
  failed,  ///< the store could not be read: `open()` tries again; nothing is written meanwhile
};

/// Who changes what is stored: one tab does, the others show what becomes of it.
enum class Writing : std::uint8_t {
  mine,
  another,
  taking,  ///< another's, and asked for by this one, or about to be its own: what is stored is being read
};

/// What is saved, told truthfully.
struct SaveState {
  enum class Kind : std::uint8_t {
    opening,
    saved,   ///< the store has confirmed every change
    saving,  ///< `pending` changes are on their way
    failed,  ///< the oldest of `pending` changes was refused for `reason`; all are held in memory: `retry()`, or export (also `stranded()`)
  };
  Kind kind = Kind::opening;
  std::size_t pending = 0;
  std::string reason;  ///< the store's own words, see store_trouble.h
  [[nodiscard]] bool operator==(const SaveState&) const = default;
};

struct SubmitResult {
  enum class Outcome : std::uint8_t {
    accepted,
    already_there,  ///< the very same fact is in the ledger: nothing was added
    refused,        ///< see `faults`
    not_writer,     ///< another tab writes: `take_over()` first
    not_ready,      ///< the app has not opened, or takes no changes any more (`outdated()`)
  };
  Outcome outcome = Outcome::refused;
  std::vector<Fault>
      faults;  ///< pointers relative to the fact: "/uscc", "/items/0/quantity"; "" for the fact as a whole
  [[nodiscard]] bool ok() const { return outcome == Outcome::accepted || outcome == Outcome::already_there; }
};

/// One fault of an examined file, with the text that it points to.
struct ImportFault {
  Fault fault;
  std::string
      offending;  ///< the JSON at the pointer (of a missing member: of what should hold it), at most about 200 bytes; may be empty
};

/// What a bundle brings of one device.
struct ImportFeed {
  Device device;  ///< as it describes itself
  std::size_t added = 0;
  DeviceStanding standing = DeviceStanding::unknown;  ///< as things stand here before the file is taken in
  bool in_part = false;                               ///< only part of its records is shown, with proof
  bool forks = false;                                 ///< its new records contradict others of the same numbers
  bool part_missing = false;                          ///< records before them are not here: they will wait
};

/// What taking in a file would do.
struct ImportPreview {
  std::string name;
  std::size_t bytes = 0;
  bool ok = false;  ///< false: refused as a whole, see `faults`
  Intake::Source source = Intake::Source::facts;
  std::size_t added = 0;
  std::size_t already_there = 0;
  std::vector<std::pair<std::string, std::size_t>> added_by_kind;  ///< kind name, count
  std::vector<ImportFeed> feeds;                                   ///< those that bring something
  std::size_t unreadable = 0;  ///< damaged parts of a raw copy of a store: they are left out
  bool in_two_steps = false;   ///< the rest of the file is examined when this is taken in
  std::size_t fault_total = 0;
  std::vector<ImportFault> faults;  ///< at most FaultList::limit
};

class App final : public StoreListener, public SignerListener {
 public:
  struct Ports {
    Store& store;
    Clock& clock;
    IdSource& ids;
    FileSink& files;
    Signer& signer;
  };

  /// The ports and the policy must outlive the app.
  explicit App(const Ports& ports, const Policy& policy = default_policy());
  ~App() override;
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  /// Called whenever something that screens show has changed outside a command (a store answer arrived).
  void on_change(std::function<void()> changed) { changed_ = std::move(changed); }

  /// Asks the store for everything; also after a failure.
  void open();
  /// Reads the clock: a new day changes what counts. Call before each frame, never between reading and using.
  void begin_frame();

  // ---- how it stands
  [[nodiscard]] Phase phase() const { return phase_; }
  [[nodiscard]] const std::string& open_failure() const { return open_failure_; }  ///< the store's own words
  /// Stored parts that could not be read; they are left in the store untouched.
  [[nodiscard]] const std::vector<Damage>& damage() const { return damage_; }
  [[nodiscard]] SaveState save_state() const;
  /// The store was emptied while the app was open, and everything is being written anew or has been. Until `acknowledge_loss()`.
  [[nodiscard]] bool store_was_lost() const { return store_was_lost_; }
  /// Everything has been written anew since; later changes are another matter.
  [[nodiscard]] bool loss_is_mended() const { return loss_ticket_ == 0; }
  void acknowledge_loss() { store_was_lost_ = false; }
  /// A newer version of the app has taken the store over: everything can be read and exported, nothing changed.
  [[nodiscard]] bool outdated() const { return outdated_; }
  /// How many times everything has been deleted since the start; what becomes of that in the store is for `save_state()` to say.
  [[nodiscard]] std::size_t clearings() const { return clearings_; }
  /// Why the last `clear()` did not happen; empty: it did, or is under way.
  [[nodiscard]] const std::string& clear_failure() const { return clear_failure_; }
  [[nodiscard]] Writing writing() const;
  /// How many commands have changed nothing because another tab writes.
  [[nodiscard]] std::size_t refusals() const { return refusals_; }
  /// Changes that were not stored before another tab took over writing. They are submitted again when this one writes; what is left then could
  /// not be, beside what has been stored meanwhile.
  [[nodiscard]] const Stranded& stranded() const { return stranded_; }
  [[nodiscard]] const Settings& settings() const { return settings_; }
  [[nodiscard]] const Device& device() const { return device_; }

  // ---- what it holds
  /// Grows with every change of what the reading below gives (records, day, opening, clearing).
  [[nodiscard]] std::uint64_t revision() const { return revision_; }
  [[nodiscard]] CivilDate today() const { return today_; }
  /// In force today.
  [[nodiscard]] const Policy& policy() { return live().policy(); }
  /// In force as long as no record adopts another.
  [[nodiscard]] const Policy& base_policy() const { return *policy_; }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  /// Folded as of today; brought up to date when first asked for after a change.
  [[nodiscard]] const State& state() { return live().state(); }
  /// The verdicts of today, of all providers.
  [[nodiscard]] const Answer& answer() { return live().answer(); }
  /// The verdict of one provider, or null if it is not registered by today.
  [[nodiscard]] const ProviderVerdict* verdict(std::string_view provider);
  /// Article 10 as of today; computed when first asked for after a change.
  [[nodiscard]] const Ranking& ranking();
  /// What belongs to the record of that hash (64 hex digits), in the order of its statements: what counts and was not withdrawn.
  [[nodiscard]] std::vector<Attachment> attachments_of(std::string_view record_hash) const;
  /// Whether the store has the bytes, or is being given them.
  [[nodiscard]] bool has_attachment(std::string_view sha256) const { return blobs_.contains(sha256); }
  /// What records name and the store has not, each once, sorted by hash: from any bundle that carries it, it can be taken in.
  [[nodiscard]] std::vector<Attachment> wanted_attachments() const;

  // ---- commands
  /// Takes in one fact, in the shape of a facts file's (see forms.h), after all of core's checks, and with it one `attachment.added` for each
  /// attachment, in one change; the page has handed their bytes to the store before. Of a fact that is there already the attachments that it has not are
  /// added to it, which counts as accepted. Faults of attachments have pointers like "/attachments/0/size".
  SubmitResult submit(const JsonValue& fact, std::span<const Attachment> attachments = {});
  /// Several new facts as one action: all are taken in and stored in one change, or none. The attachments belong to the first in legal order (of one day:
  /// as they are given). Pointers begin with the fact's place: "/0/provider". The draft of that name goes in the same change; "": none.
  SubmitResult submit_together(std::span<const JsonValue> facts, std::span<const Attachment> attachments,
                               std::string_view draft);
  /// Stores what is being filled in, so that it is there after the page was closed; the attachments' bytes are kept with it.
  void keep_draft(std::string_view name, std::string text, std::span<const Attachment> attachments = {});
  /// Bytes that nothing else names are let go.
  void drop_draft(std::string_view name);
  /// What was kept under that name; null if nothing is.
  [[nodiscard]] const std::string* draft(std::string_view name) const;
  /// The same for a record that is there.
  SubmitResult attach(std::string_view record_hash, std::span<const Attachment> attachments);
  /// States that it belongs to the record no more; the bytes are let go unless another record names them. False if there is no such attachment.
  bool withdraw_attachment(std::string_view record_hash, std::string_view sha256, std::string reason);
  /// Bytes that the page has handed to the store, checked against their hash: those wanted are stored. Says how many that are.
  std::size_t keep_attachments(std::span<const std::string> sha256s);
  /// Reads a facts file or bundle (one call; 40 MB take about a second) and holds what it would do.
  void examine_file(std::string name, std::string bytes);
  [[nodiscard]] const ImportPreview* import_preview() const { return preview_ ? &*preview_ : nullptr; }
  /// Takes in what was examined; the file is let go. False if there is nothing to take in, or if it has faults by now (the preview then
  /// shows them).
  bool confirm_import();
  void discard_import();
  /// Signs what is new of this device's own feed, then saves the whole ledger as `hengping-YYYY-MM-DD.json`; also while saving fails.
  void export_bundle();
  /// The same, of what concerns one party only, as `hengping-ID-YYYY-MM-DD.json`.
  void export_extract(const ExtractOptions& options);
  /// What the last extract that was handed to the user shows and leaves out; its text is let go. Nothing if there was none since the start.
  [[nodiscard]] const std::optional<ExtractedBundle>& last_extract() const { return last_extract_; }
  /// How many bundles have been handed to the user since the start, and why the last could not be signed (empty: it could).
  [[nodiscard]] std::size_t exports() const { return exports_; }
  /// The device's key is at work for an export.
  [[nodiscard]] bool exporting() const { return phase_ == Phase::ready && signing_.has_value(); }
  /// Nothing is handed out then, whatever the key answers later.
  void cancel_export();
  [[nodiscard]] const std::string& export_failure() const { return export_failure_; }
  /// Signs what is new, and has the page keep the whole ledger at that place; its answer comes as `backup_answered`. Nothing if there is nothing to keep.
  void back_up(BackupPlace place);
  /// What became of it; `bytes` as read back, `reason` of a failure. One that was not asked for is passed over.
  void backup_answered(BackupOutcome outcome, std::string_view bytes, std::string reason);
  /// Opens a file as a new device would, and tells whether it gives the state that the last backup was made of (BackupStanding).
  BackupNews check_backup(std::string_view bytes);
  [[nodiscard]] BackupStanding backup_standing() const;
  /// One is being signed, written or read back.
  [[nodiscard]] bool backing_up() const { return backup_place_.has_value() || backup_on_its_way_.has_value(); }
  [[nodiscard]] BackupNews backup_news() const { return backup_news_; }
  [[nodiscard]] const std::string& backup_failure() const { return backup_failure_; }
  /// Whether a backup by itself is called for now.
  [[nodiscard]] bool backup_is_due() const;
  /// Makes a record of what the bureau states about the ledger itself. Where no bureau is known, this device founds it first.
  void state(StatementBody body);
  /// States who keeps this device. Records made so far stay with who they were made as; what follows is of the new description.
  void introduce(Role role, std::string name, std::string scope);
  /// Saves these deadlines as `hengping-YYYY-MM-DD.ics` for a calendar, in the language chosen; what waits without a day is left out.
  void export_calendar(const std::vector<Deadline>& deadlines);
  /// Deletes every record and this device's identity, and begins anew with another identity. Settings stay.
  void clear();
  /// Fills an empty ledger with demonstration data (a facts file). False, changing nothing, if it is not empty or the file has faults.
  bool load_demo_city(std::string_view bytes);
  /// Sends the changes that could not be stored again, in order.
  void retry();
  /// The same without anybody's asking: a failure is told until it is mended.
  void retry_quietly();
  /// Asks to be the tab that writes.
  void take_over();
  /// Saves what is stranded as files, `hengping-unsaved-YYYY-MM-DD.json` of its facts.
  void export_stranded();
  void discard_stranded() { stranded_ = {}; }
  void set_role(Role role);
  void set_language(Language language);
  void set_theme(ThemePreference theme);
  void set_column_widths(ColumnWidths widths);

  // ---- StoreListener
  void store_loaded(std::vector<StoreEntry> entries) override;
  void store_load_failed(std::string reason) override;
  void store_committed(std::uint64_t ticket) override;
  void store_failed(std::uint64_t ticket, std::string reason) override;
  void store_lost() override;
  void store_outdated() override;
  void store_writer(bool mine) override;
  void store_followed(std::vector<StoreEntry> entries) override;

  // ---- SignerListener
  void key_ready(std::string public_key) override;
  void key_failed(std::string reason) override;
  void signature_ready(std::uint64_t ticket, std::string signature, std::string reason) override;

 private:
  struct Pending {
    std::uint64_t ticket = 0;
    StoreChange change;
  };

  [[nodiscard]] const LiveEvaluation& live();
  /// Whether a command may change anything now; counts those that another tab's writing forbids.
  [[nodiscard]] bool takes_changes();
  /// Shows what was restored.
  void show(Restored& restored);
  void follow_anew();
  /// Keeps what waits to be written for when it can be submitted again.
  void strand();
  void resubmit();
  /// Takes in facts or a bundle, or finds them there. False if they are refused.
  bool offer(std::string_view text);
  /// Takes over a store whose contents the browser has deleted: what is held here is all that there is.
  void take_what_is_left();
  [[nodiscard]] bool restate(const Stranded::Own& own);
  void examine(std::string name, std::string bytes);
  /// The attachments belong to the first of its records; the draft of that name goes in the same transaction.
  void take(Intake intake, std::span<const Attachment> attachments = {}, std::string_view draft = {});
  void remove_draft(std::string_view name, StoreChange& change);
  /// Of these the bytes that neither a record nor a draft names any more.
  void let_go_of(const std::vector<std::string>& sha256s, StoreChange& change);
  [[nodiscard]] bool is_drafted(const std::string& sha256) const;
  void change_settings(const Settings& settings);
  [[nodiscard]] bool has_own_feed() const;
  [[nodiscard]] Device make_own_device(Role role, std::string name, std::string scope);
  /// Becomes this device; its entry is to be stored.
  [[nodiscard]] StoreEntry become(Device device);
  /// The app is ready when the store has answered and the key is there.
  void finish_opening();
  void begin_anew();
  void adopt(const Device& former);
  /// Of the feeds that this key has to sign, the first whose end is not signed.
  [[nodiscard]] static std::optional<HeadToSign> head_to_sign(const Ledger& ledger, std::string_view key);
  /// Has the key's feeds signed up to their ends, then forgets it.
  void give_up_key();
  void renew_key();
  void former_key_signed(const HeadToSign& head, std::string_view signature);
  void sign_and_hand_out();
  void hand_out();
  void hand_out_backup(BackupPlace place);
  void keep_backups();
  /// `change`: what else belongs into the transaction. With `may_let_go`, bytes that were withdrawn by it are.
  void take_entries(const std::vector<Appended>& appended, StoreChange change = {}, bool may_let_go = false);
  // ---- attachments (app_attachments.cpp)
  [[nodiscard]] const AttachmentIndex& attachments() const;
  /// As what this device states.
  [[nodiscard]] Role own_role() const;
  /// What its statements call the record of that hash; nothing if it is not held.
  [[nodiscard]] std::optional<Hash> attachable(std::string_view record_hash) const;
  /// Whether this device may say what is attached to it.
  [[nodiscard]] bool may_attach(const Hash& record) const;
  void check_attachments(std::span<const Attachment> attachments, std::vector<Fault>& faults);
  /// Adds the statements to the end of `run`, a run of the own feed's last records.
  void state_attachments(const Hash& about, std::span<const Attachment> attachments, const Author& author,
                         Appended& run, StoreChange& change);
  [[nodiscard]] static Attachment attachment_view(const AttachmentAdded& added);
  void let_go(StoreChange& change);
  [[nodiscard]] std::string with_attachments(std::string bundle, const std::vector<const AttachmentAdded*>& list) const;
  void replace_ledger(Ledger ledger);
  void ledger_changed();
  void enqueue(StoreChange change);
  void write_everything();
  void send_next();

  Ports ports_;
  const Policy* policy_;
  std::function<std::string(std::size_t)> random_hex_;
  std::function<void()> changed_;

  Phase phase_ = Phase::opening;
  std::string open_failure_;
  std::vector<Damage> damage_;
  Settings settings_;
  Device device_;
  Ledger ledger_;
  std::uint64_t revision_ = 1;  // of the ledger or the day
  std::uint64_t ledger_revision_ = 1;
  CivilDate today_;
  std::optional<LiveEvaluation> live_;  // points into the ledger
  std::optional<Ranking> ranking_;
  std::uint64_t ranking_revision_ = 0;
  std::uint64_t live_ledger_revision_ = 0;  // what it was last brought up to

  std::optional<ImportPreview> preview_;
  std::optional<Intake> intake_;
  std::uint64_t intake_revision_ = 0;
  std::string import_bytes_;
  std::string import_rest_;  // facts that wait until the rest of their file is taken in

  std::optional<std::string> key_;           // empty: this device has none
  std::optional<Restored> restored_;         // while the key is being asked for or given up
  bool key_is_fresh_ = false;                // made while opening: it has signed nothing
  std::vector<std::uint32_t> former_feeds_;  // signed by the key that is being given up
  bool extracts_changed_ = false;            // since they were stored
  bool clearing_ = false;                    // while another key is being made
  std::optional<HeadToSign> signing_;        // for the export that waits for it
  std::uint64_t signing_ticket_ = 0;
  std::optional<ExtractOptions> extract_;  // what the export is to show; nothing: everything
  std::optional<ExtractedBundle> last_extract_;
  std::size_t exports_ = 0;
  std::string export_failure_;

  std::optional<BackupPlace> backup_place_;        // of the export that waits for the key, if it is a backup
  std::optional<BackupRecord> backup_on_its_way_;  // until the page has answered
  BackupNews backup_news_ = BackupNews::none;      // of the last attempt
  std::string backup_failure_;

  std::deque<Pending> pending_;  // oldest first; only the oldest is ever on its way, so that no gap can be stored
  bool in_flight_ = false;
  std::uint64_t next_ticket_ = 1;
  std::string save_failure_;  // empty: the oldest has not failed
  bool save_failed_ = false;
  bool lost_while_opening_ = false;
  bool store_was_lost_ = false;
  std::uint64_t loss_ticket_ = 0;  // of the change that writes everything anew; 0: it is stored
  bool outdated_ = false;
  bool writes_ = true;
  bool taking_ = false;
  bool export_again_ = false;  // it waited for a signature when everything was read anew
  std::size_t refusals_ = 0;
  Stranded stranded_;
  std::size_t clearings_ = 0;
  std::string clear_failure_;

  std::map<std::string, Draft, std::less<>> drafts_;
  std::set<std::string, std::less<>> blobs_;  // SHA-256 of the bytes that are stored, or on their way to the store
  mutable std::optional<AttachmentIndex> attachments_;
  mutable std::uint64_t attachments_revision_ = 0;  // of the ledger
};

}  // namespace hengping::shell
