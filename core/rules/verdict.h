// The answer (semantics §7): what each rule found for each provider on a day, with its reasons.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bilingual.h"
#include "core/base/civil_date.h"

namespace hengping {

enum class Standing : std::uint8_t { in_pool, rectifying, proposed, disqualified };
[[nodiscard]] std::string_view standing_name(Standing standing);

/// One ground of Article 9 for one provider.
struct GroundVerdict {
  std::string article;  ///< "9.2"
  bool met = false;
  std::int64_t count = 0;
  std::optional<std::int64_t> limit;
  std::vector<std::string> refs;  ///< what was counted, in byte order
  Bilingual explanation;          ///< what was counted, what was left out and why, what would turn the answer
};

struct ProviderVerdict {
  std::string provider;
  Standing standing = Standing::in_pool;
  std::vector<GroundVerdict> grounds;  ///< in the order of the articles
};

struct Answer {
  CivilDate as_of;
  std::string policy_id;
  int policy_version = 1;
  std::vector<ProviderVerdict> providers;  ///< registered by `as_of`, in byte order of the identifier
};

}  // namespace hengping
