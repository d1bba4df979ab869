#include "shell/cli/city/name_parts.h"

#include <cstdlib>
#include <string_view>

#include "core/base/fault.h"
#include "core/codec/json_reader.h"
#include "core/codec/json_value.h"
#include "core/facts/names.h"
#include "hengping/demo_names.gen.h"

namespace hengping::cli {

namespace {

const JsonValue& member(const JsonValue& object, std::string_view key) {
  const JsonValue* found = object.find(key);
  if (found == nullptr) std::abort();
  return *found;
}

std::string text(const JsonValue& object, std::string_view key) { return member(object, key).text(); }

std::vector<std::string> texts(const JsonValue& object, std::string_view key) {
  std::vector<std::string> out;
  for (const JsonValue& item : member(object, key).items()) out.push_back(item.text());
  if (out.empty()) std::abort();
  return out;
}

std::int32_t number(const JsonValue& object, std::string_view key) {
  return static_cast<std::int32_t>(std::strtol(member(object, key).text().c_str(), nullptr, 10));
}

std::vector<NameParts::Question> questions(const JsonValue& document, std::string_view key) {
  std::vector<NameParts::Question> out;
  for (const JsonValue& item : member(document, key).items())
    out.push_back({text(item, "question"), texts(item, "good"), texts(item, "poor")});
  if (out.empty()) std::abort();
  return out;
}

std::vector<NameParts::ArticleTexts> by_article(const JsonValue& document, std::string_view key) {
  std::vector<NameParts::ArticleTexts> out;
  for (const JsonValue& item : member(document, key).items())
    out.push_back({text(item, "article"), texts(item, "texts")});
  if (out.empty()) std::abort();
  return out;
}

void read_stories(const JsonValue& document, NameParts& parts) {
  parts.score_names = texts(document, "score_names");
  for (const JsonValue& item : member(document, "needs").items()) {
    parts.needs.push_back(
        {text(item, "tag"), text(item, "problem"), text(item, "requirement"), text(item, "scenario")});
  }
  for (const auto& choice : deliverable_choices)
    parts.deliverable_titles.push_back(text(member(document, "deliverable_titles"), choice.name));
  parts.inspection_questions = questions(document, "inspection_questions");
  parts.assessment_answers = questions(document, "assessment_answers");
  parts.complaints = by_article(document, "complaints");
  parts.findings = by_article(document, "findings");
  parts.notices = by_article(document, "notices");
  parts.submissions = by_article(document, "submissions");
  const JsonValue& topics = member(document, "topics");
  for (std::size_t i = 0; i < topic_names.size(); ++i) parts.topics[i] = texts(topics, topic_names[i]);
}

NameParts read() {
  FaultList faults;
  const auto document = read_json(demo_names_json, faults);
  if (!document) std::abort();
  NameParts parts;
  parts.surnames = texts(*document, "surnames");
  parts.rare_surnames = texts(*document, "rare_surnames");
  parts.given_first = texts(*document, "given_first");
  parts.given_second = texts(*document, "given_second");
  parts.roads = texts(*document, "roads");
  parts.brand_first = texts(*document, "brand_first");
  parts.brand_second = texts(*document, "brand_second");
  parts.scopes = texts(*document, "scopes");
  parts.correction_notes = texts(*document, "correction_notes");
  parts.withdrawal_reasons = texts(*document, "withdrawal_reasons");
  parts.city = text(*document, "city");
  parts.number_suffix = text(*document, "number_suffix");
  parts.company_suffix = text(*document, "company_suffix");
  parts.company_place = text(*document, "company_place");
  for (const JsonValue& item : member(*document, "districts").items())
    parts.districts.push_back({text(item, "code"), text(item, "name")});
  for (const JsonValue& item : member(*document, "industries").items())
    parts.industries.push_back({text(item, "name"), texts(item, "words")});
  for (const JsonValue& item : member(*document, "provider_words").items()) {
    parts.provider_words.push_back({text(item, "word"), text(item, "type")});
  }
  for (const JsonValue& item : member(*document, "items").items()) {
    parts.items.push_back({text(item, "name"), text(item, "function"), text(item, "purpose"), number(item, "from"),
                           number(item, "to"), number(item, "most"), member(item, "standard").as_boolean()});
  }
  const JsonValue& comments = member(*document, "comments");
  parts.satisfied = texts(comments, "satisfied");
  parts.basically_satisfied = texts(comments, "basically_satisfied");
  parts.unsatisfied = texts(comments, "unsatisfied");
  read_stories(*document, parts);
  return parts;
}

}  // namespace

const std::vector<std::string>& texts_of(const std::vector<NameParts::ArticleTexts>& lists, std::string_view article) {
  for (const NameParts::ArticleTexts& list : lists) {
    if (list.article == article) return list.texts;
  }
  std::abort();
}

const NameParts& name_parts() {
  static const NameParts parts = read();
  return parts;
}

}  // namespace hengping::cli
