// What is stated about the ledger itself: by the bureau, who may state what, and which of two records stands; by whoever keeps a record, what is
// attached to it. Records like any other, of kinds of this product's own; they are made by the app only and never taken from a facts file, so that
// nobody's spreadsheet enrols a device.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/fault.h"
#include "core/codec/json_value.h"
#include "core/facts/fact.h"
#include "core/ledger/attachment_form.h"
#include "core/ledger/digest.h"

namespace hengping {

/// `bureau.founded`: the first word of a bureau's own ledger. Its device's key is the root from which all rights come.
struct BureauFounded {
  std::string name;
};
/// `device.enrolled`: the device may state what its role may, and what it has stated so far counts.
struct DeviceEnrolled {
  std::string device;
  Role role = Role::bureau;
  std::string name;
  std::string scope;            ///< the party whose own matters it may state; empty for roles that are of no party
  std::optional<Hash> through;  ///< of a feed without signatures (version 1): the last record that is meant
};
/// `device.refused`: its request to be enrolled is declined.
struct DeviceRefused {
  std::string device, reason;
};
/// `device.revoked`: its records up to `heads` go on counting, what comes after does not.
struct DeviceRevoked {
  std::string device;
  std::vector<Hash>
      heads;  ///< the last records that count; more than one if the feed has forked, none if nothing counts
  std::string reason;
};
/// `record.admitted`: a record that waits counts all the same.
struct RecordAdmitted {
  Hash record{};
  std::string reason;
};
/// `record.rejected`: a record does not count, and no longer waits for anything.
struct RecordRejected {
  Hash record{};
  std::string reason;
};
/// `conflict.resolved`: of records that contradict each other one stands, the others are set aside.
struct ConflictResolved {
  Hash keep{};
  std::vector<Hash> set_aside;
  std::string reason;
};
/// `records.received`: a receipt. What was received is what the record itself has newly seen.
struct RecordsReceived {
  std::int64_t records = 0;  ///< how many were new
};

/// `attachment.added`: a photo or document belongs to a record. Its bytes stand elsewhere, by their hash (core/ledger/attachments.h).
struct AttachmentAdded {
  Hash about{};       ///< the record
  Hash attachment{};  ///< SHA-256 of the bytes
  AttachmentType type = AttachmentType::jpeg;
  std::uint64_t size = 0;  ///< bytes, 1 to 10^15
  std::string name;        ///< as is_attachment_name asks, or empty: it has none
};
/// `attachment.withdrawn`: it belongs to the record no more, and nobody need keep its bytes. The record that it was there stays.
struct AttachmentWithdrawn {
  Hash about{}, attachment{};
  std::string reason;
};

using StatementBody =
    std::variant<BureauFounded, DeviceEnrolled, DeviceRefused, DeviceRevoked, RecordAdmitted, RecordRejected,
                 ConflictResolved, RecordsReceived, AttachmentAdded, AttachmentWithdrawn>;
inline constexpr std::size_t statement_kinds = std::variant_size_v<StatementBody>;

struct Statement {
  CivilDate on;
  StatementBody body;
  Role by = Role::bureau;  ///< of attachments the role of whoever states it; all else is the bureau's to say
};

/// "bureau.founded" and so on.
[[nodiscard]] std::string_view statement_name(const StatementBody& body);
[[nodiscard]] bool is_statement_kind(std::string_view kind);

/// The record that the body is about, if it says what is attached to one, else null: this is not only the bureau's to state.
[[nodiscard]] const Hash* attached_to(const StatementBody& body);

/// The statement in canonical bytes.
[[nodiscard]] std::string write_statement(const Statement& statement);
/// Reads a record's body whose `kind` is a statement's. Nothing if there are faults.
[[nodiscard]] std::optional<Statement> read_statement(JsonValue& body, const std::string& pointer, FaultList& faults);

}  // namespace hengping
