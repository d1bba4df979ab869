#include "shell/app/ref_name.h"

#include <optional>
#include <variant>

#include "core/facts/references.h"

namespace hengping::shell {

namespace {

RefName of_identifier(std::string_view id, const State& state) {
  RefName name;
  name.id = id;
  const SymbolTable& symbols = state.symbols();
  if (const auto order = symbols.find<OrderId>(id); order && state.find_order(*order) != nullptr) {
    name.kind = RefName::Kind::order;
  } else if (const auto symbol = symbols.find<CaseId>(id); symbol && state.find_case(*symbol) != nullptr) {
    const bool complaint = state.find_case(*symbol)->complaint != nullptr;
    name.kind = complaint ? RefName::Kind::complaint : RefName::Kind::finding;
  } else if (state.engagement(id) != nullptr) {
    name.kind = RefName::Kind::engagement;
  }
  return name;
}

struct Namer {
  const State& state;
  RefName operator()(const CaseRef& ref) const { return of_identifier(ref.id, state); }
  RefName operator()(const AcceptanceRef& ref) const {
    return {RefName::Kind::acceptance, std::string(ref.engagement), ref.on.to_string(), {}};
  }
  RefName operator()(const ChangeRef& ref) const {
    return {RefName::Kind::change, std::string(ref.provider), ref.changed_on.to_string(), {}, ref.field};
  }
  RefName operator()(const AmendmentRef& ref) const {
    return {RefName::Kind::amendment, std::string(ref.engagement), ref.on.to_string(), {}};
  }
};

}  // namespace

RefName name_ref(std::string_view ref, const State& state) {
  if (const std::size_t at = ref.find('@'); at != std::string_view::npos)
    return {RefName::Kind::rating, std::string(ref.substr(0, at)), {}, std::string(ref.substr(at + 1))};
  if (const auto parsed = parse_ref(ref)) return std::visit(Namer{state}, *parsed);
  if (const auto contract = parse_contract_acceptance_ref(ref))
    return {RefName::Kind::acceptance, std::string(*contract), {}, {}};
  RefName name;
  name.id = ref;
  return name;
}

}  // namespace hengping::shell
