#include "core/rules/deadlines.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/order.h"
#include "core/text/say.h"

namespace hengping {
namespace {

/// Of one provider.
class Search {
 public:
  Search(const RuleInput& input, const DeadlineQuery& query, std::vector<Deadline>& found)
      : input_(input), symbols_(input.state.symbols()), query_(query), found_(found) {}

  void run() {
    for (const OrderIndex index : input_.provider.orders) search_order(input_.state.orders()[index]);
    search_triggers();
    for (const CaseIndex index : input_.provider.cases) search_case(input_.state.cases()[index]);
    for (const EngagementIndex index : input_.provider.engagements) {
      search_contract(input_.state.engagements()[index]);
    }
    for (const DecisionIndex index : input_.provider.decisions) search_decision(input_.state.decisions()[index]);
  }

 private:
  void search_order(const OrderState& order) {
    const OrderJudgement judgement = judge_order(order, input_.policy, input_.as_of);
    const bool running = judgement.status == OrderStatus::open || judgement.status == OrderStatus::lapsed ||
                         judgement.status == OrderStatus::awaiting_verification;
    if (!running) return;
    const std::string& id = symbols_.text(order.id);
    const std::string engagement = order.body->engagement ? symbols_.text(*order.body->engagement) : std::string();
    // A late submission, too, waits for its verification; until it is verified the provider has nothing more to do.
    if (!order.events.empty() && order.events.back().kind == OrderEvent::Kind::submitted) {
      waits(DeadlineKind::verification, {Role::inspector, Role::bureau}, "7", engagement, id, order.events.back().at.on,
            CoreText::deadline_verification);
    } else {
      due(DeadlineKind::rectification, {Role::provider}, "7", engagement, id, judgement.due_on,
          CoreText::deadline_rectification);
    }
  }

  void search_triggers() {
    for (const TriggerVerdict& trigger : find_triggers(input_)) {
      if (trigger.addressed_by || trigger.waived) continue;
      waits(DeadlineKind::trigger, {Role::bureau}, trigger.article, {}, trigger.ref, trigger.on,
            CoreText::deadline_trigger);
    }
  }

  void search_case(const CaseState& one) {
    if (one.verdict != CaseState::Verdict::none) return;
    std::string engagement;
    if (one.complaint != nullptr) {
      engagement = symbols_.text(one.complaint->engagement);
    } else if (one.finding->engagement) {
      engagement = symbols_.text(*one.finding->engagement);
    }
    waits(DeadlineKind::case_judgement, {Role::bureau}, one.article().to_string(), std::move(engagement),
          symbols_.text(one.id), one.raised.on,
          one.complaint != nullptr ? CoreText::deadline_complaint : CoreText::deadline_finding);
  }

  void search_contract(const EngagementState& engagement) {
    const std::string& id = symbols_.text(engagement.id);
    if (!engagement.active()) return;
    if (!engagement.replacements.empty() && engagement.replacements.back().kind == ReplacementEvent::Kind::requested) {
      waits(DeadlineKind::replacement, {Role::bureau}, "8", id, id, engagement.replacements.back().at.on,
            CoreText::deadline_replacement);
    }
    const bool accepted =
        !engagement.acceptances.empty() && engagement.acceptances.back().body->outcome == AcceptanceOutcome::passed;
    if (accepted) return;
    // The provider delivers, the enterprise accepts.
    due(DeadlineKind::contract, {Role::provider, Role::enterprise}, "6.4", id, id, engagement.due_on,
        CoreText::deadline_contract);
    const Percent reported = engagement.progress.empty() ? Percent{} : engagement.progress.back().body->percent;
    const auto next = std::find_if(engagement.plan.begin(), engagement.plan.end(),
                                   [reported](const PlanPoint& point) { return reported < point.percent; });
    if (next == engagement.plan.end()) return;
    due(DeadlineKind::plan_point, {Role::provider}, "9.3", id, "plan:" + id + ":" + next->on.to_string(), next->on,
        CoreText::deadline_plan_point, {next->percent.to_string(), reported.to_string()});
  }

  void search_decision(const DecisionState& decision) {
    const std::string& id = symbols_.text(decision.id);
    if (!decision.decided) {
      const CivilDate last_day = decision.noticed.on + input_.policy.parameters.reply_days;
      if (decision.replied) {
        waits(DeadlineKind::decision, {Role::bureau}, "9", {}, id, decision.replied->on, CoreText::deadline_decision);
      } else if (input_.as_of <= last_day) {
        due(DeadlineKind::reply, {Role::provider}, "9", {}, id, last_day, CoreText::deadline_reply);
      } else {
        waits(DeadlineKind::decision, {Role::bureau}, "9", {}, id, last_day + 1,
              CoreText::deadline_decision_without_reply);
      }
      return;
    }
    const Moment& decided = decision.decided->at;
    if (decision.decided->outcome != Decision::disqualified) return;
    const auto later = [&decided](const auto& moment) { return moment && moment->after(decided); };
    if (later(input_.provider.reinstated)) return;
    if (later(decision.appealed)) {
      if (decision.appeal_decided && decision.appeal_decided->at.after(*decision.appealed)) return;
      waits(DeadlineKind::appeal_decision, {Role::bureau}, "9", {}, id, decision.appealed->on,
            CoreText::deadline_appeal_decision);
      return;
    }
    if (decision.appeal_decided && decision.appeal_decided->at.after(decided)) return;
    const CivilDate last_day = decided.on + input_.policy.parameters.appeal_days;
    if (input_.as_of > last_day) return;
    due(DeadlineKind::appeal, {Role::provider}, "9", {}, id, last_day, CoreText::deadline_appeal);
  }

  [[nodiscard]] bool asked_for(const std::vector<Role>& roles) const {
    return !query_.role || std::find(roles.begin(), roles.end(), *query_.role) != roles.end();
  }

  Deadline& add(DeadlineKind kind, std::vector<Role> roles, std::string article, std::string engagement,
                std::string ref) {
    Deadline& one = found_.emplace_back();
    one.kind = kind;
    one.roles = std::move(roles);
    one.article = std::move(article);
    one.provider = symbols_.text(input_.provider.id);
    one.engagement = std::move(engagement);
    one.ref = std::move(ref);
    return one;
  }

  // Texts: {0} the article, {1} the ref (of plan points the contract), {2} the day, {3} and {4} the kind's own.
  void due(DeadlineKind kind, std::vector<Role> roles, std::string article, std::string engagement, std::string ref,
           CivilDate due_on, CoreText text, const std::pair<std::string, std::string>& more = {}) {
    const std::int32_t left = due_on - input_.as_of;
    if (left > query_.days || !asked_for(roles)) return;
    Deadline& one = add(kind, std::move(roles), std::move(article), std::move(engagement), std::move(ref));
    one.due_on = due_on;
    one.days_left = left;
    const std::string& named = kind == DeadlineKind::plan_point ? one.engagement : one.ref;
    one.words = say(text, {article_name(one.article), named, due_on.to_string(), more.first, more.second});
    if (left < 0) {
      one.left = say(CoreText::deadline_overdue, {std::to_string(-left)});
    } else if (left == 0) {
      one.left = say(CoreText::deadline_today);
    } else {
      one.left = say(CoreText::deadline_left, {std::to_string(left)});
    }
  }

  void waits(DeadlineKind kind, std::vector<Role> roles, std::string article, std::string engagement, std::string ref,
             CivilDate since, CoreText text) {
    if (!asked_for(roles)) return;
    Deadline& one = add(kind, std::move(roles), std::move(article), std::move(engagement), std::move(ref));
    one.since = since;
    one.words = say(text, {article_name(one.article), one.ref, since.to_string()});
  }

  const RuleInput& input_;
  const SymbolTable& symbols_;
  const DeadlineQuery& query_;
  std::vector<Deadline>& found_;
};

}  // namespace

std::string_view deadline_kind_name(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::rectification: return "rectification";
    case DeadlineKind::verification: return "verification";
    case DeadlineKind::trigger: return "trigger";
    case DeadlineKind::case_judgement: return "case_judgement";
    case DeadlineKind::contract: return "contract";
    case DeadlineKind::plan_point: return "plan_point";
    case DeadlineKind::replacement: return "replacement";
    case DeadlineKind::reply: return "reply";
    case DeadlineKind::decision: return "decision";
    case DeadlineKind::appeal: return "appeal";
    case DeadlineKind::appeal_decision: return "appeal_decision";
  }
  return {};
}

std::vector<Deadline> find_deadlines(const State& state, const Policy& policy, CivilDate as_of,
                                     const DeadlineQuery& query) {
  std::vector<Deadline> found;
  for (const ProviderState& provider : state.providers()) {
    if (!query.provider.empty() && state.symbols().text(provider.id) != query.provider) continue;
    Search(RuleInput{state, provider, policy, as_of}, query, found).run();
  }
  put_in_order(found, [](const Deadline& left, const Deadline& right) {
    const auto key = [](const Deadline& one) {
      return std::tuple(!one.due_on, one.due_on ? one.due_on : one.since, std::string_view(one.provider),
                        std::string_view(one.engagement), std::string_view(one.ref), one.kind);
    };
    return key(left) < key(right);
  });
  return found;
}

}  // namespace hengping
