// From what people type to facts: one struct of plain texts a form, the fact that it makes, suggestions, and warnings that are no faults.
//
// A fact made here is handed to App::submit, whose faults point into it ("/uscc", "/items/1/unit_price", "/plan/0/on"); `pointer`s of warnings are the
// same. What is left empty is left out of the fact, so that core says that it is missing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/codec/json_value.h"
#include "core/facts/fact.h"
#include "shell/app/app.h"

namespace hengping::shell {

struct ProviderForm {
  std::string on, provider, name, uscc, address, legal_representative, business_scope, registered_capital, contact,
      note;
  std::vector<ProviderType> types;
  [[nodiscard]] bool operator==(const ProviderForm&) const = default;
};

struct EnterpriseForm {
  std::string on, enterprise, name, uscc, industry, district, note;
  std::optional<EnterpriseScale> scale;
  [[nodiscard]] bool operator==(const EnterpriseForm&) const = default;
};

struct ItemForm {
  std::string name, function, purpose, unit_price, quantity;
  std::optional<bool> standard;
  [[nodiscard]] bool operator==(const ItemForm&) const = default;
};

struct PlanPointForm {
  std::string on, percent;
  [[nodiscard]] bool operator==(const PlanPointForm&) const = default;
};

struct EngagementForm {
  std::string on, engagement, provider, enterprise, amount, due_on, note;
  std::optional<int> baseline_level;
  std::vector<ItemForm> items;
  std::vector<PlanPointForm> plan;  ///< empty: no plan is stated
  [[nodiscard]] bool operator==(const EngagementForm&) const = default;
};

struct RatingForm {
  std::string on, engagement, period, comment, note;
  std::optional<Satisfaction> satisfaction;
  [[nodiscard]] bool operator==(const RatingForm&) const = default;
};

struct WithdrawalForm {
  std::string on, engagement, period, reason, note;
};

// Facts. `role` states them (App::settings().role); where the bureau states what is a party's own, `on_behalf` is set (semantics §5).
[[nodiscard]] JsonValue make_fact(const ProviderForm& form, Role role);
[[nodiscard]] JsonValue make_fact(const EnterpriseForm& form, Role role);
[[nodiscard]] JsonValue make_fact(const EngagementForm& form, Role role);
[[nodiscard]] JsonValue make_fact(const RatingForm& form, Role role);
[[nodiscard]] JsonValue make_fact(const WithdrawalForm& form, Role role);

// New forms, with what can be suggested filled in: today, the next free identifier, the current month, one empty item.
[[nodiscard]] ProviderForm new_provider_form(App& app);
[[nodiscard]] EnterpriseForm new_enterprise_form(App& app);
[[nodiscard]] EngagementForm new_engagement_form(App& app, std::string_view provider = {},
                                                 std::string_view enterprise = {});
[[nodiscard]] RatingForm new_rating_form(App& app, std::string_view engagement = {});
[[nodiscard]] WithdrawalForm new_withdrawal_form(App& app, std::string_view engagement, std::string_view period);

/// P001 → P002; continues the numbering that is in use, "P001" / "Q001" / "E001" at first. Looks at the whole ledger, also at what takes effect later.
[[nodiscard]] std::string next_provider_id(App& app);
[[nodiscard]] std::string next_enterprise_id(App& app);
[[nodiscard]] std::string next_engagement_id(App& app);

/// The periods worth offering for an engagement: the current month and the months before it back to signing (at most 12), the quarters among
/// them, `final`; with the rating that is effective now.
struct PeriodChoice {
  std::string period;
  std::optional<Satisfaction> effective;
};
[[nodiscard]] std::vector<PeriodChoice> period_choices(App& app, std::string_view engagement);

/// A choice in a list: an identifier and its name.
struct PartyChoice {
  std::string id, name;
};
[[nodiscard]] std::vector<PartyChoice> provider_choices(App& app);
[[nodiscard]] std::vector<PartyChoice> enterprise_choices(App& app);
/// `name` is "<provider's name> · <enterprise's name>".
[[nodiscard]] std::vector<PartyChoice> engagement_choices(App& app);

enum class UsccHint : std::uint8_t {
  empty,
  incomplete,   ///< fewer than 18 characters, all of them possible so far
  impossible,   ///< too long, or a character that cannot stand (I, O, S, V, Z, lower case …)
  wrong_check,  ///< `expected` is the check character that would fit
  good,
};
struct UsccAdvice {
  UsccHint hint = UsccHint::empty;
  std::string expected;
  std::size_t length = 0;  ///< characters typed
};
/// What to say while a 统一社会信用代码 is being typed. Spaces are not counted, letters in lower case are taken as capitals.
[[nodiscard]] UsccAdvice uscc_advice(std::string_view text);

enum class WarningKind : std::uint8_t {
  uscc_registered,        ///< the same code stands on `subject` already
  name_registered,        ///< the same name stands on `subject` already
  date_in_future,         ///< it takes effect only then: until then it does not show
  rating_replaces,        ///< a rating is effective for this period: it will be superseded
  rating_before_signing,  ///< the day lies before the contract's
  amount_differs,         ///< the items' total is `subject`, another than the amount
  plan_incomplete,        ///< the plan does not end at 100 percent
  nothing_to_withdraw,    ///< no rating is effective for this period
};
/// Something worth a second look that is no fault; the fact may still be submitted.
struct FormWarning {
  WarningKind kind = WarningKind::date_in_future;
  std::string pointer;  ///< the field it stands beside
  std::string subject;  ///< an identifier or an amount, see `kind`
  [[nodiscard]] bool operator==(const FormWarning&) const = default;
};
[[nodiscard]] std::vector<FormWarning> warnings(App& app, const ProviderForm& form);
[[nodiscard]] std::vector<FormWarning> warnings(App& app, const EnterpriseForm& form);
[[nodiscard]] std::vector<FormWarning> warnings(App& app, const EngagementForm& form);
[[nodiscard]] std::vector<FormWarning> warnings(App& app, const RatingForm& form);
[[nodiscard]] std::vector<FormWarning> warnings(App& app, const WithdrawalForm& form);

/// The items' total as typed so far, for display ("12,000.00"); empty if no item has a price and a quantity.
[[nodiscard]] std::string items_total(const EngagementForm& form);

}  // namespace hengping::shell
