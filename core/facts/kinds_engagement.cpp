// Contracts between a provider and a pilot enterprise, with their list of items (Article 7.3) and plan (Article 9.3).
#include "core/facts/kinds.h"
#include "core/facts/names.h"

namespace hengping {
namespace {

Item read_item(JsonValue& value, const std::string& place, FieldReader& reader) {
  Item item;
  if (!value.is(JsonValue::Kind::object)) {
    reader.faults().add(CoreText::fault_field_type, place, {say(CoreText::type_object)});
    return item;
  }
  FieldReader fields(value, place, reader.faults(), reader.symbols());
  item.name = fields.text("name");
  item.function = fields.text("function");
  item.purpose = fields.text("purpose");
  item.unit_price = fields.money("unit_price");
  item.quantity = fields.positive_number("quantity");
  item.standard = fields.optional_boolean("standard");
  fields.finish();
  return item;
}

std::vector<Item> read_items(FieldReader& reader, bool required) {
  std::vector<Item> items;
  JsonValue* list = reader.array("items", required);
  if (list == nullptr) return items;
  items.reserve(list->items().size());
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    items.push_back(read_item(list->items()[i], reader.at("items") + "/" + std::to_string(i), reader));
  }
  return items;
}

// Dates and percents strictly rise, and the first point is after the day of signing (semantics §1 "Faults"); an amended plan's day of
// signing stands in another fact and is judged by core/facts/sequence.h.
std::vector<PlanPoint> read_plan(FieldReader& reader, const std::optional<CivilDate>& signed_on) {
  std::vector<PlanPoint> plan;
  JsonValue* list = reader.array("plan", false);
  if (list == nullptr) return plan;
  std::optional<CivilDate> last_date;
  std::optional<Percent> last_percent;
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    const std::string place = reader.at("plan") + "/" + std::to_string(i);
    JsonValue& value = list->items()[i];
    if (!value.is(JsonValue::Kind::object)) {
      reader.faults().add(CoreText::fault_field_type, place, {say(CoreText::type_object)});
      continue;
    }
    FieldReader fields(value, place, reader.faults(), reader.symbols());
    const auto date = fields.date("on");
    const auto percent = fields.percent("percent");
    fields.finish();
    if (date && i == 0 && signed_on && *date <= *signed_on) {
      reader.faults().add(CoreText::fault_plan_before_signing, fields.at("on"), {signed_on->to_string()});
    }
    if (date && last_date && *date <= *last_date) {
      reader.faults().add(CoreText::fault_plan_date_not_rising, fields.at("on"), {last_date->to_string()});
    }
    if (percent && last_percent && *percent <= *last_percent) {
      reader.faults().add(CoreText::fault_plan_percent_not_rising, fields.at("percent"), {last_percent->to_string()});
    }
    if (date) last_date = date;
    if (percent) last_percent = percent;
    if (date && percent) plan.push_back(PlanPoint{*date, *percent});
  }
  return plan;
}

}  // namespace

std::optional<CivilDate> read_due_on(FieldReader& reader, const BodyContext& context, bool required) {
  const auto due_on = required ? reader.date("due_on") : reader.optional_date("due_on");
  if (due_on && context.on && *due_on < *context.on) {
    reader.faults().add(CoreText::fault_date_due_before_on, reader.at("due_on"), {context.on->to_string()});
  }
  return due_on;
}

Body read_engagement_signed(FieldReader& reader, BodyContext& context) {
  EngagementSigned body;
  body.engagement = context.define<EngagementId>(reader, NameSpace::engagement);
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.enterprise = context.refer<EnterpriseId>(reader, NameSpace::enterprise);
  body.amount = reader.money("amount");
  body.due_on = read_due_on(reader, context, true).value_or(CivilDate{});
  body.baseline_level = reader.optional_level("baseline_level");
  body.items = read_items(reader, true);
  body.plan = read_plan(reader, context.on);
  return body;
}

Body read_engagement_amended(FieldReader& reader, BodyContext& context) {
  EngagementAmended body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  if (reader.has("amount")) body.amount = reader.money("amount");
  body.due_on = read_due_on(reader, context, false);
  body.items = read_items(reader, false);
  body.plan = read_plan(reader, std::nullopt);
  body.consented = reader.boolean("consented");
  body.reason = reader.text("reason");
  return body;
}

Body read_engagement_ended(FieldReader& reader, BodyContext& context) {
  EngagementEnded body;
  body.engagement = context.refer<EngagementId>(reader, NameSpace::engagement);
  body.outcome = reader.choice("outcome", engagement_outcome_choices).value_or(EngagementOutcome::completed);
  return body;
}

}  // namespace hengping
