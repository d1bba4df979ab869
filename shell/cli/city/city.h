// A believable city as a facts file: every kind of record, every state of an order, every trigger and ground, in proportions in which most
// providers are decent. Each party, contract and storyline has a stream of random numbers of its own, named by its index, so any of them can
// be made again at will and nothing needs to be kept: the file is written in bounded memory.
//
// How many facts there are of what is planned in numbers first (plan_city), then told story by story: registrations, each contract with its
// work and its ratings, and the storylines that end up before the bureau. A further record kind belongs into one of the stories, or is a
// storyline of its own (storyline.h).
#pragma once

#include <cstdint>
#include <optional>

#include "shell/cli/city/fact_writer.h"
#include "shell/cli/city/layout.h"
#include "shell/cli/city/request.h"

namespace hengping::cli {

/// The fewest facts for so many providers and enterprises: each registered, each enterprise with one contract.
[[nodiscard]] std::uint64_t fewest_facts(std::uint64_t providers, std::uint64_t enterprises);
/// Nothing if the request asks for fewer.
[[nodiscard]] std::optional<CityPlan> plan_city(const CityRequest& request);
/// Exactly the facts of the request.
void write_city(const CityRequest& request, const CityPlan& plan, FactWriter& out);

}  // namespace hengping::cli
