// The answer (semantics §7): what each rule found for each provider on a day, with its reasons.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"
#include "core/base/civil_date.h"

namespace hengping {

enum class Standing : std::uint8_t { in_pool, rectifying, proposed, disqualified };
[[nodiscard]] std::string_view standing_name(Standing standing);
[[nodiscard]] Bilingual standing_words(Standing standing);

/// State of an order to rectify (semantics §4).
enum class OrderStatus : std::uint8_t {
  voided,
  closed_on_time,
  closed_late,
  refused,
  awaiting_verification,
  open,
  lapsed
};
[[nodiscard]] std::string_view order_status_name(OrderStatus status);
[[nodiscard]] Bilingual order_status_words(OrderStatus status);

/// A trigger of Article 7: what calls for an order (应限期整改).
struct TriggerVerdict {
  std::string article;  ///< "7.1" … "7.5"
  std::string ref;
  CivilDate on;
  std::optional<std::string> addressed_by;  ///< the first order, not voided, that names it
  bool waived = false;
};

struct OrderVerdict {
  std::string order;
  OrderStatus status = OrderStatus::open;
  CivilDate due_on;                       ///< effective on the day
  std::optional<std::int32_t> days_left;  ///< only of open orders
};

/// A share of percentage points, exact: numerator / denominator hundredths of a point, at least 0.
struct Lag {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;  ///< > 0
  [[nodiscard]] bool operator<(const Lag& other) const {
    return numerator * other.denominator < other.numerator * denominator;
  }
  [[nodiscard]] bool operator==(const Lag& other) const {
    return numerator * other.denominator == other.numerator * denominator;
  }
  /// Hundredths of a point, rounded half away from zero.
  [[nodiscard]] std::int64_t hundredths() const { return (2 * numerator + denominator) / (2 * denominator); }
  /// Points with at most two decimals, half away from zero: "3.25".
  [[nodiscard]] std::string to_string() const;
};

/// One ground of Article 9 for one provider.
struct GroundVerdict {
  std::string article;  ///< "9.2"
  bool met = false;
  std::optional<std::int64_t> count;     ///< of 9.1, 9.2, 9.4–9.6
  std::optional<std::int64_t> refusals;  ///< of 9.1
  std::optional<Lag> lag;                ///< of 9.3
  std::optional<std::int64_t> limit;     ///< of 9.1–9.3
  std::vector<std::string> refs;         ///< what was counted, in byte order
  Bilingual explanation;                 ///< what was counted, what was left out and why, what would turn the answer
};

struct ProviderVerdict {
  std::string provider;
  Standing standing = Standing::in_pool;
  std::vector<TriggerVerdict> triggers;            ///< by on, ref, article
  std::vector<OrderVerdict> orders;                ///< by identifier
  std::vector<GroundVerdict> grounds;              ///< in the order of the articles
  std::vector<std::string> replacement_available;  ///< contracts that may ask for replacement (Article 8)
};

struct Answer {
  CivilDate as_of;
  std::string policy_id;
  int policy_version = 1;
  std::vector<ProviderVerdict> providers;  ///< registered by `as_of`, in byte order of the identifier
};

}  // namespace hengping
