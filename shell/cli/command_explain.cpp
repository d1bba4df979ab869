#include <algorithm>
#include <utility>

#include "core/codec/json_parts.h"
#include "core/rules/evaluate.h"
#include "core/rules/evidence.h"
#include "core/rules/timeline.h"
#include "shell/app/json_text.h"
#include "shell/cli/commands.h"
#include "shell/cli/ledger_file.h"
#include "shell/cli/reading.h"

namespace hengping::cli {

namespace {

/// The policy under which a decision was made: a decision keeps it, whichever is adopted later.
const Policy& policy_of(const DecisionState& decision) {
  return decision.decided && decision.decided->policy != nullptr ? *decision.decided->policy : default_policy();
}

JsonValue decision_json(const DecisionState& decision, const SymbolTable& symbols) {
  JsonValue json = JsonValue::object();
  json.set("decision", JsonValue::string(symbols.text(decision.id)));
  json.set("noticed_on", JsonValue::string(decision.noticed.on.to_string()));
  json.set("decided_on", decision.decided ? JsonValue::string(decision.decided->at.on.to_string()) : JsonValue());
  json.set("outcome",
           decision.decided ? JsonValue::string(std::string(decision_name(decision.decided->outcome))) : JsonValue());
  JsonValue policy;
  if (decision.decided) {
    policy = JsonValue::object();
    policy.set("id", JsonValue::string(policy_of(decision).id))
        .set("version", JsonValue::number(policy_of(decision).version));
  }
  json.set("policy", std::move(policy));
  json.set("appeal_decided_on",
           decision.appeal_decided ? JsonValue::string(decision.appeal_decided->at.on.to_string()) : JsonValue());
  json.set("appeal_outcome", decision.appeal_decided
                                 ? JsonValue::string(std::string(appeal_outcome_name(decision.appeal_decided->outcome)))
                                 : JsonValue());
  return json;
}

JsonValue decisions_json(const State& state, const ProviderState& provider) {
  return list_json(provider.decisions,
                   [&state](DecisionIndex index) { return decision_json(state.decisions()[index], state.symbols()); });
}

JsonValue timeline_json(const std::vector<TimelineEntry>& entries, const Evidence& evidence) {
  JsonValue list = JsonValue::array();
  for (const TimelineEntry& entry : entries) {
    JsonValue by;
    if (entry.by != nullptr) {
      by = JsonValue::object();
      by.set("kind", JsonValue::string(std::string(kind_name(entry.by->body))));
      by.set("pointer", JsonValue::string(evidence.pointer_to(*entry.by)));
    }
    JsonValue one = JsonValue::object();
    one.set("on", JsonValue::string(entry.on.to_string()))
        .set("by", std::move(by))
        .set("changes", list_json(entry.changes, change_json));
    list.items().push_back(std::move(one));
  }
  return list;
}

/// The verdict in words, as it could stand in a file: standing, grounds with their article, what calls for orders, orders, Article 8.
class Report {
 public:
  Report(Console& console, const Policy& policy) : console_(console), words_(console.words()), policy_(policy) {}

  void write(const ProviderVerdict& verdict, const ProviderState& provider, CivilDate as_of) {
    line(words_.say(CliText::explain_heading, {verdict.provider, provider.profile.name, as_of.to_string(),
                                               words_.of(standing_words(verdict.standing))}));
    line(words_.say(CliText::explain_policy, {policy_.title, std::to_string(policy_.version)}));
    for (const GroundVerdict& ground : verdict.grounds) write_ground(ground);
    heading(CliText::explain_triggers);
    for (const TriggerVerdict& trigger : verdict.triggers) {
      const CliText text = trigger.addressed_by ? CliText::explain_trigger_addressed
                           : trigger.waived     ? CliText::explain_trigger_waived
                                                : CliText::explain_trigger_open;
      line(words_.say(text, {trigger.on.to_string(), words_.of(article_name(trigger.article)), trigger.ref,
                             trigger.addressed_by.value_or("")}));
    }
    if (verdict.triggers.empty()) none();
    heading(CliText::explain_orders);
    for (const OrderVerdict& order : verdict.orders) {
      line(words_.say(CliText::explain_order,
                      {order.order, words_.of(order_status_words(order.status)), order.due_on.to_string()}));
    }
    if (verdict.orders.empty()) none();
    heading(CliText::explain_replacement);
    for (const std::string& engagement : verdict.replacement_available) line("  " + engagement);
    if (verdict.replacement_available.empty()) none();
  }

  void write(const State& state, const ProviderState& provider) {
    heading(CliText::explain_decisions);
    for (const DecisionIndex index : provider.decisions) write_decision(state.decisions()[index], state.symbols());
    if (provider.decisions.empty()) none();
  }

  void write(const std::vector<TimelineEntry>& entries, const Evidence& evidence) {
    heading(CliText::explain_timeline);
    for (const TimelineEntry& entry : entries) {
      const std::string by =
          entry.by == nullptr
              ? words_.say(CliText::explain_by_time)
              : words_.say(CliText::explain_by_record, {kind_name(entry.by->body), evidence.pointer_to(*entry.by)});
      for (const VerdictChange& change : entry.changes)
        line("  " + entry.on.to_string() + "  " + words_.of(describe(change)) + by);
    }
  }

 private:
  void write_decision(const DecisionState& decision, const SymbolTable& symbols) {
    const std::string& id = symbols.text(decision.id);
    if (!decision.decided) {
      line(words_.say(CliText::explain_decision_noticed, {id, decision.noticed.on.to_string()}));
      return;
    }
    const CliText outcome = decision.decided->outcome == Decision::disqualified ? CliText::explain_decision_disqualified
                                                                                : CliText::explain_decision_retained;
    const Policy& policy = policy_of(decision);
    std::string text = words_.say(CliText::explain_decision_made,
                                  {id, decision.noticed.on.to_string(), decision.decided->at.on.to_string(),
                                   words_.say(outcome), policy.title, std::to_string(policy.version)});
    if (decision.appeal_decided) {
      const bool upheld = decision.appeal_decided->outcome == AppealOutcome::upheld;
      text += words_.say(upheld ? CliText::explain_decision_upheld : CliText::explain_decision_overturned,
                         {decision.appeal_decided->at.on.to_string()});
    }
    line(text);
  }
  void write_ground(const GroundVerdict& ground) {
    const CliText state = ground.met ? CliText::explain_met : CliText::explain_not_met;
    console_.print("\n");
    line(words_.say(state, {words_.of(article_name(ground.article))}));
    if (const Article* article = policy_.article(ground.article)) line("  " + article->text);
    line("  " + words_.of(ground.explanation));
  }
  void heading(CliText text) {
    console_.print("\n");
    line(words_.say(text));
  }
  void none() { line("  " + words_.say(CliText::explain_none)); }
  void line(const std::string& text) { console_.print(text + "\n"); }

  Console& console_;
  const Words& words_;
  const Policy& policy_;
};

}  // namespace

JsonValue change_json(const VerdictChange& change) {
  JsonValue json = JsonValue::object();
  json.set("provider", JsonValue::string(change.provider));
  json.set("subject", JsonValue::string(std::string(verdict_subject_name(change.subject))));
  json.set("ref", JsonValue::string(change.ref));
  json.set("from", JsonValue::string(change.from)).set("to", JsonValue::string(change.to));
  json.set("words", bilingual_json(describe(change)));
  return json;
}

Exit explain_provider(const ExplainRequest& request, Console& console) {
  Exit exit = Exit::done;
  const auto reading = read_as_of(request.file, request.as_of, console, exit);
  if (!reading) return exit;
  const auto& [evidence, as_of, state, in_force] = *reading;
  const ProviderState* provider = state.provider(request.provider);
  if (provider == nullptr) return refuse(console, request.file, unknown_provider(request.provider, request.as_of));
  const ProviderVerdict verdict = evaluate_provider(state, *provider, *in_force, as_of);
  const auto entries = timeline(evidence->sequence(), default_policy(), request.provider, as_of);
  if (request.json) {
    console.print(R"({"as_of": ")" + as_of.to_string() + R"(", "policy": )" +
                  write_policy_name(in_force->id, in_force->version) + R"(, "verdict": )" +
                  write_provider_verdict(verdict) + R"(, "decisions": )" +
                  shell::json_text(decisions_json(state, *provider)) + R"(, "timeline": )" +
                  shell::json_text(timeline_json(entries, *evidence)) + "}\n");
    return Exit::done;
  }
  Report report(console, *in_force);
  report.write(verdict, *provider, as_of);
  report.write(state, *provider);
  report.write(entries, *evidence);
  return Exit::done;
}

}  // namespace hengping::cli
