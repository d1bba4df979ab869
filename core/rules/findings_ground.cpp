#include "core/rules/findings_ground.h"

#include <algorithm>

#include "core/base/order.h"
#include "core/facts/references.h"
#include "core/rules/explanation.h"

namespace hengping {

GroundVerdict judge_findings(const RuleInput& input, std::string_view article,
                             std::optional<FailedAcceptances> acceptances) {
  std::vector<std::string> confirmed;
  std::vector<std::string> before;  // the reinstatement
  std::vector<std::string> open;
  std::vector<std::string> dismissed;
  for (const CaseIndex index : input.provider.cases) {
    const CaseState& one = input.state.cases()[index];
    if (one.finding == nullptr || one.article().to_string() != article) continue;
    const std::string& id = input.state.symbols().text(one.id);
    switch (one.verdict) {
      case CaseState::Verdict::none: open.push_back(id); break;
      case CaseState::Verdict::dismissed: dismissed.push_back(id); break;
      case CaseState::Verdict::confirmed: (input.counts(one.raised) ? confirmed : before).push_back(id); break;
    }
  }
  put_in_order(confirmed);
  const Bilingual name = article_name(article);
  Explanation words;
  if (confirmed.empty()) {
    words.add(CoreText::ground_findings_none, {name});
  } else {
    words.add(CoreText::ground_findings_counted, {name, std::to_string(confirmed.size()), name_refs(confirmed)});
  }
  GroundVerdict verdict;
  verdict.article = article;
  verdict.refs = std::move(confirmed);
  if (acceptances) {
    put_in_order(acceptances->contracts);
    for (const std::string& contract : acceptances->contracts)
      verdict.refs.push_back(contract_acceptance_ref(contract));
    put_in_order(verdict.refs);
    words.add_left_out(CoreText::ground_9_6_acceptances, std::move(acceptances->contracts));
  }
  verdict.count = static_cast<std::int64_t>(verdict.refs.size());
  verdict.met = !verdict.refs.empty();
  words.add_left_out(CoreText::ground_findings_open, std::move(open));
  words.add_left_out(CoreText::ground_findings_dismissed, std::move(dismissed));
  words.add_left_out(CoreText::ground_left_out_before, std::move(before));
  if (acceptances) words.add_left_out(CoreText::ground_9_6_acceptances_before, std::move(acceptances->before));
  if (verdict.met) {
    words.add(CoreText::ground_met, {name}).add(CoreText::ground_fewer, {std::to_string(*verdict.count)});
  } else {
    words.add(acceptances ? CoreText::ground_9_6_missing : CoreText::ground_findings_missing, {name});
  }
  verdict.explanation = words.take();
  return verdict;
}

}  // namespace hengping
