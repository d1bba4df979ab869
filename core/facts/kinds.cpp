#include "core/facts/kinds.h"

#include <algorithm>

namespace hengping {
namespace {

constexpr Rights bureau_only{};
constexpr Rights bureau_or_enterprise{.enterprise = true};
constexpr Rights enterprise_or_its_paper{.enterprise = true, .bureau = BureauRight::on_behalf};

template <class Alternative, std::size_t index = 0>
constexpr std::size_t index_in_body() {
  if constexpr (std::is_same_v<std::variant_alternative_t<index, Body>, Alternative>) {
    return index;
  } else {
    return index_in_body<Alternative, index + 1>();
  }
}

// Filled by type, so that a row can never stand beside another kind's alternative; an alternative without a row does not compile.
constexpr auto make_kinds() {
  std::array<KindRow, std::variant_size_v<Body>> rows{};
  rows[index_in_body<ProviderRegistered>()] = {"provider.registered", bureau_only, read_provider_registered};
  rows[index_in_body<EnterpriseRegistered>()] = {"enterprise.registered", bureau_only, read_enterprise_registered};
  rows[index_in_body<EngagementSigned>()] = {"engagement.signed", bureau_or_enterprise, read_engagement_signed};
  rows[index_in_body<RatingGiven>()] = {"rating.given", enterprise_or_its_paper, read_rating_given};
  rows[index_in_body<RatingWithdrawn>()] = {"rating.withdrawn", enterprise_or_its_paper, read_rating_withdrawn};
  return rows;
}

constexpr auto table = make_kinds();
static_assert(std::all_of(table.begin(), table.end(), [](const KindRow& row) { return !row.name.empty(); }));

}  // namespace

const std::array<KindRow, std::variant_size_v<Body>>& kinds() { return table; }

std::optional<std::size_t> find_kind(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [name](const KindRow& row) { return row.name == name; });
  if (found == table.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.begin());
}

std::string_view kind_name(const Body& body) { return table[body.index()].name; }

const Rights& rights_of(std::size_t kind) { return table[kind].rights; }

bool may_state(Role role, std::size_t kind, bool on_behalf) {
  const Rights& rights = table[kind].rights;
  switch (role) {
    case Role::bureau: return rights.bureau == BureauRight::own || on_behalf;
    case Role::enterprise: return rights.enterprise;
    case Role::inspector: return rights.inspector;
    case Role::provider: return rights.provider;
    case Role::evaluator: return rights.evaluator;
  }
  return false;
}

}  // namespace hengping
