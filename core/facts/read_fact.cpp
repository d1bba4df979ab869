#include "core/facts/read_fact.h"

#include <utility>

#include "core/facts/names.h"

namespace hengping {

ReadFact read_fact(JsonValue& value, std::string pointer, std::size_t index, SymbolTable& symbols, FaultList& faults) {
  ReadFact result;
  result.pointer = std::move(pointer);
  result.place = static_cast<std::int64_t>(index);
  FaultSink sink(faults, index);
  if (!value.is(JsonValue::Kind::object)) {
    sink.add(CoreText::fault_field_type, result.pointer, {say(CoreText::type_object)});
    return result;
  }
  FieldReader reader(value, result.pointer, sink, symbols);
  const JsonValue* kind_member = reader.take("kind");
  const auto on = reader.date("on");
  const auto by = value.find("by") == nullptr ? std::optional(Role::bureau) : reader.choice("by", role_choices);
  result.fact.note = reader.optional_text("note");
  result.dated = on.has_value();
  result.fact.on = on.value_or(CivilDate::before_all());
  result.fact.by = by.value_or(Role::bureau);

  std::optional<std::size_t> kind;
  if (kind_member == nullptr) {
    sink.add(CoreText::fault_field_missing, reader.at("kind"), {"kind"});
  } else if (!kind_member->is(JsonValue::Kind::string)) {
    sink.add(CoreText::fault_field_type, reader.at("kind"), {say(CoreText::type_string)});
  } else {
    kind = find_kind(kind_member->text());
    if (!kind) sink.add(CoreText::fault_kind_unknown, reader.at("kind"), {kind_member->text()});
  }
  if (!kind) return result;  // which other members there may be is not known

  if (rights_of(*kind).bureau == BureauRight::on_behalf) {
    result.fact.on_behalf = reader.optional_boolean("on_behalf").value_or(false);
  }
  if (by && !may_state(*by, *kind, result.fact.on_behalf)) {
    const bool paper_form_would_do = *by == Role::bureau && rights_of(*kind).bureau == BureauRight::on_behalf;
    sink.add(paper_form_would_do ? CoreText::fault_role_on_behalf : CoreText::fault_role_not_allowed, reader.at("by"),
             {role_name(*by), kinds()[*kind].name});
  }
  BodyContext context{.on = on, .mentions = result.mentions};
  result.fact.body = kinds()[*kind].read(reader, context);
  reader.finish();
  result.kind_known = true;
  result.need = context.need;
  if (value.find("by") == nullptr) value.set("by", JsonValue::string(std::string(role_name(Role::bureau))));
  result.sound = sink.count() == 0;
  return result;
}

}  // namespace hengping
