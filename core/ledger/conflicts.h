// Contradictions between records that were made without knowledge of each other. Nothing is overwritten silently: until someone who knows of both
// says which one stands, both are shown.
//
// Each record writes certain *matters*: a field of a provider, the rating of a period, the outcome of an order, an identifier … Two records of
// one matter that say different things contradict each other if neither's device had the other, and no later record of the matter was made in
// knowledge of both. Meanwhile the legal order decides what counts (semantics §1 "Order"): the last record of the matter, of registrations
// the first; an order that is voided here and verified there is voided (semantics §4).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/ledger/ledger.h"
#include "core/ledger/parties.h"

namespace hengping {

enum class Matter : std::uint8_t {
  registration,       ///< an identifier that two records make exist
  provider_field,     ///< name, address … of a provider
  provider_standing,  ///< decisions, appeal decisions and reinstatements of a provider
  procedure,          ///< notices of disqualification to a provider
  contract_terms,     ///< amount, due date, items or plan of a contract
  contract_end,
  need,        ///< a need of a contract's lists
  progress,    ///< of a contract on a day
  assessment,  ///< of a contract, before or after
  acceptance,
  rating,         ///< of a contract and period
  case_verdict,   ///< of a complaint or finding
  trigger,        ///< orders and waivers for one trigger
  order_outcome,  ///< verified, refused or voided
  order_due_date,
  replacement,  ///< the answer to a contract's request
  award,
  policy,  ///< a version of a policy
};
inline constexpr std::size_t matters = 18;
/// "registration", "provider_field" and so on.
[[nodiscard]] std::string_view matter_name(Matter matter);

struct Conflict {
  Matter matter = Matter::registration;
  /// What it is about, for a person: "P1:address", "C1@2025-Q1", "R3".
  std::string subject;
  /// Indices into Ledger::records(), in legal order; two or more.
  std::vector<std::uint32_t> sides;
  /// Of the sides, the one that decides until the conflict is resolved.
  std::uint32_t counting = 0;
};

/// All conflicts between facts that count, by matter, then by subject.
[[nodiscard]] std::vector<Conflict> find_conflicts(const Ledger& ledger);

/// What resolves the conflict in favour of one of its sides: to be stated by the bureau.
[[nodiscard]] ConflictResolved resolve(const Ledger& ledger, const Conflict& conflict, std::uint32_t keep,
                                       std::string reason);

/// What sides of conflicts say of their matter: the members of a body that differ between sides, canonical JSON. Reads the ledger once; for
/// as long as it does not change.
class SideValues {
 public:
  explicit SideValues(const Ledger& ledger);
  [[nodiscard]] std::string of(const Conflict& conflict, std::uint32_t side) const;

 private:
  const Ledger& ledger_;
  Parties parties_;
};
/// The same of one side.
[[nodiscard]] std::string side_value(const Ledger& ledger, const Conflict& conflict, std::uint32_t side);

}  // namespace hengping
