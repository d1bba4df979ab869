// Items of the measures and refs of triggers, as they stand in facts (semantics §1, §3).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/civil_date.h"
#include "core/facts/registers.h"
#include "core/facts/supervision.h"

namespace hengping {

/// "7.1": an item that exists (5.1–5.7, 6.1–6.6, 7.1–7.5, 9.1–9.6).
[[nodiscard]] std::optional<ArticleItem> parse_article_item(std::string_view text);

/// `<id>`: a complaint or a finding.
struct CaseRef {
  std::string_view id;
};
/// `acceptance:<engagement>:<on>`
struct AcceptanceRef {
  std::string_view engagement;
  CivilDate on;
};
/// `change:<provider>:<field>:<changed_on>`
struct ChangeRef {
  std::string_view provider;
  ProviderField field = ProviderField::name;
  CivilDate changed_on;
};
/// `amendment:<engagement>:<on>`
struct AmendmentRef {
  std::string_view engagement;
  CivilDate on;
};

using ParsedRef = std::variant<CaseRef, AcceptanceRef, ChangeRef, AmendmentRef>;

/// The parts of a ref, pointing into `text`; nothing if it has none of the forms.
[[nodiscard]] std::optional<ParsedRef> parse_ref(std::string_view text);

[[nodiscard]] std::string acceptance_ref(std::string_view engagement, CivilDate on);
/// `acceptance:<engagement>`: of Article 9(6), which counts contracts and not single acceptances. Triggers have no such ref.
[[nodiscard]] std::string contract_acceptance_ref(std::string_view engagement);
/// The contract of such a ref, pointing into `text`; nothing if it is none.
[[nodiscard]] std::optional<std::string_view> parse_contract_acceptance_ref(std::string_view text);
[[nodiscard]] std::string change_ref(std::string_view provider, ProviderField field, CivilDate changed_on);
[[nodiscard]] std::string amendment_ref(std::string_view engagement, CivilDate on);

}  // namespace hengping
