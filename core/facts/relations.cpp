#include "core/facts/relations.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace hengping {
namespace {

std::uint64_t need_key(EngagementId engagement, NeedId need) {
  return (std::uint64_t{engagement.value} << 32U) | need.value;
}

template <class Map>
auto* find_in(const Map& map, std::uint32_t symbol) {
  const auto found = map.find(symbol);
  return found == map.end() ? nullptr : &found->second;
}

// The symbol that a fact with faults names or defines in a name space, if that much of it was sound.
template <class IdType>
std::optional<IdType> mentioned(const Mentions& mentions, NameSpace name_space) {
  const auto* found = std::find_if(mentions.begin(), mentions.end(),
                                   [name_space](const Mention& mention) { return mention.name_space == name_space; });
  if (found == mentions.end()) return std::nullopt;
  return IdType{found->symbol};
}

template <class Kind>
constexpr bool rests =
    std::disjunction_v<std::is_same<Kind, EngagementAmended>, std::is_same<Kind, NeedListed>,
                       std::is_same<Kind, InspectionConducted>, std::is_same<Kind, FindingRaised>,
                       std::is_same<Kind, TriggerWaived>, std::is_same<Kind, RectificationOrdered>,
                       std::is_same<Kind, RectificationExtended>, std::is_same<Kind, RectificationSubmitted>,
                       std::is_same<Kind, RectificationVerified>, std::is_same<Kind, RectificationRefused>,
                       std::is_same<Kind, RectificationVoided>, std::is_same<Kind, ReplacementRequested>,
                       std::is_same<Kind, PolicyAdopted>>;

// The most frequent kinds are none of these, nor of the above; Relations::Applier does nothing with them.
template <class Kind>
constexpr bool is_rested_on =
    std::disjunction_v<std::is_same<Kind, EngagementSigned>, std::is_same<Kind, AcceptanceConcluded>,
                       std::is_same<Kind, ProviderChangeReported>, std::is_same<Kind, ComplaintFiled>>;

template <std::size_t... index>
constexpr auto make_rests(std::index_sequence<index...> /*kinds*/) {
  return std::array{rests<BodyKind<index>>...};
}
template <std::size_t... index>
constexpr auto make_concerned(std::index_sequence<index...> /*kinds*/) {
  return std::array{(rests<BodyKind<index>> || is_rested_on<BodyKind<index>>)...};
}
constexpr auto all_kinds = std::make_index_sequence<body_kinds>();

}  // namespace

bool rests_on_relations(const Body& body) {
  static constexpr auto table = make_rests(all_kinds);
  return table[body.index()];
}

bool concerns_relations(const Body& body) {
  static constexpr auto table = make_concerned(all_kinds);
  return table[body.index()];
}

/// One overload a kind that others rest on; the rest changes no relation.
struct Relations::Applier {
  Relations& self;
  CivilDate on;

  void operator()(const EngagementSigned& body) const {
    self.engagements_.emplace(body.engagement.value, Engagement{body.provider, on});
  }
  void operator()(const EngagementAmended& body) const {
    self.events_.insert(amendment_ref(self.symbols_.text(body.engagement), on));
  }
  void operator()(const AcceptanceConcluded& body) const {
    self.events_.insert(acceptance_ref(self.symbols_.text(body.engagement), on));
  }
  void operator()(const ProviderChangeReported& body) const {
    self.events_.insert(change_ref(self.symbols_.text(body.provider), body.field, body.changed_on));
  }
  void operator()(const NeedListed& body) const { self.needs_.insert(need_key(body.engagement, body.need)); }
  void operator()(const InspectionConducted& body) const {
    self.inspections_.emplace(body.inspection.value, Inspection{body.provider, body.engagement});
  }
  void operator()(const ComplaintFiled& body) const {
    const Engagement* engagement = self.engagement(body.engagement);
    self.cases_.emplace(body.complaint.value, engagement == nullptr ? std::nullopt : engagement->provider);
  }
  void operator()(const FindingRaised& body) const { self.cases_.emplace(body.finding.value, body.provider); }
  void operator()(const RectificationOrdered& body) const {
    self.orders_.emplace(body.order.value, Order{body.provider, body.engagement,
                                                 body.due_on.value_or(self.default_due(on)), false, false});
  }
  void operator()(const RectificationExtended& body) const {
    if (Order* order = find(body.order)) order->due_on = body.due_on;
  }
  void operator()(const RectificationSubmitted& body) const {
    if (Order* order = find(body.order)) order->submitted = true;
  }
  void operator()(const RectificationVoided& body) const {
    if (Order* order = find(body.order)) order->voided = true;
  }
  void operator()(const PolicyAdopted& body) const { self.policies_.adopt(body.policy); }
  template <class Other>
  void operator()(const Other& /*body*/) const {
    static_assert(!is_rested_on<Other>);
  }

  Order* find(OrderId id) const {
    const auto found = self.orders_.find(id.value);
    return found == self.orders_.end() ? nullptr : &found->second;
  }
};

void Relations::apply(const Fact& fact) { visit_body(Applier{*this, fact.on}, fact.body); }

void Relations::apply_faulty(const ReadFact& fact) {
  const auto provider = mentioned<ProviderId>(fact.mentions, NameSpace::provider);
  const auto engagement = mentioned<EngagementId>(fact.mentions, NameSpace::engagement);
  for (const Mention& mention : fact.mentions) {
    if (mention.name_space == NameSpace::order && body_as<RectificationSubmitted>(fact.fact.body) != nullptr) {
      Applier{*this, fact.fact.on}(RectificationSubmitted{OrderId{mention.symbol}, {}});
    }
    if (!mention.defines) continue;
    switch (mention.name_space) {
      case NameSpace::engagement:
        engagements_.emplace(mention.symbol,
                             Engagement{provider, fact.dated ? std::optional(fact.fact.on) : std::nullopt});
        break;
      case NameSpace::inspection: inspections_.emplace(mention.symbol, Inspection{provider, engagement}); break;
      case NameSpace::order:
        orders_.emplace(mention.symbol, Order{provider, engagement, std::nullopt, false, false});
        break;
      case NameSpace::complaint: {
        const Engagement* of = engagement ? this->engagement(*engagement) : nullptr;
        cases_.emplace(mention.symbol, of == nullptr ? std::nullopt : of->provider);
        break;
      }
      case NameSpace::finding: cases_.emplace(mention.symbol, provider); break;
      case NameSpace::provider:
      case NameSpace::enterprise:
      case NameSpace::decision: break;
    }
  }
  if (fact.need && engagement) needs_.insert(need_key(*engagement, *fact.need));
  // What it would have been a trigger of can be referred to, as far as its ref can be told.
  if (!fact.kind_known || !fact.dated) return;
  const Applier applier{*this, fact.fact.on};
  if (const auto* change = body_as<ProviderChangeReported>(fact.fact.body); change != nullptr && provider) {
    applier(*change);
  } else if (const auto* amendment = body_as<EngagementAmended>(fact.fact.body); amendment && engagement) {
    applier(*amendment);
  } else if (const auto* acceptance = body_as<AcceptanceConcluded>(fact.fact.body); acceptance && engagement) {
    applier(*acceptance);
  }
}

const Relations::Engagement* Relations::engagement(EngagementId id) const { return find_in(engagements_, id.value); }
const Relations::Inspection* Relations::inspection(InspectionId id) const { return find_in(inspections_, id.value); }
const Relations::Order* Relations::order(OrderId id) const { return find_in(orders_, id.value); }

bool Relations::has_need(EngagementId engagement, NeedId need) const {
  return needs_.contains(need_key(engagement, need));
}

Relations::Target Relations::engagement_target(std::string_view engagement, std::string_view ref) const {
  if (!events_.contains(std::string(ref))) return {};
  const auto id = symbols_.find<EngagementId>(engagement);
  const Engagement* of = id ? this->engagement(*id) : nullptr;
  return Target{true, of == nullptr ? std::nullopt : of->provider};
}

Relations::Target Relations::target(RefId ref) const {
  const std::string& text = symbols_.text(ref);
  const auto parsed = parse_ref(text);
  if (!parsed) return {};
  if (const auto* acceptance = std::get_if<AcceptanceRef>(&*parsed))
    return engagement_target(acceptance->engagement, text);
  if (const auto* amendment = std::get_if<AmendmentRef>(&*parsed))
    return engagement_target(amendment->engagement, text);
  if (const auto* change = std::get_if<ChangeRef>(&*parsed)) {
    return Target{events_.contains(text), symbols_.find<ProviderId>(change->provider)};
  }
  const auto* found = find_in(cases_, ref.value);
  return found == nullptr ? Target{} : Target{true, *found};
}

bool Relations::has_policy(std::string_view id, int version) const {
  return (base_.id == id && base_.version == version) || policies_.has(id, version);
}

CivilDate Relations::default_due(CivilDate ordered_on) const {
  return ordered_on + policies_.in_force(base_, ordered_on).parameters.rectification_days;
}

}  // namespace hengping
