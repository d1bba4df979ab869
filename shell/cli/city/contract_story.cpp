#include "shell/cli/city/contract_story.h"

#include <optional>
#include <utility>

#include "core/codec/canonical.h"
#include "shell/cli/city/name_parts.h"
#include "shell/cli/city/parties.h"

namespace hengping::cli {

namespace {

struct Items {
  std::string json;
  std::int64_t amount = 0;  ///< yuan
};

/// One to four lines of the list; `dearer` raises their prices.
Items make_items(Random& random, bool dearer) {
  const NameParts& parts = name_parts();
  Items made;
  made.json = "[";
  const std::uint32_t count = 1 + random.below(4);
  const std::uint32_t first = random.below(static_cast<std::uint32_t>(parts.items.size()));
  for (std::uint32_t i = 0; i < count; ++i) {
    const NameParts::Item& item = parts.items[(first + i) % parts.items.size()];
    const std::int64_t listed = random.between(item.from / 100, item.to / 100) * 100LL;
    const std::int64_t price = dearer ? listed * 13 / 10 : listed;
    const std::int64_t quantity = random.between(1, item.most);
    made.amount += price * quantity;
    made.json += i == 0 ? "{\"name\":" : ",{\"name\":";
    append_json_string(made.json, item.name);
    made.json += ",\"function\":";
    append_json_string(made.json, item.function);
    made.json += ",\"purpose\":";
    append_json_string(made.json, item.purpose);
    made.json += ",\"unit_price\":\"" + std::to_string(price) + "\",\"quantity\":" + std::to_string(quantity);
    made.json += item.standard ? ",\"standard\":true}" : ",\"standard\":false}";
  }
  made.json += ']';
  return made;
}

std::string plan_json(const std::vector<PlanPoint>& plan) {
  std::string out = "[";
  for (const PlanPoint& point : plan) {
    if (out.size() > 1) out += ',';
    out += "{\"on\":\"" + point.on.to_string() + "\",\"percent\":" + hundredths_text(point.percent.hundredths) + '}';
  }
  return out + "]";
}

struct Signing {
  std::string_view id;
  std::string provider, enterprise;
  CivilDate on, due_on;
  std::optional<std::int64_t> level;
};

void write_signing(FactWriter& out, Random& random, const Signing& signing, const std::vector<PlanPoint>& plan) {
  constexpr std::uint32_t by_the_enterprise = 300'000;
  const Items items = make_items(random, false);
  out.begin("engagement.signed", signing.on, random.chance(by_the_enterprise) ? Role::enterprise : Role::bureau);
  out.text("engagement", signing.id).text("provider", signing.provider).text("enterprise", signing.enterprise);
  out.text("amount", std::to_string(items.amount)).date("due_on", signing.due_on);
  if (signing.level) out.number("baseline_level", *signing.level);
  out.raw("items", items.json);
  if (!plan.empty()) out.raw("plan", plan_json(plan));
  out.end();
}

}  // namespace

ContractStory::ContractStory(const Layout& layout, FactWriter& out, Numbers& numbers, const Contract& contract)
    : layout_(layout),
      out_(out),
      numbers_(numbers),
      contract_(contract),
      random_(layout.request().seed, work_stream, contract.number),
      rating_random_(layout.request().seed, rating_stream + 1'000'000, contract.number),
      provider_(provider_id(layout.request(), contract.provider)) {}

void ContractStory::tell() {
  constexpr std::uint32_t levels_before = 3;
  work_ = plan_work(contract_, random_);
  level_before_ = random_.below(levels_before);
  const std::uint64_t before = out_.written();
  write_signing(out_, random_,
                {contract_.id, provider_, enterprise_id(layout_.request(), contract_.enterprise), contract_.signed_on,
                 contract_.due_on, level_before_},
                work_.plan);
  tell_needs();
  tell_preparation();
  tell_progress();
  tell_supervision();
  tell_closing();
  // Ratings for the rest, so that the contract has exactly its facts.
  tell_ratings(contract_.facts + 1 - (out_.written() - before));
}

void write_agreed_amendment(FactWriter& out, Random& random, const Contract& contract, CivilDate on, bool later) {
  constexpr std::int32_t later_days = 60;
  constexpr std::int32_t most_of_it = 6'000;
  constexpr std::int32_t whole = 10'000;
  out.begin("engagement.amended", on, Role::enterprise).text("engagement", contract.id);
  if (later) {
    const CivilDate due_on = contract.due_on + later_days;
    out.date("due_on", due_on);
    out.raw("plan", plan_json({{on + (due_on - on) / 2, Percent{most_of_it}}, {due_on, Percent{whole}}}));
  } else {
    const Items items = make_items(random, false);
    out.text("amount", std::to_string(items.amount)).raw("items", items.json);
  }
  out.truth("consented", true)
      .text("reason", random.pick(name_parts().about(later ? Topic::amended_later : Topic::amended_agreed)))
      .end();
}

void write_unagreed_amendment(FactWriter& out, Random& random, const Contract& contract, CivilDate on) {
  const Items items = make_items(random, true);
  out.begin("engagement.amended", on).text("engagement", contract.id);
  out.text("amount", std::to_string(items.amount)).raw("items", items.json).truth("consented", false);
  out.text("reason", random.pick(name_parts().about(Topic::amended_unagreed))).end();
}

void write_successor(FactWriter& out, Random& random, const Layout& layout, const Contract& replaced, CivilDate on) {
  constexpr std::int32_t shortest = 240;
  constexpr std::int32_t longest = 300;
  const CityRequest& request = layout.request();
  const std::string id = replaced.id + "-2";
  Signing signing;
  signing.id = id;
  signing.provider = provider_id(request, (replaced.provider + 1) % request.providers);
  signing.enterprise = enterprise_id(request, replaced.enterprise);
  signing.on = on;
  signing.due_on = on + random.between(shortest, longest);
  write_signing(out, random, signing, {});
}

}  // namespace hengping::cli
