#include "shell/app/forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/codec/canonical.h"
#include "shell/app/exact_amount.h"
#include "shell/app/typed_text.h"

namespace hengping::shell {

namespace {

/// Begins a fact: kind, day, who states it. `own` is the party whose own statement this is; another may make it only as the bureau, from paper.
JsonValue begin_fact(std::string_view kind, std::string_view on, Role role, std::optional<Role> own) {
  JsonValue fact = JsonValue::object();
  fact.set("kind", JsonValue::string(std::string(kind)));
  if (!trimmed(on).empty()) fact.set("on", JsonValue::string(trimmed(on)));
  fact.set("by", JsonValue::string(std::string(role_name(role))));
  if (own && role == Role::bureau) fact.set("on_behalf", JsonValue::boolean(true));
  return fact;
}

/// Sets a text unless nothing was typed: core then says that it is missing, or nothing if it may be.
void set_text(JsonValue& object, const char* key, std::string_view typed) {
  std::string text = trimmed(typed);
  if (!text.empty()) object.set(key, JsonValue::string(std::move(text)));
}

void set_money(JsonValue& object, const char* key, std::string_view typed) {
  std::string text = plain_digits(typed);
  if (!text.empty()) object.set(key, JsonValue::string(std::move(text)));
}

/// Sets a number; what is no number stays text, so that core's fault stands beside the field.
void set_number(JsonValue& object, const char* key, std::string_view typed) {
  std::string text = plain_digits(typed);
  if (text.empty()) return;
  if (ExactAmount::parse(text)) {
    object.set(key, JsonValue::number(std::move(text)));
  } else {
    object.set(key, JsonValue::string(std::move(text)));
  }
}

}  // namespace

JsonValue make_fact(const ProviderForm& form, Role role) {
  JsonValue fact = begin_fact("provider.registered", form.on, role, std::nullopt);
  set_text(fact, "provider", form.provider);
  set_text(fact, "name", form.name);
  const std::string uscc = plain_code(form.uscc);
  if (!uscc.empty()) fact.set("uscc", JsonValue::string(uscc));
  set_text(fact, "address", form.address);
  set_text(fact, "legal_representative", form.legal_representative);
  set_text(fact, "business_scope", form.business_scope);
  set_money(fact, "registered_capital", form.registered_capital);
  if (!form.types.empty()) {
    std::vector<JsonValue> types;
    for (const ProviderType type : form.types)
      types.push_back(JsonValue::string(std::string(provider_type_name(type))));
    fact.set("types", JsonValue::array(std::move(types)));
  }
  set_text(fact, "contact", form.contact);
  set_text(fact, "note", form.note);
  return fact;
}

JsonValue make_fact(const EnterpriseForm& form, Role role) {
  JsonValue fact = begin_fact("enterprise.registered", form.on, role, std::nullopt);
  set_text(fact, "enterprise", form.enterprise);
  set_text(fact, "name", form.name);
  const std::string uscc = plain_code(form.uscc);
  if (!uscc.empty()) fact.set("uscc", JsonValue::string(uscc));
  set_text(fact, "industry", form.industry);
  if (form.scale) fact.set("scale", JsonValue::string(std::string(enterprise_scale_name(*form.scale))));
  set_text(fact, "district", form.district);
  set_text(fact, "note", form.note);
  return fact;
}

JsonValue make_fact(const EngagementForm& form, Role role) {
  JsonValue fact = begin_fact("engagement.signed", form.on, role, std::nullopt);
  set_text(fact, "engagement", form.engagement);
  set_text(fact, "provider", form.provider);
  set_text(fact, "enterprise", form.enterprise);
  set_money(fact, "amount", form.amount);
  set_text(fact, "due_on", form.due_on);
  if (form.baseline_level) fact.set("baseline_level", JsonValue::number(std::int64_t{*form.baseline_level}));
  std::vector<JsonValue> items;
  for (const ItemForm& typed : form.items) {
    JsonValue item = JsonValue::object();
    set_text(item, "name", typed.name);
    set_text(item, "function", typed.function);
    set_text(item, "purpose", typed.purpose);
    set_money(item, "unit_price", typed.unit_price);
    set_number(item, "quantity", typed.quantity);
    if (typed.standard) item.set("standard", JsonValue::boolean(*typed.standard));
    items.push_back(std::move(item));
  }
  fact.set("items", JsonValue::array(std::move(items)));
  if (!form.plan.empty()) {
    std::vector<JsonValue> plan;
    for (const PlanPointForm& typed : form.plan) {
      JsonValue point = JsonValue::object();
      set_text(point, "on", typed.on);
      set_number(point, "percent", typed.percent);
      plan.push_back(std::move(point));
    }
    fact.set("plan", JsonValue::array(std::move(plan)));
  }
  set_text(fact, "note", form.note);
  return fact;
}

JsonValue make_fact(const RatingForm& form, Role role) {
  JsonValue fact = begin_fact("rating.given", form.on, role, Role::enterprise);
  set_text(fact, "engagement", form.engagement);
  set_text(fact, "period", form.period);
  if (form.satisfaction)
    fact.set("satisfaction", JsonValue::string(std::string(satisfaction_name(*form.satisfaction))));
  set_text(fact, "comment", form.comment);
  set_text(fact, "note", form.note);
  return fact;
}

JsonValue make_fact(const WithdrawalForm& form, Role role) {
  JsonValue fact = begin_fact("rating.withdrawn", form.on, role, Role::enterprise);
  set_text(fact, "engagement", form.engagement);
  set_text(fact, "period", form.period);
  set_text(fact, "reason", form.reason);
  set_text(fact, "note", form.note);
  return fact;
}

std::string items_total(const EngagementForm& form) {
  ExactAmount total;
  bool any = false;
  for (const ItemForm& item : form.items) {
    const auto price = Money::parse(plain_digits(item.unit_price));
    const auto quantity = ExactAmount::parse(plain_digits(item.quantity));
    if (!price || !quantity) continue;
    total = total + ExactAmount::of(*price) * *quantity;
    any = true;
  }
  return any ? total.money_text() : std::string();
}

}  // namespace hengping::shell
