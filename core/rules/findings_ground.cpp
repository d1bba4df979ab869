#include "core/rules/findings_ground.h"

#include <algorithm>

#include "core/rules/explanation.h"

namespace hengping {

GroundVerdict judge_findings(const RuleInput& input, std::string_view article, std::vector<std::string> more,
                             std::vector<std::string> more_before) {
  std::vector<std::string> refs = std::move(more);
  std::vector<std::string> before = std::move(more_before);
  std::vector<std::string> open;
  std::vector<std::string> dismissed;
  for (const CaseIndex index : input.provider.cases) {
    const CaseState& one = input.state.cases()[index];
    if (one.finding == nullptr || one.article().to_string() != article) continue;
    const std::string& id = input.state.symbols().text(one.id);
    switch (one.verdict) {
      case CaseState::Verdict::none: open.push_back(id); break;
      case CaseState::Verdict::dismissed: dismissed.push_back(id); break;
      case CaseState::Verdict::confirmed: (input.counts(one.raised) ? refs : before).push_back(id); break;
    }
  }
  std::sort(refs.begin(), refs.end());
  GroundVerdict verdict;
  verdict.article = article;
  verdict.count = static_cast<std::int64_t>(refs.size());
  verdict.met = !refs.empty();
  const Bilingual name = article_name(article);
  Explanation words;
  if (refs.empty()) {
    words.add(CoreText::ground_findings_none, {name});
  } else {
    words.add(CoreText::ground_findings_counted, {name, std::to_string(refs.size()), name_refs(refs)});
  }
  words.add_left_out(CoreText::ground_findings_open, std::move(open));
  words.add_left_out(CoreText::ground_findings_dismissed, std::move(dismissed));
  words.add_left_out(CoreText::ground_left_out_before, std::move(before));
  if (verdict.met) {
    words.add(CoreText::ground_met, {name}).add(CoreText::ground_fewer, {std::to_string(refs.size())});
  } else {
    words.add(CoreText::ground_findings_missing, {name});
  }
  verdict.explanation = words.take();
  verdict.refs = std::move(refs);
  return verdict;
}

}  // namespace hengping
