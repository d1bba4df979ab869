// Who comes to what: a storyline is the part of a provider's course that ends up before the bureau. Most providers have none. What a storyline
// does to the contracts it plays in is that contract's fate.
#pragma once

#include <cstdint>

#include "shell/cli/city/request.h"

namespace hengping::cli {

enum class Storyline : std::uint8_t {
  clean,               ///< nothing to tell
  exemplary,           ///< all duties of Article 5 done, an award
  complaint_settled,   ///< 7.1, rectified in time
  late_change,         ///< 7.2, one waived, one rectified late; an enterprise leaves the pilot
  unagreed_amendment,  ///< 7.3, the order is open; an earlier one was voided
  failed_acceptance,   ///< 7.4, the rectification awaits verification
  unfinished,          ///< 7.5, lapsed; a replacement is asked for and rejected
  refusal,             ///< refused (9.1); the provider is replaced
  repeated_orders,     ///< three orders and many unsatisfied (9.1, 9.2); retained
  lagging,             ///< 9.3, and an acceptance with major failings (9.6); disqualification proposed
  leak,                ///< 9.4, disqualified, the appeal is turned down
  improper_benefit,    ///< 9.5, disqualified, overturned on appeal
  reinstated,          ///< 9.6, disqualified and later back
};
inline constexpr std::uint64_t storyline_kinds = 12;  ///< without clean

/// Contracts that each storyline has to itself.
inline constexpr std::uint64_t slots = 3;

/// The first twelve, whatever the seed, are one of each, so that a small city shows all; the seed deals them, and fewer
/// providers than twelve share them. Later ones are mostly clean.
[[nodiscard]] Storyline storyline_at(const CityRequest& request, std::uint64_t number);
/// The day on which it begins: a contract of a slot is signed at least two months before.
[[nodiscard]] CivilDate storyline_start(const CityRequest& request, std::uint64_t number);

/// What a storyline does to a contract.
struct Fate {
  bool full = false;              ///< everything that Article 5 asks for is there
  bool long_running = false;      ///< due near or after the last day
  bool closes = true;             ///< accepted and completed when due; otherwise its end, if any, is the storyline's
  bool planned = false;           ///< sure to state a plan and to report progress
  bool behind = false;            ///< progress far behind the plan
  std::uint64_t unsatisfied = 0;  ///< ratings that are sure to be so
  CivilDate until = last_day;     ///< nothing is said about it later
};
[[nodiscard]] Fate fate_in(Storyline storyline, std::uint64_t slot, CivilDate start);
/// Facts that the fate needs beyond the signing, whatever the contract's share.
[[nodiscard]] std::uint64_t reserved_facts(const Fate& fate);

/// Days after the start that stories and fates agree on.
inline constexpr std::int32_t refusal_ends = 36;
inline constexpr std::int32_t leak_ends = 75;
inline constexpr std::int32_t reinstated_ends = 60;
inline constexpr CivilDate departure_day = last_day - 25;  ///< of the enterprise that leaves the pilot

/// What a contract with everything holds beyond the signing.
inline constexpr std::uint64_t full_progress = 6;
inline constexpr std::uint64_t full_needs = 6;
inline constexpr std::uint64_t full_ratings = 3;  ///< given, withdrawn, given

}  // namespace hengping::cli
