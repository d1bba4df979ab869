#include "core/state/state.h"

#include <type_traits>
#include <variant>

namespace hengping {
namespace {

std::uint32_t index_at(const std::vector<std::uint32_t>& by_symbol, std::uint32_t symbol, std::uint32_t nowhere) {
  return symbol < by_symbol.size() ? by_symbol[symbol] : nowhere;
}

}  // namespace

const ProviderState* State::provider(std::string_view id) const {
  const auto symbol = symbols_->find<ProviderId>(id);
  const std::uint32_t index = symbol ? index_at(provider_of_, symbol->value, nowhere) : nowhere;
  return index == nowhere ? nullptr : &providers_[index];
}

const EnterpriseState* State::enterprise(std::string_view id) const {
  const auto symbol = symbols_->find<EnterpriseId>(id);
  const std::uint32_t index = symbol ? index_at(enterprise_of_, symbol->value, nowhere) : nowhere;
  return index == nowhere ? nullptr : &enterprises_[index];
}

const EngagementState* State::engagement(std::string_view id) const {
  const auto symbol = symbols_->find<EngagementId>(id);
  const std::uint32_t index = symbol ? index_at(engagement_of_, symbol->value, nowhere) : nowhere;
  return index == nowhere ? nullptr : &engagements_[index];
}

const CaseState* State::find_case(CaseId id) const {
  const std::uint32_t index = index_at(case_of_, id.value, nowhere);
  return index == nowhere ? nullptr : &cases_[index];
}

const OrderState* State::find_order(OrderId id) const {
  const std::uint32_t index = index_at(order_of_, id.value, nowhere);
  return index == nowhere ? nullptr : &orders_[index];
}

const DecisionState* State::find_decision(DecisionId id) const {
  const std::uint32_t index = index_at(decision_of_, id.value, nowhere);
  return index == nowhere ? nullptr : &decisions_[index];
}

std::optional<ProviderIndex> State::provider_of(const Body& body) const {
  const auto at = [](const std::vector<std::uint32_t>& by_symbol,
                     std::uint32_t symbol) -> std::optional<std::uint32_t> {
    const std::uint32_t index = index_at(by_symbol, symbol, nowhere);
    return index == nowhere ? std::nullopt : std::optional(index);
  };
  const auto of_case = [&](CaseId id) -> std::optional<ProviderIndex> {
    const CaseState* one = find_case(id);
    return one == nullptr ? std::nullopt : std::optional(one->provider);
  };
  return visit_body(
      [&]<class Kind>(const Kind& fact) -> std::optional<ProviderIndex> {
        if constexpr (requires { fact.provider; }) {
          return at(provider_of_, fact.provider.value);
        } else if constexpr (requires { fact.engagement; }) {
          const auto index = at(engagement_of_, fact.engagement.value);
          return index ? std::optional(engagements_[*index].provider) : std::nullopt;
        } else if constexpr (requires { fact.order; }) {
          const auto index = at(order_of_, fact.order.value);
          return index ? std::optional(orders_[*index].provider) : std::nullopt;
        } else if constexpr (requires { fact.decision; }) {
          const auto index = at(decision_of_, fact.decision.value);
          return index ? std::optional(decisions_[*index].provider) : std::nullopt;
        } else if constexpr (requires { fact.complaint; }) {
          return of_case(fact.complaint);
        } else if constexpr (requires { fact.finding; }) {
          return of_case(fact.finding);
        } else {
          static_assert(std::is_same_v<Kind, EnterpriseRegistered> || std::is_same_v<Kind, EnterpriseRemoved> ||
                        std::is_same_v<Kind, PolicyAdopted>);
          return std::nullopt;
        }
      },
      body);
}

}  // namespace hengping
