#include "core/rules/duties.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/base/order.h"
#include "core/facts/names.h"
#include "core/rules/explanation.h"

namespace hengping {
namespace {

CoreText deliverable_text(Deliverable deliverable) {
  switch (deliverable) {
    case Deliverable::needs_list: return CoreText::duty_deliverable_needs_list;
    case Deliverable::diagnosis_report: return CoreText::duty_deliverable_diagnosis_report;
    case Deliverable::transformation_plan: return CoreText::duty_deliverable_transformation_plan;
    case Deliverable::implementation_record: return CoreText::duty_deliverable_implementation_record;
    case Deliverable::acceptance_application: return CoreText::duty_deliverable_acceptance_application;
    case Deliverable::self_assessment_report: return CoreText::duty_deliverable_self_assessment_report;
    case Deliverable::typical_case: return CoreText::duty_deliverable_typical_case;
    case Deliverable::implementation_guide: return CoreText::duty_deliverable_implementation_guide;
    case Deliverable::solution_product: return CoreText::duty_deliverable_solution_product;
  }
  return CoreText::duty_deliverable_needs_list;
}

CoreText list_text(NeedList list) {
  switch (list) {
    case NeedList::problem: return CoreText::duty_list_problem;
    case NeedList::requirement: return CoreText::duty_list_requirement;
    case NeedList::scenario: return CoreText::duty_list_scenario;
  }
  return CoreText::duty_list_problem;
}

DutyRecord deliverable_record(const std::string& engagement, const Stated<DeliverableSubmitted>& submitted) {
  const Deliverable kind = submitted.body->deliverable;
  return DutyRecord{"deliverable:" + engagement + ":" + std::string(name_of(kind, deliverable_choices)) + ":" +
                        submitted.at.on.to_string(),
                    submitted.at.on,
                    say(CoreText::duty_record_deliverable, {say(deliverable_text(kind)), submitted.body->title})};
}

/// One item of the checklist while it is gone through. Counting needs neither words nor records, so both are made only when wanted.
class Item {
 public:
  Item(std::string_view article, bool in_words) : in_words_(in_words) { item_.article = article; }

  /// A part of the duty: there or not.
  template <class Sentence>
  void part(bool there, Sentence missing) {
    ++parts_;
    if (there) {
      ++met_;
    } else if (in_words_) {
      item_.missing.push_back(missing());
    }
  }
  template <class Record>
  void by(Record record) {
    if (in_words_) item_.met_by.push_back(record());
  }
  DutyItem take() {
    if (met_ == parts_) {
      item_.status = DutyStatus::met;
    } else if (met_ > 0) {
      item_.status = DutyStatus::partly;
    }
    return std::move(item_);
  }

 private:
  bool in_words_;
  int parts_ = 0;
  int met_ = 0;
  DutyItem item_;
};

class Contract {
 public:
  Contract(const State& state, const EngagementState& engagement, const Policy& policy, bool in_words)
      : symbols_(state.symbols()), engagement_(engagement), policy_(policy), in_words_(in_words) {}

  [[nodiscard]] DutyItem diagnosis() const {
    Item item("5.1", in_words_);
    for (const NeedList list : {NeedList::problem, NeedList::requirement, NeedList::scenario}) {
      item.part(any_need([list](const NeedListed& need) { return need.list == list; }),
                [list] { return say(CoreText::duty_missing_list, {say(list_text(list))}); });
    }
    if (!engagement_.needs.empty()) {
      item.part(any_need([](const NeedListed& need) { return need.tag == NeedTag::common; }),
                [] { return say(CoreText::duty_missing_common); });
      item.part(any_need([](const NeedListed& need) { return need.tag == NeedTag::individual; }),
                [] { return say(CoreText::duty_missing_individual); });
    }
    links(item, NeedList::requirement, NeedList::problem, CoreText::duty_missing_link_requirement);
    links(item, NeedList::scenario, NeedList::requirement, CoreText::duty_missing_link_scenario);
    for (const Stated<NeedListed>& need : engagement_.needs) {
      item.by([&] {
        return DutyRecord{
            "need:" + id() + ":" + symbols_.text(need.body->need), need.at.on,
            say(CoreText::duty_record_need, {say(list_text(need.body->list)),
                                             std::string(name_of(need.body->tag, need_tag_choices)), need.body->text})};
      });
    }
    deliverable(item, Deliverable::needs_list);
    deliverable(item, Deliverable::diagnosis_report);
    return item.take();
  }

  [[nodiscard]] DutyItem plan() const {
    Item item("5.2", in_words_);
    deliverable(item, Deliverable::transformation_plan);
    return item.take();
  }

  [[nodiscard]] DutyItem implementation() const {
    Item item("5.3", in_words_);
    deliverable(item, Deliverable::implementation_record);
    const int required = policy_.parameters.required_level;
    const Stated<AssessmentRecorded>* last = last_assessment_after(engagement_);
    const bool reached = last != nullptr && int{last->body->level} >= required;
    item.part(reached, [&] {
      const Bilingual level = level_words(required);
      if (last == nullptr) return say(CoreText::duty_missing_level_unknown, {level});
      return say(CoreText::duty_missing_level, {level_words(last->body->level), level});
    });
    if (reached) item.by([&] { return assessment_record(*last); });
    return item.take();
  }

  [[nodiscard]] DutyItem self_assessment() const {
    Item item("5.6", in_words_);
    deliverable(item, Deliverable::self_assessment_report);
    const Stated<AssessmentRecorded>* last = last_assessment_after(engagement_);
    item.part(last != nullptr, [] { return say(CoreText::duty_missing_assessment_after); });
    if (last != nullptr) item.by([&] { return assessment_record(*last); });
    return item.take();
  }

  [[nodiscard]] DutyItem reports() const {
    Item item("5.7", in_words_);
    item.part(!engagement_.progress.empty(), [] { return say(CoreText::duty_missing_progress); });
    for (const Stated<ProgressReported>& report : engagement_.progress) {
      item.by([&] {
        return DutyRecord{"progress:" + id() + ":" + report.at.on.to_string(), report.at.on,
                          say(CoreText::duty_record_progress, {report.body->percent.to_string()})};
      });
    }
    deliverable(item, Deliverable::acceptance_application);
    return item.take();
  }

 private:
  [[nodiscard]] const std::string& id() const { return symbols_.text(engagement_.id); }

  template <class Fits>
  [[nodiscard]] bool any_need(Fits fits) const {
    return std::any_of(engagement_.needs.begin(), engagement_.needs.end(),
                       [&fits](const Stated<NeedListed>& need) { return fits(*need.body); });
  }

  void deliverable(Item& item, Deliverable kind) const {
    bool there = false;
    for (const Stated<DeliverableSubmitted>& submitted : engagement_.deliverables) {
      if (submitted.body->deliverable != kind) continue;
      there = true;
      item.by([&] { return deliverable_record(id(), submitted); });
    }
    item.part(there, [kind] { return say(CoreText::duty_missing_deliverable, {say(deliverable_text(kind))}); });
  }

  // A list that is not there has no links to show, and lacks them.
  void links(Item& item, NeedList list, NeedList answered, CoreText sentence) const {
    std::unordered_map<std::uint32_t, NeedList> list_of;
    for (const Stated<NeedListed>& need : engagement_.needs) list_of.emplace(need.body->need.value, need.body->list);
    bool listed = false;
    std::vector<std::string> loose;
    for (const Stated<NeedListed>& need : engagement_.needs) {
      if (need.body->list != list) continue;
      listed = true;
      const auto from = need.body->from ? list_of.find(need.body->from->value) : list_of.end();
      if (from == list_of.end() || from->second != answered) loose.push_back(symbols_.text(need.body->need));
    }
    if (!listed) return;  // that the list is missing has been said
    put_in_order(loose);
    item.part(loose.empty(), [&] { return say(sentence, {std::to_string(loose.size()), name_refs(loose)}); });
  }

  [[nodiscard]] DutyRecord assessment_record(const Stated<AssessmentRecorded>& recorded) const {
    return DutyRecord{"assessment:" + id() + ":" +
                          std::string(name_of(recorded.body->phase, assessment_phase_choices)) + ":" +
                          recorded.at.on.to_string(),
                      recorded.at.on, say(CoreText::duty_record_level, {level_words(recorded.body->level)})};
  }

  const SymbolTable& symbols_;
  const EngagementState& engagement_;
  const Policy& policy_;
  bool in_words_;
};

using Check = DutyItem (Contract::*)() const;
constexpr std::array<Check, contract_duty_articles.size()> checks = {
    &Contract::diagnosis, &Contract::plan, &Contract::implementation, &Contract::self_assessment, &Contract::reports};

bool is_case_or_guide(Deliverable kind) {
  return kind == Deliverable::typical_case || kind == Deliverable::implementation_guide;
}

/// The first submission of each kind and title, over all contracts of the provider.
template <class Fits>
std::vector<DutyRecord> distinct(const RuleInput& input, Fits fits) {
  struct Found {
    const EngagementState* engagement;
    const Stated<DeliverableSubmitted>* submitted;
  };
  std::vector<Found> found;
  for (const EngagementIndex index : input.provider.engagements) {
    const EngagementState& engagement = input.state.engagements()[index];
    for (const Stated<DeliverableSubmitted>& submitted : engagement.deliverables) {
      if (fits(submitted.body->deliverable)) found.push_back(Found{&engagement, &submitted});
    }
  }
  put_in_order(found,
            [](const Found& left, const Found& right) { return right.submitted->at.after(left.submitted->at); });
  std::vector<DutyRecord> records;
  std::set<std::pair<Deliverable, std::string_view>> seen;
  for (const Found& one : found) {
    if (!seen.emplace(one.submitted->body->deliverable, one.submitted->body->title).second) continue;
    records.push_back(deliverable_record(input.state.symbols().text(one.engagement->id), *one.submitted));
  }
  return records;
}

DutyItem provider_item(std::string_view article, std::vector<DutyRecord> records, CoreText missing) {
  DutyItem item;
  item.article = article;
  item.status = records.empty() ? DutyStatus::missing : DutyStatus::met;
  if (records.empty()) item.missing.push_back(say(missing));
  item.met_by = std::move(records);
  return item;
}

}  // namespace

std::string_view duty_status_name(DutyStatus status) {
  switch (status) {
    case DutyStatus::missing: return "missing";
    case DutyStatus::partly: return "partly";
    case DutyStatus::met: return "met";
  }
  return {};
}

Bilingual level_words(int level) {
  static constexpr std::array numerals = {CoreText::numeral_0, CoreText::numeral_1, CoreText::numeral_2,
                                          CoreText::numeral_3, CoreText::numeral_4};
  if (level == 0) return say(CoreText::assessment_level_none);
  return say(CoreText::assessment_level_number, {say(numerals.at(static_cast<std::size_t>(level)))});
}

const Stated<AssessmentRecorded>* last_assessment_after(const EngagementState& engagement) {
  const auto last =
      std::find_if(engagement.assessments.rbegin(), engagement.assessments.rend(),
                   [](const Stated<AssessmentRecorded>& one) { return one.body->phase == AssessmentPhase::after; });
  return last == engagement.assessments.rend() ? nullptr : &*last;
}

ContractDuties check_contract_duties(const State& state, const EngagementState& engagement, const Policy& policy) {
  const Contract contract(state, engagement, policy, true);
  ContractDuties duties;
  duties.engagement = state.symbols().text(engagement.id);
  for (const Check check : checks) duties.items.push_back((contract.*check)());
  return duties;
}

std::array<DutyStatus, contract_duty_articles.size()> contract_duty_statuses(const State& state,
                                                                             const EngagementState& engagement,
                                                                             const Policy& policy) {
  const Contract contract(state, engagement, policy, false);
  std::array<DutyStatus, contract_duty_articles.size()> statuses{};
  for (std::size_t i = 0; i < checks.size(); ++i) statuses.at(i) = (contract.*checks.at(i))().status;
  return statuses;
}

ProviderDuties check_provider_duties(const RuleInput& input) {
  ProviderDuties duties;
  duties.provider = input.state.symbols().text(input.provider.id);
  duties.cases_and_guides = provider_item("5.4", distinct(input, is_case_or_guide), CoreText::duty_missing_cases);
  duties.products =
      provider_item("5.5", distinct(input, [](Deliverable kind) { return kind == Deliverable::solution_product; }),
                    CoreText::duty_missing_products);
  for (const EngagementIndex index : input.provider.engagements) {
    duties.contracts.push_back(check_contract_duties(input.state, input.state.engagements()[index], input.policy));
  }
  put_in_order(duties.contracts,
            [](const ContractDuties& left, const ContractDuties& right) { return left.engagement < right.engagement; });
  return duties;
}

std::vector<DutyRecord> cases_guides_and_products(const RuleInput& input) {
  return distinct(input,
                  [](Deliverable kind) { return is_case_or_guide(kind) || kind == Deliverable::solution_product; });
}

}  // namespace hengping
