// What a ref of the core names ("acceptance:E002", "change:P011:name:2025-12-10", "E001@2025-01"), in parts that the screens word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/facts/registers.h"
#include "core/state/state.h"

namespace hengping::shell {

struct RefName {
  enum class Kind : std::uint8_t {
    other,  ///< no form that this version knows: `id` is the whole ref
    complaint,
    finding,
    order,
    engagement,
    acceptance,
    amendment,
    change,  ///< of a provider's registration
    rating
  };
  Kind kind = Kind::other;
  std::string id;                             ///< of the case, order, contract or (change) provider
  std::string on;                             ///< of an acceptance (may be empty), an amendment, a change
  std::string period;                         ///< of a rating
  ProviderField field = ProviderField::name;  ///< of a change
};

/// The state tells what a plain identifier names; one that it does not hold is `other`.
[[nodiscard]] RefName name_ref(std::string_view ref, const State& state);

}  // namespace hengping::shell
