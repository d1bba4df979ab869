#include "core/policy/policy_book.h"

#include <algorithm>

namespace hengping {

const Policy* PolicyBook::adopted_for(CivilDate day) const {
  const auto found = std::find_if(adopted_.rbegin(), adopted_.rend(),
                                  [day](const std::shared_ptr<const Policy>& one) { return one->holds_on(day); });
  return found == adopted_.rend() ? nullptr : found->get();
}

const Policy& PolicyBook::in_force(const Policy& base, CivilDate day) const {
  const Policy* adopted = adopted_for(day);
  return adopted == nullptr ? base : *adopted;
}

bool PolicyBook::has(std::string_view id, int version) const {
  return std::any_of(adopted_.begin(), adopted_.end(), [&](const std::shared_ptr<const Policy>& one) {
    return one->id == id && one->version == version;
  });
}

}  // namespace hengping
