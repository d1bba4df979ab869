// The ledger as its keepers see it: devices and their rights, records that do not count, contradictions, what was learnt late.
//
// Everything here is a copy and stays valid; `App::revision()` tells when it is out of date. What the bureau states is stated by the commands
// below, which do nothing where this device may not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"
#include "core/ledger/conflicts.h"
#include "core/ledger/irregularities.h"
#include "core/ledger/ledger.h"
#include "shell/app/app.h"
#include "shell/app/display.h"
#include "shell/app/record_members.h"

namespace hengping::shell {

/// Whether this device may state what the bureau states about the ledger.
enum class Office : std::uint8_t {
  acts,
  founds,        ///< no bureau is known here, and this device is the bureau's: its first statement founds the ledger
  other_role,    ///< it is not the bureau's
  not_enrolled,  ///< it says that it is the bureau's, and the bureau has not enrolled it
};
[[nodiscard]] Office office_of(const App& app);
[[nodiscard]] inline bool may_act(Office office) { return office == Office::acts || office == Office::founds; }

/// Roles that speak for one party; the others are of none.
[[nodiscard]] bool is_of_party(Role role);

// ---------------------------------------------------------------- devices

struct DeviceRow {
  std::string id;
  Role role = Role::bureau;  ///< as enrolled; of devices that are not, as they say
  std::string name;          ///< may be empty
  std::string scope;         ///< the party's identifier; empty: of none
  DeviceStanding standing = DeviceStanding::unknown;
  std::size_t records = 0;
  std::size_t waiting = 0;          ///< of them, in quarantine
  std::vector<std::string> digits;  ///< check digits, groups of five
  std::string head_hash;            ///< of its last record; empty while it has none
  std::string last_at;              ///< when it was made, for people
  bool own = false;
  bool is_signed = false;  ///< it has a key
  bool may_enrol = false, may_refuse = false, may_revoke = false;
};

/// The way from the first opening of the page to records that count everywhere.
enum class EnrolmentStep : std::uint8_t { introduce, record, hand_over, compare };
struct EnrolmentStepView {
  EnrolmentStep step = EnrolmentStep::introduce;
  bool done = false;
};

struct DevicesView {
  Office office = Office::other_role;
  DeviceRow own;
  bool bureau_known = false;
  bool may_enrol_bureau = false;         ///< another device as the bureau's
  bool introduced = false;               ///< name, and where needed the party, are stated
  std::vector<EnrolmentStepView> steps;  ///< empty for who has no bureau to ask: the bureau's own first device
  std::vector<DeviceRow> devices;        ///< own first, then who asks to be enrolled, then the others by name
  std::size_t requests = 0;              ///< of other devices, to be enrolled
  std::size_t records = 0;               ///< of all devices
  std::size_t waiting = 0;
};
[[nodiscard]] DevicesView devices_view(App& app);

/// What is stated of a device: by itself (introduce) or by the bureau (enrol).
struct DeviceForm {
  std::string device;  ///< whom it enrols; not used by introduce
  Role role = Role::enterprise;
  std::string name, scope;
};
enum class EntryFault : std::uint8_t { none, missing, malformed };
struct DeviceFormFaults {
  EntryFault role = EntryFault::none, name = EntryFault::none, scope = EntryFault::none;
  [[nodiscard]] bool any() const {
    return role != EntryFault::none || name != EntryFault::none || scope != EntryFault::none;
  }
};
/// The name that the register has for an identifier; empty if it has none.
[[nodiscard]] std::string party_name(App& app, Role role, std::string_view id);
[[nodiscard]] DeviceForm introduction_form(const App& app);
/// States who keeps this device, unless there are faults.
DeviceFormFaults introduce(App& app, const DeviceForm& form);
[[nodiscard]] DeviceForm enrolment_form(const DeviceRow& device);
/// Enrols the device, unless there are faults. Only a root makes another device of role bureau; of others that role is a fault.
DeviceFormFaults enrol(App& app, const DeviceForm& form);
/// False, stating nothing, if this device may not or if there is no reason.
bool refuse_device(App& app, const std::string& device, const std::string& reason);
bool revoke_device(App& app, const std::string& device, const std::string& reason);

// ---------------------------------------------------------------- records that do not count

/// One record in a line, of whatever kind and standing.
struct RecordLine {
  std::size_t index = 0;  ///< into Ledger::records()
  std::string hash;       ///< 64 hex digits
  std::string kind;       ///< "rating.given", "device.enrolled"; empty: not understood
  std::string on;         ///< civil date; empty: not understood
  std::string at;         ///< when it was made, for people
  std::string device, device_name;
  std::string provider, provider_name, enterprise, enterprise_name, engagement;  ///< empty where it names none
  RecordStanding standing = RecordStanding::counts;
};
[[nodiscard]] RecordLine record_line(App& app, std::size_t index);
/// "rating.given", "device.enrolled"; empty: not understood.
[[nodiscard]] std::string_view record_kind(const Record& record);

struct UncountedGroup {
  std::string device, device_name;
  Role role = Role::bureau;
  RecordStanding standing = RecordStanding::unknown_device;
  std::size_t records = 0;
};
struct UncountedQuery {
  std::string text;  ///< in kind, parties, contract, device, hash
  std::string device;
  std::optional<RecordStanding> standing;
  [[nodiscard]] bool operator==(const UncountedQuery&) const = default;
};
/// All records that do not count: what waits, and what the bureau has decided against.
class UncountedList {
 public:
  void update(App& app, const UncountedQuery& query);
  [[nodiscard]] const std::vector<UncountedGroup>& groups() const { return groups_; }  ///< by device, then by reason
  [[nodiscard]] std::size_t size() const { return hits_.size(); }
  [[nodiscard]] std::size_t total() const { return all_.size(); }  ///< without the query
  [[nodiscard]] std::size_t index(std::size_t row) const { return hits_[row]; }

 private:
  std::uint64_t revision_ = 0;
  UncountedQuery query_;
  std::vector<UncountedGroup> groups_;
  std::vector<std::uint32_t> all_, hits_;  // newest first
};

/// What the bureau may decide of a record here.
struct Judgement {
  bool may_admit = false, may_reject = false;
};
[[nodiscard]] Judgement judgement_of(const App& app, std::size_t record);
/// False, stating nothing, if this device may not or if there is no reason.
bool admit_record(App& app, std::string_view hash, const std::string& reason);
bool reject_record(App& app, std::string_view hash, const std::string& reason);

// ---------------------------------------------------------------- contradictions

struct ConflictSide {
  RecordLine record;
  std::vector<RecordMember> value;  ///< what it says of the matter; empty: its kind says it all
  bool counts = false;              ///< decides until the conflict is resolved
};
struct ConflictView {
  Matter matter = Matter::registration;
  std::string subject;  ///< "P1:address", for lack of words
  std::string id;       ///< what it is about: "P1", "E1"
  std::string detail;   ///< of it: "address", "2025-Q1"; may be empty
  std::vector<ConflictSide> sides;
};
class ConflictList {
 public:
  /// Brings the list up to date, the first `most` of it in full.
  void update(App& app, std::size_t most);
  [[nodiscard]] std::size_t total() const { return conflicts_.size(); }
  [[nodiscard]] const std::vector<ConflictView>& shown() const { return shown_; }
  /// Keeps the side of that hash. False, stating nothing, if this device may not, or if there is no reason or no such side any more.
  static bool keep(App& app, const ConflictView& conflict, std::string_view hash, const std::string& reason);

 private:
  std::uint64_t revision_ = 0;
  std::vector<Conflict> conflicts_;
  std::vector<ConflictView> shown_;
};

// ---------------------------------------------------------------- what was learnt late

struct LateView {
  RecordLine decision;
  std::string provider, provider_name;
  std::vector<Bilingual> changes;  ///< of what it rested on: as it was known → as it was
  std::vector<RecordLine> late;
};
class LateList {
 public:
  void update(App& app);
  /// Whether it is worth asking unasked: more than one feed is held.
  [[nodiscard]] static bool is_likely(const App& app) { return app.ledger().feeds().size() > 1; }
  [[nodiscard]] const std::vector<LateView>& decisions() const { return decisions_; }

 private:
  std::uint64_t revision_ = 0;
  std::vector<LateView> decisions_;
};

/// An irregularity with its instants for people.
[[nodiscard]] std::vector<Irregularity> irregularities_view(const App& app);

}  // namespace hengping::shell
