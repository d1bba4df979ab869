#include "shell/app/checklist.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/text.h"
#include "core/codec/json_reader.h"
#include "hengping/embedded_checklist.gen.h"

namespace hengping::shell {

namespace {

/// A member of a document whose form tests have checked.
const JsonValue& member(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  if (value == nullptr) std::abort();  // the file is built in
  return *value;
}

Bilingual words_of(const JsonValue& object) { return {member(object, "zh").text(), member(object, "en").text()}; }

Checklist read_checklist(std::string_view json) {
  FaultList faults;
  const auto document = read_json(json, faults);
  if (!document) std::abort();
  Checklist list;
  list.id = member(*document, "id").text();
  list.version = parse_digits(member(*document, "version").text()).value_or(0);
  list.title = words_of(member(*document, "title"));
  for (const JsonValue& item : member(*document, "items").items())
    list.items.push_back({member(item, "id").text(), member(item, "article").text(), words_of(member(item, "text"))});
  return list;
}

}  // namespace

const ChecklistItem* Checklist::item(std::string_view item_id) const {
  const auto found =
      std::find_if(items.begin(), items.end(), [item_id](const ChecklistItem& one) { return one.id == item_id; });
  return found == items.end() ? nullptr : &*found;
}

const std::vector<Checklist>& checklists() {
  static const std::vector<Checklist> all = {read_checklist(site_visit_1_json)};
  return all;
}

const Checklist* find_checklist(std::string_view id, int version) {
  for (const Checklist& list : checklists()) {
    if (list.id == id && list.version == version) return &list;
  }
  return nullptr;
}

}  // namespace hengping::shell
