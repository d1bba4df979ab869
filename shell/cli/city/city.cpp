#include "shell/cli/city/city.h"

#include <algorithm>

#include "shell/cli/city/contract_story.h"
#include "shell/cli/city/parties.h"
#include "shell/cli/city/storyline_teller.h"

namespace hengping::cli {

namespace {

constexpr std::uint64_t facts_per_engagement =
    32;  // the signing, some eight reports of progress, twelve ratings, papers and visits

std::uint64_t facts_of_storyline(const Layout& layout, std::uint64_t storyline) {
  FactWriter counting;
  Numbers numbers;
  StorylineTeller(layout, counting, numbers, storyline).tell();
  std::uint64_t facts = counting.written();
  for (std::uint64_t slot = 0; slot < slots; ++slot)
    facts += reserved_facts(layout.slot_contract(storyline, slot).fate);
  return facts;
}

}  // namespace

std::uint64_t fewest_facts(std::uint64_t providers, std::uint64_t enterprises) { return providers + 2 * enterprises; }

std::optional<CityPlan> plan_city(const CityRequest& request) {
  if (request.facts < fewest_facts(request.providers, request.enterprises)) return std::nullopt;
  constexpr std::uint64_t sixth = 6;
  CityPlan plan;
  std::uint64_t rest = request.facts - request.providers - request.enterprises;
  // Enough contracts for one storyline of each kind, if they leave enough facts to tell them.
  plan.engagements =
      std::max({request.enterprises, rest / facts_per_engagement, std::min(storyline_kinds * slots, rest / sixth)});
  rest -= plan.engagements;
  // No more storylines than one a provider, nor so many that they have all the contracts; the first twelve come first.
  const std::uint64_t most = std::min({std::max(request.providers, storyline_kinds), plan.engagements / slots,
                                       std::max(storyline_kinds, plan.engagements / slots / 2)});
  const std::uint64_t spent_at_most = rest * 9 / 10;
  const Layout layout(request, plan);
  std::uint64_t spent = 0;
  while (plan.storylines < most) {
    const std::uint64_t facts = facts_of_storyline(layout, plan.storylines);
    if (spent + facts > spent_at_most) break;
    spent += facts;
    ++plan.storylines;
  }
  plan.shared = rest - spent;
  return plan;
}

void write_city(const CityRequest& request, const CityPlan& plan, FactWriter& out) {
  const Layout layout(request, plan);
  Numbers numbers;
  for (std::uint64_t i = 0; i < request.providers; ++i) write_provider(out, request, i);
  for (std::uint64_t i = 0; i < request.enterprises; ++i) write_enterprise(out, request, i);
  for (std::uint64_t i = 0; i < plan.engagements; ++i) {
    const Contract contract = layout.contract(i);
    ContractStory(layout, out, numbers, contract).tell();
  }
  for (std::uint64_t i = 0; i < plan.storylines; ++i) StorylineTeller(layout, out, numbers, i).tell();
  out.finish();
}

}  // namespace hengping::cli
