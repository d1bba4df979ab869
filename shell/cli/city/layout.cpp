#include "shell/cli/city/layout.h"

#include <algorithm>

#include "shell/cli/city/parties.h"

namespace hengping::cli {

namespace {

constexpr std::int32_t month_days = 31;
constexpr std::int32_t shortest = 300;  // days of a contract
constexpr std::int32_t longest = 540;
constexpr std::int32_t longest_full = 390;

}  // namespace

std::uint64_t Layout::share_of(std::uint64_t number) const {
  // Shares that add up exactly, shifted between the two contracts of each pair so that they differ.
  const std::uint64_t base = plan_.shared / plan_.engagements;
  const std::uint64_t more = plan_.shared % plan_.engagements;
  const std::uint64_t share = base + (number < more ? 1 : 0);
  const std::uint64_t pair = number / 2;
  if (pair * 2 + 1 >= plan_.engagements) return share;
  const std::uint64_t most = base < 12 ? base : base / 2;
  const std::uint64_t shift = Random(request_.seed, share_stream, pair)
                                  .below(static_cast<std::uint32_t>(std::min<std::uint64_t>(most, 1U << 30U) + 1));
  return number % 2 == 0 ? share + shift : share - shift;
}

std::uint64_t Layout::enterprise_of(std::uint64_t number) const {
  // Each enterprise once, then each again with another neighbour.
  const std::uint64_t round = number / request_.enterprises;
  return (number % request_.enterprises + round) % request_.enterprises;
}

CivilDate Layout::earliest_signing(const Contract& contract) const {
  return std::max(registered_on(request_, provider_stream, contract.provider),
                  registered_on(request_, enterprise_stream, contract.enterprise)) +
         3;
}

Contract Layout::slot_contract(std::uint64_t storyline, std::uint64_t slot) const {
  constexpr std::int32_t signing_days = 60;
  constexpr std::int32_t due_before_end = 77;
  constexpr std::int32_t due_after_end = 90;
  Contract contract;
  contract.number = storyline * slots + slot;
  Random random(request_.seed, contract_stream, contract.number);
  contract.id = numbered('E', contract.number + 1, plan_.engagements);
  contract.provider = provider_of_storyline(storyline);
  contract.enterprise = enterprise_of(contract.number);
  contract.fate = fate_in(storyline_at(request_, storyline), slot, storyline_start(request_, storyline));
  contract.signed_on = earliest_signing(contract) + random.between(0, signing_days);
  if (contract.fate.long_running) {
    contract.due_on = last_day + random.between(-due_before_end, due_after_end);
  } else {
    contract.due_on = contract.signed_on + random.between(shortest, contract.fate.full ? longest_full : longest);
  }
  return contract;
}

Contract Layout::contract(std::uint64_t number) const {
  const std::uint64_t of_storylines = plan_.storylines * slots;
  if (number < of_storylines) {
    Contract contract = slot_contract(number / slots, number % slots);
    contract.facts = share_of(number) + reserved_facts(contract.fate);
    return contract;
  }
  // Every provider has its share of the work; chance moves a quarter of it.
  constexpr std::uint32_t moved = 250'000;
  constexpr std::uint64_t most_months = 20;
  Random random(request_.seed, contract_stream, number);
  Contract contract;
  contract.number = number;
  contract.id = numbered('E', number + 1, plan_.engagements);
  contract.provider = (number - of_storylines + plan_.storylines) % request_.providers;
  if (number >= request_.providers + of_storylines && random.chance(moved))
    contract.provider = random.next() % request_.providers;
  contract.enterprise = enterprise_of(number);
  contract.facts = share_of(number);
  // Late enough for the registrations, early enough for what is to be said month by month.
  const CivilDate from = earliest_signing(contract);
  const auto months = static_cast<std::int32_t>(std::min(contract.facts / 2 + 2, most_months));
  const CivilDate until = std::max(from, last_day - months * month_days);
  contract.signed_on = from + random.between(0, until - from);
  contract.due_on = contract.signed_on + random.between(shortest, longest);
  return contract;
}

std::uint32_t Layout::unsatisfied_rate(std::uint64_t provider) const {
  // One in fifteen disappoints beyond the limit of Article 9(2), one in eight comes near it, the rest seldom disappoint: whatever the number of
  // ratings, so that a small city has its cases too and a large one is not all bad.
  constexpr std::uint64_t rated_percent = 40;
  constexpr std::uint32_t disappointing = 66'000;
  constexpr std::uint32_t near_the_limit = 190'000;
  const std::uint64_t ratings = std::max<std::uint64_t>(1, plan_.shared / request_.providers * rated_percent / 100);
  const auto rate = [ratings](std::uint64_t expected, std::uint64_t most) {
    return static_cast<std::uint32_t>(std::min(expected * 1'000'000 / ratings, most));
  };
  const std::uint32_t drawn = Random(request_.seed, rating_stream, provider).below(1'000'000);
  const bool told = provider < plan_.storylines;
  if (told && storyline_at(request_, provider) == Storyline::repeated_orders) return rate(12, 450'000);
  // Of the first twelve each has a part of its own; of the rest chance decides.
  if (drawn < disappointing && provider >= storyline_kinds) return rate(12, 450'000);
  if (drawn < near_the_limit) return rate(2, 150'000);
  return rate(1, 20'000) / 2;
}

}  // namespace hengping::cli
