// Ratings of a contract, period after period; where there are more facts than periods, the last one is corrected again.
#include <algorithm>
#include <array>

#include "core/codec/canonical.h"
#include "shell/cli/city/calendar.h"
#include "shell/cli/city/contract_story.h"
#include "shell/cli/city/name_parts.h"

namespace hengping::cli {

void ContractStory::tell_ratings(std::uint64_t count) {
  constexpr std::uint32_t quarterly = 250'000;
  constexpr std::uint32_t corrected = 40'000;
  constexpr std::uint32_t withdrawn = 20'000;
  constexpr std::uint32_t basically = 220'000;
  constexpr std::uint64_t quarter_days = 92;
  const CivilDate last = contract_.fate.until;
  const std::uint32_t bad = layout_.unsatisfied_rate(contract_.provider);
  // By quarter only where there are quarters enough for what is to be said.
  const bool by_quarter = rating_random_.chance(quarterly) &&
                          count * quarter_days <= static_cast<std::uint64_t>(std::max(0, last - contract_.signed_on));
  Periods periods(contract_.signed_on, contract_.due_on, last, by_quarter);
  CivilDate on = contract_.signed_on;
  std::string period;
  Satisfaction said = Satisfaction::satisfied;
  bool standing = false;  // a rating of `period` is effective
  for (std::uint64_t i = 0; i < count; ++i) {
    const bool sure = i < contract_.fate.unsatisfied;  // this one is unsatisfied
    const bool stays =
        i <= contract_.fate.unsatisfied && contract_.fate.unsatisfied > 0;  // the one before is not touched
    const bool again = standing && !stays && (rating_random_.chance(corrected) || periods.at_end());
    const bool withdraws = contract_.fate.full ? i == 1 : i + 1 < count && rating_random_.chance(withdrawn);
    if (standing && !stays && withdraws) {
      on = std::min(on + rating_random_.between(2, 12), last);
      withdraw(on, period);
      standing = false;
      continue;
    }
    if (again || periods.at_end()) {
      on = std::min(on + rating_random_.between(1, 9), last);
      said = said == Satisfaction::satisfied ? Satisfaction::basically_satisfied : Satisfaction::satisfied;
      if (period.empty()) period = periods.earliest();
      rate(on, period, said, standing);
      standing = true;
      continue;
    }
    const Periods::Period next = periods.take();
    period = next.name;
    on = std::max(on, std::min(next.ends_on + rating_random_.between(-3, 8), last));
    if (rating_random_.chance(bad) || sure) {
      said = Satisfaction::unsatisfied;
    } else {
      said = rating_random_.chance(basically) ? Satisfaction::basically_satisfied : Satisfaction::satisfied;
    }
    rate(on, period, said, false);
    standing = true;
  }
}

FactWriter& ContractStory::by_enterprise(std::string_view kind, CivilDate on) {
  constexpr std::uint32_t on_paper = 30'000;
  if (!rating_random_.chance(on_paper)) return out_.begin(kind, on, Role::enterprise);
  return out_.begin(kind, on, Role::bureau).truth("on_behalf", true);
}

void ContractStory::add_scores(Satisfaction satisfaction) {
  constexpr std::array best{100, 85, 60};  // out of a hundred, by satisfaction
  constexpr std::int32_t spread = 15;
  std::string scores = "{";
  for (const std::string& name : name_parts().score_names) {
    if (scores.size() > 1) scores += ',';
    append_json_string(scores, name);
    scores += ':';
    scores += std::to_string(best[static_cast<std::size_t>(satisfaction)] - rating_random_.between(0, spread));
  }
  out_.raw("scores", scores + "}");
}

void ContractStory::rate(CivilDate on, std::string_view period, Satisfaction satisfaction, bool corrected) {
  constexpr std::uint32_t commented = 350'000;
  constexpr std::uint32_t scored = 150'000;
  const NameParts& parts = name_parts();
  const std::vector<std::string>* comments = &parts.satisfied;
  switch (satisfaction) {
    case Satisfaction::satisfied: break;
    case Satisfaction::basically_satisfied: comments = &parts.basically_satisfied; break;
    case Satisfaction::unsatisfied: comments = &parts.unsatisfied; break;
  }
  by_enterprise("rating.given", on).text("engagement", contract_.id).text("period", period);
  out_.text("satisfaction", satisfaction_name(satisfaction));
  if (rating_random_.chance(scored)) add_scores(satisfaction);
  if (corrected) {
    out_.text("note", rating_random_.pick(parts.correction_notes));
  } else if (satisfaction == Satisfaction::unsatisfied || rating_random_.chance(commented)) {
    out_.text("comment", rating_random_.pick(*comments));
  }
  out_.end();
}

void ContractStory::withdraw(CivilDate on, std::string_view period) {
  by_enterprise("rating.withdrawn", on).text("engagement", contract_.id).text("period", period);
  out_.text("reason", rating_random_.pick(name_parts().withdrawal_reasons)).end();
}

}  // namespace hengping::cli
