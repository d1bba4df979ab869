// Whose matters facts are (semantics §5: "its own").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/facts/fact.h"

namespace hengping {

/// Whom a fact is about, as far as rights ask (semantics §5: "its own").
struct Party {
  std::optional<ProviderId> provider;
  std::optional<EnterpriseId> enterprise;
};

/// What was agreed, ordered and begun, by identifier: through these, facts belong to parties.
struct Parties {
  std::unordered_map<std::uint32_t, Party> engagements, orders, decisions, cases;

  void learn(const Fact& fact) {
    if (const auto* contract = body_as<EngagementSigned>(fact.body)) {
      engagements.emplace(contract->engagement.value, Party{contract->provider, contract->enterprise});
    } else if (const auto* order = body_as<RectificationOrdered>(fact.body)) {
      orders.emplace(order->order.value, at(order->provider, order->engagement));
    } else if (const auto* decision = body_as<DisqualificationNoticed>(fact.body)) {
      decisions.emplace(decision->decision.value, Party{decision->provider, std::nullopt});
    } else if (const auto* complaint = body_as<ComplaintFiled>(fact.body)) {
      cases.insert_or_assign(complaint->complaint.value, find(engagements, complaint->engagement.value));
    } else if (const auto* finding = body_as<FindingRaised>(fact.body)) {
      cases.insert_or_assign(finding->finding.value, at(finding->provider, finding->engagement));
    }
  }

  [[nodiscard]] Party of(const Body& body) const {
    return visit_body([this](const auto& kind) { return this->party(kind); }, body);
  }
  template <class Kind>
  [[nodiscard]] Party of(const Kind& kind) const {
    return party(kind);
  }

  /// Whether this is the party's own matter. Roles that are of no party, and devices bound to none, have no such limit.
  [[nodiscard]] bool is_of(const Body& body, Role role, const std::string& scope, const SymbolTable& symbols) const {
    if (scope.empty()) return true;
    if (role == Role::enterprise) {
      const auto enterprise = of(body).enterprise;
      return enterprise && symbols.text(*enterprise) == scope;
    }
    if (role == Role::provider) {
      const auto provider = of(body).provider;
      return provider && symbols.text(*provider) == scope;
    }
    return true;
  }

 private:
  static Party find(const std::unordered_map<std::uint32_t, Party>& in, std::uint32_t symbol) {
    const auto found = in.find(symbol);
    return found == in.end() ? Party{} : found->second;
  }
  static Party party(const EngagementSigned& body) { return {body.provider, body.enterprise}; }
  [[nodiscard]] Party at(ProviderId provider, const std::optional<EngagementId>& engagement) const {
    return {provider, engagement ? find(engagements, engagement->value).enterprise : std::nullopt};
  }
  [[nodiscard]] Party party(const RectificationOrdered& body) const { return at(body.provider, body.engagement); }
  [[nodiscard]] Party party(const FindingRaised& body) const { return at(body.provider, body.engagement); }
  [[nodiscard]] Party party(const InspectionConducted& body) const { return at(body.provider, body.engagement); }
  static Party party(const EnterpriseRegistered& body) { return {std::nullopt, body.enterprise}; }
  template <class Kind>
  [[nodiscard]] Party party(const Kind& body) const {
    if constexpr (requires { body.engagement.value; }) {
      return find(engagements, body.engagement.value);
    } else if constexpr (requires { body.provider.value; }) {
      return {body.provider, std::nullopt};
    } else if constexpr (requires { body.order.value; }) {
      return find(orders, body.order.value);
    } else if constexpr (requires { body.decision.value; }) {
      return find(decisions, body.decision.value);
    } else if constexpr (requires { body.complaint.value; }) {
      return find(cases, body.complaint.value);
    } else if constexpr (requires { body.finding.value; }) {
      return find(cases, body.finding.value);
    } else {
      return {};
    }
  }
};

}  // namespace hengping
