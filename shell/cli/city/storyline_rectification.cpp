// Storylines that stay within Article 7: each trigger, and each state of an order.
#include <optional>

#include "core/facts/references.h"
#include "shell/cli/city/contract_story.h"
#include "shell/cli/city/storyline_teller.h"

namespace hengping::cli {

CivilDate StorylineTeller::rectify_in_time(std::string_view order, CivilDate on, std::string_view article) {
  const CivilDate submitted = on + random_.between(12, 27);
  const CivilDate verified = submitted + random_.between(3, 9);
  bureau_.submit(order, submitted, article);
  bureau_.verify(order, verified, true);
  return verified;
}

void StorylineTeller::tell_complaint_settled() {
  const Contract contract = slot(0);
  const std::string complaint = bureau_.complain(contract.id, start_, "7.1");
  const CivilDate upheld = start_ + random_.between(4, 9);
  bureau_.judge_complaint(complaint, upheld, true);
  const CivilDate ordered = upheld + random_.between(1, 5);
  const std::string order = bureau_.order(provider_, contract.id, {complaint}, ordered);
  rectify_in_time(order, ordered, "7.1");

  const std::string second = bureau_.complain(slot(1).id, start_ + random_.between(50, 60), "6.3");
  bureau_.judge_complaint(second, start_ + random_.between(65, 75), false);
}

void StorylineTeller::tell_unagreed_amendment() {
  constexpr std::int32_t longer_days = 45;
  const Contract contract = slot(0);
  // An order that should not have been: it rests on the wrong provider's doing.
  const std::string finding = bureau_.find(provider_, contract.id, {}, start_, "7.5");
  bureau_.judge_finding(finding, start_ + 5, true);
  const CivilDate mistaken = start_ + random_.between(7, 10);
  const std::string first = bureau_.order(provider_, contract.id, {finding}, mistaken, mistaken + longer_days);
  bureau_.void_order(first, start_ + random_.between(12, 20));
  bureau_.judge_finding(finding, start_ + 22, false);

  const Contract other = slot(1);
  write_agreed_amendment(out_, random_, other, start_ + random_.between(30, 60), true);

  const CivilDate amended = last_day - random_.between(14, 19);
  write_unagreed_amendment(out_, random_, contract, amended);
  const CivilDate ordered = last_day - random_.between(1, 5);
  constexpr std::uint32_t longer = 400'000;
  const bool needs_longer = random_.chance(longer);
  bureau_.order(provider_, contract.id, {amendment_ref(contract.id, amended)}, ordered,
                needs_longer ? std::optional(ordered + longer_days) : std::nullopt);
}

void StorylineTeller::tell_failed_acceptance() {
  const Contract contract = slot(0);
  conclude(contract, start_, "failed");
  const CivilDate ordered = start_ + random_.between(1, 4);
  const std::string order = bureau_.order(provider_, contract.id, {acceptance_ref(contract.id, start_)}, ordered);
  bureau_.submit(order, last_day - random_.between(0, 6), "7.4");
}

void StorylineTeller::tell_unfinished() {
  const Contract contract = slot(0);
  const std::string inspection = bureau_.inspect(provider_, contract.id, start_, false);
  const std::string finding = bureau_.find(provider_, contract.id, inspection, start_, "7.5");
  const std::string second = bureau_.find(provider_, contract.id, inspection, start_, "5.7");
  bureau_.judge_finding(finding, start_ + 6, true);
  bureau_.judge_finding(second, start_ + 6, false);
  const CivilDate ordered = start_ + random_.between(8, 12);
  const std::string order = bureau_.order(provider_, contract.id, {finding}, ordered);
  bureau_.submit(order, ordered + random_.between(20, 30), "7.5");
  const CivilDate failed = ordered + random_.between(33, 38);
  bureau_.verify(order, failed, false);
  bureau_.request_replacement(contract.id, order, failed + random_.between(3, 8), Topic::replacement_requested);
  bureau_.decide_replacement(contract.id, failed + random_.between(10, 20), false);
}

void StorylineTeller::tell_repeated_orders() {
  constexpr std::int32_t apart = 95;
  const std::string complaint = bureau_.complain(slot(0).id, start_, "7.1");
  bureau_.judge_complaint(complaint, start_ + random_.between(4, 9), true);
  rectify_in_time(bureau_.order(provider_, slot(0).id, {complaint}, start_ + 11), start_ + 11, "7.1");

  const CivilDate second = start_ + apart;
  const std::string conduct = bureau_.complain(slot(1).id, second, "6.4");
  bureau_.judge_complaint(conduct, second + random_.between(4, 9), true);
  rectify_in_time(bureau_.order(provider_, slot(1).id, {conduct}, second + 11), second + 11, "7.1");

  const CivilDate third = second + apart;
  const std::string inspection = bureau_.inspect(provider_, slot(2).id, third, false);
  const std::string finding = bureau_.find(provider_, slot(2).id, inspection, third, "7.3");
  bureau_.judge_finding(finding, third + random_.between(4, 9), true);
  const CivilDate closed = rectify_in_time(bureau_.order(provider_, {}, {finding}, third + 11), third + 11, "7.3");

  const CivilDate noticed = closed + random_.between(5, 15);
  const std::string decision = bureau_.notice(provider_, noticed, {"9.1"});
  bureau_.reply(decision, noticed + random_.between(2, 5));
  bureau_.decide(decision, noticed + random_.between(10, 20), false);
}

}  // namespace hengping::cli
