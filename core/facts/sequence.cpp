#include "core/facts/sequence.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/order.h"
#include "core/facts/relations.h"
#include "core/text/say.h"

namespace hengping {
namespace {

Bilingual name_space_words(NameSpace name_space) {
  switch (name_space) {
    case NameSpace::provider: return say(CoreText::term_provider);
    case NameSpace::enterprise: return say(CoreText::term_enterprise);
    case NameSpace::engagement: return say(CoreText::term_engagement);
    case NameSpace::complaint: return say(CoreText::term_complaint);
    case NameSpace::finding: return say(CoreText::term_finding);
    case NameSpace::inspection: return say(CoreText::term_inspection);
    case NameSpace::order: return say(CoreText::term_order);
    case NameSpace::decision: return say(CoreText::term_decision);
  }
  return {};
}

// Of a fact without a sound date: it makes its identifier exist from the beginning, and sees all that exists, so that one
// fault does not bring others.
Since defined_since(const ReadFact& fact) {
  return Since{fact.dated ? fact.fact.on : CivilDate::before_all(), fact.place};
}
Since seen_from(const ReadFact& fact) { return Since{fact.dated ? fact.fact.on : CivilDate::after_all(), fact.place}; }

void check_identifiers(const std::deque<ReadFact>& facts, std::span<const std::uint8_t> skip, const SequenceBase& base,
                       FaultList& faults) {
  Identifiers made;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (skip[i] != 0) continue;
    for (const Mention& mention : facts[i].mentions) {
      if (mention.defines) made.define(mention.name_space, mention.symbol, defined_since(facts[i]));
    }
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (skip[i] != 0) continue;
    for (const Mention& mention : facts[i].mentions) {
      const auto report = [&](CoreText text, const std::string& day) {
        faults.add(
            make_fault(text, facts[i].pointer(i) + "/" + std::string(member_name(mention.name_space)),
                       {name_space_words(mention.name_space), base.symbols.text(ProviderId{mention.symbol}), day}, i));
      };
      if (mention.defines) {
        const bool first = made.taken(mention.name_space, mention.symbol)->since == defined_since(facts[i]);
        if (!first || base.known.taken(mention.name_space, mention.symbol) != nullptr) {
          report(CoreText::fault_identifier_exists, {});
        }
        continue;
      }
      const auto* in_ledger = base.known.find(mention.name_space, mention.symbol);
      const auto* in_file = made.find(mention.name_space, mention.symbol);
      const Since now = seen_from(facts[i]);
      if ((in_ledger != nullptr && in_ledger->since < now) || (in_file != nullptr && in_file->since < now)) continue;
      if (in_ledger == nullptr && in_file == nullptr) {
        report(CoreText::fault_identifier_unknown, {});
      } else {
        report(CoreText::fault_identifier_not_yet, (in_ledger != nullptr ? in_ledger : in_file)->since.on.to_string());
      }
    }
  }
}

/// Judges one fact of the file by the relations of all facts before it.
class Judge {
 public:
  Judge(const Relations& relations, const SequenceBase& base, const ReadFact& read, std::size_t index,
        FaultList& faults)
      : relations_(relations), base_(base), read_(read), index_(index), faults_(faults) {}

  void operator()(const EngagementAmended& body) const {
    const auto* engagement = relations_.engagement(body.engagement);
    if (!read_.sound || body.plan.empty() || engagement == nullptr || !engagement->signed_on) return;
    if (body.plan.front().on <= *engagement->signed_on) {
      report(CoreText::fault_plan_before_signing, "/plan/0/on", {engagement->signed_on->to_string()});
    }
  }
  void operator()(const NeedListed& body) const {
    if (!names(NameSpace::engagement)) return;
    // Without a sound date it was applied before all others; it must not take itself for another.
    if (read_.need && read_.dated && relations_.has_need(body.engagement, *read_.need)) {
      report(CoreText::fault_identifier_exists, "/need", {say(CoreText::term_need), text(body.need)});
    }
    if (body.from && !relations_.has_need(body.engagement, *body.from)) {
      report(CoreText::fault_identifier_unknown, "/from", {say(CoreText::term_need), text(*body.from)});
    }
  }
  void operator()(const InspectionConducted& body) const { engagement_of_provider(body.provider, body.engagement); }
  void operator()(const FindingRaised& body) const {
    engagement_of_provider(body.provider, body.engagement);
    const auto* inspection = body.inspection ? relations_.inspection(*body.inspection) : nullptr;
    if (inspection == nullptr || !names(NameSpace::provider)) return;
    const bool other_provider = inspection->provider && *inspection->provider != body.provider;
    const bool other_engagement =
        inspection->engagement && body.engagement && *inspection->engagement != *body.engagement;
    if (other_provider || other_engagement) report(CoreText::fault_belongs_inspection, "/inspection", {});
  }
  void operator()(const TriggerWaived& body) const {
    if (body.ref != no_ref) check_ref(body.provider, body.ref, "/ref");
  }
  void operator()(const RectificationOrdered& body) const {
    engagement_of_provider(body.provider, body.engagement);
    for (const NamedRef& named : body.for_refs) {
      check_ref(body.provider, named.ref, "/for/" + std::to_string(named.index));
    }
    if (!read_.dated || !body.due_on || body.reason_for_longer) return;
    if (*body.due_on > relations_.default_due(read_.fact.on)) {
      report(CoreText::fault_order_period_too_long, "/due_on",
             {std::to_string(relations_.default_due(read_.fact.on) - read_.fact.on)});
    }
  }
  void operator()(const RectificationExtended& body) const {
    const auto* order = named_order(body.order);
    if (order == nullptr || !read_.sound || !order->due_on) return;
    if (body.due_on <= *order->due_on) {
      report(CoreText::fault_order_not_extended, "/due_on", {order->due_on->to_string()});
    }
  }
  void operator()(const RectificationSubmitted& body) const { named_order(body.order); }
  void operator()(const RectificationVerified& body) const {
    const auto* order = named_order(body.order);
    if (order != nullptr && !order->submitted)
      report(CoreText::fault_order_not_submitted, "/order", {text(body.order)});
  }
  void operator()(const RectificationRefused& body) const { named_order(body.order); }
  void operator()(const RectificationVoided& body) const { named_order(body.order); }
  void operator()(const ReplacementRequested& body) const {
    const auto* order = named_order(body.order);
    if (order == nullptr || !names(NameSpace::engagement)) return;
    const auto* engagement = relations_.engagement(body.engagement);
    const bool other_provider =
        engagement != nullptr && engagement->provider && order->provider && *engagement->provider != *order->provider;
    const bool other_engagement = order->engagement && *order->engagement != body.engagement;
    if (other_provider || other_engagement) report(CoreText::fault_belongs_order, "/order", {text(body.order)});
  }
  void operator()(const PolicyAdopted& body) const {
    if (body.policy == nullptr || !relations_.has_policy(body.policy->id, body.policy->version)) return;
    report(CoreText::fault_policy_version_exists, "/policy/version",
           {body.policy->id, std::to_string(body.policy->version)});
  }
  template <class Other>
  void operator()(const Other& /*body*/) const {}

 private:
  // Whether the member that names something of that type was itself sound.
  [[nodiscard]] bool names(NameSpace name_space) const {
    return std::any_of(read_.mentions.begin(), read_.mentions.end(),
                       [name_space](const Mention& mention) { return mention.name_space == name_space; });
  }
  template <class IdType>
  [[nodiscard]] const std::string& text(IdType id) const {
    return base_.symbols.text(id);
  }
  void report(CoreText what, const std::string& member, std::initializer_list<Word> words) const {
    faults_.add(make_fault(what, read_.pointer(index_) + member, words, index_));
  }

  void engagement_of_provider(ProviderId provider, const std::optional<EngagementId>& id) const {
    const auto* engagement = id ? relations_.engagement(*id) : nullptr;
    if (engagement == nullptr || !engagement->provider || !names(NameSpace::provider)) return;
    if (*engagement->provider != provider) {
      report(CoreText::fault_belongs_engagement, "/engagement", {text(*id), text(provider)});
    }
  }

  void check_ref(ProviderId provider, RefId ref, const std::string& member) const {
    const Relations::Target target = relations_.target(ref);
    if (!target.exists) {
      report(CoreText::fault_ref_unknown, member, {text(ref)});
    } else if (target.provider && names(NameSpace::provider) && *target.provider != provider) {
      report(CoreText::fault_belongs_ref, member, {text(ref), text(provider)});
    }
  }

  // The order that the fact names; reports one that was voided before.
  const Relations::Order* named_order(OrderId id) const {
    const auto* order = names(NameSpace::order) ? relations_.order(id) : nullptr;
    if (order != nullptr && order->voided) report(CoreText::fault_order_voided, "/order", {text(id)});
    return order;
  }

  const Relations& relations_;
  const SequenceBase& base_;
  const ReadFact& read_;
  std::size_t index_;
  FaultList& faults_;
};

/// A fact of the file in the walk: applied, judged, or both.
struct Step {
  Since since;
  std::size_t index = 0;
  bool apply = false;
  bool judge = false;
};

std::vector<Step> steps_of(const std::deque<ReadFact>& facts, std::span<const std::uint8_t> skip) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (skip[i] != 0 || !facts[i].kind_known) continue;
    if (facts[i].sound && !concerns_relations(facts[i].fact.body)) continue;
    if (facts[i].dated) {
      steps.push_back(Step{defined_since(facts[i]), i, true, true});
    } else {
      steps.push_back(Step{defined_since(facts[i]), i, true, false});
      steps.push_back(Step{seen_from(facts[i]), i, false, true});
    }
  }
  put_in_order(steps, [](const Step& left, const Step& right) { return left.since < right.since; });
  return steps;
}

void check_relations(const std::deque<ReadFact>& facts, std::span<const std::uint8_t> skip, const SequenceBase& base,
                     FaultList& faults) {
  const std::vector<Step> steps = steps_of(facts, skip);
  const bool needed = std::any_of(steps.begin(), steps.end(),
                                  [&](const Step& step) { return rests_on_relations(facts[step.index].fact.body); });
  if (!needed) return;
  Relations relations(base.symbols, base.policy);
  auto next = base.ledger.facts.begin();
  const auto ledger_up_to = [&](CivilDate on) {
    for (; next != base.ledger.facts.end() && (*next)->on <= on; ++next) relations.apply(**next);
  };
  for (const Step& step : steps) {
    ledger_up_to(step.since.on);
    const ReadFact& read = facts[step.index];
    if (step.judge) visit_body(Judge(relations, base, read, step.index, faults), read.fact.body);
    if (!step.apply) continue;
    if (read.sound) {
      relations.apply(read.fact);
    } else {
      relations.apply_faulty(read);
    }
  }
}

}  // namespace

void check_sequence(const std::deque<ReadFact>& facts, std::span<const std::uint8_t> skip, const SequenceBase& base,
                    FaultList& faults) {
  check_identifiers(facts, skip, base, faults);
  check_relations(facts, skip, base, faults);
}

}  // namespace hengping
