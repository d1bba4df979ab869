#include "core/rules/conduct.h"

#include <algorithm>
#include <map>

#include "core/base/order.h"
#include "core/rules/explanation.h"

namespace hengping {
namespace {

constexpr std::uint8_t article_6 = 6;
constexpr std::uint8_t rules_of_conduct = 6;

void sort_cases(ConductCases& cases) {
  for (auto* list : {&cases.confirmed, &cases.open, &cases.dismissed}) put_in_order(*list);
}

bool empty(const ConductCases& cases) {
  return cases.confirmed.empty() && cases.open.empty() && cases.dismissed.empty();
}

Bilingual explain(const ConductRule& rule) {
  Explanation words;
  const Bilingual article = article_name(rule.article);
  if (empty(rule.complaints) && empty(rule.findings)) return words.add(CoreText::conduct_none, {article}).take();
  const std::size_t confirmed = rule.complaints.confirmed.size() + rule.findings.confirmed.size();
  words.add(CoreText::conduct_counted, {article, std::to_string(confirmed)});
  words.add_left_out(CoreText::conduct_complaints_upheld, rule.complaints.confirmed);
  words.add_left_out(CoreText::conduct_findings_confirmed, rule.findings.confirmed);
  words.add_left_out(CoreText::conduct_complaints_open, rule.complaints.open);
  words.add_left_out(CoreText::conduct_findings_open, rule.findings.open);
  words.add_left_out(CoreText::conduct_complaints_dismissed, rule.complaints.dismissed);
  words.add_left_out(CoreText::conduct_findings_dismissed, rule.findings.dismissed);
  return words.take();
}

}  // namespace

std::vector<ConductRule> judge_conduct(const RuleInput& input) {
  std::map<ArticleItem, ConductRule> rules;
  for (std::uint8_t item = 1; item <= rules_of_conduct; ++item) rules[ArticleItem{article_6, item}];
  for (const CaseIndex index : input.provider.cases) {
    const CaseState& one = input.state.cases()[index];
    ConductRule& rule = rules[one.article()];
    ConductCases& cases = one.complaint != nullptr ? rule.complaints : rule.findings;
    const std::string& id = input.state.symbols().text(one.id);
    switch (one.verdict) {
      case CaseState::Verdict::none: cases.open.push_back(id); break;
      case CaseState::Verdict::confirmed: cases.confirmed.push_back(id); break;
      case CaseState::Verdict::dismissed: cases.dismissed.push_back(id); break;
    }
  }
  std::vector<ConductRule> result;
  for (auto& [article, rule] : rules) {
    rule.article = article.to_string();
    sort_cases(rule.complaints);
    sort_cases(rule.findings);
    rule.explanation = explain(rule);
    result.push_back(std::move(rule));
  }
  return result;
}

}  // namespace hengping
