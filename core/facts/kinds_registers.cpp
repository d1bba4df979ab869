// The registers: providers of the pool (Article 2) and pilot enterprises (Article 3).
#include "core/facts/kinds.h"
#include "core/facts/names.h"

namespace hengping {

Body read_provider_registered(FieldReader& reader, BodyContext& context) {
  ProviderRegistered body;
  body.provider = context.define<ProviderId>(reader, NameSpace::provider);
  body.name = reader.text("name");
  body.uscc = reader.uscc("uscc");
  body.address = reader.text("address");
  body.legal_representative = reader.text("legal_representative");
  body.business_scope = reader.text("business_scope");
  body.registered_capital = reader.money("registered_capital");
  body.types = reader.optional_choices("types", provider_type_choices);
  body.contact = reader.optional_text("contact");
  return body;
}

namespace {

// The value of one field of the registration, by the rules of that field.
ProviderValue read_value(FieldReader& reader, const std::optional<ProviderField>& field) {
  if (!field) {
    reader.any("value");  // of a field that does not exist no more can be asked
    return {};
  }
  switch (*field) {
    case ProviderField::name:
    case ProviderField::address:
    case ProviderField::legal_representative:
    case ProviderField::business_scope: return reader.text("value");
    case ProviderField::uscc: return reader.uscc("value");
    case ProviderField::registered_capital: return reader.money("value");
    case ProviderField::types: return reader.choices("value", provider_type_choices);
    case ProviderField::contact: return reader.required_text("value");
  }
  return {};
}

}  // namespace

Body read_provider_corrected(FieldReader& reader, BodyContext& context) {
  ProviderCorrected body;
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  const auto field = reader.choice("field", provider_field_choices);
  body.field = field.value_or(ProviderField::name);
  body.value = read_value(reader, field);
  body.reason = reader.text("reason");
  return body;
}

Body read_provider_change_reported(FieldReader& reader, BodyContext& context) {
  ProviderChangeReported body;
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  const auto field = reader.choice("field", reportable_field_choices);
  body.field = field.value_or(ProviderField::name);
  body.value = read_value(reader, field);
  const auto changed_on = reader.date("changed_on");
  if (changed_on && context.on && *changed_on > *context.on) {
    reader.faults().add(CoreText::fault_date_changed_after_on, reader.at("changed_on"), {context.on->to_string()});
  }
  body.changed_on = changed_on.value_or(CivilDate{});
  return body;
}

Body read_provider_reinstated(FieldReader& reader, BodyContext& context) {
  ProviderReinstated body;
  body.provider = context.refer<ProviderId>(reader, NameSpace::provider);
  body.reason = reader.text("reason");
  return body;
}

Body read_enterprise_removed(FieldReader& reader, BodyContext& context) {
  EnterpriseRemoved body;
  body.enterprise = context.refer<EnterpriseId>(reader, NameSpace::enterprise);
  body.reason = reader.text("reason");
  return body;
}

Body read_enterprise_registered(FieldReader& reader, BodyContext& context) {
  EnterpriseRegistered body;
  body.enterprise = context.define<EnterpriseId>(reader, NameSpace::enterprise);
  body.name = reader.text("name");
  body.uscc = reader.uscc("uscc");
  body.industry = reader.text("industry");
  body.scale = reader.choice("scale", enterprise_scale_choices, false);
  body.district = reader.optional_text("district");
  return body;
}

}  // namespace hengping
