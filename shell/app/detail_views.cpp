#include "shell/app/detail_views.h"

#include <algorithm>
#include <utility>

#include "core/base/order.h"
#include "shell/app/exact_amount.h"
#include "shell/app/rating_status.h"
#include "shell/app/record_references.h"

namespace hengping::shell {

namespace {

EngagementSummary summary_of(const State& state, const EngagementState& engagement) {
  const ProviderState& provider = state.providers()[engagement.provider];
  const EnterpriseState& enterprise = state.enterprises()[engagement.enterprise];
  EngagementSummary summary;
  summary.id = state.symbols().text(engagement.id);
  summary.provider = state.symbols().text(provider.id);
  summary.provider_name = provider.profile.name;
  summary.enterprise = state.symbols().text(enterprise.id);
  summary.enterprise_name = enterprise.registration->name;
  summary.amount = money_text(engagement.amount);
  summary.signed_on = engagement.signed_on.to_string();
  summary.due_on = engagement.due_on.to_string();
  for (const RatingSlot& slot : engagement.ratings) {
    if (const RatingGiven* rating = slot.effective()) summary.ratings.add(rating->satisfaction);
  }
  return summary;
}

void append_ratings(std::vector<RatingView>& out, const EngagementState& engagement, const EngagementSummary& summary,
                    const State& state, const Records& records) {
  for (const RatingSlot& slot : engagement.ratings) {
    for (std::size_t i = 0; i < slot.events.size(); ++i) {
      const RatingEvent& event = slot.events[i];
      RatingView view;
      view.engagement = summary.id;
      view.period = state.symbols().text(slot.period);
      view.on = event.at.on.to_string();
      view.provider = summary.provider;
      view.provider_name = summary.provider_name;
      view.enterprise = summary.enterprise;
      view.enterprise_name = summary.enterprise_name;
      view.status = rating_status(slot, i);
      if (event.given != nullptr) {
        view.satisfaction = event.given->satisfaction;
        view.words = event.given->comment.value_or(std::string());
        view.record = records.find(event.given);
      } else {
        view.words = event.withdrawn->reason;
        view.record = records.find(event.withdrawn);
      }
      out.push_back(std::move(view));
    }
  }
}

/// Latest first; of one day, what was stated later first.
void sort_ratings(std::vector<RatingView>& ratings) {
  put_in_order(ratings, [](const RatingView& a, const RatingView& b) {
    if (a.on != b.on) return a.on > b.on;
    return a.record.record > b.record.record;
  });
}

void add_contract(GroundReference& reference, const EngagementState& engagement, const State& state) {
  reference.engagement = state.symbols().text(engagement.id);
  const EnterpriseState& enterprise = state.enterprises()[engagement.enterprise];
  reference.enterprise = state.symbols().text(enterprise.id);
  reference.enterprise_name = enterprise.registration->name;
}

/// A ref of 9.2 is `<engagement>@<period>`; identifiers hold no @.
GroundReference rating_reference(const std::string& ref, const State& state, const Records& records) {
  GroundReference reference;
  reference.ref = ref;
  reference.name = name_ref(ref, state);
  const std::size_t at = ref.find('@');
  if (at == std::string::npos) return reference;
  reference.engagement = ref.substr(0, at);
  reference.period = ref.substr(at + 1);
  const EngagementState* engagement = state.engagement(reference.engagement);
  if (engagement == nullptr) return reference;
  add_contract(reference, *engagement, state);
  for (const RatingSlot& slot : engagement->ratings) {
    if (state.symbols().text(slot.period) != reference.period) continue;
    if (const RatingGiven* rating = slot.effective()) {
      reference.words = rating->comment.value_or(std::string());
      reference.record = records.find(rating);
    }
  }
  return reference;
}

/// What decides that a contract is behind its plan: the last report of progress, measured against the plan in force.
void add_progress(GroundReference& reference, const EngagementState& engagement, const Records& records) {
  if (!engagement.progress.empty()) reference.record = records.find(engagement.progress.back().body);
  reference.plan = records.find(engagement.contract);
  for (const Stated<EngagementAmended>& amendment : engagement.amendments) {
    if (engagement.plan.data() == amendment.body->plan.data()) reference.plan = records.find(amendment.body);
  }
}

/// The last acceptance that failed with major effect and counts: an earlier one of the same contract adds nothing to it.
void add_acceptance(GroundReference& reference, const EngagementState& engagement, const RuleInput& input,
                    const Records& records) {
  for (const Stated<AcceptanceConcluded>& one : engagement.acceptances) {
    if (one.body->outcome == AcceptanceOutcome::failed_major && input.counts(one.at))
      reference.record = records.find(one.body);
  }
}

/// A ref of the other grounds: an order, a finding, a contract, or `acceptance:<contract>`.
GroundReference part_reference(const std::string& ref, const RuleInput& input, const Records& records) {
  const State& state = input.state;
  GroundReference reference;
  reference.ref = ref;
  reference.name = name_ref(ref, state);
  const SymbolTable& symbols = state.symbols();
  switch (reference.name.kind) {
    case RefName::Kind::order:
      reference.record = records.find(state.find_order(*symbols.find<OrderId>(ref))->body);
      break;
    case RefName::Kind::finding: {
      const FindingRaised* finding = state.find_case(*symbols.find<CaseId>(ref))->finding;
      reference.words = finding->text;
      reference.record = records.find(finding);
      break;
    }
    case RefName::Kind::engagement:
    case RefName::Kind::acceptance: {
      const EngagementState* engagement = state.engagement(reference.name.id);
      if (engagement == nullptr) break;
      add_contract(reference, *engagement, state);
      if (reference.name.kind == RefName::Kind::acceptance) {
        add_acceptance(reference, *engagement, input, records);
      } else {
        add_progress(reference, *engagement, records);
      }
      break;
    }
    case RefName::Kind::other:
    case RefName::Kind::complaint:
    case RefName::Kind::amendment:
    case RefName::Kind::change:
    case RefName::Kind::rating: break;  // no ground but 9.2 rests on them
  }
  return reference;
}

GroundView ground_view(const GroundVerdict& verdict, const RuleInput& input, const Records& records) {
  GroundView view;
  view.article = verdict.article;
  view.article_name = article_name(verdict.article);
  if (const Article* article = input.policy.article(verdict.article)) view.article_text = article->text;
  view.met = verdict.met;
  view.count = verdict.count;
  view.limit = verdict.limit;
  if (view.count && view.limit) {
    view.needed = *view.limit + (verdict.article == "9.1" ? 1 : 0);
    view.near = !view.met && UnsatisfiedCount{*view.count, *view.needed}.near();
  }
  if (verdict.lag) view.lag = verdict.lag->to_string();
  view.explanation = verdict.explanation;
  for (const std::string& ref : verdict.refs) {
    view.references.push_back(ref.find('@') == std::string::npos ? part_reference(ref, input, records)
                                                                 : rating_reference(ref, input.state, records));
  }
  return view;
}

template <class Summaries>
void sort_summaries(Summaries& summaries) {
  put_in_order(summaries,
            [](const EngagementSummary& a, const EngagementSummary& b) { return compare_natural(a.id, b.id) < 0; });
}

ExactAmount item_amount(const Item& item) { return ExactAmount::of(item.unit_price) * ExactAmount::of(item.quantity); }

}  // namespace

ItemView item_view(const Item& item) {
  const ExactAmount amount = item_amount(item);
  ItemView view;
  view.name = item.name;
  view.function = item.function;
  view.purpose = item.purpose;
  view.unit_price = money_text(item.unit_price);
  view.quantity = quantity_text(item.quantity);
  view.total = amount.money_text();
  view.rounded = !amount.whole_fen();
  view.standard = item.standard;
  return view;
}

std::optional<ProviderDetail> provider_detail(App& app, std::string_view id) {
  const State& state = app.state();
  const ProviderState* provider = state.provider(id);
  const ProviderVerdict* verdict = app.verdict(id);
  if (provider == nullptr || verdict == nullptr) return std::nullopt;
  const ProviderRegistered& registration = provider->profile;  // with what was corrected and changed since
  const Records records(app, [id](const Subject& subject) { return subject.provider == id; });

  ProviderDetail detail;
  detail.id = id;
  detail.name = registration.name;
  detail.uscc = registration.uscc;
  detail.address = registration.address;
  detail.legal_representative = registration.legal_representative;
  detail.business_scope = registration.business_scope;
  detail.registered_capital = money_text(registration.registered_capital);
  detail.registered_on = provider->registered_on.to_string();
  detail.contact = registration.contact.value_or(std::string());
  detail.types = registration.types;
  detail.standing = verdict->standing;
  const RuleInput input{state, *provider, app.policy(), app.today()};
  for (const GroundVerdict& ground : verdict->grounds) detail.grounds.push_back(ground_view(ground, input, records));
  for (const TriggerVerdict& trigger : verdict->triggers)
    detail.triggers.push_back({trigger, name_ref(trigger.ref, state)});
  detail.orders = verdict->orders;
  detail.replacement_available = verdict->replacement_available;
  detail.unsatisfied = unsatisfied_count(*verdict, app.policy());
  for (const EngagementIndex index : provider->engagements) {
    const EngagementState& engagement = state.engagements()[index];
    EngagementSummary summary = summary_of(state, engagement);
    detail.ratings.satisfied += summary.ratings.satisfied;
    detail.ratings.basically_satisfied += summary.ratings.basically_satisfied;
    detail.ratings.unsatisfied += summary.ratings.unsatisfied;
    append_ratings(detail.rating_list, engagement, summary, state, records);
    detail.engagements.push_back(std::move(summary));
  }
  sort_summaries(detail.engagements);
  sort_ratings(detail.rating_list);
  detail.conduct = conduct_views(app, *provider, records);
  const ProviderDuties duties = check_provider_duties(input);
  for (const DutyItem* item : {&duties.cases_and_guides, &duties.products})
    detail.products.push_back(duty_view(*item, app.policy(), records));
  detail.score = score_view(app, id);
  detail.changes = change_views(app, id);
  detail.records = records.list();
  return detail;
}

std::optional<EnterpriseDetail> enterprise_detail(App& app, std::string_view id) {
  const State& state = app.state();
  const EnterpriseState* enterprise = state.enterprise(id);
  if (enterprise == nullptr) return std::nullopt;
  const EnterpriseRegistered& registration = *enterprise->registration;
  const Records records(app, [id](const Subject& subject) { return subject.enterprise == id; });

  EnterpriseDetail detail;
  detail.id = id;
  detail.name = registration.name;
  detail.uscc = registration.uscc;
  detail.industry = registration.industry;
  detail.registered_on = enterprise->registered_on.to_string();
  detail.scale = registration.scale;
  detail.district = registration.district.value_or(std::string());
  for (const EngagementIndex index : enterprise->engagements) {
    const EngagementState& engagement = state.engagements()[index];
    EngagementSummary summary = summary_of(state, engagement);
    append_ratings(detail.rating_list, engagement, summary, state, records);
    detail.engagements.push_back(std::move(summary));
  }
  sort_summaries(detail.engagements);
  sort_ratings(detail.rating_list);
  detail.records = records.list();
  return detail;
}

std::optional<EngagementDetail> engagement_detail(App& app, std::string_view id) {
  const State& state = app.state();
  const EngagementState* engagement = state.engagement(id);
  if (engagement == nullptr) return std::nullopt;
  const EngagementSigned& contract = *engagement->contract;
  const Records records(app, [id](const Subject& subject) { return subject.engagement == id; });

  EngagementDetail detail;
  detail.summary = summary_of(state, *engagement);
  if (contract.baseline_level) detail.baseline_level = *contract.baseline_level;
  ExactAmount total;
  for (const Item& item : engagement->items) {
    total = total + item_amount(item);
    detail.items.push_back(item_view(item));
  }
  detail.items_total = total.money_text();
  detail.items_total_differs = total != ExactAmount::of(engagement->amount);
  for (const PlanPoint& point : engagement->plan)
    detail.plan.push_back({point.on.to_string(), percent_text(point.percent)});
  detail.progress = progress_view(*engagement, app.today());
  for (const DutyItem& item : check_contract_duties(state, *engagement, app.policy()).items) {
    detail.duties.push_back(duty_view(item, app.policy(), records));
    if (item.status == DutyStatus::met) ++detail.duties_met;
  }
  detail.assessments = assessment_views(*engagement, records);
  append_ratings(detail.rating_list, *engagement, detail.summary, state, records);
  sort_ratings(detail.rating_list);
  detail.records = records.list();
  return detail;
}

}  // namespace hengping::shell
