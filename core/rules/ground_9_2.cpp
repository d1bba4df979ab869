// Article 9(2): 试点企业对服务商满意度评价“不满意”次数达到5次的. Counted are the effective ratings of all contracts of the provider, one for each
// contract and period; met when the count reaches `unsatisfied_limit`.
#include <algorithm>
#include <string>

#include "core/rules/rule.h"
#include "core/text/say.h"

namespace hengping {
namespace {

// A notice names so many records; all of them stand in `refs`.
constexpr std::size_t most_named = 20;

struct Count {
  std::vector<std::string> refs;        // effective and unsatisfied
  std::vector<std::string> withdrawn;   // unsatisfied once, then withdrawn
  std::vector<std::string> superseded;  // unsatisfied once, then rated otherwise
};

void count_slot(Count& count, const RatingSlot& slot, const std::string& ref) {
  const RatingGiven* effective = slot.effective();
  if (effective != nullptr && effective->satisfaction == Satisfaction::unsatisfied) {
    count.refs.push_back(ref);
    return;
  }
  const bool was_unsatisfied = std::any_of(slot.events.begin(), slot.events.end(), [](const RatingEvent& event) {
    return event.given != nullptr && event.given->satisfaction == Satisfaction::unsatisfied;
  });
  if (was_unsatisfied) (effective == nullptr ? count.withdrawn : count.superseded).push_back(ref);
}

Bilingual name_refs(const std::vector<std::string>& refs) {
  Bilingual names;
  for (std::size_t i = 0; i < refs.size() && i < most_named; ++i) {
    const Bilingual separator = i == 0 ? Bilingual{} : say(CoreText::list_separator);
    names.zh += separator.zh + refs[i];
    names.en += separator.en + refs[i];
  }
  if (refs.size() <= most_named) return names;
  return say(CoreText::list_shortened, {names, std::to_string(refs.size())});
}

void append(Bilingual& words, const Bilingual& more) {
  words.zh += more.zh;
  words.en += more.en;
}

Bilingual explain(const Count& count, std::int64_t limit) {
  const auto number = static_cast<std::int64_t>(count.refs.size());
  const Bilingual article = article_name("9.2");
  Bilingual words = number == 0 ? say(CoreText::ground_9_2_none, {std::to_string(limit)})
                                : say(CoreText::ground_9_2_counted,
                                      {std::to_string(number), name_refs(count.refs), std::to_string(limit)});
  if (!count.withdrawn.empty()) {
    append(words,
           say(CoreText::ground_9_2_withdrawn, {std::to_string(count.withdrawn.size()), name_refs(count.withdrawn)}));
  }
  if (!count.superseded.empty()) {
    append(words, say(CoreText::ground_9_2_superseded,
                      {std::to_string(count.superseded.size()), name_refs(count.superseded)}));
  }
  if (number >= limit) {
    append(words, say(CoreText::ground_9_2_met, {article, std::to_string(number - limit + 1)}));
  } else {
    append(words, say(CoreText::ground_9_2_missing, {article, std::to_string(limit - number)}));
  }
  return words;
}

}  // namespace

GroundVerdict judge_ground_9_2(const RuleInput& input) {
  Count count;
  const SymbolTable& symbols = input.state.symbols();
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    for (const RatingSlot& slot : engagement.ratings) {
      count_slot(count, slot, symbols.text(engagement.id) + "@" + symbols.text(slot.period));
    }
  }
  for (auto* refs : {&count.refs, &count.withdrawn, &count.superseded}) std::sort(refs->begin(), refs->end());
  GroundVerdict verdict;
  verdict.article = "9.2";
  verdict.count = static_cast<std::int64_t>(count.refs.size());
  verdict.limit = input.policy.parameters.unsatisfied_limit;
  verdict.met = verdict.count >= *verdict.limit;
  verdict.explanation = explain(count, *verdict.limit);
  verdict.refs = std::move(count.refs);
  return verdict;
}

}  // namespace hengping
