// Facts about the registers: the providers of the pool (Article 2) and the pilot enterprises (Article 3).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/symbol.h"

namespace hengping {

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

/// What stands in a provider's registration beside its identifier.
enum class ProviderField : std::uint8_t {
  name,
  uscc,
  address,
  legal_representative,
  business_scope,
  registered_capital,
  types,
  contact
};

/// A field's value: a text, an amount (registered_capital) or types.
using ProviderValue = std::variant<std::string, Money, std::vector<ProviderType>>;

/// Mends a recording error; no change in the sense of Article 7(2).
struct ProviderCorrected {
  ProviderId provider;
  ProviderField field = ProviderField::name;
  ProviderValue value;
  std::string reason;
};

/// Article 7(2): 名称、住所、法定代表人、经营范围及注册资本 changed, and the change was reported.
struct ProviderChangeReported {
  ProviderId provider;
  ProviderField field =
      ProviderField::name;  ///< name, address, legal_representative, business_scope or registered_capital
  ProviderValue value;
  CivilDate changed_on;  ///< not after the day of the report
};

struct ProviderReinstated {
  ProviderId provider;
  std::string reason;
};

struct EnterpriseRegistered {
  EnterpriseId enterprise;
  std::string name;
  std::string uscc;
  std::string industry;
  std::optional<EnterpriseScale> scale;
  std::optional<std::string> district;
};

struct EnterpriseRemoved {
  EnterpriseId enterprise;
  std::string reason;
};

}  // namespace hengping
