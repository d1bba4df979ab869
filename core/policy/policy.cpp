#include "core/policy/policy.h"

#include <algorithm>
#include <cstdlib>

#include "core/codec/json_reader.h"
#include "core/facts/field_reader.h"
#include "core/text/say.h"
#include "hengping/embedded_policy.gen.h"

namespace hengping {
namespace {

using Kind = JsonValue::Kind;

int whole_number(FieldReader& reader, std::string_view key, int least, int most) {
  const JsonValue* value = reader.take(key);
  const auto decimal = value != nullptr && value->is(Kind::number) ? Decimal::parse(value->text()) : std::nullopt;
  const auto number = decimal ? decimal->scaled(0) : std::nullopt;
  if (!number || *number < least || *number > most) {
    reader.faults().add(CoreText::fault_policy_number, reader.at(key), {std::to_string(least), std::to_string(most)});
    return least;
  }
  return static_cast<int>(*number);
}

bool required_boolean(FieldReader& reader, std::string_view key) {
  const auto value = reader.optional_boolean(key);
  if (!value) reader.faults().add(CoreText::fault_field_missing, reader.at(key), {key});
  return value.value_or(false);
}

Parameters read_parameters(JsonValue& value, const std::string& pointer, FieldReader& parent) {
  Parameters result;
  constexpr int many = 10'000;
  FieldReader reader(value, pointer, parent.faults(), parent.symbols());
  result.rectification_days = whole_number(reader, "rectification_days", 1, many);
  result.rectification_limit = whole_number(reader, "rectification_limit", 0, many);
  result.unsatisfied_limit = whole_number(reader, "unsatisfied_limit", 1, many);
  result.progress_lag_points = whole_number(reader, "progress_lag_points", 1, 100);
  result.change_report_days = whole_number(reader, "change_report_days", 0, many);
  result.no_response_is_refusal = required_boolean(reader, "no_response_is_refusal");
  result.replacement_after_late_completion = required_boolean(reader, "replacement_after_late_completion");
  result.counters_restart_on_reinstatement = required_boolean(reader, "counters_restart_on_reinstatement");
  result.required_level = whole_number(reader, "required_level", 0, 4);
  result.appeal_days = whole_number(reader, "appeal_days", 0, many);
  result.reply_days = whole_number(reader, "reply_days", 0, many);
  reader.finish();
  return result;
}

ScoreCardParameters read_score_card(JsonValue& value, const std::string& pointer, FieldReader& parent) {
  ScoreCardParameters result;
  constexpr int all = 100;
  constexpr int many = 10'000;
  FieldReader reader(value, pointer, parent.faults(), parent.symbols());
  if (JsonValue* weights = reader.object("weights", true)) {
    FieldReader fields(*weights, reader.at("weights"), parent.faults(), parent.symbols());
    int total = 0;
    for (std::size_t i = 0; i < criteria; ++i) {
      result.weights[i] = whole_number(fields, criterion_name(static_cast<Criterion>(i)), 0, all);
      total += result.weights[i];
    }
    fields.finish();
    if (total != all)
      parent.faults().add(CoreText::fault_policy_weights, reader.at("weights"), {std::to_string(total)});
  }
  result.minimum_ratings = whole_number(reader, "minimum_ratings", 1, many);
  result.prior_ratings = whole_number(reader, "prior_ratings", 0, many);
  result.basically_satisfied_points = whole_number(reader, "basically_satisfied_points", 0, all);
  result.complaint_points = whole_number(reader, "complaint_points", 0, all);
  result.cases_for_full_points = whole_number(reader, "cases_for_full_points", 1, many);
  result.least_weight_with_data = whole_number(reader, "least_weight_with_data", 0, all);
  reader.finish();
  return result;
}

AttachmentParameters read_attachments(JsonValue& value, const std::string& pointer, FieldReader& parent) {
  AttachmentParameters result;
  FieldReader reader(value, pointer, parent.faults(), parent.symbols());
  result.longest_side = whole_number(reader, "longest_side", 256, 16'384);
  // Hundredths, so that what is shown is what was written.
  const JsonValue* quality = reader.take("quality");
  const auto decimal = quality != nullptr && quality->is(Kind::number) ? Decimal::parse(quality->text()) : std::nullopt;
  const auto percent = decimal ? decimal->scaled(2) : std::nullopt;
  if (!percent || *percent < 10 || *percent > 100) {
    parent.faults().add(CoreText::fault_policy_quality, reader.at("quality"));
  } else {
    result.quality_percent = static_cast<int>(*percent);
  }
  result.keep_metadata = required_boolean(reader, "keep_metadata");
  result.largest_bytes = whole_number(reader, "largest_bytes", 65'536, 67'108'864);
  reader.finish();
  return result;
}

std::vector<Article> read_articles(FieldReader& parent) {
  std::vector<Article> result;
  JsonValue* list = parent.array("articles", true);
  if (list == nullptr) return result;
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    const std::string pointer = parent.at("articles") + "/" + std::to_string(i);
    if (!list->items()[i].is(Kind::object)) {
      parent.faults().add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
      continue;
    }
    FieldReader reader(list->items()[i], pointer, parent.faults(), parent.symbols());
    Article article;
    article.number = reader.text("article");
    article.chapter = whole_number(reader, "chapter", 1, 99);
    article.text = reader.text("text");
    reader.finish();
    result.push_back(std::move(article));
  }
  return result;
}

std::vector<std::string> read_chapters(FieldReader& parent) {
  std::vector<std::string> result;
  JsonValue* list = parent.array("chapters", true);
  if (list == nullptr) return result;
  for (std::size_t i = 0; i < list->items().size(); ++i) {
    const std::string pointer = parent.at("chapters") + "/" + std::to_string(i);
    if (!list->items()[i].is(Kind::string) || list->items()[i].text().empty()) {
      parent.faults().add(CoreText::fault_field_type, pointer, {say(CoreText::type_string)});
      continue;
    }
    result.push_back(list->items()[i].text());
  }
  return result;
}

std::optional<CivilDate> optional_date(FieldReader& reader, std::string_view key) {
  if (!reader.has(key)) return std::nullopt;
  return reader.date(key);
}

}  // namespace

const Article* Policy::article(std::string_view number) const {
  const auto found =
      std::find_if(articles.begin(), articles.end(), [number](const Article& one) { return one.number == number; });
  return found == articles.end() ? nullptr : &*found;
}

std::string_view criterion_name(Criterion criterion) {
  switch (criterion) {
    case Criterion::satisfaction: return "satisfaction";
    case Criterion::complaints: return "complaints";
    case Criterion::rectification: return "rectification";
    case Criterion::timeliness: return "timeliness";
    case Criterion::levels: return "levels";
    case Criterion::deliverables: return "deliverables";
    case Criterion::cases_and_guides: return "cases_and_guides";
  }
  return {};
}

std::optional<Policy> read_policy(std::string_view json, FaultList& faults) {
  auto document = read_json(json, faults);
  if (!document) return std::nullopt;
  FaultSink sink(faults, Fault::no_fact);
  return read_policy_value(*document, "", sink);
}

std::optional<Policy> read_policy_value(JsonValue& document, const std::string& pointer, FaultSink& sink) {
  const std::size_t faults_before = sink.count();
  if (!document.is(Kind::object)) {
    sink.add(CoreText::fault_field_type, pointer, {say(CoreText::type_object)});
    return std::nullopt;
  }
  SymbolTable symbols;
  FieldReader reader(document, pointer, sink, symbols);
  Policy policy;
  if (reader.text("format") != "hengping.policy") sink.add(CoreText::fault_policy_format, reader.at("format"));
  policy.id = reader.text("id");
  policy.version = whole_number(reader, "version", 1, 1'000'000);
  policy.title = reader.text("title");
  policy.issuer = reader.text("issuer");
  policy.holds_from = optional_date(reader, "holds_from");
  policy.holds_until = optional_date(reader, "holds_until");
  if (policy.holds_from && policy.holds_until && *policy.holds_until < *policy.holds_from) {
    sink.add(CoreText::fault_policy_validity, reader.at("holds_until"), {policy.holds_from->to_string()});
  }
  policy.chapters = read_chapters(reader);
  policy.articles = read_articles(reader);
  if (JsonValue* parameters = reader.take("parameters"); parameters != nullptr && parameters->is(Kind::object)) {
    policy.parameters = read_parameters(*parameters, reader.at("parameters"), reader);
  } else {
    sink.add(CoreText::fault_field_missing, reader.at("parameters"), {"parameters"});
  }
  if (JsonValue* score_card = reader.object("score_card", false)) {
    policy.score_card = read_score_card(*score_card, reader.at("score_card"), reader);
  }
  if (JsonValue* attachments = reader.object("attachments", false)) {
    policy.attachments = read_attachments(*attachments, reader.at("attachments"), reader);
  }
  reader.finish();
  if (sink.count() != faults_before) return std::nullopt;
  return policy;
}

const Policy& default_policy() {
  static const Policy policy = [] {
    FaultList faults;
    auto read = read_policy(changchun_1_json, faults);
    if (!read) std::abort();  // the document that ships is tested; a broken one must not judge anyone
    return *std::move(read);
  }();
  return policy;
}

}  // namespace hengping
