#include "core/codec/evaluation_json.h"

#include <string>
#include <string_view>

namespace hengping {
namespace {

JsonValue text(std::string_view words) { return JsonValue::string(std::string(words)); }
JsonValue number(std::int64_t value) { return JsonValue::number(value); }
JsonValue number(Points points) { return JsonValue::number(points.to_string()); }
JsonValue text_or_null(const std::string& words) { return words.empty() ? JsonValue() : text(words); }
JsonValue date_or_null(const std::optional<CivilDate>& date) { return date ? text(date->to_string()) : JsonValue(); }

JsonValue bilingual(const Bilingual& words) {
  JsonValue json = JsonValue::object();
  json.set("zh", text(words.zh)).set("en", text(words.en));
  return json;
}

template <class Items, class Write>
JsonValue list(const Items& items, Write write) {
  JsonValue json = JsonValue::array();
  json.items().reserve(items.size());
  for (const auto& item : items) json.items().push_back(write(item));
  return json;
}

JsonValue record_json(const DutyRecord& record) {
  JsonValue json = JsonValue::object();
  json.set("ref", text(record.ref)).set("on", text(record.on.to_string())).set("words", bilingual(record.words));
  return json;
}

JsonValue item_json(const DutyItem& item) {
  JsonValue json = JsonValue::object();
  json.set("article", text(item.article))
      .set("status", text(duty_status_name(item.status)))
      .set("met_by", list(item.met_by, record_json))
      .set("missing", list(item.missing, bilingual));
  return json;
}

JsonValue cases_json(const ConductCases& cases) {
  JsonValue json = JsonValue::object();
  json.set("confirmed", list(cases.confirmed, text))
      .set("open", list(cases.open, text))
      .set("dismissed", list(cases.dismissed, text));
  return json;
}

JsonValue conduct_json(const ConductRule& rule) {
  JsonValue json = JsonValue::object();
  json.set("article", text(rule.article))
      .set("complaints", cases_json(rule.complaints))
      .set("findings", cases_json(rule.findings))
      .set("explanation", bilingual(rule.explanation));
  return json;
}

JsonValue criterion_json(const CriterionScore& score) {
  JsonValue json = JsonValue::object();
  json.set("criterion", text(criterion_name(score.criterion)))
      .set("weight", number(score.weight))
      .set("points", score.points ? number(*score.points) : JsonValue());
  if (score.interval) {
    JsonValue interval = JsonValue::object();
    interval.set("low", number(score.interval->low)).set("high", number(score.interval->high));
    json.set("interval", std::move(interval));
  }
  json.set("refs", list(score.refs, text)).set("explanation", bilingual(score.explanation));
  return json;
}

JsonValue move_json(const RankMove& move) {
  JsonValue json = JsonValue::object();
  json.set("rank", number(move.rank));
  json.set("criterion", move.criterion ? text(criterion_name(*move.criterion)) : JsonValue());
  json.set("change", move.criterion ? text(move.raised ? "+20%" : "-20%") : JsonValue());
  return json;
}

JsonValue ranked_json(const RankedProvider& one) {
  JsonValue json = JsonValue::object();
  json.set("rank", number(one.rank))
      .set("tied_with", number(static_cast<std::int64_t>(one.tied_with)))
      .set("best", move_json(one.best))
      .set("worst", move_json(one.worst))
      .set("moved_by", list(one.moved_by, [](Criterion criterion) { return text(criterion_name(criterion)); }))
      .set("explanation", bilingual(one.explanation))
      .set("card", score_card_json(one.card));
  return json;
}

JsonValue unranked_json(const UnrankedProvider& one) {
  JsonValue json = JsonValue::object();
  json.set("disqualified", JsonValue::boolean(one.disqualified))
      .set("reason", bilingual(one.reason))
      .set("card", score_card_json(one.card));
  return json;
}

JsonValue deadline_json(const Deadline& deadline) {
  JsonValue json = JsonValue::object();
  json.set("kind", text(deadline_kind_name(deadline.kind)))
      .set("roles", list(deadline.roles, [](Role role) { return text(role_name(role)); }))
      .set("article", text(deadline.article))
      .set("provider", text(deadline.provider))
      .set("engagement", text_or_null(deadline.engagement))
      .set("ref", text(deadline.ref))
      .set("due_on", date_or_null(deadline.due_on))
      .set("days_left", deadline.days_left ? number(*deadline.days_left) : JsonValue())
      .set("since", date_or_null(deadline.since))
      .set("words", bilingual(deadline.words))
      .set("left", deadline.days_left ? bilingual(deadline.left) : JsonValue());
  return json;
}

}  // namespace

JsonValue contract_duties_json(const ContractDuties& duties) {
  JsonValue json = JsonValue::object();
  json.set("engagement", text(duties.engagement)).set("items", list(duties.items, item_json));
  return json;
}

JsonValue provider_duties_json(const ProviderDuties& duties, const std::vector<ConductRule>& conduct) {
  JsonValue json = JsonValue::object();
  json.set("provider", text(duties.provider))
      .set("items", JsonValue::array({item_json(duties.cases_and_guides), item_json(duties.products)}))
      .set("contracts", list(duties.contracts, contract_duties_json))
      .set("conduct", list(conduct, conduct_json));
  return json;
}

JsonValue score_card_json(const ScoreCard& card) {
  JsonValue json = JsonValue::object();
  json.set("provider", text(card.provider))
      .set("total", card.total ? number(card.total->rounded()) : JsonValue())
      .set("coverage", number(card.weight_with_data))
      .set("ranked", JsonValue::boolean(card.ranked))
      .set("criteria", list(card.criteria_scores, criterion_json))
      .set("explanation", bilingual(card.explanation));
  return json;
}

JsonValue ranking_json(const Ranking& ranking) {
  JsonValue policy = JsonValue::object();
  policy.set("id", text(ranking.policy_id)).set("version", number(ranking.policy_version));
  JsonValue pool = JsonValue::object();
  pool.set("ratings", number(ranking.pool.ratings()))
      .set("mean", ranking.pool.ratings() > 0 ? number(mean_points(ranking.pool)) : JsonValue());
  JsonValue json = JsonValue::object();
  json.set("as_of", text(ranking.as_of.to_string()))
      .set("policy", std::move(policy))
      .set("pool", std::move(pool))
      .set("variations", number(ranking.variations))
      .set("ranked", list(ranking.ranked, ranked_json))
      .set("unranked", list(ranking.unranked, unranked_json));
  return json;
}

JsonValue deadlines_json(const std::vector<Deadline>& deadlines, CivilDate as_of, const DeadlineQuery& query) {
  JsonValue json = JsonValue::object();
  json.set("as_of", text(as_of.to_string()))
      .set("days", number(query.days))
      .set("deadlines", list(deadlines, deadline_json));
  return json;
}

}  // namespace hengping
