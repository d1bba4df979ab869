#include "shell/app/record_members.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/base/decimal.h"
#include "core/facts/names.h"
#include "core/rules/duties.h"
#include "shell/app/display.h"
#include "shell/app/json_text.h"

namespace hengping::shell {

namespace {

/// Records are written with their members in byte order, which is no order to read them in.
constexpr std::array<std::string_view, 60> reading_order = {"complaint",
                                                            "finding",
                                                            "order",
                                                            "decision",
                                                            "inspection",
                                                            "engagement",
                                                            "provider",
                                                            "enterprise",
                                                            "need",
                                                            "name",
                                                            "uscc",
                                                            "legal_representative",
                                                            "address",
                                                            "business_scope",
                                                            "registered_capital",
                                                            "types",
                                                            "contact",
                                                            "industry",
                                                            "scale",
                                                            "district",
                                                            "field",
                                                            "value",
                                                            "changed_on",
                                                            "period",
                                                            "satisfaction",
                                                            "scores",
                                                            "comment",
                                                            "article",
                                                            "ref",
                                                            "for",
                                                            "grounds",
                                                            "list",
                                                            "tag",
                                                            "from",
                                                            "deliverable",
                                                            "phase",
                                                            "level",
                                                            "score",
                                                            "percent",
                                                            "outcome",
                                                            "title",
                                                            "text",
                                                            "checklist",
                                                            "answers",
                                                            "amount",
                                                            "due_on",
                                                            "reason_for_longer",
                                                            "baseline_level",
                                                            "items",
                                                            "plan",
                                                            "consented",
                                                            "type",
                                                            "size",
                                                            "about",
                                                            "attachment",
                                                            "author",
                                                            "policy",
                                                            "reason",
                                                            "note",
                                                            "on_behalf"};

std::size_t place_of(std::string_view name) {
  return static_cast<std::size_t>(std::find(reading_order.begin(), reading_order.end(), name) - reading_order.begin());
}

std::string plain(const JsonValue& value) {
  return value.is(JsonValue::Kind::string) ? value.text() : json_text(value);
}

/// A text alone or each text of a list.
std::vector<std::string> texts(const JsonValue& value) {
  if (!value.is(JsonValue::Kind::array)) return {plain(value)};
  std::vector<std::string> all;
  for (const JsonValue& item : value.items()) all.push_back(plain(item));
  return all;
}

class Reader {
 public:
  Reader(const Fact& fact, const JsonValue& body, const State& state) : fact_(fact), body_(body), state_(state) {}

  [[nodiscard]] MemberValue read(std::string_view name, const JsonValue& value) const {
    if (name == "value") {
      if (const JsonValue* field = body_.find("field")) name = field->text();
    }
    if (auto known = read_known(name, value)) return *std::move(known);
    return plain(value);
  }

 private:
  using Read = std::optional<MemberValue>;

  [[nodiscard]] Read read_known(std::string_view name, const JsonValue& value) const {
    if (name == "provider" || name == "enterprise" || name == "engagement") return party(name, value.text());
    if (name == "amount" || name == "registered_capital") return money(value);
    if (name == "percent") return PercentValue{value.text()};
    if (name == "period") return PeriodValue{value.text()};
    if (name == "level" || name == "baseline_level") return level(value);
    if (name == "article" || name == "grounds") return articles(value);
    if (name == "ref" || name == "for") return refs(value);
    if (name == "items") return items();
    if (name == "plan") return plan();
    if (name == "about" || name == "record" || name == "keep" || name == "heads" || name == "set_aside" ||
        name == "through")
      return RecordsValue{texts(value)};
    if (name == "answers" || name == "policy") return DocumentValue{};
    if (name == "scores") return scores(value);
    if (name == "types") return types(value);
    if (name == "satisfaction") return choice(satisfaction_choices, value);
    if (name == "scale") return choice(enterprise_scale_choices, value);
    if (name == "field") return choice(provider_field_choices, value);
    constexpr std::array<std::string_view, 6> named = {"list", "tag", "deliverable", "phase", "outcome", "role"};
    if (std::find(named.begin(), named.end(), name) != named.end()) return ChoiceValue{value.text()};
    if (value.is(JsonValue::Kind::boolean)) return value.as_boolean();
    return std::nullopt;
  }

  [[nodiscard]] PartyValue party(std::string_view name, const std::string& id) const {
    if (name == "engagement") return {PartyValue::Kind::engagement, id, {}};
    if (name == "provider") {
      const ProviderState* provider = state_.provider(id);
      return {PartyValue::Kind::provider, id, provider == nullptr ? std::string() : provider->profile.name};
    }
    const EnterpriseState* enterprise = state_.enterprise(id);
    return {PartyValue::Kind::enterprise, id, enterprise == nullptr ? std::string() : enterprise->registration->name};
  }

  static Read money(const JsonValue& value) {
    const auto amount =
        value.is(JsonValue::Kind::string) ? Money::parse(value.text()) : Money::parse_number(value.text());
    if (!amount) return std::nullopt;
    return MoneyValue{money_text(*amount)};
  }
  static Read level(const JsonValue& value) {
    if (value.text().size() != 1 || value.text()[0] < '0' || value.text()[0] > '9') return std::nullopt;
    return std::vector<Bilingual>{level_words(value.text()[0] - '0')};
  }
  static Read articles(const JsonValue& value) {
    std::vector<Bilingual> names;
    for (const std::string& article : texts(value)) names.push_back(article_name(article));
    return names;
  }
  [[nodiscard]] Read refs(const JsonValue& value) const {
    std::vector<RefName> names;
    for (const std::string& ref : texts(value)) names.push_back(name_ref(ref, state_));
    return names;
  }
  static Read scores(const JsonValue& value) {
    std::string lines;
    for (const auto& [what, points] : value.members()) {
      if (!lines.empty()) lines += '\n';
      lines.append(what).append(" ").append(points.text());
    }
    return lines;
  }
  static Read types(const JsonValue& value) {
    std::vector<ProviderType> all;
    for (const std::string& name : texts(value)) {
      const auto type = value_of<ProviderType>(name, provider_type_choices);
      if (!type) return std::nullopt;
      all.push_back(*type);
    }
    return all;
  }
  template <class Enum, std::size_t count>
  static Read choice(const std::array<Choice<Enum>, count>& choices, const JsonValue& value) {
    const auto found = value_of<Enum>(value.text(), choices);
    if (!found) return std::nullopt;
    return *found;
  }

  [[nodiscard]] Read items() const {
    const auto* contract = body_as<EngagementSigned>(fact_.body);
    const auto* amendment = body_as<EngagementAmended>(fact_.body);
    if (contract == nullptr && amendment == nullptr) return std::nullopt;
    std::vector<ItemView> views;
    for (const Item& item : contract != nullptr ? contract->items : amendment->items) views.push_back(item_view(item));
    return views;
  }
  [[nodiscard]] Read plan() const {
    const auto* contract = body_as<EngagementSigned>(fact_.body);
    const auto* amendment = body_as<EngagementAmended>(fact_.body);
    if (contract == nullptr && amendment == nullptr) return std::nullopt;
    std::vector<PlanView> views;
    for (const PlanPoint& point : contract != nullptr ? contract->plan : amendment->plan)
      views.push_back({point.on.to_string(), percent_text(point.percent)});
    return views;
  }

  const Fact& fact_;
  const JsonValue& body_;
  const State& state_;
};

}  // namespace

std::vector<RecordMember> record_members(const Fact& fact, const JsonValue& body, const State& state) {
  const Reader reader(fact, body, state);
  std::vector<RecordMember> members;
  for (const auto& [name, value] : body.members()) members.push_back({name, reader.read(name, value)});
  std::stable_sort(members.begin(), members.end(), [](const RecordMember& left, const RecordMember& right) {
    return place_of(left.name) < place_of(right.name);
  });
  return members;
}

}  // namespace hengping::shell
