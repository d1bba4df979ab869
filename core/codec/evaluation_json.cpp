#include "core/codec/evaluation_json.h"

#include <string>
#include <string_view>

#include "core/codec/json_parts.h"

namespace hengping {
namespace {

JsonValue number(std::int64_t value) { return JsonValue::number(value); }
JsonValue number(Points points) { return JsonValue::number(points.to_string()); }
JsonValue text_or_null(const std::string& words) { return words.empty() ? JsonValue() : json_string(words); }
JsonValue date_or_null(const std::optional<CivilDate>& date) {
  return date ? json_string(date->to_string()) : JsonValue();
}

JsonValue record_json(const DutyRecord& record) {
  JsonValue json = JsonValue::object();
  json.set("ref", json_string(record.ref))
      .set("on", json_string(record.on.to_string()))
      .set("words", bilingual_json(record.words));
  return json;
}

JsonValue item_json(const DutyItem& item) {
  JsonValue json = JsonValue::object();
  json.set("article", json_string(item.article))
      .set("status", json_string(duty_status_name(item.status)))
      .set("met_by", list_json(item.met_by, record_json))
      .set("missing", list_json(item.missing, bilingual_json));
  return json;
}

JsonValue cases_json(const ConductCases& cases) {
  JsonValue json = JsonValue::object();
  json.set("confirmed", list_json(cases.confirmed, json_string))
      .set("open", list_json(cases.open, json_string))
      .set("dismissed", list_json(cases.dismissed, json_string));
  return json;
}

JsonValue conduct_json(const ConductRule& rule) {
  JsonValue json = JsonValue::object();
  json.set("article", json_string(rule.article))
      .set("complaints", cases_json(rule.complaints))
      .set("findings", cases_json(rule.findings))
      .set("explanation", bilingual_json(rule.explanation));
  return json;
}

JsonValue criterion_json(const CriterionScore& score) {
  JsonValue json = JsonValue::object();
  json.set("criterion", json_string(criterion_name(score.criterion)))
      .set("weight", number(score.weight))
      .set("points", score.points ? number(*score.points) : JsonValue());
  if (score.interval) {
    JsonValue interval = JsonValue::object();
    interval.set("low", number(score.interval->low)).set("high", number(score.interval->high));
    json.set("interval", std::move(interval));
  }
  json.set("refs", list_json(score.refs, json_string)).set("explanation", bilingual_json(score.explanation));
  return json;
}

JsonValue move_json(const RankMove& move) {
  JsonValue json = JsonValue::object();
  json.set("rank", number(move.rank));
  json.set("criterion", move.criterion ? json_string(criterion_name(*move.criterion)) : JsonValue());
  json.set("change", move.criterion ? json_string(move.raised ? "+20%" : "-20%") : JsonValue());
  return json;
}

JsonValue ranked_json(const RankedProvider& one) {
  JsonValue json = JsonValue::object();
  json.set("rank", number(one.rank))
      .set("tied_with", number(static_cast<std::int64_t>(one.tied_with)))
      .set("best", move_json(one.best))
      .set("worst", move_json(one.worst))
      .set("moved_by",
           list_json(one.moved_by, [](Criterion criterion) { return json_string(criterion_name(criterion)); }))
      .set("explanation", bilingual_json(one.explanation))
      .set("card", score_card_json(one.card));
  return json;
}

JsonValue unranked_json(const UnrankedProvider& one) {
  JsonValue json = JsonValue::object();
  json.set("disqualified", JsonValue::boolean(one.disqualified))
      .set("reason", bilingual_json(one.reason))
      .set("card", score_card_json(one.card));
  return json;
}

JsonValue deadline_json(const Deadline& deadline) {
  JsonValue json = JsonValue::object();
  json.set("kind", json_string(deadline_kind_name(deadline.kind)))
      .set("roles", list_json(deadline.roles, [](Role role) { return json_string(role_name(role)); }))
      .set("article", json_string(deadline.article))
      .set("provider", json_string(deadline.provider))
      .set("engagement", text_or_null(deadline.engagement))
      .set("ref", json_string(deadline.ref))
      .set("due_on", date_or_null(deadline.due_on))
      .set("days_left", deadline.days_left ? number(*deadline.days_left) : JsonValue())
      .set("since", date_or_null(deadline.since))
      .set("words", bilingual_json(deadline.words))
      .set("left", deadline.days_left ? bilingual_json(deadline.left) : JsonValue());
  return json;
}

}  // namespace

JsonValue contract_duties_json(const ContractDuties& duties) {
  JsonValue json = JsonValue::object();
  json.set("engagement", json_string(duties.engagement)).set("items", list_json(duties.items, item_json));
  return json;
}

JsonValue provider_duties_json(const ProviderDuties& duties, const std::vector<ConductRule>& conduct) {
  JsonValue json = JsonValue::object();
  json.set("provider", json_string(duties.provider))
      .set("items", JsonValue::array({item_json(duties.cases_and_guides), item_json(duties.products)}))
      .set("contracts", list_json(duties.contracts, contract_duties_json))
      .set("conduct", list_json(conduct, conduct_json));
  return json;
}

JsonValue score_card_json(const ScoreCard& card) {
  JsonValue json = JsonValue::object();
  json.set("provider", json_string(card.provider))
      .set("total", card.total ? number(card.total->rounded()) : JsonValue())
      .set("coverage", number(card.weight_with_data))
      .set("ranked", JsonValue::boolean(card.ranked))
      .set("criteria", list_json(card.criteria_scores, criterion_json))
      .set("explanation", bilingual_json(card.explanation));
  return json;
}

JsonValue ranking_json(const Ranking& ranking) {
  JsonValue policy = JsonValue::object();
  policy.set("id", json_string(ranking.policy_id)).set("version", number(ranking.policy_version));
  JsonValue pool = JsonValue::object();
  pool.set("ratings", number(ranking.pool.ratings()))
      .set("mean", ranking.pool.ratings() > 0 ? number(mean_points(ranking.pool)) : JsonValue());
  JsonValue json = JsonValue::object();
  json.set("as_of", json_string(ranking.as_of.to_string()))
      .set("policy", std::move(policy))
      .set("pool", std::move(pool))
      .set("variations", number(ranking.variations))
      .set("ranked", list_json(ranking.ranked, ranked_json))
      .set("unranked", list_json(ranking.unranked, unranked_json));
  return json;
}

JsonValue deadlines_json(const std::vector<Deadline>& deadlines, CivilDate as_of, const DeadlineQuery& query) {
  JsonValue json = JsonValue::object();
  json.set("as_of", json_string(as_of.to_string()))
      .set("days", number(query.days))
      .set("deadlines", list_json(deadlines, deadline_json));
  return json;
}

}  // namespace hengping
