#include "core/facts/read_fact.h"

#include <utility>

#include "core/facts/names.h"

namespace hengping {

void read_fact(JsonValue& value, std::size_t index, SymbolTable& symbols, FaultList& faults, ReadFact& result) {
  result.place = static_cast<std::int64_t>(index);
  FaultSink sink(faults, index);
  if (!value.is(JsonValue::Kind::object)) {
    sink.add(CoreText::fault_field_type, result.pointer(index), {say(CoreText::type_object)});
    return;
  }
  FieldReader reader =
      result.record ? FieldReader(value, *result.record, sink, symbols) : FieldReader(value, index, sink, symbols);
  const JsonValue* kind_member = reader.take("kind");
  const auto on = reader.date("on");
  const bool by_stated = reader.has("by");
  const auto by = by_stated ? reader.choice("by", role_choices) : std::optional(Role::bureau);
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
  if (!kind) return;  // which other members there may be is not known

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
  if (!by_stated) value.set("by", JsonValue::string(std::string(role_name(Role::bureau))));
  result.normalised = !by_stated || sink.normalised();
  result.sound = sink.count() == 0;
}

}  // namespace hengping
