// Storylines that go on to Articles 8 and 9: replacement by another provider, and the notice, reply, decision and appeal of a disqualification.
#include "shell/cli/city/contract_story.h"
#include "shell/cli/city/parties.h"
#include "shell/cli/city/storyline_teller.h"

namespace hengping::cli {

void StorylineTeller::conclude(const Contract& contract, CivilDate on, std::string_view outcome) {
  constexpr std::uint32_t by_the_bureau = 300'000;
  out_.begin("acceptance.concluded", on, random_.chance(by_the_bureau) ? Role::bureau : Role::enterprise);
  out_.text("engagement", contract.id).text("outcome", outcome).end();
}

void StorylineTeller::tell_refusal() {
  const Contract contract = slot(0);
  const std::string complaint = bureau_.complain(contract.id, start_, "7.1");
  bureau_.judge_complaint(complaint, start_ + random_.between(3, 5), true);
  constexpr std::int32_t short_days = 15;
  const CivilDate ordered = start_ + random_.between(6, 9);
  const std::string order = bureau_.order(provider_, contract.id, {complaint}, ordered, ordered + short_days);
  bureau_.refuse(order, ordered + random_.between(5, 10));
  const CivilDate requested = start_ + random_.between(21, 25);
  bureau_.request_replacement(contract.id, order, requested, Topic::replacement_after_refusal);
  bureau_.decide_replacement(contract.id, requested + random_.between(4, 9), true);
  bureau_.end(contract.id, start_ + refusal_ends, "replaced");
  if (layout_.request().providers == 1) return;  // there is nobody else
  write_successor(out_, random_, layout_, contract, start_ + refusal_ends + random_.between(3, 14));
}

void StorylineTeller::tell_lagging() {
  // Besides the progress, which the contract's own story reports: an acceptance with major failings, and an order overdue in November.
  conclude(slot(1), start_, "failed_major");
  const std::string inspection = bureau_.inspect(provider_, {}, last_day - 28, false);
  const std::string finding = bureau_.find(provider_, slot(0).id, inspection, last_day - 28, "5.7");
  bureau_.judge_finding(finding, last_day - random_.between(22, 26), true);
  bureau_.order(provider_, slot(0).id, {finding}, last_day - random_.between(17, 21));

  const CivilDate noticed = last_day - random_.between(8, 12);
  const std::string decision = bureau_.notice(provider_, noticed, {"9.3", "9.6"});
  bureau_.reply(decision, noticed + random_.between(2, 5));
}

void StorylineTeller::tell_leak() {
  const Contract contract = slot(0);
  bureau_.award(provider_, start_ - random_.between(150, 200), 0, true);
  const std::string complaint = bureau_.complain(contract.id, start_, "6.6");
  const CivilDate visited = start_ + random_.between(3, 8);
  const std::string inspection = bureau_.inspect(provider_, contract.id, visited, false);
  const std::string finding = bureau_.find(provider_, contract.id, inspection, visited, "9.4");
  bureau_.judge_complaint(complaint, visited + 6, true);
  bureau_.judge_finding(finding, visited + 6, true);
  bureau_.waive(provider_, complaint, visited + 7, Topic::waived_for_ground);
  const CivilDate noticed = start_ + random_.between(18, 25);
  const std::string decision = bureau_.notice(provider_, noticed, {"9.4"});
  bureau_.reply(decision, noticed + random_.between(2, 5));
  const CivilDate decided = noticed + random_.between(10, 20);
  bureau_.decide(decision, decided, true);
  bureau_.appeal(decision, decided + random_.between(5, 15));
  bureau_.decide_appeal(decision, start_ + leak_ends - random_.between(2, 8), false);
  bureau_.end(contract.id, start_ + leak_ends, "terminated");
  bureau_.award(provider_, start_ + leak_ends + random_.between(5, 15), 0, false);
}

void StorylineTeller::tell_improper_benefit() {
  const Contract contract = slot(0);
  const std::string finding = bureau_.find(provider_, contract.id, {}, start_, "9.5");
  bureau_.judge_finding(finding, start_ + random_.between(10, 20), true);
  const CivilDate noticed = start_ + random_.between(22, 30);
  const std::string decision = bureau_.notice(provider_, noticed, {"9.5"});
  bureau_.reply(decision, noticed + random_.between(2, 5));
  const CivilDate decided = noticed + random_.between(10, 20);
  bureau_.decide(decision, decided, true);
  const CivilDate appealed = decided + random_.between(5, 15);
  bureau_.appeal(decision, appealed);
  bureau_.decide_appeal(decision, appealed + random_.between(20, 40), true);
}

void StorylineTeller::tell_reinstated() {
  const Contract contract = slot(0);
  conclude(contract, start_, "failed_major");
  const CivilDate noticed = start_ + random_.between(8, 15);
  const std::string decision = bureau_.notice(provider_, noticed, {"9.6"});
  bureau_.reply(decision, noticed + random_.between(2, 5));
  bureau_.decide(decision, noticed + random_.between(15, 30), true);
  bureau_.end(contract.id, start_ + reinstated_ends, "terminated");
  bureau_.reinstate(provider_, start_ + random_.between(200, 240));
}

}  // namespace hengping::cli
