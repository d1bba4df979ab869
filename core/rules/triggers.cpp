// Article 7: 服务商出现以下情况，应限期整改. The triggers of semantics §3.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "core/facts/references.h"
#include "core/base/order.h"
#include "core/rules/rule.h"

namespace hengping {
namespace {

constexpr std::uint8_t article_5 = 5;
constexpr std::uint8_t article_6 = 6;
constexpr std::uint8_t article_7 = 7;

// The item of Article 7 under which a complaint or finding calls for an order; nothing for findings under Article 9.
std::optional<std::string> item_of(const CaseState& one) {
  const ArticleItem article = one.article();
  if (article.article == article_7) return article.to_string();
  if (article.article != article_5 && article.article != article_6) return std::nullopt;
  return one.complaint != nullptr ? "7.1" : "7.5";
}

/// Triggers with the same ref are one, its day the first.
class Gathering {
 public:
  void add(std::string article, std::string ref, CivilDate on) {
    const auto [entry, added] = by_ref_.emplace(ref, TriggerVerdict{std::move(article), ref, on, std::nullopt, false});
    if (!added) entry->second.on = std::min(entry->second.on, on);
  }
  [[nodiscard]] std::map<std::string, TriggerVerdict>& by_ref() { return by_ref_; }

 private:
  std::map<std::string, TriggerVerdict> by_ref_;
};

void add_contract_triggers(Gathering& found, const RuleInput& input, const EngagementState& engagement) {
  const std::string& id = input.state.symbols().text(engagement.id);
  for (const Stated<AcceptanceConcluded>& acceptance : engagement.acceptances) {
    if (acceptance.body->outcome != AcceptanceOutcome::failed) continue;
    found.add("7.4", acceptance_ref(id, acceptance.at.on), acceptance.at.on);
  }
  for (const Stated<EngagementAmended>& amendment : engagement.amendments) {
    const EngagementAmended& body = *amendment.body;
    if (body.consented || (!body.amount && body.items.empty())) continue;
    found.add("7.3", amendment_ref(id, amendment.at.on), amendment.at.on);
  }
}

}  // namespace

std::vector<TriggerVerdict> find_triggers(const RuleInput& input) {
  const State& state = input.state;
  const SymbolTable& symbols = state.symbols();
  Gathering found;
  for (const CaseIndex index : input.provider.cases) {
    const CaseState& one = state.cases()[index];
    if (one.verdict != CaseState::Verdict::confirmed) continue;
    if (auto item = item_of(one)) found.add(*std::move(item), symbols.text(one.id), one.verdict_on);
  }
  for (const EngagementIndex index : input.provider.engagements) {
    add_contract_triggers(found, input, state.engagements()[index]);
  }
  for (const Stated<ProviderChangeReported>& change : input.provider.changes) {
    if (change.at.on - change.body->changed_on <= input.policy.parameters.change_report_days) continue;
    found.add("7.2", change_ref(symbols.text(input.provider.id), change.body->field, change.body->changed_on),
              change.at.on);
  }

  // Orders in the order in which they were stated: the first that names a ref addresses it.
  for (const OrderIndex index : input.provider.orders) {
    const OrderState& order = state.orders()[index];
    if (judge_order(order, input.policy, input.as_of).status == OrderStatus::voided) continue;
    for (const NamedRef& named : order.body->for_refs) {
      const auto trigger = found.by_ref().find(symbols.text(named.ref));
      if (trigger != found.by_ref().end() && !trigger->second.addressed_by) {
        trigger->second.addressed_by = symbols.text(order.id);
      }
    }
  }
  for (const RefId ref : input.provider.waived) {
    const auto trigger = found.by_ref().find(symbols.text(ref));
    if (trigger != found.by_ref().end()) trigger->second.waived = true;
  }

  std::vector<TriggerVerdict> result;
  for (auto& [ref, trigger] : found.by_ref()) result.push_back(std::move(trigger));
  put_in_order(result, [](const TriggerVerdict& left, const TriggerVerdict& right) {
    return std::tie(left.on, left.ref, left.article) < std::tie(right.on, right.ref, right.article);
  });
  return result;
}

}  // namespace hengping
