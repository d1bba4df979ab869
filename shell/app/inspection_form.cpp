#include "shell/app/inspection_form.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/codec/json_reader.h"
#include "core/facts/names.h"
#include "shell/app/json_text.h"
#include "shell/app/typed_text.h"

namespace hengping::shell {

namespace {

constexpr std::array<Choice<ItemAnswer>, 3> answer_choices = {
    {{"meets", ItemAnswer::meets}, {"fails", ItemAnswer::fails}, {"not_applicable", ItemAnswer::not_applicable}}};
constexpr std::size_t device_digits = 4;

void set_text(JsonValue& object, const char* key, std::string_view typed) {
  std::string text = trimmed(typed);
  if (!text.empty()) object.set(key, JsonValue::string(std::move(text)));
}

std::string text_at(const JsonValue& object, std::string_view key) {
  const JsonValue* value = object.find(key);
  return value == nullptr ? std::string() : value->text();
}

/// What inspection and finding share: "20261123-3f9a-2".
std::string next_number(const App& app, std::string_view on) {
  std::string stem(on);
  std::erase(stem, '-');
  stem += "-" + app.device().id.substr(0, device_digits) + "-";
  const std::string prefix = "I" + stem;
  int last = 0;
  for (const Record& record : app.ledger().records()) {
    const auto* body = record.is_fact ? body_as<InspectionConducted>(record.fact.body) : nullptr;
    if (body == nullptr) continue;
    const std::string& id = app.ledger().symbols().text(body->inspection);
    if (id.starts_with(prefix))
      last = std::max(last, parse_digits(std::string_view(id).substr(prefix.size())).value_or(0));
  }
  return stem + std::to_string(last + 1);
}

JsonValue begin_fact(const char* kind, const InspectionForm& form, const App& app, const std::string& number) {
  JsonValue fact = JsonValue::object();
  fact.set("kind", JsonValue::string(kind));
  set_text(fact, "on", form.on);
  fact.set("by", JsonValue::string(std::string(role_name(app.settings().role))));
  fact.set("inspection", JsonValue::string("I" + number));
  set_text(fact, "provider", form.provider);
  set_text(fact, "engagement", form.engagement);
  return fact;
}

JsonValue answers_json(const Checklist& list, const InspectionForm& form) {
  JsonValue items = JsonValue::object();
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const AnswerForm& typed = form.answers[i];
    if (!typed.answer) continue;
    JsonValue one = JsonValue::object();
    one.set("answer", JsonValue::string(std::string(answer_name(*typed.answer))));
    set_text(one, "remark", typed.remark);
    items.set(list.items[i].id, std::move(one));
  }
  JsonValue answers = JsonValue::object();
  answers.set("list", JsonValue::string(list.id)).set("version", JsonValue::number(std::int64_t{list.version}));
  return answers.set("items", std::move(items));
}

bool raises(const AnswerForm& answer) { return answer.answer == ItemAnswer::fails && answer.raises; }

/// The places of the items that raise findings, in order.
std::vector<std::size_t> raising(const InspectionForm& form) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < form.answers.size(); ++i) {
    if (raises(form.answers[i])) places.push_back(i);
  }
  return places;
}

/// "/0/provider" → "/provider", "/2/text" → "/items/7/text".
std::string pointer_in_form(const std::string& pointer, const std::vector<std::size_t>& items) {
  const std::size_t rest = pointer.find('/', 1);
  const auto place = parse_digits(std::string_view(pointer).substr(1, rest == std::string::npos ? rest : rest - 1));
  if (!place || rest == std::string::npos) return pointer;
  const std::string member = pointer.substr(rest);
  const auto finding = static_cast<std::size_t>(*place);
  if (finding == 0 || finding > items.size()) return member;
  if (member != "/text" && member != "/article") return member;
  return "/items/" + std::to_string(items[finding - 1]) + member;
}

}  // namespace

std::string_view answer_name(ItemAnswer answer) { return name_of(answer, answer_choices); }
std::optional<ItemAnswer> answer_of(std::string_view name) { return value_of<ItemAnswer>(name, answer_choices); }

InspectionForm new_inspection_form(const App& app, std::string_view provider) {
  InspectionForm form;
  form.on = app.today().to_string();
  form.provider = provider;
  form.checklist = checklists().front().id;
  form.answers.resize(checklists().front().items.size());
  return form;
}

const Checklist& checklist_of(const InspectionForm& form) {
  const Checklist* latest = &checklists().front();
  for (const Checklist& list : checklists()) {
    if (list.id == form.checklist && (latest->id != list.id || latest->version < list.version)) latest = &list;
  }
  return *latest;
}

std::size_t answered(const InspectionForm& form) {
  return static_cast<std::size_t>(std::count_if(form.answers.begin(), form.answers.end(),
                                                [](const AnswerForm& one) { return one.answer.has_value(); }));
}

std::vector<JsonValue> make_facts(const App& app, const InspectionForm& form) {
  const Checklist& list = checklist_of(form);
  const std::string number = next_number(app, trimmed(form.on));
  std::vector<JsonValue> facts;
  JsonValue inspection = begin_fact("inspection.conducted", form, app, number);
  inspection.set("checklist", JsonValue::string(list.title.zh)).set("answers", answers_json(list, form));
  set_text(inspection, "note", form.note);
  facts.push_back(std::move(inspection));
  for (const std::size_t place : raising(form)) {
    const AnswerForm& typed = form.answers[place];
    JsonValue finding = begin_fact("finding.raised", form, app, number);
    finding.set("finding", JsonValue::string("F" + number + "-" + std::to_string(facts.size())));
    finding.set("article", JsonValue::string(typed.article.empty() ? list.items[place].article : typed.article));
    set_text(finding, "text", typed.remark);
    facts.push_back(std::move(finding));
  }
  return facts;
}

SubmitResult submit_inspection(App& app, const InspectionForm& form, std::string& inspection) {
  const std::vector<JsonValue> facts = make_facts(app, form);
  inspection = text_at(facts.front(), "inspection");
  SubmitResult result = app.submit_together(facts, form.photos, inspection_draft);
  const std::vector<std::size_t> places = raising(form);
  std::vector<Fault> once;
  for (Fault& fault : result.faults) {
    fault.pointer = pointer_in_form(fault.pointer, places);
    // what inspection and findings share is said once
    const bool said =
        std::any_of(once.begin(), once.end(), [&](const Fault& other) { return other.pointer == fault.pointer; });
    if (!said) once.push_back(std::move(fault));
  }
  result.faults = std::move(once);
  return result;
}

void keep_inspection(App& app, const InspectionForm& form) {
  JsonValue draft = JsonValue::object();
  draft.set("checklist", JsonValue::string(form.checklist));
  draft.set("version", JsonValue::number(std::int64_t{checklist_of(form).version}));
  draft.set("on", JsonValue::string(form.on)).set("provider", JsonValue::string(form.provider));
  draft.set("engagement", JsonValue::string(form.engagement)).set("note", JsonValue::string(form.note));
  std::vector<JsonValue> answers;
  for (const AnswerForm& typed : form.answers) {
    JsonValue one = JsonValue::object();
    if (typed.answer) one.set("answer", JsonValue::string(std::string(answer_name(*typed.answer))));
    one.set("remark", JsonValue::string(typed.remark)).set("raises", JsonValue::boolean(typed.raises));
    answers.push_back(std::move(one.set("article", JsonValue::string(typed.article))));
  }
  draft.set("answers", JsonValue::array(std::move(answers)));
  std::vector<JsonValue> photos;
  for (const Attachment& file : form.photos) {
    JsonValue one = JsonValue::object();
    one.set("sha256", JsonValue::string(file.sha256)).set("type", JsonValue::string(file.type));
    one.set("name", JsonValue::string(file.name));
    photos.push_back(std::move(one.set("size", JsonValue::number(static_cast<std::int64_t>(file.size)))));
  }
  draft.set("photos", JsonValue::array(std::move(photos)));
  app.keep_draft(inspection_draft, json_text(draft), form.photos);
}

std::optional<InspectionForm> kept_inspection(const App& app) {
  const std::string* text = app.draft(inspection_draft);
  if (text == nullptr) return std::nullopt;
  FaultList faults;
  const auto draft = read_json(*text, faults);
  const JsonValue* answers = draft ? draft->find("answers") : nullptr;
  const JsonValue* photos = draft ? draft->find("photos") : nullptr;
  if (answers == nullptr || photos == nullptr) return std::nullopt;
  InspectionForm form;
  form.checklist = text_at(*draft, "checklist");
  const Checklist& list = checklist_of(form);
  if (list.id != form.checklist || std::to_string(list.version) != text_at(*draft, "version") ||
      answers->items().size() != list.items.size())
    return std::nullopt;
  form.on = text_at(*draft, "on");
  form.provider = text_at(*draft, "provider");
  form.engagement = text_at(*draft, "engagement");
  form.note = text_at(*draft, "note");
  for (const JsonValue& one : answers->items()) {
    const JsonValue* raised = one.find("raises");
    form.answers.push_back({answer_of(text_at(one, "answer")), text_at(one, "remark"),
                            raised == nullptr || raised->as_boolean(), text_at(one, "article")});
  }
  for (const JsonValue& one : photos->items()) {
    Attachment file{text_at(one, "sha256"), text_at(one, "type"), text_at(one, "name"), 0};
    file.size = static_cast<std::uint64_t>(parse_digits(text_at(one, "size")).value_or(0));
    form.photos.push_back(std::move(file));
  }
  return form;
}

}  // namespace hengping::shell
