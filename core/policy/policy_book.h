// Which policy is in force: the one that ships, until a record adopts another (semantics §6: "with id, version … and the days between which
// it holds").
#pragma once

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/policy/policy.h"

namespace hengping {

/// The policies that were adopted so far in a walk through the facts in legal order.
class PolicyBook {
 public:
  void adopt(std::shared_ptr<const Policy> policy) { adopted_.push_back(std::move(policy)); }

  /// Of the adopted policies that hold on the day, the last; null if none does.
  [[nodiscard]] const Policy* adopted_for(CivilDate day) const;
  /// The same, but `base` if none does.
  [[nodiscard]] const Policy& in_force(const Policy& base, CivilDate day) const;
  /// Whether this version of that policy was adopted: a version names one text only.
  [[nodiscard]] bool has(std::string_view id, int version) const;
  /// In the order of adoption.
  [[nodiscard]] const std::vector<std::shared_ptr<const Policy>>& all() const { return adopted_; }

 private:
  std::vector<std::shared_ptr<const Policy>> adopted_;
};

}  // namespace hengping
