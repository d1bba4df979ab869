// The facts (semantics §1): what happened, when it took effect, and on whose paper it rests. One struct per record kind; adding one to `Body`
// makes every place that must know it fail to compile until it does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/symbol.h"

namespace hengping {

/// Who states a fact (semantics §1): 市工信局, 试点企业, 检查人员, 服务商, 第三方评测机构.
enum class Role : std::uint8_t { bureau, enterprise, inspector, provider, evaluator };

enum class ProviderType : std::uint8_t {
  integrator,
  small_fast,
  chain_leader,
  diagnosis
};  ///< 综合集成, 小快轻准, 链主, 诊断咨询
enum class EnterpriseScale : std::uint8_t {
  above_designated,
  below_designated,
  specialised
};  ///< 规上, 规下, 专精特新
enum class Satisfaction : std::uint8_t { satisfied, basically_satisfied, unsatisfied };

struct ProviderRegistered {
  ProviderId provider;
  std::string name;
  std::string uscc;  ///< 统一社会信用代码, GB 32100-2015
  std::string address;
  std::string legal_representative;
  std::string business_scope;
  Money registered_capital;
  std::vector<ProviderType> types;
  std::optional<std::string> contact;
};

struct EnterpriseRegistered {
  EnterpriseId enterprise;
  std::string name;
  std::string uscc;
  std::string industry;
  std::optional<EnterpriseScale> scale;
  std::optional<std::string> district;
};

/// One line of a contract's list (Article 7.3: 项目清单).
struct Item {
  std::string name;
  std::string function;
  std::string purpose;
  Money unit_price;
  double quantity = 0;  ///< > 0
  std::optional<bool> standard;
};

/// A planned share of the work, percent 0–100 with at most two decimals, reached on a day.
struct PlanPoint {
  CivilDate on;
  Percent percent;
};

struct EngagementSigned {
  EngagementId engagement;
  ProviderId provider;
  EnterpriseId enterprise;
  Money amount;
  CivilDate due_on;
  std::optional<std::uint8_t> baseline_level;  ///< 0–4
  std::vector<Item> items;
  std::vector<PlanPoint> plan;  ///< empty: no plan was stated
};

struct RatingGiven {
  EngagementId engagement;
  PeriodId period;
  Satisfaction satisfaction = Satisfaction::satisfied;
  std::vector<std::pair<std::string, double>> scores;
  std::optional<std::string> comment;
};

struct RatingWithdrawn {
  EngagementId engagement;
  PeriodId period;
  std::string reason;
};

using Body = std::variant<ProviderRegistered, EnterpriseRegistered, EngagementSigned, RatingGiven, RatingWithdrawn>;

struct Fact {
  CivilDate on;  ///< the civil date in Asia/Shanghai on which it took effect
  Role by = Role::bureau;
  bool on_behalf = false;  ///< stated by the bureau from a paper form of the party (semantics §5)
  std::optional<std::string> note;
  Body body;
};

/// `provider.registered` and so on, by the alternative's index in Body.
[[nodiscard]] std::string_view kind_name(const Body& body);
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::string_view satisfaction_name(Satisfaction satisfaction);
[[nodiscard]] std::string_view provider_type_name(ProviderType type);
[[nodiscard]] std::string_view enterprise_scale_name(EnterpriseScale scale);

}  // namespace hengping
