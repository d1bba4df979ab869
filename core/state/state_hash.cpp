#include "core/state/state_hash.h"

#include <algorithm>
#include <utility>

#include "core/base/order.h"
#include "core/codec/canonical.h"
#include "core/facts/names.h"
#include "core/ledger/digest.h"

namespace hengping {
namespace {

/// The state's things as JSON lists; every list has its things in one order, so that equal states give equal bytes.
class Lines {
 public:
  explicit Lines(const State& state) : state_(state), symbols_(state.symbols()) {}

  std::string take() {
    for (const ProviderState& one : state_.providers()) add(line(one));
    for (const EnterpriseState& one : state_.enterprises()) add(line(one));
    for (const EngagementState& one : state_.engagements()) add(line(one));
    for (const OrderState& one : state_.orders()) add(line(one));
    for (const CaseState& one : state_.cases()) add(line(one));
    for (const DecisionState& one : state_.decisions()) add(line(one));
    put_in_order(lines_);
    std::string all;
    for (const std::string& one : lines_) all += one + "\n";
    // Policies in the order of adoption, which decides what is in force.
    for (const auto& policy : state_.policies().all()) {
      all += canonical(list({"policy", policy->id, number(policy->version)})) + "\n";
    }
    return all;
  }

 private:
  struct Part : JsonValue {
    Part(JsonValue value) : JsonValue(std::move(value)) {}  // NOLINT(google-explicit-constructor): reads as a list
    Part(std::string_view text)
        : JsonValue(JsonValue::string(std::string(text))) {}                // NOLINT(google-explicit-constructor)
    Part(const std::string& text) : JsonValue(JsonValue::string(text)) {}   // NOLINT(google-explicit-constructor)
    Part(const char* text) : JsonValue(JsonValue::string(text)) {}          // NOLINT(google-explicit-constructor)
    Part(CivilDate day) : JsonValue(JsonValue::string(day.to_string())) {}  // NOLINT(google-explicit-constructor)
  };

  static JsonValue list(std::initializer_list<Part> parts) {
    JsonValue value = JsonValue::array();
    for (const Part& part : parts) value.items().push_back(part);
    return value;
  }
  template <class Range, class Make>
  static JsonValue list_of(const Range& range, Make make) {
    JsonValue value = JsonValue::array();
    for (const auto& one : range) value.items().push_back(make(one));
    return value;
  }
  static JsonValue number(std::int64_t value) { return JsonValue::number(value); }
  static JsonValue flag(bool value) { return JsonValue::boolean(value); }
  /// Nothing is null.
  template <class Optional, class Make>
  static JsonValue maybe(const Optional& value, Make make) {
    return value ? make(*value) : JsonValue();
  }
  // The place tells what came before what across lists; equal records stand at equal places.
  static JsonValue moment(const Moment& at) { return list({at.on, number(at.place)}); }
  template <class Tag>
  JsonValue name(Id<Tag> id) const {
    return JsonValue::string(symbols_.text(id));
  }
  static JsonValue text(const std::string& value) { return JsonValue::string(value); }

  JsonValue line(const ProviderState& one) const {
    const ProviderRegistered& profile = one.profile;
    return list(
        {"provider", name(one.id), one.registered_on,
         list({profile.name, profile.uscc, profile.address, profile.legal_representative, profile.business_scope,
               number(profile.registered_capital.fen),
               list_of(profile.types, [](ProviderType type) { return text(std::string(provider_type_name(type))); }),
               maybe(profile.contact, text)}),
         list_of(one.changes,
                 [](const Stated<ProviderChangeReported>& change) {
                   return list({moment(change.at), provider_field_name(change.body->field), change.body->changed_on});
                 }),
         list_of(one.waived, [this](RefId ref) { return name(ref); }),
         list_of(one.awards,
                 [](const Stated<AwardGiven>& award) {
                   return list({moment(award.at), award.body->title});
                 }),
         maybe(one.reinstated, moment)});
  }
  JsonValue line(const EnterpriseState& one) const {
    const EnterpriseRegistered& body = *one.registration;
    return list(
        {"enterprise", name(one.id), one.registered_on, body.name, body.uscc, body.industry,
         maybe(body.scale, [](EnterpriseScale scale) { return text(std::string(enterprise_scale_name(scale))); }),
         maybe(body.district, text), one.removed == nullptr ? JsonValue() : text(one.removed->reason)});
  }
  JsonValue line(const EngagementState& one) const {
    return list({"engagement", name(one.id), one.signed_on, name(one.contract->provider),
                 name(one.contract->enterprise), number(one.amount.fen), one.due_on,
                 list_of(one.items,
                         [](const Item& item) {
                           std::string digits;
                           append_json_number(digits, item.quantity);
                           return list({item.name, item.function, item.purpose, number(item.unit_price.fen),
                                        JsonValue::number(digits), maybe(item.standard, flag)});
                         }),
                 list_of(one.plan,
                         [](const PlanPoint& point) {
                           return list({point.on, number(point.percent.hundredths)});
                         }),
                 list_of(one.amendments,
                         [](const Stated<EngagementAmended>& amendment) {
                           return list({moment(amendment.at), flag(amendment.body->consented), amendment.body->reason});
                         }),
                 list_of(one.progress,
                         [](const Stated<ProgressReported>& progress) {
                           return list({moment(progress.at), number(progress.body->percent.hundredths)});
                         }),
                 list_of(one.needs,
                         [this](const Stated<NeedListed>& need) {
                           return list({moment(need.at), name(need.body->need),
                                        number(static_cast<int>(need.body->list)),
                                        number(static_cast<int>(need.body->tag)), need.body->text,
                                        maybe(need.body->from, [this](NeedId from) { return name(from); })});
                         }),
                 list_of(one.deliverables,
                         [](const Stated<DeliverableSubmitted>& deliverable) {
                           return list({moment(deliverable.at), number(static_cast<int>(deliverable.body->deliverable)),
                                        deliverable.body->title});
                         }),
                 list_of(one.assessments,
                         [](const Stated<AssessmentRecorded>& assessment) {
                           return list({moment(assessment.at), number(static_cast<int>(assessment.body->phase)),
                                        number(assessment.body->level)});
                         }),
                 list_of(one.acceptances,
                         [](const Stated<AcceptanceConcluded>& acceptance) {
                           return list({moment(acceptance.at), number(static_cast<int>(acceptance.body->outcome))});
                         }),
                 list_of(one.ratings, [this](const RatingSlot& slot) { return rating(slot); }),
                 list_of(one.replacements,
                         [this](const ReplacementEvent& event) {
                           return list({moment(event.at), number(static_cast<int>(event.kind)),
                                        maybe(event.order, [this](OrderId order) { return name(order); })});
                         }),
                 one.ended == nullptr ? JsonValue() : number(static_cast<int>(one.ended->outcome))});
  }
  JsonValue rating(const RatingSlot& slot) const {
    return list({name(slot.period), list_of(slot.events, [](const RatingEvent& event) {
                   if (event.given == nullptr) return list({moment(event.at), event.withdrawn->reason});
                   return list({moment(event.at), satisfaction_name(event.given->satisfaction),
                                maybe(event.given->comment, text)});
                 })});
  }
  JsonValue line(const OrderState& one) const {
    return list({"order", name(one.id), moment(one.ordered), name(one.body->provider),
                 maybe(one.body->engagement, [this](EngagementId id) { return name(id); }),
                 list_of(one.body->for_refs, [this](const NamedRef& ref) { return name(ref.ref); }),
                 maybe(one.body->due_on, [](CivilDate due) { return text(due.to_string()); }),
                 list_of(one.extensions,
                         [](const Fact* fact) {
                           return list({fact->on, body_as<RectificationExtended>(fact->body)->due_on});
                         }),
                 list_of(one.events, [](const OrderEvent& event) {
                   return list({number(static_cast<int>(event.kind)), moment(event.at)});
                 })});
  }
  JsonValue line(const CaseState& one) const {
    const bool complaint = one.complaint != nullptr;
    return list({complaint ? "complaint" : "finding", name(one.id), moment(one.raised), one.article().to_string(),
                 complaint ? one.complaint->text : one.finding->text, name(state_.providers()[one.provider].id),
                 number(static_cast<int>(one.verdict)),
                 one.verdict == CaseState::Verdict::none ? JsonValue() : text(one.verdict_on.to_string())});
  }
  JsonValue line(const DecisionState& one) const {
    return list({"decision", name(one.id), moment(one.noticed), name(one.body->provider),
                 list_of(one.body->grounds, [](const ArticleItem& ground) { return text(ground.to_string()); }),
                 maybe(one.replied, moment),
                 maybe(one.decided,
                       [](const DecisionState::Decided& decided) {
                         return list({moment(decided.at), number(static_cast<int>(decided.outcome))});
                       }),
                 maybe(one.appealed, moment),
                 maybe(one.appeal_decided, [](const DecisionState::AppealDecided& decided) {
                   return list({moment(decided.at), number(static_cast<int>(decided.outcome))});
                 })});
  }

  void add(const JsonValue& value) { lines_.push_back(canonical(value)); }

  const State& state_;
  const SymbolTable& symbols_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string state_hash(const State& state) { return sha256_hex(Lines(state).take()); }

}  // namespace hengping
