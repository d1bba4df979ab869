// What belongs to what, as far as a walk through the facts in legal order has come: contracts and orders of providers, submissions to
// orders, what triggers can refer to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/facts/fact.h"
#include "core/facts/read_fact.h"
#include "core/facts/references.h"
#include "core/policy/policy_book.h"

namespace hengping {

/// Whether a fact of this kind is judged by relations: a file without one needs no walk.
[[nodiscard]] bool rests_on_relations(const Body& body);
/// Whether a sound fact of this kind has a part in the walk: it is judged by relations, or others are judged by it.
[[nodiscard]] bool concerns_relations(const Body& body);

class Relations {
 public:
  struct Engagement {
    std::optional<ProviderId> provider;  ///< nothing if its fact named none soundly
    std::optional<CivilDate> signed_on;
  };
  struct Inspection {
    std::optional<ProviderId> provider;
    std::optional<EngagementId> engagement;
  };
  struct Order {
    std::optional<ProviderId> provider;
    std::optional<EngagementId> engagement;
    std::optional<CivilDate> due_on;  ///< effective so far; nothing if it is not known
    bool submitted = false;
    bool voided = false;
  };

  /// `base` is the policy that is in force until a fact adopts another.
  Relations(const SymbolTable& symbols, const Policy& base) : symbols_(symbols), base_(base) {}

  /// Adds what a sound fact states.
  void apply(const Fact& fact);
  /// Adds what a fact with faults makes exist all the same.
  void apply_faulty(const ReadFact& fact);

  [[nodiscard]] const Engagement* engagement(EngagementId id) const;
  [[nodiscard]] const Inspection* inspection(InspectionId id) const;
  [[nodiscard]] const Order* order(OrderId id) const;
  [[nodiscard]] bool has_need(EngagementId engagement, NeedId need) const;

  /// Whether what a ref names exists, and of which provider it is.
  struct Target {
    bool exists = false;
    std::optional<ProviderId> provider;
  };
  [[nodiscard]] Target target(RefId ref) const;

  /// Whether this version of that policy exists already.
  [[nodiscard]] bool has_policy(std::string_view id, int version) const;
  /// When the order is due by the policy in force on its day if it does not say.
  [[nodiscard]] CivilDate default_due(CivilDate ordered_on) const;

 private:
  struct Applier;
  [[nodiscard]] Target engagement_target(std::string_view engagement, std::string_view ref) const;

  const SymbolTable& symbols_;
  const Policy& base_;
  PolicyBook policies_;
  std::unordered_map<std::uint32_t, Engagement> engagements_;
  std::unordered_map<std::uint32_t, Inspection> inspections_;
  std::unordered_map<std::uint32_t, Order> orders_;
  std::unordered_map<std::uint32_t, std::optional<ProviderId>> cases_;
  std::unordered_set<std::uint64_t> needs_;  // engagement and need
  std::unordered_set<std::string> events_;   // refs of acceptances, changes and amendments that were stated
};

}  // namespace hengping
