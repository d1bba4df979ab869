// The registers: providers of the pool (Article 2) and pilot enterprises (Article 3).
#include "core/facts/kinds.h"
#include "core/facts/names.h"

namespace hengping {

Body read_provider_registered(FieldReader& reader, BodyContext& context) {
  ProviderRegistered body;
  const auto provider = reader.identifier<ProviderId>("provider");
  context.mentions.define(NameSpace::provider, provider, "provider");
  body.provider = provider.value_or(ProviderId{});
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

Body read_enterprise_registered(FieldReader& reader, BodyContext& context) {
  EnterpriseRegistered body;
  const auto enterprise = reader.identifier<EnterpriseId>("enterprise");
  context.mentions.define(NameSpace::enterprise, enterprise, "enterprise");
  body.enterprise = enterprise.value_or(EnterpriseId{});
  body.name = reader.text("name");
  body.uscc = reader.uscc("uscc");
  body.industry = reader.text("industry");
  body.scale = reader.choice("scale", enterprise_scale_choices, false);
  body.district = reader.optional_text("district");
  return body;
}

}  // namespace hengping
