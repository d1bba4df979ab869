// The policy itself, edited: a record like any other, with its author and reason (Article 11: 适时进行修订).
#include "core/facts/kinds.h"
#include "core/policy/policy.h"

namespace hengping {

Body read_policy_adopted(FieldReader& reader, BodyContext& /*context*/) {
  PolicyAdopted body;
  if (JsonValue* document = reader.object("policy", true)) {
    if (auto policy = read_policy_value(*document, reader.at("policy"), reader.faults())) {
      body.policy = std::make_shared<const Policy>(*std::move(policy));
    }
  }
  body.author = reader.text("author");
  body.reason = reader.text("reason");
  return body;
}

}  // namespace hengping
