#include "shell/app/inspection_views.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/base/text.h"
#include "core/codec/json_reader.h"
#include "shell/app/display.h"

namespace hengping::shell {

namespace {

std::string text_at(const JsonValue* object, std::string_view key) {
  const JsonValue* value = object == nullptr ? nullptr : object->find(key);
  return value == nullptr ? std::string() : value->text();
}

template <class Body>
const Body* counted(const Record& record) {
  return record.counts_as_fact() ? body_as<Body>(record.fact.body) : nullptr;
}

std::string_view name_of_provider(const State& state, std::string_view id) {
  const ProviderState* provider = state.provider(id);
  return provider == nullptr ? std::string_view() : std::string_view(provider->profile.name);
}

AnswerView answer_view(const Bilingual& text, const std::string& article, const JsonValue* given) {
  return {article, text, answer_of(text_at(given, "answer")), text_at(given, "remark")};
}

/// By the items of the list that it names; of a list that is not known, as they stand.
std::vector<AnswerView> answer_views(const JsonValue& answers) {
  std::vector<AnswerView> views;
  const JsonValue* items = answers.find("items");
  if (items == nullptr) return views;
  const Checklist* list =
      find_checklist(text_at(&answers, "list"), parse_digits(text_at(&answers, "version")).value_or(0));
  if (list != nullptr) {
    for (const ChecklistItem& item : list->items)
      views.push_back(answer_view(item.text, item.article, items->find(item.id)));
  } else {
    for (const auto& [id, given] : items->members()) views.push_back(answer_view({id, id}, {}, &given));
  }
  return views;
}

}  // namespace

void InspectionList::update(App& app, const InspectionQuery& query) {
  if (revision_ == app.revision() && query_ == query) return;
  revision_ = app.revision();
  query_ = query;
  rows_.clear();
  all_ = 0;
  const Ledger& ledger = app.ledger();
  const SymbolTable& symbols = ledger.symbols();
  const State& state = app.state();
  const SearchQuery search(query.text);
  std::unordered_map<std::string_view, std::size_t> findings;
  for (const Record& record : ledger.records()) {
    const auto* body = counted<FindingRaised>(record);
    if (body != nullptr && body->inspection) ++findings[symbols.text(*body->inspection)];
  }
  for (const Record& record : ledger.records()) {
    const auto* body = counted<InspectionConducted>(record);
    if (body == nullptr) continue;
    ++all_;
    InspectionRow row;
    row.id = symbols.text(body->inspection);
    row.provider = symbols.text(body->provider);
    row.provider_name = name_of_provider(state, row.provider);
    if (body->engagement) row.engagement = symbols.text(*body->engagement);
    row.checklist = body->checklist;
    row.on = record.fact.on;
    if (!query.provider.empty() && row.provider != query.provider) continue;
    if (!search.matches(row.id, row.provider, row.provider_name, row.engagement, row.checklist)) continue;
    if (const auto found = findings.find(row.id); found != findings.end()) row.findings = found->second;
    rows_.push_back(row);
  }
  std::sort(rows_.begin(), rows_.end(), [](const InspectionRow& a, const InspectionRow& b) {
    return a.on != b.on ? a.on > b.on : compare_natural(a.id, b.id) > 0;
  });
}

std::optional<InspectionDetail> inspection_detail(App& app, std::string_view id) {
  const Ledger& ledger = app.ledger();
  const SymbolTable& symbols = ledger.symbols();
  std::optional<InspectionDetail> detail;
  std::vector<FindingView> findings;
  for (const Record& record : ledger.records()) {
    if (const auto* finding = counted<FindingRaised>(record)) {
      if (finding->inspection && symbols.text(*finding->inspection) == id)
        findings.push_back(
            {symbols.text(finding->finding), finding->article.to_string(), finding->text, record.hash_text()});
      continue;
    }
    const auto* body = counted<InspectionConducted>(record);
    if (body == nullptr || symbols.text(body->inspection) != id) continue;
    detail.emplace();
    detail->id = id;
    detail->on = record.fact.on.to_string();
    detail->provider = symbols.text(body->provider);
    detail->provider_name = name_of_provider(app.state(), detail->provider);
    if (body->engagement) detail->engagement = symbols.text(*body->engagement);
    detail->checklist = body->checklist;
    detail->hash = record.hash_text();
    FaultList faults;
    if (const auto fact = read_json(record.body(), faults)) {
      detail->note = text_at(&*fact, "note");
      if (const JsonValue* answers = fact->find("answers")) detail->answers = answer_views(*answers);
    }
  }
  if (!detail) return detail;
  detail->findings = std::move(findings);
  for (Attachment& file : app.attachments_of(detail->hash)) {
    if (app.has_attachment(file.sha256))
      detail->photos.push_back(std::move(file));
    else
      ++detail->photos_missing;
  }
  return detail;
}

}  // namespace hengping::shell
