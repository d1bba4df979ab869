// What a record says, member by member, told apart by what it is: the screens word it.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/codec/json_value.h"
#include "core/facts/fact.h"
#include "core/state/state.h"
#include "shell/app/detail_views.h"
#include "shell/app/ref_name.h"

namespace hengping::shell {

/// A provider, an enterprise or a contract, with its page.
struct PartyValue {
  enum class Kind : std::uint8_t { provider, enterprise, engagement };
  Kind kind = Kind::provider;
  std::string id;
  std::string name;  ///< empty: it has none, or is not registered by today
};
struct MoneyValue {
  std::string text;  ///< "1,234.50"
};
struct PercentValue {
  std::string text;  ///< "33.3"
};
struct PeriodValue {
  std::string text;  ///< "2025-03"
};
/// One of the format's own names: "failed_major", "needs_list".
struct ChoiceValue {
  std::string name;
};
/// Other records, by hash.
struct RecordsValue {
  std::vector<std::string> hashes;
};
/// Too long to be read here: an answer sheet, a policy. It stands in the record's text.
struct DocumentValue {};

using MemberValue =
    std::variant<std::string, PartyValue, MoneyValue, PercentValue, PeriodValue, ChoiceValue, RecordsValue,
                 DocumentValue, bool, Satisfaction, EnterpriseScale, ProviderField, std::vector<ProviderType>,
                 std::vector<Bilingual>,  // levels and articles
                 std::vector<RefName>, std::vector<ItemView>, std::vector<PlanView>>;

struct RecordMember {
  std::string name;  ///< of the fact's member: "amount"
  MemberValue value;
};

/// `body` is the fact as JSON. Who and what it is about first, then what is stated, reasons and notes last; members that this version does not
/// know at the end.
[[nodiscard]] std::vector<RecordMember> record_members(const Fact& fact, const JsonValue& body, const State& state);

}  // namespace hengping::shell
